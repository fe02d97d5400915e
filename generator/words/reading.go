package words

import (
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// A Reading is what was understood of a text.
type Reading struct {
	Mood     journal.Mood // absent where nothing was said
	Feelings []string     // the feeling words, as a check-in keeps them
	Goal     journal.Goal // empty where none was said
	Minutes  float64      // inside what a sitting may last; 0 where nothing was said
	Wanted   []score.Part
	Refused  []score.Part
	Dials    journal.Dials // −1…1 on each: how the music was asked to differ from the usual
	Start    Start
	Slow     float64 // 0…1: how much slower than usual the way to the goal may be
	Breath   Breath
	Rounds   Rounds
	// BellMinutes is the time between the bells of a meditation; 0 where none
	// was said.
	BellMinutes float64
	Silence     bool // no music, only what marks the time
	// Crisis is set where the words ask for more than music. It leads to
	// HelpLines and belongs in no record.
	Crisis bool

	Chips  []Chip
	Unused []string // the words that nothing was read into, as they were written
	Notes  []string // sentences about what could not be read, or was followed of two

	finds  []find // one for each chip
	notice string // about the text as a whole
}

// A Start says where a journey was asked to begin.
type Start uint8

// The starts.
const (
	StartUsual Start = iota
	StartHere
	StartBrighter
)

// A Breath is a pattern of breathing in seconds: in, hold, out, rest, and for a
// sigh a second breath in. The zero Breath is none.
type Breath struct{ In, Hold, Out, Rest, Again float64 }

// Rounds are minutes of work and of rest in turn. The zero Rounds are none.
type Rounds struct{ Work, Rest float64 }

// A Kind says what a chip is about.
type Kind uint8

// The kinds of chips.
const (
	KindMood    Kind = iota // how somebody feels
	KindGoal                // what for
	KindLength              // for how long
	KindSound               // an instrument or a soundscape, wanted or refused
	KindTexture             // what the music should be like
	KindCourse              // the way from the mood to the goal
	KindPattern             // a breath, rounds of work, bells
)

// A Chip is one thing that was understood.
type Chip struct {
	Kind       Kind
	Start, End int    // the bytes of the text that it came from
	Text       string // those bytes, safe to show
	Label      string // what it was understood as, in plain words
}

// maxRead is how much of a text is read, in characters (design choice: a page;
// who writes more writes a note).
const maxRead = 4000

// Limits of the minutes of a sitting.
const (
	minMinutes = 1
	maxMinutes = 720
)

// Read reads a text. It never fails: what it does not understand is in Unused,
// and Notes say in a line what is wrong with a text that cannot be read.
func Read(text string) Reading {
	readable, notice := readablePart(text)
	tokens, foreign := tokenise(readable)
	crisis := inCrisis(tokens)
	l := theLexicon()
	l.correct(tokens)
	s := newScan(l, tokens)
	s.run()
	crisis = crisis || inCrisis(tokens)
	reading := Reading{Crisis: crisis, notice: notice}
	if !crisis {
		reading.Unused = s.unused(readable)
	}
	reading.finds = cited(s.finds, tokens, readable)
	if reading.notice == "" {
		reading.notice = emptiness(readable, len(tokens), foreign, len(s.finds), s.clock, crisis)
	}
	return reading.derive()
}

// cited gives finds the text that they come from, and leaves out those that say
// again what was said before.
func cited(finds []find, tokens []token, text string) []find {
	type saying struct {
		kind  Kind
		label string
	}
	said := map[saying]bool{}
	var cited []find
	for _, f := range finds {
		f.start, f.end = tokens[f.from].start, tokens[f.to-1].end
		f.text = plainText(text[f.start:f.end])
		kind, label := f.says()
		if says := (saying{kind, label}); !said[says] {
			said[says] = true
			cited = append(cited, f)
		}
	}
	return cited
}

// Without returns the reading as if a chip had not been understood. A number
// that no chip has changes nothing.
func (r Reading) Without(chip int) Reading {
	if chip < 0 || chip >= len(r.finds) {
		return r
	}
	left := Reading{
		Crisis: r.Crisis, Unused: r.Unused, notice: r.notice,
		finds: slices.Delete(slices.Clone(r.finds), chip, chip+1),
	}
	return left.derive()
}

// Empty reports whether nothing was understood.
func (r Reading) Empty() bool { return len(r.finds) == 0 && !r.Crisis }
