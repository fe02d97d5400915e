package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/surprise"
	"dulcet/generator/theory"
)

// surpriseCost is what it costs that the notes of an appearance surprise a
// bit more or less each than the style asks for (design choice: about as much
// as a note outside the chord on a strong beat).
const surpriseCost = 40

// judgeSurprise weighs how far the appearance is from as surprising as the
// style asks: what is foreseen for long calms, what is not is listened to.
func (c *Composer) judgeSurprise(st *stretch, p *phraseLine, a *appearance, at theory.Fixed) int {
	wanted := c.plan.Style.Surprise
	if wanted <= 0 {
		return 0
	}
	listener, key := c.melody.listeners[p.part], st.section.key
	sum, step := theory.Fixed(0), a.step
	for i, beats := range a.beats {
		if i > 0 {
			step += a.steps[i-1]
		}
		sum += listener.Hear(key, key.Pitch(step), st.at(at))
		at += beats
	}
	away := sum/theory.Fixed(len(a.beats)) - wanted
	return int(max(away, -away) * surpriseCost / theory.One)
}

// candidates is how many ideas are thought of for each that is kept.
const candidates = 8

// foreseen returns how far an idea, stated twice on the tonic, is from as
// surprising as the style asks, in bits a note.
func (c *Composer) foreseen(m *score.Motif) theory.Fixed {
	const tonic = 5 * theory.StepsPerOctave
	var listener surprise.Listener
	key := theory.Key{Mode: theory.Ionian}
	sum, at := theory.Fixed(0), int64(0)
	for range 2 {
		step := tonic
		for i, beats := range m.Beats {
			if i > 0 {
				step += m.Intervals[i-1]
			}
			sum += listener.Hear(key, key.Pitch(step), at)
			at += int64(beats)
		}
	}
	away := sum/theory.Fixed(2*len(m.Beats)) - c.plan.Style.Surprise
	return max(away, -away)
}
