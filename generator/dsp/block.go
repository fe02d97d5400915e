package dsp

// Rate is the sample rate in frames a second.
const Rate = 48000

// Quantum is the number of frames in a block. Everything that moves, moves
// once a quantum and glides in between, so that the sound does not depend on
// how many frames a caller asks for.
const Quantum = 64

// A Block is one quantum of one channel.
type Block [Quantum]float32

// A Stereo is one quantum of two channels.
type Stereo struct {
	Left, Right Block
}

// Clear sets every sample to zero.
func (s *Stereo) Clear() { *s = Stereo{} }
