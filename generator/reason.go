package generator

import (
	"fmt"
	"math"
	"strings"

	"dulcet/journal"
)

// A Reason says in plain words why one thing of the music is as it is.
type Reason struct {
	// About is what it speaks of: of the music "tempo", "density", "mode",
	// "register", "articulation", "attack", "brightness", "loudness",
	// "instruments", "soundscapes", "harmony", "surprise"; of the journey "path",
	// "reach", "slow", "start"; of what was said "mood", "wanted", "refused",
	// "parts" for what is left out, "breath", "taste", "dials".
	About string `json:"about"`
	Text  string `json:"text"`
}

// reasonsFor explains the brief. asked is the mood as it was answered, with
// what was skipped still absent.
func reasonsFor(b Brief, asked journal.Mood, taste journal.Taste) []Reason {
	var reasons []Reason
	if !b.Options.Silence {
		reasons = musicReasons(b, asked)
	}
	reasons = append(reasons, pathReasons(b, asked)...)
	reasons = append(reasons, skippedReasons(asked, taste.Usual)...)
	reasons = append(reasons, wishReasons(b.Options)...)
	for dial, offset := range taste.Offsets {
		if text := offset.Reason(journal.Dial(dial)); text != "" {
			reasons = append(reasons, Reason{"taste", text})
		}
	}
	if text := taste.Tries(); text != "" {
		reasons = append(reasons, Reason{"taste", text})
	}
	if text := dialsText(b.Dials); text != "" {
		reasons = append(reasons, Reason{"dials", text + ", where ±1 is as far as " + string(b.Goal) + " allows"})
	}
	return reasons
}

// dialsText lists the dials that are not in their middle.
func dialsText(dials journal.Dials) string {
	var turned []string
	for dial, value := range dials {
		if value != 0 {
			turned = append(turned, journal.Dial(dial).String()+" "+number("%+.3g", value))
		}
	}
	return strings.Join(turned, ", ")
}

// skippedReasons says where an answer comes from that was not given.
func skippedReasons(asked, usual journal.Mood) []Reason {
	if asked.Empty() {
		return []Reason{{"mood", "no answer, so it starts from " + usualWords(usual)}}
	}
	var reasons []Reason
	for i, d := range dimensionsOf(asked) {
		if d.rating.Given() {
			continue
		}
		from := "taken from the middle"
		if value, known := dimensionsOf(usual)[i].rating.Value(); known {
			from = fmt.Sprintf("taken to be %.0f, as usual at this hour", 100*value)
		}
		reasons = append(reasons, Reason{"mood", d.name + " was skipped, and is " + from})
	}
	return reasons
}

// A dimension is a rating with its name.
type dimension struct {
	name   string
	rating journal.Rating
}

func dimensionsOf(m journal.Mood) [3]dimension {
	return [3]dimension{{"valence", m.Valence}, {"energy", m.Energy}, {"tension", m.Tension}}
}

// wishReasons says which parts were asked for and refused.
func wishReasons(o Options) []Reason {
	var reasons []Reason
	if o.Wanted != 0 {
		reasons = append(reasons, Reason{"wanted", listed(o.Wanted) + ": you asked for it"})
	}
	if o.Refused != 0 {
		reasons = append(reasons, Reason{"refused", "no " + strings.Join(o.Refused.Names(), ", no ") + ": you refused it"})
	}
	return reasons
}

// course says how a number goes from one value to another.
func course(from, to float64, verb, unit string) string {
	a, b := number(verb, from), number(verb, to)
	switch {
	case a == b:
		return a + " " + unit
	case to < from:
		return a + " " + unit + ", falling to " + b
	default:
		return a + " " + unit + ", rising to " + b
	}
}

// number writes a number with a minus sign that no line is broken after.
func number(verb string, x float64) string {
	return strings.ReplaceAll(fmt.Sprintf(verb, x), "-", "−")
}

// saidOf names the strongest thing that somebody answered about arousal, or
// nothing.
func saidOf(m journal.Mood) string {
	said, strongest := "", 0.2
	for _, w := range []struct {
		rating    journal.Rating
		low, high string
	}{
		{m.Tension, "at ease", "on edge"},
		{m.Energy, "low on energy", "full of energy"},
	} {
		v, given := w.rating.Value()
		if given && math.Abs(v) > strongest {
			strongest, said = math.Abs(v), w.high
			if v < 0 {
				said = w.low
			}
		}
	}
	return said
}

// change picks the words for a number that falls, rises or stays, as far as
// its course shows it.
func change(from, to float64, verb, falls, rises, stays string) string {
	switch {
	case fmt.Sprintf(verb, from) == fmt.Sprintf(verb, to):
		return stays
	case to < from:
		return falls
	}
	return rises
}

func because(said string, goal journal.Goal, does string) string {
	if said == "" {
		return fmt.Sprintf("%s %s", goal, does)
	}
	return fmt.Sprintf("you said %s, and %s %s", said, goal, does)
}

func usualWords(usual journal.Mood) string {
	if usual.Empty() {
		return "the middle"
	}
	var known []string
	for _, d := range dimensionsOf(usual) {
		if v, ok := d.rating.Value(); ok {
			known = append(known, fmt.Sprintf("%s %.0f", d.name, 100*v))
		}
	}
	return "your usual mood at this hour (" + strings.Join(known, ", ") + ")"
}
