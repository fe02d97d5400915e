package words

import (
	"math"
	"slices"

	"dulcet/journal"
)

// A turned dial is where the text has turned a dial, and by which find.
type turned struct {
	by   float64
	find find
}

func (r *Reading) deriveTexture() {
	var dials [len(journal.Dials{})]turned
	for _, f := range r.finds {
		for _, t := range f.turns() {
			before := dials[t.dial]
			switch {
			case before.by*t.by < 0:
				r.note(quoted(before.find) + " and " + quoted(f) + " pull apart: it follows the second.")
				dials[t.dial] = turned{t.by, f}
			case math.Abs(t.by) > math.Abs(before.by):
				dials[t.dial] = turned{t.by, f}
			}
		}
		r.deriveCourse(f)
	}
	for dial, t := range dials {
		r.Dials[dial] = math.Round(1000*clamp(t.by)) / 1000
	}
}

// deriveCourse takes over what a find says of the way to the goal.
func (r *Reading) deriveCourse(f find) {
	switch {
	case f.course != nil && !f.denied:
		if f.course.start != StartUsual {
			r.Start = f.course.start
		}
		r.Slow = max(r.Slow, f.course.slow)
	case f.feeling != nil && f.ofMusic:
		// Who wants sad music, or none that is happy, wants to be met where they
		// are, and who wants no sad music wants to leave there.
		light := f.feeling.weight[valence] * f.feeling.value[valence]
		switch {
		case light > apart && f.denied, light < -apart && !f.denied:
			r.Start = StartHere
		case light < -apart:
			r.Start = StartBrighter
		}
	}
}

// turns returns by how much a find turns each dial.
func (f find) turns() []turn {
	switch {
	case f.trait != nil:
		return f.traitTurns()
	case f.course != nil && !f.denied:
		return f.course.turns
	case f.feeling != nil && f.ofMusic:
		return f.musicTurns()
	}
	return nil
}

// traitTurns are the dials of a word of texture: further for "very", a little
// the other way for "not", and all the way where nature or pulse are refused.
func (f find) traitTurns() []turn {
	turns := slices.Clone(f.trait.turns)
	for i := range turns {
		t := &turns[i]
		switch {
		case f.lessen:
			t.by *= -1
		case !f.denied:
			t.by *= f.radius / plainRadius
		case f.trait.refusable() && t.dial == journal.Register:
			t.by = -t.by
		case f.trait.refusable():
			t.by = -1
		default:
			t.by *= -0.5
		}
	}
	return turns
}

// refusable reports whether "no" takes a thing away altogether, rather than
// asking for a little less of it.
func (t *trait) refusable() bool {
	first := t.turns[0]
	return first.dial == journal.Register || first.by > 0 && (first.dial == journal.Nature || first.dial == journal.Pulse)
}

// musicTurns are the dials of music that shall have a feeling: its arousal is
// tempo and density, its valence brightness (design choice, after what the
// journey makes of a mood). Refused music turns them the other way, and a
// refused brightness also leads less directly to it.
func (f find) musicTurns() []turn {
	much := f.radius / plainRadius
	if f.denied {
		much = -1
	}
	arousal := f.feeling.arousal()
	light := clamp(f.feeling.weight[valence] * f.feeling.value[valence])
	var turns []turn
	if math.Abs(arousal) > apart {
		turns = append(turns, turn{journal.Tempo, plainTurn * arousal * much}, turn{journal.Density, sideTurn * arousal * much})
	}
	if math.Abs(light) > apart {
		turns = append(turns, turn{journal.Brightness, plainTurn * light * much})
		if f.denied && light > 0 {
			turns = append(turns, turn{journal.Directness, -plainTurn})
		}
	}
	return turns
}
