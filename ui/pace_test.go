package ui

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/settings"
)

func TestPace_isWhatIsSetAndWhatTheMomentAsksFor(t *testing.T) {
	for _, test := range []struct {
		name   string
		goal   journal.Goal // calm where it is empty
		set    func(*settings.Settings)
		now    func(*visit)
		paused bool
		size   [2]int // of the window; 80×24 where there is none
		want   pace
	}{
		{name: "as usual", want: pace{pictureInterval, pictureInterval, 1}},
		{name: "in a large window", size: [2]int{300, 100}, want: pace{time.Second / 6, time.Second / 6, 1}},
		{name: "calm", set: func(s *settings.Settings) { s.Motion = settings.CalmMotion }, want: pace{calmInterval, calmInterval, calmSpeed}},
		{name: "no motion", set: func(s *settings.Settings) { s.Motion = settings.NoMotion }, want: pace{look: standInterval}},
		{name: "low power", set: func(s *settings.Settings) { s.Power = settings.LowPower }, want: pace{calmInterval, calmInterval, 1}},
		{name: "over a network", now: func(v *visit) { v.Remote = true }, want: pace{calmInterval, calmInterval, 1}},
		{name: "on battery", now: func(v *visit) { v.onBattery = true }, want: pace{calmInterval, calmInterval, 1}},
		{
			name: "on battery, with full power", set: func(s *settings.Settings) { s.Power = settings.FullPower },
			now: func(v *visit) { v.onBattery, v.blurred = true, true }, want: pace{pictureInterval, pictureInterval, 1},
		},
		{name: "in the background", now: func(v *visit) { v.blurred = true }, want: pace{blurredInterval, blurredInterval, 1}},
		{name: "calm, in the background", set: func(s *settings.Settings) { s.Motion = settings.CalmMotion }, now: func(v *visit) { v.blurred = true }, want: pace{blurredInterval, blurredInterval, 1}},
		{name: "paused", paused: true, want: pace{look: pausedInterval}},
		{name: "paused without motion", set: func(s *settings.Settings) { s.Motion = settings.NoMotion }, paused: true, want: pace{look: standInterval}},
		{name: "a breath", goal: journal.Breathe, want: pace{pictureInterval, pictureInterval, 1}},
		{name: "a breath, on battery", goal: journal.Breathe, now: func(v *visit) { v.onBattery = true }, want: pace{pacerInterval, calmInterval, 1}},
		{name: "a breath without motion", goal: journal.Breathe, set: func(s *settings.Settings) { s.Motion = settings.NoMotion }, want: pace{look: pacerInterval}},
		{
			name: "a breath that is not shown", goal: journal.Breathe, set: func(s *settings.Settings) { s.Pacer = false },
			now: func(v *visit) { v.onBattery = true }, want: pace{calmInterval, calmInterval, 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			goal := test.goal
			if goal == "" {
				goal = journal.Calm
			}
			if test.size == [2]int{} {
				test.size = [2]int{80, 24}
			}
			d, p := sittingOf(t, goal, generator.Options{}, test.size[0], test.size[1])
			d.program.View() // from now on the size is known
			if test.set != nil {
				test.set(&d.program.visit.settings)
			}
			if test.now != nil {
				test.now(d.program.visit)
			}
			if test.paused {
				d.keys("space")
			}
			if got := p.pace(); got != test.want {
				t.Errorf("the pace is %+v, want %+v", got, test.want)
			}
			d.timers = nil
			d.do(p.retick())
			if len(d.timers) != 1 || d.timers[0].after != test.want.look {
				t.Errorf("it looks again in %v", d.timers)
			}
		})
	}
}

func TestPace_whatIsSetWhileItPlaysShowsAtTheNextLook(t *testing.T) {
	d, _ := sittingOf(t, journal.Calm, generator.Options{}, 80, 24)
	d.program.visit.settings.Motion = settings.CalmMotion
	d.ring()
	if len(d.timers) != 1 || d.timers[0].after != calmInterval {
		t.Errorf("after the motion was set to calm it looks again in %v", d.timers)
	}
}

