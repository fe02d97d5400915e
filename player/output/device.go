package output

import (
	"encoding/binary"
	"math"
	"time"
)

// frameBytes is the size of a frame on the pipe: two float32.
const frameBytes = 8

// mostFrames is the most that one request may ask for: a number beyond it was
// not written by RunSpeaker.
const mostFrames = 1 << 16

// A device is the parent's end of a child: requests come in, and each is
// answered before the next.
type device struct {
	requests chan int      // frames wanted
	replies  chan []byte   // encoded frames
	gone     chan struct{} // closed when the child has ended
	kill     func()        // ends the child at once; does not wait
	hangUp   func()        // closes the child's input, so that it ends by itself
	encoded  []byte
}

// reply sends frames to the device: silence when samples is nil. It does not
// wait, because there is room for the one answer that is owed.
func (d *device) reply(samples [][2]float64, frames int) {
	size := frames * frameBytes
	if cap(d.encoded) < size {
		d.encoded = make([]byte, size)
	}
	bytes := d.encoded[:size]
	clear(bytes)
	for i, frame := range samples {
		binary.LittleEndian.PutUint32(bytes[i*frameBytes:], math.Float32bits(float32(frame[0])))
		binary.LittleEndian.PutUint32(bytes[i*frameBytes+4:], math.Float32bits(float32(frame[1])))
	}
	d.replies <- bytes
}

// close lets the device end by itself and kills it after patience.
func (d *device) close(patience time.Duration) {
	d.hangUp()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-d.gone:
		return
	case <-timer.C:
	}
	d.kill()
	timer.Reset(patience)
	select {
	case <-d.gone:
	case <-timer.C:
	}
}
