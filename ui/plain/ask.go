package plain

import (
	"errors"
	"fmt"
	"strings"

	"dulcet/ui"
)

// A prompt is a question and what can be answered to it.
type prompt struct {
	text    string
	again   string // in its place where the same is asked once more; empty for the text
	choices string // ends the prompt
	help    string // said before the words that work everywhere; may be empty
	free    bool   // any text is an answer, but for the few words that work everywhere
}

// everywhere are the words that work at every prompt.
const everywhere = `at every question: "back" goes a step back, "play" goes on to the music, "hard" is for a bad moment, ` +
	`"log" and "show 1" look back, "trend" tells the last weeks, "set" tells and changes settings, "home" goes to the beginning, ` +
	`"quit" saves and leaves.`

// everywhereFree are those that work where any text is an answer.
const everywhereFree = `alone on a line "back", "play", "hard", "help", "home" and "quit" are no text but do what they say.`

// ask says the prompt, and again until an answer is taken or one of the words
// that work everywhere leads elsewhere, which the error tells. A refusal of take
// is said in its sentence.
func (s *session) ask(p prompt, take func(line string) error) error {
	for {
		select {
		case text := <-s.sound:
			s.voice.say(ending(text))
		default:
		}
		s.voice.say(p.text + " (" + p.choices + ")")
		if p.again != "" {
			p.text = p.again
		}
		line, err := s.next()
		if err != nil {
			return err
		}
		done, err := s.everywhere(p, line)
		if err == nil && !done {
			if err = take(line); err == nil {
				return nil
			}
		}
		switch {
		case err == nil, errors.Is(err, errAgain):
		case turns(err):
			return err
		default:
			s.voice.say(sentence(err))
		}
	}
}

// errAgain is returned by what takes an answer and has the prompt said again.
var errAgain = errors.New("the question is asked again")

// turns reports whether an error leads elsewhere, rather than refusing an answer.
func turns(err error) bool {
	return leaves(err) || errors.Is(err, errBack) || errors.Is(err, errPlay) || errors.Is(err, errHome)
}

// sentence ends what an error says as a sentence.
func sentence(err error) string { return ending(err.Error()) }

// ending gives a text the full stop that ends a sentence.
func ending(text string) string { return strings.TrimRight(text, ". ") + "." }

// next waits for a line.
func (s *session) next() (string, error) {
	if s.voice.gone {
		return "", errEnded
	}
	select {
	case line, more := <-s.lines:
		if !more {
			return "", errEnded
		}
		s.tellCut(line)
		return line.text, nil
	case <-s.leaving:
		return "", errEnded
	case <-s.ctx.Done():
		return "", errEnded
	}
}

// tellCut says that a line was too long to be taken in whole.
func (s *session) tellCut(line typedLine) {
	if line.cut {
		s.voice.say("that line was too long: its end was not taken in.")
	}
}

// everywhere carries out the words that work at every prompt, and reports
// whether the line was one.
func (s *session) everywhere(p prompt, line string) (done bool, err error) {
	name, rest, _ := strings.Cut(line, " ")
	name, rest = strings.ToLower(name), strings.TrimSpace(rest)
	if rest == "" {
		switch name {
		case "back":
			return true, errBack
		case "play":
			return true, errPlay
		case "home":
			return true, errHome
		case "quit", "exit":
			return true, errQuit
		case "hard", "!":
			s.hard()
			return true, nil
		case "help", "?":
			s.help(p)
			return true, nil
		}
	}
	if p.free {
		return false, nil
	}
	return s.lookBack(name, rest)
}

// help says what can be answered.
func (s *session) help(p prompt) {
	if p.help != "" {
		s.voice.say(p.help)
	}
	if p.free {
		s.voice.say(everywhereFree)
		return
	}
	s.voice.say(everywhere)
}

// hard says where help is in a bad moment. Nothing of it is kept.
func (s *session) hard() {
	for _, line := range ui.HelpLines(s.settings) {
		s.voice.say(line)
	}
}

// yes asks whether something is wanted; enter is no.
func (s *session) yes(question string) (bool, error) {
	wanted := false
	err := s.ask(prompt{text: question, choices: "yes, or enter for no"}, func(line string) error {
		switch strings.ToLower(line) {
		case "yes", "y":
			wanted = true
		case "", "no", "n":
		default:
			return fmt.Errorf("%q is neither yes nor no", line)
		}
		return nil
	})
	return wanted, err
}
