package generator

import (
	"errors"
	"fmt"

	"dulcet/generator/code"
	"dulcet/journal"
)

// Errors of ParseCode beside those of the package code.
var (
	// ErrCodeFormat is for a code that a newer program wrote in a way that
	// this one does not know.
	ErrCodeFormat = errors.New("this code was made by a newer Dulcet in a way that this one cannot read")
	// ErrCodeContent is for a code that is typed right and has no sitting in it.
	ErrCodeContent = errors.New("this code has no sitting in it")
)

// A Recipe is what a code carries: everything that a brief is made from.
type Recipe struct {
	Engine  int // that the piece was made by
	Goal    journal.Goal
	Minutes float64
	Seed    uint32
	Mood    journal.Mood // complete
	Dials   journal.Dials
	Options Options
}

// Code returns the code of the sitting, in at most code.MaxText characters. It
// is empty for a brief that NewBrief did not make.
func (b Brief) Code() string {
	text, _ := b.code()
	return text
}

func (b Brief) code() (string, error) {
	return Recipe{
		Engine: Engine, Goal: b.Goal, Minutes: b.Minutes, Seed: b.Seed, Mood: b.Mood, Dials: b.Dials,
		Options: b.Options.asKept(b.Minutes).of(b.Goal),
	}.text()
}

// text writes a recipe down. The error is code.ErrLength where it is too long,
// and ErrCodeContent where it is none of a brief.
func (r Recipe) text() (string, error) {
	var writer code.Writer
	way := passage{write: writer.Put}
	if way.recipe(&r); way.outside {
		return "", ErrCodeContent
	}
	return writer.Text()
}

// Code returns the code of the recipe as it is printed. It is empty for a recipe
// that ParseCode did not read.
func (r Recipe) Code() string {
	text, _ := r.text()
	return text
}

// ParseCode reads a code as somebody may have written it. The error says in a
// sentence what is wrong with it; it wraps one of the package code, or
// ErrCodeFormat or ErrCodeContent.
func ParseCode(text string) (Recipe, error) {
	reader, err := code.Parse(text)
	if err != nil {
		return Recipe{}, err
	}
	recipe := Recipe{}
	way := passage{read: reader.Take}
	if way.recipe(&recipe); way.newer {
		return Recipe{}, ErrCodeFormat
	}
	if way.outside || reader.More() {
		return Recipe{}, ErrCodeContent
	}
	return recipe, nil
}

// Brief returns the brief that the code was made of; its Reasons know nothing
// of what was learned or skipped. The error is of NewBrief.
func (r Recipe) Brief() (Brief, error) {
	taste := journal.Taste{Goal: r.Goal}
	return r.Options.NewBrief(r.Mood, r.Goal, r.Minutes, taste.SetTo(r.Dials), r.Seed)
}

// Difference says what may be different from the piece that the code was made
// of: the goal, the mood, the time, the dials and what was asked for are not. It
// is empty where nothing is.
func (r Recipe) Difference() string {
	switch {
	case r.Engine < Engine:
		return fmt.Sprintf("this code is of engine %d, and this is %d: the notes and the sound may differ", r.Engine, Engine)
	case r.Engine > Engine:
		return fmt.Sprintf("this code is of engine %d, newer than this, %d: the notes and the sound may differ", r.Engine, Engine)
	}
	return ""
}
