package command

import "testing"

func TestHanging(t *testing.T) {
	const text = "slower than before, and softer"
	for _, test := range []struct {
		name  string
		width int
		want  string
	}{
		{"no terminal leaves the text whole", 0, "why  slower than before, and softer"},
		{"a wide terminal as well", 80, "why  slower than before, and softer"},
		{"lines begin below the first", 26, "why  slower than before,\n     and softer"},
		{"too narrow a column is left to the terminal", 24, "why  slower than before, and softer"},
	} {
		if got := hanging("why  ", text, test.width); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
