package ui

import (
	"math"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/player"
	"dulcet/ui/settings"
)

// How often the playing screen looks at the music: while the picture moves,
// while little is to be drawn, while the window is in the background, while the
// music is paused, and where nothing moves by itself.
const (
	pictureInterval = time.Second / 15
	calmInterval    = time.Second / 4
	blurredInterval = time.Second
	pausedInterval  = time.Second / 4
	standInterval   = time.Second
	pacerInterval   = time.Second / 8 // at the least, with a breath to follow
)

// calmSpeed is how fast the picture goes where motion is to be calm (design
// choice: half as fast is seen as slow, and still as alive).
const calmSpeed = 0.5

// A pace is how often the playing screen looks at the music, and how the
// picture moves. Looking costs little; what is drawn costs, and only what has
// changed is.
type pace struct {
	look  time.Duration // between two looks at the sitting
	move  time.Duration // between two movements of the picture; 0 where it stands
	speed float64       // of the picture's own time
}

// pace returns the pace for what is set and for how things are just now.
func (p *playingScreen) pace() pace {
	pace := p.visit.usualPace().of(p.picture.width * p.picture.height)
	switch {
	case p.writing():
		return pace.standing(blurredInterval)
	case p.status.State == player.Paused:
		return pace.standing(max(pausedInterval, pace.look))
	}
	if p.guiding() && p.pacing() {
		pace.look = min(pace.look, pacerInterval)
	}
	return pace
}

// usualPace is the pace while the music plays and nothing asks for another.
func (v *visit) usualPace() pace {
	switch {
	case v.settings.Motion == settings.NoMotion:
		return pace{}.standing(standInterval)
	case v.blurred && v.settings.Power != settings.FullPower:
		return pace{look: blurredInterval, move: blurredInterval, speed: 1}
	case v.settings.Motion == settings.CalmMotion:
		return pace{look: calmInterval, move: calmInterval, speed: calmSpeed}
	case v.saving():
		return pace{look: calmInterval, move: calmInterval, speed: 1}
	}
	return pace{look: pictureInterval, move: pictureInterval, speed: 1}
}

// of is the pace of a picture of so many cells. What a terminal has to draw grows
// with its size, so that beyond a usual window the picture moves less often
// (design choice: as many cells a second, down to six pictures).
func (p pace) of(cells int) pace {
	const (
		usualCells = 200 * 40
		longest    = time.Second / 6
	)
	if p.move == pictureInterval && cells > usualCells {
		p.move = min(longest, p.move*time.Duration(cells)/usualCells)
		p.look = p.move
	}
	return p
}

// standing is the pace with a picture that stands.
func (p pace) standing(look time.Duration) pace { return pace{look: look} }

// saving reports whether little is to be drawn: because it was set so, or by
// itself on battery and where the terminal is far away.
func (v *visit) saving() bool {
	switch v.settings.Power {
	case settings.LowPower:
		return true
	case settings.FullPower:
		return false
	}
	return v.Remote || v.onBattery
}

// pictureTickMsg is the beat of the picture.
type pictureTickMsg struct {
	generation int
	at         time.Time
}

// tick asks for the next beat of this generation.
func (p *playingScreen) tick() tea.Cmd {
	generation := p.generation
	return p.visit.tick(p.pace().look, func(at time.Time) tea.Msg { return pictureTickMsg{generation, at} })
}

// retick begins a new generation of ticks, at the pace of now.
func (p *playingScreen) retick() tea.Cmd {
	p.generation++
	return p.tick()
}

// ticked looks at the music and moves the picture.
func (p *playingScreen) ticked(msg pictureTickMsg) tea.Cmd {
	if msg.generation != p.generation || p.ended {
		return nil
	}
	now := p.sitting.Status()
	p.frames = now.Frames
	switch {
	case p.writing(), p.visit.settings.Motion == settings.NoMotion && !p.tells(now):
		p.status = p.still(now)
	default:
		p.status = now
	}
	if !p.writing() {
		p.picture.move(msg.at, p.pace(), now, p.swell())
	}
	if p.status.State == player.Over {
		return p.over()
	}
	return p.tick()
}

// swell is where the breath stands that the music swells with, followed or not.
func (p *playingScreen) swell() generator.Breathing {
	if p.status.Piece.Landing {
		return generator.Breathing{}
	}
	return p.steered().SwellAt(float64(p.frames) / generator.Rate)
}

// tells reports whether a status has something to say that is shown also where
// nothing moves: another minute, another part of the piece, or what became of a
// wish. All that changes more often than once in a while stays as it was.
func (p *playingScreen) tells(now player.Status) bool {
	was := p.status
	return minutes(was.Frames) != minutes(now.Frames) || was.Length != now.Length ||
		was.State != now.State || was.Wish != now.Wish ||
		was.Piece.Section != now.Piece.Section || was.Piece.Point.Phase != now.Piece.Point.Phase ||
		was.Piece.Landing != now.Piece.Landing || was.Piece.MoveFrame != now.Piece.MoveFrame
}

// minutes is how many whole minutes so many frames are.
func minutes(frames int64) int { return int(math.Floor(float64(frames) / generator.Rate / 60)) }
