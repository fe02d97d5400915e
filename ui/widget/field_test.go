package widget

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dulcet/ui/theme"
)

// fields are all pictures by name.
func fields() map[string]Field {
	return map[string]Field{
		"aurora": Aurora, "water": Water, "embers": Embers, "mist": Mist,
		"stars": Stars, "sand": Sand, "meadow": Meadow,
	}
}

// drawOnce returns one picture as height lines.
func drawOnce(field Field, width, height int, scene Scene, st theme.Styles) []string {
	var painter Painter
	return painter.Paint(field, width, height, scene, st)
}

func draw(field Field, scene Scene) []string { return drawOnce(field, 80, 20, scene, theme.Styles{}) }

// usual is a scene in the middle of everything.
func usual() Scene {
	return Scene{Seconds: 60, Level: 0.5, Home: 0.5, Tone: 0.5, Strikes: []Strike{
		{Age: 3.1, Pitch: 48, Velocity: 0.7}, {Age: 1.8, Pitch: 62, Velocity: 0.5}, {Age: 0.7, Pitch: 71, Velocity: 0.9},
	}}
}

// apart is the share of all dots in which two pictures differ.
func apart(a, b *Canvas) float64 {
	differing := 0
	for i, mask := range a.cells {
		for rest := mask ^ b.cells[i]; rest != 0; rest &= rest - 1 {
			differing++
		}
	}
	return float64(differing) / float64(8*len(a.cells))
}

func canvasOf(field Field, scene Scene) *Canvas {
	canvas := NewCanvas(80, 20)
	field(canvas, scene)
	return canvas
}

func TestField_sameSceneSamePicture(t *testing.T) {
	for name, field := range fields() {
		if a, b := draw(field, usual()), draw(field, usual()); strings.Join(a, "\n") != strings.Join(b, "\n") {
			t.Errorf("%s: two pictures of one scene differ", name)
		}
	}
}

func TestField_eachIsItsOwn(t *testing.T) {
	for name, field := range fields() {
		for other, another := range fields() {
			if differs := apart(canvasOf(field, usual()), canvasOf(another, usual())); name < other && differs < 0.08 {
				t.Errorf("%s and %s differ in only %.1f %% of their dots", name, other, 100*differs)
			}
		}
	}
}

func TestField_theLevelGivesLight(t *testing.T) {
	for name, field := range fields() {
		quiet, loud := usual(), usual()
		quiet.Level, loud.Level = 0.1, 0.9
		if a, b := dots(draw(field, quiet)), dots(draw(field, loud)); b <= a {
			t.Errorf("%s: %d dots when loud, %d when quiet", name, b, a)
		}
	}
}

// Whatever the piece does is seen, in every picture: nothing of a scene is only
// there for some of them.
func TestField_theMusicMovesThePicture(t *testing.T) {
	for what, change := range map[string]func(*Scene){
		"a note":           func(s *Scene) { s.Strikes = []Strike{{Age: 0.8, Pitch: 60, Velocity: 0.9}} },
		"time":             func(s *Scene) { s.Seconds += 30 },
		"the level":        func(s *Scene) { s.Level = 0.9 },
		"the breath":       func(s *Scene) { s.Breath = 1 },
		"the landing":      func(s *Scene) { s.Rest = 1 },
		"the home of keys": func(s *Scene) { s.Home = 0.9 },
	} {
		for name, field := range fields() {
			before := usual()
			before.Strikes = nil
			after := before
			change(&after)
			if differs := apart(canvasOf(field, before), canvasOf(field, after)); differs < 0.0005 {
				t.Errorf("%s: %s changes %.2f %% of it", name, what, 100*differs)
			}
		}
	}
}

func TestField_harmonyTurnsTheColoursOfEveryPicture(t *testing.T) {
	st := theme.New(theme.Dark, theme.Affect{Valence: 0.3})
	for name, field := range fields() {
		dark, bright := usual(), usual()
		dark.Lift, bright.Lift = -1, 1
		if strings.Join(drawOnce(field, 80, 20, dark, st), "\n") == strings.Join(drawOnce(field, 80, 20, bright, st), "\n") {
			t.Errorf("%s looks the same in every harmony", name)
		}
	}
	for _, up := range []float64{0, 0.5, 1} {
		if at := tinted(up, 0.3) - tinted(up, 0.2); at > 0 || at < -0.05 {
			t.Errorf("a tenth of the lift moves the colour of %.1f by %.2f", up, at)
		}
	}
}

func TestField_comesToRestInTheLanding(t *testing.T) {
	for _, name := range []string{"aurora", "embers", "meadow", "water"} {
		field := fields()[name]
		step := func(rest float64) (moved float64) {
			for second := range 20 {
				now, next := usual(), usual()
				now.Strikes, next.Strikes, now.Rest, next.Rest = nil, nil, rest, rest
				now.Seconds = float64(30 * second)
				// The picture's own time goes slower too; here it does not.
				next.Seconds = now.Seconds + 0.5
				moved += apart(canvasOf(field, now), canvasOf(field, next))
			}
			return moved
		}
		if playing, resting := step(0), step(1); resting >= playing {
			t.Errorf("%s moves by %.3f at rest and %.3f before", name, resting, playing)
		}
	}
}

