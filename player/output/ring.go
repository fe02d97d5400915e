package output

import "sync/atomic"

// ringFrames is the room of a ring: twice the largest request, because one may
// still lie there when the next is answered.
const ringFrames = 2 * mostFrames

// A ring carries frames from one goroutine that pushes to one that pops,
// without a lock.
type ring struct {
	frames [ringFrames][2]float32
	pushed atomic.Int64
	popped atomic.Int64
}

// push appends as many frames as frame returns for 0 … n−1, makes them visible
// together, and reports whether there was room for all; if not, none is there.
func (r *ring) push(n int, frame func(i int) [2]float32) bool {
	pushed := r.pushed.Load()
	if pushed+int64(n)-r.popped.Load() > ringFrames {
		return false
	}
	for i := range n {
		r.frames[(pushed+int64(i))%ringFrames] = frame(i)
	}
	r.pushed.Store(pushed + int64(n))
	return true
}

// pop moves frames into samples and returns their number.
func (r *ring) pop(samples [][2]float64) int {
	popped := r.popped.Load()
	n := min(len(samples), r.length())
	for i := range samples[:n] {
		frame := r.frames[(popped+int64(i))%ringFrames]
		samples[i] = [2]float64{float64(frame[0]), float64(frame[1])}
	}
	r.popped.Store(popped + int64(n))
	return n
}

// length returns the number of frames that can be popped.
func (r *ring) length() int { return int(r.pushed.Load() - r.popped.Load()) }
