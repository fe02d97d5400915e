package settings

import (
	"slices"
	"strings"
	"testing"
)

// all is everything that can be set, with a few names of each kind.
func all() []Definition {
	return Definitions(Names{
		Themes:  []Choice{{"dulcet", "one colour"}, {"paper", "sepia"}},
		Breaths: []Choice{{"4-6", "in for four"}, {"box", "held"}},
		Actions: []Action{
			{Name: "pause", About: "pause", Keys: []string{"space", "p"}},
			{Name: "brighter", About: "brighter", Keys: []string{"b"}},
		},
	})
}

func named(t *testing.T, name string) Definition {
	t.Helper()
	d, err := Find(all(), name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDefinition_setAndGet(t *testing.T) {
	for _, test := range []struct {
		name, value, want string // texts with a bar between them
	}{
		{"volume", "-12", "-12"},
		{"volume", "−4.5", "-4.5"},
		{"volume", "-0", "0"},
		{"volume", " -30 ", "-30"},
		{"theme", "paper", "paper"},
		{"background", "Light", "light"},
		{"motion", "calm", "calm"},
		{"power", "low", "low"},
		{"mouse", "off", "off"},
		{"mouse", "true", "on"},
		{"breath", "box", "box"},
		{"breath", "usual", "usual"},
		{"pacer", "no", "off"},
		{"guidance", "false", "off"},
		{"discreet", "yes", "on"},
		{"ask-after", "OFF", "off"},
		{"day-start", "0", "0"},
		{"day-start", "23", "23"},
		{"questions.valence", "rough| smooth ", "rough|smooth"},
		{"questions.energy", "müde|wach", "müde|wach"},
		{"questions.tension", "静か|張り", "静か|張り"},
		{"help-lines", "call Ana| |  breathe out", "call Ana|breathe out"},
		{"help-lines", "", ""},
		{"keys.pause", "p|ctrl+u|p", "p|ctrl+u"},
		{"keys.brighter", "日", "日"},
	} {
		t.Run(test.name+" "+test.value, func(t *testing.T) {
			d, s := named(t, test.name), Usual()
			if err := d.Set(&s, split(test.value)); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(d.Get(s), "|"); got != test.want {
				t.Errorf("it is %q, want %q", got, test.want)
			}
			again := Usual()
			if err := d.Set(&again, d.Get(s)); err != nil || !slices.Equal(d.Get(again), d.Get(s)) {
				t.Errorf("what it says of itself sets %q, %v", d.Get(again), err)
			}
			for _, other := range all() {
				if other.Name != test.name && !other.Usual(s) {
					t.Errorf("%s changed with it", other.Name)
				}
			}
		})
	}
}

// split parts texts at bars; nothing is no text at all.
func split(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, "|")
}

func TestDefinition_refuses(t *testing.T) {
	for _, test := range []struct{ name, value, want string }{
		{"volume", "1", `volume: "1" is not a number of -30 to 0`},
		{"volume", "NaN", "is not a number"},
		{"volume", "loud", "is not a number"},
		{"volume", "", "volume: it takes one value, and none was given"},
		{"volume", "-1|-2", "and 2 were given"},
		{"theme", "blue", `theme: "blue" is not one of dulcet, paper`},
		{"theme", "papr", "did you mean paper?"},
		{"background", "grey", "is not one of ask, dark, light"},
		{"motion", "fast", `motion: "fast" is not one of full, calm, none`},
		{"power", "", "it takes one value"},
		{"mouse", "maybe", `mouse: "maybe" is not one of on, off`},
		{"breath", "boxx", `is not one of usual, 4-6, box: did you mean box?`},
		{"day-start", "24", "is not a whole number of 0 to 23"},
		{"day-start", "4.5", "is not a whole number of 0 to 23"},
		{"questions.valence", "well", "it takes two texts, one for each end, and one was given"},
		{"questions.valence", "well|", "give both"},
		{"questions.valence", "well|well", "they have to differ"},
		{"questions.valence", "a\x1b[31m|b", "no control characters"},
		{"questions.valence", "a|b\xff", "no control characters"},
		{"questions.valence", "a|" + strings.Repeat("ü", 17), "longer than the 16 characters"},
		{"help-lines", "one\ntwo", "no line ends"},
		{"help-lines", strings.Repeat("x|", 20) + "x", "there is room for 20 texts, and 21 were given"},
		{"help-lines", strings.Repeat("x", 501), "longer than the 500 characters"},
		{"keys.pause", "", "give at least one"},
		{"keys.pause", "space bar", "is not the name of a key"},
		{"keys.pause", "\x1b", "is not the name of a key"},
		{"keys.pause", "a|b|c|d|e|f|g|h|i", "room for 8 keys"},
	} {
		t.Run(test.name+" "+test.value, func(t *testing.T) {
			d, s := named(t, test.name), Usual()
			err := d.Set(&s, split(test.value))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %s", err, test.want)
			}
			if !d.Usual(s) {
				t.Errorf("it is %q all the same", d.Get(s))
			}
		})
	}
}

