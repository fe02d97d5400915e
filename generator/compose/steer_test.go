package compose

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// until writes spans until one ends after the frame, and returns where.
func until(c *Composer, sheet *score.Sheet, span *score.Span, frame int64) int64 {
	for span.Frame+span.Frames < frame && !span.Final {
		c.Next(span)
		sheet.Add(span)
	}
	return span.Frame + span.Frames
}

func TestComposer_Hold_goes_on_with_the_key_and_the_players_until_it_lets_go(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			c, sheet, span := New(j.plan(seed, 20)), &score.Sheet{}, score.Span{}
			until(c, sheet, &span, 60*score.Rate)
			c.Hold(true)
			key, who := c.sections[c.present].key, core(c.sections[c.present].texture.ensemble)
			asked := until(c, sheet, &span, 8*60*score.Rate)
			if now := c.sections[c.present]; now.key != key || core(now.texture.ensemble) != who {
				t.Errorf("%s, seed %d: %v after seven minutes, %v was held", j.name, seed, now.key, key)
			}
			sections := len(sheet.Sections)
			for _, s := range sheet.Sections {
				if s.Key != key && s.Frame > 60*score.Rate {
					t.Errorf("%s, seed %d: %v at %d s", j.name, seed, s.Key, s.Frame/score.Rate)
				}
			}
			c.Hold(false)
			for len(sheet.Sections) == sections && !span.Final {
				c.Next(&span)
				sheet.Add(&span)
			}
			if late := span.Frame - asked; late > 60*score.Rate {
				t.Errorf("%s, seed %d: lets go after %d s", j.name, seed, late/score.Rate)
			}
			until(c, sheet, &span, 1<<60)
			checkEnding(t, sheet, 20*60*score.Rate, seed)
		}
	}
}

// core returns who plays, without guests and drums, which vary with every return.
func core(e ensemble) [4]score.Part { return [...]score.Part{e.sustain, e.low, e.lead, e.player} }

func TestComposer_Hold_turns_the_ideas_over(t *testing.T) {
	for _, j := range journeys {
		if j.style.Repeat {
			continue
		}
		c, sheet, span := New(j.plan(3, 20)), &score.Sheet{}, score.Span{}
		c.Hold(true)
		until(c, sheet, &span, 10*60*score.Rate)
		forms := map[string]bool{}
		for _, s := range sheet.Sections {
			if forms[s.Form] {
				t.Errorf("%s: %s comes twice the same", j.name, s.Form)
			}
			forms[s.Form] = true
		}
		if len(forms) < 4 {
			t.Errorf("%s: %d returns in ten minutes", j.name, len(forms))
		}
	}
}

func TestComposer_Hold_leaves_work_and_its_breaks_on_time(t *testing.T) {
	for _, j := range journeys {
		if j.style.Pulse != Steady || j.style.Repeat {
			continue
		}
		for _, seed := range seeds() {
			plan := j.plan(seed, 20)
			turns := []Turn{{Frame: 6 * 60 * score.Rate, Break: true}, {Frame: 9 * 60 * score.Rate}}
			plan.Style.Rounds = Rounds{Turns: turns, Signal: score.Harp}
			c, sheet, span := New(plan), &score.Sheet{}, score.Span{}
			c.Hold(true)
			until(c, sheet, &span, 12*60*score.Rate)
			for _, turn := range turns {
				met := false
				for _, s := range sheet.Sections {
					met = met || max(s.Frame-turn.Frame, turn.Frame-s.Frame) <= nearTurn
				}
				if airy := strings.HasPrefix(nameAt(sheet, turn.Frame+30*score.Rate), "break"); !met || airy != turn.Break {
					t.Errorf("%s, seed %d: the turn at %d s is not met: %v", j.name, seed, turn.Frame/score.Rate, met)
				}
			}
		}
	}
}

// nameAt returns the name of the section that sounds at a frame.
func nameAt(sheet *score.Sheet, frame int64) (name string) {
	for _, s := range sheet.Sections {
		if s.Frame <= frame {
			name = s.Name
		}
	}
	return name
}

func TestComposer_Hold_for_a_moment_changes_no_note(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			want := Write(j.plan(seed, minutes))
			c, sheet, span := New(j.plan(seed, minutes)), &score.Sheet{}, score.Span{}
			for n := 0; !span.Final; n++ {
				c.Next(&span)
				sheet.Add(&span)
				if s := &c.sections[c.present]; c.spanAt < s.spans()/2 {
					c.Hold(true)
					c.Hold(false)
				}
			}
			sameEvents(t, fmt.Sprintf("%s, seed %d", j.name, seed), sheet.Events, want.Events)
		}
	}
}

func sameEvents(t *testing.T, name string, got, want []score.Event) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d events, want %d", name, len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%s: %+v, want %+v", name, got[i], want[i])
		}
	}
}

