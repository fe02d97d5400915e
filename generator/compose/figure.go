package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// lowestFigure is the lowest pitch of anything but pad and bass: a fifth and
// more over every bass note, so that nothing blurs.
const lowestFigure = 54

// maxTones bounds the tones that a figure moves over.
const maxTones = 8

// writeFigure accompanies with the onsets that the other parts have left.
func (c *Composer) writeFigure(dst *score.Span, st *stretch) {
	if st.hush || st.section.texture.player == nobody {
		return
	}
	if st.figure == cycling && !c.plan.Style.Repeat {
		c.writeCycles(dst, st)
	}
	quotas := c.quotas(dst, st)
	bars, most, notes := c.barsOf(st), 0, 0
	for _, quota := range quotas {
		most, notes = max(most, quota), notes+quota
	}
	if most == 0 {
		return
	}
	perBeat := 1
	for perBeat < 4 && st.beats*perBeat*2 < most*bars*3 {
		perBeat *= 2
	}
	if c.plan.Style.Pulse != Steady {
		perBeat = max(perBeat, 2)
	}
	g := c.newGesture(dst, st, perBeat, notes)
	slots := min(st.beats*perBeat, maxSlots)
	for bar := range bars {
		quota := quotas[bar]
		if g.kind == opening {
			quota = min(quota, openingNotes*(bar+1)/bars-openingNotes*bar/bars)
		}
		c.figureBar(dst, st, &g, slots*bar/bars, slots*(bar+1)/bars, perBeat, quota)
	}
}

// figureBar plays count notes of the figure, or as many as find a place, in
// the slots from one up to another: Euclid's rhythm, as even as the grid
// allows.
func (c *Composer) figureBar(dst *score.Span, st *stretch, g *gesture, from, to, perBeat, count int) {
	places := 0
	for slot := from; slot < to; slot++ {
		if g.open[slot] {
			places++
		}
	}
	if count = min(count, places); count == 0 {
		return
	}
	spread := st.figure == rolled && count*2 <= (to-from)/perBeat*3
	if spread {
		count = (count + 2) / 3 // spread chords are three onsets each
	}
	step := theory.One / theory.Fixed(perBeat)
	place := g.rotation
	for slot := from; slot < to; slot++ {
		if !g.open[slot] {
			continue
		}
		place++
		if (place-1)*count%places >= count {
			continue
		}
		at := theory.Fixed(slot) * step
		if c.plan.Style.Pulse == Free {
			at = c.loosen(st, at, g.at, theory.Fixed(to-from)*step/theory.Fixed(count))
		} else if g.before >= 0 && slot-g.before > 2*perBeat {
			g.at = g.turn // after a rest the figure sets out anew
		}
		c.figureNote(dst, st, g, at, step*theory.Fixed(places/count), spread)
		g.at++
		g.before = slot
	}
}

// loosen moves a note of music without a beat off the grid, by up to a third
// of the time between notes.
func (c *Composer) loosen(st *stretch, at theory.Fixed, turn int, gap theory.Fixed) theory.Fixed {
	stray := theory.Fixed(c.ask(figureThread, uint64(c.placeOf(st)*64+turn), askTime).Fixed()) - half
	return (at + stray.Mul(gap)*2/3).Clamp(0, st.length()-half)
}

// figureNote plays the next note of the figure, or its spread chord.
func (c *Composer) figureNote(dst *score.Span, st *stretch, g *gesture, at, beats theory.Fixed, spread bool) {
	t := &st.section.texture
	tones, count := figureTones(st, at)
	if count == 0 {
		return
	}
	weight := g.weightAt(c, st, at)
	event := score.Event{
		Frame: st.at(at), Frames: st.long(max(beats, half).Mul(st.waypoint.Articulation)), Part: t.player,
		Role: score.Accompaniment, Velocity: st.waypoint.Velocity.Mul(weight),
	}
	if c.plan.Style.Pulse != Steady {
		event.Frames = st.ringOn(at, pedalled(st.waypoint.Articulation))
	}
	if spread && count >= 3 {
		c.spread(dst, st, event, tones[g.at%(count-2):count])
		return
	}
	first := c.figureTone(st, st.figure, g.at, count)
	for i := range count {
		event.Pitch = tones[(first+i)%count]
		if (event.Pitch != g.latest || count == 1) && !taken(dst.Events, &event) {
			g.latest = event.Pitch
			c.strike(dst, st, event, true)
			c.onsets.written++
			return
		}
	}
}

