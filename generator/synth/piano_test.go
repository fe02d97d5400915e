package synth

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// pianoWith returns a piano whose voices are changed after they are built.
func pianoWith(change func(*struckVoice)) *struck {
	s := newStruck(1, pianoVoices, func(v *struckVoice, n Note, p Patch, l *dsp.Lot) {
		buildPiano(v, n, p, l)
		change(v)
	})
	s.halo = newSympathy()
	return s
}

// difference returns a − b.
func difference(a, b []float32) []float32 {
	d := make([]float32, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

func TestPiano_Play_stretches_its_partials(t *testing.T) {
	for _, pitch := range []float32{36, 60} {
		in := NewPiano(1)
		in.Set(Patch{Brightness: 0.8, Release: 0.5})
		f := hertz(pitch)
		x := solo(in, Note{Pitch: pitch, Velocity: 0.8, Frames: 2 * dsp.Rate}, 0.3)
		stiffness := 8e-5 * math.Exp2((float64(pitch)-33)/11.5)
		for _, order := range []float64{5, 9} {
			want := order * f * math.Sqrt((1+stiffness*order*order)/(1+stiffness))
			if level := toneLevel(x, want, 0.05); level < -70 {
				t.Errorf("pitch %v: partial %v stands at %.1f dBFS", pitch, order, level)
			}
			if cents := 1200 * math.Log2(pitchNear(x[2400:9600], want)/want); math.Abs(cents) > 1.5 {
				t.Errorf("pitch %v: partial %v is %.1f cents from where a stiff string has it", pitch, order, cents)
			}
		}
	}
}

// Strings decay in two stages, and the soft pedal makes the first one smaller.
func TestPiano_Play_decays_in_two_stages(t *testing.T) {
	falls := func(velocity float32) (early, late float64) {
		in := NewPiano(1)
		in.(*struck).halo = nil
		in.Set(Patch{Brightness: 0.5, Release: 0.5})
		x := solo(in, Note{Pitch: 60, Velocity: velocity, Frames: 9 * dsp.Rate}, 6)
		f := hertz(60)
		return toneLevel(x, f, 0.1) - toneLevel(x, f, 1.1), toneLevel(x, f, 4.5) - toneLevel(x, f, 5.5)
	}
	early, late := falls(0.8)
	if early < 1.4*late {
		t.Errorf("falls by %.1f dB in the first second and by %.1f in the sixth", early, late)
	}
	if soft, _ := falls(0.15); soft > early-0.5 {
		t.Errorf("with the soft pedal it falls by %.1f dB in the first second, without by %.1f", soft, early)
	}
}

func TestPiano_Render_blooms_behind_what_is_held(t *testing.T) {
	play := func(halo bool) []float32 {
		in := pianoWith(func(*struckVoice) {})
		if !halo {
			in.halo = nil
		}
		in.Set(Patch{Brightness: 0.5, Release: 0.3})
		for _, pitch := range []float32{48, 55, 60, 64} {
			in.Play(Note{Pitch: pitch, Velocity: 0.6, Frames: 3 * dsp.Rate})
		}
		left, _ := listen(in, 5)
		return left
	}
	with, without := play(true), play(false)
	bloom := difference(with, without)
	at := func(x []float32, seconds float64) float64 {
		from := int(seconds * dsp.Rate)
		return inDecibels(rms(x[from : from+4800]))
	}
	if early, later := at(bloom, 0), at(bloom, 0.5); later < early+6 {
		t.Errorf("the bloom stands at %.1f dB at once and at %.1f after half a second", early, later)
	}
	if under := at(without, 0.5) - at(bloom, 0.5); under < 6 || under > 26 {
		t.Errorf("the bloom lies %.1f dB under the chord, want 6 to 26", under)
	}
	if held, damped := at(bloom, 2.8), at(bloom, 4); damped > held-20 {
		t.Errorf("the bloom stands at %.1f dB while keys are held and at %.1f a second after", held, damped)
	}
}

func TestPiano_Render_lets_the_damper_be_heard(t *testing.T) {
	play := func(change func(*struckVoice)) []float32 {
		in := pianoWith(change)
		in.Set(Patch{Brightness: 0.5, Release: 0.3})
		return solo(in, Note{Pitch: 52, Velocity: 0.7, Frames: dsp.Rate}, 1.5)
	}
	damper := difference(play(func(*struckVoice) {}), play(func(v *struckVoice) { v.lift = touch{} }))
	if before := peak(damper[:dsp.Rate-dsp.Quantum]); before != 0 {
		t.Errorf("it is heard before the key is up: %.1f dBFS", inDecibels(before))
	}
	if db := inDecibels(peak(damper)); db < -75 || db > -40 {
		t.Errorf("it peaks at %.1f dBFS, want a trace", db)
	}
}
