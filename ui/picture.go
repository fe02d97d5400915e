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

// A picture is the state behind the field: its own time, what of the music it
// follows, and the notes that still show.
type picture struct {
	field   widget.Field
	seconds float64
	last    time.Time // of the latest movement
	newest  int64     // frame of the newest note that has been taken in
	strikes []widget.Strike
	coming  int64 // frames between where the landing began and its end; 0 before
	scene   widget.Scene
	painter widget.Painter
	height  int // at which it was drawn last, in rows
	width   int // likewise, in columns
}

func newPicture(goal journal.Goal) picture {
	return picture{field: fieldOf(goal), scene: widget.Scene{Seconds: stillSeconds, Level: stillLevel, Home: 0.5}}
}

// The picture of who wants none to move, and how it begins for all others
// (design choice: a moment in which every field is well composed).
const (
	stillSeconds = 40
	stillLevel   = 0.5
)

// fieldOf says which picture belongs to a goal (design choice: stars for sleep;
// a sky to let go under; fog that lifts for what is put down; water for what is
// watched; grass in the wind for what is to rise; fire for what moves; and for
// what is to be steady a garden in which nothing moves but the light).
func fieldOf(goal journal.Goal) widget.Field {
	switch goal {
	case journal.Sleep:
		return widget.Stars
	case journal.Unwind, journal.Meditate:
		return widget.Mist
	case journal.Breathe, journal.Listen, journal.Reflect:
		return widget.Water
	case journal.Focus, journal.Ground:
		return widget.Sand
	case journal.Uplift:
		return widget.Meadow
	case journal.Energise, journal.Move:
		return widget.Embers
	}
	return widget.Aurora
}

// How the picture follows (design choices: nothing that it follows may be seen to
// jump).
const (
	levelSeconds     = 0.7 // time constant with which the felt level follows
	liftSeconds      = 5   // the brightness of the chords
	homeSeconds      = 25  // the place of the key
	toneSeconds      = 3   // the brightness of the sound
	breathSeconds    = 0.6 // the breath, so that it begins and ends softly
	restSeconds      = 4   // the rest, should the landing be taken back
	restingSpeed     = 0.12
	mostStrikes      = 32  // notes shown at once; older ones give way
	longestStep      = 1.5 // seconds; a longer gap between two ticks moves the picture no further
	lateTick         = 5   // steps of the pace; likewise
	earlyTick        = 0.7 // of a step; a tick that comes sooner is for something else
	darkestToneHz    = 400
	brightestOctaves = 4.5 // above it
)

// move takes the status in and lets the picture go on, unless the music is
// paused or nothing is to move. breathing is the breath that the music swells
// with.
func (p *picture) move(at time.Time, pace pace, status player.Status, breathing generator.Breathing) {
	switch {
	case status.State == player.Paused:
		p.last = at
		return
	case pace.move == 0:
		p.last, p.strikes, p.scene.Strikes = at, nil, nil
		return
	}
	elapsed := 0.0
	if since := at.Sub(p.last); !p.last.IsZero() && since >= 0 { // else somebody has set the clock
		if since.Seconds() < earlyTick*pace.move.Seconds() {
			return
		}
		elapsed = min(since.Seconds(), lateTick*pace.move.Seconds(), longestStep)
	}
	p.last = at
	p.follow(elapsed, status, breathing)
	p.strike(elapsed, status.Piece)
	p.seconds += elapsed * pace.speed * (1 - (1-restingSpeed)*p.scene.Rest)
	p.scene.Seconds, p.scene.Strikes = stillSeconds+p.seconds, p.strikes
}

// follow brings the scene a little nearer to what the music does.
func (p *picture) follow(elapsed float64, status player.Status, breathing generator.Breathing) {
	piece, scene := status.Piece, &p.scene
	toward := func(value *float64, target, seconds float64) {
		*value += (target - *value) * (1 - math.Exp(-elapsed/seconds))
	}
	heard := harmonyOf(piece.Chord, piece.Tonic, piece.Mode)
	breath := 0.0
	if breathing.Phase != generator.BreathNone {
		breath = 2*breathing.Fullness - 1
	}
	toward(&scene.Level, felt(piece.Level), levelSeconds)
	toward(&scene.Lift, heard.lift, liftSeconds)
	toward(&scene.Home, heard.home, homeSeconds)
	toward(&scene.Tone, tone(piece.Brightness), toneSeconds)
	toward(&scene.Breath, breath, breathSeconds)
	toward(&scene.Rest, p.rest(status), restSeconds)
	scene.Tension, scene.Energy = piece.Point.Tension, piece.Point.Energy
}

// rest is how far the landing has come, 0…1.
func (p *picture) rest(status player.Status) float64 {
	if !status.Piece.Landing {
		p.coming = 0
		return 0
	}
	left := max(0, status.Length-status.Frames)
	p.coming = max(p.coming, left)
	if p.coming == 0 {
		return 1
	}
	return 1 - float64(left)/float64(p.coming)
}

// felt turns an RMS level into how loud it is felt, 0…1: music between −52 and
// −14 dB uses the whole range.
func felt(level float64) float64 {
	if level <= 0 {
		return 0
	}
	return math.Max(0, math.Min(1, (20*math.Log10(level)+52)/38))
}

// tone turns the brightness of the sound in hertz into 0…1.
func tone(hertz float64) float64 {
	if hertz <= darkestToneHz {
		return 0
	}
	return math.Min(1, math.Log2(hertz/darkestToneHz)/brightestOctaves)
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
	for i := len(piece.Struck) - 1; i >= 0; i-- { // the oldest first
		note := piece.Struck[i]
		if note.Part == "" || note.Frame <= p.newest {
			continue
		}
		newest = max(newest, note.Frame)
		if note.Pitch > 0 {
			p.strikes = append(p.strikes, widget.Strike{Pitch: note.Pitch, Velocity: note.Velocity})
		}
	}
	p.newest = newest
	if over := len(p.strikes) - mostStrikes; over > 0 {
		p.strikes = append(p.strikes[:0], p.strikes[over:]...)
	}
}

// mostCovered is by how many rows a picture may be covered from below before it
// is drawn anew to the height that is left.
const mostCovered = 4

// view draws the picture. Lines that come and go under it for a while, such as a
// message, cover its foot: the picture does not jump for them.
func (p *picture) view(width, height int, st theme.Styles) []string {
	if width != p.width || height > p.height || height < p.height-mostCovered {
		p.width, p.height = width, height
	}
	lines := p.painter.Paint(p.field, width, p.height, p.scene, st)
	return lines[:max(0, min(height, len(lines)))]
}
