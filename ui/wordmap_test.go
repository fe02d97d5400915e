package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dulcet/generator/words"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// anyMap lays out some words at some size.
func anyMap(random *rand.Rand) wordMap {
	all := words.Offered()
	for i := range random.IntN(4) {
		own := words.Feeling{Word: strings.Repeat("own ", i) + "word", Valence: 2*random.Float64() - 1, Arousal: 2*random.Float64() - 1}
		all = append([]words.Feeling{own}, all...)
	}
	all = all[:random.IntN(len(all)+1)]
	var here *words.Feeling
	if random.IntN(2) == 0 {
		here = &words.Feeling{Valence: 2*random.Float64() - 1, Arousal: 2*random.Float64() - 1}
	}
	return layOut(all, settings.Usual().Questions[0], here, random.IntN(120), random.IntN(30))
}

func TestWordMap_theArrowsReachEveryWord(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	for range 80 {
		m := anyMap(random)
		reached := map[int]bool{}
		var walk func(at int)
		walk = func(at int) {
			if at < 0 || reached[at] {
				return
			}
			reached[at] = true
			for _, direction := range []int{-1, 1} {
				walk(m.beside(at, direction))
				walk(m.over(at, direction, m.spots[at].middle()))
			}
		}
		// From the last word, so that the way there is not the order of the list.
		walk(len(m.spots) - 1)
		if len(reached) != len(m.spots) {
			t.Fatalf("seed %d: %d of %d words are reached on a map of %d×%d", seed, len(reached), len(m.spots), m.width, m.height)
		}
	}
}

func TestWordMap_arrowsGoWhereTheyPoint(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	for range 80 {
		m := anyMap(random)
		for at, from := range m.spots {
			if to := m.spots[m.beside(at, 1)]; to.middle() < from.middle() {
				t.Fatalf("seed %d: right of %q is %q, which is on its left", seed, from.Word, to.Word)
			}
			if to := m.spots[m.beside(at, -1)]; to.middle() > from.middle() {
				t.Fatalf("seed %d: left of %q is %q, which is on its right", seed, from.Word, to.Word)
			}
			for _, direction := range []int{-1, 1} {
				next := m.over(at, direction, from.middle())
				if to := m.spots[next]; next != at && direction*(to.row-from.row) <= 0 {
					t.Fatalf("seed %d: %d rows from %q is %q, which is on row %d and not beyond %d", seed, direction, from.Word, to.Word, to.row, from.row)
				}
			}
		}
	}
}

func TestWordMap_noTwoWordsTouch(t *testing.T) {
	styles := theme.New(theme.Dark, theme.Affect{})
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	for range 80 {
		m := anyMap(random)
		for i, spot := range m.spots {
			if spot.start < 0 || spot.start+spot.width > m.width || spot.row < 0 || spot.row >= m.height {
				t.Fatalf("seed %d: %+v leaves the map of %d×%d", seed, spot, m.width, m.height)
			}
			if i > 0 && m.spots[i-1].row == spot.row && m.spots[i-1].start+m.spots[i-1].width >= spot.start {
				t.Fatalf("seed %d: %q touches %q", seed, spot.Word, m.spots[i-1].Word)
			}
		}
		for cursor := range m.spots {
			for row, line := range m.view(cursor, []string{"calm"}, styles) {
				if wide := ansi.StringWidth(line); wide > m.width {
					t.Fatalf("seed %d: row %d is %d cells wide on a map of %d", seed, row, wide, m.width)
				}
			}
			if cursor > 3 {
				break
			}
		}
	}
}

func TestWordMap_wordsStayInTheirQuarterAndNearTheirPlace(t *testing.T) {
	for _, size := range [][2]int{{38, 8}, {68, 15}, {68, 21}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			m := layOut(words.Offered(), settings.Usual().Questions[0], nil, size[0], size[1])
			if least := map[int]int{8: 16, 15: 50, 21: 60}[size[1]]; len(m.spots) < least {
				t.Errorf("only %d words have a place", len(m.spots))
			}
			for _, spot := range m.spots {
				right, upper := 2*spot.middle() > m.width-1, 2*spot.row < m.height-1
				if spot.Valence > 0.3 && !right || spot.Valence < -0.3 && right && 2*spot.middle() != m.width {
					t.Errorf("%q (%v) stands in column %d of %d", spot.Word, spot.Valence, spot.middle(), m.width)
				}
				if spot.Arousal < -0.3 && upper || spot.Arousal > 0.3 && 2*spot.row > m.height-1 {
					t.Errorf("%q (%v) stands in row %d of %d", spot.Word, spot.Arousal, spot.row, m.height)
				}
			}
		})
	}
}

func TestOnMap_onlyWhatEveryTerminalDrawsAlike(t *testing.T) {
	for word, want := range map[string]bool{
		"jangly": true, "so-so": true, "grün": true, "устал": true, "can’t be bothered": true,
		"": false, " ": false, "日本": false, "😊": false, "שלום": false, "e\u0301": false, "x\x1b[2J": false, "ｗｉｄｅ": false, "a\u202eb": false,
	} {
		if got := onMap(word); got != want {
			t.Errorf("onMap(%q) = %v", word, got)
		}
	}
}

func BenchmarkLayOut(b *testing.B) {
	all := words.Offered()
	for b.Loop() {
		layOut(all, settings.Usual().Questions[0], nil, 68, 15)
	}
}
