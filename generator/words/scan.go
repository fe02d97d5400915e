package words

import (
	"slices"
	"strings"
)

// A find is a phrase of a text with what the words around it make of it.
type find struct {
	from, to   int // tokens
	start, end int // bytes
	text       string
	name       string // the phrase as the lexicon has it
	sense
	radius   float64 // how much, as it was said
	stressed bool    // whether that was said at all
	mark     float64 // of ten, where marked
	marked   bool
	scale    bool // the name of a scale, not of a feeling
	denied   bool
	contrast bool // said after "but"
	ofMusic  bool // a feeling that the music should have
	wished   bool // a feeling that somebody wants to have
	lessen   bool // a feeling that somebody wants to have less of
	minutes  float64
	vague    bool // minutes that were only hinted at
	bells    float64
	rounds   Rounds
}

// A scan goes through the tokens of a text.
type scan struct {
	*lexicon
	tokens []token
	used   []bool // tokens that were understood, or carry no content
	finds  []find
	clock  bool // a time of day was said

	marks    map[int]float64 // marks of ten, by their first token, 0…1
	contrast bool
	denial   denial
	reach    int // how far a denial still reaches, in tokens
}

// A denial says how a "not" stands to the token that is read.
type denial uint8

const (
	undenied  denial = iota
	denying          // it turns around what comes next
	hasDenied        // it has, and an "or" carries it on
)

// denialReach is how many tokens a "not" may stand before what it denies: "don't
// really want to hear any birds" (design choice).
const denialReach = 7

func newScan(l *lexicon, tokens []token) *scan {
	return &scan{
		lexicon: l, tokens: tokens, used: make([]bool, len(tokens)),
		marks: map[int]float64{},
	}
}

// run finds everything.
func (s *scan) run() {
	s.readNumbers()
	for at := 0; at < len(s.tokens); {
		at += s.step(at)
	}
	slices.SortStableFunc(s.finds, func(a, b find) int { return a.from - b.from })
}

// step reads what begins at a token and returns how many tokens it took.
func (s *scan) step(at int) int {
	s.cross(at)
	if s.used[at] {
		return 1
	}
	word := s.tokens[at].word
	switch word {
	case "but", "yet", "though", "although", "however":
		s.contrast, s.denial = true, undenied
	case "just", "only", "because", "so", "cause", "cos", "since", "please", "and":
		if word == "so" && s.adjectiveAt(at+1) {
			break // "not so dark"
		}
		if s.denial != undenied && (word != "and" || !s.carriesOn(at)) {
			s.denial = undenied
		}
	case "or", "nor":
		if s.denial == hasDenied {
			s.deny()
		}
	}
	if n := s.takeMarked(at); n > 0 {
		return n
	}
	e := s.match(s.tokens, at)
	if e == nil || s.overlaps(at, len(e.words)) {
		if s.denial == denying {
			if s.reach--; s.reach <= 0 {
				s.denial = undenied
			}
		}
		if ordinary.has(word) || len(word) < 2 && !s.tokens[at].number {
			s.used[at] = true
		} else if s.denial == hasDenied {
			s.denial = undenied
		}
		return 1
	}
	s.take(at, e)
	return len(e.words)
}

// cross notes what stands before a token: the end of a sentence ends a denial,
// and so does a comma that does not stand in a list.
func (s *scan) cross(at int) {
	switch s.tokens[at].after {
	case parted:
		s.contrast, s.denial = false, undenied
	case listed, slashed:
		if s.denial == hasDenied && s.listGoesOn(at) {
			s.deny()
		} else {
			s.denial = undenied
		}
	}
}

// listGoesOn reports whether the sound at a token stands in the middle of a
// list that an "or" ends: "no drums, bass or bells".
func (s *scan) listGoesOn(at int) bool {
	for at < len(s.tokens) {
		e := s.match(s.tokens, at)
		if e == nil || !e.sounds() {
			return false
		}
		at += len(e.words)
		switch {
		case at >= len(s.tokens):
			return false
		case s.tokens[at].word == "or" || s.tokens[at].word == "nor":
			return true
		case s.tokens[at].after != listed:
			return false
		}
	}
	return false
}

