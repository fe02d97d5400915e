package dsp

import "math/bits"

// A Delay is a line that sound travels down. It is written and read a block at
// a time.
type Delay struct {
	line []float32 // a power of two long
	mask uint32
	head uint32 // where the next sample goes
}

// NewDelay returns a line that can be read up to frames back.
func NewDelay(frames int) *Delay {
	size := 1 << bits.Len(uint(frames+Quantum+2))
	return &Delay{line: make([]float32, size), mask: uint32(size - 1)}
}

// WriteBlock puts a block on the line.
func (d *Delay) WriteBlock(x *Block) {
	start := int(d.head & d.mask)
	n := copy(d.line[start:], x[:])
	copy(d.line, x[n:])
	d.head += Quantum
}

// ReadBlock reads the block whose first sample was written frames ago, at
// least Quantum.
func (d *Delay) ReadBlock(out *Block, frames uint32) {
	start := int((d.head - frames) & d.mask)
	n := copy(out[:], d.line[start:])
	copy(out[n:], d.line)
}

// ReadGlide reads a block while the distance moves from one number of frames
// by step a frame. The distance is measured from the sample that is written
// while it is read, so that the caller writes the block afterwards; it stays
// at least Quantum+1. Between samples it reads in a straight line, which
// darkens what moves a little, as tape does.
func (d *Delay) ReadGlide(out *Block, frames, step float32) {
	line := d.line
	if len(line) == 0 {
		return // never: said so that the compiler need not look at every index
	}
	head := int(d.head)
	for i := range out {
		whole := int(int32(frames))
		fraction := frames - float32(int32(whole))
		at := head - whole
		near, far := line[at&(len(line)-1)], line[(at-1)&(len(line)-1)]
		out[i] = near + fraction*(far-near)
		frames += step
		head++
	}
}
