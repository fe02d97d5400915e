package settings

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseTOML(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       Values
		mistakes   []string // what each says
	}{
		{name: "nothing", text: "", want: Values{}},
		{name: "a comment", text: "# later\n", want: Values{}},
		{
			name: "numbers, switches, texts and lists",
			text: "volume = -6.5\nmouse = false\nmotion = \"calm\"\nday-start = 5\nhelp-lines = [\"call Ana\", 'or \"Ben\"']\n",
			want: Values{"volume": {"-6.5"}, "mouse": {"false"}, "motion": {"calm"}, "day-start": {"5"}, "help-lines": {"call Ana", `or "Ben"`}},
		},
		{
			name: "tables, dotted names and names in quotes",
			text: "questions.valence = [\"a\", \"b\"]\n\"questions.energy\" = [\"c\", \"d\"]\n[keys]\npause = \"p\"\nbrighter = [\"y\", \"+\"]\n",
			want: Values{"questions.valence": {"a", "b"}, "questions.energy": {"c", "d"}, "keys.pause": {"p"}, "keys.brighter": {"y", "+"}},
		},
		{
			name: "a table on one line", text: "keys = { pause = \"p\" }",
			want: Values{"keys.pause": {"p"}},
		},
		{
			name: "one mistake leaves the rest",
			text: "motion = \"calm\"\n\nmoton = \"full\"\npower = \"much\"\n",
			want: Values{"motion": {"calm"}},
			mistakes: []string{
				`line 3: there is no setting "moton": did you mean motion?`,
				`line 4: power: "much" is not one of auto, low, full`,
			},
		},
		{
			name:     "values of the wrong kind",
			text:     "volume = [-3, -4]\nmotion = 3\nmouse = 1979-05-27\nhelp-lines = [[\"a\"]]\nkeys = \"p\"\n[theme]\nname = \"paper\"\n[[power]]\nx = 1\n",
			want:     Values{},
			mistakes: []string{"line 1: volume: it takes one value, and 2 were given", `line 2: motion: "3" is not one of`, "line 3: mouse: it is a text, a number", "line 4: help-lines: it is a text", `line 5: there is no setting "keys"`, "line 6: theme: it is a text", "line 8: power: it is a text"},
		},
		{
			name:     "a table that there is none of",
			text:     "\n[sound]\nvolume = -3\n[keys]\njump = \"x\"\n",
			want:     Values{},
			mistakes: []string{`line 2: there is no setting "sound"`, `line 5: there is no setting "keys.jump"`},
		},
		{
			name: "no TOML", text: "motion = \"calm\"\npower = low\n",
			mistakes: []string{"line 2: this is not TOML ("},
		},
		{
			name: "the same twice", text: "motion = \"calm\"\nmotion = \"full\"\n",
			mistakes: []string{"line 2: this is not TOML ("},
		},
		{
			name: "control characters in a value", text: "theme = \"\\u001b[31m\"\nhelp-lines = [\"a\\u0000\"]\n", want: Values{},
			mistakes: []string{`line 1: theme: "\x1b[31m" is not one of`, "line 2: help-lines: a text holds no control characters"},
		},
		{
			name: "control characters themselves", text: "theme = \"\x1b[31m\"\n",
			mistakes: []string{"line 1: this is not TOML ("},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, mistakes := ParseTOML([]byte(test.text), all())
			if !maps.EqualFunc(got, test.want, slices.Equal) {
				t.Errorf("%v, want %v", got, test.want)
			}
			for i := range max(len(mistakes), len(test.mistakes)) {
				if i >= len(mistakes) || i >= len(test.mistakes) || !strings.HasPrefix(mistakes[i].Error(), test.mistakes[i]) {
					t.Fatalf("the mistakes are %q, want %q", mistakes, test.mistakes)
				}
			}
		})
	}
}

func TestParseTOML_anotherFile(t *testing.T) {
	t.Run("ten megabytes are not read", func(t *testing.T) {
		_, mistakes := ParseTOML([]byte(strings.Repeat("#", 10<<20)), all())
		if len(mistakes) != 1 || !strings.Contains(mistakes[0].Error(), "it is probably another file") {
			t.Error(mistakes)
		}
	})
	t.Run("many mistakes are counted", func(t *testing.T) {
		var b strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&b, "key-%d = 1\n", i)
		}
		b.WriteString("motion = \"calm\"\n")
		got, mistakes := ParseTOML([]byte(b.String()), all())
		if len(mistakes) != maxMistakes+1 || !strings.Contains(mistakes[maxMistakes].Error(), "more mistakes") {
			t.Errorf("%d mistakes, the last is %v", len(mistakes), mistakes[len(mistakes)-1])
		}
		if !slices.Equal(got["motion"], []string{"calm"}) {
			t.Error("what is right was not read")
		}
	})
}

func TestLayers_TOML(t *testing.T) {
	t.Run("what is printed is read back the same", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			layers := Layers{FileName: "a\nb.toml", Data: Values{}, File: Values{}}
			for _, d := range all() {
				if rapid.Bool().Draw(t, d.Name) {
					layers.Data[d.Name] = possible(d).Draw(t, "kept")
				}
				if rapid.Bool().Draw(t, d.Name) {
					layers.File[d.Name] = possible(d).Draw(t, "in the file")
				}
			}
			printed := layers.TOML(all())
			values, mistakes := ParseTOML([]byte(printed), all())
			if len(mistakes) > 0 {
				t.Fatalf("%v in\n%s", mistakes, printed)
			}
			again, _ := Layers{File: values}.Resolve(all())
			want, _ := layers.Resolve(all())
			for _, d := range all() {
				if !slices.Equal(d.Get(again), d.Get(want)) {
					t.Fatalf("%s is %q, was %q, in\n%s", d.Name, d.Get(again), d.Get(want), printed)
				}
			}
		})
	})
	t.Run("every setting is told, and where it comes from", func(t *testing.T) {
		printed := Layers{Data: Values{"mouse": {"off"}}, FileName: "config.toml", File: Values{"volume": {"-6"}}}.TOML(all())
		for _, want := range []string{"## sound", "\nvolume = -6 # from config.toml\n", "\nmouse = false # from the data file\n", "\n# motion = \"full\"\n", "\n# full, calm, none\n", "\n# help-lines = []\n"} {
			if !strings.Contains(printed, want) {
				t.Errorf("no %q in\n%s", want, printed)
			}
		}
	})
}

func FuzzParseTOML(f *testing.F) {
	for _, seed := range []string{"", "motion = \"calm\"", "[keys]\npause = [\"p\", 1, true]", "a.b.c = {d = [[1]]}", "[[x]]\n[x.y]", "questions = {valence = 1}", "\"\" = 1\n[\"keys.\"]\nx=1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		values, mistakes := ParseTOML(data, all())
		for _, err := range mistakes {
			if err == nil || err.Error() == "" {
				t.Fatal("a mistake without a word")
			}
		}
		if _, refused := (Layers{File: values}).Resolve(all()); len(refused) > 0 {
			t.Fatalf("values with a mistake were taken: %v", refused)
		}
	})
}
