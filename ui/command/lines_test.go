package command

import (
	"slices"
	"testing"

	"dulcet/generator"
	"dulcet/player"
)

func TestNarrator_tell(t *testing.T) {
	status := func(seconds int64, section, message string, landing bool) player.Status {
		return player.Status{
			Frames:  seconds * generator.Rate,
			Message: message,
			Piece:   generator.Status{Section: section, Tonic: "D", Mode: "dorian", BPM: 65.6, Landing: landing},
		}
	}
	var told narrator
	for _, step := range []struct {
		name   string
		status player.Status
		want   []string
	}{
		{"a piece that has not begun says nothing", status(0, "", "", false), nil},
		{"the first section is told", status(0, "meet", "", false), []string{"00:00 meet, D dorian, 66 beats a minute"}},
		{"what stays the same is not repeated", status(1, "meet", "", false), nil},
		{"lost sound is told once, harmless", status(62, "meet", "no\x1b[31m sound", false), []string{"01:02 no�[31m sound"}},
		{"and not again", status(63, "meet", "no\x1b[31m sound", false), nil},
		{"sound that returns is told", status(64, "meet", "", false), []string{"01:04 the sound is back"}},
		{"a section and a landing can turn together", status(3600, "land", "", true), []string{"1:00:00 land, D dorian, 66 beats a minute", "1:00:00 coming home"}},
		{"the landing is told once", status(3601, "land", "", true), nil},
	} {
		if got := told.tell(step.status); !slices.Equal(got, step.want) {
			t.Errorf("%s: got %q, want %q", step.name, got, step.want)
		}
	}
}
