package command

import (
	"errors"
	"strings"
)

// A nameFlag is the name of a file or of a folder.
type nameFlag struct {
	name *string
	kind string // FILE or DIR
}

// Set keeps the name. An empty one is a mistake, most often of a script with
// an empty variable: what it was to keep apart must not land in the usual
// place.
func (f nameFlag) Set(text string) error {
	if text == "" {
		return errors.New("it names nothing; give a name, or leave the flag out")
	}
	*f.name = text
	return nil
}

// String returns the name, or nothing where it was not given.
func (f nameFlag) String() string {
	if f.name == nil {
		return ""
	}
	return *f.name
}

// Type names the value in the help.
func (f nameFlag) Type() string { return f.kind }

// A noteFlag is the text of a note.
type noteFlag string

// Set keeps the text.
func (f *noteFlag) Set(text string) error {
	*f = noteFlag(text)
	return nil
}

// String returns the text.
func (f *noteFlag) String() string { return string(*f) }

// Type names the value in the help.
func (f *noteFlag) Type() string { return "TEXT" }

// A wordsFlag is any number of words with commas between them.
type wordsFlag []string

// Set adds words.
func (f *wordsFlag) Set(text string) error {
	*f = append(*f, strings.Split(text, ",")...)
	return nil
}

// String returns the words.
func (f *wordsFlag) String() string { return strings.Join(*f, ",") }

// Type names the value in the help.
func (f *wordsFlag) Type() string { return "A,B,…" }
