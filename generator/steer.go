package generator

import (
	"math"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// steer applies the latest wish, once, at the start of a quantum: to the mix at
// once, and to what has not been composed yet.
func (p *Piece) steer() {
	wish := p.wish.Load()
	if wish == p.applied {
		return
	}
	var before Wish
	if p.applied != nil {
		before = *p.applied
	}
	p.applied = wish
	p.report.status.WishFrame = p.frame
	p.report.status.MusicFrame = p.span.Frame + p.span.Frames
	if dials := turned(p.dials, wish.Dials); dials != p.brief.Dials {
		p.brief.Dials, p.turned = dials, true
		p.band.warm(dials[journal.Warmth])
		p.recolour()
	}
	p.band.steer(wish, tiltOf(p.brief.Goal, wish))
	if wish.Deadline != before.Deadline && wish.Deadline > 0 {
		p.moveDeadline(wish.Deadline)
	}
	if wish.Home > p.home {
		p.home = wish.Home
		p.bringHome()
	}
	p.shape(wish, &before)
}

// shape tells the composer what is asked of the form and of the soundscapes: what
// is turned up sounds, whether the section has it or not.
func (p *Piece) shape(wish, before *Wish) {
	if wish.Hold != before.Hold {
		p.composer.Hold(wish.Hold)
	}
	if wish.MoveOn > before.MoveOn {
		p.report.status.MoveFrame = max(p.composer.MoveOn(), 0)
	}
	for asked := before.Soundscape; asked < wish.Soundscape && asked-before.Soundscape < mostTurns; asked++ {
		p.moves = p.composer.NextBed(p.moves[:0], p.frame)
		p.moveBeds()
	}
	for part, bed := range p.band.beds {
		if wanted := wish.Levels[part] > 0; bed != nil && wanted != (before.Levels[part] > 0) {
			p.moves = p.composer.WantBed(p.moves[:0], p.frame, score.Part(part), wanted)
			p.moveBeds()
		}
	}
}

// moveBeds plays what the composer moved at once, and writes it down where
// somebody does.
func (p *Piece) moveBeds() {
	if p.sheet != nil {
		p.sheet.Events = append(p.sheet.Events, p.moves...)
	}
	for i := range p.moves {
		p.band.play(&p.moves[i], 0)
	}
}

// mostTurns bounds how many soundscapes one wish goes on by.
const mostTurns = 16

// turned returns dials moved by as much as others say, held to −1…1. What is
// not a number moves nothing.
func turned(dials, by journal.Dials) journal.Dials {
	for i, distance := range by {
		if distance == distance {
			dials[i] = clamp(dials[i]+distance, -1, 1)
		}
	}
	return dials
}

// recolour lets the instruments and the master be as bright as the turned dials
// ask, as far as the present span is from where the brief now has it.
func (p *Piece) recolour() {
	now := float64(p.frame) / Rate
	asked, composed := p.brief, p.brief
	composed.Dials = p.composed
	music := asked.MusicAt(now)
	controls := p.span.Controls
	share := music.BrightnessHz / composed.MusicAt(now).BrightnessHz
	controls.Brightness = controls.Brightness.Mul(theory.FixedOf(share))
	p.band.set(controls, composed.MusicAt(float64(p.span.Frame)/Rate).BPM)
	p.report.status.Brightness = controls.Brightness.Float()
}

// tiltPerDial is how many decibels an octave the whole mix is tilted at once
// where brightness is turned all the way (design choice: 4 dB at the top).
const tiltPerDial = 0.6

// tiltOf returns the tilt that a wish asks for: none where all that is bright
// is under a roof.
func tiltOf(goal journal.Goal, wish *Wish) float32 {
	by := wish.Dials[journal.Brightness]
	if goal == journal.Sleep || math.IsNaN(by) {
		return 0
	}
	return float32(tiltPerDial * bounded(by))
}

// retarget tells the composer where the turned dials lead.
func (p *Piece) retarget() {
	p.waypoints = p.brief.turn(p.waypoints, p.grid, p.span.Frame+p.span.Frames)
	p.composer.Retarget(p.waypoints)
	p.composed = p.brief.Dials
	p.turned = false
}

// homeFrames is the length of a landing that was asked for: room to thin out,
// close and ring (design choice).
const homeFrames = 45 * Rate

// soonest is the earliest frame at which the piece can have ended.
func (p *Piece) soonest() int64 {
	return max(p.span.Frame+p.span.Frames+compose.MinimumLanding, p.frame+homeFrames)
}

// bringHome asks the composer for a landing as soon as the music allows,
// which is before HomeSeconds have passed.
func (p *Piece) bringHome() {
	if at := p.soonest(); at < p.deadline && !p.span.Final {
		p.composer.Home(at)
		p.deadline, p.homing = at, true
		p.callOffDawn()
	}
}

// moveDeadline lets the piece end at another frame: the rest of its journey is
// longer or shorter, the landing is composed for the new end, and a landing
// that has begun is called off where there is time for more. After the last
// chord it is too late, and a night with a dawn ends at its minute.
func (p *Piece) moveDeadline(at int64) {
	if p.night != never {
		return
	}
	at = min(max(at, p.soonest()), MaxMinutes*60*Rate)
	if p.span.Final || at == p.deadline {
		return
	}
	now := float64(p.frame) / Rate
	if now > p.left {
		p.whole = p.brief.Journey // what it was cut from has been left behind
	}
	p.brief.Journey, p.left = p.whole.Ending(float64(at)/Rate, now), math.Inf(1)
	if landing := p.brief.Journey.landing(); landing < p.whole.landing() {
		p.left = landing
	}
	p.retarget()
	p.mark(at)
	p.composer.Land(at)
	if at > p.deadline {
		p.band.master.resume(p.brief.breathUntil())
	}
	p.deadline, p.homing = at, false
}

// mark lets rounds turn and chimes ring as in a sitting of so many frames, on
// what is there to play them.
func (p *Piece) mark(frames int64) {
	brief, built := p.brief, partsOf(p.brief)
	brief.Minutes = float64(frames) / Rate / 60
	players := castOf(brief)
	if !built.has(players.rounds.Signal) {
		players.rounds.Signal = score.PartCount
	}
	if !built.has(players.chime) {
		players.chimes = nil
	}
	p.composer.Mark(players.rounds, compose.Chimes{Part: players.chime, Frames: players.chimes})
}
