package compose

import (
	"testing"

	"dulcet/generator/score"
)

// drummed returns the strokes of the kit in a piece of the journey.
func drummed(sheet *score.Sheet) []score.Event { return melodic(sheet, score.Rhythm) }

func TestKit_AgreesWithTheBass(t *testing.T) {
	together, all := 0, 0
	for _, seed := range seeds() {
		sheet := Write(journeyNamed(t, "focus").plan(seed, minutes))
		strokes := drummed(sheet)
		if len(strokes) == 0 {
			continue
		}
		for _, e := range melodic(sheet, score.Ground) {
			kicks, joined := 0, 0
			for _, k := range strokes {
				if k.Pitch != score.Kick {
					continue
				}
				if k.Frame > e.Frame-score.Rate && k.Frame < e.Frame+score.Rate {
					kicks++
				}
				if distance := k.Frame - e.Frame; max(distance, -distance) < score.Rate/12 {
					joined++
				}
			}
			if kicks > 0 { // the kick plays here
				all++
				together += min(joined, 1)
			}
		}
	}
	if all == 0 || together*100 < all*80 {
		t.Errorf("%d of %d bass notes have a kick with them where it plays", together, all)
	}
}

func TestKit_SnareIsLaidBack(t *testing.T) {
	for _, seed := range seeds() {
		sheet := Write(standing(journeyNamed(t, "focus"), seed))
		late, count := int64(0), int64(0)
		for _, e := range drummed(sheet) {
			s := sectionAt(sheet, e.Frame)
			beat := beatFrames(s.BPM)
			if into := (e.Frame - s.Frame) % beat; (e.Pitch == score.Rim || e.Pitch == score.Snare) && into < beat/8 {
				late += into
				count++
			}
		}
		if count < 40 {
			continue // a piece without a kit
		}
		if ms := late * 1000 / score.Rate / count; ms < 8 || ms > 30 {
			t.Errorf("seed %d: the snare is %d ms behind the beat", seed, ms)
		}
	}
}

func TestKit_NoTwoBarsInARowForLong(t *testing.T) {
	for _, name := range []string{"focus", "energise"} {
		for _, seed := range seeds() {
			sheet := Write(standing(journeyNamed(t, name), seed))
			bars := map[int64]string{}
			last := int64(0)
			for _, e := range drummed(sheet) {
				s := sectionAt(sheet, e.Frame)
				bar := 4 * beatFrames(s.BPM)
				number := s.Frame/bar + (e.Frame-s.Frame+bar/32)/bar
				step := (e.Frame - s.Frame + bar/32) % bar * 16 / bar
				bars[number] += string(rune('a'+step)) + string(rune(e.Pitch))
				last = max(last, number)
			}
			run, longest := 0, 0
			for number := int64(1); number <= last; number++ {
				if bars[number] != "" && bars[number] == bars[number-1] {
					run++
				} else {
					run = 0
				}
				longest = max(longest, run)
			}
			if longest > 4 {
				t.Errorf("%s, seed %d: %d bars of the kit are the same in a row", name, seed, longest+1)
			}
		}
	}
}

func TestKit_KeepsOutOfWhatHasNoBeat(t *testing.T) {
	for _, name := range []string{"sleep", "calm", "ground"} {
		if strokes := drummed(Write(journeyNamed(t, name).plan(1, minutes))); len(strokes) > 0 {
			t.Errorf("%s has %d strokes of the kit", name, len(strokes))
		}
	}
	// The end belongs to the chord.
	sheet := Write(journeyNamed(t, "energise").plan(2, minutes))
	last := sheet.Chords[len(sheet.Chords)-1].Frame
	for _, e := range drummed(sheet) {
		if e.Frame > last {
			t.Errorf("the kit plays %d s after the last chord", (e.Frame-last)/score.Rate)
		}
	}
}

func TestKit_StrikesNothingTwiceAtOnce(t *testing.T) {
	for _, name := range []string{"focus", "energise"} {
		for _, seed := range seeds() {
			latest := [score.Shaker + 1]int64{}
			for i := range latest {
				latest[i] = -longAgo
			}
			for _, e := range drummed(Write(journeyNamed(t, name).plan(seed, minutes))) {
				on := &latest[struckWith(e.Pitch)]
				if apart := (e.Frame - *on) * 1000 / score.Rate; apart < 50 {
					t.Errorf("%s, seed %d: the %s comes %d ms after a stroke on the same at %d s", name, seed, score.DrumName(e.Pitch), apart, e.Frame/score.Rate)
				}
				*on = e.Frame
			}
		}
	}
}