func TestComposer_MoveOn_brings_the_next_section_at_the_end_of_the_phrase(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			c, sheet, span := New(j.plan(seed, 20)), &score.Sheet{}, score.Span{}
			now := until(c, sheet, &span, 40*score.Rate)
			at := c.MoveOn()
			if j.style.Repeat {
				if at != -1 {
					t.Errorf("%s, seed %d: a form that repeats moves on", j.name, seed)
				}
				continue
			}
			if phrase := framesOf(j.style.PhraseSeconds) * 2; at < now || at > now+phrase {
				t.Errorf("%s, seed %d: moves on %d s after it was asked", j.name, seed, (at-now)/score.Rate)
			}
			until(c, sheet, &span, at+1)
			if last := sheet.Sections[len(sheet.Sections)-1]; last.Frame != at || len(sheet.Sections) != 2 {
				t.Errorf("%s, seed %d: section %d begins at %d, %d was said", j.name, seed, len(sheet.Sections), last.Frame, at)
			}
			until(c, sheet, &span, 1<<60)
			checkEnding(t, sheet, 20*60*score.Rate, seed)
		}
	}
}

func TestComposer_Land_moves_the_deadline_either_way(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			for _, to := range []float64{6, 9.5, 16, 31} {
				c, sheet, span := New(j.plan(seed, 14)), &score.Sheet{}, score.Span{}
				until(c, sheet, &span, 4*60*score.Rate)
				deadline := int64(to * 60 * score.Rate)
				c.Land(deadline)
				until(c, sheet, &span, 1<<60)
				name := fmt.Sprintf("%s, seed %d, to %g minutes", j.name, seed, to)
				if end := span.Frame + span.Frames; end != deadline {
					t.Fatalf("%s: ends at %d, want %d", name, end, deadline)
				}
				checkEnding(t, sheet, deadline, seed)
				for i, s := range sheet.Sections[1:] {
					if s.Frame-sheet.Sections[i].Frame < 15*score.Rate {
						t.Errorf("%s: section %d lasts %d s", name, i, (s.Frame-sheet.Sections[i].Frame)/score.Rate)
					}
				}
			}
		}
	}
}

func TestComposer_Land_calls_a_landing_off_and_plays_on(t *testing.T) {
	for _, j := range journeys {
		for _, seed := range seeds() {
			c, sheet, span := New(j.plan(seed, 6)), &score.Sheet{}, score.Span{}
			for !c.landing.begun || c.landing.at < 2 {
				c.Next(&span)
				sheet.Add(&span)
			}
			landing := len(sheet.Sections)
			c.Land(11 * 60 * score.Rate)
			c.Next(&span)
			sheet.Add(&span)
			if c.landing.begun || len(sheet.Sections) != landing+1 || sheet.Sections[landing].Frame != span.Frame {
				t.Fatalf("%s, seed %d: no section begins after a landing that was called off", j.name, seed)
			}
			until(c, sheet, &span, 1<<60)
			checkEnding(t, sheet, 11*60*score.Rate, seed)
		}
	}
}

// Whatever is asked in whatever order, the spans stay sound and the piece ends
// on its deadline.
func TestComposer_whatever_is_asked_the_piece_stays_whole(t *testing.T) {
	runs := uint64(60)
	if testing.Short() {
		runs = 10
	}
	for seed := range runs {
		random := rand.New(rand.NewPCG(seed, 5))
		j := journeys[random.IntN(len(journeys))]
		plan := j.plan(seed, 8)
		c, span, at := New(plan), score.Span{}, int64(0)
		for n := 0; !span.Final; n++ {
			c.Next(&span)
			if span.Frame != at || span.Frames <= 0 || n > 1000 {
				t.Fatalf("%s, seed %d: span %d begins at %d and lasts %d, want %d", j.name, seed, n, span.Frame, span.Frames, at)
			}
			at += span.Frames
			switch random.IntN(13) {
			case 7:
				c.WantBed(nil, at, score.Rain+score.Part(random.IntN(3)), random.IntN(2) == 0)
			case 0:
				c.Hold(true)
			case 1:
				c.Hold(false)
			case 2:
				c.MoveOn()
			case 3:
				c.NextBed(nil, at)
			case 4:
				c.Land(at + int64(random.IntN(400*score.Rate)))
			case 5:
				c.Home(at + int64(random.IntN(400*score.Rate)))
			case 6:
				faster := append([]Waypoint(nil), plan.Waypoints...)
				for i := range faster {
					faster[i].BPM = faster[i].BPM * theory.Fixed(80+random.IntN(40)) / 100
				}
				c.Retarget(faster)
			}
		}
		if at != c.deadline {
			t.Fatalf("%s, seed %d: ends at %d, want %d", j.name, seed, at, c.deadline)
		}
	}
}
