package synth

import "dulcet/generator/dsp"

// A struck is the instrument around struck voices.
//
// What its voices ring with below dsp.QuarterTop is summed at a quarter of the
// rate, for all of them together, and brought to half of it by one
// dsp.Doubler a channel. On the way the difference of the channels loses what
// lies below 120 Hz, so that the low end stands in the middle.
type struck struct {
	roster[struckVoice, *struckVoice]
	patch Patch
	seed  uint64
	count uint64  // notes so far
	lot   dsp.Lot // of the latest note
	build func(v *struckVoice, n Note, p Patch, l *dsp.Lot)

	halo   *sympathy // nil where no string is left free to answer
	low    [2]dsp.QuarterBlock
	side   [2]dsp.OnePole // highpass of the difference of the channels
	up     [2]dsp.Doubler
	resets bool // nothing is left of earlier notes
}

// monoBelow is the corner in hertz under which the sides are the same.
const monoBelow = 120

func newStruck(seed uint64, voices int, build func(*struckVoice, Note, Patch, *dsp.Lot)) *struck {
	s := &struck{
		roster: newRoster[struckVoice](voices),
		patch:  middle,
		seed:   seed,
		build:  build,
		resets: true,
	}
	for i := range s.side {
		s.side[i] = dsp.NewOnePole(monoBelow * quarter)
	}
	return s
}

// Set takes effect with the next note: a body that rings cannot change.
func (s *struck) Set(p Patch) { s.patch = p.held() }

// Play strikes a note.
func (s *struck) Play(n Note) {
	s.count++
	n, audible := n.held()
	if !audible {
		return
	}
	s.lot = dsp.DrawLot(s.seed, s.count)
	voice := s.take(n)
	voice.softest = float64(n.Attack)
	s.build(voice, n, s.patch, &s.lot)
}

// Sounding returns how many voices are not silent; what answers them counts
// for one when they all are.
func (s *struck) Sounding() int {
	count := s.roster.Sounding()
	if count == 0 && s.halo != nil && s.halo.sounds() {
		return 1
	}
	return count
}

// Render adds the next quantum to out.
func (s *struck) Render(out *dsp.Bus) {
	if s.Sounding() == 0 {
		s.reset()
		return
	}
	s.resets = false
	s.low = [2]dsp.QuarterBlock{}
	held := false
	for i := range s.lives {
		l := &s.lives[i]
		if !l.busy {
			continue
		}
		held = held || l.held
		s.voices[i].render(out, &s.low, l)
		s.advance(i)
		if l.busy && s.voices[i].quiet() {
			s.dismiss(i) // what has rung out stays silent, held or not
		}
	}
	if s.halo != nil {
		s.halo.render(&s.low, held)
	}
	s.centre()
	half := out.Half()
	s.up[0].Process(&s.low[0], &half.Left)
	s.up[1].Process(&s.low[1], &half.Right)
}

// centre takes what lies below monoBelow to the middle.
func (s *struck) centre() {
	var side dsp.QuarterBlock
	left, right := &s.low[0], &s.low[1]
	for i := range side {
		side[i] = 0.5 * (left[i] - right[i])
		left[i] = 0.5 * (left[i] + right[i])
	}
	s.side[0].Highpass(side[:])
	s.side[1].Highpass(side[:])
	for i, x := range side {
		right[i] = left[i] - x
		left[i] += x
	}
}

// reset forgets what is left of notes that nobody hears any more.
func (s *struck) reset() {
	if s.resets {
		return
	}
	s.resets = true
	for i := range s.up {
		s.up[i].Reset()
		s.side[i].Reset()
	}
	if s.halo != nil {
		s.halo.reset()
	}
}
