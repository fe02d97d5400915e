package generator

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/journal"
)

// ridden plays a sine of an amplitude that is given for each second through a
// rider and returns the loudness of each second that comes out.
func ridden(r *rider, seconds int, amplitude func(second int) float64) (out []float64) {
	for second := range seconds {
		energy := 0.0
		for frame := 0; frame < Rate; frame += dsp.Quantum {
			var x dsp.Stereo
			for i := range x.Left {
				s := amplitude(second) * math.Sin(2*math.Pi*997*float64(second*Rate+frame+i)/Rate)
				x.Left[i], x.Right[i] = float32(s), float32(s)
			}
			energy += r.ride(&x, 1)
		}
		out = append(out, loudness.LUFS(energy/Rate))
	}
	return out
}

func TestRider_BringsAnythingToItsTargetInTheFirstMinute(t *testing.T) {
	for _, amplitude := range []float64{0.01, 0.03, 0.1, 0.2} {
		t.Run(fmt.Sprint(amplitude), func(t *testing.T) {
			r := newRider(-20, -30)
			out := ridden(&r, 60, func(int) float64 { return amplitude })
			for second, lufs := range out[40:] {
				if math.Abs(lufs+20) > 1 {
					t.Errorf("after %d s it is at %.1f LUFS, want −20", second+40, lufs)
				}
			}
			for second := 1; second < len(out); second++ {
				if step := math.Abs(out[second] - out[second-1]); step > 7 {
					t.Errorf("after %d s it moves by %.1f dB within a second", second, step)
				}
			}
		})
	}
}

// What plays on at one level for minutes is brought to the target, and what
// changes within a phrase is left as it is.
func TestRider_LeavesPhrasesAlone(t *testing.T) {
	r := newRider(-20, -30)
	out := ridden(&r, 200, func(second int) float64 { return 0.05 * (1 + 0.3*math.Sin(2*math.Pi*float64(second)/10)) })
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, lufs := range out[100:] {
		lowest, highest = math.Min(lowest, lufs), math.Max(highest, lufs)
	}
	if want := 20 * math.Log10(1.3/0.7); math.Abs(highest-lowest-want) > 0.5 {
		t.Errorf("a swell of %.1f dB in each phrase comes out as %.1f dB", want, highest-lowest)
	}
}

func TestRider_GivesWayAtOnceToWhatIsFarTooLoud(t *testing.T) {
	r := newRider(-20, -30)
	out := ridden(&r, 90, func(second int) float64 {
		if second < 60 {
			return 0.02
		}
		return 0.1
	})
	for second, lufs := range out[66:] {
		if lufs > -20+4 {
			t.Errorf("%d s after a jump of 14 dB it is at %.1f LUFS", second+6, lufs)
		}
	}
}

func TestRider_LeavesRestsAndLandingsAlone(t *testing.T) {
	r := newRider(-20, -30)
	ridden(&r, 30, func(int) float64 { return 0.05 })
	before := r.gain
	for range 3000 {
		r.step(loudness.Power(-70))
	}
	if math.Abs(r.gain-before) > 0.1 {
		t.Errorf("five minutes of near silence moved the gain by %g dB", r.gain-before)
	}
	r.hold()
	before = r.gain
	for range 3000 {
		r.step(loudness.Power(-30))
	}
	if r.gain != before {
		t.Errorf("a landing moved the gain by %g dB", r.gain-before)
	}
}

func BenchmarkMaster(b *testing.B) {
	for _, goal := range []journal.Goal{journal.Focus, journal.Calm, journal.Sleep} {
		b.Run(string(goal), func(b *testing.B) {
			m := newMaster(goal)
			left, right := dsp.NewNoise(1), dsp.NewNoise(2)
			var source, x dsp.Stereo
			for i := range source.Left {
				source.Left[i], source.Right[i] = 0.05*left.Next(), 0.05*right.Next()
			}
			for b.Loop() {
				x = source
				m.process(&x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
		})
	}
}

// A piece that fades by 8 dB within four minutes and comes back as slowly is as
// loud as it should be in the mean over five.
func TestRider_MakesUpForWhatItLagsBehind(t *testing.T) {
	r := newRider(-20, -30)
	var out []float64 // power of each tenth of a second
	for tenth := range 6000 {
		mix := loudness.Power(-28 + 4*math.Sin(2*math.Pi*float64(tenth)/4800))
		out = append(out, mix*math.Pow(10, (r.gain-r.duck)/10))
		r.step(mix)
	}
	for _, start := range []int{60, 120, 180, 240, 300} {
		sum := 0.0
		for _, power := range out[10*start : 10*start+3000] {
			sum += power / 3000
		}
		if got := loudness.LUFS(sum); math.Abs(got+20) > 0.4 {
			t.Errorf("five minutes from %d s on are %.2f LUFS, want −20", start, got)
		}
	}
}
