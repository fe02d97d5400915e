package synth

import "dulcet/generator/dsp"

// A voice sounds one note at a time.
type voice interface {
	// render adds the next quantum to out, beginning at frame offset.
	render(out *dsp.Stereo, offset int)
	release()       // the note is let go
	quiet() bool    // nothing can be heard any more
	level() float32 // about how loud it is, to find the quietest
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

// A pool is the voices of an instrument. At most limit of them play; as many
// again stand by to take over while stolen ones fade out.
type pool[V any, P interface {
	*V
	voice
}] struct {
	voices  []V
	lives   []life
	limit   int
	scratch dsp.Stereo
}

func newPool[V any, P interface {
	*V
	voice
}](limit int) pool[V, P] {
	return pool[V, P]{voices: make([]V, 2*limit), lives: make([]life, 2*limit), limit: limit}
}

// take returns a voice for the note, which the caller prepares at once.
func (p *pool[V, P]) take(n Note) P {
	if p.playing() >= p.limit {
		p.steal()
	}
	i := p.free()
	p.lives[i] = life{busy: true, held: true, left: max(n.Frames, 1), offset: min(max(n.Offset, 0), dsp.Quantum-1)}
	return P(&p.voices[i])
}

// playing returns how many voices sound and have not been stolen.
func (p *pool[V, P]) playing() int {
	count := 0
	for i := range p.lives {
		if p.lives[i].busy && !p.lives[i].stolen {
			count++
		}
	}
	return count
}

// steal lets the quietest voice fade out; of equals the one that comes first.
func (p *pool[V, P]) steal() {
	i := p.quietest(func(l *life) bool { return l.busy && !l.stolen })
	p.lives[i].stolen = true
	p.lives[i].fade = stealFrames
}

// free returns a voice that does nothing. When as many voices fade as can
// play, which takes a whole pool of notes within 20 ms, the quietest of them
// is cut.
func (p *pool[V, P]) free() int {
	for i := range p.lives {
		if !p.lives[i].busy {
			return i
		}
	}
	return p.quietest(func(l *life) bool { return l.stolen })
}

func (p *pool[V, P]) quietest(among func(*life) bool) int {
	best, lowest := 0, float32(0)
	found := false
	for i := range p.lives {
		l := &p.lives[i]
		if !among(l) {
			continue
		}
		level := P(&p.voices[i]).level()
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
func (p *pool[V, P]) Sounding() int {
	count := 0
	for i := range p.lives {
		if p.lives[i].busy {
			count++
		}
	}
	return count
}

// render adds a quantum of every voice to out.
func (p *pool[V, P]) render(out *dsp.Stereo) {
	for i := range p.lives {
		l := &p.lives[i]
		if !l.busy {
			continue
		}
		v := P(&p.voices[i])
		if l.stolen {
			p.renderFading(out, v, l)
		} else {
			v.render(out, l.offset)
		}
		l.left -= int64(dsp.Quantum - l.offset)
		l.offset = 0
		if l.held && l.left <= 0 {
			l.held = false
			v.release()
		}
		if (!l.held && v.quiet()) || (l.stolen && l.fade <= 0) {
			l.busy = false
		}
	}
}

// renderFading adds a quantum of a stolen voice: its fade has no corner at
// either end.
func (p *pool[V, P]) renderFading(out *dsp.Stereo, v P, l *life) {
	p.scratch.Clear()
	v.render(&p.scratch, l.offset)
	for n := range dsp.Quantum {
		gain := float32(max(l.fade-n, 0)) * (1.0 / stealFrames)
		gain *= gain * (3 - 2*gain)
		out.Left[n] += gain * p.scratch.Left[n]
		out.Right[n] += gain * p.scratch.Right[n]
	}
	l.fade -= dsp.Quantum
}
