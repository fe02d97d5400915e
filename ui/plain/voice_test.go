package plain

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"dulcet/ui/widget"
)

func TestSpoken(t *testing.T) {
	for text, want := range map[string]string{
		"a little brighter · now":         "a little brighter, now",
		"volume −2 dB":                    "volume -2 dB",
		"F♯ minor, B♭":                    "F sharp minor, B flat",
		"\x1b[31mred\x1b[0m":              "?[31mred?[0m",
		"┌─┐ ⣿⣿ ▁▂▃ ● box":                "    box",
		"tea ☕ and 🙂":                     "tea ☕ and 🙂",
		"one\ntwo\r\nthree\x07":           "one\ntwo\nthree?",
		"right\u202eto left \u0645\u0646": "rightto left \u0645\u0646",
		"bad \xff bytes":                  "bad ? bytes",
	} {
		if got := spoken(text); got != want {
			t.Errorf("%q is said as %q, want %q", text, got, want)
		}
	}
}

func TestVoice_saysOnlyWhatASentenceIsMadeOfInShortLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var out strings.Builder
		v := newVoice(&out)
		v.say(rapid.String().Draw(t, "text") + rapid.StringOf(rapid.RuneFrom(nil, unicode.So, unicode.Cc, unicode.Cf)).Draw(t, "signs"))
		checkSpoken(t, out.String())
	})
}

// checkSpoken fails where anything but letters, marks, numbers, punctuation and
// line feeds has been said, or a line is longer than one may be.
func checkSpoken(t interface {
	Helper()
	Fatalf(string, ...any)
}, said string,
) {
	t.Helper()
	for _, r := range said {
		if r == '\n' || r == '\u200c' || r == '\u200d' || unicode.IsPrint(r) && !draws(r) && r != unicode.ReplacementChar {
			continue
		}
		t.Fatalf("%U is said, in %q", r, said)
	}
	for line := range strings.SplitSeq(said, "\n") {
		if widget.Width(line) > mostColumns {
			t.Fatalf("%q is %d columns", line, widget.Width(line))
		}
	}
}
