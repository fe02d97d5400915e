package plain

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui"
	"dulcet/ui/settings"
)

func TestRun_bringsBackWhatHadBeenBegunWhereverItEnded(t *testing.T) {
	lines := []string{"60", "30", "80", "sad", "rain please", "", "first line", "second line", "", "calm", "15", "warmer"}
	for count := 1; count <= len(lines); count++ {
		in := &fakeJournal{}
		cfg, _ := fakeConfig(in)
		if text := said(t, cfg, lines[:count]...); !strings.Contains(text, "what you had begun is saved") {
			t.Errorf("after %q it is not said that they are saved:\n%s", lines[:count], text)
		}
		if len(in.history.CheckIns) != 0 {
			t.Errorf("after %q a check-in is kept", lines[:count])
		}
		again := strings.ReplaceAll(said(t, cfg), "\n", " ")
		for i, want := range []string{"back: well 60", "full of energy 30", "on edge 80", "sad", "", "", "first line", "second line"} {
			if i < count && !strings.Contains(again, want) {
				t.Errorf("after %q the next start does not bring %q back: %s", lines[:count], want, again)
			}
		}
		if count > 4 && in.draft.Said != "rain please" {
			t.Errorf("after %q the own words are %q", lines[:count], in.draft.Said)
		}
	}
}

func TestRun_keepsWhatWasSaidInTheNoteWhereNoMusicHeedsIt(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	text := said(t, cfg, "", "", "", "", "rain please", "", "a line", "", "", "", "keep", "quit")
	if len(in.history.CheckIns) != 1 || in.history.CheckIns[0].Note != "a line\nrain please" || in.draft != nil {
		t.Errorf("kept are %+v, and the draft %+v:\n%s", in.history.CheckIns, in.draft, text)
	}
}

func TestRun_takesTheAnswerAfterASittingUpAgain(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	said(t, cfg, "play", "note while it plays", "stop", "70", "40")
	if in.draft == nil || in.draft.When != journal.After || in.draft.Note != "while it plays" {
		t.Fatalf("the draft is %+v", in.draft)
	}
	text := said(t, cfg, "", "", "50", "", "")
	if !strings.Contains(text, "you had begun to say how it was after the last sitting") || !strings.Contains(text, "saved.") {
		t.Errorf("the next start says:\n%s", text)
	}
	last := in.history.CheckIns[len(in.history.CheckIns)-1]
	record := in.history.Sittings[0]
	if last.Mood != mood(70, 40, 50) || last.Note != "while it plays" || record.After == nil || *record.After != last.ID || in.draft != nil {
		t.Errorf("kept are %+v and %+v, and the draft %+v", last, record, in.draft)
	}
}