func TestPace_withoutMotionOnlyWhatIsToBeToldChangesTheScreen(t *testing.T) {
	d, p := sittingOf(t, journal.Calm, generator.Options{}, 80, 24)
	d.program.visit.settings.Motion = settings.NoMotion
	playTo(d, p, 60)
	before := d.screenText()
	d.mustShow("1 min")
	for second := 61; second < 120; second++ {
		playTo(d, p, float64(second))
		if now := d.screenText(); now != before {
			t.Fatalf("after a second it has changed from\n%s\nto\n%s", before, now)
		}
	}
	playTo(d, p, 121)
	d.mustShow("2 min")
	d.last().call("", func() { d.last().status.Piece.Section = "bridge" })
	d.program.Update(pictureTickMsg{generation: p.generation, at: evening})
	d.mustShow("bridge")
	d.last().call("", func() { d.last().status.Sound, d.last().status.Message = player.Silent, "no sound device answers" })
	d.program.Update(pictureTickMsg{generation: p.generation, at: evening})
	d.mustShow("no sound device answers")
}

func TestPace_withoutMotionABreathIsFollowedInWords(t *testing.T) {
	d, p := sittingOf(t, journal.Breathe, generator.Options{}, 80, 24)
	d.program.visit.settings.Motion = settings.NoMotion
	playTo(d, p, 61)
	d.mustShow(" in ", "4 s")
	if filled(d.screenText()) > 0 {
		t.Errorf("a line moves all the same:\n%s", d.screenText())
	}
	playTo(d, p, 65)
	d.mustShow(" out ", "6 s")
}

func TestPace_guidanceThatIsNotWantedIsNotShown(t *testing.T) {
	d, p := sittingOf(t, journal.Meditate, generator.Options{}, 80, 24)
	playTo(d, p, 40)
	text, _ := cueAt(p.cues, 40)
	d.mustShow(text)
	d.program.visit.settings.Guidance = false
	if d.shows(text) || p.guides() {
		t.Errorf("it is shown:\n%s", d.screenText())
	}
}

func TestPlaying_goesOnAfterAnotherScreenAtOnePace(t *testing.T) {
	d, p := sittingOf(t, journal.Calm, generator.Options{}, 80, 24)
	old := d.timers
	d.timers = nil
	d.program.visit.show(p)
	d.send(nil)
	for _, timer := range old {
		d.send(timer.message(evening))
	}
	if len(d.timers) != 1 {
		t.Errorf("%d timers run", len(d.timers))
	}
}

func TestBattery_isAskedAgainEveryMinute(t *testing.T) {
	cfg, last := fakeConfig(&fakeJournal{})
	on := false
	cfg.OnBattery = func() bool { return on }
	d := driveConfig(t, cfg, &fakeJournal{}, last, 80, 24)
	d.do(d.program.visit.askBattery())
	if d.program.visit.saving() || len(d.timers) != 1 || d.timers[0].after != batteryInterval {
		t.Errorf("at the mains it saves %v, and asks again in %v", d.program.visit.saving(), d.timers)
	}
	on = true
	d.ring()
	if !d.program.visit.saving() || len(d.timers) != 1 {
		t.Error("it has not heard that it runs on its battery")
	}
}

func TestSavePower_tellsTheMusicHowTheScreenLooksAtIt(t *testing.T) {
	d, _ := sittingOf(t, journal.Unwind, generator.Options{}, 80, 24)
	sitting := d.last()
	for _, test := range []struct {
		name  string
		msg   tea.Msg
		saves bool
	}{
		{"at the mains", tea.FocusMsg{}, false},
		{"on the battery", batteryMsg{on: true}, true},
		{"at the mains again", batteryMsg{on: false}, false},
		{"behind another window", tea.BlurMsg{}, true},
		{"in front again", tea.FocusMsg{}, false},
		{"paused", keyPress("space"), true},
		{"playing on", keyPress("space"), false},
		{"behind the settings", keyPress("c"), true},
		{"in front of them", keyPress("esc"), false},
	} {
		if d.send(test.msg); sitting.saves.Load() != test.saves {
			t.Errorf("%s: the music saves power: %v", test.name, !test.saves)
		}
	}
	d.program.visit.settings.Power = settings.LowPower
	d.send(tea.FocusMsg{})
	if !sitting.saves.Load() {
		t.Error("set so, the music does not save power")
	}
	sitting.SavePower(false)
	d.send(tea.FocusMsg{})
	if sitting.saves.Load() {
		t.Error("it is told again and again")
	}
}

