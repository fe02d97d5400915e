package ui

import (
	"slices"

	"dulcet/generator/words"
	"dulcet/journal"
)

// How far back words are looked for that the person has used before, how many of
// them are offered, and how many have their place on the map before others
// (design choices).
const (
	usedCheckIns = 1000
	mostUsed     = 40
	usedOnMap    = 12
)

// recent are the latest check-ins, of which words are offered again.
func recent(history journal.History) []journal.CheckIn {
	return history.CheckIns[max(0, len(history.CheckIns)-usedCheckIns):]
}

// usedWords are the words that the person has picked or written before, the
// latest first.
func usedWords(history journal.History) []string {
	var used []string
	seen := map[string]bool{}
	for _, c := range slices.Backward(recent(history)) {
		for _, word := range c.Words {
			if !seen[word] && len(used) < mostUsed {
				seen[word] = true
				used = append(used, word)
			}
		}
	}
	return used
}

// placedWords gives the words their places on the map: those of the lexicon
// stand where they always do, and one's own stands at the mean of the moods that
// it was a word for. An own word without any mood has no place, nor has one that
// not every terminal draws alike.
func placedWords(history journal.History, used []string) []words.Feeling {
	sums := ownPlaces(history)
	var placed []words.Feeling
	for _, word := range used {
		f, known := words.FeelingOf(word)
		if !known {
			sum := sums[word]
			if sum.count == 0 || !onMap(word) {
				continue
			}
			f = words.Feeling{Word: word, Valence: sum.valence / sum.count, Arousal: sum.arousal / sum.count}
		}
		same := func(p words.Feeling) bool { return p.Word == f.Word }
		if !slices.ContainsFunc(placed, same) {
			placed = append(placed, f)
		}
		if len(placed) == usedOnMap {
			break
		}
	}
	return placed
}

// A placeSum adds up the moods that a word was used for.
type placeSum struct{ valence, arousal, count float64 }

// ownPlaces adds up the moods of every word that was used.
func ownPlaces(history journal.History) map[string]placeSum {
	sums := map[string]placeSum{}
	for _, c := range recent(history) {
		if c.Mood.Empty() {
			continue
		}
		for _, word := range c.Words {
			sum := sums[word]
			sum.valence += c.Mood.Valence.Or(0)
			sum.arousal += (c.Mood.Energy.Or(0) + c.Mood.Tension.Or(0)) / 2
			sum.count++
			sums[word] = sum
		}
	}
	return sums
}
