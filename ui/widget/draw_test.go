package widget

import (
	"math"
	"math/bits"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/theme"
)

// dots counts the dots of a picture.
func dots(lines []string) int {
	count := 0
	for _, line := range lines {
		for _, r := range ansi.Strip(line) {
			if r >= '⠀' && r <= '⣿' {
				count += bits.OnesCount8(uint8(r - '⠀'))
			}
		}
	}
	return count
}

func TestCanvas_shadeShowsTheShareOfTheGrey(t *testing.T) {
	for _, grey := range []float64{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1} {
		canvas := NewCanvas(60, 30)
		width, height := canvas.Dots()
		for y := range height {
			for x := range width {
				canvas.Shade(x, y, grey)
			}
		}
		var lines []string
		for y := range 30 {
			lines = append(lines, canvas.Row(y))
		}
		if share := float64(dots(lines)) / float64(width*height); math.Abs(share-grey) > 0.02 {
			t.Errorf("a grey of %.2f sets %.3f of the dots", grey, share)
		}
	}
}

func TestCanvas_setGoesToItsDot(t *testing.T) {
	for y := range 4 {
		for x := range 2 {
			canvas := NewCanvas(1, 1)
			canvas.Set(x, y)
			want := string('⠀' + rune(brailleBits[y][x]))
			if got := canvas.Row(0); got != want {
				t.Errorf("dot %d,%d draws %q, want %q", x, y, got, want)
			}
		}
	}
	canvas := NewCanvas(2, 2)
	for _, outside := range [][2]int{{-1, 0}, {0, -1}, {4, 0}, {0, 8}} {
		canvas.Set(outside[0], outside[1])
	}
	if canvas.Row(0)+canvas.Row(1) != "    " {
		t.Error("a dot outside the canvas was drawn")
	}
}

func TestScale_withoutAnAnswerShowsNoMark(t *testing.T) {
	for _, focused := range []bool{false, true} {
		lines := Scale{Left: "unwell", Right: "well", Focused: focused}.Lines(40, theme.Styles{})
		if got := ansi.Strip(lines[1]); got != strings.Repeat("╌", 40) {
			t.Errorf("focused %v: %q", focused, got)
		}
	}
}

func TestScale_theMarkStandsWhereTheAnswerIs(t *testing.T) {
	for _, test := range []struct {
		value float64
		cell  int
	}{{-1, 0}, {0, 20}, {1, 40}, {0.5, 30}} {
		line := ansi.Strip(Scale{Value: test.value, Given: true}.Lines(41, theme.Styles{})[1])
		if got := len([]rune(line[:strings.Index(line, "●")])); got != test.cell {
			t.Errorf("%.1f stands in cell %d, want %d", test.value, got, test.cell)
		}
	}
	both := ansi.Strip(Scale{Value: 0.5, Given: true, Before: -0.5, BeforeGiven: true}.Lines(41, theme.Styles{})[1])
	if strings.Index(both, "○") >= strings.Index(both, "●") {
		t.Errorf("before and after stand wrong in %q", both)
	}
}

func TestPlayhead_marksAndPosition(t *testing.T) {
	got := ansi.Strip(Playhead(0.5, []float64{0, 0.25, 0.75, 1}, 9, theme.Styles{}))
	if want := "━━┿━●─┼──"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, position := range []float64{-1, 0, 1, 2, math.Inf(1)} {
		if line := Playhead(position, nil, 10, theme.Styles{}); Width(line) != 10 {
			t.Errorf("at %v: %q", position, line)
		}
	}
}

func TestCurve_risesWithItsValues(t *testing.T) {
	lines := Curve([]float64{-1, 1}, 10, 3, theme.Styles{}.Text)
	first, last := ansi.Strip(lines[0]), ansi.Strip(lines[2])
	if strings.TrimRight(first, " ") != first || strings.TrimLeft(last, " ") != last {
		t.Errorf("a rising curve is drawn as\n%s", strings.Join(lines, "\n"))
	}
}
