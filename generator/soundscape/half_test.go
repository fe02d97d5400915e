package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// toneOf returns the amplitude of a frequency in x.
func toneOf(x []float64, hertz float64) float64 {
	var re, im, weight float64
	for i, v := range x {
		window := 1 - math.Cos(2*math.Pi*float64(i)/float64(len(x)))
		sine, cosine := math.Sincos(2 * math.Pi * hertz * float64(i) / dsp.Rate)
		re, im, weight = re+window*v*cosine, im+window*v*sine, weight+window
	}
	return 2 * math.Hypot(re, im) / weight
}

func TestUpsampler_keeps_what_is_there_and_adds_little(t *testing.T) {
	for _, c := range []struct{ hertz, least, image float64 }{
		{200, -0.05, -90}, {1000, -0.05, -70}, {5000, -0.15, -38}, {8000, -1.3, -16},
	} {
		var up upsampler
		var x []float64
		for quantum := range 200 {
			var bed halfStereo
			for i := range bed.left {
				bed.left[i] = float32(math.Sin(2 * math.Pi * c.hertz * float64(quantum*halfQuantum+i) / halfRate))
			}
			var out dsp.Stereo
			up.add(&bed, &out, 1, 0)
			for i := range out.Left {
				x = append(x, float64(out.Left[i]))
				if out.Right[i] != 0 {
					t.Fatal("the left side is heard on the right")
				}
			}
		}
		x = x[dsp.Quantum:]
		if got := 20 * math.Log10(toneOf(x, c.hertz)); got < c.least || got > 0.1 {
			t.Errorf("%v Hz comes out at %.2f dB", c.hertz, got)
		}
		if got := 20 * math.Log10(toneOf(x, halfRate-c.hertz)); got > c.image {
			t.Errorf("the image of %v Hz is at %.1f dB, want below %v", c.hertz, got, c.image)
		}
	}
}

func TestPinkSource_falls_by_3_dB_an_octave_and_is_half_shared(t *testing.T) {
	source := newPinkSource(4)
	var bands [8]dsp.Biquad
	var power [8]float64
	var left, right, both float64
	for i := range bands {
		bands[i].SetBandpass(atHalf*160*float32(math.Exp2(float64(i))), 2)
	}
	for range 20000 {
		var block halfStereo
		source.render(&block)
		for i := range block.left {
			l, r := float64(block.left[i]), float64(block.right[i])
			left, right, both = left+l*l, right+r*r, both+l*r
		}
		for i := range bands[:5] {
			x := block
			bands[i].Process(x.left[:], x.right[:])
			for _, v := range x.left {
				power[i] += float64(v * v)
			}
		}
	}
	for i := 1; i < 5; i++ {
		if step := 10 * math.Log10(power[i]/power[i-1]); math.Abs(step) > 1 {
			t.Errorf("%.1f dB from octave %d to the next, want 0", step, i)
		}
	}
	if c := both / math.Sqrt(left*right); math.Abs(c-0.385) > 0.04 {
		t.Errorf("correlation %.3f, want 0.385", c)
	}
}

func TestRing_sings_its_note_and_dies_away(t *testing.T) {
	for _, n := range []note{
		{hertz: 500, seconds: 0.3, gain: 0.5, pan: 0},
		{hertz: 2000, seconds: 0.1, gain: 0.2, pan: -1},
	} {
		var r ring
		lot := dsp.DrawLot(1, 2)
		r.start(n, &lot)
		var left, right []float64
		for r.busy() {
			var bed halfStereo
			r.render(&bed)
			for i := range bed.left {
				left, right = append(left, float64(bed.left[i])), append(right, float64(bed.right[i]))
			}
			if len(left) > halfRate {
				t.Fatal("it never ends")
			}
		}
		if got := float64(len(left)) / halfRate; math.Abs(got-n.seconds*46/60) > 0.012 {
			t.Errorf("%+v: it is heard for %.3f s", n, got)
		}
		crossings := 0
		quarter := len(left) / 4
		for i := quarter; i < 2*quarter; i++ {
			if left[i] < 0 != (left[i-1] < 0) {
				crossings++
			}
		}
		if hertz := float64(crossings) / 2 * halfRate / float64(quarter); math.Abs(hertz/n.hertz-1) > 0.06 {
			t.Errorf("%+v: it sings %.0f Hz", n, hertz)
		}
		var l, r2 float64
		for i := range left {
			l, r2 = max(l, math.Abs(left[i])), max(r2, math.Abs(right[i]))
		}
		if n.pan == 0 && math.Abs(l-r2) > 0.001 || n.pan == -1 && r2 > 1e-6 {
			t.Errorf("%+v: peaks %.3f and %.3f", n, l, r2)
		}
		if want := n.gain * math.Cos((n.pan+1)*math.Pi/4); math.Abs(l/want-0.92) > 0.09 {
			t.Errorf("%+v: the peak is %.3f, want about %.3f", n, l, want)
		}
	}
}

