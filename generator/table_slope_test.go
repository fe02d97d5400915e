package generator

import (
	"math"
	"math/cmplx"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"

	"dulcet/generator/chance"
	"dulcet/generator/score"
)

// leastEvents is how many events a sequence has at least whose spectrum is
// measured.
const leastEvents = 1024

// slopeRows are the spectra of what goes on from event to event: β of 1/f^β.
// White noise has 0, what is heard as neither random nor dull 1, and a random
// walk 2 (Voss & Clarke 1978, JASA 63:258).
func slopeRows() []quantity {
	var rows []quantity
	for i, name := range [...]string{rowPitchSlope, rowLoudnessSlope, rowDensitySlope} {
		rows = append(rows, quantity{
			name: name, digits: 2, over: median, piece: long,
			measure: func(b *bench, p *piece) tally { return tally{b.slopesOf(p)[i], 1} },
			wanted:  everyGoal(bound{0.7, 1.3}),
		})
	}
	return rows
}

// slopes are the β of pitch, loudness and density of one piece.
type slopes [3]float64

// slopesOf measures a piece that is long enough, once for its three rows.
func (b *bench) slopesOf(p *piece) slopes {
	kept, ok := b.slopes[p.seed]
	if !ok {
		for i, values := range p.sequences() {
			kept[i] = spectralSlope(values)
		}
		b.slopes[p.seed] = kept
	}
	return kept
}

// long returns a piece with events enough for its spectra.
func long(b *bench, seed uint32) *piece {
	b.long = max(b.long, 60)
	for {
		p := b.composed(b.long, seed)
		s := p.sequences()
		least := min(len(s[0]), len(s[2]))
		if least >= leastEvents {
			return p
		}
		if b.long == MaxMinutes {
			b.Fatalf("%v has %d events, %d are needed", p, least, leastEvents)
		}
		b.long = math.Min(MaxMinutes, math.Ceil(1.2*b.long*leastEvents/float64(max(least, 1))))
	}
}

// sequences returns the numbers of a piece before its landing, one an event:
// the pitch and the velocity of each note of the melody, and the onsets in
// each window of as much time as four onsets take on average.
func (p *piece) sequences() [3][]float64 {
	end := p.sheet.Sections[len(p.sheet.Sections)-1].Frame
	var pitch, loudness []float64
	for _, e := range melodyOf(p.sheet) {
		if e.Frame < end {
			pitch = append(pitch, float64(e.Pitch))
			loudness = append(loudness, e.Velocity.Float())
		}
	}
	onsets := p.onsets(end)
	const perWindow = 4
	density := make([]float64, len(onsets)/perWindow)
	for _, frame := range onsets {
		density[min(int(frame*int64(len(density))/end), len(density)-1)]++
	}
	return [3][]float64{pitch, loudness, density}
}

// onsets returns the frames at which something pitched begins. Notes of one
// part in one role within 60 ms of each other, of a chord or a spread one, are
// one.
func (p *piece) onsets(end int64) []int64 {
	type voice struct {
		part score.Part
		role score.Role
	}
	last := map[voice]int64{}
	var frames []int64
	for _, e := range p.sheet.Events {
		if !e.Part.Pitched() || e.Frame >= end {
			continue
		}
		v := voice{e.Part, e.Role}
		if before, ok := last[v]; !ok || e.Frame-before > 60*score.Rate/1000 {
			frames = append(frames, e.Frame)
		}
		last[v] = e.Frame
	}
	return frames
}

// spectralSlope returns β of the fit of 1/f^β to the periodogram, averaged in
// octaves so that every octave counts alike.
func spectralSlope(values []float64) float64 {
	n := len(values)
	mean := 0.0
	for _, v := range values {
		mean += v / float64(n)
	}
	centred := make([]float64, n)
	for i, v := range values {
		centred[i] = v - mean
	}
	coefficients := fourier.NewFFT(n).Coefficients(nil, centred)
	var xs, ys []float64
	for low := 2; 2*low <= n/2; low *= 2 {
		power := 0.0
		for k := low; k < 2*low; k++ {
			power += cmplx.Abs(coefficients[k]) * cmplx.Abs(coefficients[k]) / float64(low)
		}
		xs, ys = append(xs, math.Log(float64(low))), append(ys, math.Log(power))
	}
	var sx, sy, sxx, sxy float64
	for i := range xs {
		sx, sy, sxx, sxy = sx+xs[i], sy+ys[i], sxx+xs[i]*xs[i], sxy+xs[i]*ys[i]
	}
	count := float64(len(xs))
	return -(count*sxy - sx*sy) / (count*sxx - sx*sx)
}

// TestSpectralSlope measures noises whose spectrum is known.
func TestSpectralSlope(t *testing.T) {
	const n = 2048
	white, walk, pink := make([]float64, n), make([]float64, n), make([]float64, n)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range n {
		white[i] = random.NormFloat64()
		walk[i] = walk[max(i-1, 0)] + random.NormFloat64()
		pink[i] = float64(chance.New(3).Pink(1, uint64(i), 1))
	}
	for _, test := range []struct {
		name   string
		values []float64
		want   bound
	}{
		{"white noise", white, bound{-0.15, 0.15}},
		{"1/f noise", pink, bound{0.75, 1.25}},
		{"a random walk", walk, bound{1.7, 2.2}},
	} {
		if got := spectralSlope(test.values); !test.want.holds(got) {
			t.Errorf("β of %s is %.2f, want %v", test.name, got, test.want)
		}
	}
}
