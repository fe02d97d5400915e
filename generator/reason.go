package generator

import (
	"fmt"
	"math"
	"strings"

	"dulcet/journal"
)

// A Reason says in plain words why one thing of the music is as it is.
type Reason struct {
	About string `json:"about"` // "tempo", "density", "mode", "brightness", "path", "mood", "taste"
	Text  string `json:"text"`
}

// reasonsFor explains the brief. asked is the mood as it was answered, with
// what was skipped still absent.
func reasonsFor(b Brief, asked journal.Mood, taste journal.Taste) []Reason {
	first, last := b.MusicAt(0), b.MusicAt(b.Journey.Seconds)
	said := saidOf(asked)
	tonic, mode := b.Opening()
	reasons := []Reason{
		{"tempo", course(first.BPM, last.BPM, "%.0f", "beats a minute") + ": " +
			because(said, b.Goal, change(first.BPM, last.BPM, "%.0f", "slows down", "picks up", "keeps its pace"))},
		{"density", course(first.NotesPerSecond, last.NotesPerSecond, "%.1f", "notes a second") + ": " +
			because("", b.Goal, change(first.NotesPerSecond, last.NotesPerSecond, "%.1f", "thins out", "fills out", "stays as full as it is"))},
		{"mode", tonic + " " + mode + ": " + modeReason(first.Happiness, asked)},
		{"brightness", course(first.BrightnessHz, last.BrightnessHz, "%.0f", "Hz at the bright end") + ": " + brightnessReason(b.Goal)},
		{"path", pathReason(b)},
	}
	if asked.Empty() {
		reasons = append(reasons, Reason{"mood", "no answer, so it starts from " + usualWords(taste.Usual)})
	}
	for dial, offset := range taste.Offsets {
		if text := offset.Reason(journal.Dial(dial)); text != "" {
			reasons = append(reasons, Reason{"taste", text})
		}
	}
	if text := taste.Tries(); text != "" {
		reasons = append(reasons, Reason{"taste", text})
	}
	return reasons
}

// course says how a number goes from one value to another.
func course(from, to float64, verb, unit string) string {
	a, b := fmt.Sprintf(verb, from), fmt.Sprintf(verb, to)
	switch {
	case a == b:
		return a + " " + unit
	case to < from:
		return a + " " + unit + ", falling to " + b
	default:
		return a + " " + unit + ", rising to " + b
	}
}

// saidOf names the strongest thing that somebody answered, or nothing.
func saidOf(m journal.Mood) string {
	type word struct {
		rating    journal.Rating
		low, high string
	}
	said, strongest := "", 0.2
	for _, w := range []word{
		{m.Tension, "at ease", "on edge"},
		{m.Energy, "low on energy", "full of energy"},
		{m.Valence, "not so well", "well"},
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

func modeReason(happiness float64, asked journal.Mood) string {
	kind := "between dark and bright"
	switch {
	case happiness < 0.42:
		kind = "darker than most"
	case happiness > 0.6:
		kind = "bright"
	}
	if asked.Valence.Given() {
		return kind + ", as you feel now"
	}
	return kind
}

func brightnessReason(goal journal.Goal) string {
	switch goal {
	case journal.Sleep:
		return "dark sound is what sets sleep music apart"
	case journal.Energise, journal.Uplift:
		return "brighter sound is more awake"
	}
	return "soft enough for " + string(goal)
}

func pathReason(b Brief) string {
	switch {
	case purposes[b.Goal].stay:
		return "stays with how you feel"
	case b.Journey.Reached < 0.995:
		return fmt.Sprintf("%s short for the distance, so it goes %.0f %% of the way and not too fast", minutesAre(b.Minutes), 100*b.Journey.Reached)
	case b.Journey.Points[0].affect() == b.Journey.Points[len(b.Journey.Points)-1].affect():
		return fmt.Sprintf("%s goes straight to where it leads", b.Goal)
	}
	return "starts close to you, then leads, then rests"
}

func minutesAre(minutes float64) string {
	if minutes == 1 {
		return "a minute is"
	}
	return fmt.Sprintf("%g minutes are", minutes)
}

func usualWords(usual journal.Mood) string {
	if usual.Empty() {
		return "the middle"
	}
	var known []string
	for _, d := range []struct {
		name   string
		rating journal.Rating
	}{{"valence", usual.Valence}, {"energy", usual.Energy}, {"tension", usual.Tension}} {
		if v, ok := d.rating.Value(); ok {
			known = append(known, fmt.Sprintf("%s %.0f", d.name, 100*v))
		}
	}
	return "your usual mood at this hour (" + strings.Join(known, ", ") + ")"
}
