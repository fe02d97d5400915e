package measure

import (
	"math"
	"math/rand/v2"
	"testing"
)

// carriers are sounds without a fault, by name: what a detector may take for
// one.
func carriers() map[string]func(i int) (left, right float64) {
	white := noises(6)
	return map[string]func(i int) (left, right float64){
		"silence":     func(int) (float64, float64) { return 0, 0 },
		"soft noise":  falling(9),
		"white noise": func(int) (float64, float64) { l, r := white(); return 0.05 * l, 0.05 * r },
		"a chord": func(i int) (float64, float64) {
			x := 0.1 * (sine(220, i) + sine(277, i) + sine(330, i))
			return x, x
		},
		"plucked notes":  func(i int) (float64, float64) { x := plucked(i % (rate / 2)); return x, 0.7 * x },
		"a low sawtooth": func(i int) (float64, float64) { x := sawtooth(i); return x, -x },
	}
}

// sawtooth is a low note of 100 harmonics.
func sawtooth(i int) (x float64) {
	for k := 1.0; k <= 100; k++ {
		x += 0.05 * sine(55*k, i) / k
	}
	return x
}

// plucked is a note that begins within 2 ms and dies within half a second.
func plucked(i int) float64 {
	seconds, x := float64(i)/rate, 0.0
	for k := 1.0; k <= 12; k++ {
		x += math.Exp(-seconds*(4+2*k)) * sine(330*k, i) / k
	}
	return 0.2 * x * (1 - math.Exp(-seconds/0.0005)) * math.Min(1, (0.5-seconds)*50)
}

func TestListener_finds_nothing_where_nothing_is(t *testing.T) {
	for name, carrier := range carriers() {
		if r := heard(sound(8, carrier)); r.Clicks+r.Steps != 0 {
			t.Errorf("%s: %d clicks and %d steps, the latest at %.3f s", name, r.Clicks, r.Steps, r.ClickedAt)
		}
	}
}

func TestListener_finds_every_planted_click(t *testing.T) {
	for _, name := range []string{"soft noise", "a chord", "plucked notes"} {
		random := rand.New(rand.NewPCG(7, 7))
		frames := sound(12, carriers()[name])
		planted := 0
		for at := 0.8; at < 11.5; at += 0.5 + 0.3*random.Float64() {
			if name == "plucked notes" {
				at = math.Floor(at*2)/2 + 0.2 // between the notes
			}
			frames[int(at*rate)][0] += 0.4
			planted++
		}
		r := heard(frames)
		if r.Clicks != planted {
			t.Errorf("%s: %d clicks found of %d", name, r.Clicks, planted)
		}
	}
}

func TestListener_finds_every_planted_step(t *testing.T) {
	for _, name := range []string{"soft noise", "a chord", "silence"} {
		frames := sound(10, carriers()[name])
		planted, level := 0, 0.0
		for i := range frames {
			if i > 0 && i%(rate*3/4) == 0 {
				level = 0.2 - level
				planted++
			}
			frames[i][1] += level
		}
		if r := heard(frames); r.Steps != planted {
			t.Errorf("%s: %d steps found of %d", name, r.Steps, planted)
		}
	}
}

// A note that breaks off is a click or a step, whatever its phase.
func TestListener_finds_where_a_note_breaks_off(t *testing.T) {
	frames := sound(4, func(i int) (float64, float64) {
		if i > 2*rate+17 {
			return 0, 0
		}
		return 0.3 * sine(220, i), 0.3 * sine(277, i)
	})
	if r := heard(frames); r.Clicks+r.Steps == 0 {
		t.Error("nothing found")
	}
}
