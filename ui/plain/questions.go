package plain

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui"
)

// A step is one question of a check-in. Its error tells what was wanted in place
// of an answer.
type step func() error

// walk asks the steps in order. "back" asks the one before again, and from the
// first one goes back to where the steps were begun from.
func walk(steps []step) error {
	for at := 0; at < len(steps); {
		switch err := steps[at](); {
		case err == nil:
			at++
		case errors.Is(err, errBack) && at > 0:
			at--
		default:
			return err
		}
	}
	return nil
}

// scale is the step of one of the three questions.
func (s *session) scale(which int) step {
	return func() error {
		ends := s.settings.Questions[which]
		lead := [...]string{"how is it right now", "and", "and"}[which]
		if s.answers.when == journal.After {
			lead = [...]string{"and now", "and", "and"}[which]
		}
		choices := "a number, or enter to skip"
		if points, given := pointsOf(s.answers.mood[which]); given {
			choices = fmt.Sprintf("a number, enter for %s as before, or skip", points)
		}
		return s.ask(prompt{
			text:    fmt.Sprintf("%s, from 0, %s, to 100, %s?", lead, ends[0], ends[1]),
			choices: choices,
			help:    fmt.Sprintf("0 is %s, 50 is in the middle, 100 is %s. an answer that is skipped is none, and that is fine.", ends[0], ends[1]),
		}, func(line string) error {
			if line == "" {
				return nil
			}
			rating, err := parseRating(line)
			if err != nil {
				return err
			}
			s.answers.mood[which] = rating
			s.keepAnswers()
			return nil
		})
	}
}

// parseRating reads a number of 0 to 100, or "skip".
func parseRating(line string) (journal.Rating, error) {
	if strings.EqualFold(line, "skip") {
		return journal.Rating{}, nil
	}
	number, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(line, "%")), 64)
	if err != nil || !(number >= 0 && number <= 100) {
		return journal.Rating{}, fmt.Errorf("the answer is a number from 0 to 100, and %q is none", line)
	}
	return journal.Rated(math.Round(number-50) / 50), nil
}

// pointsOf writes a rating as a number of 0 to 100.
func pointsOf(rating journal.Rating) (points string, given bool) {
	value, given := rating.Value()
	return pointsText(value), given
}

// mostFeelings is how many feeling words one check-in takes, as on the command
// line.
const mostFeelings = 20

// feelingWords is the step of the feeling words.
func (s *session) feelingWords() error {
	p := prompt{
		text: "which words fit?", choices: "words with commas between them, ? lists some, or enter for none",
		help: feelingList(),
	}
	if len(s.answers.words) > 0 {
		p.text = "which words fit? so far: " + strings.Join(s.answers.words, ", ") + "."
		p.choices = "more words, \"no\" and a word takes it away, ? lists some, or enter to go on"
	}
	return s.ask(p, func(line string) error {
		if line == "" {
			return nil
		}
		picked, err := pickFeelings(s.answers.words, line)
		if err != nil {
			return err
		}
		s.answers.words = picked
		s.keepAnswers()
		return nil
	})
}

// feelingList lists the words that can be picked, by their corner.
func feelingList() string {
	var lines []string
	for i, group := range words.Feelings() {
		lines = append(lines, [...]string{"tense: ", "lively: ", "low: ", "easy: "}[i]+strings.Join(group, ", ")+".")
	}
	return strings.Join(lines, "\n")
}

// pickFeelings returns the words with those of a line, or without them where the
// line says so.
func pickFeelings(picked []string, line string) ([]string, error) {
	picked = slices.Clone(picked)
	for part := range strings.SplitSeq(strings.ToLower(line), ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if word, taken := strings.CutPrefix(part, "no "); taken {
			at := slices.Index(picked, word)
			if at < 0 {
				return nil, fmt.Errorf("%q is not among the words", word)
			}
			picked = slices.Delete(picked, at, at+1)
			continue
		}
		known, err := feelingOf(part)
		if err != nil {
			return nil, err
		}
		for _, word := range known {
			if !slices.Contains(picked, word) {
				picked = append(picked, word)
			}
		}
	}
	if len(picked) > mostFeelings {
		return nil, fmt.Errorf("%d words are the most", mostFeelings)
	}
	return picked, nil
}

// feelingOf returns the feeling words that somebody means: as they stand, begun,
// or with a slip.
func feelingOf(part string) ([]string, error) {
	if !words.MoodOf([]string{part}).Empty() {
		return []string{part}, nil
	}
	var begun []string
	for _, group := range words.Feelings() {
		for _, word := range group {
			if strings.HasPrefix(word, part) {
				begun = append(begun, word)
			}
		}
	}
	switch {
	case len(begun) == 1:
		return begun, nil
	case len(begun) > 1:
		return nil, fmt.Errorf("%q may be %s", part, strings.Join(begun, " or "))
	}
	if said := words.Read(part).Feelings; len(said) > 0 {
		return said, nil
	}
	return nil, fmt.Errorf("%q is no feeling word that is known; ? lists some, and a note takes any", part)
}

// noteStep is the step of the note. Every line is kept as it comes.
func (s *session) noteStep() error {
	p := prompt{
		text: "a note for yourself? it stays on this machine.", choices: "lines, and an empty one to go on",
		help: "a note can have as many lines as you like.", free: true,
	}
	if s.answers.note != "" {
		p.text = "your note so far: " + s.answers.note + "\nmore of it?"
		p.again = "a note for yourself?"
		p.choices = "lines, \"clear\" to begin anew, and an empty one to go on"
	}
	return s.ask(p, func(line string) error {
		if s.answers.note != "" && strings.EqualFold(line, "clear") {
			s.answers.note = ""
			s.keepAnswers()
			return errAgain
		}
		for line != "" {
			if err := s.noteLine(line); err != nil {
				return err
			}
			var err error
			if line, err = s.next(); err != nil {
				return err
			}
			if done, err := s.everywhere(prompt{free: true}, line); err != nil {
				return err
			} else if done {
				line = " "
			}
		}
		return nil
	})
}

// noteLine adds a line to the note and keeps it.
func (s *session) noteLine(line string) error {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return nil
	case utf8.RuneCountInString(s.answers.note)+utf8.RuneCountInString(line) >= ui.NoteLimit:
		return fmt.Errorf("the note is full at %d characters: this line is not in it", ui.NoteLimit)
	case s.answers.note == "":
		s.answers.note = line
	default:
		s.answers.note += "\n" + line
	}
	s.keepAnswers()
	if words.InCrisis(line) {
		s.hard()
	}
	return nil
}
