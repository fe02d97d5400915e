package command

import (
	"testing"
	"time"

	"dulcet/journal"
	"dulcet/store"
)

func TestEndings_of(t *testing.T) {
	now := time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC)
	sitting := func(id string, ago time.Duration, ended journal.Ending) journal.Sitting {
		return journal.Sitting{ID: id, Stamp: journal.StampAt(now.Add(-ago)), Minutes: 20, Ended: ended}
	}
	history := journal.History{Sittings: []journal.Sitting{
		sitting("1", 48*time.Hour, journal.Killed),
		sitting("2", 47*time.Hour, journal.Landed),
		sitting("3", 30*time.Minute, journal.Killed),
		sitting("4", 5*time.Minute, journal.Killed),
		sitting("5", time.Minute, journal.Stopped),
	}}
	for _, c := range []struct {
		name   string
		sounds bool
		want   []string
	}{
		{"while the speaker is taken", true, []string{"broken off", "landed", "playing or broken off", "playing", "stopped"}},
		{"while the speaker is free", false, []string{"broken off", "landed", "playing or broken off", "playing or broken off", "stopped"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			e := newEndings(history, now, func() bool { asked++; return c.sounds })
			for i, s := range history.Sittings {
				if got := e.of(s); got != c.want[i] {
					t.Errorf("sitting %s: %q, want %q", s.ID, got, c.want[i])
				}
				_ = e.of(s)
			}
			if asked != 1 {
				t.Errorf("the speaker was asked for %d times, want once", asked)
			}
		})
	}
	t.Run("the speaker is left alone where nothing can be playing", func(t *testing.T) {
		old := journal.History{Sittings: history.Sittings[:2]}
		e := newEndings(old, now, func() bool { t.Error("it was asked for"); return true })
		for _, s := range old.Sittings {
			_ = e.of(s)
		}
	})
}

func TestTakeSpeaker(t *testing.T) {
	kept, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("a glance is waited out", func(t *testing.T) {
		glance, err := kept.LockSpeaker()
		if err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(glanceTime/10, func() { _ = glance.Unlock() })
		lock, err := takeSpeaker(kept)
		if err != nil {
			t.Fatal(err)
		}
		_ = lock.Unlock()
	})
	t.Run("the speaker is seen taken, and not taken by looking", func(t *testing.T) {
		p := &program{data: t.TempDir()}
		kept, err := p.openStore()
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if p.sounds() {
				t.Error("a free speaker is seen taken")
			}
		}
		lock, err := takeSpeaker(kept)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = lock.Unlock() }()
		if !p.sounds() {
			t.Error("a taken speaker is seen free")
		}
	})
}
