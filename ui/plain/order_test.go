package plain

import (
	"strings"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/player/output"
	"dulcet/ui"
)

func TestMatch(t *testing.T) {
	for line, want := range map[string]string{
		"brighter": "brighter|", "calmer": "softer|", "brighter please": "", "more rain": "more|rain", "more": "more|",
		"no bass": "no|bass", "nobody": "", "next": "move on|", "next soundscape": "next soundscape|", "let go": "let go|",
		"home": "home|", "home 23:10": "home|23:10", "home at 7:05": "home|7:05", "bring it home at 23": "home|23", "homeward": "",
		"longer": "longer|", "longer 10 minutes": "longer|10 minutes", "?": "help|", "keep this moment": "keep|", "sing": "",
	} {
		found, rest := match(strings.Fields(line))
		got := ""
		if found != nil {
			got = found.names[0] + "|" + rest
		}
		if got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
}

func TestOrders_haveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range orders() {
		for _, name := range o.names {
			if seen[name] || name != strings.ToLower(name) || o.does == "" {
				t.Errorf("%q is named twice, or not in lower case, or says nothing", name)
			}
			seen[name] = true
		}
	}
}

// conducting starts a silent sitting and returns who takes orders for it.
func conducting(t *testing.T, goal journal.Goal) *Conductor {
	t.Helper()
	brief, err := generator.NewBrief(journal.Mood{}, goal, 20, journal.Taste{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	out := output.NewSilent()
	playing, err := player.Start(player.Options{Brief: brief, Output: out})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		playing.Stop()
		<-playing.Done()
		_ = out.Close()
	})
	return NewConductor(playing, brief, func() time.Time { return time.Date(2026, 11, 22, 20, 40, 0, 0, time.UTC) })
}

func TestConductor_carriesOrdersOutAndSaysSo(t *testing.T) {
	c := conducting(t, journal.Calm)
	for _, test := range []struct{ line, says string }{
		{"", ""},
		{"  \t", ""},
		{"Brighter", "a little brighter · now · the music follows"},
		{"sparser", "a little sparser"},
		{"more rain", "rain +3 dB · now"},
		{"less melody", "melody −3 dB · now"},
		{"no bass", "bass off · now"},
		{"more drums", `nothing in this piece is called "drums": there are melody, chords`},
		{"more piano", "piano "},
		{"next soundscape", "another soundscape"},
		{"HOLD", "holding this section"},
		{"let go", "let go"},
		{"move on", "moving on at the end of the phrase"},
		{"longer", "5 min longer · it ends at 21:0"},
		{"shorter 10 minutes", "10 min shorter · it ends at 20:5"},
		{"longer than that", "minutes are a number"},
		{"home 21:10", "coming home so that it ends at 21:10"},
		{"home 25:00", "a time is written as 23:10"},
		{"keep", "this moment is kept: 0:0"},
		{"quieter", "volume −2 dB"},
		{"where", "of 30:0"},
		{"help", "  more LAYER             more of a layer"},
		{"sing me a song", `"sing me a song" is nothing that can be asked for: "help" lists the words`},
		{"home", "coming home within a minute"},
	} {
		said := c.Take(test.line)
		if !strings.Contains(said, test.says) || test.says == "" && said != "" {
			t.Errorf("%q says %q, want %q", test.line, said, test.says)
		}
		if test.line == "home 21:10" {
			awaitTaken(t, c.hand.Sitting)
		}
	}
	wish := c.hand.Sitting.Status().Wish
	bass, _ := c.hand.Brief.Layer("bass")
	if wish.Dials[journal.Brightness] <= 0 || wish.Levels.Of(bass.Parts) != generator.LeastLevel || wish.Hold || wish.MoveOn != 1 || wish.Home != 1 {
		t.Errorf("in the end %+v is wished", wish)
	}
	if c.hand.Sitting.Status().Kept != 1 {
		t.Error("no moment was kept")
	}
}

// awaitTaken waits until the piece has taken what is wished.
func awaitTaken(t *testing.T, sitting ui.Sitting) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		status := sitting.Status()
		if status.Piece.Wish == status.Wish {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the piece never takes %+v", status.Wish)
		}
	}
}
