package player

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

func TestPlayer_everyWishReachesThePieceAndTheRecord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		song := newSong(20*60*output.Rate, ones)
		p := start(t, Options{Brief: brief(20), Piece: song, Output: out})
		parts, err := generator.PartsOf("rain")
		if err != nil {
			t.Fatal(err)
		}
		for i, ask := range []func(){
			func() { p.Turn(journal.Brightness, 0.25) },
			func() { p.Turn(journal.Brightness, math.NaN()) }, // no wish
			func() { p.Level(parts, -3) },
			func() { p.Hold(true) },
			func() { p.Hold(true) }, // wished already
			func() { p.MoveOn() },
			func() { p.NextSoundscape() },
			func() { p.EndAt(10 * 60 * output.Rate) },
			func() { p.Longer(5 * time.Minute) },
			func() { p.Home() },
		} {
			ask()
			out.pull(4800)
			time.Sleep(tell)
			synctest.Wait()
			if got, want := p.Status().Wish, p.Status().Piece.Wish; got != want {
				t.Errorf("wish %d: %+v is wished, %+v applied", i, got, want)
			}
		}
		got := p.Sitting().Steering
		if len(got) != 8 {
			t.Fatalf("%d steers of 8 wishes: %+v", len(got), got)
		}
		first := `{"dials":{"brightness":0.25,"colour":0,"density":0,"directness":0,"nature":0,"pulse":0,"register":0,"tempo":0,"warmth":0}}`
		if string(got[0].Wish) != first {
			t.Errorf("the first steer is %s, want %s", got[0].Wish, first)
		}
		if want := `"deadline":43200000`; !strings.Contains(string(got[6].Wish), want) {
			t.Errorf("the seventh steer is %s, want %s in it", got[6].Wish, want)
		}
		var last generator.Wish
		if err := json.Unmarshal(got[len(got)-1].Wish, &last); err != nil {
			t.Fatal(err)
		}
		if !last.Hold || last.MoveOn != 1 || last.Soundscape != 1 || last.Home != 1 || last.Deadline != 0 || last.Levels.Of(parts) != -3 {
			t.Errorf("in the end %+v is wished", last)
		}
		p.Stop()
		<-p.Done()
	})
}

func TestPlayer_longerAndShorterStartFromWhereTheEndIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		p := start(t, Options{Brief: brief(20), Piece: newSong(20*60*output.Rate, ones), Output: out})
		minutes := func() float64 { return float64(p.Status().Length) / output.Rate / 60 }
		settle := func() {
			for range 2 {
				out.pull(4800)
				time.Sleep(tell)
				synctest.Wait()
			}
		}
		p.Longer(5 * time.Minute)
		p.Longer(5 * time.Minute) // before the first has been applied
		settle()
		if minutes() != 30 {
			t.Errorf("%g minutes, want 30", minutes())
		}
		for range 9 {
			p.Longer(-5 * time.Minute)
			settle()
		}
		if minutes() > 1 {
			t.Errorf("%g minutes after asking for an end before now", minutes())
		}
		p.Stop()
		<-p.Done()
	})
}

func TestPlayer_keepsMomentsAsTheyAreHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{delay: 4800}
		kept := &shelf{}
		p := start(t, Options{Brief: brief(20), Piece: newSong(1<<40, ones), Output: out, Keeper: kept})
		p.Keep()
		out.pull(48000)
		p.Keep()
		p.Keep() // the same moment
		out.pull(48000)
		p.Keep()
		if n := p.Status().Kept; n != 3 {
			t.Errorf("%d moments, want 3", n)
		}
		p.Stop()
		out.pull(output.Rate)
		<-p.Done()
		all := kept.all()
		last := all[len(all)-1]
		if want := []int64{0, 43200, 91200}; !slices.Equal(last.Kept, want) {
			t.Errorf("kept %v, want %v", last.Kept, want)
		}
		line, err := journal.EncodeRecord(last)
		if err != nil {
			t.Fatal(err)
		}
		back, err := journal.DecodeRecord(line)
		if err != nil || !slices.Equal(back.(journal.Sitting).Kept, last.Kept) {
			t.Errorf("%s is read as %v, %v", line, back, err)
		}
	})
}

// A sitting that was steered is played again from its record, sample by sample.
func TestPlayer_aReplayOfTheRecordIsExact(t *testing.T) {
	if testing.Short() {
		t.Skip("composes and renders a minute")
	}
	b, err := generator.NewBrief(journal.Mood{}, journal.Unwind, 2, journal.Taste{}, 8)
	if err != nil {
		t.Fatal(err)
	}
	live := &recorder{Piece: generator.New(b)}
	out := &hand{}
	p := start(t, Options{Brief: b, Piece: live, Output: out})
	layers := b.Layers()
	asks := []func(){
		func() { p.Turn(journal.Brightness, 0.5) },
		func() { p.Level(layers[0].Parts, -6); p.Hold(true) },
		func() { p.NextSoundscape() },
		func() { p.Turn(journal.Density, -0.5); p.Longer(time.Minute) },
		func() { p.MoveOn() },
		func() { p.Home() },
	}
	for i := range 30 * 10 {
		if i%40 == 13 && i/40 < len(asks) {
			asks[i/40]()
		}
		out.pull(4801)
		if i%40 > 10 && i%40 < 20 {
			time.Sleep(followTime / 2) // the player looks at what was applied
		}
	}
	p.Stop()
	out.pull(output.Rate)
	<-p.Done()
	record := p.Sitting()
	if len(record.Steering) < len(asks) {
		t.Fatalf("%d steers were recorded, %d asked for", len(record.Steering), len(asks))
	}
	again := replayed(t, generator.New(b), record, len(live.heard))
	for i := range live.heard {
		if live.heard[i] != again[i] {
			t.Fatalf("frame %d of %d is %v, was %v", i, len(live.heard), again[i], live.heard[i])
		}
	}
}

// A recorder is a piece that remembers what was heard of it.
type recorder struct {
	*generator.Piece
	heard [][2]float64
}

func (r *recorder) Stream(samples [][2]float64) (int, bool) {
	n, ok := r.Piece.Stream(samples)
	r.heard = append(r.heard, samples[:n]...)
	return n, ok
}

// replayed plays frames of a piece, steered as the record says.
func replayed(t *testing.T, piece *generator.Piece, record journal.Sitting, frames int) [][2]float64 {
	t.Helper()
	samples := make([][2]float64, frames)
	at := 0
	for _, steer := range record.Steering {
		n, _ := piece.Stream(samples[at:min(int(steer.Frame), frames)])
		at += n
		var wish generator.Wish
		if err := json.Unmarshal(steer.Wish, &wish); err != nil {
			t.Fatal(err)
		}
		piece.Steer(wish)
	}
	piece.Stream(samples[at:])
	return samples
}
