package words

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
)

// A Feeling is a feeling word with its place on the circle of affect.
type Feeling struct {
	Word    string
	Valence float64 // −1 unwell … 1 well
	Arousal float64 // −1 quiet … 1 awake
}

// Distance is how far two feelings lie apart on the circle, 0…2√2.
func (f Feeling) Distance(other Feeling) float64 {
	return math.Hypot(f.Valence-other.Valence, f.Arousal-other.Arousal)
}

// mapped are the words of the map, in the order in which they are given up
// where there is no room for all: a quarter of the circle at a time, so that
// none is empty before the others (design choice).
const mapped = `tense|happy|tired|calm|anxious|excited|sad|content|stressed|hopeful|lonely|relaxed|angry|inspired|empty|grateful|` +
	`worried|curious|bored|safe|frustrated|confident|exhausted|okay|overwhelmed|energetic|low|peaceful|restless|proud|numb|cosy|` +
	`scared|playful|burnt out|wistful|wired|cheerful|gloomy|relieved|hurt|motivated|weary|tender|irritable|loving|sleepy|mellow|` +
	`ashamed|focused|disappointed|rested|nervous|alert|flat|dreamy|guilty|delighted|melancholy|serene|confused|silly|lost|comfortable|` +
	`annoyed|lively|fragile|satisfied|insecure|determined|indifferent|thankful`

// Offered returns feeling words to pick from, those first that are to be shown
// where there is no room for all.
func Offered() []Feeling {
	var all []Feeling
	for _, word := range phrasesOf(mapped) {
		if f, known := FeelingOf(word); known {
			all = append(all, f)
		}
	}
	return all
}

// FeelingOf returns the place of a feeling word, in any case, and whether it is
// known.
func FeelingOf(word string) (Feeling, bool) {
	f, known := places()[folded(word)]
	return f, known
}

// Similar returns at most limit known feeling words that hold what was typed:
// those that begin with it first, then those in which a word does, then the
// others, the short ones first.
func Similar(typed string, limit int) []Feeling {
	typed = folded(typed)
	if typed == "" {
		return nil
	}
	type match struct {
		Feeling
		rank int
	}
	var matches []match
	for phrase, f := range places() {
		rank := 2
		switch at := strings.Index(phrase, typed); {
		case at < 0:
			continue
		case at == 0:
			rank = 0
		case strings.Contains(phrase, " "+typed):
			rank = 1
		}
		matches = append(matches, match{f, rank})
	}
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(len(a.Word), len(b.Word)), strings.Compare(a.Word, b.Word))
	})
	var found []Feeling
	for _, m := range matches[:min(limit, len(matches))] {
		found = append(found, m.Feeling)
	}
	return found
}

// folded is a phrase as the lexicon writes it: in small letters, without
// apostrophes, with one space between words.
func folded(text string) string {
	var words []string
	tokens, _ := tokenise(text)
	for _, t := range tokens {
		words = append(words, t.word)
	}
	return strings.Join(words, " ")
}

// places are the feeling words that are written in letters, as the lexicon
// writes them. A measured word stands where it was measured: what it says of
// energy and tension in the lexicon is stretched for the mood of a text.
var places = sync.OnceValue(func() map[string]Feeling {
	all := map[string]Feeling{}
	add := func(phrase string, valence, arousal float64) {
		if phrase[0] >= 'a' && phrase[0] <= 'z' {
			all[phrase] = Feeling{apostrophes.Replace(phrase), valence, arousal}
		}
	}
	for _, m := range measuredWords {
		add(m.word, m.valence, m.arousal)
	}
	for _, p := range placedWords {
		at := place{value: [dimensions]float64{p.valence, p.energy, p.tension}, weight: weights(p.says)}
		for _, phrase := range phrasesOf(p.phrases) {
			add(phrase, p.valence, at.arousal())
		}
	}
	for _, like := range likenesses {
		if at, known := all[like.word]; known {
			for _, phrase := range phrasesOf(like.phrases) {
				add(phrase, at.Valence, at.Arousal)
			}
		}
	}
	return all
})
