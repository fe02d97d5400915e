package generator

import (
	"math"
	"sync"
	"sync/atomic"

	"dulcet/generator/compose"
	"dulcet/generator/dsp"
	"dulcet/generator/score"
	"dulcet/generator/soundscape"
	"dulcet/generator/synth"
	"dulcet/journal"
)

// A Piece is the living music: a beep.Streamer by its shape. One goroutine
// streams; any other may steer it and ask for its status.
type Piece struct {
	brief     Brief         // with the dials as they are turned now, and its end where it is now
	dials     journal.Dials // of the brief as it came
	composed  journal.Dials // as the present span knows them
	whole     Journey       // as far as it can still be gone
	left      float64       // second from which the journey of the brief is another than that
	waypoints []compose.Waypoint
	grid      grid // on which they lie
	turned    bool // dials were turned and the composer does not know yet
	composer  *compose.Composer
	span      score.Span // what is being played
	cursor    int        // next event of the span
	frame     int64      // frames rendered
	deadline  int64
	dissolves bool  // it has faded before it lands
	night     int64 // frame at which it falls silent until the dawn, or never
	dawn      int64 // frame at which it begins again, or never

	band *band
	out  dsp.Stereo
	pos  int // frames of out that were handed over

	wish    atomic.Pointer[Wish]
	applied *Wish
	home    uint32 // count of wishes to come home that were granted
	homing  bool   // it comes home because it was asked to
	moves   []score.Event
	sheet   *score.Sheet // on which the piece is written down; nil while it is played

	report  report
	mutex   sync.Mutex // guards shared
	shared  Status
	guarded bool // a sample was not finite
}

// New returns the piece at its first frame. It allocates all memory that
// playing needs.
func New(brief Brief) *Piece {
	plan := brief.plan()
	p := &Piece{
		brief:     brief,
		dials:     brief.Dials,
		composed:  brief.Dials,
		whole:     brief.Journey,
		left:      math.Inf(1),
		waypoints: plan.Waypoints,
		grid:      brief.Journey.grid(),
		moves:     make([]score.Event, 0, score.PartCount),
		composer:  compose.New(plan),
		deadline:  plan.End(),
		dissolves: plan.Style.Dissolve,
		night:     never,
		dawn:      never,
		band:      newBand(brief),
		pos:       dsp.Quantum,
	}
	if plan.Dawn != nil {
		p.night, p.dawn = plan.Frames, plan.Dawn.Start
		p.dissolves = false // the night has, and the dawn lands
	}
	p.report.status.WishFrame = -1
	p.nextSpan()
	p.publish()
	return p
}

// Stream fills samples with the next frames and returns their number. Past
// the deadline it returns 0, false. It allocates nothing between bar lines,
// takes no lock and waits for nothing.
func (p *Piece) Stream(samples [][2]float64) (int, bool) {
	n := 0
	for n < len(samples) && p.position() < p.deadline {
		if p.pos == dsp.Quantum {
			p.render()
		}
		left := min(int64(len(samples)-n), p.deadline-p.position())
		n += hand(samples[n:n+int(left)], &p.out, &p.pos)
	}
	if n == 0 && len(samples) > 0 {
		p.publish()
		return 0, false
	}
	return n, true
}

// hand copies frames of a quantum, from pos on, to samples and returns how
// many.
func hand(samples [][2]float64, out *dsp.Stereo, pos *int) int {
	count := min(len(samples), dsp.Quantum-*pos)
	for i := range count {
		samples[i] = [2]float64{float64(out.Left[*pos+i]), float64(out.Right[*pos+i])}
	}
	*pos += count
	return count
}

// position is the number of frames handed over.
func (p *Piece) position() int64 { return p.frame - int64(dsp.Quantum-p.pos) }

// Err returns nil: a piece cannot fail. A sample that is not finite becomes
// silence and is told in the Status.
func (p *Piece) Err() error { return nil }

// Steer sets the whole wished state. It never waits.
func (p *Piece) Steer(wish Wish) { p.wish.Store(&wish) }

// render makes the next quantum.
func (p *Piece) render() {
	p.steer()
	end := p.frame + dsp.Quantum
	p.play(end)
	for !p.span.Final && p.span.Frame+p.span.Frames < end {
		p.nextSpan() // it begins inside this quantum
		p.play(end)
	}
	if p.asleep() {
		p.out.Clear()
	} else {
		p.band.render(&p.out)
		p.land()
	}
	if !p.report.listen(&p.out) {
		p.out.Clear()
		p.guarded = true
	}
	p.frame, p.pos = end, 0
	if p.frame%publishFrames == 0 {
		p.publish()
	}
}

// nextSpan composes the next stretch and tells the instruments where the
// controls go.
func (p *Piece) nextSpan() {
	if p.turned {
		p.retarget()
	}
	p.composer.Next(&p.span)
	p.cursor = 0
	p.band.set(p.span.Controls, p.brief.MusicAt(float64(p.span.Frame)/Rate).BPM)
	switch p.brief.Journey.At(float64(p.span.Frame) / Rate).Phase {
	case Land, Silence:
		p.band.master.land()
	case Dawn:
		p.band.master.wake()
	}
	if p.homing {
		p.band.master.land()
	}
	p.report.read(&p.span)
}

// play starts the events before the frame end.
func (p *Piece) play(end int64) {
	for p.cursor < len(p.span.Events) {
		event := &p.span.Events[p.cursor]
		if event.Frame >= end {
			return
		}
		p.cursor++
		p.band.play(event, int(max(0, event.Frame-p.frame)))
		p.report.strike(event)
	}
}

// closing is how long the master fades before the deadline: the last of the
// room, after the music has ended by itself. What has dissolved by then is so
// soft that half of it does.
const closing = 4 * Rate

// land fades the end of the room to silence on the deadline, by the square of
// a straight line so that it neither cuts nor lingers, or by the line itself
// where the music has dissolved.
func (p *Piece) land() {
	if p.night != never {
		p.fadeNight()
	}
	length := int64(closing)
	if p.dissolves {
		length /= 2
	}
	for i := range dsp.Quantum {
		left := p.deadline - (p.frame + int64(i))
		if left >= length {
			continue
		}
		gain := float32(max(0, left)) / float32(length)
		if !p.dissolves {
			gain *= gain
		}
		p.out.Left[i] *= gain
		p.out.Right[i] *= gain
	}
}

// Prepare does the work ahead that the first piece of a program has in common
// with all others, a tenth of a second, so that New is quick when somebody
// waits for it. It may be called at any time, from any goroutine.
func Prepare() {
	synth.Prepare()
	soundscape.Prepare()
}
