package soundscape

import (
	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// A Scene is the whole of a soundscape from outside, each number 0…1.
type Scene struct {
	Level     float32 // linear in amplitude
	Distance  float32 // from close by to the horizon: softer edges, less treble, fewer single events
	Character float32 // what each soundscape says it is
	Gentle    bool    // no event rises more than 6 dB over the bed, or faster than in 300 ms
}

// A Soundscape is a bed without notes that never repeats.
//
//  1. At level 1 it has a loudness of about −23 LUFS, whatever its distance
//     and character.
//  2. Set glides: the level over five seconds, the rest as slowly.
//  3. Render adds the next quantum to out and leaves what is there; at level
//     0 it costs nothing.
//  4. Neither allocates.
type Soundscape interface {
	Set(Scene)
	Render(out *dsp.Bus)
}

// sceneSeconds is how long a soundscape takes to go to a new scene.
const sceneSeconds = 5

// held returns the scene with every number within 0…1.
func (s Scene) held() Scene {
	limit := func(x float32) float32 {
		if !(x > 0) { // also what is not a number
			return 0
		}
		return min(x, 1)
	}
	s.Level, s.Distance, s.Character = limit(s.Level), limit(s.Distance), limit(s.Character)
	return s
}

// Prepare makes the table that voices share, a few milliseconds of work that the
// first New with somebody who talks does otherwise. It may be called at any time,
// from any goroutine.
func Prepare() { glottis() }

// makers builds each soundscape from a seed and the weather that it shares
// with the others.
var makers = map[score.Part]func(seed uint64, weather *Weather) Soundscape{
	score.Rain:    func(seed uint64, weather *Weather) Soundscape { return NewRain(seed, weather) },
	score.Thunder: func(seed uint64, weather *Weather) Soundscape { return NewThunder(seed, weather) },
	score.Sea:     func(seed uint64, weather *Weather) Soundscape { return NewSea(seed, weather) },
	score.Stream:  func(seed uint64, weather *Weather) Soundscape { return NewStream(seed, weather) },
	score.Wind:    func(seed uint64, weather *Weather) Soundscape { return NewWind(seed, weather) },
	score.Fire:    func(seed uint64, weather *Weather) Soundscape { return NewFire(seed, weather) },
	score.Insects: func(seed uint64, weather *Weather) Soundscape { return NewInsects(seed, weather) },
	score.Birds:   func(seed uint64, weather *Weather) Soundscape { return NewBirds(seed, weather) },
	score.Cafe:    func(seed uint64, weather *Weather) Soundscape { return NewCafe(seed, weather) },
	score.Train:   func(seed uint64, weather *Weather) Soundscape { return NewTrain(seed, weather) },
	score.Noise:   func(seed uint64, weather *Weather) Soundscape { return NewNoise(seed, weather) },
}

// New returns the soundscape of a part, silent until it is set, or nil where
// the part is none.
func New(part score.Part, seed uint64, weather *Weather) Soundscape {
	build, known := makers[part]
	if !known {
		return nil
	}
	return build(seed, weather)
}
