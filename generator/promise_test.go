package generator

import (
	"flag"
	"fmt"
	"math"
	"runtime"
	"testing"

	"dulcet/generator/loudness"
	"dulcet/generator/measure"
	"dulcet/journal"
)

// longRun makes the tests of the promises render for as long as a promise is
// about: go test ./generator -run Promise -long -timeout 3h.
var longRun = flag.Bool("long", false, "render 20 minutes of every goal, and a night")

// tell fails with every word that was broken.
func tell(t *testing.T, broken []string) {
	t.Helper()
	for _, words := range broken {
		t.Error(words)
	}
}

// inWords says what was heard in one line.
func inWords(goal journal.Goal, r measure.Result, asked float64) string {
	return fmt.Sprintf("%-8s %3.0f s %6.2f LUFS (%+.2f)  short +%.1f  rise %.1f  %.1f dBTP  crest %.1f  corr %.2f  mono −%.1f  centroid %4.0f  slope %.1f  treble %.0f  clicks %d steps %d  DC %.0e",
		goal, r.Seconds, r.Integrated, r.Integrated-asked, r.MaxShortTerm-r.Integrated, r.MaxRise, r.TruePeak, r.Crest, r.Correlation, r.MonoLoss, r.Centroid, r.Slope, r.Treble, r.Clicks, r.Steps, math.Max(math.Abs(r.DC[0]), math.Abs(r.DC[1])))
}

// A stretch listens to part of a piece and knows what was asked for there.
type stretch struct {
	listener *measure.Listener
	power    float64
	seconds  int
}

func newStretch() *stretch { return &stretch{listener: measure.New(Rate)} }

// add takes a second in.
func (s *stretch) add(frames [][2]float64, lufs float64) {
	s.listener.Add(frames)
	s.power += loudness.Power(lufs)
	s.seconds++
}

// asked is the loudness that was asked for over the stretch.
func (s *stretch) asked() float64 { return loudness.LUFS(s.power / float64(s.seconds)) }

// listenTo plays a piece and gives every second to visit.
func listenTo(p *Piece, seconds int, visit func(second int, frames [][2]float64, lufs float64)) {
	buffer := make([][2]float64, Rate)
	for second := range seconds {
		n, _ := p.Stream(buffer)
		visit(second, buffer[:n], p.brief.MusicAt(float64(second)+0.5).LoudnessLUFS)
	}
}

// TestPromise_of_the_first_minute listens to every goal from the first frame,
// after a second of silence. Rider and balance are still finding their place:
// the promise leaves the first minute out, and this holds it to a looser one.
func TestPromise_of_the_first_minute(t *testing.T) {
	seconds, settled := 55, 20
	if testing.Short() {
		seconds = settled // only what holds from the first frame on
	}
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			if testing.Short() && goal != journal.Calm && goal != journal.Sleep && goal != journal.Energise {
				t.Skip("the short run listens to three goals")
			}
			brief := mustBrief(t, goal, DefaultMinutes(goal), 77)
			p := PromiseOf(goal)
			p.Loudness, p.ShortTerm = 2, 5
			p.Slope[0] -= 2
			whole, late := measure.New(Rate), newStretch()
			whole.Add(make([][2]float64, Rate))
			listenTo(New(brief), seconds, func(second int, frames [][2]float64, lufs float64) {
				if second < settled {
					whole.Add(frames)
				} else {
					late.add(frames, lufs)
				}
			})
			tell(t, p.BrokenAnywhere(whole.Result()))
			if late.seconds == 0 {
				return
			}
			r := late.listener.Result()
			t.Log(inWords(goal, r, late.asked()))
			tell(t, p.Broken(r, late.asked()))
		})
	}
}

// TestPromise_of_any_five_minutes listens to sittings of 20 minutes, without
// the first and the last minute, in windows that begin every minute. Sleep is
// listened to until it begins to dissolve, which is a fall into silence that is
// meant.
func TestPromise_of_any_five_minutes(t *testing.T) {
	if !*longRun {
		t.Skip("runs with -long")
	}
	const minutes, window = 20, 5
	lastMinute := func(goal journal.Goal) int {
		if goal == journal.Sleep {
			return minutes - int(phasesOf(goal, minutes*60).land)/60
		}
		return minutes - 1
	}
	for _, goal := range journal.Goals() {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			brief := mustBrief(t, goal, minutes, 1234)
			windows := map[int]*stretch{} // by the minute that they begin in
			listenTo(New(brief), (minutes-1)*60, func(second int, frames [][2]float64, lufs float64) {
				minute := second / 60
				if minute > 0 && second%60 == 0 && minute+window <= lastMinute(goal) {
					windows[minute] = newStretch()
				}
				for _, w := range windows {
					w.add(frames, lufs)
				}
				if w := windows[minute-window+1]; w != nil && second%60 == 59 {
					r := w.listener.Result()
					t.Logf("from minute %d: %s", minute-window+1, inWords(goal, r, w.asked()))
					tell(t, PromiseOf(goal).Broken(r, w.asked()))
					delete(windows, minute-window+1)
				}
			})
		})
	}
}

// TestPromise_of_a_night plays eight hours of a sitting that stays as it is,
// and of sleep, at whose end only the landing is left.
func TestPromise_of_a_night(t *testing.T) {
	if !*longRun {
		t.Skip("runs with -long")
	}
	for _, goal := range []journal.Goal{journal.Focus, journal.Drift, journal.Sleep} {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			const hours = 8
			brief := mustBrief(t, goal, hours*60, 4321)
			piece, hour := New(brief), newStretch()
			var memory [hours]uint64
			var off [hours]float64
			listenTo(piece, hours*3600, func(second int, frames [][2]float64, lufs float64) {
				if second >= 60 && second < hours*3600-900 {
					hour.add(frames, lufs)
				}
				if second%3600 != 3599 {
					return
				}
				r := hour.listener.Result()
				h := second / 3600
				memory[h], off[h] = heap(), r.Integrated-hour.asked()
				t.Logf("hour %d: %d KiB, %s", h+1, memory[h]>>10, inWords(goal, r, hour.asked()))
				p := PromiseOf(goal)
				p.ShortTerm = math.Inf(1) // an hour of sleep falls by 1.5 LU
				tell(t, p.Broken(r, hour.asked()))
				hour = newStretch()
			})
			if d := math.Abs(off[hours-1] - off[0]); d > 1 {
				t.Errorf("the last hour is %.2f LU off what was asked for, against the first", d)
			}
			if memory[hours-1] > memory[0]+memory[0]/4 {
				t.Errorf("the heap grows from %d to %d bytes", memory[0], memory[hours-1])
			}
			if voices := piece.Status().Voices; voices > 0 && piece.Status().Finished {
				t.Errorf("%d voices hang on after the end", voices)
			}
			if piece.Status().NonFinite {
				t.Error("a sample was not a number")
			}
		})
	}
}

// heap returns the bytes that are in use after a collection.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
