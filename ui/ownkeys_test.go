package ui

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

func TestKeys_theUsualOnesHaveNoConflict(t *testing.T) {
	keys := usualKeys()
	names := map[string]bool{}
	for _, a := range actions {
		if names[a.name] {
			t.Errorf("two actions are called %s", a.name)
		}
		names[a.name] = true
		if found, any := conflictOf(a, keys); any {
			t.Error(found)
		}
		if cleaned, problem := checkKeys(a.name, a.of(keys).Keys()); problem != "" || !slices.Equal(cleaned, a.of(keys).Keys()) {
			t.Errorf("%s: the usual keys %q read as %q, %s", a.name, a.of(keys).Keys(), cleaned, problem)
		}
		if a.does == "" || a.at == 0 || a.at.first() == "" {
			t.Errorf("%s is not told of: %+v", a.name, a)
		}
	}
}

// TestKeys_everyListedKeyCanBeChangedOrMeansTheSameEverywhere walks what every
// scene lists, and so fails for a new key that is missing in the table.
func TestKeys_everyListedKeyCanBeChangedOrMeansTheSameEverywhere(t *testing.T) {
	fixed := slices.Concat(everywhere, digits, []string{"up", "down", "left", "right", "+", "=", "-", "_"})
	for _, s := range scenes() {
		d := stage(t, s, 80, 24)
		own := map[string]bool{}
		for _, a := range actions {
			for _, name := range a.of(d.program.visit.keys).Keys() {
				own[name] = true
			}
		}
		for _, group := range d.program.screen.FullHelp() {
			for _, binding := range group {
				for _, name := range binding.Keys() {
					if !own[name] && !slices.Contains(fixed, name) {
						t.Errorf("%s: %s (%s) is no action", s.name, name, binding.Help().Desc)
					}
				}
			}
		}
	}
}

func TestKeys_everyBindingIsMadeOfActionsOrFixed(t *testing.T) {
	fixed := slices.Concat(everywhere, digits, []string{"up", "down", "left", "right", "+", "=", "-", "_", "backspace", "delete"})
	moved, refused := newKeyMap(strangeKeys())
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	strange := map[string]bool{}
	for _, names := range strangeKeys() {
		strange[names[0]] = true
	}
	bindings := reflect.ValueOf(moved).Elem()
	for i := range bindings.NumField() {
		field := bindings.Type().Field(i).Name
		names := bindings.Field(i).FieldByName("keys")
		for n := range names.Len() {
			if name := names.Index(n).String(); !strange[name] && !slices.Contains(fixed, name) {
				t.Errorf("%s keeps the key %s, which no action has", field, name)
			}
		}
	}
}

// strangeKeys gives every action a key of its own that no other has, from
// another alphabet.
func strangeKeys() map[string][]string {
	own := map[string][]string{}
	for i, a := range actions {
		own[a.name] = []string{string(rune('а' + i))} // Cyrillic
	}
	return own
}

// pressOf is the message of a key by its name, also of one that keyPress does
// not know.
func pressOf(name string) tea.KeyPressMsg {
	if bare, ok := strings.CutPrefix(name, "ctrl+"); ok && len(bare) == 1 {
		return tea.KeyPressMsg{Code: rune(bare[0]), Mod: tea.ModCtrl}
	}
	return keyPress(name)
}

func TestKeys_randomOwnKeysWorkAndAreShown(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 2))
	var free []string
	for r := 'а'; r <= 'я'; r++ {
		free = append(free, string(r))
	}
	for r := 'α'; r <= 'ω'; r++ {
		free = append(free, string(r))
	}
	for r := 'n'; r <= 't'; r++ {
		free = append(free, "ctrl+"+string(r))
	}
	for range 50 {
		random.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
		own := map[string][]string{}
		for i, a := range actions {
			if random.IntN(2) == 0 {
				own[a.name] = []string{free[i]}
			}
		}
		keys, refused := newKeyMap(own)
		if len(refused) > 0 {
			t.Fatalf("seed %d: %v", seed, refused)
		}
		for _, a := range actions {
			binding := a.of(keys)
			want := a.of(usualKeys()).Keys()
			if changed, any := own[a.name]; any {
				want = changed
			}
			for _, name := range want {
				if !key.Matches(pressOf(name), *binding) {
					t.Errorf("seed %d: %s does not answer %s", seed, a.name, name)
				}
			}
			if a.stays != "" && !key.Matches(pressOf(a.stays), *binding) {
				t.Errorf("seed %d: %s has lost %s", seed, a.name, a.stays)
			}
		}
	}
}

