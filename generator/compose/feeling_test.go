package compose

import (
	"slices"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestMelody_IsSungWhereNothingHurries(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse == Steady {
			continue
		}
		small, wide, all := 0, 0, 0
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			for _, m := range sheet.Motifs {
				for _, step := range m.Intervals {
					if step < -2 || step > 2 {
						t.Errorf("%s, seed %d: motif %c leaps: %v", j.name, seed, m.ID, m.Intervals)
					}
				}
			}
			events := melodic(sheet, score.Melody)
			for i := 1; i < len(events); i++ {
				if events[i].Part != events[i-1].Part {
					continue
				}
				interval := events[i].Pitch - events[i-1].Pitch
				interval = max(interval, -interval)
				all++
				if interval <= singable {
					small++
				}
				if interval > widest {
					wide++
				}
			}
		}
		if small*100 < all*85 {
			t.Errorf("%s: %d of %d intervals are at most a third", j.name, small, all)
		}
		if wide*100 > all*3 {
			t.Errorf("%s: %d of %d intervals are wider than a fifth", j.name, wide, all)
		}
	}
}

func TestMelody_IsAGuestWhereItRestsMost(t *testing.T) {
	for _, seed := range seeds() {
		plan := journeyNamed(t, "focus").plan(seed, minutes)
		c := New(plan)
		var span score.Span
		var heard [2]int
		for !span.Final {
			s := &c.sections[c.present]
			phrase := c.spanAt * s.spanBeats / s.phraseBeats
			turns := c.spanAt == s.spans()
			c.Next(&span)
			if turns || c.landing.begun {
				continue
			}
			for _, e := range span.Events {
				if e.Role == score.Melody {
					heard[phrase%2]++
				}
			}
		}
		if heard[0] == 0 || heard[1] != 0 {
			t.Errorf("seed %d: the melody has %d notes in even and %d in odd phrases", seed, heard[0], heard[1])
		}
	}
}

func journeyNamed(t *testing.T, name string) journey {
	t.Helper()
	for _, j := range journeys {
		if j.name == name {
			return j
		}
	}
	t.Fatalf("no journey is called %s", name)
	return journey{}
}

func TestFigure_Breathes(t *testing.T) {
	for _, seed := range seeds() {
		sheet := Write(journeyNamed(t, "calm").plan(seed, minutes))
		beat := int64(0)
		run, longest, together, all, rests := 0, 0, 0, 0, 0
		last := int64(0)
		tunes := melodic(sheet, score.Melody, score.Reply)
		for _, e := range melodic(sheet, score.Accompaniment) {
			beat = beatFrames(sectionAt(sheet, e.Frame).BPM)
			switch gap := e.Frame - last; {
			case gap > 5*beat/2:
				rests++
				run = 0
			case gap > 5*beat/4:
				run = 0
			}
			run, last = run+1, e.Frame
			longest = max(longest, run)
			all++
			for _, m := range tunes {
				if distance := m.Frame - e.Frame; max(distance, -distance) < beat/8 {
					together++
					break
				}
			}
		}
		if longest > 40 {
			t.Errorf("seed %d: the figure goes on for %d notes without a breath", seed, longest)
		}
		if perMinute := rests / minutes; perMinute < 3 {
			t.Errorf("seed %d: the figure rests %d times a minute", seed, perMinute)
		}
		if together*100 > all*22 {
			t.Errorf("seed %d: %d of %d notes of the figure are struck with the melody", seed, together, all)
		}
	}
}

func sectionAt(sheet *score.Sheet, frame int64) score.Section {
	at := sheet.Sections[0]
	for _, s := range sheet.Sections {
		if s.Frame <= frame {
			at = s
		}
	}
	return at
}

func TestFigure_OpensAfterTheFirstChord(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		if j.style.Repeat || j.style.Pulse == Free {
			return
		}
		notes := 0
		for _, e := range sheet.Events {
			if !e.Part.Pitched() || e.Role == score.Harmony || e.Role == score.Ground {
				continue
			}
			if e.Frame < 2*score.Rate {
				t.Errorf("seed %d: the first chord has %.1f s to bloom", plan.Seed, float64(e.Frame)/score.Rate)
			}
			if e.Role == score.Accompaniment && e.Frame < 6*score.Rate {
				notes++
			}
		}
		if notes > openingNotes {
			t.Errorf("seed %d: %d notes of a figure open the piece", plan.Seed, notes)
		}
	})
}

func TestPad_HoldsCommonTones(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		var until [128]int64
		struck, common := 0, 0
		chord, end := 0, sheet.Sections[len(sheet.Sections)-1].Frame
		for _, e := range sheet.Events {
			if e.Role != score.Harmony || e.Frame >= end {
				continue
			}
			if over := until[e.Pitch] - e.Frame; over > score.Rate/10 {
				t.Fatalf("seed %d: pitch %d is struck at %d although it sounds", plan.Seed, e.Pitch, e.Frame)
			}
			until[e.Pitch] = e.Frame + e.Frames
			for chord+1 < len(sheet.Chords) && sheet.Chords[chord+1].Frame <= e.Frame {
				chord++
			}
			if chord == 0 || e.Frame-sheet.Chords[chord].Frame > score.Rate/10 || sectionAt(sheet, e.Frame).Frame == sheet.Chords[chord].Frame {
				continue
			}
			struck++
			for _, pitch := range sheet.Chords[chord-1].Pitches {
				if pitch == e.Pitch {
					common++
				}
			}
		}
		if common*100 > struck*40 && !j.style.Repeat {
			t.Errorf("seed %d: %d of %d voices are struck at a change of chord although they stay", plan.Seed, common, struck)
		}
	})
}

