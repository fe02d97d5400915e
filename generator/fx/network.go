package fx

import (
	"math"

	"dulcet/generator/dsp"
)

// lines is the number of delay lines of the room.
const lines = 8

// lineFrames are the lengths of the lines at half the sample rate, 38 to 94
// ms: primes that grow by a nearly constant ratio, so that echoes of different
// lines never pile up.
var lineFrames = [lines]float32{911, 1039, 1181, 1327, 1523, 1733, 1973, longestLine}

const (
	longestLine = 2243.0
	meanLine    = 1491.0 // of lineFrames
)

// Frequencies that the decay is set at: RT60 holds at reference, and damping
// says how much shorter it is at treble.
const (
	reference = 700.0  // Hz
	treble    = 8000.0 // Hz
	rumble    = 40.0   // Hz: corner of the highpass in the loop
)

// A line is one delay line of the loop with its losses.
type line struct {
	ring   ring
	turn   uint32  // of the modulation, where 2³² is a whole turn
	pace   uint32  // of the turn, a quantum
	frames float32 // length in a room of size 1
	depth  float32 // of the modulation, frames
	last   float32 // distance at the end of the last quantum

	gain, damp     float32 // a round, and coefficient of the one-pole lowpass
	gainTo, dampTo float32 // where they glide to
	damped, low    float32 // states of the lowpass and the highpass
}

// newLine returns the line of a number. No two wander alike.
func newLine(i int) line {
	l := line{
		ring:   newRing(int(MaxSize*lineFrames[i]) + 16),
		turn:   uint32(i) * 0x4c1b_7e95,
		pace:   dsp.PhaseStep((0.1 + 0.2*float32(i*3%lines)/(lines-1)) * dsp.Quantum),
		frames: lineFrames[i],
		depth:  2 + 3*float32(i*5%lines)/(lines-1),
	}
	l.last = l.frames + l.depth*dsp.Sine(l.turn)
	return l
}

// settle ends all gliding.
func (l *line) settle() { l.gain, l.damp = l.gainTo, l.dampTo }

// tune computes what the line loses a round from decay time, damping and size
// of the room.
func (l *line) tune(seconds, damping, size float64) {
	share := 0.35 * math.Pow(0.15/0.35, damping)
	frames := float64(l.frames) * size
	wanted := math.Pow(10, -3*frames/(seconds*dsp.HalfRate))
	loss := math.Pow(10, -6*frames*(1/share-1)/(seconds*dsp.HalfRate)) // of power, at treble against reference
	damp := lowpassFor(loss)
	l.dampTo = float32(damp)
	l.gainTo = float32(wanted / (lowpassAt(damp, reference) * highpassAt(float64(cut), reference)))
}

// cut is the coefficient of the highpass in the loop.
var cut = lowpassStep(rumble)

// lowpassFor returns the coefficient b of y = (1−b)x + b·y₁ that lets the
// given share of power through at treble.
func lowpassFor(power float64) float64 {
	power = min(max(power, 0.02), 0.9999)
	cosine := math.Cos(2 * math.Pi * treble / dsp.HalfRate)
	half := 1 - power*cosine
	return (half - math.Sqrt(half*half-(1-power)*(1-power))) / (1 - power)
}

// lowpassAt returns the gain of y = (1−b)x + b·y₁ at a frequency.
func lowpassAt(b, hertz float64) float64 {
	cosine := math.Cos(2 * math.Pi * hertz / dsp.HalfRate)
	return (1 - b) / math.Sqrt(1-2*b*cosine+b*b)
}

// highpassAt returns the gain of y = x − low, low += cut·y, at a frequency.
func highpassAt(cut, hertz float64) float64 {
	b := 1 - cut
	cosine := math.Cos(2 * math.Pi * hertz / dsp.HalfRate)
	return math.Sqrt((2 - 2*cosine) / (1 - 2*b*cosine + b*b))
}

