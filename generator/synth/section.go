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
	roster[sectionVoice, *sectionVoice]
	patch      Patch
	seed       uint64
	count      uint64  // notes so far
	lot        dsp.Lot // of the latest note
	build      func(v *sectionVoice, n Note, p Patch, l *dsp.Lot)
	brightness dsp.Smoother
	movement   dsp.Smoother
	chorus     ensemble
	air        air
}

func newSection(seed uint64, voices int, build func(*sectionVoice, Note, Patch, *dsp.Lot)) *section {
	return &section{
		roster:     newRoster[sectionVoice](voices),
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

// Sounding returns how many voices are not silent; the end of the chorus
// counts for one.
func (s *section) Sounding() int {
	count := s.roster.Sounding()
	if count == 0 && !s.chorus.empty() {
		return 1
	}
	return count
}

// Render adds the next quantum to out.
func (s *section) Render(out *dsp.Bus) {
	s.brightness.Next()
	s.movement.Next()
	if s.Sounding() == 0 {
		return
	}
	sounding := s.roster.Sounding() > 0
	var bus dsp.HalfStereo
	noise := float32(0)
	for i := range s.lives {
		l, v := &s.lives[i], &s.voices[i]
		if !l.busy {
			continue
		}
		v.brightness = s.brightness.Value()
		v.render(&bus, l)
		noise += v.noise()
		s.advance(i)
	}
	s.air.render(&bus, noise)
	s.chorus.process(&bus, s.movement.Value(), sounding)
	bus.Add(out.Half(), 1)
}