func TestPad_SoundsWholeChords(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		end := sheet.Sections[len(sheet.Sections)-1].Frame
		for _, chord := range sheet.Chords {
			if chord.Frame >= end {
				break
			}
			for _, pitch := range chord.Pitches {
				if pitch <= j.style.BassRange[1] {
					continue // may be the bass
				}
				at := chord.Frame
				for _, e := range sheet.Events {
					if e.Role == score.Harmony && e.Pitch == pitch && e.Frame <= at+score.Rate/10 && e.Frame+e.Frames > at {
						at = e.Frame + e.Frames
					}
				}
				if short := chord.Frame + chord.Frames - at; short > score.Rate/10 && !passesOn(sheet, pitch, at) {
					t.Fatalf("seed %d: pitch %d of %s at %d is silent for its last %d frames", plan.Seed, pitch, chord.Symbol, chord.Frame, short)
				}
			}
		}
	})
}

// passesOn reports whether the voice that leaves a pitch at a frame steps to a
// neighbour there.
func passesOn(sheet *score.Sheet, pitch int, frame int64) bool {
	for _, e := range sheet.Events {
		step := max(e.Pitch-pitch, pitch-e.Pitch)
		distance := max(e.Frame-frame, frame-e.Frame)
		if e.Role == score.Harmony && distance < score.Rate/20 && (step == 1 || step == 2) {
			return true
		}
	}
	return false
}

func TestPad_InnerVoicesStep(t *testing.T) {
	for _, j := range journeys {
		passing, changes := 0, 0
		for _, seed := range seeds() {
			sheet := Write(j.plan(seed, minutes))
			chord := 0
			for _, e := range sheet.Events {
				for chord+1 < len(sheet.Chords) && sheet.Chords[chord+1].Frame <= e.Frame {
					chord++
				}
				if e.Role != score.Harmony || slices.Contains(sheet.Chords[chord].Pitches, e.Pitch) {
					continue
				}
				passing++
				if !keyAt(sheet, e.Frame).Set().Has(e.Pitch) {
					t.Errorf("%s, seed %d: %d passes outside the key", j.name, seed, e.Pitch)
				}
			}
			changes += len(sheet.Chords)
		}
		still := j.style.Pulse == Free || j.style.Repeat
		if still != (passing*100 < changes) || (!still && passing*40 < changes) {
			t.Errorf("%s: %d tones pass in %d chords", j.name, passing, changes)
		}
	}
}

func TestPiece_ReachesAHeight(t *testing.T) {
	for _, name := range []string{"calm", "energise"} {
		early, high := 0.0, 0.0
		for _, seed := range seeds() {
			plan := standing(journeyNamed(t, name), seed)
			sheet := Write(plan)
			early += loudness(sheet, plan.Frames/20, plan.Frames*4/20)
			high += loudness(sheet, plan.Frames*11/20, plan.Frames*14/20)
		}
		if high < early*105/100 {
			t.Errorf("%s: the height of the piece has %.2f times the sound of its beginning", name, high/early)
		}
	}
}

// standing returns a plan of a journey that goes nowhere: it stays as it is
// in the middle.
func standing(j journey, seed uint64) Plan {
	plan := j.plan(seed, 20)
	middle := plan.at(plan.Frames / 2)
	middle.Frame = 0
	plan.Waypoints = []Waypoint{middle}
	return plan
}

// loudness is the sum of the velocities of what is struck in a time.
func loudness(sheet *score.Sheet, from, to int64) float64 {
	sum := 0.0
	for _, e := range sheet.Events {
		if e.Part.Pitched() && e.Role != score.Harmony && e.Frame >= from && e.Frame < to {
			sum += e.Velocity.Float()
		}
	}
	return sum
}

func TestBass_PushesAgainstTheBeatWhereItMovesTheBody(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse == Free {
			continue // there is no beat
		}
		off, all := 0, 0
		for _, seed := range seeds() {
			sheet := Write(standing(j, seed))
			for _, e := range melodic(sheet, score.Ground) {
				s := sectionAt(sheet, e.Frame)
				if s.Name == "land" {
					continue
				}
				all++
				beat := beatFrames(s.BPM)
				if into := (e.Frame - s.Frame) % beat; into > beat/4 && into < beat*3/4 {
					off++
				}
			}
		}
		switch share := off * 100 / all; {
		case j.name == "energise" && (share < 30 || share > 60):
			t.Errorf("energise: %d %% of the bass notes lie off the beat", share)
		case j.name != "energise" && share > 2:
			t.Errorf("%s: %d %% of the bass notes lie off the beat", j.name, share)
		}
	}
}

func TestLanding_LeadsTheLineHome(t *testing.T) {
	forEachPiece(t, func(t *testing.T, j journey, plan Plan, sheet *score.Sheet) {
		events := melodic(sheet, score.Melody)
		before, last := events[len(events)-2], events[len(events)-1]
		key := keyAt(sheet, last.Frame)
		if j.style.Dissolve || before.Part != last.Part {
			return
		}
		if theory.PitchClass(last.Pitch) != key.Tonic {
			t.Errorf("seed %d: the melody in %v ends on %d", plan.Seed, key, last.Pitch)
		}
		// A low line may have its nearest tonic under where melodies lie.
		interval := last.Pitch - before.Pitch
		if interval < -widest || (interval > widest && last.Pitch-theory.SemitonesPerOctave >= lowestFigure) {
			t.Errorf("seed %d: the last note is %d semitones away", plan.Seed, interval)
		}
	})
}