func TestDefinition_everyFieldCanBeSet(t *testing.T) {
	other := map[string][]string{
		"questions.valence": {"a", "b"}, "questions.energy": {"a", "b"}, "questions.tension": {"a", "b"},
		"help-lines": {"call Ana"}, "keys.pause": {"f"}, "keys.brighter": {"f"},
	}
	for _, d := range all() {
		s := Usual()
		value, given := other[d.Name]
		if !given {
			value = d.Stepped(s, -1)
		}
		if err := d.Set(&s, value); err != nil {
			t.Error(err)
		}
		if d.Usual(s) {
			t.Errorf("%s stays at %q", d.Name, d.Get(s))
		}
		if d.Group == "" || d.About == "" {
			t.Errorf("%s says too little of itself", d.Name)
		}
	}
}

func TestDefinition_Stepped(t *testing.T) {
	for _, test := range []struct {
		name  string
		from  string
		steps int
		want  string
	}{
		{"motion", "full", 1, "calm"},
		{"motion", "full", -1, "none"},
		{"motion", "none", 1, "full"},
		{"motion", "full", -4, "none"},
		{"mouse", "on", 1, "off"},
		{"volume", "0", 1, "0"},
		{"volume", "0", -3, "-3"},
		{"volume", "-29.5", -1, "-30"},
		{"day-start", "4", 40, "23"},
		{"keys.pause", "p", 1, "p"},
	} {
		d, s := named(t, test.name), Usual()
		if err := d.Set(&s, []string{test.from}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(d.Stepped(s, test.steps), "|"); got != test.want {
			t.Errorf("%s, %d on from %s, is %s, want %s", test.name, test.steps, test.from, got, test.want)
		}
	}
}

func TestDefinition_Told(t *testing.T) {
	s := Usual()
	s.Theme = "paper"
	for name, want := range map[string]string{
		"theme": "the colours. paper: sepia", "mouse": named(t, "mouse").About, "breath": named(t, "breath").About, "help-lines": named(t, "help-lines").About,
	} {
		if got := named(t, name).Told(s); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestFind_suggestsWhatIsNear(t *testing.T) {
	for typed, want := range map[string]string{
		"moton":      `there is no setting "moton": did you mean motion?`,
		"Volume":     "did you mean volume?",
		"help_lines": "did you mean help-lines?",
		"valence":    "did you mean questions.valence?",
		"pasue":      "\"dulcet settings\" lists them",
		"keys.pasue": "did you mean keys.pause?",
		"xyzzy":      `there is no setting "xyzzy": "dulcet settings" lists them`,
		"":           `there is no setting ""`,
	} {
		if _, err := Find(all(), typed); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", typed, err, want)
		}
	}
	if _, err := Find(all(), strings.Repeat("motion", 1e5)); err == nil || len(err.Error()) > 200 {
		t.Error("a name of any length is told in full")
	}
}