func TestKeys_ownKeysDoWhatTheUsualOnesDidOnEveryScreen(t *testing.T) {
	own, usual := strangeKeys(), usualKeys()
	foreign := func(names []string, at place) []string {
		var pressed []string
		for _, name := range names {
			for _, a := range actions {
				if name != a.stays && a.at&at != 0 && slices.Contains(a.of(usual).Keys(), name) {
					name = own[a.name][0]
					break
				}
			}
			pressed = append(pressed, name)
		}
		return pressed
	}
	start := []string{"enter", "enter", "enter"}
	for _, test := range []struct {
		name   string
		before []string // that are fixed
		at     place
		keys   []string
	}{
		{"questions", nil, atQuestions, []string{"l", "l", "h", "L", "H", "enter", "h", "x", "n"}},
		{"words", []string{"7"}, atQuestions | atWords, []string{"w", "space", "l", "j", "space", "k", "h"}},
		{"tell", nil, atQuestions, []string{"t"}},
		{"log", nil, atQuestions | atLog, []string{"b", "j", "j", "k", "G", "g", "pgdown"}},
		{"play again", nil, atQuestions | atLog, []string{"b", "j", "p"}},
		{"goal", start, atGoal, []string{"+", "+", "-", "k"}},
		{"save", append([]string{"7"}, start...), atGoal, []string{"s"}},
		{"journey", start, atGoal | atJourney, []string{"j", "l", "k", "h", "x", "l", "0"}},
		{"options", start, atGoal | atOptions, []string{"o", "j", "j", "k", "l", "x"}},
		{"steering", append(start, "enter"), atPlaying, []string{"b", "d", "l", "o", "f", "t", "x", "h", "m", "right", "left", "k"}},
		{"volume", append(start, "enter"), atPlaying, []string{"up", "+", "-"}},
		{"pause", append(start, "enter"), atPlaying, []string{"space", "p", "space"}},
		{"why", append(start, "enter"), atPlaying, []string{"w"}},
		{"why, and back", append(start, "enter"), atPlaying, []string{"w", "w"}},
		{"steer", append(start, "enter"), atPlaying, []string{"v"}},
		{"home at", append(start, "enter"), atPlaying, []string{"a"}},
		{"home", append(start, "enter"), atPlaying, []string{"e"}},
		{"picture", append(start, "enter"), atPlaying, []string{"z"}},
		{"note", append(start, "enter"), atPlaying, []string{"n"}},
		{"stop", append(start, "enter"), atPlaying, []string{"s"}},
		{"leave", nil, atQuestions, []string{"q"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := &fakeJournal{history: fullHistory()}
			as := drive(t, in, 80, 24)
			as.keys(test.before...)
			as.keys(test.keys...)
			is := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
			changed, _ := newKeyMap(own)
			*is.program.visit.keys = *changed
			is.keys(test.before...)
			is.keys(foreign(test.keys, test.at)...)
			want, got := reflect.TypeOf(as.program.screen), reflect.TypeOf(is.program.screen)
			if want != got || as.quit != is.quit {
				t.Fatalf("the usual keys lead to %v, own ones to %v", want, got)
			}
			if a, b := as.last(), is.last(); a != nil && (b == nil || !slices.Equal(a.calls, b.calls)) {
				t.Errorf("the usual keys do %v, own ones %v", a.calls, b)
			}
			if want, got := withoutKeys(as), withoutKeys(is); want != got {
				t.Errorf("the usual keys show\n%s\nand own ones\n%s", want, got)
			}
		})
	}
}

// withoutKeys is what the screen shows above the keys, and beside those of the
// doors of home.
func withoutKeys(d *driver) string {
	if home, ok := d.program.screen.(*homeScreen); ok {
		var doors []string
		for _, door := range home.doors() {
			doors = append(doors, door.text)
		}
		return strings.Join(doors, "\n")
	}
	lines := strings.Split(d.screenText(), "\n")
	return strings.Join(lines[:len(lines)-1], "\n")
}

func TestKeys_theFooterAndTheHelpFollow(t *testing.T) {
	own := strangeKeys()
	strange := map[string]bool{}
	for _, names := range own {
		strange[names[0]] = true
	}
	for _, s := range scenes() {
		d := stage(t, s, 120, 40)
		changed, _ := newKeyMap(own)
		*d.program.visit.keys = *changed
		listed := slices.Concat(append(d.program.screen.FullHelp(), d.program.screen.ShortHelp())...)
		for _, binding := range listed {
			shown := strings.FieldsFunc(binding.Help().Key, func(r rune) bool { return r == '/' || r == ',' || r == ' ' })
			for _, name := range binding.Keys() {
				if strange[name] && !slices.ContainsFunc(shown, func(text string) bool { return strange[text] }) && binding.Help().Key != "esc" {
					t.Errorf("%s: %s is listed as %q", s.name, name, binding.Help().Key)
				}
			}
		}
	}
}

