package dsp

// Noise is white noise, evenly spread over −1…1: Marsaglia's xorshift (2003,
// J. Stat. Softw. 8(14)), of period 2³²−1: 25 hours at 48 kHz.
type Noise struct{ state uint32 }

// NewNoise returns the noise of a seed.
func NewNoise(seed uint64) Noise {
	state := uint32(Scramble(seed))
	if state == 0 {
		state = 1
	}
	return Noise{state}
}

// Scramble turns any number into one whose bits look random: the finaliser of
// SplitMix64 (Steele, Lea & Flood 2014). Seeds that differ in one bit give
// unrelated numbers.
func Scramble(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Bits returns 32 random bits.
func (n *Noise) Bits() uint32 {
	x := n.state
	x ^= x << 13
	x ^= x >> 17
	x ^= x << 5
	n.state = x
	return x
}

// Next returns the next sample, −1…1.
func (n *Noise) Next() float32 { return float32(int32(n.Bits())) * (1.0 / (1 << 31)) }

// Unit returns a number in 0…1.
func (n *Noise) Unit() float32 { return float32(n.Bits()>>8) * (1.0 / (1 << 24)) }

// Render fills out with white noise.
func (n *Noise) Render(out []float32) {
	x := n.state
	for i := range out {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		out[i] = float32(int32(x)) * (1.0 / (1 << 31))
	}
	n.state = x
}

// Pink makes noise of −3 dB an octave out of white noise, with the three
// first-order sections that Paul Kellet published (1999, musicdsp.org); it is
// within 0.5 dB of the slope above 10 Hz. A white input of RMS 0.577 gives an
// RMS of about 1.7.
type Pink struct{ a, b, c float32 }

// Process turns white noise into pink in place.
func (p *Pink) Process(x []float32) {
	a, b, c := p.a, p.b, p.c
	for i, white := range x {
		a = 0.99765*a + 0.0990460*white
		b = 0.96300*b + 0.2965164*white
		c = 0.57000*c + 1.0526913*white
		x[i] = a + b + c + 0.1848*white
	}
	p.a, p.b, p.c = a, b, c
}
