package journal

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

const (
	// reliableChange is the smallest change of one rating that a single
	// sitting can tell from the noise of answering, in rating units: 27 points
	// of 100. Two-item scales of the three dimensions are .70–.77 reliable
	// within a person (Wilhelm and Schoebi, 2007), so one item is .54–.63
	// (Spearman, 1910; Brown, 1910), and 90 % of the differences of two
	// answers to it that mean nothing stay within 26–28 points at a spread of
	// 18: 1.645 · 18 · √(2·(1−r)).
	reliableChange = 0.54

	// largeChange is one that needs no "a little" (design choice).
	largeChange = 0.9
)

// A turn is one rating that has reliably changed.
type turn struct {
	word   string
	size   float64 // of the change, in rating units
	weight float64 // for the goal
	worse  bool
}

// Change says in a sentence how somebody feels after a sitting, compared with
// before. Most single sittings cannot tell: a change that answers can make by
// chance is "about the same". It is empty when nothing can be compared.
func Change(before, after Mood, goal Goal) string {
	turns, compared := turnsOf(before, after, goal)
	if !compared {
		return ""
	}
	if len(turns) == 0 {
		return "About the same. Some days are."
	}
	var words []string
	for _, t := range turns {
		words = append(words, t.word)
	}
	text := strings.Join(words, " and ")
	if turns[0].size < largeChange {
		text = "a little " + text
	}
	text = strings.ToUpper(text[:1]) + text[1:] + " than when you began."
	if turns[0].worse {
		text += " Want something gentler, or quiet?"
	}
	return text
}

// turnsOf returns what has reliably changed, what matters most to the goal
// first, and whether any rating was answered both times.
func turnsOf(before, after Mood, goal Goal) (turns []turn, compared bool) {
	toward := directions[goal]
	down := "more tired"
	if toward.energy < 0 {
		down = "sleepier"
	}
	add := func(from, to Rating, weight float64, lower, higher turn) {
		p, hasBefore := from.Value()
		q, hasAfter := to.Value()
		if !hasBefore || !hasAfter {
			return
		}
		compared = true
		t := higher
		if q < p {
			t = lower
		}
		t.size, t.weight = math.Abs(q-p), math.Abs(weight)
		if t.size >= reliableChange-1e-9 {
			turns = append(turns, t)
		}
	}
	add(before.Tension, after.Tension, toward.tension, turn{word: "calmer"}, turn{word: "more on edge", worse: true})
	add(before.Valence, after.Valence, toward.valence, turn{word: "heavier", worse: true}, turn{word: "lighter"})
	add(before.Energy, after.Energy, toward.energy, turn{word: down}, turn{word: "more awake"})
	slices.SortStableFunc(turns, func(a, b turn) int { return cmp.Compare(b.size*b.weight, a.size*a.weight) })
	return turns, compared
}
