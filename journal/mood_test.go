package journal

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
)

func TestRated(t *testing.T) {
	for _, c := range []struct{ in, want float64 }{{0, 0}, {-1, -1}, {1.5, 1}, {math.Inf(-1), -1}} {
		if got, given := Rated(c.in).Value(); got != c.want || !given {
			t.Errorf("Rated(%v) is %v, %v", c.in, got, given)
		}
	}
	if zero := Rated(math.Copysign(0, -1)).Or(1); math.Signbit(zero) {
		t.Error("Rated(-0) keeps a sign, which a list would show")
	}
	if Rated(math.NaN()).Given() {
		t.Error("NaN became an answer")
	}
	if got := (Rating{}).Or(0.3); got != 0.3 {
		t.Errorf("a skipped question falls back on %v", got)
	}
	if got := Rated(0).Or(0.3); got != 0 {
		t.Errorf("an answer in the middle became %v", got)
	}
}

func TestRating_JSON(t *testing.T) {
	for _, c := range []struct {
		text string
		want Rating
	}{{"null", Rating{}}, {"0", Rated(0)}, {"-100", Rated(-1)}, {"12.5", Rated(0.125)}} {
		got := Rated(0.77) // what was there before must not shine through
		if err := json.Unmarshal([]byte(c.text), &got); err != nil || got != c.want {
			t.Errorf("%s was read as %+v, %v", c.text, got, err)
		}
		if text, err := json.Marshal(c.want); err != nil || string(text) != c.text {
			t.Errorf("%+v was written as %s, %v", c.want, text, err)
		}
	}
	for text, want := range map[string]error{"100.5": ErrRating, "-101": ErrRating, "1e9": ErrRating} {
		var r Rating
		if err := json.Unmarshal([]byte(text), &r); !errors.Is(err, want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
	var r Rating
	if err := json.Unmarshal([]byte(`"fine"`), &r); err == nil {
		t.Errorf("a word was read as %+v", r)
	}
}

func TestMood(t *testing.T) {
	if !(Mood{}).Empty() || (Mood{Energy: Rated(0)}).Empty() {
		t.Error("only a mood without any answer is empty")
	}
	got := Mood{Valence: Rated(0)}.Or(Mood{Valence: Rated(1), Tension: Rated(-1)})
	if want := (Mood{Valence: Rated(0), Tension: Rated(-1)}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
