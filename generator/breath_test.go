package generator

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/measure"
	"dulcet/generator/score"
	"dulcet/journal"
)

func TestBreaths_go_through_their_phases_in_order(t *testing.T) {
	for _, named := range Breaths() {
		brief := asking(t, journal.Breathe, 10, Options{Breath: named.Breath}, 1)
		if (named.Breath.Hold > 1 || named.Breath.Rest > 1) != (named.Caution != "") {
			t.Errorf("%s has the caution %q", named.Name, named.Caution)
		}
		whole, last := 0.0, Breathing{Phase: BreathRest, Fullness: 0}
		for second := 0.0; second < named.Breath.Seconds()-1e-6; second += 0.01 {
			now := brief.BreathAt(second)
			if now.Phase < last.Phase && second > 0 {
				t.Fatalf("%s goes from %v to %v at %.2f s", named.Name, last.Phase, now.Phase, second)
			}
			if step := math.Abs(now.Fullness - last.Fullness); second > 0 && step > 0.02 {
				t.Fatalf("%s jumps by %.2f at %.2f s", named.Name, step, second)
			}
			whole, last = math.Max(whole, now.Fullness), now
		}
		if whole < 0.999 || last.Fullness > 0.01 {
			t.Errorf("%s fills the lungs to %.3f and leaves %.3f", named.Name, whole, last.Fullness)
		}
		if now := brief.BreathAt(3*named.Breath.Seconds() + 0.5); now.Phase != BreathIn || math.Abs(now.Fraction-0.5/named.Breath.In) > 1e-6 {
			t.Errorf("%s stands at %+v half a second into the fourth breath", named.Name, now)
		}
	}
}

func TestBreathAt_paces_nobody_without_a_breath_or_in_the_landing(t *testing.T) {
	for _, brief := range []Brief{
		mustBrief(t, journal.Calm, 10, 1),
		asking(t, journal.Calm, 10, Options{Breath: PassiveBreath(14)}, 1),
	} {
		if now := brief.BreathAt(30); now != (Breathing{}) {
			t.Errorf("%s is paced: %+v", brief.Goal, now)
		}
	}
	brief := mustBrief(t, journal.Breathe, 10, 1)
	if now := brief.BreathAt(599); now != (Breathing{}) {
		t.Errorf("the end of the landing is paced: %+v", now)
	}
	if now := brief.BreathAt(30); now.Phase != BreathIn {
		t.Errorf("breathe has no breath of its own: %+v", now)
	}
}

// The rate of the passive swell: three quarters of the listener's own, half a
// breath a minute less each minute, and six at last.
func TestPassiveBreath_slows_down_to_six_a_minute(t *testing.T) {
	for _, own := range []float64{10, 14, 20} {
		breath := PassiveBreath(own)
		for minute := 0.0; minute < 30; minute++ {
			rate := (breath.cycles(60*minute+30.5) - breath.cycles(60*minute+29.5)) * 60
			want := math.Max(math.Min(6, 0.75*own), 0.75*own-0.5*(minute+0.5))
			if math.Abs(rate-want) > 0.01 {
				t.Errorf("from %g a minute: %.2f in minute %.1f, want %.2f", own, rate, minute+0.5, want)
			}
		}
	}
	slow := PassiveBreath(6)
	if rate := slow.cycles(60); math.Abs(rate-4.5) > 1e-9 {
		t.Errorf("who breathes six times a minute is led to %.2f at once", rate)
	}
}

// Every chord begins with a breath, and so does every phrase of the melody, to
// what players stray.
func TestBreath_carries_chords_and_phrases(t *testing.T) {
	const stray = 0.1 // seconds
	goals := journal.Goals()
	patterns := Breaths()
	if testing.Short() {
		goals, patterns = []journal.Goal{journal.Breathe, journal.Focus, journal.Ground}, patterns[:1]
	}
	for _, goal := range goals {
		for _, named := range patterns {
			brief := asking(t, goal, 15, Options{Breath: named.Breath}, 2)
			cycle, name := brief.Breath().Seconds(), fmt.Sprintf("%s, %s", goal, named.Name)
			if m := brief.MusicAt(60); m.BPM < purposes[goal].tempo.low-1e-9 || m.BPM > purposes[goal].tempo.high+1e-9 {
				t.Errorf("%s: %.1f beats a minute", name, m.BPM)
			}
			group := float64(brief.pace().cycles)
			sheet := Compose(brief)
			landing := sheet.Sections[len(sheet.Sections)-1].Frame
			chords := 0
			for _, chord := range sheet.Chords {
				if chord.Frame >= landing {
					break
				}
				chords++
				if off := offBeat(chord.Frame, cycle); off > 1e-3 {
					t.Errorf("%s: %s begins %.3f s off a breath, at %.2f s", name, chord.Symbol, off, float64(chord.Frame)/Rate)
					break
				}
			}
			if chords < 8 {
				t.Errorf("%s: only %d chords", name, chords)
			}
			latest, phrases, off := int64(-10*Rate), 0, 0
			for _, e := range sheet.Events {
				if e.Role != score.Melody || e.Frame >= landing {
					continue
				}
				if e.Frame-latest > int64(cycle*group*Rate/4) && e.Frame > latest {
					phrases++
					if offBeat(e.Frame, cycle) > stray {
						off++
					}
				}
				latest = max(latest, e.Frame+e.Frames)
			}
			if phrases < 4 || off > phrases/4 {
				t.Errorf("%s: %d of %d phrases begin off a breath", name, off, phrases)
			}
		}
	}
}

