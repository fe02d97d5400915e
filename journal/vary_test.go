package journal

import (
	"math"
	"strings"
	"testing"
)

// aTaste has learned something of each learned dial, one of them to its bound.
func aTaste() Taste {
	var taste Taste
	taste.Offsets[Tempo] = Offset{Value: -0.2, SD: 0.25}
	taste.Offsets[Density] = Offset{Value: 0.5, SD: 0.2}
	taste.Offsets[Brightness] = Offset{SD: 0.3}
	return taste
}

const someSeeds = 20_000

func TestVary(t *testing.T) {
	taste := aTaste()
	t.Run("only the learned dials move, within bounds, in steps", func(t *testing.T) {
		for seed := range uint32(someSeeds) {
			dials, varied, _ := Vary(taste, seed)
			for d, v := range dials {
				isLearned := Dial(d) <= Brightness
				if !(math.Abs(v) <= MaxOffset) || v != RoundDial(v) || (!isLearned && v != 0) {
					t.Fatalf("seed %d: %v is %v", seed, Dial(d), v)
				}
				if math.Abs(varied[d]-(v-taste.Offsets[d].Value)) > 1e-12 {
					t.Fatalf("seed %d: %v was varied by %v, told %v", seed, Dial(d), v-taste.Offsets[d].Value, varied[d])
				}
			}
		}
	})
	t.Run("the same seed varies the same", func(t *testing.T) {
		for seed := range uint32(100) {
			a, varied, p := Vary(taste, seed)
			b, again, q := Vary(taste, seed)
			if a != b || *varied != *again || p != q {
				t.Fatalf("seed %d: %v, then %v", seed, a, b)
			}
		}
	})
	t.Run("one sitting of six tries anything, evenly", func(t *testing.T) {
		explored := 0.0
		var sum, squares float64
		for seed := range uint32(someSeeds) {
			if Explores(seed) {
				explored++
				dials, _, _ := Vary(taste, seed)
				sum += dials[Tempo]
				squares += dials[Tempo] * dials[Tempo]
			}
		}
		if share := explored / someSeeds; math.Abs(share-1.0/6) > 0.01 {
			t.Errorf("%v of the sittings explore", share)
		}
		// An even distribution over one unit has mean 0 and variance 1/12.
		if mean, variance := sum/explored, squares/explored; math.Abs(mean) > 0.02 || math.Abs(variance-1.0/12) > 0.004 {
			t.Errorf("explored with mean %v and variance %v", mean, variance)
		}
	})
	t.Run("the others stay near what was learned, by 0.3 of its spread", func(t *testing.T) {
		var count, sum, squares float64
		for seed := range uint32(someSeeds) {
			if !Explores(seed) {
				_, varied, _ := Vary(taste, seed)
				count++
				sum += varied[Tempo]
				squares += varied[Tempo] * varied[Tempo]
			}
		}
		want := tryingShare * taste.Offsets[Tempo].SD
		if mean, sd := sum/count, math.Sqrt(squares/count); math.Abs(mean) > 0.003 || math.Abs(sd-want) > 0.003 {
			t.Errorf("varied with mean %v and spread %v, want 0 and %v", mean, sd, want)
		}
	})
	t.Run("the propensity is the density of what was drawn", func(t *testing.T) {
		// Weighted by 1/propensity the draws are even over the bounds: the
		// weights have mean 1 (the volume), and dials their even moments.
		var weights, first, second float64
		for seed := range uint32(someSeeds) {
			dials, _, propensity := Vary(taste, seed)
			weights += 1 / propensity
			first += dials[Density] / propensity
			second += dials[Density] * dials[Density] / propensity
		}
		weights, first, second = weights/someSeeds, first/someSeeds, second/someSeeds
		if math.Abs(weights-1) > 0.06 || math.Abs(first) > 0.03 || math.Abs(second-1.0/12) > 0.01 {
			t.Errorf("weighted moments %v, %v, %v; want 1, 0, 0.083", weights, first, second)
		}
	})
	t.Run("a taste that has learned nothing is varied by the prior", func(t *testing.T) {
		for seed := range uint32(100) {
			if _, varied, propensity := Vary(Taste{}, seed); *varied == (Dials{}) || !(propensity > 0) || math.IsInf(propensity, 0) {
				t.Fatalf("seed %d: %v with propensity %v", seed, varied, propensity)
			}
		}
	})
}

