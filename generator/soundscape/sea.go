package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

// Sea is a calm shore at night.
//
// Waves come every 7 to 14 s, none like the last. Each gathers slowly, breaks,
// and draws back over sand: three bands of noise (the deep swell, the wash,
// the hiss of the sand) that open one after the other. A wave reaches one ear
// 0.5 to 2 s before the other, and up to three waves are under way at once.
type Sea struct {
	level  dsp.Ramp
	noise  [2]dsp.Noise
	pink   [2]dsp.Pink
	depth  dsp.StateVariable // takes away what only shakes a loudspeaker
	deep   dsp.DoublePole
	wash   [2]dsp.OnePole
	soft   [2]dsp.OnePole
	sand   [2]dsp.OnePole
	top    dsp.DoublePole
	far    dsp.Drift
	waves  [seaWaves]wave
	chance dsp.Lot
	wait   float64 // seconds until the next wave
	gains  [2]seaGains
}

const seaWaves = 4

// seaGains are the controls of one side, which glide over a quantum.
type seaGains struct{ wash, sand dsp.Smoother }

// A wave is one wave on its way up the shore.
type wave struct {
	busy   bool
	age    float64 // seconds
	delay  [2]float64
	gather float64 // seconds from the first sound to breaking
	draw   float64 // seconds of drawing back
	height float64 // 0…1
}

// NewSea returns a sea, silent until it is given a level.
func NewSea(seed uint64, weather *Weather) *Sea {
	s := &Sea{
		level:  dsp.NewRamp(0, bedSeconds),
		far:    dsp.NewDrift(dsp.Scramble(seed)+1, 0.03),
		chance: dsp.DrawLot(seed, 3),
	}
	for i := range s.noise {
		s.noise[i] = dsp.NewNoise(dsp.Scramble(seed) + 10 + uint64(i))
	}
	for i := range s.gains {
		s.gains[i] = seaGains{dsp.NewSmoother(0, 0.05), dsp.NewSmoother(0, 0.05)}
	}
	s.depth.Set(85, 0.6)
	s.deep.Set(210)
	s.sand = [2]dsp.OnePole{dsp.NewOnePole(1800), dsp.NewOnePole(1800)}
	s.top.Set(3200)
	s.rise()
	s.waves[0].age = 0.4 * s.waves[0].gather
	return s
}

// Set glides the level to the scene's.
func (s *Sea) Set(scene Scene) { s.level.SetTarget(scene.held().Level) }

// Render adds the next quantum to out.
func (s *Sea) Render(out *dsp.Stereo) {
	from, step := s.level.Next()
	if from == 0 && step == 0 {
		return
	}
	s.move()
	var bed dsp.Stereo
	s.renderBed(&bed)
	for i := range out.Left {
		out.Left[i] += from * bed.Left[i]
		out.Right[i] += from * bed.Right[i]
		from += step
	}
}

// move takes the waves on by one quantum and sets the controls by them.
func (s *Sea) move() {
	const seconds = float64(dsp.Quantum) / dsp.Rate
	s.wait -= seconds
	if s.wait <= 0 {
		s.rise()
	}
	var swell, sand [2]float64
	for i := range s.waves {
		w := &s.waves[i]
		if !w.busy {
			continue
		}
		w.age += seconds
		for side := range 2 {
			a, b := w.at(w.age - w.delay[side])
			swell[side] += a
			sand[side] += b
		}
		w.busy = w.age < w.gather+w.draw+max(w.delay[0], w.delay[1])
	}
	calm := 0.2 + 0.03*float64(s.far.Next())
	for side := range 2 {
		level := calm + 0.7*swell[side]
		s.gains[side].wash.SetTarget(float32(level))
		s.gains[side].sand.SetTarget(float32(0.02 + sand[side]))
		// The higher the wave, the brighter the wash.
		corner := float32(300 + 1700*min(swell[side], 1.2))
		s.wash[side].SetCorner(corner)
		s.soft[side].SetCorner(1.6 * corner)
	}
}

// at returns how much a wave washes and how much the sand hisses at an age.
// Both are made of raised cosines, so that nothing starts or ends suddenly.
func (w *wave) at(age float64) (swell, sand float64) {
	if age <= 0 || age >= w.gather+w.draw {
		return 0, 0
	}
	if age < w.gather {
		x := age / w.gather
		swell = bow(x * x)
	} else {
		x := (age - w.gather) / w.draw
		swell = bow(1-x) * (1 - 0.3*x)
	}
	peak := w.gather + 0.28*w.draw
	width := 0.6 * w.draw
	if x := (age - peak) / width; x > -1 && x < 1 {
		sand = bow(1 - math.Abs(x))
	}
	return w.height * swell, w.height * sand
}

// bow rises from 0 to 1 without a corner at either end: 3x²−2x³.
func bow(x float64) float64 { return x * x * (3 - 2*x) }

// rise starts a wave and says when the next one comes.
func (s *Sea) rise() {
	s.wait = 7 + 7*s.chance.Unit()
	lag := 0.5 + 1.5*s.chance.Unit()
	height := 0.45 + 0.55*s.chance.Unit()
	gather, draw := 2.6+2.6*s.chance.Unit(), 4+3.5*s.chance.Unit()
	leftFirst := s.chance.Signed() < 0
	for i := range s.waves {
		w := &s.waves[i]
		if w.busy {
			continue
		}
		*w = wave{busy: true, height: height, gather: gather, draw: draw}
		if leftFirst {
			w.delay[1] = lag
		} else {
			w.delay[0] = lag
		}
		return
	}
}

// renderBed fills bed with the three bands.
func (s *Sea) renderBed(bed *dsp.Stereo) {
	pinkNoise(&s.noise, &s.pink, bed)
	s.depth.Highpass(bed.Left[:], bed.Right[:])
	sand, deep := *bed, *bed
	s.deep.Lowpass(deep.Left[:], deep.Right[:])
	s.sand[0].Highpass(sand.Left[:])
	s.sand[1].Highpass(sand.Right[:])
	s.top.Lowpass(sand.Left[:], sand.Right[:])
	s.side(0, &bed.Left, &deep.Left, &sand.Left)
	s.side(1, &bed.Right, &deep.Right, &sand.Right)
}

// side puts the bands of one side together in out.
func (s *Sea) side(i int, out, deep, sand *dsp.Block) {
	s.wash[i].Lowpass(out[:])
	s.soft[i].Lowpass(out[:])
	wash, washStep := s.gains[i].wash.Next()
	hiss, hissStep := s.gains[i].sand.Next()
	for n := range out {
		out[n] = 0.135*wash*out[n] + 0.016*deep[n] - 0.045*hiss*sand[n]
		wash += washStep
		hiss += hissStep
	}
}
