package dsp

import "math"

// An Envelope is the life of one note: it swells while the note is held and
// fades exponentially once it is let go. Two equal one-pole stages in a row
// make both ends smooth, so that neither can click.
type Envelope struct {
	first, second   float32
	target          float32
	attack, release float32 // pace a quantum
}

// Two equal one-pole stages of time constant τ reach 90 % after 3.89 τ and
// have fallen by 60 dB after 9.23 τ: the roots of (1+x)·e^−x = 0.1 and 0.001.
const (
	attackConstants  = 3.89
	releaseConstants = 9.23
)

// Start begins a note from silence. It swells to 90 % in attack seconds and,
// once released, falls by 60 dB in release seconds.
func (e *Envelope) Start(attack, release float32) {
	*e = Envelope{target: 1, attack: pace(attack / attackConstants), release: pace(release / releaseConstants)}
}

// Release lets the note go.
func (e *Envelope) Release() { e.target, e.attack = 0, e.release }

// Value returns where the envelope stands, 0…1.
func (e *Envelope) Value() float32 { return e.second }

// Quiet reports whether a released note has fallen below a level for good.
func (e *Envelope) Quiet(level float32) bool {
	return e.target == 0 && e.first < level && e.second < level
}

// Next goes on by one quantum, as Smoother.Next does.
func (e *Envelope) Next() (from, step float32) {
	from = e.second
	e.first += e.attack * (e.target - e.first)
	e.second += e.attack * (e.first - e.second)
	return from, (e.second - from) / Quantum
}

// pace returns the share of the way that a one-pole stage of the time
// constant in seconds covers in a quantum.
func pace(seconds float32) float32 {
	return float32(1 - math.Exp(-Quantum/(math.Max(float64(seconds), 1e-4)*Rate)))
}
