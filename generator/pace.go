package generator

import (
	"math"

	"dulcet/generator/compose"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// A pace is how the beat of a piece divides a breath: so many bars of so many
// beats for a cycle, or for a few, that every phrase can begin with a breath
// in. The zero pace is no breath.
type pace struct {
	meter  int     // beats in a bar
	beats  int     // of the cycles
	cycles int     // breaths that the beats last
	frames int64   // the same in frames
	bpm    float64 // beats a minute
}

// mostCycles is for how many breaths a whole number of beats is looked for.
const mostCycles = 4

// meterCost is how much less a bar of 0, 1, 2 … beats is liked than one of
// four, in octaves of tempo that it is worth (design choice).
var meterCost = [...]float64{2: 0.1, 3: 0.02, 4: 0, 5: 0.05, 6: 0.03, 7: 0.15}

// paceOf returns the pace of a breath for a goal: the one whose tempo lies
// nearest to the goal's own, inside its limits. What moves to a steady beat
// keeps to four, and a form of eight bars to breaths that divide it into four
// chords at least.
func paceOf(goal journal.Goal, target affect, breath Breath) pace {
	if breath == (Breath{}) || breath.Passive {
		return pace{}
	}
	to, m := purposes[goal].tempo, manners[goal]
	wanted := tempoOf(target.arousal())
	if to.target != 0 {
		wanted = to.target
	}
	for cycles := 1; cycles <= mostCycles; cycles++ {
		var best pace
		least := theory.Fixed(math.MaxInt32)
		seconds := float64(cycles) * breath.Seconds()
		for meter := 2; meter < len(meterCost); meter++ {
			if m.pulse == compose.Steady && meter != 4 {
				continue
			}
			for bars := 1; ; bars++ {
				bpm := float64(meter*bars) * 60 / seconds
				if bpm > to.high*(1+1e-9) {
					break
				}
				if bpm < to.low*(1-1e-9) || m.repeat && (compose.FormBars%bars != 0 || bars > 2*cycles) {
					continue
				}
				// Rounded, so that every processor decides alike.
				cost := theory.FixedOf(math.Abs(math.Log2(bpm/wanted)) + meterCost[meter] + spanCost(seconds, bars))
				if cost < least {
					least = cost
					best = pace{meter, meter * bars, cycles, int64(math.Round(seconds * Rate)), bpm}
				}
			}
		}
		if best.beats > 0 {
			return best
		}
	}
	return pace{}
}

// shortSpan is the length in seconds under which a span of music has little
// room for a phrase (design choice).
const shortSpan = 7

// spanCost is what it costs that so many bars, in seconds, divide into short
// spans only.
func spanCost(seconds float64, bars int) float64 {
	longest := 0.0
	for spans := 1; spans <= bars; spans++ {
		if length := seconds / float64(spans); bars%spans == 0 && length <= compose.LongestSpanSeconds {
			longest = length
			break
		}
	}
	return 0.05 * math.Max(0, math.Min(shortSpan, seconds)-longest)
}

// pace returns how the beat of the brief's piece divides the breath.
func (b Brief) pace() pace { return paceOf(b.Goal, targetOf(b.Goal, b.start()), b.Breath()) }
