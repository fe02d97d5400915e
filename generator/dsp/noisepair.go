package dsp

// RenderPair fills two channels with white noises that have nothing to do
// with each other, for the cost of one: the upper half of each number goes to
// the left and the lower half to the right. Sixteen bits a sample leave a
// floor 98 dB under the noise itself.
func (n *Noise) RenderPair(left, right []float32) {
	x := n.state
	right = right[:len(left)]
	for i := range left {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		left[i] = float32(int16(x>>16)) * (1.0 / (1 << 15))
		right[i] = float32(int16(x)) * (1.0 / (1 << 15))
	}
	n.state = x
}
