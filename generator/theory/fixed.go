package theory

import "math"

// Fixed is a number in steps of 1/4096. Musical decisions compare Fixed and
// plain integers, never floating point: math.Exp and fused multiply-adds
// differ between processors, and a score must not.
type Fixed int64

// One is the Fixed number 1.
const One Fixed = 4096

// FixedOf rounds v to the nearest Fixed; a value that is not finite is 0.
func FixedOf(v float64) Fixed {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return Fixed(math.Round(v * float64(One)))
}

// Float returns f as floating point, for sound and for printing.
func (f Fixed) Float() float64 { return float64(f) / float64(One) }

// Mul returns f·g, rounded towards zero.
func (f Fixed) Mul(g Fixed) Fixed { return f * g / One }

// Div returns f/g, rounded towards zero. Dividing by zero panics.
func (f Fixed) Div(g Fixed) Fixed { return f * One / g }

// Lerp returns the point between a and b at u in 0…One.
func Lerp(a, b, u Fixed) Fixed { return a + (b-a)*u/One }

// Clamp returns f held to lo…hi.
func (f Fixed) Clamp(lo, hi Fixed) Fixed { return max(lo, min(hi, f)) }
