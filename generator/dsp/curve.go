package dsp

import "math"

// Mix returns the value at u between a and b.
func Mix(a, b, u float64) float64 { return a + (b-a)*u }

// Geometric returns the value at u between a and b when equal steps of u are
// equal ratios, as the ear hears frequencies and times.
func Geometric(a, b, u float64) float64 { return a * math.Pow(b/a, u) }

// Cents returns the factor of an interval in hundredths of a semitone.
func Cents(c float64) float64 { return math.Exp2(c / 1200) }

// Pan returns the gains of a position from −1, left, to 1, right: constant
// power, −3 dB a side in the centre.
func Pan(position float64) (left, right float32) {
	angle := (math.Min(math.Max(position, -1), 1) + 1) * math.Pi / 4
	return float32(math.Cos(angle)), float32(math.Sin(angle))
}

// Exp2 returns 2^x for x in 0…8 within 0.3 %, without package math: the whole
// part by doubling, the rest by a polynomial through 1, √2 and 2.
func Exp2(x float32) float32 {
	power := float32(1)
	for x >= 1 {
		power *= 2
		x--
	}
	return power * (1 + x*(0.65685425+x*0.34314575))
}