// Nothing may flash: from one frame to the next, at fifteen a second, the
// share of dots that are lit changes by a few per cent at most.
func TestField_nothingFlashes(t *testing.T) {
	for name, field := range fields() {
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

// No part of a picture flickers either: WCAG 2.2 allows three flashes in any
// second (2.3.1), and not one dot in a hundred comes and goes as often.
func TestField_noDotFlickers(t *testing.T) {
	const frames = 15
	for name, field := range fields() {
		turns := make([]int, 80*20*8)
		last := canvasOf(field, usual())
		for frame := 1; frame <= frames; frame++ {
			scene := usual()
			scene.Seconds += float64(frame) / frames
			scene.Level += 0.1 * math.Sin(float64(frame)/5)
			for i := range scene.Strikes {
				scene.Strikes[i].Age += float64(frame) / frames
			}
			now := canvasOf(field, scene)
			for cell, mask := range now.cells {
				for bit, changed := 0, mask^last.cells[cell]; bit < 8; bit++ {
					turns[8*cell+bit] += int(changed >> bit & 1)
				}
			}
			last = now
		}
		flickering := 0
		for _, n := range turns {
			if n > 6 { // three times on and off
				flickering++
			}
		}
		if share := float64(flickering) / float64(len(turns)); share > 0.01 {
			t.Errorf("%s: %.2f %% of the dots flicker", name, 100*share)
		}
	}
}

// What has not changed is not sent: a picture changes few cells at once, so that
// what goes to the terminal stays far below what its whole would take.
func TestField_changesFewCellsAFrame(t *testing.T) {
	const (
		frames = 45
		most   = 200 // at 12 bytes each and fifteen frames a second these are 36 KB
	)
	for name, field := range fields() {
		changed := 0
		last := canvasOf(field, usual())
		for frame := 1; frame <= frames; frame++ {
			scene := usual()
			seconds := float64(frame) / 15
			scene.Seconds += seconds
			scene.Level += 0.2 * math.Sin(seconds)
			scene.Breath = math.Sin(seconds / 2)
			for i := range scene.Strikes {
				scene.Strikes[i].Age = math.Mod(scene.Strikes[i].Age+seconds, 4)
			}
			now := canvasOf(field, scene)
			for cell, mask := range now.cells {
				if mask != last.cells[cell] || now.lit[cell] != last.lit[cell] {
					changed++
				}
			}
			last = now
		}
		if mean := changed / frames; mean > most {
			t.Errorf("%s changes %d of %d cells a frame", name, mean, len(last.cells))
		}
	}
}

func TestField_drawsAtAnySize(t *testing.T) {
	scene := Scene{
		Seconds: 8 * 3600, Level: 1, Energy: 1, Tension: -1, Lift: 1, Home: 1, Tone: 1, Breath: 1, Rest: 1,
		Strikes: []Strike{{Age: 2, Pitch: 0, Velocity: 1}, {Age: 1, Pitch: 127, Velocity: 1}},
	}
	for name, field := range fields() {
		var painter Painter
		for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 1}, {1, 30}, {200, 2}, {300, 100}, {40, 7}} {
			lines := painter.Paint(field, size[0], size[1], scene, theme.Styles{})
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

func TestField_drawingAllocatesNothing(t *testing.T) {
	for name, field := range fields() {
		canvas, scene := NewCanvas(80, 20), usual()
		if n := testing.AllocsPerRun(5, func() {
			canvas.clear(80, 20)
			field(canvas, scene)
			scene.Seconds += 0.1
		}); n > 0 {
			t.Errorf("%s allocates %.0f times a frame", name, n)
		}
	}
}

func TestPainter_drawsAnewOnlyWhatHasChanged(t *testing.T) {
	var painter Painter
	st := theme.New(theme.Dark, theme.Affect{})
	scene := usual()
	for name, field := range fields() {
		first := strings.Join(painter.Paint(field, 60, 12, scene, st), "\n")
		if again := strings.Join(painter.Paint(field, 60, 12, scene, st), "\n"); again != first {
			t.Errorf("%s: the same scene is painted differently", name)
		}
		later := scene
		later.Seconds += 20
		painted := strings.Join(painter.Paint(field, 60, 12, later, st), "\n")
		if fresh := strings.Join(drawOnce(field, 60, 12, later, st), "\n"); painted != fresh {
			t.Errorf("%s: painted after another it is not what is painted fresh", name)
		}
		light := theme.New(theme.Light, theme.Affect{})
		if fresh := strings.Join(drawOnce(field, 60, 12, later, light), "\n"); fresh != strings.Join(painter.Paint(field, 60, 12, later, light), "\n") {
			t.Errorf("%s keeps the colours of before", name)
		}
	}
}

func TestBell_endsWhereItCannotBeSeen(t *testing.T) {
	for _, x := range []float64{0, 0.4, 1, 1.7, 2.19, 2.21, 30, math.Inf(-1), math.NaN()} {
		want := math.Exp(-x * x)
		if got := bell(x, 1); math.Abs(got-want) > 0.02 && want == want {
			t.Errorf("at %v it is %.3f, want %.3f", x, got, want)
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	st := theme.New(theme.Dark, theme.Affect{})
	for _, size := range [][2]int{{80, 20}, {120, 36}, {300, 100}} {
		for name, field := range fields() {
			b.Run(fmt.Sprintf("%s_%dx%d", name, size[0], size[1]), func(b *testing.B) {
				var painter Painter
				scene := usual()
				b.ReportAllocs()
				for b.Loop() {
					scene.Seconds += 1.0 / 15
					painter.Paint(field, size[0], size[1], scene, st)
				}
			})
		}
	}
}
