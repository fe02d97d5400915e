package fx

import "dulcet/generator/dsp"

// A pitch is at what pace a grain is read, so that it sounds in an interval
// to what it was taken from. All paces are whole numbers of half samples.
type pitch uint8

const (
	asItWas pitch = iota
	octaveDown
	octaveUp
	fifthUp
)

// paces are the samples that a grain reads in a quantum.
var paces = [...]int{
	asItWas:    hop,
	octaveDown: hop / 2,
	octaveUp:   hop * 2,
	fifthUp:    hop * 3 / 2,
}

// A grain is a short piece of the memory under a window.
type grain struct {
	at          int // sample of the memory that it reads next
	side        int // that it is taken from
	pitch       pitch
	quanta      int    // left; 0 is none
	phase, turn uint32 // of the window, 2³¹ being all of it, and a quantum's share
	window      float32
	left, right float32
}

// next goes on by a quantum and returns the gains left and right, and what
// they grow by in it. The window is the square of half a sine (Hann's), and
// the sum of all grains is taken times a norm that glides.
func (g *grain) next(norm, normTo float32) [4]float32 {
	g.phase += g.turn
	half := dsp.Sine(g.phase)
	g.quanta--
	from, to := g.window*norm, half*half*normTo
	g.window = half * half
	if g.quanta == 0 {
		to = 0
	}
	rise := to - from
	return [4]float32{g.left * from, g.right * from, g.left * rise, g.right * rise}
}

// memoryGuard is how many samples of the beginning a memory repeats behind its
// end, and how many of the end before its beginning, so that a quantum is
// always read in one piece.
const memoryGuard = 2*hop + 4

// A cloudMemory is the last seconds of the music, at half the sample rate.
type cloudMemory struct {
	sides [2][]float32
	head  int // where the next sample goes
}

func newCloudMemory() cloudMemory {
	var m cloudMemory
	for i := range m.sides {
		m.sides[i] = make([]float32, cloudFrames+memoryGuard)
	}
	return m
}

// write remembers a quantum, or silence where it is no sound.
func (m *cloudMemory) write(x *dsp.HalfStereo) {
	var silence dsp.HalfStereo
	if !(energyOf(x) < loudestEnergy) {
		x = &silence
	}
	for i, side := range [2]*dsp.HalfBlock{&x.Left, &x.Right} {
		line := m.sides[i]
		copy(line[m.head:], side[:])
		if m.head < memoryGuard {
			copy(line[cloudFrames+m.head:], side[:])
		}
	}
	m.head = (m.head + hop) % cloudFrames
}

// ago returns the place of the sample that was written so many samples ago.
func (m *cloudMemory) ago(samples int) int { return (m.head - samples + cloudFrames) % cloudFrames }

// read takes the next quantum of a grain out of the memory.
func (m *cloudMemory) read(out *dsp.HalfBlock, g *grain) {
	line := (*[memoryGuard]float32)(m.sides[g.side][g.at:])
	switch g.pitch {
	case octaveDown:
		readSlow(out, line)
	case octaveUp:
		readFast(out, line)
	case fifthUp:
		readFifth(out, line)
	default:
		*out = dsp.HalfBlock(line[1:])
	}
	g.at = (g.at + paces[g.pitch]) % cloudFrames
}

// Weights of the four samples about a point in the middle: the cubic through
// them (Lagrange), which leaves little of the image that a straight line would.
const (
	inner = 9.0 / 16
	outer = -1.0 / 16
)

// readSlow reads every sample and, halfway between two, what lies there.
func readSlow(out *dsp.HalfBlock, line *[memoryGuard]float32) {
	for i := range hop / 2 {
		w := (*[4]float32)(line[i:])
		out[2*i] = w[1]
		out[2*i+1] = inner*(w[1]+w[2]) + outer*(w[0]+w[3])
	}
}

// readFast reads every other sample, through a small lowpass, so that little
// of what lies above half of the new rate folds back.
func readFast(out *dsp.HalfBlock, line *[memoryGuard]float32) {
	for i := range out {
		w := (*[3]float32)(line[2*i:])
		out[i] = 0.5*w[1] + 0.25*(w[0]+w[2])
	}
}

// readFifth reads two for every three samples.
func readFifth(out *dsp.HalfBlock, line *[memoryGuard]float32) {
	for i := range hop / 2 {
		w := (*[5]float32)(line[3*i:])
		out[2*i] = w[1]
		out[2*i+1] = inner*(w[2]+w[3]) + outer*(w[1]+w[4])
	}
}
