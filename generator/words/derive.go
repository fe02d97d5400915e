package words

import (
	"math"
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// derive puts the reading together from its finds.
func (r Reading) derive() Reading {
	if r.notice != "" {
		r.Notes = append(r.Notes, r.notice)
	}
	r.deriveMood()
	r.deriveGoal()
	r.deriveLength()
	r.deriveSounds()
	r.deriveTexture()
	r.derivePatterns()
	for _, f := range r.finds {
		r.Chips = append(r.Chips, f.chip())
	}
	return r
}

// isFelt reports whether a find says how somebody feels.
func (f find) isFelt() bool {
	return f.feeling != nil && !f.ofMusic && (!f.wished || f.lessen)
}

// isWord reports whether a feeling is one to keep in a check-in, rather than
// what speaks of one, as "a long day" does.
func (f find) isWord() bool {
	return !f.scale && isWritten(f.name) && slices.Contains(f.feeling.weight[:], 1)
}

// felt is what a find says of the mood.
func (f find) felt() felt {
	said := felt{place: *f.feeling, radius: f.radius, share: 1}
	switch {
	case f.lessen:
		said.radius = 0.65
	case f.denied:
		said.radius, said.share = deniedRadius, 0.5
	}
	return said
}

func (r *Reading) deriveMood() {
	var said []felt
	var from []find
	for _, f := range r.finds {
		if !f.isFelt() {
			continue
		}
		said, from = append(said, f.felt()), append(from, f)
		if !f.denied && f.isWord() && !slices.Contains(r.Feelings, f.spelled()) {
			r.Feelings = append(r.Feelings, f.spelled())
		}
	}
	for i := range said {
		for j := i + 1; j < len(said); j++ {
			if from[i].denied || from[j].denied {
				continue // a denied word is no strong word for the other side
			}
			r.weigh(&said[i], &said[j], from[i], from[j])
		}
	}
	r.Mood = moodOf(said)
}

// Two feelings contradict each other from this on: apart on what both speak of
// (design choice).
const apart = 0.25

// overruled is how much a feeling still counts that a "but" takes back.
const overruled = 0.25

// weigh decides between two feelings that contradict each other, and says how.
func (r *Reading) weigh(a, b *felt, first, second find) {
	names := quoted(first) + " and " + quoted(second)
	for d := range dimensions {
		x, y := a.radius*a.value[d], b.radius*b.value[d]
		if a.weight[d] < 1 || b.weight[d] < 1 || x*y >= 0 || math.Abs(x) < apart || math.Abs(y) < apart {
			continue
		}
		if second.contrast && !first.contrast {
			a.share = overruled
			r.note(names + " pull apart: it follows " + quoted(second) + ", said last.")
		} else {
			r.note(names + " pull apart: it takes the middle.")
		}
		return
	}
	if !second.contrast || first.contrast {
		return
	}
	x, y := a.arousal(), b.arousal()
	if x*y < 0 && math.Abs(x) > apart && math.Abs(y) > apart {
		r.note(names + " pull apart, and both can be true: " + a.speaksOf() + " follows " + quoted(first) + ", " +
			b.speaksOf() + " " + quoted(second) + ".")
	}
}

// speaksOf names what of energy and tension a word speaks of first.
func (f felt) speaksOf() string {
	if f.weight[energy] >= f.weight[tension] {
		return "the energy"
	}
	return "the tension"
}

func (r *Reading) deriveLength() {
	var chosen, hint find
	for _, f := range r.finds {
		minutes := f.length()
		switch {
		case minutes == 0:
		case f.vague || f.goal != nil:
			if hint.length() == 0 {
				hint = f
			}
		case chosen.length() == 0:
			chosen = f
		case minutes != chosen.length():
			r.note(quoted(chosen) + " and " + quoted(f) + " are two lengths: it follows the first.")
		}
	}
	if chosen.length() == 0 {
		chosen = hint
	}
	asked := chosen.length()
	if asked == 0 {
		return
	}
	r.Minutes = heldMinutes(asked)
	switch {
	case asked > maxMinutes:
		r.note("the longest sitting is 12 hours, so it is that.")
	case asked < minMinutes:
		r.note("the shortest sitting is a minute, so it is that.")
	}
}

// length is the minutes that a find speaks of, or 0.
func (f find) length() float64 {
	if f.goal != nil && !f.denied {
		return f.goal.minutes
	}
	return f.minutes
}

func (r *Reading) deriveSounds() {
	last := map[score.Part]find{}
	var order []score.Part
	for _, f := range r.finds {
		if f.sound == nil {
			continue
		}
		if f.sound.near {
			if f.denied {
				continue
			}
			r.note("there is no " + f.name + " here: what comes nearest is " + partNames(f.sound.parts) + ".")
		}
		for _, part := range f.sound.parts {
			before, seen := last[part]
			if !seen {
				order = append(order, part)
			} else if before.denied != f.denied {
				r.note(quoted(before) + " and " + quoted(f) + " contradict each other: it follows the second.")
			}
			last[part] = f
		}
	}
	for _, part := range order {
		if last[part].denied {
			r.Refused = append(r.Refused, part)
		} else {
			r.Wanted = append(r.Wanted, part)
		}
	}
}

func (r *Reading) derivePatterns() {
	for _, f := range r.finds {
		switch {
		case f.denied:
		case f.rounds != Rounds{}:
			r.Rounds = f.rounds
		case f.bells > 0:
			r.BellMinutes = f.bells
		case f.pattern != nil:
			if f.pattern.breath != (Breath{}) {
				r.Breath = f.pattern.breath
			}
			if f.pattern.rounds != (Rounds{}) {
				r.Rounds = f.pattern.rounds
			}
			r.Silence = r.Silence || f.pattern.silence
		}
	}
	if r.Silence && r.Goal != journal.Meditate {
		r.Silence = false
		r.note("a sitting without music is there for meditate alone.")
	}
}

// note adds a sentence once.
func (r *Reading) note(sentence string) {
	if !slices.Contains(r.Notes, sentence) {
		r.Notes = append(r.Notes, sentence)
	}
}
