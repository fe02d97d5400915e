package code

import (
	"fmt"
	"math/big"
)

// bitsOfSign is how much one sign carries.
const bitsOfSign = 5

// A Writer packs numbers into a code. The zero Writer is empty.
type Writer struct {
	number big.Int
	place  big.Int // of the next number; 0 stands for 1
}

// Put adds a number that is below radix. It panics for another: the caller
// knows what its numbers can be.
func (w *Writer) Put(number, radix uint64) {
	if number >= radix {
		panic(fmt.Sprintf("code: %d is not below %d", number, radix))
	}
	if w.place.Sign() == 0 {
		w.place.SetInt64(1)
	}
	var digit big.Int
	w.number.Add(&w.number, digit.Mul(digit.SetUint64(number), &w.place))
	w.place.Mul(&w.place, digit.SetUint64(radix))
}

// Text returns the code, or ErrLength where the numbers do not fit into one.
func (w *Writer) Text() (string, error) {
	count := max(1, (w.number.BitLen()+bitsOfSign-1)/bitsOfSign)
	if count+checkSigns > MaxSigns {
		return "", fmt.Errorf("%w at most %d signs, and %d would be needed", ErrLength, MaxSigns, count+checkSigns)
	}
	signs := make([]byte, count)
	for i := range signs {
		for bit := range bitsOfSign {
			signs[i] |= byte(w.number.Bit(i*bitsOfSign+bit)) << bit
		}
	}
	return grouped(checked(signs)), nil
}

// A Reader takes the numbers out of a code that Parse found to be right.
type Reader struct{ number big.Int }

// Parse reads a code as somebody may have written it. The error wraps ErrSign,
// ErrLength or ErrCheck, and says in a sentence what is wrong, with the place
// where it can be told.
func Parse(text string) (*Reader, error) {
	signs, err := read(text)
	if err != nil {
		return nil, err
	}
	if remainderOf(signs) != (remainder{}) {
		return nil, find(signs)
	}
	reader := &Reader{}
	for i, sign := range signs[:len(signs)-checkSigns] {
		for bit := range bitsOfSign {
			reader.number.SetBit(&reader.number, i*bitsOfSign+bit, uint(sign>>bit&1))
		}
	}
	return reader, nil
}

// Take returns the next number, whose radix is the one that it was put with.
// Past the end every number is 0.
func (r *Reader) Take(radix uint64) uint64 {
	var base, digit big.Int
	r.number.QuoRem(&r.number, base.SetUint64(radix), &digit)
	return digit.Uint64()
}

// More reports whether a number that is not 0 has not been taken yet.
func (r *Reader) More() bool { return r.number.Sign() != 0 }
