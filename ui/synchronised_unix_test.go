//go:build unix

package ui

import "testing"

func TestRun_overSSHFramesAreShownWholeWhereTheTerminalCan(t *testing.T) {
	for _, test := range []struct {
		name, answer string
		whole        bool
	}{
		{"it can", "\x1b[?2026;2$y", true},
		{"it cannot", "\x1b[?2026;0$y", false},
	} {
		c := startChild(t, "SSH_TTY=/dev/pts/7", "TERM_PROGRAM=")
		c.waitFor("\x1b[?2026$p")
		c.press(test.answer)
		c.waitFor("how is it right now?")
		c.press("n")
		c.waitFor("a note")
		if whole := c.shown("\x1b[?2026h"); whole != test.whole {
			t.Errorf("%s: frames held back: %v", test.name, whole)
		}
		c.press("\x03")
		if err := c.wait(); err != nil {
			t.Errorf("%s: the program ended with %v", test.name, err)
		}
	}
}
