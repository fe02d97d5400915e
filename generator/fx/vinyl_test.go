package fx

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// onlyCrackles takes the rumble away.
func onlyCrackles(x []float32) []float32 {
	y := append([]float32(nil), x...)
	for range 2 {
		high := dsp.NewOnePole(300)
		high.Highpass(y)
	}
	return y[dsp.Rate/10:] // the filters have settled
}

func TestVinyl_Process_crackles_softly(t *testing.T) {
	const seconds = 60
	v := NewVinyl(2)
	v.SetAmount(1)
	run(v.Process, 2, silence)
	left, right := run(v.Process, seconds, silence)
	loudest := decibels(max(highest(left), highest(right)))
	if loudest > -45 || loudest < -60 {
		t.Errorf("the loudest crackle is %.1f dBFS, want at most −45", loudest)
	}
	x := onlyCrackles(left)
	// A crackle starts where it is loud after 15 ms of silence.
	crackles, silent := 0, 0
	var waits []float64
	for i, sample := range x {
		if max(sample, -sample) < 3e-4 {
			silent++
			continue
		}
		if silent > dsp.Rate*15/1000 {
			crackles++
			waits = append(waits, float64(i)/dsp.Rate)
		}
		silent = 0
	}
	if rate := float64(crackles) / seconds; rate < 1 || rate > 6 {
		t.Errorf("%.1f crackles a second, want 1 to 6", rate)
	}
	// The waits of a Poisson process spread as far as their mean.
	var sum, squares float64
	for i := 1; i < len(waits); i++ {
		w := waits[i] - waits[i-1]
		sum += w
		squares += w * w
	}
	n := float64(len(waits) - 1)
	mean := sum / n
	if spread := math.Sqrt(squares/n-mean*mean) / mean; spread < 0.6 || spread > 1.6 {
		t.Errorf("the waits spread by %.2f of their mean, want about 1", spread)
	}
}

// A click fills the spectrum to the top. A crackle does not: above 9 kHz it
// has less than a hundredth of its height, and no frame stands out.
func TestVinyl_Process_crackles_are_no_clicks(t *testing.T) {
	v := NewVinyl(4)
	v.SetAmount(1)
	run(v.Process, 2, silence)
	left, _ := run(v.Process, 30, silence)
	x := onlyCrackles(left)
	most := highest(x)
	for range 6 {
		high := dsp.NewOnePole(9000)
		high.Highpass(x)
	}
	if share := decibels(highest(x) / most); share > -45 {
		t.Errorf("above 9 kHz the crackles reach %.1f dB of their height", share)
	}
}

func TestVinyl_Process_rumbles_in_the_middle(t *testing.T) {
	v := NewVinyl(1)
	v.SetAmount(1)
	run(v.Process, 2, silence)
	left, right := run(v.Process, 20, silence)
	low := [2]dsp.OnePole{dsp.NewOnePole(150), dsp.NewOnePole(150)}
	low[0].Lowpass(left)
	low[1].Lowpass(right)
	if db := decibels(rms(left)); db < -66 || db > -57 {
		t.Errorf("rumble of %.1f dBFS, want about −60", db)
	}
	var both, mean float64
	for i := range left {
		both += float64(left[i]) * float64(right[i])
		mean += float64(left[i]) / float64(len(left))
	}
	if c := both / float64(len(left)) / (rms(left) * rms(right)); c < 0.98 {
		t.Errorf("correlation of the rumble is %.3f, want 1", c)
	}
	if math.Abs(mean) > 2e-5 {
		t.Errorf("it stands at %.2g", mean)
	}
}