func TestRing_starts_without_a_step(t *testing.T) {
	lot := dsp.DrawLot(5, 1)
	for range 50 {
		var r ring
		r.start(note{hertz: 900, seconds: 0.05, gain: 1, pan: 0}, &lot)
		var bed halfStereo
		r.render(&bed)
		for i := 1; i < halfQuantum; i++ {
			if step := bed.left[i] - bed.left[i-1]; step > 0.25 || step < -0.25 {
				t.Fatalf("a step of %.2f at frame %d", step, i)
			}
		}
	}
}

func TestPoisson_has_the_rate_and_the_variance_of_a_Poisson_process(t *testing.T) {
	for _, rate := range []float32{0.5, 40, 2000} {
		p := newPoisson(3, 1)
		const windows = 3000
		quanta := max(1, int(5/(rate*quantumSeconds))) // about five events a window
		var sum, squares float64
		for range windows {
			count := 0.0
			for range quanta {
				p.next(rate)
				for p.happens() {
					count++
				}
			}
			sum, squares = sum+count, squares+count*count
		}
		mean := sum / windows
		want := float64(rate) * float64(quanta) * float64(quantumSeconds)
		if math.Abs(mean/want-1) > 0.05 {
			t.Errorf("rate %v: %.2f events a window, want %.2f", rate, mean, want)
		}
		if dispersion := (squares/windows - mean*mean) / mean; math.Abs(dispersion-1) > 0.12 {
			t.Errorf("rate %v: variance is %.2f times the mean, want 1", rate, dispersion)
		}
	}
}

func TestPatter_scatters_at_its_rate_to_both_sides(t *testing.T) {
	p := newPatter(1, 1)
	hits, left, right := 0, 0.0, 0.0
	for range 10 * quantaASecond {
		var bed halfStereo
		p.scatter(&bed, 300, 1)
		for i := range bed.left {
			if bed.left[i] != 0 || bed.right[i] != 0 {
				hits++
			}
			left += math.Abs(float64(bed.left[i]))
			right += math.Abs(float64(bed.right[i]))
		}
	}
	if hits < 2800 || hits > 3150 {
		t.Errorf("%d impacts in 10 s, want about 3000", hits)
	}
	if r := left / right; r < 0.8 || r > 1.25 {
		t.Errorf("left is %.2f times right", r)
	}
}

func TestTrims_at_lies_between_what_was_measured(t *testing.T) {
	table := trims{{{1, 2, 3, 4, 5}, {2, 2, 2, 2, 2}, {4, 4, 4, 4, 4}}, {{8, 8, 8, 8, 8}, {8, 8, 8, 8, 8}, {8, 8, 8, 8, 8}}}
	for _, c := range []struct{ distance, character, gentle, want float32 }{
		{0, 0, 0, 1}, {0, 1, 0, 5}, {0, 0.125, 0, 1.5}, {0.5, 0.3, 0, 2}, {0.75, 1, 0, 3}, {1, 1, 0, 4}, {0, 0, 1, 8}, {0, 0, 0.5, 4.5}, {0.25, 0, 0, 1.5},
	} {
		if got := table.at(c.distance, c.character, c.gentle); math.Abs(float64(got-c.want)) > 1e-5 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestGeometric_takes_equal_ratios(t *testing.T) {
	for _, c := range [][2]float32{{100, 6400}, {9000, 900}, {500, 500}, {3, 700}} {
		for u := float32(0); u <= 1; u += 0.125 {
			want := dsp.Geometric(float64(c[0]), float64(c[1]), float64(u))
			if got := float64(geometric(c[0], c[1], u)); math.Abs(got/want-1) > 0.015 {
				t.Errorf("%v of %v: %.1f, want %.1f", u, c, got, want)
			}
		}
	}
}
