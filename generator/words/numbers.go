package words

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// readNumbers finds lengths of time, marks of ten, rounds of work and bells,
// before the phrases are read.
func (s *scan) readNumbers() {
	for at := 0; at < len(s.tokens); {
		at += max(1, s.readNumber(at))
	}
}

// readNumber reads what begins with a number at a token and returns how many
// tokens it took.
func (s *scan) readNumber(at int) int {
	t := s.tokens[at:]
	if n, is := clockTime(t); is {
		switch s.before(at) {
		case "until", "till", "til", "by", "at", "before":
			s.clock = true
		}
		return n
	}
	if n := s.readMark(at); n > 0 {
		return n
	}
	if n := s.readRounds(at); n > 0 {
		return n
	}
	if length, ok := readSpan(t); ok {
		switch {
		case s.readBells(at, length):
		case s.isLength(at, length):
			s.keep(find{from: at, to: at + length.tokens, minutes: length.minutes})
		}
		return length.tokens
	}
	if n := s.readBare(at); n > 0 {
		return n
	}
	return s.readVagueLength(at)
}

// keep notes a find of a number.
func (s *scan) keep(f find) {
	for i := f.from; i < f.to; i++ {
		s.used[i] = true
	}
	s.finds = append(s.finds, f)
}

// readMark reads "7/10" and "7 out of 10" as a share of ten.
func (s *scan) readMark(at int) int {
	t := s.tokens[at:]
	number, n := readCount(t)
	if n != 1 || number > 10 {
		return 0
	}
	tokens := 0
	switch {
	case len(t) > 1 && t[1].word == "10" && t[1].after == slashed:
		tokens = 2
	case fits(t[1:], []string{"out", "of", "10"}), fits(t[1:], []string{"out", "of", "ten"}):
		tokens = 4
	default:
		return 0
	}
	s.marks[at] = number / 10
	for i := range tokens {
		s.used[at+i] = true
	}
	return tokens
}

// markAfter returns the mark that stands after a word, as in "stress is 7/10".
func (s *scan) markAfter(at int) (float64, bool) {
	for i := at; i < min(at+4, len(s.tokens)) && s.tokens[i].after < parted || i == at && i < len(s.tokens); i++ {
		if mark, ok := s.marks[i]; ok {
			return mark, true
		}
		switch s.tokens[i].word {
		case "level", "levels", "is", "at", "about", "like", "around", "a":
		default:
			return 0, false
		}
	}
	return 0, false
}

// takeMarked reads "mood 4/10" and "energy: 3 out of 10", where the mark alone
// says how it is.
func (s *scan) takeMarked(at int) int {
	dimension := energy
	switch s.tokens[at].word {
	case "energy":
	case "mood":
		dimension = valence
	default:
		return 0
	}
	mark, ok := s.markAfter(at + 1)
	if !ok {
		return 0
	}
	var said place
	said.value[dimension], said.weight[dimension] = 2*mark-1, 1
	s.keep(find{
		from: at, to: at + 1, name: s.tokens[at].word, sense: sense{feeling: &said}, contrast: s.contrast,
		radius: 1, mark: mark, marked: true, scale: true,
	})
	return 1
}

// readRounds reads work and rest in turn: "25/5", "50 on 10 off", "25 minutes
// work and 5 minutes break".
func (s *scan) readRounds(at int) int {
	t := s.tokens[at:]
	work, n := readCount(t)
	if n == 0 {
		return 0
	}
	if _, ok := unitAt(t, n); ok {
		n++
	}
	switch next := wordAt(t, n); {
	case next == "of" && (wordAt(t, n+1) == "work" || wordAt(t, n+1) == "focus"):
		n += 2
	case next == "work", next == "focus", next == "on":
		n++
	case n < len(t) && t[n].after == slashed && t[n].number:
	default:
		return 0
	}
	slash := n < len(t) && t[n].after == slashed
	for wordAt(t, n) == "and" || wordAt(t, n) == "then" {
		n++
	}
	pause, more := readCount(rest(t, n))
	if more == 0 {
		return 0
	}
	n += more
	if _, ok := unitAt(t, n); ok {
		n++
	}
	if next := wordAt(t, n); next == "break" || next == "breaks" || next == "off" || next == "rest" || next == "pause" {
		n++
	} else if !slash {
		return 0
	}
	if work < 10 || work > 120 || pause < 1 || pause > 60 || pause >= work {
		return 0
	}
	s.keep(find{from: at, to: at + n, rounds: Rounds{Work: work, Rest: pause}})
	return n
}

// bellWords are what marks the time of a meditation.
var bellWords = set("bell|bells|chime|chimes|gong|gongs")

