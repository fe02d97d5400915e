package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/journal"
)

// pickedOf are the words that are picked, as the check-in would keep them.
func pickedOf(d *driver) string { return strings.Join(formOf(d).words.picked, ",") }

// wordAt is the word that has the cursor.
func wordAt(d *driver) string {
	m, at := formOf(d).words.current()
	return m.spots[at].Word
}

func TestWords_enterPicksTheWordUnderTheCursorIfNoneIs(t *testing.T) {
	for _, test := range []struct {
		keys []string
		want string
	}{
		{[]string{"w", "enter"}, "okay"},
		{[]string{"w", "space", "right", "enter"}, "okay"},
		{[]string{"w", "space", "left", "space", "h", "esc"}, "okay,melancholy"},
		{[]string{"w", "right", "esc"}, ""},
		{[]string{"w", "space", "space", "esc"}, ""},
	} {
		d := drive(t, &fakeJournal{}, 80, 24)
		d.keys(test.keys...)
		d.mustShow("1 of 3") // the door is closed again
		if got := pickedOf(d); got != test.want {
			t.Errorf("%v picks %q, want %q", test.keys, got, test.want)
		}
	}
}

func TestWords_theMapBeginsWhereTheAnswersPoint(t *testing.T) {
	for _, test := range []struct {
		answers string // well, energy, tension, as typed
		near    words.Feeling
	}{
		{"019", words.Feeling{Valence: -1, Arousal: 0}},
		{"099", words.Feeling{Valence: -1, Arousal: 0.8}},
		{"910", words.Feeling{Valence: 0.8, Arousal: -0.9}},
		{"998", words.Feeling{Valence: 0.8, Arousal: 0.7}},
		{"500", words.Feeling{Valence: 0, Arousal: -1}},
	} {
		d := drive(t, &fakeJournal{}, 80, 24)
		for i, answer := range test.answers {
			d.keys(string(answer))
			if i < 2 {
				d.keys("enter")
			}
		}
		d.keys("w")
		at, known := words.FeelingOf(wordAt(d))
		if !known || at.Distance(test.near) > 0.5 {
			t.Errorf("the answers %s lead to %+v", test.answers, at)
		}
		d.mustShow("› "+at.Word, "○")
	}
}

func TestWords_goingBackChangesNothing(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("w", "space", "left", "up", "/")
	d.write("jangl")
	word, picked := wordAt(d), pickedOf(d)
	d.keys("esc", "esc")
	d.mustShow("1 of 3")
	d.keys("w")
	if wordAt(d) != word || pickedOf(d) != picked {
		t.Errorf("the cursor is on %q, and picked is %q; it was %q and %q", wordAt(d), pickedOf(d), word, picked)
	}
	d.keys("/")
	d.mustShow("jangl")
	d.write("y")
	d.keys("enter", "enter")
	d.mustShow("1 of 3")
	if got := pickedOf(d); got != picked+",jangly" {
		t.Errorf("picked is %q", got)
	}
}

func TestWords_typingFindsWhatIsNotOnTheMap(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("w", "/")
	d.write("knacker")
	d.mustShow("› knackered", "unwell, quiet")
	d.keys("enter")
	d.write("j? w x")
	d.keys("enter")
	d.mustShow("● knackered · j? w x")
	d.keys("down", "enter") // the first of what is picked, given back
	if got := pickedOf(d); got != "j? w x" {
		t.Errorf("picked is %q", got)
	}
	d.send(tea.PasteMsg{Content: "two\nlines\x1b[31m and more than forty characters of it, which is too long"})
	d.keys("enter", "enter")
	d.mustShow("1 of 3")
	picked := formOf(d).words.picked
	if len(picked) != 2 || strings.ContainsAny(picked[1], "\n\x1b") || len([]rune(picked[1])) > longestWord {
		t.Errorf("picked is %q", picked)
	}
	if mood := words.MoodOf([]string{"knackered"}); mood.Empty() {
		t.Error("what is offered means nothing")
	}
}

func TestWords_onesOwnWordsComeBackWhereTheyWereUsed(t *testing.T) {
	in := &fakeJournal{}
	for i, mood := range []journal.Mood{
		{Valence: journal.Rated(0.8), Energy: journal.Rated(0.9), Tension: journal.Rated(0.5)},
		{Valence: journal.Rated(0.6), Energy: journal.Rated(0.9)},
	} {
		in.history.CheckIns = append(in.history.CheckIns, journal.CheckIn{
			ID: string(rune('a' + i)), Stamp: journal.StampAt(evening.Add(-time.Hour)), When: journal.Alone, Mood: mood, Words: []string{"zingy", "日本", "calm"},
		})
	}
	d := drive(t, in, 80, 24)
	d.keys("w")
	d.mustShow("zingy", "calm")
	m, _ := formOf(d).words.current()
	spot := m.spots[m.find("zingy")]
	if want := (words.Feeling{Word: "zingy", Valence: 0.7, Arousal: 0.575}); spot.Distance(want) > 1e-9 {
		t.Errorf("zingy stands at %+v", spot.Feeling)
	}
	if d.shows("日本") {
		t.Error("a word that terminals draw in different widths stands on the map")
	}
	d.keys("/")
	d.mustShow("日本") // in the list, where nothing stands on its right
	d.write("zin")
	d.keys("enter")
	if got := pickedOf(d); got != "zingy" {
		t.Errorf("picked is %q", got)
	}
}

func TestUsedWords_theLatestFirstOfALimitedTime(t *testing.T) {
	var history journal.History
	for i := range 36500 {
		history.CheckIns = append(history.CheckIns, journal.CheckIn{Words: []string{"calm", "word " + string(rune('a'+i%26))}, Mood: journal.Mood{Valence: journal.Rated(0.5)}})
	}
	used := usedWords(history)
	if len(used) != 27 || used[0] != "calm" || !slices.Contains(used, "word z") {
		t.Errorf("used are %q", used)
	}
	long := history.CheckIns[0]
	long.Words = []string{"long ago"}
	history.CheckIns[len(history.CheckIns)-usedCheckIns-1] = long
	if slices.Contains(usedWords(history), "long ago") || ownPlaces(history)["long ago"].count > 0 {
		t.Error("all of ten years is looked through for every opening of the words")
	}
}

// pick picks feeling words by typing them, and goes back to the questions.
func (d *driver) pick(words ...string) {
	d.keys("w", "/")
	for _, word := range words {
		d.write(word)
		d.keys("enter")
	}
	d.keys("enter")
}
