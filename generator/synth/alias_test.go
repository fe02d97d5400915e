package synth

import (
	"fmt"
	"math"
	"math/cmplx"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/dsp"
)

// Whatever of a steady tone is neither near a partial, nor below what lies
// under it anyway, has been folded back. The strongest such line below 16 kHz
// must be 60 dB under the strongest partial. Strings and bass are read from
// wavetables, which could alias; the struck ones are sums of sines, which
// could only by a mode above half the rate.
func TestInstrument_Render_has_no_alias(t *testing.T) {
	const size = 1 << 16
	for _, m := range members {
		for pitch := m.low; pitch <= m.high; pitch += 9 {
			t.Run(fmt.Sprintf("%s/%d", m.name, pitch), func(t *testing.T) {
				in := m.make(1)
				// No movement: what drifts would smear the partials.
				patch := Patch{Brightness: 1, Release: 1}
				if m.name == "choir" || m.name == "flute" {
					patch.Warmth = 1 // no breath, whose noise would hide what is looked for
				}
				in.Set(patch)
				in.Play(Note{Pitch: float32(pitch), Velocity: 1, Frames: 30 * dsp.Rate})
				skip := 0.15
				switch m.name {
				case "strings", "choir", "glass", "flute", "bass":
					skip = 3
				}
				listen(in, skip)
				left, _ := listen(in, float64(size)/dsp.Rate)
				transform := fourier.NewFFT(size)
				windowed := make([]float64, size)
				for i := range windowed {
					// Four cosines: side lobes below −92 dB (Blackman–Harris).
					x := 2 * math.Pi * float64(i) / size
					windowed[i] = float64(left[i]) * (0.35875 - 0.48829*math.Cos(x) + 0.14128*math.Cos(2*x) - 0.01168*math.Cos(3*x))
				}
				spectrum := transform.Coefficients(nil, windowed)
				strongest := 0.0
				for _, c := range spectrum {
					strongest = math.Max(strongest, cmplx.Abs(c))
				}
				worst, where := -200.0, 0.0
				for i := 1; i < 16000*size/dsp.Rate; i++ {
					f := float64(i) * dsp.Rate / size
					if expected(m.name, f, hertz(float32(pitch))) {
						continue
					}
					if db := inDecibels(cmplx.Abs(spectrum[i]) / strongest); db > worst {
						worst, where = db, f
					}
				}
				if worst > -60 {
					t.Errorf("a line of %.1f dB at %.0f Hz", worst, where)
				}
			})
		}
	}
}

// expected reports whether a frequency belongs to a note: within 5 cents of a
// harmonic, the width of the window aside, or among the modes that are not
// harmonic.
func expected(name string, f, fundamental float64) bool {
	order := f / fundamental
	near := 0.003*order + 5/fundamental
	switch name {
	case "strings", "choir":
		// Every partial is a band, of three deviations to each side, and the
		// chorus moves at about 0.75 and 6.57 Hz.
		near += 0.022*order + 9/fundamental
	case "flute":
		near += 0.003*order + 15/fundamental // vibrato
	}
	switch name {
	case "strings", "choir", "glass", "flute", "bass", "electric-piano":
		return math.Abs(order-math.Round(order)) < near && f > fundamental/2
	case "bell":
		return among(order, bellModes[:]) || f < 60
	case "kalimba":
		return among(order, kalimbaModes[:]) || f < 750 // the box
	case "marimba":
		return among(order, marimbaModes[:]) || order > 8 && order < 10 // the third mode falls towards the top
	case "bowl":
		return among(order, bowlModes[:]) || f < 60
	case "harp":
		// Between the harmonic and what a string as stiff makes of it.
		k := math.Floor(order + 0.2)
		return order < k*math.Sqrt(1+4e-5*k*k)+0.2 || f < 750 // the body
	default:
		// Stiff strings: partials lie ever further above the harmonics, and
		// the body answers below 1600 Hz.
		return f < 1600 || order < pianoPartials*math.Sqrt(1+0.004*pianoPartials*pianoPartials)+1 && f < 9600
	}
}

// among reports whether an order is one of the modes, within half a semitone.
func among(order float64, modes []struct{ ratio, amplitude, share float64 }) bool {
	for _, m := range modes {
		if math.Abs(order/m.ratio-1) < 0.03 {
			return true
		}
	}
	return false
}