// read takes the next quantum from the line, between the samples by a cubic
// through four of them (Lagrange; Laakso et al. 1996, IEEE Signal Process.
// Mag. 13:30), which at 2 kHz is flat within 0.02 dB, so that no tail darkens
// by being moved. The weights glide through the quantum.
func (l *line) read(out *dsp.HalfBlock, size float32) {
	l.turn += l.pace
	to := size*l.frames + l.depth*dsp.Sine(l.turn)
	whole := int(l.last)
	a, b, c, d := cubic(1 - (l.last - float32(whole)))
	aTo, bTo, cTo, dTo := cubic(1 - (to - float32(whole)))
	l.last = to
	samples := l.ring.read(whole + 2)
	const share = 1 / float32(len(out))
	aStep, bStep, cStep, dStep := share*(aTo-a), share*(bTo-b), share*(cTo-c), share*(dTo-d)
	for n := range out {
		w := (*[4]float32)(samples[n:])
		out[n] = (a*w[0] + b*w[1]) + (c*w[2] + d*w[3])
		a += aStep
		b += bStep
		c += cStep
		d += dStep
	}
}

// cubic returns the weights of samples at −1, 0, 1 and 2 for the point u.
func cubic(u float32) (a, b, c, d float32) {
	p, q, r := u+1, u-1, u-2
	const sixth = 1.0 / 6
	return -sixth * u * q * r, 0.5 * p * q * r, -0.5 * p * u * r, sixth * p * u * q
}

// absorb takes from four lines what the walls take: lowpass and highpass, side
// by side, so that none waits for itself.
func absorb(l *[4]line, x *[4]dsp.HalfBlock) {
	const pace = 0.15 // a quantum: 9 ms, as long as a line waits for its turn to be tuned
	for i := range l {
		l[i].gain += pace * (l[i].gainTo - l[i].gain)
		l[i].damp += pace * (l[i].dampTo - l[i].damp)
	}
	keep0, keep1, keep2, keep3 := l[0].damp, l[1].damp, l[2].damp, l[3].damp
	pass0, pass1, pass2, pass3 := l[0].pass(), l[1].pass(), l[2].pass(), l[3].pass()
	damped0, damped1, damped2, damped3 := l[0].damped, l[1].damped, l[2].damped, l[3].damped
	low0, low1, low2, low3 := l[0].low, l[1].low, l[2].low, l[3].low
	cut := cut
	for n := range x[0] {
		damped0 = keep0*damped0 + pass0*x[0][n]
		damped1 = keep1*damped1 + pass1*x[1][n]
		damped2 = keep2*damped2 + pass2*x[2][n]
		damped3 = keep3*damped3 + pass3*x[3][n]
		high0, high1, high2, high3 := damped0-low0, damped1-low1, damped2-low2, damped3-low3
		low0 += cut * high0
		low1 += cut * high1
		low2 += cut * high2
		low3 += cut * high3
		x[0][n], x[1][n], x[2][n], x[3][n] = high0, high1, high2, high3
	}
	l[0].keep(damped0, low0)
	l[1].keep(damped1, low1)
	l[2].keep(damped2, low2)
	l[3].keep(damped3, low3)
}

// pass is the share of the input in the lowpass, with the gain of the round.
func (l *line) pass() float32 { return l.gain * (1 - l.damp) }

func (l *line) keep(damped, low float32) { l.damped, l.low = still(damped), still(low) }

// mixLines gives the even lines to the left and the odd ones to the right.
// Then it mixes all lines by the Householder matrix I − (2/8)·11ᵀ and adds the
// source: left to the even lines, right to the odd. The sides take the place
// of the source.
//
// All lines of a side have one sign, because then the matrix gives of what
// that side hears nothing back to the line that it came from: the sum of four
// equal ones, reflected, is zero there. With other signs each line is heard as
// a flutter of its own length.
func mixLines(wet *[lines]dsp.HalfBlock, left, right *dsp.HalfBlock) {
	const near, far = 0.5, 0.0625
	for n := range left {
		w0, w1, w2, w3 := wet[0][n], wet[1][n], wet[2][n], wet[3][n]
		w4, w5, w6, w7 := wet[4][n], wet[5][n], wet[6][n], wet[7][n]
		even, odd := (w0+w4)+(w2+w6), (w1+w5)+(w3+w7)
		shared := (2.0 / lines) * (even + odd)
		x, y := left[n]-shared, right[n]-shared
		left[n], right[n] = near*even+far*odd, near*odd+far*even
		wet[0][n], wet[1][n], wet[2][n], wet[3][n] = w0+x, w1+y, w2+x, w3+y
		wet[4][n], wet[5][n], wet[6][n], wet[7][n] = w4+x, w5+y, w6+x, w7+y
	}
}
