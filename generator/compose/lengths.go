package compose

import "dulcet/generator/theory"

// longestSpan is what a span may last, so that a wish is heard soon and no
// note is promised for long.
const longestSpan = LongestSpanSeconds * theory.One

// LongestSpanSeconds is longestSpan in seconds.
const LongestSpanSeconds = 14

// sectionsLeft returns how many sections lie between the frame and the
// landing: 1, 2, or 3 for more.
func (c *Composer) sectionsLeft(start int64) int {
	_, longest := c.sectionLimits()
	switch {
	case c.lastSection(start):
		return 1
	case c.nextTurn(start) >= 0:
		return 3
	case c.landingFrame()-start <= 2*longest:
		return 2
	}
	return 3
}

// lastSection reports whether a section that starts at the frame reaches the
// landing: there is no room for two.
func (c *Composer) lastSection(start int64) bool {
	if c.nextTurn(start) >= 0 {
		return false
	}
	shortest, longest := c.sectionLimits()
	left := c.landingFrame() - start
	return left <= longest || left < 2*shortest
}

// sectionLimits returns the shortest and longest length of a section in
// frames.
func (c *Composer) sectionLimits() (shortest, longest int64) {
	style := &c.plan.Style
	shortest = max(framesOf(style.SectionSeconds[0]), shortestSection)
	return shortest, max(framesOf(style.SectionSeconds[1]), shortest)
}

// measure decides the lengths of spans, phrases, chords and the section.
func (c *Composer) measure(s *section, w Waypoint) {
	style := &c.plan.Style
	bar := secondsOf(beatFrames(w.BPM)) * theory.Fixed(c.meter)
	bars := c.phraseBars(bar)
	spanBars := bars
	for spanBars > 1 && (bar*theory.Fixed(spanBars) > longestSpan || bars%spanBars != 0) {
		spanBars--
	}
	s.phraseBeats, s.spanBeats = bars*c.meter, spanBars*c.meter
	s.chordBeats = c.chooseChordBeats(s, bar/theory.Fixed(c.meter))

	period := 2 // phrases: a question and its answer
	if style.Repeat {
		period = max(2, formBars/bars)
	}
	target := c.sectionEnd(s)
	if target == c.nextTurn(s.start) {
		period = 1 // who works by the clock is not kept waiting
	}
	end := s.start
	for s.phrases == 0 || (end < target && s.phrases < maxPhrases) {
		before := end
		for range period {
			end += c.spanFrames(end, s.phraseBeats, c.plan.at(end).BPM)
		}
		if s.phrases > 0 && end-target > target-before {
			end = before
			break
		}
		s.phrases += period
	}
	s.frames = end - s.start
}

// maxPhrases bounds a section.
const maxPhrases = 96

// phraseBars returns how many bars come closest to a phrase of the style.
func (c *Composer) phraseBars(bar theory.Fixed) int {
	if c.breathes() {
		return c.breathBars(bar)
	}
	choices := []int{1, 2, 3, 4, 6, 8}
	switch {
	case c.plan.Style.Repeat:
		choices = []int{2, 4}
	case c.plan.Style.Pulse == Steady:
		choices = []int{2, 4, 8} // what moves to a beat counts in twos
	}
	best, least := choices[0], theory.Fixed(1<<40)
	for _, bars := range choices {
		distance := bar*theory.Fixed(bars) - c.plan.Style.PhraseSeconds
		distance = max(distance, -distance)
		if bars%2 == 1 {
			distance += bar / 4 // two and four bars balance
		}
		if distance < least {
			best, least = bars, distance
		}
	}
	return best
}

// chooseChordBeats draws how long a chord lasts among the lengths that divide
// a phrase evenly, or are made of whole spans, and keep the style's limits.
func (c *Composer) chooseChordBeats(s *section, beat theory.Fixed) int {
	lengths := [...]int{
		s.phraseBeats / 4, s.phraseBeats / 3, s.phraseBeats / 2, s.phraseBeats,
		s.phraseBeats * 3 / 2, s.phraseBeats * 2, s.phraseBeats * 3,
	}
	shortest, longest := c.plan.Style.ChordSeconds[0], c.plan.Style.ChordSeconds[1]
	var weights [len(lengths)]int
	best, least := s.phraseBeats, theory.Fixed(1<<40)
	for i, beats := range lengths {
		fits := beats >= 2 && s.phraseBeats%beats == 0
		if c.meter%max(1, beats) != 0 && beats%c.meter != 0 {
			continue // chords change with the bar
		}
		if c.breathes() && (beats < 1 || !c.breathed(beats, beat)) {
			continue
		}
		if beats >= s.spanBeats {
			fits = beats%s.spanBeats == 0
		} else {
			fits = fits && s.spanBeats%beats == 0
		}
		if !fits {
			continue
		}
		length := beat * theory.Fixed(beats)
		outside := max(shortest-length, length-longest, 0)
		if outside == 0 {
			weights[i] = 3
		}
		if outside < least {
			best, least = beats, outside
		}
	}
	if drawn := c.ask(harmonyThread, uint64(s.material), askChordLength).Weighted(weights[:]); drawn >= 0 {
		return lengths[drawn]
	}
	return best
}

// sectionEnd returns the frame near which the section ends: an even share of
// what is left before the landing, or where a new phase begins.
func (c *Composer) sectionEnd(s *section) int64 {
	if c.steering.prolonged && s == &c.sections[c.present] {
		return min(s.start+prolongation, c.horizon(s.start))
	}
	if c.lastSection(s.start) {
		return c.landingFrame()
	}
	shortest, longest := c.sectionLimits()
	left := c.horizon(s.start) - s.start
	if left <= longest {
		return s.start + left
	}
	length := c.ask(formThread, uint64(s.index), askLength).Between(shortest, longest)
	count := max((left+length/2)/length, (left+longest-1)/longest)
	length = max(min(left/count, longest), min(shortest, left))
	if turn := c.plan.nextPhase(s.start + shortest*3/4); turn > 0 && turn-s.start <= longest*5/4 &&
		c.landingFrame()-turn >= shortest {
		return turn
	}
	return s.start + length
}
