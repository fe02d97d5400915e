package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
)

// music brings a driver to the playing screen of a goal.
func music(t *testing.T, goal journal.Goal, width, height int) *driver {
	t.Helper()
	in := &fakeJournal{}
	cfg, last := fakeConfig(in)
	cfg.Goal = goal
	d := driveConfig(t, cfg, in, last, width, height)
	d.keys("enter", "enter", "enter", "enter")
	d.last().advance(65)
	return d
}

func (d *driver) wished() generator.Wish { return d.last().Status().Wish }

func TestPlaying_everySteeringKeySaysWhatItDoesAtOnce(t *testing.T) {
	for _, test := range []struct {
		key  string
		says string
		does func(w generator.Wish) bool
	}{
		{"b", "a little brighter · now · the music follows", func(w generator.Wish) bool { return w.Dials[journal.Brightness] > 0 }},
		{"d", "a little darker · now · the music follows", func(w generator.Wish) bool { return w.Dials[journal.Brightness] < 0 }},
		{"l", "a little livelier", func(w generator.Wish) bool { return w.Dials[journal.Tempo] > 0 && w.Dials[journal.Pulse] > 0 }},
		{"o", "a little softer", func(w generator.Wish) bool { return w.Dials[journal.Tempo] < 0 }},
		{"f", "a little fuller", func(w generator.Wish) bool { return w.Dials[journal.Density] > 0 }},
		{"t", "a little sparser", func(w generator.Wish) bool { return w.Dials[journal.Density] < 0 }},
		{"h", "holding this section", func(w generator.Wish) bool { return w.Hold }},
		{"m", "moving on at the end of the phrase", func(w generator.Wish) bool { return w.MoveOn == 1 }},
		{"x", "another soundscape", func(w generator.Wish) bool { return w.Soundscape == 1 }},
		{"right", "5 min longer · it ends at 21:09", func(w generator.Wish) bool { return w.Deadline > 0 }},
		{"left", "5 min shorter · it ends at 20:59", func(w generator.Wish) bool { return w.Deadline > 0 }},
		{"k", "this moment is kept: 1:05", func(generator.Wish) bool { return true }},
		{"e", "coming home within a minute", func(generator.Wish) bool { return true }},
	} {
		for _, size := range [][2]int{{40, 12}, {80, 24}} {
			d := music(t, journal.Unwind, size[0], size[1])
			d.last().call("length", func() { d.last().status.Length = 24*60*generator.Rate + 65*generator.Rate })
			d.keys(test.key)
			if shown := strings.Join(strings.Fields(d.screenText()), " "); !strings.Contains(shown, test.says) {
				t.Errorf("%s at %v does not say %q:\n%s", test.key, size, test.says, d.screenText())
			}
			if !test.does(d.wished()) {
				t.Errorf("%s wishes %+v", test.key, d.wished())
			}
			checkFrame(t, d, test.key)
		}
	}
}

func TestPlaying_steeringIsSeenUnderThePicture(t *testing.T) {
	d := music(t, journal.Unwind, 80, 24)
	d.keys("h")
	d.mustShow("unwind · holding")
	d.keys("h")
	d.mustShow("let go")
	if d.shows("unwind · holding") || d.wished().Hold {
		t.Errorf("still held:\n%s", d.screenText())
	}
	d.keys("m")
	d.mustShow("unwind · moving on")
}

func TestPlaying_aLeanEndsWhereTheGoalDoes(t *testing.T) {
	d := music(t, journal.Ground, 80, 24)
	for range 6 {
		d.keys("b")
	}
	d.mustShow("it is as bright as ground allows")
	if got := d.wished().Dials[journal.Brightness]; got != 1 {
		t.Errorf("brightness is turned by %g", got)
	}
	d.keys("m")
	d.mustShow("ground stays as it is")
	if d.wished().MoveOn != 0 {
		t.Error("ground was asked to move on")
	}
}

func TestPlaying_theMixerTurnsEveryLayer(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}} {
		d := music(t, journal.Calm, size[0], size[1])
		brief := playingOf(d).brief
		d.keys("v")
		d.mustShow("brightness", "liveliness")
		d.keys("right")
		d.mustShow("+25 %")
		for range len(leanNames) {
			d.keys("down")
		}
		for i, layer := range brief.Layers() {
			d.mustShow("› " + layer.Name)
			d.keys("left", "left")
			if got := d.wished().Levels.Of(layer.Parts); got != -2*levelStep {
				t.Errorf("%s is at %g dB", layer.Name, got)
			}
			d.mustShow(layer.Name+" −6 dB · now", "−6 dB")
			if i == 0 {
				for range 10 {
					d.keys("left")
				}
				d.mustShow("melody off", " off")
				for range 12 {
					d.keys("right")
				}
				d.mustShow("melody is as loud as calm allows", " +3 dB")
			}
			checkFrame(t, d, layer.Name)
			d.keys("down")
		}
		d.mustShow("› brightness") // round again
		d.keys("esc")
		if d.shows("liveliness") {
			t.Errorf("still open:\n%s", d.screenText())
		}
		d.keys("v", "b")
		d.mustShow("a little brighter", "+50 %")
	}
}

func TestPlaying_theMixerSaysWhatARowIs(t *testing.T) {
	d := music(t, journal.Calm, 80, 24)
	d.keys("v")
	d.mustShow("› brightness", "← darker · brighter →")
	d.keys("down", "down")
	for _, layer := range playingOf(d).brief.Layers() {
		d.keys("down")
		if names := layer.Parts.Names(); len(names) > 1 {
			d.mustShow("› "+layer.Name, strings.ReplaceAll(strings.Join(names, ", "), "-", " "))
		} else if names[0] == layer.Name {
			d.mustShow("› "+layer.Name, "← quieter · louder →")
		}
	}
}

