package ui

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/settings"
)

// fuzzSeed makes the fuzz do again what it has printed the seed of. Commands run
// beside the program, so that what depends on their order may need some attempts.
var fuzzSeed = flag.Uint64("seed", 0, "do what is done by chance with this seed")

// A fuzzer drives a program by chance, the way Bubble Tea does: commands run
// beside it, and their messages come when they come.
type fuzzer struct {
	*driver
	random *rand.Rand
	at     time.Time
	mu     sync.Mutex
	inbox  []tea.Msg

	// What was written into a note, or said, a word at a time, and not deleted
	// again. What is said has served when music is made of it, or its answers are
	// saved.
	noted, said map[string]bool
	tokens      int
	texts       int // that were set at the end
	served      Sitting
	checkIn     *checkInScreen // that was begun last
}

var fuzzKeys = []string{
	"enter", "enter", "enter", "enter", "esc", "esc", "tab", "shift+tab", "left", "right", "up", "down", "space", "shift+left", "shift+right",
	"backspace", "pgup", "pgdown", "home", "end", "alt+d", "ctrl+delete", "ctrl+w", "ctrl+u", "ctrl+k", "alt+b", "alt+esc", "alt+enter", "alt+H",
	"h", "j", "k", "l", "H", "L", "w", "n", "n", "b", "q", "s", "e", "p", "z", "x", "?", "!", "o", "t", "t", "g", "c", "f", "v", "a", "m", "d", "+", "-", "0", "5", "9", ":", "é", "日",
}

// deletes are the keys that take text away while somebody types.
var deletes = []string{"backspace", "alt+d", "ctrl+delete", "ctrl+w", "ctrl+u", "ctrl+k"}

var fuzzPastes = []string{"", "two\nlines\r\nand\ta tab", "\x1b[2J\x1b]0;x\a", "\u202eturned", strings.Repeat("長い", 50), "\xff\xfe"}

// run runs a command beside the program.
func (f *fuzzer) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		f.mu.Lock()
		defer f.mu.Unlock()
		f.inbox = append(f.inbox, msg)
	}()
}

// give hands the program a message, and then those that have come meanwhile.
func (f *fuzzer) give(msg tea.Msg) {
	_, cmd := f.program.Update(msg)
	f.run(cmd)
	f.mu.Lock()
	come := f.inbox
	f.inbox = nil
	f.mu.Unlock()
	for _, msg := range come {
		switch msg := msg.(type) {
		case nil, tea.QuitMsg, tea.SuspendMsg:
		case tea.BatchMsg:
			for _, cmd := range msg {
				f.run(cmd)
			}
		default:
			_, cmd := f.program.Update(msg)
			f.run(cmd)
		}
	}
	sitting := f.program.visit.sitting
	checkIn := f.program.visit.checkIn
	if f.program.visit.starting || sitting != f.served || checkIn != f.checkIn {
		f.served = sitting
		clear(f.said)
	}
	f.checkIn = checkIn
}

// editors returns the editors of the shown screen: of notes, and of what is said.
func (f *fuzzer) editors() (notes, tells []*noteEditor) {
	var shown *form
	switch s := f.program.screen.(type) {
	case *checkInScreen:
		shown = s.form
	case *afterScreen:
		shown = s.form
	case *goalScreen:
		shown = s.checkIn.form
	case *journeyScreen:
		shown = s.goal.checkIn.form
	case *moreScreen:
		shown = s.goal.checkIn.form
	case *playingScreen:
		return []*noteEditor{s.note}, nil
	}
	if shown == nil {
		return nil, nil
	}
	if shown.tell != nil {
		tells = append(tells, shown.tell.editor)
	}
	return append(notes, shown.note), tells
}

// write types a word that has never been typed.
func (f *fuzzer) write() string {
	if !f.program.screen.typing() {
		return ""
	}
	f.tokens++
	token := fmt.Sprintf("q%dx", f.tokens)
	for _, r := range " " + token + " " {
		f.edit(tea.KeyPressMsg{Code: r, Text: string(r)}, false)
	}
	notes, tells := f.editors()
	for _, n := range notes {
		if strings.Contains(n.text(), token+" ") {
			f.noted[token] = true
		}
	}
	for _, n := range tells {
		if strings.Contains(n.text(), token+" ") {
			f.said[token] = true
		}
	}
	return token
}

