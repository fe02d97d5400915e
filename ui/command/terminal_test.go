package command

import (
	"strings"
	"testing"

	"dulcet/ui/terminal"
)

func TestExamine_saysWhatTheTerminalCanDoAndWhatFollows(t *testing.T) {
	asExpected := make([]int, len(terminal.Samples))
	for i, sample := range terminal.Samples {
		asExpected[i] = sample.Cells
	}
	wider := append([]int{}, asExpected...)
	wider[3] = 4
	modern := terminal.Answers{
		Answered: true, Synchronized: terminal.Yes, Mouse: terminal.Yes, Focus: terminal.Yes,
		Keyboard: terminal.Yes, Background: terminal.Yes, Widths: asExpected,
	}
	old := terminal.Answers{Answered: true, Synchronized: terminal.No, Mouse: terminal.No, Keyboard: terminal.No, Widths: wider}
	for _, test := range []struct {
		name    string
		answers terminal.Answers
		examine func(*program) finding
		state   state
		text    string
	}{
		{"whole frames", modern, (*program).examineDrawing, works, "when it is whole"},
		{"torn frames", old, (*program).examineDrawing, missing, "sends only what has changed"},
		{"frames it does not speak of", terminal.Answers{}, (*program).examineDrawing, unknown, "does not say"},
		{"keys told apart", modern, (*program).examineKeyboard, works, "told apart"},
		{"keys mixed up", old, (*program).examineKeyboard, missing, "takes them apart"},
		{"a mouse", modern, (*program).examineMouse, works, "point"},
		{"no mouse", old, (*program).examineMouse, missing, "has its key"},
		{"the background", modern, (*program).examineColours, "", "light background"},
		{"no word of the background", old, (*program).examineColours, "", `the setting "background"`},
		{"widths as counted", modern, (*program).examineWidth, works, "as wide as"},
		{"other widths", old, (*program).examineWidth, missing, "joined emoji take 4 cells here, and Dulcet counts 2"},
		{"no word of widths", terminal.Answers{}, (*program).examineWidth, unknown, "lines of their own"},
	} {
		found := test.examine(&program{answers: &test.answers})
		if test.state != "" && found.State != test.state || !strings.Contains(found.Text, test.text) {
			t.Errorf("%s: %s, %q", test.name, found.State, found.Text)
		}
	}
}
