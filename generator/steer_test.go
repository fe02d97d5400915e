package generator

import (
	"math"
	"reflect"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// played composes and plays a piece for so many seconds, with a wish at a
// second, and returns the notes that it composed.
func played(t *testing.T, brief Brief, seconds int, at int, wish Wish) []score.Event {
	t.Helper()
	p := New(brief)
	var notes []score.Event
	known := int64(-1)
	second := make([][2]float64, Rate)
	for s := range seconds {
		if s == at {
			p.Steer(wish)
		}
		for part := range 20 { // spans are longer than a twentieth of a second
			p.Stream(second[part*Rate/20 : (part+1)*Rate/20])
			if p.span.Frame == known {
				continue
			}
			known = p.span.Frame
			for _, e := range p.span.Events {
				if e.Part.Pitched() {
					notes = append(notes, e)
				}
			}
		}
	}
	return notes
}

// A dial that is turned while the piece plays changes what is composed from
// the next span on, and nothing before.
func TestPiece_Steer_reaches_the_composer_at_the_next_span(t *testing.T) {
	if testing.Short() {
		t.Skip("plays five minutes of music")
	}
	const seconds, at = 100, 30
	brief := mustBrief(t, journal.Listen, 20, 3)
	thinner := Wish{}
	thinner.Dials[journal.Density], thinner.Dials[journal.Register] = -1, -1
	plain := played(t, brief, seconds, -1, Wish{})
	steered := played(t, brief, seconds, at, thinner)

	before := func(notes []score.Event) (early, late []score.Event) {
		for i, e := range notes {
			if e.Frame >= at*Rate {
				return notes[:i], notes[i:]
			}
		}
		return notes, nil
	}
	plainEarly, plainLate := before(plain)
	steeredEarly, steeredLate := before(steered)
	if !reflect.DeepEqual(plainEarly, steeredEarly) {
		t.Error("what was composed before the wish is not the same")
	}
	if len(steeredLate) > len(plainLate)*3/4 {
		t.Errorf("%d notes after asking for a thinner piece, %d without", len(steeredLate), len(plainLate))
	}
	if a, b := meanMelody(plainLate), meanMelody(steeredLate); b > a-1 {
		t.Errorf("the melody lies at %.1f after asking for lower, at %.1f without", b, a)
	}
	again := played(t, brief, seconds, at, thinner)
	if !reflect.DeepEqual(steered, again) {
		t.Error("the same wish at the same frame makes another piece")
	}
}

// More of nature turns the soundscape up, and none of it turns it off.
func TestPiece_Steer_turns_the_soundscape_up_and_off(t *testing.T) {
	if testing.Short() {
		t.Skip("plays four minutes of music")
	}
	const seconds = 40
	brief := mustBrief(t, journal.Calm, 20, 3)
	for _, test := range []struct {
		dial float64
		want func(level, usual float64) bool
	}{
		{0, func(level, usual float64) bool { return level == usual }},
		{0.5, func(level, usual float64) bool { return level > 1.3*usual }},
		{-1, func(level, _ float64) bool { return level == 0 }},
	} {
		p, usual := New(brief), New(brief)
		wish := Wish{}
		wish.Dials[journal.Nature] = test.dial
		p.Steer(wish)
		level, want := loudestBed(p, seconds), loudestBed(usual, seconds)
		if want == 0 || !test.want(level, want) {
			t.Errorf("nature at %+g: the loudest bed is at %.3f, at %.3f otherwise", test.dial, level, want)
		}
	}
}

// loudestBed plays on and returns the level of the loudest soundscape.
func loudestBed(p *Piece, seconds int) float64 {
	stream(p, seconds*Rate, constant(4800))
	loudest := float32(0)
	for _, scene := range p.band.scenes {
		loudest = max(loudest, scene.Level)
	}
	return float64(loudest)
}

// meanMelody returns the mean pitch of the melody.
func meanMelody(notes []score.Event) float64 {
	sum, count := 0.0, 0.0
	for _, e := range notes {
		if e.Role == score.Melody {
			sum += float64(e.Pitch)
			count++
		}
	}
	return sum / math.Max(count, 1)
}

// No wish crosses the limits of the goal, and what is not a number is no
// wish.
func TestTurned_stays_within_the_dials(t *testing.T) {
	brief := mustBrief(t, journal.Sleep, 20, 3)
	brief.Dials[journal.Brightness] = 0.4
	by := journal.Dials{}
	by[journal.Brightness], by[journal.Tempo], by[journal.Density] = 9, -9, math.NaN()
	brief.Dials = turned(brief.Dials, by)
	if brief.Dials[journal.Brightness] != 1 || brief.Dials[journal.Tempo] != -1 || brief.Dials[journal.Density] != 0 {
		t.Errorf("the dials stand at %v", brief.Dials)
	}
	limits := purposes[journal.Sleep]
	for second := 0.0; second < 1200; second += 60 {
		m := brief.MusicAt(second)
		if m.BrightnessHz > limits.brightness.high || m.BPM < limits.tempo.low {
			t.Errorf("at %.0f s %.0f Hz and %.1f beats a minute", second, m.BrightnessHz, m.BPM)
		}
	}
}
