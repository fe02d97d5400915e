package dsp

// QuarterQuantum is the number of samples that a quarter of the rate has in a
// quantum, and QuarterTop the highest frequency in hertz that may stand in
// them.
const (
	QuarterQuantum = Quantum / 4
	QuarterTop     = 3000.0
)

// A QuarterBlock is one quantum of one channel at a quarter of the rate.
type QuarterBlock [QuarterQuantum]float32

// A Quadrupler brings a channel from a quarter of the rate to the whole of
// it: most of what a body rings with lies below 3 kHz and need not be computed
// 48,000 times a second.
//
// It doubles the rate twice with half-band filters, of which every other
// coefficient is zero and every other sample of the result is one that is
// there already (Crochiere & Rabiner 1983, Multirate Digital Signal
// Processing §4.5). They are equiripple designs (Parks & McClellan 1972) that
// pass 3 kHz within 0.003 dB; what is mirrored about 12 kHz is 72 dB down,
// what is mirrored about 24 kHz 64 dB. The sound comes 20 frames later.
type Quadrupler struct {
	quarter [7 + QuarterQuantum]float32 // samples at each rate, the oldest first
	half    [3 + 2*QuarterQuantum]float32
}

// Coefficients of the filters, from the middle outwards.
const (
	quarter0, quarter1, quarter2, quarter3 = 0.610740947, -0.144643809, 0.0411397897, -0.00747531147
	half0, half1                           = 0.569668939, -0.0702451031
)

// Reset forgets the past.
func (p *Quadrupler) Reset() { *p = Quadrupler{} }

// Process adds a quantum to out.
func (p *Quadrupler) Process(in *QuarterBlock, out *Block) {
	x, y := &p.quarter, &p.half
	copy(x[:7], x[QuarterQuantum:])
	copy(x[7:], in[:])
	copy(y[:3], y[2*QuarterQuantum:])
	for i := range QuarterQuantum {
		w := (*[8]float32)(x[i:])
		y[2*i+3] = w[3]
		y[2*i+4] = (quarter0*(w[3]+w[4]) + quarter1*(w[2]+w[5])) + (quarter2*(w[1]+w[6]) + quarter3*(w[0]+w[7]))
	}
	for i := range 2 * QuarterQuantum {
		w := (*[4]float32)(y[i:])
		out[2*i] += w[1]
		out[2*i+1] += half0*(w[1]+w[2]) + half1*(w[0]+w[3])
	}
}
