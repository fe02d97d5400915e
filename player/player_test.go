package player

import (
	"math"
	"testing"
	"testing/synctest"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// brief is a brief of so many minutes.
func brief(minutes float64) generator.Brief {
	return generator.Brief{
		Seed:    7,
		Goal:    journal.Calm,
		Minutes: minutes,
		Mood:    journal.Mood{Valence: journal.Rated(0.2), Energy: journal.Rated(0), Tension: journal.Rated(0.5)},
		Dials:   journal.Dials{journal.Tempo: -0.1},
	}
}

// start begins a sitting or fails the test.
func start(t *testing.T, options Options) *Player {
	t.Helper()
	p, err := Start(options)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tell is how long a change may take to be seen: one look of each goroutine. It
// never ends at the very moment of a look.
const tell = 3*followTime + followTime/2

func TestOutput_HasTheRateOfTheGenerator(t *testing.T) {
	if output.Rate != generator.Rate {
		t.Errorf("output at %d, generator at %d", output.Rate, generator.Rate)
	}
}

func TestPlayer_KeepsTheRecordFromStartToLanding(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := output.NewSilent()
		defer out.Close()
		kept := &shelf{}
		before := "before"
		b := brief(0.9)
		record := journal.Sitting{ID: "id", Propensity: 0.5, Before: &before, Stamp: journal.StampAt(time.Now())}
		p := start(t, Options{Brief: b, Piece: newSong(b.Frames(), ones), Record: record, Output: out, Keeper: kept})
		began := time.Now()
		synctest.Wait()
		if got := kept.all(); len(got) != 1 || got[0].Ended != journal.Killed || got[0].Frames != 0 {
			t.Errorf("at the start the shelf holds %+v", got)
		}
		<-p.Done()
		if took := time.Since(began); took < 54*time.Second || took > 55*time.Second {
			t.Errorf("54 seconds took %v", took)
		}

		sittings := kept.all()
		if len(sittings) != 5 {
			t.Fatalf("%d saves in 54 seconds, want 5", len(sittings))
		}
		for i, s := range sittings[:4] {
			want := int64(i) * saveEvery
			if s.Ended != journal.Killed || s.Frames < want || s.Frames > want+int64(output.Frames(tell)) {
				t.Errorf("save %d: %d frames, %s", i, s.Frames, s.Ended)
			}
		}
		last := sittings[4]
		if last.Ended != journal.Landed || last.Frames != b.Frames() {
			t.Errorf("ended %s after %d frames, want landed after %d", last.Ended, last.Frames, b.Frames())
		}
		if last.ID != "id" || last.Propensity != 0.5 || last.Before != &before || last.Stamp != record.Stamp {
			t.Errorf("what the caller filled in became %+v", last)
		}
		if last.Goal != b.Goal || last.Seed != b.Seed || last.Engine != generator.Engine || last.Minutes != b.Minutes || last.Mood != b.Mood || last.Dials != b.Dials {
			t.Errorf("what the brief says became %+v", last)
		}
		status := p.Status()
		if status.State != Over || status.Ended != journal.Landed || !status.Saved || status.SaveErr != nil {
			t.Errorf("status %+v", status)
		}
	})
}

func TestPlayer_PausesTakeNoTimeOfTheSitting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := output.NewSilent()
		defer out.Close()
		b := brief(1)
		p := start(t, Options{Brief: b, Piece: newSong(b.Frames(), ones), Output: out})
		const pause = 10 * time.Minute
		began := time.Now()
		time.Sleep(10 * time.Second)
		p.Pause()
		if got := p.Status().State; got != Paused {
			t.Errorf("state %d, want paused", got)
		}
		time.Sleep(time.Second)
		frames := p.Status().Frames
		time.Sleep(pause)
		if got := p.Status().Frames; got != frames {
			t.Errorf("%d frames in the pause", got-frames)
		}
		p.Resume()
		<-p.Done()
		if took := time.Since(began) - pause; took < time.Minute || took > time.Minute+3*time.Second {
			t.Errorf("a minute and a pause took %v more than the pause", took)
		}
		if got := p.Sitting().Frames; got != b.Frames() {
			t.Errorf("%d frames, want %d", got, b.Frames())
		}
	})
}

