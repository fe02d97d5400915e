package plain

import (
	"errors"
	"fmt"
	"strings"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui"
)

// after asks again when the music is over, says what changed, and keeps it.
// sitting is nil where one of an earlier visit is taken up again.
func (s *session) after(sitting ui.Sitting, record journal.Sitting, before journal.Mood, note string) error {
	if sitting != nil {
		s.voice.say(ended(record))
		if err := sitting.Status().SaveErr; err != nil {
			s.voice.say("this sitting is not in the journal yet: " + err.Error() + ".")
		}
	}
	s.answers.when, s.answers.sitting, s.answers.note = journal.After, record.ID, strings.TrimSpace(joined(note, s.answers.note))
	s.answers.begun = s.answers.note != ""
	var why error
	if sitting == nil || s.settings.AskAfter && record.Goal != journal.Sleep {
		why = s.askAfter()
		if errors.Is(why, errEnded) {
			s.finish(sitting, record, journal.CheckIn{})
			return why // the draft is offered again at the next start
		}
	}
	answer := s.answers.checkIn(s.stamp())
	if !answer.Empty() {
		answer.ID = s.cfg.Journal.NewID(answer.Time)
		if record.ID != "" {
			answer.Sitting = &record.ID
		}
	}
	kept := s.finish(sitting, record, answer)
	s.voice.say(closing(before, answer, record.Goal))
	if kept && !answer.Empty() {
		s.voice.say("saved.")
	}
	s.forgetAnswers()
	s.readHistory()
	if leaves(why) {
		return why
	}
	if sitting != nil && record.Goal != journal.Sleep && why == nil {
		return s.offerFavourite(record.ID)
	}
	return nil
}

// askAfter asks the questions after the music. Going home, or on, ends them with
// what has been answered.
func (s *session) askAfter() error {
	s.voice.say("same, lighter, heavier: all fine.")
	for {
		err := walk([]step{s.scale(0), s.scale(1), s.scale(2), s.feelingWords, s.noteStep})
		if !errors.Is(err, errBack) {
			return err
		}
		s.voice.say("this is the first question.")
	}
}

// finish keeps the answers and the end of the sitting, and reports whether both
// are durable. A draft is cleared only then.
func (s *session) finish(sitting ui.Sitting, record journal.Sitting, answer journal.CheckIn) bool {
	return s.save(func() error {
		if err := ui.KeepAnswer(s.cfg.Journal, sitting, record, answer); err != nil || answer.Empty() {
			return err
		}
		return s.cfg.Journal.ClearDraft()
	})
}

// closing is the honest line about what happened between the two answers.
func closing(before journal.Mood, answer journal.CheckIn, goal journal.Goal) string {
	switch {
	case goal == journal.Sleep && answer.Empty():
		return "good night."
	case answer.Mood.Empty():
		return "thank you for listening."
	}
	if text := journal.Change(before, answer.Mood, goal); text != "" {
		return strings.ToLower(text)
	}
	return "noted."
}

// ended says how a sitting ended.
func ended(record journal.Sitting) string {
	if record.Ended == journal.Landed {
		return fmt.Sprintf("it has landed. %s, %s.", record.Goal, lengthText(record.Minutes))
	}
	return fmt.Sprintf("it has stopped after %s.", spanText(float64(record.Frames)/generator.Rate))
}

// offerFavourite asks whether a sitting is to be found again.
func (s *session) offerFavourite(id string) error {
	wanted, err := s.yes("keep this piece as a favourite?")
	if errors.Is(err, errBack) || errors.Is(err, errPlay) || errors.Is(err, errHome) {
		return nil
	}
	if err != nil || !wanted {
		return err
	}
	s.favour(id, true)
	return nil
}

// favour keeps a sitting as a favourite, or no longer.
func (s *session) favour(id string, on bool) {
	saved := s.save(func() error { return ui.KeepFavourite(s.cfg.Journal, id, on) })
	if saved {
		s.voice.say(map[bool]string{true: `kept as a favourite: "favourites" lists them.`, false: "no longer a favourite."}[on])
	}
	s.readHistory()
}

// joined puts two notes into one.
func joined(first, second string) string { return strings.Trim(first+"\n"+second, "\n") }
