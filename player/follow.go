package player

import (
	"time"

	"dulcet/journal"
	"dulcet/player/output"
)

const (
	// followTime is how often the sitting is looked at, below what a listener
	// notices, and easyFollowTime where power is saved: what was wished in the
	// meantime is then handed on together (design choice).
	followTime     = 100 * time.Millisecond
	easyFollowTime = 250 * time.Millisecond
	// saveEvery is how many frames are heard from one save to the next.
	saveEvery = 15 * output.Rate
	// stopWithin is how long a stop may take when the output does not pull.
	stopWithin = time.Second
)

// An outcome is how saving the ending went.
type outcome struct {
	durable bool
	err     error
}

// follow looks after the sitting until it is over, and sends records to be
// saved.
func (p *Player) follow(records chan journal.Sitting) {
	period := followTime
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	saved := int64(0)
	var stopped time.Time
	for now := range ticker.C {
		if wanted := p.followTime(); wanted != period {
			period = wanted
			ticker.Reset(period)
		}
		p.steer()
		if p.stream.controls.Load().stopping && stopped.IsZero() {
			stopped = now
		}
		if !stopped.IsZero() && now.Sub(stopped) >= stopWithin {
			p.stream.over.Store(true) // nobody pulls, so there is nothing left to hear
		}
		if p.stream.over.Load() {
			break
		}
		if played := p.stream.played.Load(); played-saved >= saveEvery {
			select {
			case records <- p.Sitting():
				saved = played
			default: // the disk is still busy with the one before
			}
		}
	}
	p.output.Remove(p.stream)
	p.steer() // what was applied in the last moment
	records <- p.Sitting()
	close(records)
}

// followTime is how often the sitting is looked at now.
func (p *Player) followTime() time.Duration {
	if p.saving.Load() {
		return easyFollowTime
	}
	return followTime
}

// steer follows what the piece has applied and sends what it has not got.
func (p *Player) steer() {
	applied := p.piece.Status().WishFrame
	p.mu.Lock()
	defer p.mu.Unlock()
	p.steering.confirm(applied)
	p.steering.forward(p.piece)
}

// record returns the sitting as it stands; p.mu is held.
func (p *Player) record() journal.Sitting {
	sitting := p.sitting
	sitting.Frames = p.stream.played.Load()
	sitting.Steering = append([]journal.Steer{}, p.steering.steers...)
	sitting.Kept = append([]int64(nil), p.kept...)
	if p.stream.over.Load() {
		sitting.Ended = p.stream.ending()
	}
	return sitting
}

// How saving the ending is tried again, because the journal may be in use by
// another program for a moment: soon at first, and no more once saveWithin has
// gone by, so that nobody who wants to leave is held up (design choice).
const (
	firstRetry = 100 * time.Millisecond
	lastRetry  = time.Second
	saveWithin = 3 * time.Second
)

// save keeps every record that comes and tells how it went with the last, the
// one with the ending. When done is closed nothing will be written any more.
func (p *Player) save(records <-chan journal.Sitting) {
	defer close(p.done)
	if p.keeper == nil {
		for range records {
		}
		return
	}
	for sitting := range records {
		ended := sitting.Ended != journal.Killed
		giveUp := time.Now().Add(saveWithin)
		err := p.keeper.SaveSitting(sitting)
		if ended {
			for rest := firstRetry; err != nil && time.Now().Add(rest).Before(giveUp); rest = min(2*rest, lastRetry) {
				p.saved.Store(&outcome{err: err})
				time.Sleep(rest)
				err = p.keeper.SaveSitting(sitting)
			}
		}
		p.saved.Store(&outcome{durable: err == nil && ended, err: err})
	}
}
