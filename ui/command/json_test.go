package command

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestWriteJSON_harmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(
			rapid.Rune(),
			rapid.SampledFrom([]rune{0x1b, 0x7f, 0x9b, 0x202e, 0x2066, 0x200d, 0xe0001, '\n', '"', '\\', 'ü', '😀'}),
		)).Draw(t, "text")
		var out strings.Builder
		if err := writeJSON(&out, map[string]string{"note": text}); err != nil {
			t.Fatal(err)
		}
		line := strings.TrimSuffix(out.String(), "\n")
		for _, r := range line {
			if !unicode.IsPrint(r) {
				t.Fatalf("%U reaches the terminal in %q", r, line)
			}
		}
		var back map[string]string
		if err := json.Unmarshal([]byte(line), &back); err != nil {
			t.Fatalf("%q is not JSON: %v", line, err)
		}
		if back["note"] != text {
			t.Fatalf("%q came back as %q", text, back["note"])
		}
	})
}
