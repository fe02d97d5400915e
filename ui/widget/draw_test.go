package widget

import (
	"fmt"
	"math"
	"math/bits"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/theme"
)

// fields are all pictures by name.
var fields = map[string]Field{"aurora": Aurora, "water": Water, "embers": Embers, "stars": Stars}

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

func draw(field Field, scene Scene) []string { return Draw(field, 80, 20, scene, theme.Styles{}) }

func TestField_sameSceneSamePicture(t *testing.T) {
	scene := Scene{Seconds: 73.2, Level: 0.6, Strikes: []Strike{{Age: 1, Pitch: 62, Velocity: 0.5}}}
	for name, field := range fields {
		if a, b := draw(field, scene), draw(field, scene); strings.Join(a, "\n") != strings.Join(b, "\n") {
			t.Errorf("%s: two pictures of one scene differ", name)
		}
	}
}

func TestField_theMusicMovesThePicture(t *testing.T) {
	for name, field := range fields {
		quiet, loud := draw(field, Scene{Seconds: 60, Level: 0.1}), draw(field, Scene{Seconds: 60, Level: 0.9})
		if dots(loud) <= dots(quiet) {
			t.Errorf("%s: %d dots when loud, %d when quiet", name, dots(loud), dots(quiet))
		}
		struck := draw(field, Scene{Seconds: 60, Level: 0.1, Strikes: []Strike{{Age: 0.8, Pitch: 60, Velocity: 0.9}}})
		if strings.Join(struck, "\n") == strings.Join(quiet, "\n") {
			t.Errorf("%s: a note leaves no trace", name)
		}
		later := draw(field, Scene{Seconds: 90, Level: 0.1})
		if strings.Join(later, "\n") == strings.Join(quiet, "\n") {
			t.Errorf("%s: the picture stands still", name)
		}
	}
}

// Nothing may flash: from one frame to the next, at fifteen a second, the
// share of dots that are lit changes by a few per cent at most.
func TestField_nothingFlashes(t *testing.T) {
	for name, field := range fields {
		last := -1
		for frame := range 90 {
			seconds := float64(frame) / 15
			now := dots(draw(field, Scene{Seconds: 30 + seconds, Level: 0.5, Strikes: []Strike{
				{Age: seconds - 0.5, Pitch: 48, Velocity: 1}, {Age: seconds - 2, Pitch: 79, Velocity: 1},
			}}))
			if change := math.Abs(float64(now-last)) / (80 * 20 * 8); last >= 0 && change > 0.04 {
				t.Errorf("%s: frame %d changes %.1f %% of the picture", name, frame, change*100)
			}
			last = now
		}
	}
}

func TestField_drawsAtAnySize(t *testing.T) {
	scene := Scene{Seconds: 5, Level: 1, Energy: 1, Tension: -1, Strikes: []Strike{{Age: 2, Pitch: 0, Velocity: 1}, {Age: 1, Pitch: 127, Velocity: 1}}}
	for name, field := range fields {
		for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 1}, {1, 30}, {200, 2}} {
			lines := Draw(field, size[0], size[1], scene, theme.Styles{})
			for _, line := range lines {
				if Width(line) != size[0] {
					t.Errorf("%s at %v: a line of %d cells", name, size, Width(line))
				}
			}
			if len(lines) != size[1] {
				t.Errorf("%s at %v: %d lines", name, size, len(lines))
			}
		}
	}
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

func BenchmarkDraw(b *testing.B) {
	scene := Scene{Seconds: 100, Level: 0.6, Strikes: []Strike{{Age: 1, Pitch: 60, Velocity: 0.7}, {Age: 3, Pitch: 67, Velocity: 0.5}}}
	st := theme.New(theme.Dark, theme.Affect{})
	for _, size := range [][2]int{{80, 20}, {120, 36}} {
		for name, field := range fields {
			b.Run(fmt.Sprintf("%s_%dx%d", name, size[0], size[1]), func(b *testing.B) {
				for b.Loop() {
					Draw(field, size[0], size[1], scene, st)
				}
			})
		}
	}
}
