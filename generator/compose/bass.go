package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// chooseBass returns the bass note of a chord: mostly the root, where it lies
// near, the third or fifth where they make a better line, and the tonic
// under everything where the texture holds a pedal. It is not the pitch avoid.
func (c *Composer) chooseBass(st *stretch, now *sounding, previous, avoid int) int {
	style := &c.plan.Style
	low, high := style.BassRange[0], style.BassRange[1]
	if high-low < theory.SemitonesPerOctave-1 {
		low, high = 36, 50
	}
	if !c.harmony.started || previous == 0 {
		previous = (low + high) / 2
	}
	wanted := now.chord.Root
	if st.section.texture.ground == pedal && !st.final && avoid == 0 && pedalFits(st.section.key.Tonic, now.chord) {
		return nearestIn(theory.SetOf(st.section.key.Tonic), previous, low, high)
	}
	best, least := avoid, 1<<30
	for pitch := low; pitch <= high; pitch++ {
		if pitch == avoid {
			continue
		}
		distance := max(pitch-previous, previous-pitch)
		cost := 4 * distance
		if style.Repeat {
			cost += 3 * distance // a form that comes again and again treads softly
		}
		switch theory.PitchClass(pitch - wanted) {
		case 0:
		case 3, 4:
			cost += 12
		case 7:
			cost += 24
		default:
			continue
		}
		if !now.chord.Set().Has(pitch) || (now.chord.Quartal() && theory.PitchClass(pitch) != wanted) {
			continue // a stack of fourths stands on its lowest
		}
		if theory.PitchClass(pitch) != wanted && now.degree == 0 {
			if st.final {
				continue
			}
			cost += 30 // home is home only on its root
		}
		if distance > 7 {
			cost += 20
		}
		cost += max(0, (low+high)/2-4-pitch, pitch-(low+high)/2-4)
		if cost < least {
			best, least = pitch, cost
		}
	}
	return best
}

// pedalFits reports whether the tonic can be held under the chord: none of
// the chord's tones may rub it by a semitone.
func pedalFits(tonic int, chord theory.Chord) bool {
	set := chord.Set()
	return !set.Has(tonic+1) && !set.Has(tonic-1)
}

// nearestIn returns the pitch of the set in low…high closest to the given
// one.
func nearestIn(set theory.Set, pitch, low, high int) int {
	best, least := low, 1<<30
	for p := low; p <= high; p++ {
		if distance := max(p-pitch, pitch-p); set.Has(p) && distance < least {
			best, least = p, distance
		}
	}
	return best
}

// writeBass writes the line under the chords with at most a third of the
// onsets.
func (c *Composer) writeBass(dst *score.Span, st *stretch) {
	if st.section.texture.low == nobody {
		return
	}
	share := theory.Fixed(c.onsets.left()) * theory.One / 3
	for i := range st.chordCount {
		now := &st.chords[i]
		if now.bass == 0 || (!now.begins && !c.bassRenews(st)) {
			continue
		}
		if c.plan.Style.Pulse == Free && !st.final {
			c.followOn(dst, st, now)
			continue
		}
		most := int(share.Mul(now.beats.Div(st.length())) / theory.One)
		switch {
		case most < 2 || st.hush || now.beats < 2*theory.One:
			c.bassNote(dst, st, now.bass, now.start, now.beats, theory.One*9/10)
		case c.grooves(st, now) && most >= 2 && !st.hush:
			c.groove(dst, st, now)
		case st.section.texture.ground == fifths:
			c.alternate(dst, st, now, most)
		case st.section.texture.ground == walking:
			c.approach(dst, st, now, i)
		default:
			c.bassNote(dst, st, now.bass, now.start, now.beats, theory.One*9/10)
		}
	}
}

// latestBass is how much later than its chord the bass may come where there is
// no beat, in beats (design choice).
const latestBass = 3 * theory.One

// followOn plays the bass of a chord without a beat: it comes when it comes.
func (c *Composer) followOn(dst *score.Span, st *stretch, now *sounding) {
	late := theory.Fixed(c.ask(groundThread, pair(c.span, int(now.start)), askTime).Between(0, int64(min(latestBass, now.beats/4))))
	c.bassNote(dst, st, now.bass, now.start+late, now.beats-late, theory.One*9/10)
}

// bassRenews reports whether the bass speaks again under a chord that goes
// on: always where there is a pulse, else only when there are onsets to spare.
func (c *Composer) bassRenews(st *stretch) bool {
	return c.plan.Style.Pulse == Steady || st.final || c.onsets.left() >= 4
}

// alternate plays root and fifth in turn: on half of the chord, or, where
// there is a pulse and onsets enough, on every other beat.
func (c *Composer) alternate(dst *score.Span, st *stretch, now *sounding, most int) {
	other := c.otherBass(now)
	step := now.beats / 2
	step -= step % theory.One
	if c.plan.Style.Pulse == Steady && most >= int(now.beats/(2*theory.One)) {
		step = 2 * theory.One
	}
	for n, at := 0, theory.Fixed(0); at < now.beats; n, at = n+1, at+step {
		pitch, weight := now.bass, theory.One*9/10
		if n%2 == 1 {
			pitch, weight = other, theory.One*7/10
		}
		c.bassNote(dst, st, pitch, now.start+at, min(step, now.beats-at), weight)
	}
}

// otherBass returns the fifth or root that answers the bass note, or the note
// itself where nothing else is clear of the pad.
func (c *Composer) otherBass(now *sounding) int {
	set := theory.SetOf(now.chord.Root, now.chord.Root+7)
	for _, wanted := range [...]int{now.bass + 7, now.bass - 5, now.bass + 5, now.bass - 7} {
		if pitch := c.aside(set, now, wanted); pitch != 0 && pitch != now.bass {
			return pitch
		}
	}
	return now.bass
}

// approach plays the bass and, in the last beat, a step of the key that leads
// to the next chord's bass.
func (c *Composer) approach(dst *score.Span, st *stretch, now *sounding, index int) {
	pitch := 0
	if index+1 < st.chordCount {
		if next := st.chords[index+1].bass; next > now.bass {
			pitch = c.aside(st.section.key.Set(), now, next-2)
		} else if next != 0 && next < now.bass {
			pitch = c.aside(st.section.key.Set(), now, next+2)
		}
	}
	if pitch == 0 || pitch == now.bass {
		c.bassNote(dst, st, now.bass, now.start, now.beats, theory.One*9/10)
		return
	}
	last := now.beats - theory.One
	c.bassNote(dst, st, now.bass, now.start, last, theory.One*9/10)
	c.bassNote(dst, st, pitch, now.start+last, theory.One, theory.One*7/10)
}

// aside returns a pitch of the set near the wanted one that is clear of the
// pad, or 0.
func (c *Composer) aside(set theory.Set, now *sounding, wanted int) int {
	pitch := set.Nearest(wanted)
	low, high := c.plan.Style.BassRange[0], c.plan.Style.BassRange[1]
	if pitch < low || pitch > high || !theory.Clear(pitch, now.voices[0]) || pitch >= now.voices[0] {
		return 0
	}
	return pitch
}

func (c *Composer) bassNote(dst *score.Span, st *stretch, pitch int, at, beats, weight theory.Fixed) {
	start := st.at(at)
	c.strike(dst, st, score.Event{
		Frame: start, Frames: st.at(at+beats) - start, Part: st.section.texture.low, Role: score.Ground,
		Pitch: pitch, Velocity: st.waypoint.Velocity.Mul(weight),
	}, true)
	c.onsets.written++
}
