package generator

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sync/atomic"

	"dulcet/generator/compose"
	"dulcet/generator/dsp"
	"dulcet/generator/score"
	"dulcet/journal"
)

// A Steering is a wish and the frame of the piece at which it was applied.
type Steering struct {
	Frame int64
	Wish  Wish
}

// ReadSteering returns the steering that a sitting's record keeps, in the order
// of its frames. The error says which wish this program cannot read.
func ReadSteering(steers []journal.Steer) ([]Steering, error) {
	steering := make([]Steering, len(steers))
	for i, steer := range steers {
		steering[i].Frame = steer.Frame
		if err := json.Unmarshal(steer.Wish, &steering[i].Wish); err != nil {
			return nil, fmt.Errorf("read what was wished at frame %d: %w", steer.Frame, err)
		}
	}
	slices.SortStableFunc(steering, func(a, b Steering) int { return cmp.Compare(a.Frame, b.Frame) })
	return steering, nil
}

// A Replay is a piece that steers itself as one of the same brief was steered,
// at exactly the same frames, and so has the same samples. Once a listener
// steers it by hand it follows no more.
type Replay struct {
	*Piece
	steering []Steering
	followed atomic.Int64         // how many of steering have been applied
	asked    atomic.Pointer[Wish] // by hand
	taken    *Wish                // the latest of asked that the piece has been told
}

// NewReplay returns the piece of a brief at its first frame, and the steering
// that it is to follow, in the order of its frames.
func NewReplay(brief Brief, steering []Steering) *Replay {
	r := &Replay{Piece: New(brief), steering: slices.Clone(steering)}
	for i := range r.steering {
		// Wishes are applied at the start of a quantum.
		frame := &r.steering[i].Frame
		*frame = max(0, (*frame+dsp.Quantum-1)/dsp.Quantum*dsp.Quantum)
	}
	return r
}

// Steer takes the wished state over, from whoever may have had it.
func (r *Replay) Steer(wish Wish) { r.asked.Store(&wish) }

// Followed returns the steering that has been applied so far. It may be called
// from any goroutine.
func (r *Replay) Followed() []Steering { return r.steering[:r.followed.Load()] }

// Stream fills samples as Piece.Stream does.
func (r *Replay) Stream(samples [][2]float64) (int, bool) {
	n := 0
	for n < len(samples) {
		end := len(samples)
		if next := r.due(); next >= 0 {
			end = int(min(int64(end), int64(n)+next-r.position()))
		}
		count, ok := r.Piece.Stream(samples[n:end])
		if n += count; !ok {
			return n, n > 0
		}
	}
	return n, true
}

// due wishes what is to be applied at this frame, and returns the frame of what
// comes next, or −1.
func (r *Replay) due() int64 {
	if asked := r.asked.Load(); asked != r.taken {
		r.taken = asked
		r.Piece.Steer(*asked)
	}
	for r.taken == nil {
		next := r.followed.Load()
		if next == int64(len(r.steering)) {
			break
		}
		if frame := r.steering[next].Frame; frame > r.position() {
			return frame
		}
		r.Piece.Steer(r.steering[next].Wish)
		r.followed.Add(1)
	}
	return -1
}

// ComposeSteered is Compose for a piece that is steered: it writes down what
// was composed and when the piece ended.
func ComposeSteered(brief Brief, steering []Steering) *score.Sheet {
	r := NewReplay(brief, steering)
	sheet := &score.Sheet{Motifs: compose.New(brief.plan()).Motifs()}
	r.sheet = sheet
	sheet.Add(&r.span)
	for !r.span.Final {
		r.due()
		r.steer()
		r.frame += dsp.Quantum
		for !r.span.Final && r.span.Frame+r.span.Frames < r.frame {
			r.nextSpan()
			sheet.Add(&r.span)
		}
	}
	if len(steering) > 0 { // what was moved at once is not in its place yet
		slices.SortStableFunc(sheet.Events, func(a, b score.Event) int { return cmp.Compare(a.Frame, b.Frame) })
	}
	sheet.Frames = r.deadline
	r.brief.name(sheet)
	return sheet
}