func TestPicture_linesThatComeAndGoDoNotMoveIt(t *testing.T) {
	d, _ := sittingOf(t, journal.Unwind, generator.Options{}, 80, 24)
	picture := func(lines int) string {
		return strings.Join(strings.Split(d.screenText(), "\n")[:lines], "\n")
	}
	before := picture(14)
	d.send(noticeMsg("this line comes and goes"))
	d.mustShow("this line comes and goes")
	if picture(14) != before {
		t.Errorf("the picture has changed from\n%s\nto\n%s", before, picture(14))
	}
	d.keys("z")
	if lines := strings.Split(d.screenText(), "\n"); strings.TrimSpace(lines[len(lines)-1]) == "" && strings.TrimSpace(lines[len(lines)-2]) == "" {
		t.Error("alone it does not fill the window")
	}
	d.send(tea.WindowSizeMsg{Width: 300, Height: 100})
	checkFrame(t, d, "a large window")
}

func TestPicture_comesToRestWithTheLanding(t *testing.T) {
	p := newPicture(journal.Calm)
	status := player.Status{State: player.Playing, Length: 100 * generator.Rate}
	full, at := pace{look: pictureInterval, move: pictureInterval, speed: 1}, evening
	play := func(from, to int) {
		for tenth := 10 * from; tenth < 10*to; tenth++ {
			status.Frames = int64(tenth) * generator.Rate / 10
			at = at.Add(100 * time.Millisecond)
			p.move(at, full, status, generator.Breathing{})
		}
	}
	play(0, 40)
	early := p.seconds
	status.Piece.Landing = true
	play(40, 95)
	late := p.seconds
	play(95, 100)
	if p.scene.Rest < 0.85 || p.seconds-late > (5.0/40)*early*0.4 {
		t.Errorf("at its end it rests at %.2f and still moves by %.2f s in 5", p.scene.Rest, p.seconds-late)
	}
	status.Piece.Landing = false
	play(100, 130)
	if p.scene.Rest > 0.05 {
		t.Errorf("the landing was taken back, and it rests at %.2f", p.scene.Rest)
	}
}

func TestPicture_breathesWithTheMusicFollowedOrNot(t *testing.T) {
	for _, breath := range []generator.Breath{{In: 4, Out: 6}, generator.PassiveBreath(10)} {
		_, p := sittingOf(t, journal.Calm, generator.Options{Breath: breath}, 80, 24)
		least, most := 1.0, -1.0
		at := evening
		for tenth := range 300 {
			p.frames = int64(60+float64(tenth)/10) * generator.Rate
			at = at.Add(100 * time.Millisecond)
			p.picture.move(at, p.pace(), p.status, p.swell())
			least, most = min(least, p.picture.scene.Breath), max(most, p.picture.scene.Breath)
		}
		if least > -0.6 || most < 0.6 {
			t.Errorf("with %v the picture breathes between %.2f and %.2f", breath, least, most)
		}
	}
}