// spreading is how far apart the notes of a spread chord are, in frames.
const spreading = 65 * score.Rate / 1000

// spread plays three tones one after another, each an onset of its own.
func (c *Composer) spread(dst *score.Span, st *stretch, event score.Event, tones []int) {
	for _, pitch := range tones[:3] {
		event.Pitch = pitch
		if !taken(dst.Events, &event) {
			c.strike(dst, st, event, false)
			c.onsets.written++
		}
		event.Frame += spreading
		event.Frames -= spreading
	}
}

// pedalled returns for how many beats the notes of a figure ring on where
// nothing drives them: a bar of three under a melody that is sung, less the
// more its notes are set apart (design choice).
func pedalled(articulation theory.Fixed) theory.Fixed {
	return (3 * theory.One).Mul((2 * (articulation - theory.One/4)).Clamp(theory.One/6, theory.One))
}

// ringOn returns how long a note rings under a held pedal: the given beats,
// or until the harmony changes.
func (st *stretch) ringOn(at, beats theory.Fixed) int64 {
	now := st.chordAt(at)
	return st.at(min(at+beats, now.start+now.beats)) - st.at(at)
}

// taken reports whether the part plays the pitch at that time already.
func taken(events []score.Event, e *score.Event) bool {
	const apart = score.Rate / 8
	for i := range events {
		x := &events[i]
		if x.Part == e.Part && x.Pitch == e.Pitch && x.Role != score.Accompaniment &&
			x.Frame < e.Frame+apart && e.Frame < x.Frame+x.Frames+apart {
			return true
		}
	}
	return false
}

// figureReach is how far in semitones a figure reaches over its lowest pitch: an
// octave and a half.
const figureReach = 17

// figureTones returns the tones of the chord that the figure plays on,
// rising, from the lowest pitch to an octave and a half above at most.
func figureTones(st *stretch, at theory.Fixed) (tones [maxTones]int, count int) {
	if st.section.texture.player == nobody {
		return tones, 0
	}
	set := st.chordAt(at).chord.Set()
	lowest, highest := st.section.texture.player.Range()
	low := max(lowestFigure, st.low, lowest)
	high := min(low+figureReach, highest)
	if st.section.texture.player == st.section.texture.lead {
		// One instrument plays both: the left hand stays under the right.
		high = max(low+9, min(high, int(st.waypoint.Register/theory.One)-3))
	}
	for pitch := low; pitch <= high && count < maxTones; pitch++ {
		if !set.Has(pitch) {
			continue
		}
		// A second between neighbours is for the pad; a figure is open.
		if count > 0 && pitch-tones[count-1] < 2 {
			continue
		}
		tones[count] = pitch
		count++
	}
	return tones, count
}

// figureTone returns which of the count tones comes at a turn of the figure.
func (c *Composer) figureTone(st *stretch, f figure, turn, count int) int {
	switch f {
	case rising, rolled:
		return turn % count
	case arch:
		round := max(1, 2*count-2)
		place := turn % round
		return min(place, round-place)
	case ostinato:
		return [...]int{0, 2, 1, 2, 0, 3, 1, 2}[turn%8] % count
	case broken:
		return [...]int{0, count - 1, count / 2, count - 1}[turn%4]
	}
	place := c.placeOf(st)*64 + turn
	drawn := c.ask(figureThread, uint64(place), askPitch).Below(count)
	if before := c.ask(figureThread, uint64(place-1), askPitch).Below(count); drawn == before {
		drawn = (drawn + 1) % count
	}
	return drawn
}

// placeOf numbers the stretches; where the form repeats, it begins again with
// every time round.
func (c *Composer) placeOf(st *stretch) int {
	if c.plan.Style.Repeat {
		return st.beatAt / max(1, st.beats) % max(1, formBars*c.meter/max(1, st.beats))
	}
	return c.span
}
