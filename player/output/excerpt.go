package output

import (
	"context"
	"fmt"

	"github.com/gopxl/beep/v2"
)

// An excerpt is the first frames of a streamer, until the context is cancelled.
type excerpt struct {
	ctx      context.Context
	streamer beep.Streamer
	frames   int64
	progress func(done int64)
	done     int64
	err      error
}

// Stream passes frames on. It drains after the last one, or with an error.
func (e *excerpt) Stream(samples [][2]float64) (int, bool) {
	if e.err != nil || e.done == e.frames {
		return 0, false
	}
	if e.err = e.ctx.Err(); e.err != nil {
		return 0, false
	}
	wanted := int(min(int64(len(samples)), e.frames-e.done))
	n, ok := e.streamer.Stream(samples[:wanted])
	before := e.done
	e.done += int64(n)
	if e.progress != nil && (e.done/Rate != before/Rate || e.done == e.frames) {
		e.progress(e.done)
	}
	if !ok || n == 0 {
		e.err = e.streamer.Err()
		if e.err == nil {
			e.err = fmt.Errorf("the piece ended after %d of %d frames: this is a fault in dulcet, please report it", e.done, e.frames)
		}
		return 0, false
	}
	return n, true
}

// Err returns why the excerpt ended early.
func (e *excerpt) Err() error { return e.err }