func TestHarmonyOf_isBrighterWhereTheMusicIs(t *testing.T) {
	order := []struct{ chord, tonic, mode string }{
		{"Cm7", "C", "phrygian"},
		{"Fm9", "C", "aeolian"},
		{"Cm9", "C", "aeolian"},
		{"Cm7", "C", "dorian"},
		{"Csus4", "C", "dorian"},
		{"Cmaj7", "C", "ionian"},
		{"G", "C", "ionian"},
		{"Dmaj9/F#", "C", "lydian"},
	}
	for i := 1; i < len(order); i++ {
		dark, bright := order[i-1], order[i]
		if a, b := harmonyOf(dark.chord, dark.tonic, dark.mode), harmonyOf(bright.chord, bright.tonic, bright.mode); a.lift >= b.lift {
			t.Errorf("%v is as bright as %v: %.2f and %.2f", dark, bright, a.lift, b.lift)
		}
	}
	for _, tonic := range []string{"C", "Db", "D", "Eb", "E", "F", "F#", "Gb", "G", "Ab", "A", "Bb", "B", "Cb", ""} {
		for _, chord := range []string{"", tonic, tonic + "m", "?", "Hm", "Bbb quartal", "F##m7b5/A"} {
			if h := harmonyOf(chord, tonic, "ionian"); h.home < 0 || h.home > 1 || h.lift < -1 || h.lift > 1 {
				t.Errorf("%q in %q stands at %+v", chord, tonic, h)
			}
		}
	}
	if a, b := harmonyOf("A", "F#", "ionian"), harmonyOf("Bbb", "Gb", "ionian"); a != b {
		t.Errorf("the same chord by two names is %+v and %+v", a, b)
	}
}

// A wire is what a program writes to its terminal.
type wire struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (w *wire) Write(text []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(text)
}

func (w *wire) size() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Len()
}

// sentBytes runs the program on a wire at its own pace, from the moment when a
// sitting plays, and returns how many bytes it sends in a stretch of time.
func sentBytes(t *testing.T, motion settings.Motion, stretch time.Duration) int {
	t.Helper()
	d, p := sittingOf(t, journal.Calm, generator.Options{}, 80, 24)
	d.program.visit.settings.Motion = motion
	playTo(d, p, 60)
	d.program.visit.tick = tea.Tick
	var out wire
	program := tea.NewProgram(playingOnly{d.program}, tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(80, 24),
		tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color", "COLORTERM=truecolor"}))
	ended := make(chan error, 1)
	go func() { _, err := program.Run(); ended <- err }()
	playing := time.NewTicker(20 * time.Millisecond)
	defer playing.Stop()
	begun, before := time.Now(), 0
	for time.Since(begun) < stretch+300*time.Millisecond {
		<-playing.C
		d.last().advance(0.02)
		if before == 0 && time.Since(begun) > 300*time.Millisecond {
			before = out.size()
		}
	}
	after := out.size()
	program.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if before < 500 {
		t.Fatalf("the screen took %d bytes", before)
	}
	return after - before
}

// playingOnly begins with the ticks of the playing screen.
type playingOnly struct{ *program }

func (p playingOnly) Init() tea.Cmd { return p.screen.Init() }

func (p playingOnly) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := p.program.Update(msg)
	return p, cmd
}

func TestPlaying_sendsNothingWhereNothingMoves(t *testing.T) {
	if n := sentBytes(t, settings.NoMotion, 1100*time.Millisecond); n != 0 {
		t.Errorf("without motion %d bytes were sent in a second", n)
	}
	if n := sentBytes(t, settings.FullMotion, 600*time.Millisecond); n == 0 || n > 80_000*6/10 {
		t.Errorf("with full motion %d bytes were sent in 0.6 s", n)
	}
}

func TestPlaying_withoutMotionSpeaksOfWholeMinutesThatAreTogetherTheSitting(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("enter", "enter", "enter", "enter")
	d.program.visit.settings.Motion = settings.NoMotion
	steady(d) // 25 minutes
	for _, test := range []struct {
		seconds float64 // further on
		want    []string
	}{{0, []string{"0 min", "−25 min"}}, {10, []string{"0 min", "−25 min"}}, {60, []string{"1 min", "−24 min"}}} {
		d.last().advance(test.seconds)
		playingOf(d).status = d.last().Status()
		d.mustShow(test.want...)
	}
}
