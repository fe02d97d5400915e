package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// Rate is the number of frames a second.
const Rate = score.Rate

// Engine is the version of the generator: two pieces of the same brief are
// the same only where this is the same.
const Engine = 3

// Struck is a note that has begun, for the picture.
type Struck struct {
	Frame    int64
	Part     string
	Pitch    int
	Velocity float64
}

// Status is what a piece says of itself while it plays.
type Status struct {
	Frame      int64 // frames rendered so far
	Deadline   int64 // frame at which the piece has rung out
	WishFrame  int64 // frame at which the latest wish was applied, or -1
	Wish       Wish  // that was applied
	MusicFrame int64 // frame from which the composition follows it; before, the mix alone does
	MoveFrame  int64 // frame at which the next section comes because it was asked for; 0 where none does
	Section    string
	Chord      string // "Dm9"
	Tonic      string // "D"
	Mode       string // "dorian"
	BPM        float64
	Point      Point      // of the journey
	Level      float64    // RMS of the last quarter second, 0…1
	Struck     [16]Struck // the latest notes, newest first; Part is empty where there is none
	Voices     int        // sounding voices
	Landing    bool       // the piece is on its way home
	Closing    bool       // its last chord has been struck: no wish moves its end any more
	NonFinite  bool       // a sample was not a number and became silence
	Finished   bool       // the deadline has passed: only silence follows
	Brightness float64    // Hz
}

// publishFrames is how often the status is shared: about 47 times a second.
const publishFrames = 16 * dsp.Quantum

// A report collects the status on the side of the sound.
type report struct {
	status  Status
	energy  float64 // mean square, smoothed over a quarter second
	chords  []score.Chord
	section []score.Section
}

// read takes over what a new span begins.
func (r *report) read(span *score.Span) {
	r.chords, r.section = span.Chords, span.Sections
	r.status.Brightness = span.Controls.Brightness.Float()
}

// strike notes an event down.
func (r *report) strike(event *score.Event) {
	if !event.Part.Plays() {
		return
	}
	copy(r.status.Struck[1:], r.status.Struck[:len(r.status.Struck)-1])
	r.status.Struck[0] = Struck{event.Frame, event.Part.String(), event.Pitch, event.Velocity.Float()}
}

// listen measures the level of a quantum and reports whether every sample of
// it is a number: the sum of the squares is none where one sample is not.
func (r *report) listen(out *dsp.Stereo) bool {
	var left, right float32
	for i, l := range out.Left {
		left += l * l
		right += out.Right[i] * out.Right[i]
	}
	sum := float64(left + right)
	if sum-sum != 0 {
		return false
	}
	const share = dsp.Quantum / (0.25 * Rate)
	r.energy += share * (sum/(2*dsp.Quantum) - r.energy)
	return true
}

// publish shares the status with whoever asks, unless somebody is reading it
// just now: then the next one will do.
func (p *Piece) publish() {
	r := &p.report
	for len(r.chords) > 0 && r.chords[0].Frame <= p.frame {
		r.status.Chord, r.chords = r.chords[0].Symbol, r.chords[1:]
	}
	for len(r.section) > 0 && r.section[0].Frame <= p.frame {
		s := &r.section[0]
		r.status.Section, r.status.Tonic, r.status.Mode, r.status.BPM = s.Name, s.Tonic, s.Mode, s.BPM.Float()
		r.section = r.section[1:]
	}
	r.status.Frame, r.status.Deadline = p.position(), p.deadline
	r.status.Level = math.Sqrt(r.energy)
	r.status.Point = p.brief.Journey.At(float64(r.status.Frame) / Rate)
	r.status.Voices = p.band.sounding()
	r.status.NonFinite = p.guarded
	r.status.Finished = r.status.Frame >= p.deadline
	r.status.Landing = r.status.Point.Phase == Land || p.homing
	r.status.Closing = p.span.Final
	if p.applied != nil {
		r.status.Wish = *p.applied
	}
	if r.status.MoveFrame <= r.status.Frame {
		r.status.MoveFrame = 0
	}
	if p.mutex.TryLock() {
		p.shared = r.status
		p.mutex.Unlock()
	}
}

// Status returns a copy of the latest status. It never makes the piece wait.
func (p *Piece) Status() Status {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.shared
}
