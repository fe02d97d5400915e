package ui

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/settings"
)

// driveSettings returns a driver over what a data file and a TOML file set.
func driveSettings(t *testing.T, kept string, layers settings.Layers) (*driver, *fakeJournal) {
	t.Helper()
	in := &fakeJournal{}
	if kept != "" {
		in.set = map[string]json.RawMessage{settings.StoredKey: json.RawMessage(kept)}
	}
	cfg, last := fakeConfig(in)
	cfg.Layers = layers
	return driveConfig(t, cfg, in, last, 80, 24), in
}

// keptSettings is what the journal has of the settings.
func keptSettings(t *testing.T, in *fakeJournal) settings.Values {
	t.Helper()
	values, err := ReadSettings(in)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// set carries out what setting something asks for.
func (d *driver) set(name string, value ...string) {
	d.do(d.program.visit.set(name, value))
}

func TestSettings_layers(t *testing.T) {
	d, _ := driveSettings(t, `{"motion":["none"],"theme":["of tomorrow"],"volume":["-9"],"scent":["pine"],"keys.pause":["y"]}`, settings.Layers{
		File: settings.Values{"volume": {"-6"}, "power": {"low"}}, Flags: settings.Values{"power": {"full"}}, FileName: "config.toml",
	})
	v := d.program.visit
	if v.settings.Motion != settings.NoMotion || v.settings.Volume != -6 || v.settings.Power != settings.FullPower {
		t.Errorf("motion %s, volume %v, power %s", v.settings.Motion, v.settings.Volume, v.settings.Power)
	}
	if v.settings.Theme != settings.Usual().Theme {
		t.Errorf("a theme that there is none of holds: %s", v.settings.Theme)
	}
	d.mustShow(`the data file: theme: "of tomorrow" is not`)
	if !slices.Equal(v.keys.pause.Keys(), []string{"y"}) {
		t.Errorf("pause is on %v", v.keys.pause.Keys())
	}
}

func TestSettings_set(t *testing.T) {
	t.Run("what is set holds at once and is kept in one write", func(t *testing.T) {
		d, in := driveSettings(t, `{"scent":["pine"],"mouse":["off"]}`, settings.Layers{})
		keys := d.program.visit.keys
		d.set("motion", "calm")
		d.set("motion", "none")
		d.set("keys.note", "y")
		v := d.program.visit
		if v.settings.Motion != settings.NoMotion || v.keys != keys || !slices.Equal(keys.note.Keys(), []string{"y"}) {
			t.Errorf("motion %s, note on %v", v.settings.Motion, keys.note.Keys())
		}
		if len(d.timers) != 1 {
			t.Errorf("%d writes are due", len(d.timers))
		}
		d.ring()
		d.settle()
		kept := keptSettings(t, in)
		if !slices.Equal(kept["motion"], []string{"none"}) || !slices.Equal(kept["scent"], []string{"pine"}) || !slices.Equal(kept["mouse"], []string{"off"}) {
			t.Errorf("kept: %v", kept)
		}
		d.set("motion")
		d.ring()
		d.settle()
		if _, given := keptSettings(t, in)["motion"]; given || v.settings.Motion != settings.FullMotion {
			t.Errorf("as usual again: %s, kept %v", v.settings.Motion, keptSettings(t, in))
		}
	})
	t.Run("what is set before the journal is read stays", func(t *testing.T) {
		in := &fakeJournal{set: map[string]json.RawMessage{settings.StoredKey: json.RawMessage(`{"motion":["none"],"power":["low"]}`)}}
		cfg, _ := fakeConfig(in)
		v := newVisit(cfg)
		v.tick = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
		defer func() { _ = v.close() }()
		v.set("motion", []string{"calm"})
		if problems := v.learn(keptSettings(t, in)); len(problems) > 0 {
			t.Fatal(problems)
		}
		if v.settings.Motion != settings.CalmMotion || v.settings.Power != settings.LowPower {
			t.Errorf("motion %s, power %s", v.settings.Motion, v.settings.Power)
		}
	})
	t.Run("usual keys that another action has by now are not given back", func(t *testing.T) {
		d, _ := driveSettings(t, "", settings.Layers{})
		d.set("keys.pause", "y")
		d.set("keys.brighter", "space")
		d.do(d.program.visit.set("keys.pause", nil))
		d.mustShow("keys.brighter: space is taken: pause")
		if got := d.program.visit.keys.pause.Keys(); !slices.Equal(got, []string{"y"}) {
			t.Errorf("pause is on %v", got)
		}
	})
	t.Run("the volume turns what plays", func(t *testing.T) {
		d, _ := driveSettings(t, "", settings.Layers{})
		d.keys("enter", "enter", "enter", "enter")
		d.set("volume", "-12")
		if got := d.last().Status().Volume; got != -12 {
			t.Errorf("%v dB", got)
		}
	})
	t.Run("leaving writes what is due", func(t *testing.T) {
		d, in := driveSettings(t, "", settings.Layers{})
		d.set("motion", "calm")
		d.send(leaveMsg{})
		if !d.quit || !slices.Equal(keptSettings(t, in)["motion"], []string{"calm"}) {
			t.Errorf("left: %v, kept: %v", d.quit, keptSettings(t, in))
		}
	})
}

func TestSettings_refused(t *testing.T) {
	for _, test := range []struct {
		name  string
		value []string
		want  string
	}{
		{"motion", []string{"fast"}, `motion: "fast" is not one of full, calm, none`},
		{"moton", []string{"none"}, "did you mean motion?"},
		{"power", []string{"low"}, "power comes from config.toml: change it there"},
		{"power", nil, "power comes from config.toml"},
		{"mouse", []string{"off"}, "mouse was set on the command line"},
		{"keys.pause", []string{"z"}, "keys.pause: z is taken"},
		{"keys.pause", []string{"esc"}, "esc means the same everywhere"},
	} {
		t.Run(test.name+" "+strings.Join(test.value, ","), func(t *testing.T) {
			d, in := driveSettings(t, "", settings.Layers{
				File: settings.Values{"power": {"full"}}, Flags: settings.Values{"mouse": {"on"}}, FileName: "config.toml",
			})
			before := d.program.visit.settings
			d.do(d.program.visit.set(test.name, test.value))
			d.mustShow(test.want)
			d.ring()
			d.settle()
			if _, found, _ := in.Setting(settings.StoredKey); found {
				t.Errorf("kept: %v", keptSettings(t, in))
			}
			if after := d.program.visit.settings; after.Motion != before.Motion || after.Power != before.Power || after.Mouse != before.Mouse || len(after.Keys) > 0 {
				t.Errorf("%+v", after)
			}
		})
	}
}

func TestSettings_failures(t *testing.T) {
	t.Run("settings that cannot be read are said, and the usual ones hold", func(t *testing.T) {
		d, in := driveSettings(t, `["no", "settings"]`, settings.Layers{})
		d.mustShow("the settings that are kept cannot be read")
		d.set("motion", "calm")
		d.ring()
		d.settle()
		if !slices.Equal(keptSettings(t, in)["motion"], []string{"calm"}) {
			t.Error("nothing can be set any more")
		}
	})
	t.Run("what could not be kept is said, holds, and is tried again", func(t *testing.T) {
		d, in := driveSettings(t, "", settings.Layers{})
		in.setFail(errDisk)
		d.set("motion", "calm")
		d.ring()
		d.mustShow("the setting holds until you leave, and was not saved: the disk is")
		if d.program.visit.settings.Motion != settings.CalmMotion {
			t.Error("it does not hold")
		}
		in.setFail(nil)
		d.send(leaveMsg{})
		if !d.quit || !slices.Equal(keptSettings(t, in)["motion"], []string{"calm"}) {
			t.Errorf("left: %v, kept: %v", d.quit, keptSettings(t, in))
		}
	})
	t.Run("leaving says what could not be kept", func(t *testing.T) {
		d, in := driveSettings(t, "", settings.Layers{})
		in.setFail(errDisk)
		d.set("motion", "calm")
		d.send(leaveMsg{})
		d.mustShow("not saved: the disk is full")
		if d.quit {
			t.Error("it left")
		}
		in.setFail(nil)
	})
}

func TestDefinitions_holdWhatTheProgramUses(t *testing.T) {
	usual := settings.Usual()
	for _, d := range Definitions() {
		if err := d.Set(&usual, d.Get(usual)); err != nil {
			t.Errorf("the usual value is refused: %v", err)
		}
	}
	if len(usual.Keys) > 0 {
		t.Errorf("setting the usual keys leaves own ones: %v", usual.Keys)
	}
	held, _ := settings.Find(Definitions(), "breath")
	if usual.Breath = "box"; !strings.Contains(held.Told(usual), "it holds the breath") {
		t.Errorf("a breath that is held is set without its caution: %s", held.Told(usual))
	}
	if len(KeyConflicts(map[string][]string{"pause": {"z"}})) != 1 {
		t.Error("a key that is taken is no conflict")
	}
}

func TestSettings_aSittingFollowsThem(t *testing.T) {
	play := func(t *testing.T, goal journal.Goal, kept string, then ...string) *driver {
		in := &fakeJournal{set: map[string]json.RawMessage{settings.StoredKey: json.RawMessage(kept)}}
		cfg, last := fakeConfig(in)
		cfg.Goal = goal
		d := driveConfig(t, cfg, in, last, 80, 24)
		d.keys("enter", "enter", "enter")
		d.keys(then...)
		d.keys("enter")
		return d
	}
	t.Run("it starts at their volume", func(t *testing.T) {
		if got := play(t, journal.Calm, `{"volume":["-9"]}`).last().Status().Volume; got != -9 {
			t.Errorf("%v dB", got)
		}
	})
	t.Run("breathe is played with their breath, which the journey shows as well", func(t *testing.T) {
		d := play(t, journal.Breathe, `{"breath":["5-5"]}`)
		if got := d.last().brief.Breath(); got.In != 5 || got.Out != 5 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("another goal is not", func(t *testing.T) {
		if got := play(t, journal.Calm, `{"breath":["5-5"]}`).last().brief.Breath(); got != (generator.Breath{}) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("what is asked for goes before them", func(t *testing.T) {
		d := play(t, journal.Breathe, `{"breath":["5-5"]}`, "o", "right")
		if got := d.last().brief.Breath(); got.In != 4 || got.Out != 6 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("their breath is offered first", func(t *testing.T) {
		d := play(t, journal.Calm, `{"breath":["sigh"]}`, "o", "right")
		if got := d.last().brief.Breath(); got.Again == 0 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a record belongs to the day that begins when they say", func(t *testing.T) {
		d := play(t, journal.Calm, `{"day-start":["21"]}`)
		want := evening.AddDate(0, 0, -1).Format(time.DateOnly)
		if got := d.last().Sitting().Day; got != want {
			t.Errorf("the sitting is of %s, want %s", got, want)
		}
	})
}

func TestSettings_whatWasWrongFirstIsToldFirst(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	cfg.Layers = settings.Layers{File: settings.Values{"keys.pause": {"z"}}}
	cfg.Notice = "config.toml: line 1: a mistake"
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.mustShow("config.toml: line 1: a mistake")
	cfg.Notice = ""
	d = driveConfig(t, cfg, in, last, 80, 24)
	d.mustShow("a setting does not hold: keys.pause: z is taken")
}

func TestSettings_whatIsRefusedIsShownAndItsWordsAreNotLogged(t *testing.T) {
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	var log bytes.Buffer
	cfg.Log = slog.New(slog.NewTextHandler(&log, nil))
	cfg.Layers.File = settings.Values{"questions.valence": {"since she has left me", "well"}}
	d := driveConfig(t, cfg, in, last, 80, 24)
	d.mustShow("a setting does not hold", "since she has left me")
	if text := log.String(); !strings.Contains(text, "a setting does not hold") || strings.Contains(text, "she") {
		t.Errorf("the log is\n%s", text)
	}
}
