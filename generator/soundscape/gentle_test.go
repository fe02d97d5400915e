package soundscape

import (
	"math"
	"slices"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/generator/score"
)

// gentleParts are those that may play while somebody falls asleep: all but
// thunder.
func gentleParts() []score.Part {
	var parts []score.Part
	for part := score.Rain; part < score.PartCount; part++ {
		if part != score.Thunder {
			parts = append(parts, part)
		}
	}
	return parts
}

// levels returns how loud every tenth of a second is, K-weighted, in LUFS.
func levels(s *stand, seconds float64) []float64 {
	var all []float64
	weighting := loudness.NewWeighting(dsp.Rate)
	sum, frames := 0.0, 0
	var left, right [dsp.Quantum]float32
	s.each(seconds, func(block [][2]float64) {
		for i, f := range block {
			left[i], right[i] = float32(f[0]), float32(f[1])
		}
		sum += weighting.Energy(left[:], right[:])
		if frames += len(block); frames >= dsp.Rate/10 {
			all = append(all, loudness.LUFS(sum/float64(frames)))
			sum, frames = 0, 0
		}
	})
	return all
}

// In a gentle scene no tenth of a second is more than 6 dB over the bed, which
// is the median of the minute around it, and the level never rises by as much
// within 300 ms.
func TestSoundscape_Set_gentle_has_no_event_that_wakes(t *testing.T) {
	minutes := 10.0
	if testing.Short() {
		minutes = 0.3
	}
	for _, part := range gentleParts() {
		t.Run(part.String(), func(t *testing.T) {
			t.Parallel()
			for i, c := range []float32{0, 0.5, 1} {
				s := begin(part, uint64(11+i), Scene{Level: 1, Character: c, Gentle: true})
				x := levels(s, minutes*60/3)
				worst, fastest := 0.0, 0.0
				for n, level := range x {
					around := slices.Clone(x[max(0, n-300):min(len(x), n+300)])
					slices.Sort(around)
					worst = max(worst, level-around[len(around)/2])
					fastest = max(fastest, level-slices.Min(x[max(0, n-3):n+1]))
				}
				t.Logf("character %.1f: up to %.1f dB over the bed, and %.1f dB within 300 ms", c, worst, fastest)
				if worst > 6 {
					t.Errorf("character %.1f: an event of %.1f dB over the bed", c, worst)
				}
				if fastest > 6 {
					t.Errorf("character %.1f: a rise of %.1f dB within 300 ms", c, fastest)
				}
			}
		})
	}
}

// In a gentle scene all that lies above 4 kHz is together 40 dB under the
// strongest third of an octave, and little lies under 30 Hz in any scene.
func TestSoundscape_spectrum_has_no_hash_when_gentle_and_no_rumble(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		scenes := []Scene{
			{Level: 1, Character: 0, Gentle: true},
			{Level: 1, Character: 1, Gentle: true},
			{Level: 1, Character: 0},
			{Level: 1, Character: 1},
		}
		if testing.Short() {
			scenes = scenes[:1]
		}
		for _, scene := range scenes {
			highest, above, below := spectrum(begin(part, 6, scene), 7)
			if scene.Gentle && above > highest-40 {
				t.Errorf("%+v: %.1f dB above 4 kHz, %.1f dB in the strongest band", scene, above, highest)
			}
			if below > highest-10 {
				t.Errorf("%+v: %.1f dB under 30 Hz, %.1f dB in the strongest band", scene, below, highest)
			}
		}
	})
}

// spectrum returns the power in decibels of the strongest third of an octave
// of the left side, of all above 4 kHz and of all under 30 Hz.
func spectrum(s *stand, seconds float64) (highest, above, below float64) {
	const size = 32768
	power := make([]float64, size/2)
	line := make([]float64, 0, size)
	s.each(seconds, func(block [][2]float64) {
		for _, f := range block {
			line = append(line, f[0])
		}
		if len(line) == size {
			addSpectrum(power, line)
			line = line[:0]
		}
	})
	const width = float64(dsp.Rate) / size
	sum := func(from, to float64) float64 {
		total := 1e-30
		for i := max(1, int(from/width)); i < min(size/2, int(to/width)+1); i++ {
			total += power[i]
		}
		return 10 * math.Log10(total)
	}
	highest = math.Inf(-1)
	for centre := 40.0; centre < 12000; centre *= math.Cbrt(2) {
		highest = max(highest, sum(centre*math.Pow(2, -1.0/6), centre*math.Pow(2, 1.0/6)))
	}
	return highest, sum(4000, 24000), sum(5, 20)
}

// addSpectrum adds the power of x under a Blackman–Harris window to power.
func addSpectrum(power, x []float64) {
	n := len(x)
	re, im := make([]float64, n), make([]float64, n)
	for i := range x {
		u := 2 * math.Pi * float64(i) / float64(n)
		re[i] = x[i] * (0.35875 - 0.48829*math.Cos(u) + 0.14128*math.Cos(2*u) - 0.01168*math.Cos(3*u))
	}
	transform(re, im)
	for i := range power {
		power[i] += re[i]*re[i] + im[i]*im[i]
	}
}

// transform is Cooley and Tukey's (1965), for a power of two.
func transform(re, im []float64) {
	n := len(re)
	for i, j := 1, 0; i < n; i++ {
		bit := n >> 1
		for ; j&bit != 0; bit >>= 1 {
			j ^= bit
		}
		j |= bit
		if i < j {
			re[i], re[j] = re[j], re[i]
			im[i], im[j] = im[j], im[i]
		}
	}
	for size := 2; size <= n; size *= 2 {
		sine, cosine := math.Sincos(-2 * math.Pi / float64(size))
		for start := 0; start < n; start += size {
			c, s := 1.0, 0.0
			for k := start; k < start+size/2; k++ {
				l := k + size/2
				a, b := re[l]*c-im[l]*s, re[l]*s+im[l]*c
				re[l], im[l] = re[k]-a, im[k]-b
				re[k], im[k] = re[k]+a, im[k]+b
				c, s = c*cosine-s*sine, c*sine+s*cosine
			}
		}
	}
}
