package plain

import (
	"fmt"
	"strings"

	"dulcet/generator/words"
	"dulcet/ui"
	"dulcet/ui/widget"
)

// mostUnused is how many unused words are told, so that a long text is answered
// with a line (design choice).
const mostUnused = 8

// Heard tells a reading in lines: first where help is, where it is needed, with
// the paragraphs for a bad moment (ui.HelpLines); then what was understood, what
// was not used, and what there is to say of either, which is one line for each of
// its notes.
func Heard(said words.Reading, help []string) []string {
	var lines []string
	if said.Crisis {
		lines = append(lines, help...)
	}
	if len(said.Chips) > 0 {
		var labels []string
		for _, chip := range said.Chips {
			labels = append(labels, chip.Label)
		}
		lines = append(lines, "understood: "+strings.Join(labels, " · "))
	}
	if unused := said.Unused; len(unused) > 0 {
		line := "not used: " + strings.Join(unused[:min(mostUnused, len(unused))], ", ")
		if more := len(unused) - mostUnused; more > 0 {
			line += fmt.Sprintf(" and %d more", more)
		}
		lines = append(lines, line)
	}
	lines = append(lines, said.Notes...)
	for i, line := range lines {
		lines[i] = widget.CleanLine(line)
	}
	return lines
}

// ownWords is the step in which somebody says in their own words how it is and
// what they want. What was understood is said back, and each of it can be taken
// away.
func (s *session) ownWords() error {
	for {
		p := prompt{
			text: "in your own words: how is it, and what would you like to hear?", choices: "a line, or enter for none",
			help: `for example: wired after a long day, can't sleep, rain and soft piano, half an hour.`, free: true,
		}
		if s.answers.said != "" {
			p.text = "anything else, in your own words?"
			p.choices = `more words, "take away" and a thing, "clear" to begin anew, or enter to go on`
		}
		done := false
		err := s.ask(p, func(line string) error {
			done = line == ""
			if done {
				return nil
			}
			return s.tell(line)
		})
		if err != nil || done {
			return err
		}
	}
}

// tell takes a line of one's own words in, or takes away what was misunderstood,
// and says what is understood now.
func (s *session) tell(line string) error {
	a := &s.answers
	thing, away := cutPrefixFold(line, "take away ")
	switch {
	case a.said != "" && strings.EqualFold(line, "clear"):
		a.said, a.gone = "", nil
	case a.said != "" && away:
		if err := a.takeAway(thing); err != nil {
			return err
		}
	case a.said == "":
		a.said = line
	default:
		a.said += "\n" + line
	}
	a.read()
	s.heed()
	s.keepAnswers()
	for _, line := range Heard(a.reading, ui.HelpLines(s.settings)) {
		s.voice.say(line)
	}
	if len(a.reading.Chips) == 0 {
		s.voice.say("nothing is understood of it yet, and nothing is asked of the music.")
	}
	return nil
}

// takeAway takes a thing that was understood away, by its name or a part of it.
func (a *answers) takeAway(thing string) error {
	thing = strings.ToLower(strings.TrimSpace(thing))
	var found []chipName
	for _, chip := range a.reading.Chips {
		name := chipName{chip.Kind, chip.Label}
		switch label := strings.ToLower(chip.Label); {
		case label == thing || strings.EqualFold(chip.Text, thing):
			found = []chipName{name}
		case thing != "" && strings.Contains(label, thing):
			found = append(found, name)
			continue
		default:
			continue
		}
		break
	}
	switch len(found) {
	case 0:
		return fmt.Errorf("%q is nothing that was understood", thing)
	case 1:
		if a.gone == nil {
			a.gone = map[chipName]bool{}
		}
		a.gone[found[0]] = true
		return nil
	}
	var labels []string
	for _, name := range found {
		labels = append(labels, name.label)
	}
	return fmt.Errorf("%q may be %s", thing, strings.Join(labels, " or "))
}

// cutPrefixFold is strings.CutPrefix in any case.
func cutPrefixFold(line, prefix string) (after string, found bool) {
	if len(line) < len(prefix) || !strings.EqualFold(line[:len(prefix)], prefix) {
		return line, false
	}
	return line[len(prefix):], true
}
