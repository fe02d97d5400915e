package compose

import (
	"slices"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// impossible is the cost of what cannot be sung.
const impossible = 1 << 20

// shortestNote is the shortest melody note of each pulse, in seconds: faster
// ones would be busier than the pulse (design choice).
var shortestNote = [...]theory.Fixed{
	Free:   theory.One * 55 / 100,
	Gentle: theory.One * 28 / 100,
	Steady: theory.One * 17 / 100,
}

// tries is how many operations compete for a place.
const tries = 3

// findAppearance puts into c.melody.best the appearance that fits the place
// best: chord tones where it counts, near the line, inside the time and notes
// that are left. What must fit but does not is shortened to a fragment.
func (c *Composer) findAppearance(st *stretch, p *phraseLine, at, to theory.Fixed, notes, n int) {
	m := &c.melody
	m.best.cost = impossible
	event := pair(c.phraseOf(st)<<4|n, int(p.role))
	motif := c.chooseMotif(st, event)
	var weights [score.OperationCount]int
	if p.answer {
		weights[score.Answer], weights[score.Fragmentation] = 3, 2
	} else {
		weights = operations[st.phrase%4][min(n, 1)]
		if st.section.visit > 0 || st.turning {
			weights[score.Ornament]++
			weights[score.Inversion]++
		}
		weights[score.Displacement] = c.displacing(st)
		if st.section.phase == Land {
			weights = [score.OperationCount]int{score.Statement: 5, score.Sequence: 2, score.Augmentation: 3, score.Retrograde: 1}
		}
	}
	if c.plan.Style.Pulse == Free {
		weights[score.Diminution] = 0
	}
	for try := range tries {
		drawn := c.ask(melodyThread, event<<2|uint64(try), askOperation).Weighted(weights[:])
		if drawn < 0 {
			break
		}
		weights[drawn] = 0
		c.tryOperation(st, p, motif, score.Operation(drawn), at, to, notes, event)
	}
	if m.best.cost < impossible {
		return
	}
	c.tryOperation(st, p, motif, score.Fragmentation, at, to, notes, event)
	if m.best.cost == impossible && n == 0 {
		c.tryOperation(st, p, motif, score.Diminution, at, to, notes, event)
	}
}

// tryOperation looks for the best step of the scale to begin on.
func (c *Composer) tryOperation(st *stretch, p *phraseLine, motif int, o score.Operation, at, to theory.Fixed, notes int, event uint64) {
	m := &c.melody
	a := &m.trial
	m.trialSteps, m.trialBeats = c.motifs[motif].Apply(o, m.trialSteps, m.trialBeats)
	*a = appearance{motif: motif, operation: o, steps: m.trialSteps, beats: m.trialBeats}
	if shortest := secondsOf(st.long(slices.Min(a.beats))); shortest < shortestNote[c.plan.Style.Pulse] {
		return
	}
	slack := half
	if o == score.Fragmentation || at == p.from {
		slack = theory.One // a phrase may run over rather than not be
	}
	if len(a.beats) > notes+1 || a.length() > to-at+slack || a.length() > st.length()-at {
		return
	}
	centre, _ := st.section.key.Step(int(p.register / theory.One))
	for step := centre - 7; step <= centre+7; step++ {
		a.step = step
		if a.cost = c.judge(st, p, a, at, to); a.cost < m.best.cost {
			a.cost += c.judgeSurprise(st, p, a, at)
		}
		if a.cost >= m.best.cost {
			continue
		}
		a.cost += c.ask(melodyThread, event<<8|uint64(o)<<4|uint64(step-centre+7), askTaste).Below(10)
		if a.cost < m.best.cost {
			m.bestSteps = append(m.bestSteps[:0], a.steps...)
			m.bestBeats = append(m.bestBeats[:0], a.beats...)
			m.best = *a
			m.best.steps, m.best.beats = m.bestSteps, m.bestBeats
		}
	}
}

// hurry is what an operation costs by itself: haste and breaking off are for
// where nothing else fits as well.
var hurry = [score.OperationCount]int{score.Diminution: 16, score.Fragmentation: 4}

// judge returns how badly the appearance fits, or impossible.
func (c *Composer) judge(st *stretch, p *phraseLine, a *appearance, at, to theory.Fixed) int {
	l := c.melody.lines[p.part]
	low, high := c.melodyRange(p)
	key := st.section.key
	cost, step := hurry[a.operation]+c.weary(st, a), a.step
	position := at
	for i, beats := range a.beats {
		if i > 0 {
			step += a.steps[i-1]
		}
		pitch := key.Pitch(step)
		if pitch < low || pitch > high {
			return impossible
		}
		cost += c.judgeInterval(&l, pitch, i)
		if cost >= impossible {
			return impossible
		}
		cost += c.judgeHarmony(st, pitch, position, beats)
		contour := c.contour(p, position)
		distance := max(pitch-contour, contour-pitch)
		distance += strayCost * max(distance-straying, 0)
		if c.plan.Style.Pulse == Free {
			distance /= 2 // where notes last, harmony matters more than shape
		}
		cost += distance
		l.move(pitch)
		position += beats
	}
	if l.leap != 0 {
		cost += 40 // a leap at the end is left in the air
	}
	return cost + c.judgeEnd(st, key, l.pitch, position, to) + c.judgeReturn(st, l.pitch, l.leap)
}

// A melody that lies further from its contour than straying, in semitones, costs
// strayCost more for each: else small steps would keep it wherever it once
// came to be (design choice).
const (
	straying  = 5
	strayCost = 3
)

// judgeReturn weighs the way from the last phrase of a form that repeats to
// its first note.
func (c *Composer) judgeReturn(st *stretch, pitch, leap int) int {
	if !c.plan.Style.Repeat || (st.phrase+1)*st.section.phraseBeats%(formBars*c.meter) != 0 {
		return 0
	}
	back := c.melody.first - pitch
	distance := max(back, -back)
	switch {
	case distance > widest, leap*back > 0:
		return 200 // nothing would answer the leap
	case distance > singable:
		return 5 * distance
	}
	return 0
}

// singable is the largest interval in semitones by which a calm melody goes
// on without thinking: a major third.
const singable = 4

// judgeInterval weighs the way to a note: a leap over a fifth must be
// followed by motion the other way, and joins are small.
func (c *Composer) judgeInterval(l *line, pitch, index int) int {
	if l.pitch == 0 {
		return 0
	}
	interval := pitch - l.pitch
	if l.leap != 0 && interval*l.leap >= 0 {
		return impossible
	}
	if index > 0 {
		return 0
	}
	distance := max(interval, -interval)
	switch {
	case distance > widest:
		return 50 + 4*distance
	case distance == 0:
		return 4
	case distance > singable && c.plan.Style.Pulse != Steady:
		return 4 * distance
	}
	return distance
}

// judgeHarmony weighs a note against the chord under it: tones of the chord
// on strong beats and where it stays, others only in passing.
func (c *Composer) judgeHarmony(st *stretch, pitch int, at, beats theory.Fixed) int {
	now := st.chordAt(at)
	set := now.chord.Set()
	cost := 0
	if beats >= theory.One && now.rubs(pitch) {
		cost = 14
	}
	if set.Has(pitch) {
		return cost
	}
	if now.borrowed && now.contradicts(st.section.key, pitch) {
		cost += 40
	}
	cost += 3
	if c.strong(st, at) {
		cost += 23
	}
	if beats >= theory.One*3/2 || (c.plan.Style.Pulse == Free && beats >= theory.One) {
		cost += 30 // without a beat every held note is heard against the chord
	}
	return cost
}

// contradicts reports whether a pitch of the key is what a tone of the
// borrowed chord was altered from: the two are never heard together.
func (s *sounding) contradicts(key theory.Key, pitch int) bool {
	altered := s.chord.Set().Without(key.Set())
	return altered.Has(pitch-1) || altered.Has(pitch+1)
}

// rubs reports whether the pitch lies a semitone or a minor ninth from a
// sounding voice, also where both belong to the chord.
func (s *sounding) rubs(pitch int) bool {
	for _, voice := range s.voices[:s.count] {
		if distance := max(pitch-voice, voice-pitch); distance == 1 || distance == 13 {
			return true
		}
	}
	return false
}

// judgeEnd weighs the last note: questions end on any tone of the chord,
// answers at home on the first, third or fifth step.
func (c *Composer) judgeEnd(st *stretch, key theory.Key, pitch int, position, to theory.Fixed) int {
	cost := 0
	set := st.chordAt(min(position, st.length()-1)).chord.Set()
	if !set.Has(pitch) {
		cost += 24
	}
	if st.phrase%2 == 0 && !st.closing || to-position >= 2*theory.One {
		return cost
	}
	step, _ := key.Step(pitch)
	switch (step%theory.StepsPerOctave + theory.StepsPerOctave) % theory.StepsPerOctave {
	case 0:
	case 2, 4:
		cost += 4
	default:
		cost += 14
	}
	if st.closing && cost > 0 {
		cost += 10
	}
	return cost
}

// contour returns the pitch around which the phrase moves at a position: an
// arch of about a fifth.
func (c *Composer) contour(p *phraseLine, at theory.Fixed) int {
	u := (at - p.from).Div(max(p.to-p.from, theory.One)).Clamp(0, theory.One)
	return int((p.register - 2*theory.One + (4 * u.Mul(theory.One-u)).Mul(5*theory.One)) / theory.One)
}

// lowCeiling is the highest pitch of a melody under which its answer does not
// rise over it: where one sleeps or needs ground nothing lies high (design
// choice).
const lowCeiling = 74

// melodyRange returns the lowest and highest pitch of the line.
func (c *Composer) melodyRange(p *phraseLine) (low, high int) {
	low, high = c.plan.Style.MelodyRange[0], c.plan.Style.MelodyRange[1]
	if high-low < theory.SemitonesPerOctave {
		low, high = 55, 84
	}
	lowest, highest := p.part.Range()
	low = max(low, lowestFigure, lowest)
	if p.role == score.Reply && !c.plan.Style.Repeat && high >= lowCeiling {
		high = max(high, 79)
	}
	return low, min(max(high, low+theory.SemitonesPerOctave), highest)
}
