package ui

import (
	"errors"
	"time"

	"dulcet/journal"
)

// endPatience is the longest that a sitting may take to fade out and be
// written before that counts as a failure.
const endPatience = 10 * time.Second

var errNoEnd = errors.New("the music did not end in time, so the sitting may be marked as broken off")

// An ending is what is to be kept when a sitting is over: the answers given
// after it, and its record, which names them. The player keeps the record
// itself, and where it could not, the ending does. All that may be tried again
// until it is done. Once it has been handed to the saver only the saver's
// goroutine touches it.
type ending struct {
	sitting Sitting         // nil where an earlier sitting is taken up again
	record  journal.Sitting // of an earlier sitting
	checkIn journal.CheckIn // empty where nothing has been answered

	answersKept bool
	done        bool
}

// end returns the ending of a sitting. What of it cannot be kept while the
// program runs is tried once more when it is left.
func (v *visit) end(sitting Sitting, record journal.Sitting) *ending {
	e := &ending{sitting: sitting, record: record}
	v.endings = append(v.endings, e)
	return e
}

// keep writes the answers, then the sitting with their id, once the player has
// written its end or has failed to.
func (e *ending) keep(in Journal) error {
	if e.done {
		return nil
	}
	answered := !e.checkIn.Empty()
	if answered && !e.answersKept {
		if err := in.SaveCheckIn(e.checkIn); err != nil {
			return err
		}
		e.answersKept = true
	}
	record, lost := e.record, error(nil)
	if e.sitting != nil {
		var err error
		if record, lost, err = ended(e.sitting); err != nil {
			return err
		}
	}
	if answered {
		record.After = &e.checkIn.ID
	}
	if record.ID != "" && (answered || lost != nil) {
		if kept, err := recordOf(in, record.ID); err == nil {
			record.Favourite = kept.Favourite // said since, perhaps in another window
		}
		if err := in.SaveSitting(record); err != nil {
			return err
		}
	}
	e.done = true
	return nil
}

// ended waits for the end of a sitting. It returns its record, and as lost why
// the player could not keep that.
func ended(sitting Sitting) (record journal.Sitting, lost, err error) {
	select {
	case <-sitting.Done():
	case <-time.After(endPatience):
		return journal.Sitting{}, nil, errNoEnd
	}
	return sitting.Sitting(), sitting.Status().SaveErr, nil
}

// stands returns the record as this program knows it: one that it has played
// has the ending that it had, even where that could not be written.
func (v *visit) stands(record journal.Sitting) (now journal.Sitting, playing bool) {
	if v.sitting != nil {
		if own := v.sitting.Sitting(); own.ID == record.ID {
			return own, true
		}
	}
	for _, e := range v.endings {
		if e.sitting == nil {
			continue
		}
		if own := e.sitting.Sitting(); own.ID == record.ID {
			record.Ended, record.Frames = own.Ended, own.Frames
		}
	}
	return record, false
}
