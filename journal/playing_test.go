package journal

import (
	"testing"
	"time"
)

func TestSitting_MayBePlaying(t *testing.T) {
	began := time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		ended Ending
		after time.Duration
		want  bool
	}{
		{"one that has just begun", Killed, 0, true},
		{"one in its last minute", Killed, 19*time.Minute + 30*time.Second, true},
		{"one that was paused for a while", Killed, 20*time.Minute + 59*time.Minute, true},
		{"one that no pause explains", Killed, 20*time.Minute + 61*time.Minute, false},
		{"one of yesterday", Killed, 24 * time.Hour, false},
		{"one that landed", Landed, 10 * time.Minute, false},
		{"one that was stopped", Stopped, 10 * time.Minute, false},
		{"one that began before the clock was set back", Killed, -time.Minute, true},
		{"one of next year", Killed, -365 * 24 * time.Hour, false},
	} {
		sitting := Sitting{Stamp: Stamp{Time: began}, Minutes: 20, Ended: c.ended}
		if got := sitting.MayBePlaying(began.Add(c.after)); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
