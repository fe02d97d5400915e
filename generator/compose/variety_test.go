package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/chance"
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// windows returns what begins in every stretch of the given number of seconds
// on a grid of one second, written down with onsets in quarters of a second.
func windows(sheet *score.Sheet, seconds int64) map[string]int {
	found := map[string]int{}
	events := sheet.Events
	for at := int64(0); at+seconds <= sheet.Frames/score.Rate; at++ {
		for len(events) > 0 && events[0].Frame < at*score.Rate {
			events = events[1:]
		}
		var b strings.Builder
		for _, e := range events {
			if e.Frame >= (at+seconds)*score.Rate {
				break
			}
			if e.Part.Pitched() {
				fmt.Fprintf(&b, "%d@%d ", e.Pitch, (e.Frame-at*score.Rate)*4/score.Rate)
			}
		}
		found[b.String()]++
	}
	return found
}

func TestWrite_SeedsDiffer(t *testing.T) {
	for _, j := range journeys {
		one, other := windows(Write(j.plan(21, minutes)), 20), windows(Write(j.plan(22, minutes)), 20)
		same, all := 0, 0
		for window, count := range one {
			all += count
			if other[window] > 0 {
				same += count
			}
		}
		if same*100 >= all {
			t.Errorf("%s: %d of %d windows of 20 s are the same under two seeds", j.name, same, all)
		}
	}
}

func TestWrite_HoursDoNotRepeat(t *testing.T) {
	hours := 8.0
	if testing.Short() {
		hours = 1
	}
	for _, j := range journeys {
		if j.style.Repeat {
			continue
		}
		again, all := 0, 0
		for _, count := range windows(Write(j.plan(5, hours*60)), 20) {
			all += count
			if count > 1 {
				again += count
			}
		}
		if again*100 >= 2*all {
			t.Errorf("%s: %d of %d windows of 20 s come more than once", j.name, again, all)
		}
	}
}

func TestWrite_MotifsReturn(t *testing.T) {
	for _, j := range journeys {
		sheet := Write(j.plan(4, 120))
		for _, m := range sheet.Motifs {
			last := int64(0)
			for _, e := range sheet.Events {
				if e.Motif != m.ID {
					continue
				}
				if gap := (e.Frame - last) / score.Rate; gap > 600 {
					t.Errorf("%s: motif %c is away for %d s before %d s", j.name, m.ID, gap, e.Frame/score.Rate)
				}
				last = e.Frame
			}
		}
	}
}

func TestWrite_RepeatingFormRepeats(t *testing.T) {
	for _, j := range journeys {
		if !j.style.Repeat {
			continue
		}
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			changes := 0
			for _, s := range sheet.Sections[:len(sheet.Sections)-1] {
				if s.Frames < 110*score.Rate {
					t.Errorf("seed %d: something changes after %d s", seed, s.Frames/score.Rate)
				}
				changes += changedForms(sheet, s)
			}
			// Voices may need one time round to find their places.
			if changes > 1 {
				t.Errorf("seed %d: %d times round differ from the one before without reason", seed, changes)
			}
		}
	}
}

func TestWrite_RepeatingFormLeadsRoundWithoutLeaps(t *testing.T) {
	j := journeyNamed(t, "ground")
	for seed := range uint64(300) {
		sheet := Write(j.plan(seed, 2))
		moved, voices := 0, 0
		for i, now := range sheet.Chords {
			if i == 0 || len(now.Pitches) != len(sheet.Chords[i-1].Pitches) {
				continue
			}
			before := sheet.Chords[i-1].Pitches
			if slices.Equal(before, now.Pitches) {
				continue
			}
			for v, pitch := range now.Pitches {
				moved += max(pitch-before[v], before[v]-pitch)
			}
			voices += len(now.Pitches)
		}
		if moved > 2*voices {
			t.Errorf("seed %d: a voice moves by %.2f semitones at a change", seed, float64(moved)/float64(voices))
		}
	}
}

// changedForms counts the times round of eight bars in the section that
// differ from the one before them.
func changedForms(sheet *score.Sheet, s score.Section) int {
	form := int64(formBars*4) * beatFrames(s.BPM)
	before, changed := "", 0
	for start := s.Frame; start+form <= s.Frame+s.Frames; start += form {
		var b strings.Builder
		for role := score.Harmony; role < score.Scenery; role++ {
			for _, e := range sheet.Events {
				if e.Role == role && e.Frame >= start && e.Frame < start+form {
					fmt.Fprintf(&b, "%v%d ", role, e.Pitch)
				}
			}
		}
		if before != "" && before != b.String() {
			changed++
		}
		before = b.String()
	}
	return changed
}

func TestComposer_StrikeIsHuman(t *testing.T) {
	for part := score.Strings; part.Pitched(); part++ {
		plan := journeys[1].plan(3, 10)
		c := New(plan)
		st := stretch{frames: 1 << 40, soft: theory.One}
		var span score.Span
		var times, squares, levels, levelSquares float64
		const notes = 4096
		for i := range int64(notes) {
			span.Reset()
			at := (i + 1) * score.Rate
			c.strike(&span, &st, score.Event{Frame: at, Frames: score.Rate, Part: part, Pitch: 60, Velocity: theory.One / 2}, true)
			stray := float64(span.Events[0].Frame-at) * 1000 / score.Rate
			level := span.Events[0].Velocity.Float() / 0.5
			times, squares = times+stray, squares+stray*stray
			levels, levelSquares = levels+level, levelSquares+level*level
		}
		time := squares/notes - times/notes*times/notes
		if time < 4*4 || time > 12*12 {
			t.Errorf("%v strays by a variance of %.1f ms², 4…12 ms are wanted", part, time)
		}
		level := levelSquares/notes - levels/notes*levels/notes
		if level < 0.05*0.05 || level > 0.1*0.1 {
			t.Errorf("the touch of %v varies by a variance of %.5f, 5…10 %% are wanted", part, level)
		}
	}
}

func TestForm_NextMaterial(t *testing.T) {
	c := &Composer{chance: chance.New(3)}
	var f form
	previous, fresh := -1, 0
	for index := range 400 {
		material, visit := f.nextMaterial(c, index, 3)
		if material == previous {
			t.Fatalf("material %d follows itself at %d", material, index)
		}
		if fresh++; visit == 0 {
			fresh = 0
		}
		if fresh > 6 {
			t.Fatalf("nothing new for %d sections at %d", fresh, index)
		}
		previous = material
	}
}
