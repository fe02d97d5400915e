package dsp

// HalfRate is the sample rate of a HalfBlock in frames a second.
const HalfRate = Rate / 2

// A HalfBlock is one quantum of one channel at half the sample rate, for what
// has nothing to say above 8 kHz.
type HalfBlock [Quantum / 2]float32

// Between the two rates stands a half-band filter: every second weight of it
// is zero, and it is symmetric, so that it costs three multiplications a
// sample. It is flat within 0.1 dB up to 8 kHz and takes what would fold there
// down by 60 dB (Kaiser window, β = 5.6).
const (
	halfReach = 6
	halfBeta  = 5.6
)

// halfWeights are those of the six samples on one side, nearest first, with a
// sum of ½.
var halfWeights = func() (weights [halfReach]float32) {
	for i, w := range Sinc(0.5, halfReach, halfBeta)[halfReach:] {
		weights[i] = float32(w)
	}
	return weights
}()

// HalfDelay is the delay in frames at the full rate that a Decimator and an
// Interpolator in a row make.
const HalfDelay = 4*halfReach - 2

// A Decimator halves the sample rate of one channel.
type Decimator struct {
	even [halfReach - 1 + Quantum/2]float32
	odd  [2*halfReach - 1 + Quantum/2]float32
}

// Process writes the quantum in to out at half the rate.
func (d *Decimator) Process(in *Block, out *HalfBlock) {
	copy(d.even[:], d.even[Quantum/2:])
	copy(d.odd[:], d.odd[Quantum/2:])
	even := (*HalfBlock)(d.even[halfReach-1:])
	odd := (*HalfBlock)(d.odd[2*halfReach-1:])
	for i := range even {
		even[i], odd[i] = in[2*i], in[2*i+1]
	}
	w := halfWeights
	w0, w1, w2, w3, w4, w5 := 0.5*w[0], 0.5*w[1], 0.5*w[2], 0.5*w[3], 0.5*w[4], 0.5*w[5]
	for i := range out {
		o := (*[2 * halfReach]float32)(d.odd[i:])
		out[i] = 0.5*d.even[i] +
			(w0*(o[5]+o[6]) + w1*(o[4]+o[7])) +
			(w2*(o[3]+o[8]) + w3*(o[2]+o[9])) +
			(w4*(o[1]+o[10]) + w5*(o[0]+o[11]))
	}
}

// An Interpolator doubles the sample rate of one channel.
type Interpolator struct {
	recent [2*halfReach - 1 + Quantum/2]float32
}

// Process writes the quantum in to out at the full rate.
func (p *Interpolator) Process(in *HalfBlock, out *Block) {
	copy(p.recent[:], p.recent[Quantum/2:])
	copy(p.recent[2*halfReach-1:], in[:])
	w := halfWeights
	w0, w1, w2, w3, w4, w5 := w[0], w[1], w[2], w[3], w[4], w[5]
	for i := range in {
		r := (*[2 * halfReach]float32)(p.recent[i:])
		out[2*i] = r[halfReach-1]
		out[2*i+1] = (w0*(r[5]+r[6]) + w1*(r[4]+r[7])) +
			(w2*(r[3]+r[8]) + w3*(r[2]+r[9])) +
			(w4*(r[1]+r[10]) + w5*(r[0]+r[11]))
	}
}
