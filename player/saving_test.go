package player

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"dulcet/journal"
	"dulcet/player/output"
)

func TestPlayer_ASlowDiskHoldsNeitherTheMusicNorTheScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := output.NewSilent()
		defer out.Close()
		kept := &shelf{save: func(journal.Sitting) error {
			time.Sleep(40 * time.Second)
			return nil
		}}
		b := brief(1)
		p := start(t, Options{Brief: b, Piece: newSong(b.Frames(), ones), Output: out, Keeper: kept})
		time.Sleep(61 * time.Second)
		status := p.Status()
		if status.State != Over || status.Frames != b.Frames() {
			t.Errorf("state %d after %d frames", status.State, status.Frames)
		}
		if status.Saved {
			t.Error("saved before the disk was done")
		}
		<-p.Done()
		if status := p.Status(); !status.Saved {
			t.Errorf("done and not saved: %+v", status)
		}
		all := kept.all()
		if last := all[len(all)-1]; last.Ended != journal.Landed {
			t.Errorf("the last record says %s", last.Ended)
		}
	})
}

func TestPlayer_SaysWhenTheRecordCouldNotBeSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		kept := &shelf{save: func(journal.Sitting) error { return errFull }}
		p := start(t, Options{Brief: brief(1), Piece: newSong(100, ones), Output: out, Keeper: kept})
		out.pull(output.Rate)
		<-p.Done()
		if status := p.Status(); status.Saved || !errors.Is(status.SaveErr, errFull) {
			t.Errorf("saved %v, error %v", status.Saved, status.SaveErr)
		}
	})
}

func TestPlayer_TriesTheEndingAgainWhenTheJournalWasInUse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &hand{}
		calls := 0
		kept := &shelf{save: func(s journal.Sitting) error {
			if calls++; s.Ended == journal.Killed || calls < 4 {
				return errFull
			}
			return nil
		}}
		p := start(t, Options{Brief: brief(1), Piece: newSong(100, ones), Output: out, Keeper: kept})
		synctest.Wait()
		out.pull(output.Rate)
		<-p.Done()
		if status := p.Status(); !status.Saved || status.SaveErr != nil {
			t.Errorf("saved %v, error %v", status.Saved, status.SaveErr)
		}
	})
}

func TestPlayer_KeepsTryingToSaveTheEndingAndThenLeavesItToOthers(t *testing.T) {
	for name, test := range map[string]struct {
		busy  time.Duration // from the end on
		saved bool
	}{
		"a journal that is in use for two seconds": {2 * time.Second, true},
		"a journal that is in use for an hour":     {time.Hour, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				out := &hand{}
				var free time.Time
				kept := &shelf{save: func(s journal.Sitting) error {
					if s.Ended != journal.Killed && time.Now().Before(free) {
						return errFull
					}
					return nil
				}}
				p := start(t, Options{Brief: brief(1), Piece: newSong(100, ones), Output: out, Keeper: kept})
				synctest.Wait()
				end := time.Now()
				free = end.Add(test.busy)
				out.pull(output.Rate)
				<-p.Done()
				if took := time.Since(end); took > saveWithin+time.Second {
					t.Errorf("done after %v", took)
				}
				status := p.Status()
				if status.Saved != test.saved || (status.SaveErr == nil) != test.saved {
					t.Errorf("saved %v, error %v", status.Saved, status.SaveErr)
				}
				records := len(kept.all())
				time.Sleep(2 * time.Hour)
				if now := len(kept.all()); now != records {
					t.Errorf("%d records written after Done", now-records)
				}
			})
		})
	}
}