// offBeat returns how many seconds a frame lies from the nearest beginning of
// a cycle.
func offBeat(frame int64, cycle float64) float64 {
	at := float64(frame) / Rate / cycle
	return math.Abs(at-math.Round(at)) * cycle
}

// The swell alone, on a steady sound: as deep as it should be, never steeper
// than where nothing may surge allows, and as loud in the mean as without it.
func TestSwell_is_as_deep_as_the_goal_allows(t *testing.T) {
	for _, goal := range []journal.Goal{journal.Breathe, journal.Ground, journal.Sleep} {
		for _, named := range Breaths() {
			brief := asking(t, goal, 30, Options{Breath: named.Breath}, 1)
			levels := swellOf(newSwell(brief), 60)
			lowest, highest, steepest, power := math.Inf(1), math.Inf(-1), 0.0, 0.0
			cycle := int(math.Round(brief.Breath().Seconds() * 100))
			from := 2000 // after it has come
			for i := from; i < from+cycle; i++ {
				lowest, highest = math.Min(lowest, levels[i]), math.Max(highest, levels[i])
				steepest = math.Max(steepest, math.Abs(levels[i+1]-levels[i])*100)
				power += math.Pow(10, levels[i]/10) / float64(cycle)
			}
			wantDeep := 4.0
			if goal == journal.Ground {
				wantDeep = 2
				if steepest > 1.02 {
					t.Errorf("ground, %s: rises by %.2f dB a second", named.Name, steepest)
				}
				if named.Name == "sigh" {
					wantDeep = 2 * gentleSlope * 2 / math.Pi
				}
			}
			if deep := highest - lowest; math.Abs(deep-wantDeep) > 0.1 {
				t.Errorf("%s, %s: swells by %.2f dB, want %.2f", goal, named.Name, deep, wantDeep)
			}
			if mean := 10 * math.Log10(power); math.Abs(mean) > 0.05 {
				t.Errorf("%s, %s: is %.2f dB louder in the mean", goal, named.Name, mean)
			}
		}
	}
}

// swellOf returns the gain of a swell in decibels, every hundredth of a second.
func swellOf(s *swell, seconds int) []float64 {
	var levels []float64
	for frame, next := 0, 0; len(levels) < seconds*100; {
		quantum := steady()
		s.process(&quantum)
		for i := range quantum.Left {
			if frame+i == next {
				levels = append(levels, 20*math.Log10(float64(quantum.Left[i])))
				next += Rate / 100
			}
		}
		frame += len(quantum.Left)
	}
	return levels
}

// steady returns a quantum of a sound that does not move.
func steady() (x dsp.Stereo) {
	for i := range x.Left {
		x.Left[i], x.Right[i] = 1, 1
	}
	return x
}

// A breath breaks no promise of its goal.
func TestPromise_holds_with_a_breath(t *testing.T) {
	if testing.Short() {
		t.Skip("plays four minutes of music")
	}
	for _, goal := range []journal.Goal{journal.Breathe, journal.Sleep, journal.Ground} {
		t.Run(string(goal), func(t *testing.T) {
			t.Parallel()
			brief := asking(t, goal, 20, Options{Breath: Breaths()[0].Breath}, 8)
			p := PromiseOf(goal)
			p.Loudness, p.ShortTerm = 2, 5 // the first minutes
			p.Slope[0] -= 2
			whole, late := measure.New(Rate), newStretch()
			listenTo(New(brief), 80, func(second int, frames [][2]float64, lufs float64) {
				whole.Add(frames)
				if second >= 20 {
					late.add(frames, lufs)
				}
			})
			tell(t, p.BrokenAnywhere(whole.Result()))
			r := late.listener.Result()
			t.Log(inWords(goal, r, late.asked()))
			tell(t, p.Broken(r, late.asked()))
		})
	}
}
