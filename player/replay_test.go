package player

import (
	"encoding/json"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// heard pulls a sitting to its end, a second at a time, and looks at it after
// each as the program does.
func heard(p *Player, out *hand, each func(second int)) []float64 {
	var all []float64
	for second := 0; p.Status().State != Over; second++ {
		all = append(all, out.pull(output.Rate)...)
		time.Sleep(tell)
		synctest.Wait()
		each(second)
	}
	return all
}

// A sitting that was steered is kept, and played again from its record: what is
// heard and what is kept are the same.
func TestPlayer_ASteeredSittingIsHeardAgainAsItWas(t *testing.T) {
	if testing.Short() {
		t.Skip("plays two minutes of music")
	}
	brief, err := generator.NewBrief(journal.Mood{}, journal.Ground, 2, journal.Taste{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		first := start(t, Options{Brief: brief, Output: out})
		live := heard(first, out, func(second int) {
			if second == 4 {
				first.Home()
			}
		})
		<-first.Done()
		record := first.Sitting()
		if len(record.Steering) != 1 || record.Frames >= brief.Frames() {
			t.Fatalf("it was steered %d times and lasted %d frames", len(record.Steering), record.Frames)
		}
		again := start(t, Options{Brief: brief, Output: out, Record: journal.Sitting{Steering: record.Steering}})
		replayed := heard(again, out, func(int) {})
		<-again.Done()
		if !slices.Equal(live, replayed) {
			t.Error("what is heard is another")
		}
		if kept := again.Sitting(); len(kept.Steering) != 1 || kept.Steering[0].Frame != record.Steering[0].Frame ||
			string(kept.Steering[0].Wish) != string(record.Steering[0].Wish) || kept.Frames != record.Frames {
			t.Errorf("it is kept as %+v", kept)
		}
		if kept := again.Sitting(); kept.Code != brief.Code() || record.Code != brief.Code() {
			t.Errorf("the codes %s and %s are kept, of %s", record.Code, kept.Code, brief.Code())
		}
	})
}

// Who steers a replay goes on from where it is, and from then on alone.
func TestPlayer_AReplayIsLeftToWhoeverSteersIt(t *testing.T) {
	brief, err := generator.NewBrief(journal.Mood{}, journal.Ground, 3, journal.Taste{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		steering := []journal.Steer{
			{Frame: 64, Wish: json.RawMessage(`{"dials":{"density":-0.5}}`)},
			{Frame: 3 * output.Rate, Wish: json.RawMessage(`{"dials":{"density":0.5}}`)},
		}
		p := start(t, Options{Brief: brief, Output: out, Record: journal.Sitting{Steering: steering}})
		out.pull(output.Rate)
		time.Sleep(tell)
		p.Home()
		out.pull(output.Rate)
		time.Sleep(tell)
		out.pull(2 * output.Rate)
		time.Sleep(tell)
		synctest.Wait()
		kept := p.Sitting().Steering
		if len(kept) != 2 || kept[0].Frame != 64 || kept[1].Frame != output.Rate {
			t.Fatalf("kept %+v", kept)
		}
		var last generator.Wish
		if err := json.Unmarshal(kept[1].Wish, &last); err != nil || last.Home != 1 || last.Dials[journal.Density] != -0.5 {
			t.Errorf("the last wish is %s, %v", kept[1].Wish, err)
		}
		p.Stop()
		<-p.Done()
	})
}

func TestStart_RefusesSteeringThatItCannotRead(t *testing.T) {
	brief, err := generator.NewBrief(journal.Mood{}, journal.Ground, 1, journal.Taste{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	steering := []journal.Steer{{Frame: 64, Wish: json.RawMessage(`{"dials":{"sweetness":1}}`)}}
	if _, err := Start(Options{Brief: brief, Output: &hand{}, Record: journal.Sitting{Steering: steering}}); err == nil {
		t.Error("it began")
	}
}