func TestRun_endsASittingThatPlaysBeforeItReturns(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	ctx, leave := context.WithCancel(context.Background())
	typed, typing := io.Pipe()
	defer func() { _ = typing.Close() }()
	over := make(chan error, 1)
	go func() { over <- Run(ctx, cfg, typed, io.Discard) }()
	for _, line := range []string{"60", "play", "note a thought", "where"} {
		if _, err := io.WriteString(typing, line+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	leave()
	select {
	case err := <-over:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
	}
	if got := last().Sitting(); got.Ended != journal.Stopped || in.history.Sittings[0].Ended != journal.Stopped {
		t.Errorf("the sitting is %q, and kept as %q", got.Ended, in.history.Sittings[0].Ended)
	}
	if in.draft == nil || in.draft.Note != "a thought" {
		t.Errorf("the draft is %+v", in.draft)
	}
}

// A shutPipe takes so many writes and no more.
type shutPipe struct{ left int }

func (p *shutPipe) Write(text []byte) (int, error) {
	if p.left--; p.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(text), nil
}

func TestRun_endsWhenNobodyListensAnyMore(t *testing.T) {
	for writes := range 14 { // as far as the last question before the music
		in := &fakeJournal{}
		cfg, _ := fakeConfig(in)
		typed, typing := io.Pipe()
		go func() {
			for _, line := range []string{"60", "", "", "", "", "a note", "", "", "", ""} {
				_, _ = io.WriteString(typing, line+"\n")
			}
		}()
		over := make(chan error, 1)
		go func() { over <- Run(context.Background(), cfg, typed, &shutPipe{writes}) }()
		select {
		case err := <-over:
			if err != nil {
				t.Errorf("after %d writes: %v", writes, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("after %d writes it does not end", writes)
		}
		_ = typed.Close()
	}
}

func TestListening_endsASittingThatNobodyIsToldOf(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	brief, err := generator.NewBrief(journal.Mood{}, journal.Calm, 20, journal.Taste{}, 7)
	if err != nil {
		t.Fatal(err)
	}
	sitting := newFakeSitting(in, brief, journal.Sitting{ID: "S"})
	l := &listening{session: &session{cfg: cfg, voice: newVoice(&shutPipe{}), ctx: context.Background()}, sitting: sitting, brief: brief}
	if err := l.follow(); !errors.Is(err, errEnded) {
		t.Errorf("it ends with %v", err)
	}
	if got := in.history.Sittings[0].Ended; got != journal.Stopped {
		t.Errorf("the sitting is kept as %q", got)
	}
}

func TestListening_tellsTurnsAndGuidance(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	brief, err := generator.NewBrief(journal.Mood{}, journal.Meditate, 20, journal.Taste{}, 7)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	sitting := newFakeSitting(in, brief, journal.Sitting{})
	l := &listening{session: &session{cfg: cfg, voice: newVoice(&out)}, sitting: sitting, brief: brief}
	for _, test := range []struct {
		change func()
		says   string
	}{
		{func() {}, ""},
		{func() { sitting.status.Piece.Section = "rest" }, "it rests, in D dorian.\n"},
		{func() { l.guidance = ui.Guidance(brief) }, l.guidanceAt(sitting) + ".\n"},
		{func() {}, ""},
		{func() { sitting.status.Piece.Section, l.noting = "land", true }, ""},
		{func() { l.noting = false }, "it lands, in D dorian.\n"},
		{func() { sitting.status.Message = "the device is gone" }, "the device is gone.\n"},
	} {
		out.Reset()
		test.change()
		if l.look(); out.String() != test.says {
			t.Errorf("it says %q, want %q", out.String(), test.says)
		}
	}
}

// guidanceAt is the line of guidance of where a sitting stands.
func (l *listening) guidanceAt(sitting *fakeSitting) string {
	return ui.Guidance(l.brief)(float64(sitting.status.Frames) / generator.Rate)
}

func TestRun_neverSaysSavedOfWhatIsNot(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	cfg.Play = func(brief generator.Brief, record journal.Sitting) (ui.Sitting, error) {
		return newFakeSitting(in, brief, record), nil
	}
	in.fail = errDisk
	var out strings.Builder
	err := Run(context.Background(), cfg, strings.NewReader("60\n\n\n\n\na note\n\n\n\n\nstop\n70\n\n\n\n\nyes\nset motion none\nquit\n"), &out)
	if !errors.Is(err, errDisk) {
		t.Errorf("it returns %v", err)
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if strings.HasPrefix(line, "saved") || strings.HasSuffix(line, "saved.") && !strings.Contains(line, "not ") || strings.Contains(line, "kept as") {
			t.Errorf("it says %q", line)
		}
	}
	if count := strings.Count(out.String(), "what you type is not saved"); count != 1 {
		t.Errorf("that what is typed is not saved is said %d times", count)
	}
	if !strings.Contains(out.String(), "not saved: the disk is full. leaving tries again.") {
		t.Errorf("it says\n%s", out.String())
	}
}

func TestRun_saysWhyItDidNotStartAndKeepsTheAnswersOnce(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	cfg.Play = func(generator.Brief, journal.Sitting) (ui.Sitting, error) {
		return nil, errors.New("the speaker is in use")
	}
	text := said(t, cfg, "60", "play", "", "quit")
	if strings.Count(text, "it did not start: the speaker is in use.") != 2 {
		t.Errorf("it says\n%s", text)
	}
	if kept := in.history.CheckIns; len(kept) != 1 || kept[0].When != journal.Alone || kept[0].Sitting != nil {
		t.Errorf("%d check-ins are kept: %+v", len(kept), kept)
	}
}

func TestRun_asksNothingAfterSleepOrWhereItIsNotWanted(t *testing.T) {
	for name, lines := range map[string][]string{
		"sleep":        {"", "", "", "", "", "", "sleep", "", "", "stop", "quit"},
		"not asked":    {"set ask-after off", "play", "stop", "", "quit"},
		"asked, calm":  {"", "", "", "", "", "", "calm", "", "", "stop", "", "", "", "", "", "", "quit"},
		"asked, usual": {"play", "stop", "play", "quit"},
	} {
		in := &fakeJournal{}
		cfg, _ := fakeConfig(in)
		asks := strings.Contains(said(t, cfg, lines...), "and now, from 0")
		if asks != strings.HasPrefix(name, "asked") {
			t.Errorf("%s: asks is %t", name, asks)
		}
	}
}

func TestRun_asksAboutTheNightOnce(t *testing.T) {
	slept := func() *fakeJournal {
		at := evening.Add(-21 * time.Hour)
		return &fakeJournal{history: journal.History{Sittings: []journal.Sitting{{
			ID: "NIGHT", Stamp: journal.StampAt(at), Goal: journal.Sleep, Minutes: 45, Frames: 45 * 60 * 48000, Ended: journal.Landed,
		}}}}
	}
	const question = "how was last night?"
	for _, test := range []struct {
		name  string
		lines []string
		asked bool // again at the next start
		kept  int
	}{
		{"said", []string{"yes", "70", "60", "20", "", "slept well", ""}, false, 1},
		{"not now", []string{""}, false, 0},
		{"left before an answer", nil, true, 0},
	} {
		in := slept()
		cfg, _ := fakeConfig(in)
		if text := said(t, cfg, test.lines...); !strings.Contains(text, question) {
			t.Errorf("%s: it does not ask:\n%s", test.name, text)
		}
		if asked := strings.Contains(said(t, cfg), question); asked != test.asked || len(in.history.CheckIns) != test.kept {
			t.Errorf("%s: asked again is %t, and %d answers are kept", test.name, asked, len(in.history.CheckIns))
		}
		if test.kept > 0 && (in.history.Sittings[0].After == nil || in.history.CheckIns[0].Note != "slept well") {
			t.Errorf("%s: %+v is kept", test.name, in.history)
		}
	}
}

func TestRun_saysAtTheFirstStartWhetherItWillBeHeard(t *testing.T) {
	for _, in := range []*fakeJournal{{}, aWeek()} {
		cfg, _ := fakeConfig(in)
		heard := make(chan struct{})
		cfg.Sound = func() string { defer close(heard); return "sound: a device answers" }
		first := len(in.history.CheckIns) == 0
		typed, typing := io.Pipe()
		go func() {
			if first {
				<-heard
				time.Sleep(200 * time.Millisecond) // until it has been handed over
			}
			_, _ = io.WriteString(typing, "\n\nquit\n")
			_ = typing.Close()
		}()
		var out strings.Builder
		if err := Run(context.Background(), cfg, typed, &out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "sound: a device answers."); got != first {
			t.Errorf("at the first start (%t) it is said: %t", first, got)
		}
	}
}

func TestRun_keepsEveryLineOfANote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		notes := rapid.SliceOfN(rapid.StringMatching(`[a-zäß🙂]{3,12}( [a-z]{2,9}){1,3}`), 1, 5).Draw(t, "notes")
		in := &fakeJournal{}
		cfg, _ := fakeConfig(in)
		lines := append([]string{"", "", "", "", ""}, notes...)
		if rapid.Bool().Draw(t, "to the end") {
			lines = append(lines, "", "play", "quit")
		}
		if err := Run(context.Background(), cfg, strings.NewReader(strings.Join(lines, "\n")), io.Discard); err != nil {
			t.Fatal(err)
		}
		kept := ""
		if in.draft != nil {
			kept = in.draft.Note
		}
		for _, c := range in.history.CheckIns {
			kept += c.Note
		}
		if want := strings.Join(notes, "\n"); kept != want {
			t.Fatalf("%q is kept, want %q", kept, want)
		}
	})
}

func TestRun_livesWithWhateverIsTyped(t *testing.T) {
	vocabulary := []string{
		"", "", "", "60", "back", "play", "home", "hard", "help", "?", "log", "show 1", "trend", "set", "set motion none", "set volume -3",
		"favourites", "favourite 1", "again", "again 1", "skip", "calm", "sad, tired", "no sad", "rain", "take away rain", "clear", "12",
		"journey", "more", "keep", "usual", "warmer", "breath box", "yes", "no", "with bass", "start here", "less far", "stop", "note", "note x",
		"why", "time", "pause", "guide", "quiet", "home 23:10", "longer", "brighter", "more rain", "rounds 25/5", "dawn 10", "set questions.valence bad, good",
		"\x1b[2J\x1b]0;x\x07", "\u202eabc", "⣿⣿⣿", strings.Repeat("x", 300), "set help-lines \x1b[31mred",
	}
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.OneOf(rapid.SampledFrom(vocabulary), rapid.SampledFrom(vocabulary), rapid.String())
		lines := rapid.SliceOfN(line, 0, 40).Draw(t, "lines")
		in := aWeek()
		cfg, _ := fakeConfig(in)
		var out strings.Builder
		if err := Run(context.Background(), cfg, strings.NewReader(strings.Join(lines, "\n")), &out); err != nil {
			t.Fatal(err)
		}
		checkSpoken(t, out.String())
		for _, s := range in.history.Sittings {
			if s.Ended == journal.Killed {
				t.Fatalf("a sitting is left as %q", s.Ended)
			}
		}
	})
}

func TestRun_answersWordsOfACrisisWithThePersonsOwnLines(t *testing.T) {
	in := &fakeJournal{set: map[string]json.RawMessage{settings.StoredKey: json.RawMessage(`{"help-lines":["call ada, 555 0100"]}`)}}
	cfg, _ := fakeConfig(in)
	text := said(t, cfg, "", "", "", "", "i want to die", "quit")
	if !strings.Contains(text, "call ada, 555 0100") || strings.Contains(text, words.HelpLines()[0]) {
		t.Errorf("said is\n%s", text)
	}
}

func TestAgain_keepsWhatHadBeenSaidInOwnWords(t *testing.T) {
	in := &fakeJournal{}
	cfg, _ := fakeConfig(in)
	said(t, cfg, "play", "stop", "", "", "", "", "", "", "", "", "", "", "", "tired and rainy here", "home", "again", "quit")
	if len(in.history.Sittings) != 2 {
		t.Fatalf("%d sittings", len(in.history.Sittings))
	}
	for _, c := range in.history.CheckIns {
		if c.Note == "tired and rainy here" {
			return
		}
	}
	t.Errorf("kept are %+v, and the draft %+v", in.history.CheckIns, in.draft)
}
