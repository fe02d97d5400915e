package dsp

import "testing"

func TestStereoPole_is_a_OnePole_on_each_side(t *testing.T) {
	for _, corner := range []float32{40, 900, 9000} {
		var low, high StereoPole
		low.SetCorner(corner)
		high.SetCorner(corner)
		var lows, highs [2]OnePole
		for side := range 2 {
			lows[side], highs[side] = NewOnePole(corner), NewOnePole(corner)
		}
		noise := NewNoise(1)
		for range 50 {
			var in Stereo
			noise.Render(in.Left[:])
			noise.Render(in.Right[:])
			got, want := in, in
			low.Lowpass(got.Left[:], got.Right[:])
			lows[0].Lowpass(want.Left[:])
			lows[1].Lowpass(want.Right[:])
			if got != want {
				t.Fatalf("corner %v Hz: the lowpass differs", corner)
			}
			got, want = in, in
			high.Highpass(got.Left[:], got.Right[:])
			highs[0].Highpass(want.Left[:])
			highs[1].Highpass(want.Right[:])
			if got != want {
				t.Fatalf("corner %v Hz: the highpass differs", corner)
			}
		}
	}
}

func BenchmarkStereoPole_Lowpass(b *testing.B) {
	var f StereoPole
	f.SetCorner(900)
	var left, right Block
	noise := NewNoise(1)
	for b.Loop() {
		noise.Render(left[:1])
		f.Lowpass(left[:], right[:])
	}
	perFrame(b)
}
