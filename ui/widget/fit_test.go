package widget

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestFit_neverWiderThanAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := Clean(rapid.String().Draw(t, "text"))
		line := CleanLine(text)
		width := rapid.IntRange(0, 60).Draw(t, "width")
		if got := Width(Cut(line, width)); got > width {
			t.Fatalf("Cut is %d cells", got)
		}
		if got := Width(Pad(line, width)); got != width && width > 0 {
			t.Fatalf("Pad is %d cells", got)
		}
		if got := Width(Spread(line, line, width)); got > width {
			t.Fatalf("Spread is %d cells", got)
		}
		for _, wrapped := range Wrap(text, width) {
			if Width(wrapped) > width {
				t.Fatalf("Wrap gives %q, %d cells", wrapped, Width(wrapped))
			}
		}
	})
}

func TestWrap_keepsEveryWord(t *testing.T) {
	text := "the rain on the window was louder than the music"
	for width := 7; width < 60; width++ {
		if got := strings.Join(Wrap(text, width), " "); got != text {
			t.Errorf("at %d cells: %q", width, got)
		}
	}
}

func TestWrapTo_cutsWhatDoesNotFit(t *testing.T) {
	for _, test := range []struct {
		text          string
		width, height int
		want          []string
	}{
		{"rain and soft piano", 10, 3, []string{"rain and", "soft piano"}},
		{"rain and soft piano", 10, 2, []string{"rain and", "soft piano"}},
		{"rain and soft piano", 10, 1, []string{"rain and …"}},
		{"rain and soft piano at night", 10, 2, []string{"rain and", "soft pian…"}},
		{"rain", 10, 0, []string{}},
		{"", 10, 2, nil},
	} {
		if got := WrapTo(test.text, test.width, test.height); !slices.Equal(got, test.want) {
			t.Errorf("%q in %d×%d: %q, want %q", test.text, test.width, test.height, got, test.want)
		}
	}
}

func TestSpread_theRightEndGivesWay(t *testing.T) {
	for _, test := range []struct {
		left, right string
		width       int
		want        string
	}{
		{"left", "right", 12, "left   right"},
		{"left", "right", 9, "left  ri…"},
		{"left", "right", 6, "left"},
		{"left", "", 6, "left"},
		{"leftmost", "r", 5, "left…"},
	} {
		if got := Spread(test.left, test.right, test.width); got != test.want {
			t.Errorf("Spread(%q, %q, %d) = %q, want %q", test.left, test.right, test.width, got, test.want)
		}
	}
}

func TestWindow_showsTheFocus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 50).Draw(t, "lines")
		height := rapid.IntRange(1, 20).Draw(t, "height")
		focus := rapid.IntRange(0, count-1).Draw(t, "focus")
		lines := make([]string, count)
		for i := range lines {
			lines[i] = strings.Repeat("x", i+1)
		}
		shown, above, below := Window(lines, focus, height)
		if len(shown) != min(count, height) {
			t.Fatalf("%d lines shown", len(shown))
		}
		found := false
		for _, line := range shown {
			found = found || line == lines[focus]
		}
		if !found {
			t.Fatalf("the focus is not shown")
		}
		if above != (shown[0] != lines[0]) || below != (shown[len(shown)-1] != lines[count-1]) {
			t.Fatalf("above %v, below %v", above, below)
		}
	})
}

func TestCut_isTheSameForLinesWhoseWidthIsEasilyFound(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"plain", " ", "━━●", "─┼╴", "⠀⡇⣿", "\x1b[38;2;1;2;3m", "\x1b[m", "\x1b[1;4m", "日本", "é", "e\u0301", "👩‍👩‍👧", "…",
	})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), "")
		if got, want := simpleWidth(line), ansi.StringWidth(line); got != want && got != math.MaxInt {
			t.Fatalf("%q is %d cells wide, want %d", line, got, want)
		}
		width := rapid.IntRange(1, 24).Draw(t, "width")
		if got, want := Cut(line, width), ansi.Truncate(line, width, "…"); got != want {
			t.Fatalf("cut to %d, %q is %q, want %q", width, line, got, want)
		}
	})
	if simpleWidth("⠀━ \x1b[1mx\x1b[m") != 4 {
		t.Error("the width of a line of the pictures is not easily found")
	}
}
