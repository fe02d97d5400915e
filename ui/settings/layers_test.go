package settings

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// possible draws a value that the setting takes.
func possible(d Definition) *rapid.Generator[[]string] {
	word := rapid.StringMatching(`[a-z"\\é日]{1,8}`)
	switch {
	case d.toggle, len(d.Choices) > 0:
		return rapid.SliceOfN(rapid.SampledFrom(d.Choices), 1, 1)
	case d.Range != nil:
		return rapid.Map(rapid.IntRange(int(d.Range.Least), int(d.Range.Most)), func(n int) []string { return []string{written(float64(n))} })
	case len(d.Parts) == 2:
		return rapid.SliceOfNDistinct(word, 2, 2, rapid.ID)
	}
	return rapid.SliceOfNDistinct(word, 1, 4, rapid.ID)
}

// anyValues draws values for some of the settings; refused ones are among them.
func anyValues(t *rapid.T, label string) (values Values, sound map[string]bool) {
	values, sound = Values{}, map[string]bool{}
	for _, d := range all() {
		switch rapid.IntRange(0, 3).Draw(t, label+" "+d.Name) {
		case 0:
			values[d.Name], sound[d.Name] = possible(d).Draw(t, "value"), true
		case 1:
			values[d.Name] = []string{"\x00"}
			if d.Name == "help-lines" {
				values[d.Name] = []string{"a\x00b"}
			}
		}
	}
	return values, sound
}

func TestLayers_Resolve(t *testing.T) {
	t.Run("the highest layer with a value that can be holds", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			data, dataSound := anyValues(t, "data")
			file, fileSound := anyValues(t, "file")
			flags, flagsSound := anyValues(t, "flags")
			layers := Layers{Data: data, File: file, Flags: flags, FileName: "config.toml"}
			before := Layers{Data: maps.Clone(data), File: maps.Clone(file), Flags: maps.Clone(flags)}
			settled, refused := layers.Resolve(all())

			bad := 0
			for _, d := range all() {
				want := d.Get(Usual())
				for _, layer := range []struct {
					values Values
					sound  map[string]bool
				}{{data, dataSound}, {file, fileSound}, {flags, flagsSound}} {
					value, given := layer.values[d.Name]
					switch {
					case given && layer.sound[d.Name]:
						want = value
					case given:
						bad++
					}
				}
				if got := d.Get(settled); !slices.Equal(got, want) {
					t.Fatalf("%s is %q, want %q", d.Name, got, want)
				}
			}
			if len(refused) != bad {
				t.Fatalf("%d values were refused, want %d: %v", len(refused), bad, refused)
			}
			same := func(a, b Values) bool { return maps.EqualFunc(a, b, slices.Equal) }
			if !same(layers.Data, before.Data) || !same(layers.File, before.File) || !same(layers.Flags, before.Flags) {
				t.Fatal("the layers were changed")
			}
		})
	})
	t.Run("what is refused is told with its place", func(t *testing.T) {
		layers := Layers{
			Data: Values{"motion": {"fast"}}, File: Values{"power": {"much"}}, Flags: Values{"mouse": {"perhaps"}},
			FileName: "/etc/dulcet.toml",
		}
		settled, refused := layers.Resolve(all())
		want := []string{
			`the data file: motion: "fast" is not one of full, calm, none`,
			`/etc/dulcet.toml: power: "much" is not one of auto, low, full`,
			`the command line: mouse: "perhaps" is not one of on, off`,
		}
		for i, err := range refused {
			if i >= len(want) || err.Error() != want[i] {
				t.Errorf("refused: %v", err)
			}
		}
		if len(refused) != len(want) || settled.Motion != FullMotion {
			t.Errorf("%d refused, motion %s", len(refused), settled.Motion)
		}
	})
	t.Run("a setting of a newer Dulcet is left alone", func(t *testing.T) {
		if _, refused := (Layers{Data: Values{"scent": {"pine"}}}).Resolve(all()); len(refused) > 0 {
			t.Error(refused)
		}
	})
}

func TestLayers_Changeable(t *testing.T) {
	layers := Layers{
		Data: Values{"motion": {"calm"}, "power": {"low"}, "theme": {"paper"}},
		File: Values{"power": {"full"}, "theme": {"dulcet"}}, Flags: Values{"theme": {"paper"}}, FileName: "config.toml",
	}
	for name, want := range map[string]struct {
		source Source
		says   string
	}{
		"volume": {FromNowhere, ""},
		"motion": {FromData, ""},
		"power":  {FromFile, "power comes from config.toml: change it there"},
		"theme":  {FromFlag, "theme was set on the command line and holds until you leave"},
	} {
		if got := layers.Source(name); got != want.source {
			t.Errorf("%s comes from %v, want %v", name, got, want.source)
		}
		says := ""
		if err := layers.Changeable(name); err != nil {
			says = err.Error()
		}
		if says != want.says {
			t.Errorf("%s: %q, want %q", name, says, want.says)
		}
	}
}

func TestValues_With(t *testing.T) {
	var none Values
	one := none.With("motion", []string{"calm"})
	two := one.With("power", []string{"low"})
	gone := two.With("motion", nil)
	if len(none) != 0 || len(one) != 1 || len(two) != 2 || len(gone) != 1 || gone["power"][0] != "low" {
		t.Errorf("%v, %v, %v, %v", none, one, two, gone)
	}
}

func TestParseStored(t *testing.T) {
	kept := Values{"motion": {"calm"}, "help-lines": {"a", "“b”"}}
	text, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseStored(text)
	if err != nil || !maps.EqualFunc(read, kept, slices.Equal) {
		t.Errorf("%v, %v", read, err)
	}
	if read, err := ParseStored(nil); err != nil || len(read) > 0 {
		t.Errorf("nothing kept: %v, %v", read, err)
	}
	for _, broken := range []string{"[", `"motion"`, `{"motion":"calm"}`, "{}x"} {
		if _, err := ParseStored([]byte(broken)); err == nil || !strings.Contains(err.Error(), "cannot be read") {
			t.Errorf("%s: %v", broken, err)
		}
	}
}