func TestPlaying_comesHomeAtATimeThatIsTyped(t *testing.T) {
	for _, test := range []struct {
		keys []string
		says string
		left time.Duration // until it ends; 0 where nothing is asked for
	}{
		{[]string{"2", "1", ":", "1", "0", "enter"}, "coming home so that it ends at 21:10", 30 * time.Minute},
		{[]string{"2", "x", "1", "0", "5", "9", "backspace", "enter"}, "so that it ends at 21:05", 25 * time.Minute},
		{[]string{"2", "0", ":", "4", "0", "enter"}, "too far away", 0}, // tomorrow
		{[]string{"9", "9", "enter"}, "a time is written as 23:10", 0},
		{[]string{"enter"}, "picture", 0},
		{[]string{"2", "1", "esc"}, "volume", 0},
	} {
		d := music(t, journal.Sleep, 80, 24)
		d.keys("a")
		d.mustShow("bring it home at", "now it is 20:40")
		frames := d.last().Status().Frames
		d.keys(test.keys...)
		if test.says != "picture" {
			d.mustShow(test.says)
		}
		want := int64(0)
		if test.left > 0 {
			want = frames + int64(test.left.Seconds())*generator.Rate
		}
		if got := d.wished().Deadline; got != want {
			t.Errorf("%v: ends at frame %d, want %d", test.keys, got, want)
		}
		if open := d.shows("bring it home at"); open != strings.HasPrefix(test.says, "too") && open != strings.HasPrefix(test.says, "a time") {
			t.Errorf("%v: the panel is open: %v", test.keys, open)
		}
	}
}

func TestPlaying_steeringKeysAreTextWhileANoteIsWritten(t *testing.T) {
	d := music(t, journal.Calm, 80, 24)
	d.keys("n", "b", "l", "u", "e")
	if calls := d.last().calls; slices.ContainsFunc(calls, func(c string) bool { return strings.HasPrefix(c, "turn") }) {
		t.Errorf("writing steers: %v", calls)
	}
}

func TestPlaying_everySteeringKeyIsInTheHelp(t *testing.T) {
	d := music(t, journal.Calm, 100, 45)
	d.keys("?")
	d.mustShow("brighter, darker", "livelier, softer", "fuller, sparser", "hold this section", "move on", "another soundscape",
		"at a time, such as 23:10", "five minutes shorter, longer", "keep this moment", "every layer and its level")
	seen := map[string]string{}
	for _, group := range (&playingScreen{visit: d.program.visit, status: player.Status{}}).FullHelp() {
		for _, binding := range group {
			for _, name := range strings.FieldsFunc(binding.Help().Key, func(r rune) bool { return strings.ContainsRune(" ,/", r) }) {
				if other, twice := seen[name]; twice {
					t.Errorf("%q does %q and %q", name, other, binding.Help().Desc)
				}
				seen[name] = binding.Help().Desc
			}
		}
	}
}

func TestNextTime(t *testing.T) {
	now := time.Date(2026, 3, 28, 23, 30, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"23:45": "03-28 23:45", "23.45": "03-28 23:45", "2345": "03-28 23:45", "7:05": "03-29 07:05", "7": "03-29 07:00",
		" 23:30 ": "03-29 23:30", "00:10": "03-29 00:10",
	} {
		if at, err := nextTime(text, now); err != nil || at.Format("01-02 15:04") != want {
			t.Errorf("%q is %v, %v, want %s", text, at, err, want)
		}
	}
	for _, text := range []string{"", "25:00", "12:60", "noon", "-1", "1:2:3"} {
		if at, err := nextTime(text, now); err == nil {
			t.Errorf("%q is %v", text, at)
		}
	}
}

func TestPlaying_theEndStaysWhereADawnComes(t *testing.T) {
	d := music(t, journal.Sleep, 80, 24)
	playingOf(d).brief.Options.DawnMinutes = 10
	d.keys("right")
	d.mustShow("the end stays where it is")
	d.keys("a", "2", "3", "enter")
	d.mustShow("the end stays where it is")
	if d.wished().Deadline != 0 {
		t.Errorf("an end at frame %d is wished", d.wished().Deadline)
	}
}

func TestPlaying_nothingMovesTheEndAfterTheLastChord(t *testing.T) {
	d := music(t, journal.Calm, 80, 24)
	d.last().call("closing", func() { d.last().status.Piece.Closing = true })
	for _, key := range []string{"right", "left", "e"} {
		d.keys(key)
		d.mustShow("its last chord sounds already")
	}
	if d.wished() != (generator.Wish{}) {
		t.Errorf("%+v is wished", d.wished())
	}
}

func TestEntry_listsTheMomentsThatWereKept(t *testing.T) {
	in := &fakeJournal{history: fullHistory()}
	last := len(in.history.Sittings) - 1
	in.history.Sittings[last].Kept = []int64{65 * generator.Rate, 3700 * generator.Rate}
	d := drive(t, in, 40, 20)
	d.keys("b", "enter")
	d.mustShow("kept: 1:05, 1:01:40")
}

func TestPlaying_theBreathIsPacedAsLongAsTheSittingHasBecome(t *testing.T) {
	d := music(t, journal.Breathe, 80, 24)
	p := playingOf(d)
	late := p.brief.Journey.Seconds - 5 // in the landing
	if p.steered().BreathAt(late) != (generator.Breathing{}) {
		t.Fatal("the landing is paced")
	}
	d.keys("right")
	if p.steered().BreathAt(late) == (generator.Breathing{}) {
		t.Error("the breath is not paced to where the landing is now")
	}
}