func TestPlayer_StopEndsTheSittingInUnderASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := output.NewSilent()
		defer out.Close()
		kept := &shelf{}
		p := start(t, Options{Brief: brief(20), Piece: newSong(1<<40, ones), Output: out, Keeper: kept})
		time.Sleep(20 * time.Second)
		p.Stop()
		if got := p.Status().State; got != Ending {
			t.Errorf("state %d, want ending", got)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		select {
		case <-p.Done():
		default:
			t.Fatal("not over after a second")
		}
		all := kept.all()
		last := all[len(all)-1]
		if last.Ended != journal.Stopped || last.Frames < 20*output.Rate || last.Frames > 21*output.Rate {
			t.Errorf("ended %s after %d frames", last.Ended, last.Frames)
		}
	})
}

func TestPlayer_StopEndsTheSittingEvenWhenNobodyPulls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		p := start(t, Options{Brief: brief(20), Piece: newSong(1<<40, ones), Output: out})
		out.pull(output.Rate)
		p.Stop()
		time.Sleep(stopWithin + tell)
		synctest.Wait()
		select {
		case <-p.Done():
		default:
			t.Fatal("not over")
		}
		if got := p.Sitting(); got.Ended != journal.Stopped || got.Frames != output.Rate {
			t.Errorf("ended %s after %d frames", got.Ended, got.Frames)
		}
		if out.playing() != nil {
			t.Error("still playing")
		}
	})
}

func TestPlayer_RecordsEveryWishWithTheFrameWhereItWasApplied(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		song := newSong(1<<40, ones)
		p := start(t, Options{Brief: brief(20), Piece: song, Output: out})
		out.pull(1000)
		p.Home() // sent at once
		p.Home() // waits until the first was applied, as do these
		p.Home()
		time.Sleep(tell)
		if got := len(song.wishes); got != 0 || len(p.Sitting().Steering) != 0 {
			t.Fatalf("%d wishes applied before the piece went on", got)
		}
		out.pull(500)
		time.Sleep(tell)
		out.pull(500)
		time.Sleep(tell)
		synctest.Wait()
		got := p.Sitting().Steering
		want := []journal.Steer{{Frame: 1000, Wish: []byte(`{"home":1}`)}, {Frame: 1500, Wish: []byte(`{"home":3}`)}}
		if len(got) != len(want) {
			t.Fatalf("%d steers, want %d: %v", len(got), len(want), got)
		}
		for i := range want {
			if got[i].Frame != want[i].Frame || string(got[i].Wish) != string(want[i].Wish) {
				t.Errorf("steer %d: %d %s, want %d %s", i, got[i].Frame, got[i].Wish, want[i].Frame, want[i].Wish)
			}
		}
		p.Stop()
		<-p.Done()
	})
}

func TestPlayer_LeavesTheOutputToTheNextSitting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		first := start(t, Options{Brief: brief(1), Piece: newSong(100, ones), Output: out})
		out.pull(output.Rate)
		second := start(t, Options{Brief: brief(1), Piece: newSong(1<<40, ones), Output: out})
		<-first.Done()
		out.pull(output.Rate)
		if got := second.Status().Frames; got != output.Rate {
			t.Errorf("%d frames of the second sitting, want %d", got, output.Rate)
		}
		second.Stop()
		<-second.Done()
	})
}

func TestPlayer_StatusTellsWhatIsHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{status: output.Status{State: output.Mute, Message: "no sound"}}
		p := start(t, Options{Brief: brief(1), Piece: newSong(1<<40, ones), Output: out, VolumeDecibels: -20})
		out.pull(4 * output.Rate)
		status := p.Status()
		if status.Sound != Silent || status.Message != "no sound" {
			t.Errorf("sound %d, message %q", status.Sound, status.Message)
		}
		if status.Volume != -20 || math.Abs(status.Level[0]-0.1) > 1e-9 || status.Level[1] != status.Level[0] {
			t.Errorf("volume %v, level %v", status.Volume, status.Level)
		}
		p.SetVolume(-1000)
		p.SetVolume(math.NaN())
		if got := p.Status().Volume; got != MinVolume {
			t.Errorf("volume %v, want %v", got, MinVolume)
		}
		p.SetVolume(12)
		if got := p.Status().Volume; got != MaxVolume {
			t.Errorf("volume %v, want %v", got, MaxVolume)
		}
		p.Stop()
		<-p.Done()
	})
}

func TestStart_NeedsAnOutputAndALength(t *testing.T) {
	if _, err := Start(Options{Brief: brief(1)}); err == nil {
		t.Error("started without an output")
	}
	if _, err := Start(Options{Output: &hand{}}); err == nil {
		t.Error("started a sitting of no length")
	}
}
