package generator

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/loudness"
	"dulcet/generator/measure"
	"dulcet/journal"
)

// shortNight is a night of eight minutes whose last three are a dawn, after a
// minute and a quarter of silence; with -long it is one of twenty.
func shortNight(t testing.TB) Brief {
	if *longRun {
		return asking(t, journal.Sleep, 20, Options{DawnMinutes: 8}, 3)
	}
	return asking(t, journal.Sleep, 8, Options{DawnMinutes: 3}, 3)
}

func TestDawn_leaves_a_silence_in_the_score(t *testing.T) {
	for _, c := range []struct {
		minutes, dawn       float64
		wantNight, wantDawn float64 // minutes
	}{
		{minutes: 20, dawn: 8, wantNight: 9, wantDawn: 12},
		{minutes: 480, dawn: 20, wantNight: 45, wantDawn: 460},
		{minutes: 30, dawn: 500, wantNight: 11.25, wantDawn: 15},
	} {
		brief := asking(t, journal.Sleep, c.minutes, Options{DawnMinutes: c.dawn}, 3)
		sheet := Compose(brief)
		if sheet.Frames != brief.Frames() {
			t.Errorf("%g minutes: the sheet has %d frames, want %d", c.minutes, sheet.Frames, brief.Frames())
		}
		// The composer knows of the journey every so often: what lies just before the
		// dawn must not make its first notes louder.
		start, _, _ := brief.dawn()
		if a, b := brief.MusicAt(start-waypointSeconds), brief.MusicAt(start); a.LoudnessLUFS != b.LoudnessLUFS {
			t.Errorf("%g minutes: the dawn is asked to begin at %.1f LUFS, after %.1f", c.minutes, b.LoudnessLUFS, a.LoudnessLUFS)
		}
		var night, dawn int
		motifs := map[byte]int{}
		for _, e := range sheet.Events {
			minute := float64(e.Frame) / Rate / 60
			end := float64(e.Frame+e.Frames) / Rate / 60
			switch {
			case end <= c.wantNight+1e-6:
				night++
			case minute >= c.wantDawn-1e-6:
				dawn++
				motifs[e.Motif]++
			default:
				t.Fatalf("%g minutes: %v from %.2f to %.2f min, the silence is from %g to %g", c.minutes, e.Part, minute, end, c.wantNight, c.wantDawn)
			}
		}
		if night < 50 || dawn < 30 {
			t.Errorf("%g minutes: %d events at night and %d at dawn", c.minutes, night, dawn)
		}
		last := sheet.Events[len(sheet.Events)-1]
		if end := float64(brief.Frames()-last.Frame) / Rate; end > 40 {
			t.Errorf("%g minutes: the last note is %.0f s before the end", c.minutes, end)
		}
		if motifs['a']+motifs['b'] == 0 {
			t.Errorf("%g minutes: the dawn sings none of the ideas of the night", c.minutes)
		}
	}
}

// What sleep promises holds from the first frame to the last, the silence is
// one, and the dawn comes up softly to where it should.
func TestDawn_comes_up_softly_out_of_silence(t *testing.T) {
	if testing.Short() {
		t.Skip("plays eight minutes of music")
	}
	brief := shortNight(t)
	start, long, _ := brief.dawn()
	night := brief.night()
	whole, end := measure.New(Rate), loudness.New(Rate)
	first, next := loudness.New(Rate), loudness.New(Rate) // twenty seconds each
	peak := 0.0
	before, buffer := math.Inf(-1), make([][2]float64, Rate)
	piece := New(brief)
	for second := 0; ; second++ {
		n, ok := piece.Stream(buffer)
		if !ok {
			if float64(second) != 60*brief.Minutes {
				t.Errorf("it lasts %d s", second)
			}
			break
		}
		whole.Add(buffer[:n])
		at := float64(second)
		switch {
		case at >= night && at < start:
			peak = math.Max(peak, loudest(buffer[:n]))
		case at >= start:
			meter := loudness.New(Rate)
			meter.Add(buffer[:n])
			now := meter.Momentary()
			if at > start+30 && now-before > 8 {
				t.Errorf("the dawn rises by %.1f LU within a second at %.0f s", now-before, at)
			}
			before = now
			switch {
			case at < start+20:
				first.Add(buffer[:n])
			case at < start+40:
				next.Add(buffer[:n])
			}
			if at >= start+0.82*long && at < start+0.95*long-15 {
				end.Add(buffer[:n])
			}
		}
	}
	tell(t, PromiseOf(journal.Sleep).BrokenAnywhere(whole.Result()))
	if a, b := first.Integrated(), next.Integrated(); a > b+3 || a < dawnFrom-6 {
		t.Errorf("the dawn begins at %.1f LUFS and goes on at %.1f", a, b)
	}
	if peak != 0 {
		t.Errorf("the silence peaks at %g", peak)
	}
	t.Logf("the dawn ends at %.1f LUFS", end.Integrated())
	if lufs := end.Integrated(); !math.IsInf(lufs, -1) && math.Abs(lufs-dawnLUFS) > 2.5 {
		t.Errorf("the dawn ends at %.1f LUFS, want %g", lufs, dawnLUFS)
	}
}

// Who goes home in the night, or lies awake in the silence, is at home within a
// minute, and no dawn comes.
func TestDawn_does_not_come_to_who_has_gone_home(t *testing.T) {
	if testing.Short() {
		t.Skip("plays eight minutes of music")
	}
	brief := shortNight(t)
	start, _, _ := brief.dawn()
	night, morning := int(brief.night()), int(start)
	moments := []int{night - 2, morning + 20}
	if *longRun {
		moments = append(moments, 60, night+30)
	}
	for _, after := range moments {
		p := New(brief)
		stream(p, after*Rate, constant(Rate))
		p.Steer(Wish{Home: 1})
		out := stream(p, math.MaxInt32, constant(Rate/10))
		if seconds := float64(len(out)) / Rate; seconds > HomeSeconds {
			t.Errorf("home %.1f s after second %d", seconds, after)
		}
		if peak := loudest(out[max(0, len(out)-Rate/20):]); peak > 1e-3 {
			t.Errorf("after second %d: the last 50 ms reach %.5f, want silence", after, peak)
		}
		if quiet := after >= night && after < morning; quiet && loudest(out) > 0 {
			t.Errorf("after second %d: it sounds again", after)
		}
	}
}

func TestDawn_belongs_to_sleep_alone(t *testing.T) {
	for goal, minutes := range map[journal.Goal]float64{journal.Calm: 60, journal.Sleep: 3} {
		brief := asking(t, goal, minutes, Options{DawnMinutes: 10}, 1)
		if _, _, comes := brief.dawn(); comes {
			t.Errorf("%s of %g minutes has a dawn", goal, minutes)
		}
		if about(brief.Reasons, "options")+about(brief.Reasons, "dawn") == "" {
			t.Errorf("%s of %g minutes: no reason says that the dawn is left out", goal, minutes)
		}
	}
	journeyOf := shortNight(t).Journey
	phases := []string{}
	for _, p := range journeyOf.Points {
		if len(phases) == 0 || phases[len(phases)-1] != p.Phase {
			phases = append(phases, p.Phase)
		}
	}
	if want := "[meet travel rest land silence dawn land]"; want != fmt.Sprint(phases) {
		t.Errorf("the phases are %v", phases)
	}
}
