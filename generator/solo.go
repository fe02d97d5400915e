package generator

import (
	"dulcet/generator/dsp"
	"dulcet/generator/fx"
	"dulcet/generator/score"
	"dulcet/generator/soundscape"
	"dulcet/generator/synth"
)

// Instruments returns the names of all instruments, as scores have them. The
// cloud is one: it plays what it has heard.
func Instruments() []string { return named(func(p score.Part) bool { return !p.Bed() }) }

// Soundscapes returns the names of all soundscapes, as scores have them.
func Soundscapes() []string { return named(score.Part.Bed) }

func named(kind func(score.Part) bool) []string {
	var names []string
	for part := range score.PartCount {
		if kind(part) {
			names = append(names, part.String())
		}
	}
	return names
}

// A Solo is one instrument or soundscape alone, for listening: a
// beep.Streamer by its shape. An instrument plays a study of a minute, again
// and again, in its share of a room; the cloud makes what it can of a piano
// that is not heard itself; a soundscape goes from close by to far away and
// through its characters, a third of a minute each.
type Solo struct {
	instrument synth.Instrument
	cloud      *fx.Cloud // nil, unless it is heard instead of the instrument
	study      []cue
	next       int // of study
	scape      soundscape.Soundscape
	weather    *soundscape.Weather
	room       *fx.Reverb
	fall, rise dsp.Confluence
	limiter    *fx.Limiter
	seat       seat
	frame      int64 // frames rendered
	out        dsp.Stereo
	pos        int // frames of out that were handed over
}

// NewSolo returns the solo of the part of a name, or false where no part that
// sounds by itself has it.
func NewSolo(name string, seed uint64) (*Solo, bool) {
	part, known := score.Named(name)
	if !known {
		return nil, false
	}
	s := &Solo{
		room: fx.NewReverb(), limiter: fx.NewLimiter(ceilingDecibels),
		seat: seats[part], pos: dsp.Quantum,
	}
	s.room.Set(2.5, 0.5)
	if part == score.Cloud {
		s.cloud = fx.NewCloud(seed)
		s.cloud.SetLevel(1)
		part = score.Piano
	}
	if part.Plays() {
		s.instrument, s.study = synth.New(part, seed), studyOf(part)
		s.instrument.Set(patches[part])
		s.seat.level = 1
	} else {
		s.weather = soundscape.NewWeather(seed)
		s.scape = soundscape.New(part, seed, s.weather)
		s.seat = seat{level: 1}
	}
	return s, true
}

// Stream fills samples with the next frames. It never ends.
func (s *Solo) Stream(samples [][2]float64) (int, bool) {
	for n := 0; n < len(samples); {
		if s.pos == dsp.Quantum {
			s.render()
			s.pos = 0
		}
		n += hand(samples[n:], &s.out, &s.pos)
	}
	return len(samples), true
}

// Err returns nil: a solo cannot fail.
func (s *Solo) Err() error { return nil }

// render makes the next quantum.
func (s *Solo) render() {
	var dry dsp.Bus
	var send dsp.HalfStereo
	if s.instrument != nil {
		s.play()
		s.instrument.Render(&dry)
	} else {
		s.wander()
		s.weather.Next()
		s.scape.Render(&dry)
	}
	s.fall.Down(&dry, &send)
	if s.cloud != nil {
		dry.Clear()
		s.cloud.Process(&send, dry.Half())
		send = *dry.Half()
	}
	var wet dsp.HalfStereo
	for i := range send.Left {
		send.Left[i] *= s.seat.send
		send.Right[i] *= s.seat.send
	}
	s.room.Process(&send, &wet)
	wet.Add(dry.Half(), 1)
	s.rise.Up(&dry, &s.out)
	s.limiter.Process(&s.out)
	s.frame += dsp.Quantum
}

// play starts the notes of the coming quantum.
func (s *Solo) play() {
	const around = studySeconds * Rate
	at := s.frame % around
	if at < dsp.Quantum {
		s.next = 0
	}
	for s.next < len(s.study) && s.study[s.next].frame < at+dsp.Quantum {
		c := s.study[s.next]
		c.note.Offset = int(max(0, c.frame-at))
		s.instrument.Play(c.note)
		s.next++
	}
}

// wander takes the scene through what it can be.
func (s *Solo) wander() {
	const third = studySeconds / 3 * Rate
	if s.frame%third >= dsp.Quantum {
		return
	}
	turn := s.frame / third
	s.scape.Set(soundscape.Scene{
		Level:     1,
		Character: float32(turn%3) / 2,
		Distance:  []float32{0.2, 0.5, 0.8}[turn/3%3],
	})
}