// readBells reads the time between bells: "a bell every ten minutes".
func (s *scan) readBells(at int, length span) bool {
	if at == 0 || s.tokens[at-1].word != "every" {
		return false
	}
	if !slices.ContainsFunc(s.tokens, func(t token) bool { return bellWords.has(t.word) }) {
		return false
	}
	from := at - 1
	if from > 0 && bellWords.has(s.tokens[from-1].word) {
		from--
	}
	s.keep(find{from: from, to: at + length.tokens, bells: length.minutes})
	return true
}

// Words before a length that make it the length of something else, and words
// after it that do.
var (
	lengthOfBefore = set("last|past|after|since|slept|worked|been|every|finished|spent|drove|driven|studied|walked|ran|flew|cried|waited|waiting|awake|per|another")
	lengthOfAfter  = set("ago|late|early|old|away|apart|earlier|behind")
)

// pastReach is how many tokens before a length can make it that of something
// else, and longestWait the longest "in 20 minutes" that is taken for the time
// that is left (design choices).
const (
	pastReach   = 3
	longestWait = 30
)

// isLength reports whether a length of time is meant for the sitting.
func (s *scan) isLength(at int, length span) bool {
	if next := at + length.tokens; next < len(s.tokens) && s.tokens[next].after < listed {
		if lengthOfAfter.has(s.tokens[next].word) || s.ofSomethingElse(next) {
			return false
		}
	}
	for i := at; i > 0 && i > at-pastReach && s.tokens[i].after < listed; i-- {
		switch before := s.tokens[i-1].word; {
		case lengthOfBefore.has(before):
			return false
		case before == "in" && i == at:
			return length.minutes <= longestWait
		}
	}
	return true
}

// ofSomethingElse reports whether "of" follows, and a thing that no sitting is
// made of: "3 hours of meetings".
func (s *scan) ofSomethingElse(at int) bool {
	if s.tokens[at].word == "sleep" {
		return true
	}
	if s.tokens[at].word != "of" || at+1 >= len(s.tokens) {
		return false
	}
	if s.tokens[at+1].word == "sleep" || s.tokens[at+1].word == "driving" || s.tokens[at+1].word == "crying" {
		return true
	}
	return s.match(s.tokens, at+1) == nil && !ordinary.has(s.tokens[at+1].word)
}

// readBare reads "for 20" at the end of what is said.
func (s *scan) readBare(at int) int {
	t := s.tokens[at:]
	number, n := readCount(t)
	ends := n == len(t) || n < len(t) && t[n].after >= listed
	if n == 0 || !ends || at == 0 || s.tokens[at-1].word != "for" && s.tokens[at-1].word != "gimme" || s.tokens[at].after > joined ||
		number < 2 || number > 180 {
		return 0
	}
	s.keep(find{from: at, to: at + n, minutes: number})
	return n
}

// A vagueLength is a hint at a length, as words.
type vagueLength struct {
	words   []string
	minutes float64
}

// aNight is what "all night" lasts, in minutes (design choice).
const aNight = 480

// vagueLengths are the hints that people give (design choice).
var vagueLengths = sync.OnceValue(func() (all []vagueLength) {
	for _, v := range [...]struct {
		phrases string // with | between them
		minutes float64
	}{
		{"quick one|quick session|quick sitting|quick fix|something quick|a quickie|brief one|something brief|quick listen|brief session", 5},
		{"short one|short session|short sitting|something short|short piece|keep it short|not long|not too long", 10},
		{"long one|long session|long sitting|something long|nice and long|long piece", 60},
		{"overnight|all night long|the whole night|whole night|through the night|until morning|till morning|until the morning|all night", aNight},
	} {
		for _, phrase := range phrasesOf(v.phrases) {
			all = append(all, vagueLength{strings.Fields(phrase), v.minutes})
		}
	}
	return all
})

// readVagueLength reads a hint at a length.
func (s *scan) readVagueLength(at int) int {
	for _, v := range vagueLengths() {
		if !fits(s.tokens[at:], v.words) {
			continue
		}
		if v.minutes == aNight && s.toldOfThePast(at) {
			return 0
		}
		s.keep(find{from: at, to: at + len(v.words), minutes: v.minutes, vague: true})
		return len(v.words)
	}
	return 0
}

// wasUp are the words that make "all night" something that has been.
var wasUp = set("up|awake|been|was|were|worked|working|tossing|turning|cried|crying|didnt|couldnt|havent|had|kept|studied|slept|me")

// toldOfThePast reports whether the words before, up to a comma, tell what has
// been: "up all night".
func (s *scan) toldOfThePast(at int) bool {
	for i := at; i > 0 && s.tokens[i].after < listed; i-- {
		if wasUp.has(s.tokens[i-1].word) {
			return true
		}
	}
	return false
}

// heldMinutes holds minutes to what a sitting may last.
func heldMinutes(minutes float64) float64 {
	return math.Round(100*math.Min(maxMinutes, math.Max(minMinutes, minutes))) / 100
}
