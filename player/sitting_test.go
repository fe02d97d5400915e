package player

import (
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// A whole sitting with a real piece, pulled as fast as it can be made.
func TestPlayer_ARealPieceLandsOnItsDeadline(t *testing.T) {
	if testing.Short() {
		t.Skip("composes and renders a minute")
	}
	brief, err := generator.NewBrief(journal.Mood{}, journal.Calm, 1, journal.Taste{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	out := &hand{delay: 9600}
	kept := &shelf{}
	p := start(t, Options{Brief: brief, Output: out, Keeper: kept})
	loudest := 0.0
	for range 61 * output.Rate / 4800 {
		for _, x := range out.pull(4800) {
			loudest = max(loudest, x, -x)
		}
	}
	select {
	case <-p.Done():
	case <-time.After(10 * time.Second):
		t.Fatalf("not over: %+v", p.Status())
	}
	if loudest < 0.01 || loudest > 1 {
		t.Errorf("the loudest sample is %v", loudest)
	}
	all := kept.all()
	if last := all[len(all)-1]; last.Ended != journal.Landed || last.Frames != brief.Frames() {
		t.Errorf("ended %s after %d frames, want landed after %d", last.Ended, last.Frames, brief.Frames())
	}
}
