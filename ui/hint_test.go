package ui

import (
	"strings"
	"testing"
)

func TestProgram_saysAHintWhereNothingElseIsSaid(t *testing.T) {
	const hint = "a screen reader seems to be on"
	for _, test := range []struct {
		notice, hint string
		want         bool
	}{
		{"", hint, true},
		{"", "", false},
		{"the settings have a mistake", hint, false},
	} {
		in := &fakeJournal{}
		cfg, last := fakeConfig(in)
		cfg.Notice, cfg.Hint = test.notice, func() string { return test.hint }
		d := driveConfig(t, cfg, in, last, 80, 24)
		d.do(askHint(cfg.Hint))
		shown := strings.Join(d.program.notes(), "\n")
		if strings.Contains(shown, hint) != test.want || test.notice != "" && !strings.Contains(shown, test.notice) {
			t.Errorf("with the notice %q and the hint %q it shows:\n%s", test.notice, test.hint, shown)
		}
	}
	if askHint(nil) != nil {
		t.Error("there is a command for no hint")
	}
}
