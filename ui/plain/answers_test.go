package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
)

func TestParseRating(t *testing.T) {
	for line, want := range map[string]journal.Rating{
		"0": journal.Rated(-1), "50": journal.Rated(0), "100": journal.Rated(1), "62.4": journal.Rated(0.24), "70 %": journal.Rated(0.4), "Skip": {},
	} {
		if got, err := parseRating(line); err != nil || got != want {
			t.Errorf("%q is %v, %v, want %v", line, got, err, want)
		}
	}
	for _, line := range []string{"-1", "101", "NaN", "Inf", "well", "1e3", "6 0"} {
		if got, err := parseRating(line); err == nil {
			t.Errorf("%q is %v", line, got)
		}
	}
}

func TestParseGoal(t *testing.T) {
	goals := []journal.Goal{journal.Sleep, journal.Calm, journal.Meditate}
	for line, want := range map[string]journal.Goal{
		"": journal.Sleep, "2": journal.Calm, "Meditate": journal.Meditate, "med": journal.Meditate, "foc": journal.Focus,
	} {
		if got, err := parseGoal(line, goals); err != nil || got != want {
			t.Errorf("%q is %q, %v, want %q", line, got, err, want)
		}
	}
	for line, want := range map[string]string{"0": "1 to 3", "4": "1 to 3", "m": "may be meditate or move", "clam": "calm"} {
		if _, err := parseGoal(line, goals); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is refused with %v, want %q", line, err, want)
		}
	}
}

func TestParseMinutes(t *testing.T) {
	for line, want := range map[string]float64{"20": 20, "1": 1, "half an hour": 30, "45 minutes": 45, "2 hours": 120} {
		if got, err := parseMinutes(line); err != nil || got != want {
			t.Errorf("%q is %v, %v, want %v", line, got, err, want)
		}
	}
	for _, line := range []string{"0", "721", "-5", "NaN", "soon"} {
		if got, err := parseMinutes(line); err == nil {
			t.Errorf("%q is %v", line, got)
		}
	}
}

func TestPickFeelings(t *testing.T) {
	for line, want := range map[string]string{
		"sad": "calm sad", "SAD, tired": "calm sad tired", "calm": "calm", "no calm": "", "anxi": "calm anxious", "anxios": "calm anxious", ",,": "calm",
	} {
		got, err := pickFeelings([]string{"calm"}, line)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%q picks %q, %v, want %q", line, got, err, want)
		}
	}
	for line, want := range map[string]string{"no sad": "is not among", "qqq": "no feeling word", "w": "may be"} {
		if got, err := pickFeelings([]string{"calm"}, line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q picks %q, %v, want %q", line, got, err, want)
		}
	}
}

func TestAnswers_comeBackAsTheyWere(t *testing.T) {
	a := answers{when: journal.Before, words: []string{"sad"}, note: "a note", said: "exhausted, rain"}
	a.mood[0] = journal.Rated(0.2)
	a.read()
	var b answers
	b.restore(a.draft())
	if b.answered() != a.answered() || strings.Join(b.feelings(), " ") != strings.Join(a.feelings(), " ") || b.note != a.note || b.said != a.said {
		t.Errorf("%+v comes back as %+v", a, b)
	}
	if err := b.takeAway("exhaust"); err != nil {
		t.Fatal(err)
	}
	b.read()
	if got := b.feelings(); len(got) != 1 || got[0] != "sad" || b.answered() != (journal.Mood{Valence: journal.Rated(0.2)}) {
		t.Errorf("without what was misunderstood %q and %+v are left", got, b.answered())
	}
}

func TestNarrator_tellsOnlyTurns(t *testing.T) {
	var n narrator
	status := func(section, message string, landing bool) player.Status {
		return player.Status{Message: message, Piece: generator.Status{Section: section, Tonic: "D", Mode: "dorian", Landing: landing}}
	}
	for i, test := range []struct {
		status  player.Status
		silence bool
		want    string
	}{
		{status("", "", false), false, ""},
		{status("meet", "", false), false, ""},
		{status("travel", "", false), false, "it travels, in D dorian."},
		{status("travel", "", false), false, ""},
		{status("travel 2", "", false), true, ""},
		{status("travel 2", "no sound device", false), true, "no sound device."},
		{status("travel 3", "", false), false, "the sound is back. it goes on to travel 3, in D dorian."},
		{status("land", "", true), false, "it comes home."},
		{status("land", "", true), false, ""},
		{status("coda", "", true), false, "now coda, in D dorian."},
	} {
		if got := strings.Join(n.tell(test.status, test.silence), " "); got != test.want {
			t.Errorf("step %d says %q, want %q", i, got, test.want)
		}
	}
}

func TestKeyText(t *testing.T) {
	for tonic, want := range map[string]string{"D": "D dorian", "Eb": "E flat dorian", "F#": "F sharp dorian", "Bb": "B flat dorian"} {
		if got := keyText(tonic, "dorian"); got != want {
			t.Errorf("%s is said as %q, want %q", tonic, got, want)
		}
	}
}

func TestReadLine(t *testing.T) {
	long := strings.Repeat("ä", longestLine)
	from := bufio.NewReader(strings.NewReader("one\r\n  two \t\n\x1b[31m\xff\x07\n\x1b[1~left\x1b[D\x1bOA up\n" + long + "\nlast"))
	for _, want := range []typedLine{{"one", false}, {"two", false}, {"\ufffd\ufffd", false}, {"left up", false}, {long[:longestLine], true}, {"last", false}} {
		got, err := readLine(from)
		if got != want || err != nil && (want.text != "last" || !errors.Is(err, io.EOF)) {
			t.Errorf("%.20q (cut %t) is read, %v, want %.20q", got.text, got.cut, err, want.text)
		}
	}
}
