package synth

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// blow returns a note of the flute from the given second on.
func blow(patch Patch, pitch float32, from, seconds float64) []float32 {
	in := NewFlute(3)
	in.Set(patch)
	listen(in, 0.2)
	in.Play(Note{Pitch: pitch, Velocity: 0.6, Frames: 20 * dsp.Rate})
	listen(in, from)
	left, right := listen(in, seconds)
	for i := range left {
		left[i] = (left[i] + right[i]) / 2
	}
	return left
}

func TestFlute_Play_breathes_about_the_note_and_its_octave(t *testing.T) {
	const pitch = 67
	note := hertz(pitch)
	with, without := blow(Patch{Brightness: 0.5, Release: 0.5}, pitch, 2, 2), blow(Patch{Brightness: 0.5, Release: 0.5, Warmth: 1}, pitch, 2, 2)
	// Between the partials, where only breath is.
	between := func(x []float32, order float64) float64 {
		spectrum := windowed(x)
		power, count := 1e-20, 0
		for bin := int(note * (order - 0.06) * float64(len(x)) / dsp.Rate); bin < int(note*(order+0.06)*float64(len(x))/dsp.Rate); bin++ {
			power += spectrum[bin]
			count++
		}
		return 10 * math.Log10(power/float64(count))
	}
	near, octave := between(with, 1.12), between(with, 2.12)
	if below, above := between(with, 0.3), between(with, 5.5); near < below+12 || octave < above+6 {
		t.Errorf("breath of %.0f dB at the note, %.0f at the octave, %.0f below and %.0f above", near, octave, below, above)
	}
	if dry := between(without, 1.12); near < dry+20 {
		t.Errorf("breath of %.0f dB, and of %.0f where it is taken away", near, dry)
	}
}

// windowed returns the power of x in each line of its spectrum.
func windowed(x []float32) []float64 {
	samples := make([]float64, len(x))
	for i := range x {
		turn := 2 * math.Pi * float64(i) / float64(len(x))
		samples[i] = float64(x[i]) * (0.35875 - 0.48829*math.Cos(turn) + 0.14128*math.Cos(2*turn) - 0.01168*math.Cos(3*turn))
	}
	coefficients := fourier.NewFFT(len(x)).Coefficients(nil, samples)
	powers := make([]float64, len(coefficients))
	for i, c := range coefficients {
		powers[i] = real(c)*real(c) + imag(c)*imag(c)
	}
	return powers
}

// A tremolo of 4 to 12 Hz is heard as stutter; the vibrato must be one of
// pitch and colour.
func TestFlute_Play_has_no_tremolo(t *testing.T) {
	const window = dsp.Rate / 100
	x := blow(Patch{Brightness: 0.5, Release: 0.5, Warmth: 1, Movement: 1}, 72, 2, 5.12)
	levels := make([]float64, len(x)/window)
	for i := range levels {
		for _, sample := range x[i*window : (i+1)*window] {
			levels[i] += float64(sample) * float64(sample)
		}
		levels[i] = 10 * math.Log10(levels[i])
	}
	coefficients := fourier.NewFFT(len(levels)).Coefficients(nil, levels)
	for i, c := range coefficients {
		hz := float64(i) * 100 / float64(len(levels))
		if hz < 4 || hz > 12 {
			continue
		}
		if depth := 4 * math.Hypot(real(c), imag(c)) / float64(len(levels)); depth > 0.5 {
			t.Errorf("the level swings by %.2f dB at %.1f Hz", depth, hz)
		}
	}
}
