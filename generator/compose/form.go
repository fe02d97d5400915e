package compose

import (
	"strconv"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// section is a stretch of one to four minutes with a key, a progression and a
// texture of its own.
type section struct {
	index       int
	material    int // 0 is A, 1 is B …
	visit       int // how often the material has been heard before
	phase       Phase
	phaseCount  int  // sections of the same phase before this one
	airy        bool // a break from work
	turned      bool // it begins where work becomes a break, or a break work
	key, next   theory.Key
	before      int // root of the chord before it, or −1
	texture     texture
	progression progression

	start       int64
	frames      int64
	phrases     int // melody phrases
	phraseBeats int
	spanBeats   int // a span is a phrase or an even part of one
	chordBeats  int
}

// spans returns the number of spans of the section.
func (s *section) spans() int { return s.phrases * s.phraseBeats / s.spanBeats }

// recurrence returns after how many chords the draws of the harmony come
// again: after two pairs of cells, or with the form of a style that repeats.
func (s *section) recurrence(c *Composer) int {
	if c.plan.Style.Repeat {
		return max(1, formBars*c.meter/s.chordBeats)
	}
	return 4 * cellChords
}

// form remembers which material has been heard, newest last.
type form struct {
	visits [1 + latest]int // of A and of the latest materials
	newest int             // the newest material
	last   [3]int          // materials of the latest sections, newest first
	fresh  int             // sections since the newest material came
	pauses int             // sections of breaks so far
}

// latest is how many materials besides A can return.
const latest = 4

// nextMaterial decides what the next section is made of: something new, or
// something heard before. The longer nothing new has come, the likelier it
// is. A returns most, so that a long piece keeps its home, and it returns
// last.
func (f *form) nextMaterial(c *Composer, index, left int) (material, visit int) {
	switch {
	case index == 0:
		*f = form{last: [3]int{-1, -1, -1}}
	case index == 1:
		material = f.newest + 1
	case left == 1 && f.last[0] != 0, index == 2 && left > 2:
		material = 0
	default:
		material = f.draw(c, index, left)
	}
	visits := &f.visits[0]
	if material > 0 {
		visits = &f.visits[1+material%latest]
	}
	if material > f.newest {
		f.newest, f.fresh = material, 0
		*visits = 0
	} else {
		f.fresh++
	}
	visit = *visits
	*visits++
	f.last = [3]int{material, f.last[0], f.last[1]}
	return material, visit
}

func (f *form) draw(c *Composer, index, left int) int {
	var weights [6]int // A, the four latest, a new one
	candidates := [6]int{0, f.newest - 3, f.newest - 2, f.newest - 1, f.newest, f.newest + 1}
	base := [6]int{4, 1, 2, 3, 3, 2 + 4*f.fresh}
	if left == 2 {
		base[0] = 0 // saved for the last
	}
	for i, material := range candidates {
		if material < 0 || (i > 0 && material == 0) || material == f.last[0] {
			continue
		}
		weights[i] = base[i]
		if material == f.last[1] {
			weights[i] = 1
		}
	}
	return candidates[c.ask(formThread, uint64(index), askMaterial).Weighted(weights[:])]
}

// newSection plans the section that starts at a frame, all but the key that
// follows it.
func (c *Composer) newSection(s *section, index int, start int64, from theory.Key) {
	w := c.plan.at(start)
	// Only the landing itself lands, whatever the journey says of that moment.
	*s = section{index: index, start: start, phase: min(w.Phase, Rest), key: from, before: -1, progression: s.progression}
	s.airy, s.turned = c.roundAt(start)
	if s.airy {
		s.material, s.visit = pause, c.form.pauses
		c.form.pauses++
		s.key = c.nextKey(from, s, w.Happiness)
	} else if !c.plan.Style.Repeat {
		s.material, s.visit = c.form.nextMaterial(c, index, c.sectionsLeft(start))
		if index > 0 {
			s.key = c.nextKey(from, s, w.Happiness)
		}
	}
	if !s.airy {
		s.phaseCount = c.phaseCounts[s.phase]
		c.phaseCounts[s.phase]++
	}
	c.measure(s, w)
	s.texture = c.newTexture(s)
	c.keepBed(&s.texture)
}

// score returns the section as the score has it.
func (s *section) score(w Waypoint) score.Section {
	name := numbered(s.phase.String(), s.phaseCount)
	if s.airy && s.phase != Land {
		name = numbered("break", s.visit)
	}
	return score.Section{
		Frame: s.start, Frames: s.frames, Name: name, Form: s.form(),
		Tonic: s.key.Name(), Mode: s.key.Mode.String(), Key: s.key, BPM: w.BPM, Tension: w.Tension,
	}
}

func numbered(name string, count int) string {
	if count == 0 {
		return name
	}
	return name + " " + strconv.Itoa(count+1)
}

// form returns the section's material as analysts write it: A, B, A' …; a
// third return is A'3.
func (s *section) form() string {
	name := ""
	for m := s.material; m >= 0 && !s.airy; m = m/26 - 1 {
		name = string(rune('A'+m%26)) + name
	}
	if s.airy {
		name = "pause" // no letter: it is apart from the others
	}
	if s.visit > 0 {
		name += "'"
	}
	if s.visit > 1 {
		name += strconv.Itoa(s.visit)
	}
	return name
}
