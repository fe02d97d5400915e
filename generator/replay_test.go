package generator

import (
	"cmp"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// live plays a piece to its end in buffers of any size, as a speaker would,
// steers it at some of them, and returns its samples and what a player would
// have recorded.
func live(t *testing.T, brief Brief, wishes []Wish, seed uint64) ([][2]float64, []journal.Steer) {
	t.Helper()
	dice := rand.New(rand.NewPCG(seed, 0))
	piece := New(brief)
	var heard [][2]float64
	var record []journal.Steer
	known := piece.report.status.WishFrame
	buffer := make([][2]float64, 6000)
	for {
		n, ok := piece.Stream(buffer[:1+dice.IntN(len(buffer))])
		if !ok {
			return heard, record
		}
		heard = append(heard, buffer[:n]...)
		if frame := piece.report.status.WishFrame; frame > known {
			wish, err := json.Marshal(*piece.applied)
			if err != nil {
				t.Fatal(err)
			}
			record, known = append(record, journal.Steer{Frame: frame, Wish: wish}), frame
		}
		if len(wishes) > 0 && dice.IntN(40) == 0 {
			piece.Steer(wishes[0])
			wishes = wishes[1:]
		}
	}
}

// someWishes turn things up and down, ask for other soundscapes and sections,
// for more time, and bring the piece home.
func someWishes() []Wish {
	var wishes [5]Wish
	wishes[0].Dials[journal.Brightness], wishes[0].Dials[journal.Density] = 0.4, -0.6
	wishes[1].Dials[journal.Nature], wishes[1].Dials[journal.Warmth] = 0.5, -0.3
	wishes[1].Hold, wishes[1].Soundscape = true, 1
	wishes[2] = wishes[1]
	wishes[2].Hold, wishes[2].MoveOn, wishes[2].Levels[score.Rain] = false, 1, 3
	wishes[3] = wishes[2]
	wishes[3].Deadline = 200 * Rate
	wishes[4] = wishes[3]
	wishes[4].Home = 1
	return wishes[:]
}

// A sitting that was recorded is played again from its code and its record, on
// what could be another machine: every sample is the same.
func TestReplay_of_a_recorded_sitting_has_the_same_samples(t *testing.T) {
	if testing.Short() {
		t.Skip("plays four minutes of music")
	}
	for seed, goal := range map[uint64]journal.Goal{1: journal.Ground, 2: journal.Drift} {
		brief := mustBrief(t, goal, 3, uint32(seed)+40)
		heard, record := live(t, brief, someWishes(), seed)
		if len(record) != len(someWishes()) || int64(len(heard)) >= brief.Frames() {
			t.Fatalf("%s: %d wishes were applied, and %d frames heard", goal, len(record), len(heard))
		}
		recipe, err := ParseCode(brief.Code())
		if err != nil {
			t.Fatal(err)
		}
		again, err := recipe.Brief()
		if err != nil {
			t.Fatal(err)
		}
		steering, err := ReadSteering(record)
		if err != nil {
			t.Fatal(err)
		}
		replay := NewReplay(again, steering)
		played := stream(replay, len(heard)+Rate, constant(4096))
		if len(played) != len(heard) {
			t.Fatalf("%s: %d frames, %d were heard", goal, len(played), len(heard))
		}
		for i := range heard {
			if played[i] != heard[i] {
				t.Fatalf("%s: frame %d is %v, and was %v", goal, i, played[i], heard[i])
			}
		}
		if sheet := ComposeSteered(again, steering); sheet.Frames != int64(len(heard)) {
			t.Errorf("%s: composed to %d frames, heard %d", goal, sheet.Frames, len(heard))
		}
	}
}

func TestReplay_follows_no_more_once_it_is_steered_by_hand(t *testing.T) {
	brief := mustBrief(t, journal.Ground, 3, 5)
	turned := someWishes()
	replay := NewReplay(brief, []Steering{{Frame: 100, Wish: turned[0]}, {Frame: 3 * Rate, Wish: turned[1]}})
	stream(replay, Rate, constant(500))
	if followed := replay.Followed(); len(followed) != 1 || followed[0].Frame != 128 || replay.report.status.WishFrame != 128 {
		t.Fatalf("followed %+v, applied at frame %d", followed, replay.report.status.WishFrame)
	}
	byHand := turned[0]
	byHand.Dials[journal.Brightness] = -0.5
	replay.Steer(byHand)
	stream(replay, 4*Rate, constant(500))
	if followed := replay.Followed(); len(followed) != 1 || *replay.applied != byHand || replay.report.status.WishFrame >= 2*Rate {
		t.Errorf("followed %+v, and %+v was applied at frame %d", followed, *replay.applied, replay.report.status.WishFrame)
	}
}

func TestComposeSteered_without_steering_is_the_piece_as_it_is(t *testing.T) {
	brief := mustBrief(t, journal.Listen, 12, 3)
	if plain, steered := Compose(brief), ComposeSteered(brief, nil); !reflect.DeepEqual(plain, steered) {
		t.Error("the score is another")
	}
}

func TestComposeSteered_follows_the_wishes(t *testing.T) {
	brief := mustBrief(t, journal.Calm, 20, 3)
	sheet := ComposeSteered(brief, []Steering{{Frame: 300 * Rate, Wish: Wish{Home: 1}}})
	if seconds := sheet.Frames / Rate; seconds < 300 || seconds > 300+HomeSeconds {
		t.Errorf("a piece brought home after 300 s lasts %d s", seconds)
	}
	if !slices.IsSortedFunc(sheet.Events, func(a, b score.Event) int { return cmp.Compare(a.Frame, b.Frame) }) {
		t.Error("the events are not in the order of their frames")
	}
	last := sheet.Events[len(sheet.Events)-1]
	if last.Frame >= sheet.Frames {
		t.Errorf("something begins at frame %d, after the end at %d", last.Frame, sheet.Frames)
	}
}

// What is moved at once is not in any span, and on the sheet all the same.
func TestComposeSteered_has_the_soundscapes_that_were_asked_for(t *testing.T) {
	brief := mustBrief(t, journal.Calm, 5, 3)
	const at = 2 * 60 * Rate
	beds := func(sheet *score.Sheet) (moved int) {
		for _, event := range sheet.Events {
			if event.Part.Bed() && event.Frame == at {
				moved++
			}
		}
		return moved
	}
	steered := ComposeSteered(brief, []Steering{{Frame: at, Wish: Wish{Soundscape: 1}}})
	if plain := beds(Compose(brief)); plain != 0 || beds(steered) == 0 {
		t.Errorf("%d soundscapes move at that frame where another was asked for, %d otherwise", beds(steered), plain)
	}
	if steered.Frames != brief.Frames() {
		t.Errorf("it ends at frame %d, not at %d", steered.Frames, brief.Frames())
	}
}

func TestReadSteering(t *testing.T) {
	steering, err := ReadSteering([]journal.Steer{
		{Frame: 640, Wish: json.RawMessage(`{"home":1}`)},
		{Frame: 64, Wish: json.RawMessage(`{"home":0,"dials":{"tempo":-0.5}}`)},
	})
	if err != nil || len(steering) != 2 || steering[0].Frame != 64 || steering[0].Wish.Dials[journal.Tempo] != -0.5 || steering[1].Wish.Home != 1 {
		t.Errorf("read as %+v, %v", steering, err)
	}
	for _, wish := range []string{``, `[]`, `{"dials":{"loudness":1}}`} {
		if _, err := ReadSteering([]journal.Steer{{Wish: json.RawMessage(wish)}}); err == nil {
			t.Errorf("%q was read", wish)
		}
	}
}