// carriesOn reports whether an "and" goes on with what was refused: "no drums
// and bass", but not "no drums and soft piano" or "no drums and rain please".
func (s *scan) carriesOn(at int) bool {
	if s.denial != hasDenied || at+1 >= len(s.tokens) {
		return s.denial == denying
	}
	e := s.match(s.tokens, at+1)
	if e == nil || !e.sounds() {
		return false
	}
	if after := at + 1 + len(e.words); after < len(s.tokens) && s.tokens[after].after < listed {
		return false
	}
	s.deny()
	return true
}

func (s *scan) deny() { s.denial, s.reach = denying, denialReach }

// sounds reports whether the entry is an instrument or a soundscape.
func (e *entry) sounds() bool {
	return slices.ContainsFunc(e.senses, func(m sense) bool { return m.sound != nil })
}

// overlaps reports whether a phrase reaches into something that was read
// before.
func (s *scan) overlaps(at, words int) bool {
	return slices.Contains(s.used[at:at+words], true)
}

// take notes the senses of an entry.
func (s *scan) take(at int, e *entry) {
	to := at + len(e.words)
	for i := at; i < to; i++ {
		s.used[i] = true
	}
	found, adjective := false, false
	for _, meant := range e.senses {
		switch {
		case meant.denial:
			s.deny()
			return
		case meant.degree > 0 && len(e.senses) == 1, meant == (sense{}):
			continue
		}
		f := find{from: at, to: to, name: e.name, sense: meant, contrast: s.contrast, denied: s.denial == denying}
		f.radius, f.stressed = s.degreeAround(at, to)
		if f.mark, f.marked = s.markAfter(to); f.marked {
			f.radius = f.mark
		}
		if s.place(&f) {
			s.finds = append(s.finds, f)
			found, adjective = true, adjective || meant.trait != nil || meant.feeling != nil
		}
	}
	if !found {
		s.leave(at, e)
		return
	}
	if s.denial == denying {
		s.denial = hasDenied
		if adjective && s.adjectiveAt(to) { // "no sad slow songs"
			s.deny()
		}
	}
}

// leave gives the tokens of an entry back that says nothing here: they are told
// as unused, unless they carry nothing.
func (s *scan) leave(at int, e *entry) {
	for _, meant := range e.senses {
		if meant.degree > 0 || meant == (sense{}) {
			return
		}
	}
	for i := range e.words {
		s.used[at+i] = ordinary.has(e.words[i]) || polite.has(e.words[i])
	}
}

// adjectiveAt reports whether a trait or feeling begins at a token.
func (s *scan) adjectiveAt(at int) bool {
	if at >= len(s.tokens) || s.tokens[at].after > joined {
		return false
	}
	e := s.match(s.tokens, at)
	return e != nil && slices.ContainsFunc(e.senses, func(m sense) bool { return m.trait != nil || m.feeling != nil })
}

// degreeAround returns the radius that the words just before or after a phrase
// give it.
func (s *scan) degreeAround(from, to int) (radius float64, said bool) {
	for _, trailing := range [...]string{"as hell", "af", "as fuck", "to death", "out of my mind"} {
		if fits(rest(s.tokens, to), strings.Fields(trailing)) {
			return 1, true
		}
	}
	for length := min(3, from); length >= 1; length-- {
		start := from - length
		e := s.match(s.tokens, start)
		if e == nil || len(e.words) != length || s.tokens[from].after > joined {
			continue
		}
		for _, meant := range e.senses {
			if meant.degree > 0 {
				return meant.degree, true
			}
		}
	}
	return plainRadius, false
}

// unused returns the words that nothing was read into, as they were written.
func (s *scan) unused(text string) []string {
	var unused []string
	for i, t := range s.tokens {
		if s.used[i] || !t.number && len([]rune(t.word)) < 2 {
			continue
		}
		if musicNouns.has(t.word) || polite.has(t.word) {
			continue
		}
		if written := plainText(text[t.start:t.end]); written != "" && !slices.Contains(unused, written) {
			unused = append(unused, written)
		}
	}
	return unused
}
