package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// maxSlots bounds the grid of a figure: four slots to each beat of the
// longest span.
const maxSlots = 256

// gesture is how a figure moves through one stretch: where it may speak, how
// loud, and where its tones begin. Without gestures an accompaniment is a
// machine; with them it has phrases of its own.
type gesture struct {
	open     [maxSlots]bool // the slots in which the figure may speak
	rotation int            // where the figure's rhythm begins
	turn     int            // where its tones begin
	at       int            // which of them comes next
	before   int            // slot of the note before, or −1
	latest   int            // pitch of the note before, or 0
	kind     gestureKind
}

// openingNotes is how many notes of a figure open a piece at most.
const openingNotes = 4

// gestureKind is the shape of a gesture.
type gestureKind uint8

const (
	flowing   gestureKind = iota // through the phrase, with a breath at its end
	answering                    // where the melody does not move
	waving                       // a wave in the first half of each half, then rest
	opening                      // only in the second half: the piece's first chord blooms alone
	silent                       // the chords alone
)

// newGesture decides how the figure moves through the stretch on a grid of
// slots, in which it is to play so many notes.
func (c *Composer) newGesture(dst *score.Span, st *stretch, perBeat, notes int) gesture {
	g := gesture{kind: c.chooseGesture(st, 3*notes > st.beats*perBeat), rotation: st.section.texture.rotation}
	phrase := c.phraseOf(st)
	if c.plan.Style.Pulse != Free {
		// The second and fourth of four phrases begin elsewhere in the figure.
		g.turn = [...]int{0, 1, 0, 2}[phrase%4]
	}
	if c.plan.Style.Pulse == Steady && st.phrase%4 == 3 {
		g.rotation++ // one rhythm three times, then a turn
	}
	slots := min(st.beats*perBeat, maxSlots)
	for slot := range slots {
		at := theory.Fixed(slot) * theory.One / theory.Fixed(perBeat)
		g.open[slot] = g.speaks(c, dst, st, at)
	}
	g.at, g.before = g.turn, -1
	return g
}

// chooseGesture draws the gesture of a phrase. To a pulse the figure flows;
// elsewhere the same is never done for long, and where there is much to play no
// phrase is left out.
func (c *Composer) chooseGesture(st *stretch, much bool) gestureKind {
	switch {
	case st.opens:
		return opening
	case c.plan.Style.Pulse != Gentle:
		return flowing
	}
	weights := []int{flowing: 3, answering: 4, waving: 3, opening: 1, silent: 1}
	if st.melodySilent || much || c.plan.Style.Repeat {
		weights[silent] = 0
	}
	if st.waypoint.Density > crowded {
		weights = []int{flowing: 6, answering: 1, waving: 0, opening: 0, silent: 0}
	}
	phrase := c.phraseOf(st)
	drawn := c.ask(figureThread, uint64(phrase), askGesture).Weighted(weights)
	before := c.ask(figureThread, uint64(phrase-1), askGesture).Weighted(weights)
	if drawn == before && phrase > 0 {
		drawn = (drawn + 1) % int(opening)
	}
	return gestureKind(drawn)
}

// crowded is the density in onsets a second over which a figure has no room for
// rests of its own (design choice).
const crowded = 3 * theory.One

// breath is how long the figure rests at the end of a phrase, in beats.
const breath = 3 * theory.One / 2

// speaks reports whether the figure may play at a position.
func (g *gesture) speaks(c *Composer, dst *score.Span, st *stretch, at theory.Fixed) bool {
	length := st.length()
	if st.closing && st.section.phase == Land && at >= length*2/3 {
		return false // the last steps home are the melody's
	}
	rest := min(breath, length/6)
	switch c.plan.Style.Pulse {
	case Free:
		return g.kind != opening || at >= length/3
	case Steady:
		// A pulse goes on; it breathes once in two phrases.
		return (g.kind != opening || at >= length/2) &&
			(!st.phraseEnds || st.phrase%2 == 0 || at < length-min(theory.One, length/6))
	}
	switch g.kind {
	case silent:
		return false
	case opening:
		return at >= length/2 && at < length-half
	case waving:
		return at%(length/2) < length/2*6/10 && !coincides(dst, st, at)
	case answering:
		return !coincides(dst, st, at) && at < length-half
	}
	return !st.phraseEnds || at < length-rest
}

// coincides reports whether the melody or its answer strikes a note at the
// position: an accompanist who listens speaks between.
func coincides(dst *score.Span, st *stretch, at theory.Fixed) bool {
	frame, near := st.at(at), st.long(theory.One)/5
	for i := range dst.Events {
		e := &dst.Events[i]
		if e.Role != score.Melody && e.Role != score.Reply {
			continue
		}
		if distance := e.Frame - frame; max(distance, -distance) < near {
			return true
		}
	}
	return false
}

// How loud a figure is against the melody, and how far its arch swells over
// a phrase and drops off the beat (design choice).
const (
	figureWeight = theory.One * 46 / 100
	figureSwell  = theory.One * 14 / 100
	figureAccent = theory.One * 8 / 100
	figureYield  = theory.One * 86 / 100
)

// weightAt returns how loud the figure is at a position as a share of the
// melody: an arch over the phrase, accents on strong beats, and softer where
// the melody moves.
func (g *gesture) weightAt(c *Composer, st *stretch, at theory.Fixed) theory.Fixed {
	whole := st.length() * theory.Fixed(st.phraseSpans)
	u := (at + st.length()*theory.Fixed(st.phraseSpan)).Div(whole).Clamp(0, theory.One)
	weight := figureWeight + (4 * u.Mul(theory.One-u)).Mul(figureSwell)
	switch {
	case c.strong(st, at):
		weight += figureAccent
	case at%theory.One != 0:
		weight -= figureAccent / 2
	}
	if at < st.sung {
		weight = weight.Mul(figureYield)
	}
	return weight
}
