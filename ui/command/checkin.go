package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dulcet/journal"
)

// maxNote is the longest note in characters (design choice: some four pages).
const maxNote = 10_000

// Limits of the feeling words of one check-in (design choices): what is longer
// is a note.
const (
	maxWords          = 20
	maxWordCharacters = 40
)

// checkInCommand is "dulcet checkin".
func (p *program) checkInCommand() *cobra.Command {
	var (
		valence, energy, tension ratingFlag
		words                    wordsFlag
		note                     noteFlag
		asJSON                   bool
	)
	cmd := &cobra.Command{
		Use:   "checkin",
		Short: "keep how you feel now",
		Long:  "Keeps a check-in on its own. Every question can be left out.",
		Example: `dulcet checkin --valence -20 --energy 30 --tension 60
dulcet checkin --words wired,flat --note "long day"
echo "long day" | dulcet checkin --note -`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			text, err := p.note(string(note))
			if err != nil {
				return err
			}
			feeling, err := feelingWords(words)
			if err != nil {
				return err
			}
			checkIn := journal.CheckIn{
				Mood:  journal.Mood{Valence: valence.rating, Energy: energy.rating, Tension: tension.rating},
				Words: feeling,
				Note:  text,
			}
			if checkIn.Empty() {
				return usagef("there is nothing to keep: give at least one of --valence, --energy, --tension, --words and --note")
			}
			return p.keepCheckIn(checkIn, asJSON)
		},
	}
	cmd.Flags().Var(&valence, "valence", "-100 unwell to 100 well")
	cmd.Flags().Var(&energy, "energy", "-100 no energy to 100 full of energy")
	cmd.Flags().Var(&tension, "tension", "-100 at ease to 100 on edge")
	cmd.Flags().Var(&words, "words", "feeling words, with commas between them")
	cmd.Flags().Var(&note, "note", `a note; "-" reads it from standard input`)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the record as JSON")
	return cmd
}

// keepCheckIn gives the check-in its id and time, saves it and tells so.
func (p *program) keepCheckIn(checkIn journal.CheckIn, asJSON bool) error {
	kept, err := p.openStore()
	if err != nil {
		return err
	}
	standing, err := p.settled(kept, nil)
	if err != nil {
		return err
	}
	now := time.Now()
	checkIn.ID, checkIn.Stamp, checkIn.When = kept.NewID(now), journal.StampFor(now, standing.DayStart), journal.Alone
	if err := kept.SaveCheckIn(checkIn); err != nil {
		return err
	}
	if asJSON {
		return writeRecord(p.stdout, checkIn)
	}
	fmt.Fprintln(p.stdout, "saved", checkIn.ID)
	return nil
}

// note returns the note that the flag names, read from standard input for
// "-", without the space around it.
func (p *program) note(flag string) (string, error) {
	text := flag
	if flag == "-" {
		// A character has at most four bytes; one byte more shows that there
		// is more.
		data, err := io.ReadAll(io.LimitReader(p.stdin, 4*maxNote+1))
		if err != nil {
			return "", fmt.Errorf("the note could not be read from standard input: %w", err)
		}
		text = string(data)
	}
	text = strings.TrimSpace(text)
	switch {
	case utf8.RuneCountInString(text) > maxNote:
		return "", usagef("a note holds at most %d characters; shorten it or split it over two check-ins", maxNote)
	case !utf8.ValidString(text):
		return "", usageError{errors.New("the note is not UTF-8 text")}
	case strings.ContainsRune(text, 0):
		return "", usageError{errors.New("the note contains a NUL character; take it out")}
	}
	return text, nil
}

// feelingWords trims the words and leaves out empty ones and repetitions.
func feelingWords(given []string) ([]string, error) {
	words, seen := []string{}, map[string]bool{}
	for _, word := range given {
		word = strings.ToLower(strings.TrimSpace(word))
		if word != "" && !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
		switch {
		case !utf8.ValidString(word):
			return nil, usageError{errors.New("the feeling words are not UTF-8 text")}
		case utf8.RuneCountInString(word) > maxWordCharacters:
			return nil, usagef("a feeling word has at most %d characters, and %q has more: put it into the note", maxWordCharacters, shortened(word, maxWordCharacters))
		case len(words) > maxWords:
			return nil, usagef("a check-in holds at most %d feeling words: leave some out", maxWords)
		}
	}
	return words, nil
}

// noArguments refuses arguments in one sentence.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%q takes no arguments, but was given %q", cmd.CommandPath(), args[0])
	}
	return nil
}
