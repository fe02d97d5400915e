package ui

import (
	"math"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A picture is the state behind the field: its own time, the felt level, and
// the notes that still show.
type picture struct {
	field   widget.Field
	seconds float64
	last    time.Time
	level   float64
	newest  int64 // frame of the newest note that has been taken in
	strikes []widget.Strike
	scene   widget.Scene
}

// fieldOf says which picture belongs to a goal (design choice: the sky for
// what lets go, water for what is watched, fire for what moves, stars for
// sleep).
func fieldOf(goal journal.Goal) widget.Field {
	switch goal {
	case journal.Sleep:
		return widget.Stars
	case journal.Breathe, journal.Meditate, journal.Listen, journal.Reflect, journal.Focus, journal.Ground:
		return widget.Water
	case journal.Energise, journal.Move:
		return widget.Embers
	}
	return widget.Aurora
}

// The picture's pace.
const (
	levelSeconds = 0.7 // time constant with which the felt level follows
	mostStrikes  = 32  // notes shown at once; older ones give way
	longestStep  = 0.5 // a longer gap between two ticks moves the picture no further, seconds
)

// move takes the status in and lets the picture go on, unless the music is
// paused.
func (p *picture) move(at time.Time, status player.Status) {
	elapsed := 0.0
	if !p.last.IsZero() {
		elapsed = math.Max(0, math.Min(longestStep, at.Sub(p.last).Seconds()))
	}
	p.last = at
	if status.State == player.Paused {
		return
	}
	p.seconds += elapsed
	p.level += (felt(status.Piece.Level) - p.level) * (1 - math.Exp(-elapsed/levelSeconds))
	p.strike(elapsed, status.Piece)
	p.scene = widget.Scene{
		Seconds: p.seconds, Level: p.level,
		Tension: status.Piece.Point.Tension, Energy: status.Piece.Point.Energy,
		Strikes: p.strikes,
	}
}

// felt turns an RMS level into how loud it is felt, 0…1: music between −52 and
// −14 dB uses the whole range.
func felt(level float64) float64 {
	if level <= 0 {
		return 0
	}
	return math.Max(0, math.Min(1, (20*math.Log10(level)+52)/38))
}

// strike ages the notes and takes in those that are new.
func (p *picture) strike(elapsed float64, piece generator.Status) {
	kept := p.strikes[:0]
	for _, s := range p.strikes {
		s.Age += elapsed
		if s.Seen() {
			kept = append(kept, s)
		}
	}
	p.strikes = kept
	newest := p.newest
	for _, note := range piece.Struck {
		if note.Part == "" || note.Frame <= p.newest {
			continue
		}
		newest = max(newest, note.Frame)
		if note.Pitch > 0 {
			p.strikes = append(p.strikes, widget.Strike{Pitch: note.Pitch, Velocity: note.Velocity})
		}
	}
	p.newest = newest
	p.strikes = p.strikes[max(0, len(p.strikes)-mostStrikes):]
}

func (p *picture) view(width, height int, st theme.Styles) []string {
	return widget.Draw(p.field, width, height, p.scene, st)
}
