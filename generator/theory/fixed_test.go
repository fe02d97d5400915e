package theory

import (
	"math"
	"testing"
)

func TestFixedOf(t *testing.T) {
	for _, test := range []struct {
		v    float64
		want Fixed
	}{
		{0, 0},
		{1, One},
		{-0.5, -One / 2},
		{1.0 / 8192, 1},
		{1.0 / 16384, 0},
		{math.NaN(), 0},
		{math.Inf(1), 0},
	} {
		if got := FixedOf(test.v); got != test.want {
			t.Errorf("FixedOf(%v) is %d, want %d", test.v, got, test.want)
		}
	}
}

func TestFixed_Arithmetic(t *testing.T) {
	half, three := One/2, 3*One
	if got := three.Mul(half); got != 3*One/2 {
		t.Errorf("3 × ½ is %d", got)
	}
	if got := three.Div(half); got != 6*One {
		t.Errorf("3 ÷ ½ is %d", got)
	}
	if got := Lerp(One, three, half); got != 2*One {
		t.Errorf("halfway from 1 to 3 is %d", got)
	}
	if got := (-One).Clamp(0, half); got != 0 {
		t.Errorf("−1 held to 0…½ is %d", got)
	}
	if got := three.Clamp(0, half); got != half {
		t.Errorf("3 held to 0…½ is %d", got)
	}
}

func TestMode_HappinessIsAsMeasured(t *testing.T) {
	order := []Mode{Phrygian, Aeolian, Dorian, Lydian, Mixolydian, Ionian}
	for i := 1; i < len(order); i++ {
		if order[i-1].Happiness() >= order[i].Happiness() {
			t.Errorf("%v is not heard as happier than %v", order[i], order[i-1])
		}
	}
}

func TestSet_Nearest(t *testing.T) {
	for _, test := range []struct {
		set         Set
		pitch, want int
	}{
		{SetOf(0, 4, 7), 61, 60}, {SetOf(0, 4, 7), 66, 67}, {SetOf(0), 66, 60}, {SetOf(0, 4), 62, 60}, {0, 61, 61},
	} {
		if got := test.set.Nearest(test.pitch); got != test.want {
			t.Errorf("nearest to %d is %d, want %d", test.pitch, got, test.want)
		}
	}
}
