package words

import (
	"slices"
	"testing"
)

func TestOffered_isASpreadOfWordsThatAreAllKnown(t *testing.T) {
	all := Offered()
	if want := len(phrasesOf(mapped)); len(all) != want || want < 40 {
		t.Fatalf("%d of %d words have a place", len(all), want)
	}
	seen := map[string]bool{}
	quarters := map[[2]bool]int{}
	for i, f := range all {
		if seen[f.Word] {
			t.Errorf("%q is offered twice", f.Word)
		}
		seen[f.Word] = true
		if MoodOf([]string{f.Word}).Empty() {
			t.Errorf("%q means nothing", f.Word)
		}
		if f.Valence < -1 || f.Valence > 1 || f.Arousal < -1 || f.Arousal > 1 {
			t.Errorf("%q stands at %v, %v", f.Word, f.Valence, f.Arousal)
		}
		if i < 16 {
			quarters[[2]bool{f.Valence > 0, f.Arousal > 0}]++
		}
	}
	for quarter, count := range quarters {
		if count < 3 {
			t.Errorf("of the first words %d lie in the quarter %v", count, quarter)
		}
	}
	if len(quarters) != 4 {
		t.Errorf("the first words leave a quarter empty: %v", quarters)
	}
}

func TestFeelingOf_knowsEveryWayOfWriting(t *testing.T) {
	calm, _ := FeelingOf("calm")
	if calm != (Feeling{"calm", 0.72, -0.69}) {
		t.Errorf("calm stands at %+v", calm)
	}
	for _, written := range []string{"Calm", " calm ", "CALM"} {
		if f, known := FeelingOf(written); !known || f != calm {
			t.Errorf("%q is %+v, %v", written, f, known)
		}
	}
	if f, known := FeelingOf("can’t relax"); !known || f.Word != "can't relax" {
		t.Errorf("with an apostrophe it is %+v, %v", f, known)
	}
	for _, unknown := range []string{"", " ", "😊", "zzz", "piano", "bittersweet symphony"} {
		if f, known := FeelingOf(unknown); known {
			t.Errorf("%q is known: %+v", unknown, f)
		}
	}
	if snug, _ := FeelingOf("snug"); snug.Distance(Feeling{Valence: 0.85, Arousal: -0.73}) > 0.01 {
		t.Errorf("a word that stands for another stands elsewhere: %+v", snug)
	}
}

func TestSimilar_putsWhatBeginsWithItFirst(t *testing.T) {
	names := func(typed string, limit int) []string {
		var names []string
		for _, f := range Similar(typed, limit) {
			names = append(names, f.Word)
		}
		return names
	}
	if got := names("wir", 3); !slices.Equal(got, []string{"wired"}) {
		t.Errorf("wir finds %q", got)
	}
	if got := names("TIRED", 4); got[0] != "tired" || !slices.Contains(got, "dead tired") {
		t.Errorf("tired finds %q", got)
	}
	if got := names("can't sw", 4); !slices.Equal(got, []string{"can't switch off"}) {
		t.Errorf("can't sw finds %q", got)
	}
	if got := names("e", 5); len(got) != 5 {
		t.Errorf("five at most are %q", got)
	}
	for _, nothing := range []string{"", "  ", "qqqq", "\x1b[31m"} {
		if got := names(nothing, 5); len(got) != 0 {
			t.Errorf("%q finds %q", nothing, got)
		}
	}
}
