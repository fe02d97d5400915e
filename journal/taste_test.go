package journal

import (
	"math"
	"testing"
)

func TestOffset_Reason(t *testing.T) {
	for name, c := range map[string]struct {
		offset Offset
		dial   Dial
		want   string
	}{
		"nothing learned":             {Offset{}, Tempo, ""},
		"too little to hear":          {Offset{Value: -0.039, Sittings: 9}, Tempo, ""},
		"tried out, on no answers":    {Offset{Value: 0.3}, Tempo, ""},
		"a little, by one sitting":    {Offset{Value: -0.04, Sittings: 1}, Tempo, "a little slower: 1 sitting leaned that way, could be chance"},
		"a little, by more":           {Offset{Value: 0.1, Sittings: 6}, Density, "a little fuller: 6 sittings leaned that way, could be chance"},
		"more than a little":          {Offset{Value: -0.2, Sittings: 12}, Brightness, "darker: 12 sittings leaned that way, could be chance"},
		"sure":                        {Offset{Value: 0.5, Sittings: 40, Sure: true}, Brightness, "brighter: 40 sittings leaned that way, probably more than chance"},
		"no number":                   {Offset{Value: math.NaN(), Sittings: 6}, Tempo, ""},
		"a dial that there is not":    {Offset{Value: 0.3, Sittings: 6}, dialCount, ""},
		"a dial that there never was": {Offset{Value: 0.3, Sittings: 6}, -1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.offset.Reason(c.dial); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("every dial has words both ways", func(t *testing.T) {
		seen := make(map[string]bool)
		for d := range dialCount {
			for _, value := range []float64{-0.1, 0.1} {
				text := Offset{Value: value, Sittings: 2}.Reason(d)
				if text == "" || seen[text] {
					t.Errorf("%v by %v: %q", d, value, text)
				}
				seen[text] = true
			}
		}
	})
}

func TestTaste_Dials(t *testing.T) {
	if got, want := aTaste().Dials(), (Dials{Tempo: -0.2, Density: 0.5}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDial_WaysDifferAndExistForEveryDial(t *testing.T) {
	seen := map[string]Dial{}
	for d := range dialCount {
		less, more := d.Ways()
		for _, way := range []string{less, more} {
			if other, known := seen[way]; known || way == "" {
				t.Errorf("%v and %v both go %q", d, other, way)
			}
			seen[way] = d
		}
	}
	if less, more := dialCount.Ways(); less+more != "" {
		t.Errorf("no dial goes %q and %q", less, more)
	}
}
