package ui

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/theme"
)

// driveLogged is drive with a shield around the program and its log in a buffer.
func driveLogged(t *testing.T, in *fakeJournal) (*driver, *shield, *bytes.Buffer) {
	t.Helper()
	var written bytes.Buffer
	log := slog.New(slog.NewTextHandler(&written, &slog.HandlerOptions{
		Level: slog.LevelDebug,
		ReplaceAttr: func(_ []string, attr slog.Attr) slog.Attr {
			if attr.Key == slog.TimeKey || attr.Value.Kind() == slog.KindDuration {
				return slog.String(attr.Key, "some") // digits that could be anybody's
			}
			return attr
		},
	}))
	cfg, last := fakeConfig(in)
	cfg.Log = log
	d := driveConfig(t, cfg, in, last, 80, 24)
	s := &shield{program: d.program, record: record{log: log}, quit: func() {}}
	d.around = s
	d.do(s.Init())
	return d, s, &written
}

func TestRecord_holdsNothingThatWasWritten(t *testing.T) {
	d, _, written := driveLogged(t, &fakeJournal{})
	const secret = "zyxwquartz"
	d.keys("3", "enter", "7", "w", "right", "space", "/")
	d.write(secret)
	d.keys("enter", "esc", "esc", "n")
	picked := formOf(d).words.picked[0]
	d.write(secret)
	d.send(tea.PasteMsg{Content: secret})
	d.keys("esc", "t")
	d.write(secret + " so tense, rain please")
	d.keys("tab", "right", "esc", "enter", "enter", "enter")
	d.send(tea.WindowSizeMsg{Width: 81, Height: 25})
	d.keys("n")
	d.write(secret)
	d.keys("esc", "a", "2", "3", "1", "7", "enter", "!", "esc")
	d.last().call("", func() { d.last().status.Message = "no sound device answers" })
	d.send(pictureTickMsg{generation: playingOf(d).generation, at: evening})
	d.program.warn("not saved: " + errDisk.Error())
	d.keys("s", "9", "enter", "enter", "enter")
	log := written.String()
	for _, want := range []string{"WindowSizeMsg", "width=81", "playingScreen", "afterScreen", "KeyPressMsg", "took=", "no sound device answers", "the disk is full"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not tell of %q", want)
		}
	}
	for _, private := range []string{secret, "quartz", "tense", "rain", picked, "0.4", "23:17", "2317"} {
		if strings.Contains(log, private) {
			t.Errorf("the log holds %q:\n%s", private, log)
		}
	}
}

// brokenScreen panics where it is told to.
type brokenScreen struct {
	*checkInScreen
	at string
}

func (b *brokenScreen) Update(tea.Msg) tea.Cmd {
	switch b.at {
	case "update":
		panic("out of luck")
	case "command":
		return tea.Batch(nil, func() tea.Msg { panic("out of luck") })
	case "nested":
		return func() tea.Msg {
			return tea.BatchMsg{func() tea.Msg { return nil }, func() tea.Msg { var none []int; return none[3] }}
		}
	}
	return nil
}

func (b *brokenScreen) View(width, height int, st theme.Styles) []string {
	if b.at == "view" {
		panic("out of luck")
	}
	return b.checkInScreen.View(width, height, st)
}

func TestShield_aPanicAnywhereEndsInASentence(t *testing.T) {
	for _, at := range []string{"update", "view", "command", "nested"} {
		t.Run(at, func(t *testing.T) {
			in := &fakeJournal{}
			d, s, written := driveLogged(t, in)
			asked := make(chan struct{})
			s.quit = func() { close(asked) }
			d.keys("n")
			d.write("before it broke")
			d.keys("esc")
			before := d.around.View().Content
			d.program.screen = &brokenScreen{d.program.screen.(*checkInScreen), at}
			d.keys("enter")
			if at == "view" {
				if d.around.View().Content != before {
					t.Error("what was shown last is not left standing")
				}
				<-asked
			} else if !d.quit {
				t.Error("the program goes on")
			}
			if !s.broke {
				t.Fatal("it is not noticed")
			}
			if !strings.Contains(written.String(), "shield_test.go") || strings.Contains(written.String(), "before it broke") {
				t.Errorf("the log is\n%s", written)
			}
			d.around.View()
			d.keys("enter") // answers nothing any more
			if err := d.program.visit.close(); err != nil {
				t.Error(err)
			}
			if _, draft := in.kept(); draft == nil || draft.Note != "before it broke" {
				t.Errorf("the draft is %+v", draft)
			}
			d.program.visit.saver = newSaver(in) // that the end of the test closes
		})
	}
}

func TestNotices_goByThemselvesOverThePicture(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter", "e")
	d.mustShow("coming home")
	d.ringNotices()
	if d.shows("coming home within a minute") {
		t.Errorf("it still stands there:\n%s", d.screenText())
	}
	d.keys("h")
	old := d.timers
	d.timers = nil
	d.keys("m")
	d.timers, old = old, nil
	said := d.program.notice
	d.ringNotices()
	if said == "" || d.program.notice != said {
		t.Errorf("the time of an earlier notice takes %q away", said)
	}
	d.program.warn("something failed")
	d.send(noticeMsg("by the way"))
	d.ringNotices()
	d.mustShow("something failed")
	d.keys("h")
	if d.shows("something failed") {
		t.Error("it stays after it has been read")
	}
}

// ringNotices delivers what the timers of notices say.
func (d *driver) ringNotices() {
	due := d.timers
	d.timers = nil
	for _, timer := range due {
		if over, ok := timer.message(evening).(noticeOverMsg); ok {
			d.send(over)
		}
	}
}

func TestRecord_notesSound(t *testing.T) {
	d, _, written := driveLogged(t, &fakeJournal{})
	d.keys("enter", "enter", "enter", "enter")
	for _, message := range []string{"the device is gone", ""} {
		d.last().call("", func() { d.last().status.Message, d.last().status.Sound = message, player.Silent })
		d.send(pictureTickMsg{generation: playingOf(d).generation, at: evening})
		if want := `msg=sound message=` + map[bool]string{true: `""`, false: `"` + message + `"`}[message == ""]; !strings.Contains(written.String(), want) {
			t.Errorf("the log does not hold %s", want)
		}
	}
	d.last().end(journal.Landed)
}
