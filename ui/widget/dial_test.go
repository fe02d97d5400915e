package widget

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/theme"
)

func TestDial_showsWhereItStandsAndWhoSetIt(t *testing.T) {
	st := theme.New(theme.Unknown, theme.Affect{})
	for _, test := range []struct {
		name string
		dial Dial
		want string
	}{
		{"by itself in the middle", Dial{Low: -1}, "────○────"},
		{"by hand at the left end", Dial{Low: -1, Value: -1, Set: true}, "●───┼────"},
		{"by itself, off the middle", Dial{Low: -1, Value: 0.5, Focused: true}, "────┼─○──"},
		{"that goes one way", Dial{Value: 0.5, Set: true}, "────●────"},
		{"beyond its end", Dial{Low: -1, Value: 3, Set: true}, "────┼───●"},
	} {
		if got := ansi.Strip(test.dial.Line(9, st)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		for width := range 5 {
			if got := Width(test.dial.Line(width, st)); got != width {
				t.Errorf("%s: %d cells wide, want %d", test.name, got, width)
			}
		}
	}
}
