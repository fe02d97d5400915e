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
