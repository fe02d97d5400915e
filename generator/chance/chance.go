package chance

import "math/bits"

// A Source answers questions about one piece. The zero Source is one of seed
// zero.
type Source struct{ seed uint64 }

// New returns the source of a seed.
func New(seed uint64) Source { return Source{seed} }

// A Draw is 64 random bits, the answer to one question. Different questions
// must be asked of different draws.
type Draw uint64

// At returns the draw for an event of a part and a purpose. It is a pure
// function: asking twice gives the same, in any order.
func (s Source) At(part uint32, event uint64, purpose uint32) Draw {
	h := mix(s.seed ^ 0x8ebc6af09c88c6e3)
	h = mix(h ^ (uint64(part)<<32 | uint64(purpose)))
	return Draw(mix(h ^ event*0x9e3779b97f4a7c15))
}

// mix spreads every bit of x over all bits of the result: two rounds of
// multiplying by a random odd constant and folding the 128-bit product.
func mix(x uint64) uint64 {
	for _, constant := range [2]uint64{0xd6e8feb86659fd93, 0xa3b195354a39b70d} {
		high, low := bits.Mul64(x^constant, constant)
		x ^= high ^ low
		x ^= x >> 29
	}
	return x
}

// Scale is the number of steps in which fractions are given: 1/4096.
const Scale = 4096

// Bits returns the n lowest bits of the draw, n being 0…64.
func (d Draw) Bits(n int) uint64 { return uint64(d) & (1<<n - 1) }

// Below returns an integer 0…n−1, each as likely as the others. For n ≤ 1 it
// is 0.
func (d Draw) Below(n int) int {
	if n <= 1 {
		return 0
	}
	high, _ := bits.Mul64(uint64(d), uint64(n))
	return int(high)
}

// Between returns an integer lo…hi, both included. Where hi is below lo it
// returns lo.
func (d Draw) Between(lo, hi int64) int64 {
	if hi <= lo {
		return lo
	}
	high, _ := bits.Mul64(uint64(d), uint64(hi-lo+1))
	return lo + int64(high)
}

// Fixed returns a number 0…Scale−1, in steps of 1/4096.
func (d Draw) Fixed() int64 { return int64(uint64(d) >> 52) }

// Happens reports true with a probability of p/4096.
func (d Draw) Happens(p int64) bool { return d.Fixed() < p }

// Weighted returns an index into the weights, each as likely as its weight.
// Weights below zero count as zero; where all are zero it returns −1.
func (d Draw) Weighted(weights []int) int {
	total := 0
	for _, w := range weights {
		total += max(w, 0)
	}
	if total == 0 {
		return -1
	}
	at := d.Below(total)
	for i, w := range weights {
		if at -= max(w, 0); at < 0 {
			return i
		}
	}
	return -1
}
