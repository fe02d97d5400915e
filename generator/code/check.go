package code

// checkSigns is how many signs the check sum has.
const checkSigns = 4

// generator are the coefficients of the generator polynomial below its highest
// power, x⁴ + x³ + 3x² + x + 1. It is the first of the 200 minimal polynomials
// of elements of order 1025, over the field of 32 elements that is built on
// z⁵ + z² + 1; check_test.go proves its distance over MaxSigns.
var generator = [checkSigns]byte{1, 3, 1, 1}

// times is multiplication in the field of 32 elements.
var times = func() (table [32][32]byte) {
	for a := range 32 {
		for b := range 32 {
			product := 0
			for bit := range 5 {
				if b>>bit&1 == 1 {
					product ^= a << bit
				}
			}
			for bit := 8; bit >= 5; bit-- {
				if product>>bit&1 == 1 {
					product ^= 0b100101 << (bit - 5)
				}
			}
			table[a][b] = byte(product)
		}
	}
	return table
}()

// A remainder of a code, the highest power first.
type remainder [checkSigns]byte

// next returns the remainder when one more sign follows.
func (r remainder) next(sign byte) remainder {
	out := r[0]
	copy(r[:], r[1:])
	r[checkSigns-1] = sign
	for i, coefficient := range generator {
		r[i] ^= times[out][coefficient]
	}
	return r
}

// columns are what a change by 1 of one sign adds to the remainder, by its
// place from the end.
var columns = func() (table [MaxSigns]remainder) {
	r := remainder{}.next(1)
	for place := range table {
		table[place] = r
		r = r.next(0)
	}
	return table
}()

// effect is what a change of one sign, so many from the end, adds to the
// remainder.
func effect(change byte, fromEnd int) (r remainder) {
	for i, c := range columns[fromEnd] {
		r[i] = times[change][c]
	}
	return r
}

// start is the remainder before the first sign of a code of so many signs. The
// number goes in, so that a sign that is lost or doubled where all are alike
// is noticed too.
func start(signs int) remainder { return remainder{1, 2, byte(signs >> 5), byte(signs & 31)} }

// remainderOf returns what remains of a whole code: nothing, if it is right.
func remainderOf(signs []byte) remainder {
	r := start(len(signs))
	for _, sign := range signs {
		r = r.next(sign)
	}
	return r
}

// checked returns signs with their check sum after them.
func checked(signs []byte) []byte {
	r := start(len(signs) + checkSigns)
	for _, sign := range signs {
		r = r.next(sign)
	}
	for range checkSigns {
		r = r.next(0)
	}
	// What remains of the signs and four times 0 makes nothing of itself.
	return append(signs, r[:]...)
}
