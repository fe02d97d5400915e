package widget

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean_makesHarmless(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain text stays", "rain, and 日本語 👩‍👩‍👧", "rain, and 日本語 👩‍👩‍👧"},
		{"line breaks stay", "one\ntwo\r\nthree", "one\ntwo\nthree"},
		{"a colour sequence loses its escape", "\x1b[31mred", "\ufffd[31mred"},
		{"the eight-bit escape too", "\u009b2J", "\ufffd2J"},
		{"a bell and DEL", "a\ab\x7fc", "a\ufffdb\ufffdc"},
		{"a lone carriage return is a line break and cannot overwrite", "secret\rpublic", "secret\npublic"},
		{"every kind of line break once", "a\rb\nc\r\nd\r\r\ne", "a\nb\nc\nd\n\ne"},
		{"a tab has no width of its own", "a\tb", "a b"},
		{"an override does not turn the line", "a\u202egnp.exe\u2066b\u200f", "agnp.exeb"},
		{"bytes that are no text", "a\xff\xfeb", "a\ufffdb"},
		{"the line separators", "a\u2028b", "a b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Clean(test.in); got != test.want {
				t.Errorf("Clean(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
}

func TestClean_leavesNoControlInAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text")
		clean := Clean(text)
		if !utf8.ValidString(clean) {
			t.Fatalf("%q is no text", clean)
		}
		for _, r := range clean {
			if r != '\n' && unicode.IsControl(r) || turnsDirection(r) {
				t.Fatalf("%q holds %U", clean, r)
			}
		}
		if again := Clean(clean); again != clean {
			t.Fatalf("cleaning twice changes %q to %q", clean, again)
		}
		if line := CleanLine(text); strings.Contains(line, "\n") {
			t.Fatalf("%q is not one line", line)
		}
	})
}
