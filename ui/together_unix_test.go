//go:build unix

package ui

import (
	"testing"
	"time"

	"dulcet/journal"
)

// escTimeout is how long the terminal reader waits for what may follow esc.
const escTimeout = 50 * time.Millisecond

// TestRun_keysPressedTogetherAreNotLost writes keys into a terminal in one go,
// where esc and a key look like alt and that key.
func TestRun_keysPressedTogetherAreNotLost(t *testing.T) {
	rated := journal.Rated
	for _, test := range []struct {
		name string
		keys string
		then string // after a breath
		note string
		mood journal.Mood
		page int
	}{
		{name: "several letters", keys: "nrain, é 日本 👩‍👩‍👧 at once", note: "rain, é 日本 👩‍👩‍👧 at once"},
		{name: "esc and enter while typing", keys: "nrain\x1b\r", note: "rain", page: 1},
		{name: "esc and a digit while typing", keys: "nrain\x1b3", note: "rain", mood: journal.Mood{Valence: rated(-0.4)}},
		{name: "esc and many keys while typing", keys: "nrain\x1b3\r7\r9", note: "rain", mood: journal.Mood{Valence: rated(-0.4), Energy: rated(0.4), Tension: rated(0.8)}, page: 2},
		{name: "esc and an arrow while typing", keys: "n3\x1b\x1b[B7", note: "3", mood: journal.Mood{Energy: rated(0.4)}, page: 1},
		{name: "esc and text of several bytes while typing", keys: "nrain\x1bé3", note: "rain", mood: journal.Mood{Valence: rated(-0.4)}},
		{name: "esc and ctrl+c while typing", keys: "nrain\x1b\x03", note: "rain"},
		{name: "esc and enter", keys: "3w\x1b\r", mood: journal.Mood{Valence: rated(-0.4)}, page: 1},
		{name: "esc and esc", keys: "3\r\r\ro\x1b\x1b", then: "8", mood: journal.Mood{Valence: rated(-0.4), Tension: rated(0.6)}, page: 2},
		{name: "esc and an arrow", keys: "w\x1b\x1b[C", mood: journal.Mood{Valence: rated(0.1)}},
		{name: "esc and a capital", keys: "w\x1bL", mood: journal.Mood{Valence: rated(0.02)}},
		{name: "esc and backspace", keys: "3w\x1b\x7f\r7", mood: journal.Mood{Energy: rated(0.4)}, page: 1},
		{name: "a word back", keys: "nsoft rain\x1bbX", note: "soft Xrain"},
		{name: "a word back by its arrow", keys: "nsoft rain\x1b[1;3DX", note: "soft Xrain"},
		{name: "a word deleted", keys: "nsoft rain\x1b\x7fX", note: "soft X"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := startChild(t)
			c.waitFor("how is it right now?")
			c.press(test.keys)
			if test.then != "" {
				c.waitFor("3 of 3")
				time.Sleep(2 * escTimeout)
				c.press(test.then)
			}
			c.press("\x03")
			if err := c.wait(); err != nil {
				t.Fatalf("the program ended with %v", err)
			}
			draft := c.kept().Draft
			if draft == nil {
				t.Fatal("nothing is kept")
			}
			if draft.Note != test.note || draft.Mood != test.mood || draft.Page != test.page {
				t.Errorf("kept the note %q, the mood %v, and question %d; want %q, %v and %d",
					draft.Note, draft.Mood, draft.Page, test.note, test.mood, test.page)
			}
		})
	}
}
