package measure

import "testing"

// lifted is noise that falls by 6 dB an octave, with a share of white noise.
func lifted(seed uint64, white float64) func(i int) (left, right float64) {
	soft, next := falling(seed), noises(seed+1)
	return func(i int) (float64, float64) {
		a, b := soft(i)
		l, r := next()
		return a + white*l, b + white*r
	}
}

func TestSlopeMeter_agrees_with_the_listener(t *testing.T) {
	for _, white := range []float64{0, 0.003, 0.03} {
		frames := sound(40, lifted(3, white))
		meter, told := NewSlopeMeter(rate), 0
		for i := 0; i+64 <= len(frames); i += 64 {
			var left, right [64]float32
			for k, f := range frames[i : i+64] {
				left[k], right[k] = float32(f[0]), float32(f[1])
			}
			if meter.Add(left[:], right[:]) {
				told++
			}
		}
		near(t, "slope", meter.Slope(), heard(frames).Slope, 0.3)
		near(t, "number of moments", float64(told), 40, 1)
	}
}

func TestSlopeMeter_forgets_and_allocates_nothing(t *testing.T) {
	meter := NewSlopeMeter(rate)
	play := func(seconds float64, frame func(int) (float64, float64)) {
		var left, right [64]float32
		for i := range int(seconds * rate / 64) {
			for k := range left {
				l, r := frame(64*i + k)
				left[k], right[k] = float32(l), float32(r)
			}
			meter.Add(left[:], right[:])
		}
	}
	near(t, "slope of nothing", meter.Slope(), 0, 0)
	play(30, falling(1))
	near(t, "slope of brown noise", meter.Slope(), -6, 0.5)
	white := noises(2)
	play(110, func(int) (float64, float64) { l, r := white(); return 0.3 * l, 0.3 * r })
	near(t, "slope of white noise after it", meter.Slope(), 0, 0.5)
	var quantum [64]float32
	if allocs := testing.AllocsPerRun(2000, func() { meter.Add(quantum[:], quantum[:]) }); allocs != 0 {
		t.Errorf("%v allocations a quantum", allocs)
	}
}

func BenchmarkSlopeMeter_Add(b *testing.B) {
	meter := NewSlopeMeter(rate)
	var quantum [64]float32
	for b.Loop() {
		meter.Add(quantum[:], quantum[:])
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/64, "ns/frame")
}
