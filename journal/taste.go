package journal

import "fmt"

// MaxOffset is the furthest that learning may move a dial, in dial units: half
// of the safe range of the goal (design choice).
const MaxOffset = 0.5

// An Offset is what the history has taught about one dial. The zero Offset is
// a dial that nothing is learned about.
type Offset struct {
	Value    float64 // −0.5…0.5: where the dial is set; up to ±1 where SetTo has set it
	Tried    float64 // added to Value in this one sitting, to learn from; Taste.Tries speaks of it, Reason does not
	SD       float64 // posterior standard deviation of the effect that Value stands on; 0 for a dial that is not learned
	Sittings int     // sittings with a usable answer that it rests on
	Sure     bool    // whether the 90 % interval of the effect leaves out zero
}

// A Taste is what the history has taught about one goal.
type Taste struct {
	Goal    Goal
	Offsets [dialCount]Offset
	Usual   Mood // the usual mood at this hour; absent where there is no history
}

// Dials returns where every dial is set by what has been learned.
func (t Taste) Dials() Dials {
	var dials Dials
	for d, offset := range t.Offsets {
		dials[d] = offset.Value
	}
	return dials
}

// leanings say what an offset does to the music, downwards and upwards.
var leanings = [dialCount][2]string{
	Tempo:      {"slower", "faster"},
	Density:    {"sparser", "fuller"},
	Brightness: {"darker", "brighter"},
	Warmth:     {"cooler", "warmer"},
	Register:   {"lower", "higher"},
	Colour:     {"plainer", "more colourful"},
	Nature:     {"less nature", "more nature"},
	Pulse:      {"less pulse", "more pulse"},
	Directness: {"more gradual", "more direct"},
}

// Ways says what turning the dial does to the music, downwards and upwards:
// "slower" and "faster".
func (d Dial) Ways() (less, more string) {
	if d < 0 || d >= dialCount {
		return "", ""
	}
	return leanings[d][0], leanings[d][1]
}

// The sizes from which an offset is worth a word, and more than a little
// (design choice: below a twenty-fifth of the way to the end of the safe range
// nobody hears it).
const (
	audibleOffset = 0.04
	largeOffset   = 0.2
)

// Reason says in plain words what the offset of dial d does and what it rests
// on, such as "a little slower: 6 sittings leaned that way, could be chance".
// It is empty when the offset is too small to hear, or rests on no answers.
func (o Offset) Reason(d Dial) string {
	size := max(o.Value, -o.Value)
	if o.Sittings < 1 || !(size >= audibleOffset) || d < 0 || d >= dialCount {
		return ""
	}
	way := leanings[d][0]
	if o.Value > 0 {
		way = leanings[d][1]
	}
	if size < largeOffset {
		way = "a little " + way
	}
	sittings := "1 sitting"
	if o.Sittings > 1 {
		sittings = fmt.Sprintf("%d sittings", o.Sittings)
	}
	certainty := "could be chance"
	if o.Sure {
		certainty = "probably more than chance"
	}
	return fmt.Sprintf("%s: %s leaned that way, %s", way, sittings, certainty)
}