// edit gives a message that may change the text of an open editor. A word that a
// deleting key takes out of it is meant to be gone, and so is one that something
// else is typed into.
func (f *fuzzer) edit(msg tea.Msg, deletes bool) {
	notes, tells := f.editors()
	before := [2]string{textsOf(notes), textsOf(tells)}
	f.give(msg)
	after := [2]string{textsOf(notes), textsOf(tells)}
	for i, words := range []map[string]bool{f.noted, f.said} {
		if !deletes && len(after[i]) <= len(before[i]) {
			continue
		}
		for token := range maps.Clone(words) {
			if strings.Contains(before[i], token) && !strings.Contains(after[i], token) {
				delete(words, token)
			}
		}
	}
}

// textsOf is what some editors hold.
func textsOf(editors []*noteEditor) string {
	var text strings.Builder
	for _, n := range editors {
		text.WriteString(n.text() + "\n")
	}
	return text.String()
}

// step does one thing by chance and says what.
func (f *fuzzer) step() (what string, events int) {
	give := func(msg tea.Msg) (string, int) {
		f.give(msg)
		return fmt.Sprintf("%#v", msg), 1
	}
	p := f.program
	switch roll := f.random.IntN(1000); {
	case roll < 560:
		name := fuzzKeys[f.random.IntN(len(fuzzKeys))]
		if _, asks := p.screen.(*goalScreen); asks && roll < 150 {
			name = []string{"j", "o"}[roll%2] // where chance seldom goes
		}
		f.edit(keyPress(name), f.program.screen.typing() && slices.Contains(deletes, name))
		return name, 1
	case roll < 640:
		token := f.write()
		return "typing " + token, len(token) + 2
	case roll < 700:
		return give(tea.WindowSizeMsg{Width: f.random.IntN(160), Height: f.random.IntN(50)})
	case roll < 760:
		if playing, ok := p.screen.(*playingScreen); ok {
			f.at = f.at.Add(66 * time.Millisecond)
			f.last().advance(20)
			return give(pictureTickMsg{generation: playing.generation, at: f.at})
		}
		return give(tea.FocusMsg{})
	case roll < 790:
		f.edit(tea.PasteMsg{Content: fuzzPastes[f.random.IntN(len(fuzzPastes))]}, false)
		return "pasting", 1
	case roll < 810:
		return give(tea.BlurMsg{})
	case roll < 820:
		return give(tea.FocusMsg{})
	case roll < 825:
		return give(tea.BackgroundColorMsg{})
	case roll < 925:
		msg := f.pointSomewhere()
		f.edit(msg, false) // it may press a key that breaks a line
		return fmt.Sprintf("%#v", msg), 1
	case roll < 935:
		if home, ok := p.screen.(*homeScreen); ok {
			f.setText(home)
			return "setting a text", 8
		}
		return "nothing", 1
	case len(f.timers) > 0:
		due := f.timers[0]
		f.timers = f.timers[1:]
		return give(due.message(f.at))
	}
	return "nothing", 1
}

// setText goes to a setting that is a text, and writes something there.
func (f *fuzzer) setText(from screen) {
	names := []string{"help-lines", "questions.valence", "questions.energy", "questions.tension"}
	f.program.visit.show(newSettingScreen(f.program.visit, from, names[f.random.IntN(len(names))]))
	for _, msg := range []tea.Msg{nil, keyPress("enter")} {
		f.give(msg)
	}
	if f.program.screen.typing() {
		f.write()
	}
}