func TestKeys_conflictsAreSentencesAndLeaveTheUsualKeys(t *testing.T) {
	for _, test := range []struct {
		name string
		own  map[string][]string
		want []string // nothing where all of it is taken
	}{
		{"free", map[string][]string{"pause": {"P"}, "brighter": {"ctrl+b", "i"}}, nil},
		{"swapped", map[string][]string{"brighter": {"d"}, "darker": {"b"}}, nil},
		{"given up and taken", map[string][]string{"hold": {"H"}, "livelier": {"h", "l"}}, nil},
		{"written in another way", map[string][]string{"pause": {" Space ", "shift+p", "CTRL+P", "space"}}, nil},
		{"taken", map[string][]string{"pause": {"b"}}, []string{"keys.pause: b is taken: brighter (while it plays)"}},
		{"taken by own", map[string][]string{"pause": {"P"}, "hold": {"P"}}, []string{"keys.hold: P is taken: pause, and go on (while it plays)"}},
		{"everywhere", map[string][]string{"pause": {"?"}, "hold": {"ctrl+c"}}, []string{"keys.hold: ctrl+c means the same everywhere and stays as it is", "keys.pause: ? means the same everywhere and stays as it is"}},
		{"none", map[string][]string{"pause": {}}, []string{"keys.pause: it needs a key"}},
		{"the keys of the scales", map[string][]string{"note": {"5"}}, []string{"keys.note: 5 is taken there (the questions)"}},
		{"no action", map[string][]string{"paws": {"b"}}, []string{"keys.paws: there is no such action; perhaps page-up is meant"}},
		{"no key", map[string][]string{"pause": {"spacebar"}}, []string{`keys.pause: "spacebar" is not a key; keys are called m, M, space, ctrl+u, shift+left, pgup`}},
		{"alt", map[string][]string{"pause": {"alt+p"}}, []string{"keys.pause: alt+p cannot be told from esc and p"}},
		{"a key in disguise", map[string][]string{"pause": {"ctrl+i"}}, []string{"keys.pause: ctrl+i cannot be told from another key in most terminals"}},
		{"a control character", map[string][]string{"pause": {"\x1b"}}, []string{`keys.pause: "\x1b" is not a key`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			keys, refused := newKeyMap(test.own)
			var got []string
			for _, c := range refused {
				got = append(got, c.String())
				if a, known := actionNamed(c.action); known && !slices.Equal(a.of(keys).Keys(), a.of(usualKeys()).Keys()) {
					t.Errorf("%s was refused and has the keys %q", c.action, a.of(keys).Keys())
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("it says %q, want %q", got, test.want)
			}
			for _, a := range actions {
				if found, any := conflictOf(a, keys); any {
					t.Errorf("what is left has a conflict: %s", found)
				}
			}
		})
	}
}

func TestKeys_areShownAsTheyAreCalled(t *testing.T) {
	for _, test := range []struct {
		name string
		keys map[string][]string
		of   func(*keyMap) key.Binding
		want string
	}{
		{"a pair", nil, func(k *keyMap) key.Binding { return k.volume }, "↑/↓"},
		{"a pair with one modifier", nil, func(k *keyMap) key.Binding { return k.fine }, "shift+←/→"},
		{"half of a pair", map[string][]string{"louder": {"ctrl+right"}}, func(k *keyMap) key.Binding { return k.volume }, "ctrl+→/↓"},
		{"signs", map[string][]string{"more-time": {"ctrl++"}, "less-time": {"ctrl+-"}}, func(k *keyMap) key.Binding { return k.longer }, "ctrl++/ctrl+-"},
		{"all of it", nil, func(k *keyMap) key.Binding { return every("", k.louder, k.softer) }, "↑/↓, +/-"},
		{"as far as there is room", map[string][]string{"pause": {"space", "shift+left", "p"}}, func(k *keyMap) key.Binding { return every("", k.pause) }, "space, p"},
	} {
		keys, refused := newKeyMap(test.keys)
		if got := test.of(keys).Help().Key; got != test.want || len(refused) > 0 {
			t.Errorf("%s: %q, want %q (%v)", test.name, got, test.want, refused)
		}
	}
}

func FuzzKeys_namesAreTakenOrRefusedInASentence(f *testing.F) {
	for _, text := range []string{"m", "space", " ", "ctrl+u", "shift+left", "ctrl++", "é", "\u0301", "alt+x", "ctrl+shift+a", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name, err := cleanKey(text)
		if err != nil {
			return
		}
		again, err := cleanKey(name)
		if err != nil || again != name {
			t.Errorf("%q is taken as %q, and that as %q, %v", text, name, again, err)
		}
		if keyLabel(name) == "" || strings.ContainsAny(keyLabel(name), "\n\x1b") {
			t.Errorf("%q is shown as %q", text, keyLabel(name))
		}
	})
}

func TestKeys_listsAreWalkedByArrowsAndLettersAlike(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		down string // the letter, where it is not another action's
	}{
		{"words", []string{"w"}, "j"},
		{"log", []string{"b"}, "j"},
		{"options", []string{"enter", "enter", "enter", "o"}, "j"},
		{"settings", []string{"c"}, "j"},
		{"goal", []string{"enter", "enter", "enter"}, "down"},
		{"journey", []string{"enter", "enter", "enter", "j"}, "down"},
	} {
		walk := func(down, up string) (views []string) {
			d := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
			d.keys(test.keys...)
			for _, name := range []string{down, down, down, up} {
				before := d.screenText()
				d.keys(name)
				views = append(views, d.screenText())
				if d.screenText() == before {
					t.Errorf("%s: %s does not move", test.name, name)
				}
			}
			return views
		}
		if arrows, letters := walk("down", "up"), walk(test.down, "k"); !slices.Equal(arrows, letters) {
			t.Errorf("%s: the letters lead to\n%s\nand the arrows to\n%s", test.name, letters[3], arrows[3])
		}
	}
}
