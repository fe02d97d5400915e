package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

func TestElectricPiano_Play_barks_when_it_is_hit(t *testing.T) {
	for _, pitch := range []float32{43, 60, 76} {
		balance := func(velocity float32, seconds float64) float64 {
			in := NewElectricPiano(1)
			in.Set(Patch{Brightness: 0.5, Release: 0.5})
			x := solo(in, Note{Pitch: pitch, Velocity: velocity, Frames: 5 * dsp.Rate}, seconds+0.5)
			f := hertz(pitch)
			return toneLevel(x, 2*f, seconds) - toneLevel(x, f, seconds)
		}
		soft, loud, later := balance(0.2, 0.1), balance(1, 0.1), balance(1, 2)
		if loud < soft+6 {
			t.Errorf("pitch %v: the octave stands at %.1f dB of the note when soft and at %.1f when loud", pitch, soft, loud)
		}
		if later > loud-3 {
			t.Errorf("pitch %v: it stands at %.1f dB at once and at %.1f after two seconds", pitch, loud, later)
		}
	}
}

func TestElectricPiano_Render_pans_slowly_and_keeps_the_sum(t *testing.T) {
	play := func(movement float32) (left, right []float32) {
		in := NewElectricPiano(1)
		in.Set(Patch{Brightness: 0.5, Release: 0.5, Movement: movement, Width: 1})
		listen(in, 0.3)
		in.Play(Note{Pitch: 64, Velocity: 0.7, Frames: 10 * dsp.Rate})
		return listen(in, 8)
	}
	left, right := play(1)
	turns, side := 0, 0.0
	widest := 0.0
	for at := dsp.Rate / 10; at+1200 < len(left); at += 1200 {
		a, b := rms(left[at:at+1200]), rms(right[at:at+1200])
		tilt := (a - b) / (a + b)
		widest = math.Max(widest, math.Abs(tilt))
		if tilt*side < 0 {
			turns++
		}
		side = tilt
	}
	if hz := float64(turns) / 2 / 8; hz < 0.4 || hz > 4 {
		t.Errorf("it goes to and fro %.2f times a second", hz)
	}
	if widest < 0.3 {
		t.Errorf("it reaches only %.2f of the way", widest)
	}
	stillLeft, stillRight := play(0)
	for i := range left {
		if sum, want := left[i]+right[i], stillLeft[i]+stillRight[i]; math.Abs(float64(sum-want)) > 1e-5 {
			t.Fatalf("frame %d: the sum of the sides is %g, want %g", i, sum, want)
		}
	}
}

func TestElectricPiano_Render_bends_chords_softly(t *testing.T) {
	in := NewElectricPiano(1)
	in.Set(Patch{Brightness: 0.5, Release: 0.5, Warmth: 1})
	for i := range 8 {
		in.Play(Note{Pitch: float32(48 + 4*i), Velocity: 1, Frames: dsp.Rate})
	}
	left, right := listen(in, 1)
	if highest := peak(left, right); highest > 1.3 {
		t.Errorf("eight notes at full strength peak at %.2f", highest)
	}
	if at, ratio := sharpest(left); ratio > 12 {
		t.Errorf("frame %d bends %.1f times as much as its surroundings", at, ratio)
	}
}
