package output

import (
	"math"
	"time"
)

// A Ramp is a gain that moves from one value to another along half a cosine,
// which has no corner at either end and therefore makes no click. The zero Ramp
// rests at 0.
type Ramp struct {
	value, from, to float64
	done, frames    int
}

// Set jumps to the value.
func (r *Ramp) Set(value float64) { *r = Ramp{value: value, from: value, to: value} }

// Glide moves from where the ramp is to the value in that many frames.
func (r *Ramp) Glide(to float64, frames int) {
	if frames <= 0 {
		r.Set(to)
		return
	}
	*r = Ramp{value: r.value, from: r.value, to: to, frames: frames}
}

// Next moves on by one frame and returns the gain there.
func (r *Ramp) Next() float64 {
	if r.done == r.frames {
		return r.value
	}
	r.done++
	if r.done == r.frames {
		r.value = r.to // exactly, whatever the cosine rounds to
		return r.value
	}
	share := float64(r.done) / float64(r.frames)
	r.value = r.from + (r.to-r.from)*(1-math.Cos(math.Pi*share))/2
	return r.value
}

// Value returns the gain of the latest frame.
func (r *Ramp) Value() float64 { return r.value }

// Target returns the gain that the ramp rests at in the end.
func (r *Ramp) Target() float64 { return r.to }

// Left returns the number of frames until the ramp rests.
func (r *Ramp) Left() int { return r.frames - r.done }

// Frames returns the number of frames in d, rounded down.
func Frames(d time.Duration) int { return int(d.Nanoseconds() * Rate / int64(time.Second)) }

// Gain returns the factor of a level in decibels.
func Gain(decibels float64) float64 { return math.Pow(10, decibels/20) }
