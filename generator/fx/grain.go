package fx

import "dulcet/generator/dsp"

// A pitch is at what pace a grain is read, so that it sounds in an interval
// to what it was taken from. All paces are whole numbers of half frames.
type pitch uint8

const (
	asItWas pitch = iota
	octaveDown
	octaveUp
	fifthUp
)

// paces are the frames that a grain reads in a quantum.
var paces = [...]int{
	asItWas:    dsp.Quantum,
	octaveDown: dsp.Quantum / 2,
	octaveUp:   dsp.Quantum * 2,
	fifthUp:    dsp.Quantum * 3 / 2,
}

// A grain is a short piece of the memory under a window.
type grain struct {
	at          int // frame of the memory that it reads next
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

// memoryGuard is how many frames of the beginning a memory repeats behind its
// end, so that a quantum is always read in one piece.
const memoryGuard = 2*dsp.Quantum + 2

// A cloudMemory is the last seconds of the music.
type cloudMemory struct {
	sides [2][]float32
	head  int // where the next frame goes
}

func newCloudMemory() cloudMemory {
	var m cloudMemory
	for i := range m.sides {
		m.sides[i] = make([]float32, cloudFrames+memoryGuard)
	}
	return m
}

// write remembers a quantum, or silence where it is no sound.
func (m *cloudMemory) write(x *dsp.Stereo) {
	var silence dsp.Stereo
	if !(energyOf(x) < loudestEnergy) {
		x = &silence
	}
	for i, side := range [2]*dsp.Block{&x.Left, &x.Right} {
		line := m.sides[i]
		copy(line[m.head:], side[:])
		if m.head < memoryGuard {
			copy(line[cloudFrames+m.head:], side[:])
		}
	}
	m.head = (m.head + dsp.Quantum) % cloudFrames
}

// ago returns the place of the frame that was written so many frames ago.
func (m *cloudMemory) ago(frames int) int { return (m.head - frames + cloudFrames) % cloudFrames }

// read takes the next quantum of a grain out of the memory.
func (m *cloudMemory) read(out *dsp.Block, g *grain) {
	line := m.sides[g.side][g.at:][:memoryGuard]
	switch g.pitch {
	case octaveDown:
		readSlow(out, (*[memoryGuard]float32)(line))
	case octaveUp:
		readFast(out, (*[memoryGuard]float32)(line))
	case fifthUp:
		readFifth(out, (*[memoryGuard]float32)(line))
	default:
		copy(out[:], line)
	}
	g.at = (g.at + paces[g.pitch]) % cloudFrames
}

// readSlow reads every frame and, halfway between two, their mean.
func readSlow(out *dsp.Block, line *[memoryGuard]float32) {
	for i := range dsp.Quantum / 2 {
		out[2*i] = line[i]
		out[2*i+1] = 0.5 * (line[i] + line[i+1])
	}
}

// readFast reads every other frame, through a small lowpass, so that little
// of what lies above half of the new rate folds back.
func readFast(out *dsp.Block, line *[memoryGuard]float32) {
	for i := range out {
		out[i] = 0.5*line[2*i+1] + 0.25*(line[2*i]+line[2*i+2])
	}
}

// readFifth reads two for every three frames.
func readFifth(out *dsp.Block, line *[memoryGuard]float32) {
	for i := range dsp.Quantum / 2 {
		out[2*i] = line[3*i]
		out[2*i+1] = 0.5 * (line[3*i+1] + line[3*i+2])
	}
}
