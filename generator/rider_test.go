package generator

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/journal"
)

// TestRider_BringsAnythingToItsTarget rides a steady sine of the wrong level.
func TestRider_BringsAnythingToItsTarget(t *testing.T) {
	for _, amplitude := range []float64{0.05, 0.2} {
		r := newRider(journal.Calm)
		r.start, r.gain = 0, 0
		meter, quantum := loudness.New(Rate), make([][2]float64, dsp.Quantum)
		for frame := 0; frame < 300*Rate; frame += dsp.Quantum {
			var x dsp.Stereo
			for i := range quantum {
				s := float32(amplitude * math.Sin(2*math.Pi*997*float64(frame+i)/Rate))
				x.Left[i], x.Right[i] = s, s
			}
			r.ride(&x)
			for i := range quantum {
				quantum[i] = [2]float64{float64(x.Left[i]), float64(x.Right[i])}
			}
			meter.Add(quantum)
		}
		want := purposes[journal.Calm].loudness
		if got := meter.ShortTerm(); math.Abs(got-want) > 1 {
			t.Errorf("a sine of amplitude %g ends at %.1f LUFS, want %.1f", amplitude, got, want)
		}
	}
}

func TestRider_LeavesRestsAndLandingsAlone(t *testing.T) {
	r := newRider(journal.Calm)
	before := r.gain
	for range 3000 {
		r.step(power(-60))
	}
	if r.gain != before {
		t.Errorf("five minutes of near silence moved the gain by %g dB", r.gain-before)
	}
	r.hold()
	for range 3000 {
		r.step(power(-26))
	}
	if r.gain != before {
		t.Errorf("a landing moved the gain by %g dB", r.gain-before)
	}
}

// TestPiece_Loudness measures a minute and a half of each goal.
func TestPiece_Loudness(t *testing.T) {
	if testing.Short() {
		t.Skip("renders two minutes of each goal")
	}
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			brief := mustBrief(t, goal, 20, 77)
			p, meter := New(brief), loudness.New(Rate)
			stream(p, 30*Rate, constant(4096))
			meter.Add(stream(p, 90*Rate, constant(4096)))
			want := brief.MusicAt(75).LoudnessLUFS
			t.Logf("%s: %.1f LUFS, asked for %.1f; gain %.1f dB, %.1f dBTP", goal, meter.Integrated(), want, p.band.rider.gain, meter.TruePeak())
			if got := meter.Integrated(); math.Abs(got-want) > 1.5 {
				t.Errorf("%.1f LUFS, want %.1f", got, want)
			}
			if peak := meter.TruePeak(); peak > -1 {
				t.Errorf("true peak %.2f dBTP, want -1 at most", peak)
			}
		})
	}
}
