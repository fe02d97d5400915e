package command

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"dulcet/journal"
)

// The doctor hears music: loud enough, without a fault, at a cost.
func TestListenTo_measures_music(t *testing.T) {
	heard, err := listenTo(journal.Breathe)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(heard.Loudness-heard.Asked) > 3 || heard.TruePeak > -1 || heard.Crest < 6 || heard.Centroid < 100 || heard.Core <= 0 {
		t.Errorf("heard %+v", heard)
	}
	if heard.Clicks+heard.Steps > 0 {
		t.Errorf("%d clicks, %d steps", heard.Clicks, heard.Steps)
	}
}

func TestListening_Print_says_what_is_broken_under_the_line(t *testing.T) {
	var out bytes.Buffer
	l := listening{Goal: journal.Sleep, Loudness: -24.04, Asked: -24, TruePeak: -9, Clicks: 1, Broken: []string{"there is 1 click"}}
	if err := l.print(&out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "sleep") || strings.TrimSpace(lines[1]) != "there is 1 click" {
		t.Errorf("printed %q", lines)
	}
	if len(lines[0]) > 80 {
		t.Errorf("the line is %d columns wide", len(lines[0]))
	}
}
