package synth

import "dulcet/generator/dsp"

// A sounder sounds one note at a time.
type sounder interface {
	release()       // the note is let go
	quiet() bool    // nothing can be heard any more
	level() float32 // about how loud it is, to find the quietest
}

// A voice is a sounder that goes straight to the output.
type voice interface {
	sounder
	// render adds the next quantum to out, beginning at frame offset.
	render(out *dsp.Stereo, offset int)
}

// faintest is where a voice that was let go is taken for silent: 86 dB under
// full scale.
const faintest = 5e-5

// stealFrames is how long a voice that is taken away takes to fade: 20 ms
// (design choice: shorter clicks, longer is heard under the new note).
const stealFrames = dsp.Rate / 50

// A life is what the pool knows of a voice.
type life struct {
	busy   bool
	held   bool
	stolen bool
	left   int64 // frames until the note is let go
	offset int   // frame of the coming quantum at which it begins
	fade   int   // frames left of the fade of a stolen voice
}

// fadeFrom returns the gain of a stolen voice with that many frames left: a
// curve without a corner at either end.
func fadeFrom(left int) float32 {
	gain := float32(max(left, 0)) * (1.0 / stealFrames)
	return gain * gain * (3 - 2*gain)
}

// A roster is the voices of an instrument and what each of them is doing. At
// most limit of them play; as many again stand by to take over while stolen
// ones fade out.
type roster[V any, P interface {
	*V
	sounder
}] struct {
	voices   []V
	lives    []life
	limit    int
	sounding int // voices that are busy
}

func newRoster[V any, P interface {
	*V
	sounder
}](limit int) roster[V, P] {
	return roster[V, P]{voices: make([]V, 2*limit), lives: make([]life, 2*limit), limit: limit}
}

// take returns a voice for the note, which the caller prepares at once.
func (r *roster[V, P]) take(n Note) P {
	if r.playing() >= r.limit {
		r.steal()
	}
	i := r.free()
	if !r.lives[i].busy {
		r.sounding++
	}
	r.lives[i] = life{busy: true, held: true, left: max(n.Frames, 1), offset: min(max(n.Offset, 0), dsp.Quantum-1)}
	return P(&r.voices[i])
}

// playing returns how many voices sound and have not been stolen.
func (r *roster[V, P]) playing() int {
	count := 0
	for i := range r.lives {
		if r.lives[i].busy && !r.lives[i].stolen {
			count++
		}
	}
	return count
}

// steal lets the quietest voice fade out; of equals the one that comes first.
func (r *roster[V, P]) steal() {
	i := r.quietest(func(l *life) bool { return l.busy && !l.stolen })
	r.lives[i].stolen = true
	r.lives[i].fade = stealFrames
}

// free returns a voice that does nothing. When as many voices fade as can
// play, which takes a whole pool of notes within 20 ms, the quietest of them
// is cut.
func (r *roster[V, P]) free() int {
	for i := range r.lives {
		if !r.lives[i].busy {
			return i
		}
	}
	return r.quietest(func(l *life) bool { return l.stolen })
}

func (r *roster[V, P]) quietest(among func(*life) bool) int {
	best, lowest := 0, float32(0)
	found := false
	for i := range r.lives {
		l := &r.lives[i]
		if !among(l) {
			continue
		}
		level := P(&r.voices[i]).level()
		if l.stolen {
			level *= float32(l.fade) / stealFrames
		}
		if !found || level < lowest {
			best, lowest, found = i, level, true
		}
	}
	return best
}

// Sounding returns how many voices are not silent.
func (r *roster[V, P]) Sounding() int { return r.sounding }

// advance takes a voice that has been rendered on to the next quantum: it is
// let go when its time has come, and free when it cannot be heard any more.
func (r *roster[V, P]) advance(i int) {
	l, v := &r.lives[i], P(&r.voices[i])
	l.left -= int64(dsp.Quantum - l.offset)
	l.offset = 0
	if l.stolen {
		l.fade -= dsp.Quantum
	}
	if l.held && l.left <= 0 {
		l.held = false
		v.release()
	}
	if (!l.held && v.quiet()) || (l.stolen && l.fade <= 0) {
		r.dismiss(i)
	}
}

// dismiss frees a voice that is busy.
func (r *roster[V, P]) dismiss(i int) {
	r.lives[i].busy = false
	r.sounding--
}

// A pool is a roster of voices that go straight to the output.
type pool[V any, P interface {
	*V
	voice
}] struct {
	roster[V, P]
	scratch dsp.Stereo
}

func newPool[V any, P interface {
	*V
	voice
}](limit int) pool[V, P] {
	return pool[V, P]{roster: newRoster[V, P](limit)}
}

// render adds a quantum of every voice to out.
func (p *pool[V, P]) render(bus *dsp.Bus) {
	if p.Sounding() == 0 {
		return
	}
	out := bus.Whole()
	for i := range p.lives {
		l, v := &p.lives[i], P(&p.voices[i])
		if !l.busy {
			continue
		}
		if l.stolen {
			p.renderFading(out, v, l)
		} else {
			v.render(out, l.offset)
		}
		p.advance(i)
	}
}

// renderFading adds a quantum of a stolen voice.
func (p *pool[V, P]) renderFading(out *dsp.Stereo, v P, l *life) {
	p.scratch.Clear()
	v.render(&p.scratch, l.offset)
	for n := range dsp.Quantum {
		gain := fadeFrom(l.fade - n)
		out.Left[n] += gain * p.scratch.Left[n]
		out.Right[n] += gain * p.scratch.Right[n]
	}
}