// pointSomewhere is something that a mouse does, mostly where there is something.
func (f *fuzzer) pointSomewhere() tea.Msg {
	mouse := tea.Mouse{X: f.random.IntN(170) - 5, Y: f.random.IntN(60) - 5, Button: tea.MouseLeft}
	if zones := f.program.pointer.zones; len(zones) > 0 && f.random.IntN(5) > 0 {
		zone := zones[f.random.IntN(len(zones))]
		mouse.X, mouse.Y = zone.Column+f.random.IntN(zone.Width), zone.Row
	}
	switch f.random.IntN(6) {
	case 0:
		mouse.Button = tea.MouseWheelUp
		return tea.MouseWheelMsg(mouse)
	case 1:
		mouse.Button = tea.MouseWheelDown
		return tea.MouseWheelMsg(mouse)
	case 2:
		return tea.MouseMotionMsg(mouse)
	case 3:
		return tea.MouseReleaseMsg(mouse)
	}
	return tea.MouseClickMsg(mouse)
}

// TestProgram_anythingAtAnySize does 100,000 things by chance: no panic, every
// frame fits its window, and what has been written is in the journal at the end.
func TestProgram_anythingAtAnySize(t *testing.T) {
	t.Parallel() // with the other long ones, after all that take the time
	seed := *fuzzSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	events := 100_000
	if testing.Short() {
		events = 5_000
	}
	const visit = 2_500 // events between two starts of the program
	screens := map[string]int{}
	written, set := 0, 0
	for start := 0; start < events; start += visit {
		in := &fakeJournal{history: fullHistory()}
		in.history.CheckIns, in.history.Sittings = in.history.CheckIns[:9], in.history.Sittings[:6]
		cfg, last := fakeConfig(in)
		cfg.Home = start/visit%2 == 0
		f := &fuzzer{driver: driveConfig(t, cfg, in, last, 80, 24), random: random, at: evening, noted: map[string]bool{}, said: map[string]bool{}}
		for i := 0; i < visit; {
			what, count := f.step()
			i += count
			screens[fmt.Sprintf("%T", f.program.screen)]++
			if random.IntN(6) == 0 {
				checkFrame(t, f.driver, fmt.Sprintf("seed %d, visit %d, event %d (%s)", seed, start/visit, i, what))
			}
			f.timers = f.timers[max(0, len(f.timers)-20):]
		}
		written += len(f.noted)
		f.nothingIsLost(fmt.Sprintf("seed %d, visit %d", seed, start/visit))
		set += f.texts
	}
	t.Logf("screens %v, %d words written, %d texts set", screens, written, set)
	if written == 0 || set == 0 && !testing.Short() {
		t.Error("nothing has been written")
	}
}

// nothingIsLost leaves the program and looks for every word in the journal.
func (f *fuzzer) nothingIsLost(what string) {
	f.t.Helper()
	if err := f.program.visit.close(); err != nil {
		f.t.Fatalf("%s: %v", what, err)
	}
	history, draft := f.journal.kept()
	f.program.visit.saver = newSaver(f.journal) // that the end of the test closes
	f.program.visit.dirty = false
	var kept strings.Builder
	for _, c := range history.CheckIns {
		kept.WriteString(c.Note + "\n")
	}
	if draft == nil {
		draft = &journal.Draft{}
	}
	kept.WriteString(draft.Note + "\n")
	for token := range f.noted {
		if !strings.Contains(kept.String(), token) {
			f.t.Fatalf("%s: %q was written into a note and is lost; the screen is %T, the draft %+v", what, token, f.program.screen, draft)
		}
	}
	stored := string(f.journal.set[settings.StoredKey])
	usual, now := settings.Usual(), f.program.visit.settings
	texts := slices.Clone(now.HelpLines)
	for i, ends := range now.Questions {
		if ends != usual.Questions[i] {
			texts = append(texts, ends[0], ends[1])
		}
	}
	f.texts = len(texts)
	for _, text := range texts {
		quoted, err := json.Marshal(text)
		if err != nil || !strings.Contains(stored, string(quoted)) {
			f.t.Fatalf("%s: the setting %q is lost; kept is %s", what, text, stored)
		}
	}
	for token := range f.said {
		if !strings.Contains(draft.Said, token) && !strings.Contains(kept.String(), token) {
			f.t.Fatalf("%s: %q was said and is lost; the screen is %T, the draft %+v", what, token, f.program.screen, draft)
		}
	}
}
