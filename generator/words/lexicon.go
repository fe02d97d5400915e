package words

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// A sense is one thing that a phrase can mean. Exactly one field is set, or
// none for a phrase that is passed over.
type sense struct {
	feeling *place
	goal    *purpose
	sound   *sound
	trait   *trait
	course  *course
	pattern *pattern
	degree  float64
	denial  bool
}

// An entry is a phrase with its senses.
type entry struct {
	words  []string
	name   string
	senses []sense
}

// A lexicon finds phrases in a text.
type lexicon struct {
	entries map[string][]*entry // by their first word, longest first
	known   map[string]bool     // every word of an entry, and every ordinary one
	alike   map[shape][]string  // words that a typing error may be put right to
}

// A shape is what a word and its misspellings have in common.
type shape struct {
	first  byte
	length int
}

// theLexicon is made when it is first asked for.
var theLexicon = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{entries: map[string][]*entry{}, known: map[string]bool{}, alike: map[shape][]string{}}
	byName := map[string]*entry{}
	add := func(phrases string, meant sense) {
		for _, phrase := range phrasesOf(phrases) {
			e := byName[phrase]
			if e == nil {
				e = &entry{words: strings.Fields(phrase), name: phrase}
				byName[phrase] = e
				l.entries[e.words[0]] = append(l.entries[e.words[0]], e)
			}
			e.senses = append(e.senses, meant)
		}
	}
	addFeelings(add)
	for i := range purposes {
		add(purposes[i].phrases, sense{goal: &purposes[i]})
	}
	for i := range sounds {
		add(sounds[i].phrases, sense{sound: &sounds[i]})
	}
	for i := range traits {
		add(traits[i].phrases, sense{trait: &traits[i]})
	}
	for i := range courses {
		add(courses[i].phrases, sense{course: &courses[i]})
	}
	for i := range patterns {
		add(patterns[i].phrases, sense{pattern: &patterns[i]})
	}
	for _, d := range degrees {
		add(d.phrases, sense{degree: d.radius})
	}
	add(denials, sense{denial: true})
	add(plainPhrases, sense{})
	for _, entries := range l.entries {
		slices.SortFunc(entries, func(a, b *entry) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	l.learnWords(byName)
	return l
}

// addFeelings adds the measured words, those that stand for them, and those
// that were placed by hand, which come first where a word is both.
func addFeelings(add func(string, sense)) {
	placedByHand := map[string]bool{}
	for i := range placedWords {
		p := &placedWords[i]
		at := place{value: [dimensions]float64{p.valence, p.energy, p.tension}, weight: weights(p.says)}
		add(p.phrases, sense{feeling: &at})
		for _, phrase := range phrasesOf(p.phrases) {
			placedByHand[phrase] = true
		}
	}
	byWord := map[string]*place{}
	for _, m := range measuredWords {
		at := m.place()
		byWord[m.word] = &at
		if !placedByHand[m.word] {
			add(m.word, sense{feeling: &at})
		}
	}
	for _, p := range placedWords {
		for _, phrase := range phrasesOf(p.phrases) {
			if byWord[phrase] != nil {
				byWord[phrase] = &place{value: [dimensions]float64{p.valence, p.energy, p.tension}, weight: weights(p.says)}
			}
		}
	}
	for _, like := range likenesses {
		add(like.phrases, sense{feeling: byWord[like.word]})
	}
}

// learnWords notes which words are known, and to which of them a typing error
// may be put right.
func (l *lexicon) learnWords(byName map[string]*entry) {
	targets := map[string]bool{}
	target := func(word string) {
		l.known[word] = true
		if len(word) >= shortestTypo {
			targets[word] = true
		}
	}
	for word := range ordinary.words() {
		target(word)
	}
	for _, phrase := range crisisPhrases() {
		for _, word := range phrase {
			target(word)
		}
	}
	for word := range lookalikes.words() {
		l.known[word] = true
	}
	for word := range numerals {
		l.known[word] = true
	}
	for word := range units {
		l.known[word] = true
	}
	for _, e := range byName {
		for _, word := range e.words {
			target(word)
		}
	}
	for word := range targets {
		at := shape{word[0], len(word)}
		l.alike[at] = append(l.alike[at], word)
	}
	for _, words := range l.alike {
		slices.Sort(words)
	}
}

// feeling returns the place of a feeling word.
func (l *lexicon) feeling(word string) (place, bool) {
	tokens, _ := tokenise(word)
	if len(tokens) == 0 {
		return place{}, false
	}
	e := l.match(tokens, 0)
	if e == nil || len(e.words) != len(tokens) {
		return place{}, false
	}
	for _, s := range e.senses {
		if s.feeling != nil {
			return *s.feeling, true
		}
	}
	return place{}, false
}

// match returns the longest entry that begins at a token, or nil. No phrase
// reaches over a comma or the end of a sentence.
func (l *lexicon) match(tokens []token, at int) *entry {
	for _, e := range l.entries[tokens[at].word] {
		if fits(tokens[at:], e.words) {
			return e
		}
	}
	return nil
}

func fits(tokens []token, words []string) bool {
	if len(words) > len(tokens) {
		return false
	}
	for i, word := range words {
		if tokens[i].word != word || i > 0 && tokens[i].after >= listed {
			return false
		}
	}
	return true
}

func startsWith(words, with []string) bool {
	return len(with) > 0 && len(words) >= len(with) && slices.Equal(words[:len(with)], with)
}
