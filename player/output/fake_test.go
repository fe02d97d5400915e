package output

import (
	"encoding/binary"
	"math"
	"sync"
	"sync/atomic"
	"time"
)

// A fake is a device in the bubble of a test: it asks for what asks says, once
// every 50 ms, and keeps what it gets.
type fake struct {
	*device
	asks   func(at time.Duration) int
	killed atomic.Bool

	mu  sync.Mutex
	got []float32 // left channel
}

// heard returns the left channel of what the device got so far.
func (f *fake) heard() []float32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]float32{}, f.got...)
}

const fakePeriod = 50 * time.Millisecond

// newFake starts a fake device.
func newFake(asks func(at time.Duration) int) *fake {
	stop := make(chan struct{})
	f := &fake{asks: asks}
	end := func() {
		if f.killed.CompareAndSwap(false, true) {
			close(stop)
		}
	}
	f.device = &device{
		requests: make(chan int),
		replies:  make(chan []byte, 1),
		gone:     make(chan struct{}),
		kill:     end,
		hangUp:   end,
	}
	go func() {
		defer close(f.gone)
		start := time.Now()
		for {
			if n := f.asks(time.Since(start)); n < 0 {
				return // it crashes
			} else if n > 0 && !f.converse(n, stop) {
				return
			}
			select {
			case <-stop:
				return
			case <-time.After(fakePeriod):
			}
		}
	}()
	return f
}

// converse asks for n frames and takes them.
func (f *fake) converse(n int, stop <-chan struct{}) bool {
	select {
	case f.requests <- n:
	case <-stop:
		return false
	}
	select {
	case bytes := <-f.replies:
		f.mu.Lock()
		defer f.mu.Unlock()
		for at := 0; at < len(bytes); at += frameBytes {
			f.got = append(f.got, math.Float32frombits(binary.LittleEndian.Uint32(bytes[at:])))
		}
	case <-stop:
		return false
	}
	return true
}

// playing asks as a driver does: it fills its buffer and then keeps real pace.
func playing(at time.Duration) int {
	if at == 0 {
		return int(primed)
	}
	return Frames(fakePeriod)
}

// until asks as playing does, up to a time.
func until(end time.Duration) func(time.Duration) int {
	return func(at time.Duration) int {
		if at >= end {
			return 0
		}
		return playing(at)
	}
}

// dead asks for half a buffer and what lies ahead of it, and then no more.
func dead(at time.Duration) int {
	if at == 0 {
		return BufferFrames/2 + aheadFrames
	}
	return 0
}
