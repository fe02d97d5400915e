package synth

import (
	"dulcet/generator/dsp"
)

// A section is many players on one part: strings or singers. Each note reads
// two pad tables of neighbouring timbres at once, each at a pace of its own,
// so that two groups of players are heard that drift against each other, and
// crossfades from one timbre to the next as brightness, attack and breath ask
// for. A chorus follows all notes together.
type section struct {
	pool[sectionVoice, *sectionVoice]
	patch      Patch
	seed       uint64
	count      uint64  // notes so far
	lot        dsp.Lot // of the latest note
	build      func(v *sectionVoice, n Note, p Patch, l *dsp.Lot)
	brightness dsp.Smoother
	movement   dsp.Smoother
	chorus     ensemble
	air        air
	bus        dsp.Stereo
}

func newSection(seed uint64, voices int, build func(*sectionVoice, Note, Patch, *dsp.Lot)) *section {
	return &section{
		pool:       newPool[sectionVoice](voices),
		patch:      middle,
		seed:       seed,
		build:      build,
		brightness: dsp.NewSmoother(middle.Brightness, 0.015),
		movement:   dsp.NewSmoother(middle.Movement, 0.015),
		chorus:     newEnsemble(seed),
		air:        newAir(seed),
	}
}

// Set glides brightness and movement; the rest holds from the next note on.
func (s *section) Set(p Patch) {
	s.patch = p.held()
	s.brightness.SetTarget(s.patch.Brightness)
	s.movement.SetTarget(s.patch.Movement)
}

// Play starts a note.
func (s *section) Play(n Note) {
	s.count++
	n, audible := n.held()
	if !audible {
		return
	}
	s.lot = dsp.DrawLot(s.seed, s.count)
	s.build(s.take(n), n, s.patch, &s.lot)
}

// Render adds the next quantum to out.
func (s *section) Render(out *dsp.Stereo) {
	s.brightness.Next()
	s.movement.Next()
	sounding := s.Sounding() > 0
	if !sounding && s.chorus.empty() {
		return
	}
	rubbing := float32(0)
	for i := range s.voices {
		if s.lives[i].busy {
			v := &s.voices[i]
			v.brightness = s.brightness.Value()
			rubbing += v.rubbing()
		}
	}
	s.bus.Clear()
	s.render(&s.bus)
	s.air.render(&s.bus, rubbing)
	s.chorus.process(&s.bus, out, s.movement.Value(), sounding)
}