func TestRoundDial_has_settings_that_records_keep(t *testing.T) {
	for _, c := range []struct{ value, want float64 }{
		{0, 0}, {1, 1}, {-1, -1}, {0.1, 0.1}, {-0.3, -0.3}, {0.25, 0.25}, {-0.33, -0.325}, {0.012, 0}, {-0.012, 0}, {0.1 + 0.2, 0.3},
	} {
		got := RoundDial(c.value)
		if got != c.want || math.Signbit(got) != (c.want < 0) {
			t.Errorf("%v is rounded to %v, want %v", c.value, got, c.want)
		}
		if again := RoundDial(got); again != got {
			t.Errorf("%v is rounded to %v, and that to %v", c.value, got, again)
		}
	}
}

func TestTaste_Tries(t *testing.T) {
	for _, c := range []struct {
		varied Dials
		want   string
	}{
		{Dials{}, ""},
		{Dials{Tempo: -0.03, Density: 0.03}, ""},
		{Dials{Tempo: -0.19, Density: 0.02}, "a little slower this time, to learn from"},
		{Dials{Tempo: -0.19, Density: 0.12}, "a little slower and fuller this time, to learn from"},
		{Dials{Tempo: 0.05, Density: -0.06, Brightness: -0.07}, "a little faster, sparser and darker this time, to learn from"},
		{Dials{Tempo: -0.1, Brightness: 0.4}, "brighter, a little slower this time, to learn from"},
		{Dials{Density: 0.4, Brightness: 0.4}, "fuller and brighter this time, to learn from"},
		{Dials{Tempo: math.NaN()}, ""},
	} {
		if got := aTaste().Trying(c.varied).Tries(); got != c.want {
			t.Errorf("%v: got %q, want %q", c.varied, got, c.want)
		}
	}
}

func TestTaste_SetTo(t *testing.T) {
	dials := Dials{Tempo: -0.9, Warmth: 0.3}
	taste := aTaste().Trying(Dials{Tempo: 0.1}).SetTo(dials)
	if taste.Dials() != dials || taste.Tries() != "" {
		t.Errorf("it is set to %v and tries %q, want %v and nothing", taste.Dials(), taste.Tries(), dials)
	}
	for d, offset := range taste.Offsets {
		if text := offset.Reason(Dial(d)); text != "" {
			t.Errorf("%v was set, and is said to be learned: %s", Dial(d), text)
		}
	}
}

func TestAsking_movesOnlyWhatIsAskedFor(t *testing.T) {
	taste := aTaste().Trying(Dials{Tempo: 0.1, Density: 0.05})
	asking := taste.Asking(Dials{Tempo: -0.4, Density: 0.7, Warmth: 0.4})
	for d, want := range map[Dial]float64{Tempo: -0.5, Density: 1, Warmth: 0.4} {
		if o := asking.Offsets[d]; math.Abs(o.Value+o.Tried-want) > 1e-12 {
			t.Errorf("%v stands at %v, want %v", d, o.Value+o.Tried, want)
		}
	}
	if asking.Offsets[Brightness] != taste.Offsets[Brightness] {
		t.Errorf("brightness became %+v", asking.Offsets[Brightness])
	}
	if taste.Asking(Dials{}) != taste {
		t.Error("asking for nothing asks for something")
	}
	if tries := taste.Asking(Dials{Tempo: -0.4}).Tries(); strings.Contains(tries, "fast") || strings.Contains(tries, "slow") {
		t.Errorf("what was asked for is told as tried: %q", tries)
	}
}
