package soundscape

import "dulcet/generator/dsp"

// A stage is what every soundscape stands on: the scene that it glides to, the
// air between it and the ear, and its loudness.
type stage struct {
	level, distance, character, gentle dsp.Ramp

	weather *Weather
	outlook outlook
	trims   *trims
	floor   dsp.StereoPole // keeps out what only shakes a loudspeaker
	air     dsp.FourPole
	corner  float32 // of the air, in hertz
	gain    float32 // as it was at the end of the last quantum
	trim    float32 // share of the gain that makes all scenes equally loud
}

// An outlook says how much treble the air lets through: the corner, in hertz,
// of a lowpass of 24 dB an octave.
type outlook struct {
	near, far float32 // at distance 0 and 1
	gentle    float32 // at most, where the scene is gentle
}

func newStage(weather *Weather, outlook outlook, trims *trims) stage {
	s := stage{weather: weather, outlook: outlook, trims: trims}
	s.floor.SetCorner(atHalf * 45)
	s.jump(Scene{})
	return s
}

// jump goes to a scene at once, but for the level, which starts at 0.
func (s *stage) jump(scene Scene) {
	gentle := float32(0)
	if scene.Gentle {
		gentle = 1
	}
	s.level = dsp.NewRamp(0, sceneSeconds)
	s.distance = dsp.NewRamp(scene.Distance, sceneSeconds)
	s.character = dsp.NewRamp(scene.Character, sceneSeconds)
	s.gentle = dsp.NewRamp(gentle, sceneSeconds)
	s.air = dsp.FourPole{} // what rang is long silent
	s.look()
}

// Set glides to a scene. A soundscape that is silent starts in it.
func (s *stage) Set(scene Scene) {
	scene = scene.held()
	if s.level.Value() == 0 && s.gain == 0 {
		s.jump(scene)
	}
	s.level.SetTarget(scene.Level)
	s.distance.SetTarget(scene.Distance)
	s.character.SetTarget(scene.Character)
	gentle := float32(0)
	if scene.Gentle {
		gentle = 1
	}
	s.gentle.SetTarget(gentle)
}

// next takes the scene on by one quantum and reports whether there is
// anything to hear.
func (s *stage) next() bool {
	s.level.Next()
	if s.level.Value() == 0 && s.gain == 0 {
		return false
	}
	_, a := s.distance.Next()
	_, b := s.character.Next()
	_, c := s.gentle.Next()
	if a != 0 || b != 0 || c != 0 {
		s.look()
	}
	return true
}

// look sets the air and the trim by the scene.
func (s *stage) look() {
	distance, gentle := s.distance.Value(), s.gentle.Value()
	open := geometric(s.outlook.near, s.outlook.far, distance)
	s.corner = geometric(open, (1-0.3*distance)*s.outlook.gentle, gentle)
	s.air.Set(atHalf * s.corner)
	s.trim = s.trims.at(distance, s.character.Value(), gentle)
}

// send adds the bed to out.
func (s *stage) send(bed *dsp.HalfStereo, bus *dsp.Bus) {
	s.floor.Highpass(bed.Left[:], bed.Right[:])
	s.air.Lowpass(bed.Left[:], bed.Right[:])
	gain, step := s.fade()
	step *= atHalf
	out := bus.Half()
	for i := range out.Left {
		out.Left[i] += gain * bed.Left[i]
		out.Right[i] += gain * bed.Right[i]
		gain += step
	}
}

// fade returns the gain at the first frame of the quantum and the step to add
// for each further one.
func (s *stage) fade() (from, step float32) {
	from = s.gain
	s.gain = s.level.Value() * s.trim
	return from, (s.gain - from) / dsp.Quantum
}

// between returns near at distance 0, far at 1, and gentle, or less from afar,
// where the scene is gentle: the measure of what stands out of a bed.
func (s *stage) between(near, far, gentle float32) float32 {
	distance := s.distance.Value()
	open := near + distance*(far-near)
	return open + s.gentle.Value()*((1-0.6*distance)*gentle-open)
}

// kind returns the value at the scene's character of a curve through three
// points: at 0, ½ and 1.
func (s *stage) kind(low, middle, high float32) float32 {
	x := 2 * s.character.Value()
	if x < 1 {
		return low + x*(middle-low)
	}
	return middle + (x-1)*(high-middle)
}

// seat returns a place for one of several, in turn on the left and on the
// right, so that neither side is empty.
func seat(lot *dsp.Lot, number int) (pan float64) {
	pan = 0.2 + 0.6*lot.Unit()
	if number%2 == 0 {
		return -pan
	}
	return pan
}

// mix returns the value at u between a and b.
func mix(a, b, u float32) float32 { return a + u*(b-a) }

// geometric returns the value at u between a and b when equal steps of u are
// equal ratios, within a percent and without package math, for ratios below
// 2⁸.
func geometric(a, b, u float32) float32 {
	if b < a {
		a, b, u = b, a, 1-u
	}
	return a * dsp.Exp2(u*octaves(b/a))
}

// octaves returns the binary logarithm of a ratio from 1 to 2⁸ within 0.01.
func octaves(ratio float32) float32 {
	whole := float32(0)
	for ratio >= 2 {
		ratio *= 0.5
		whole++
	}
	x := ratio - 1
	return whole + x*(1.4142-x*(0.5788-x*0.1646))
}
