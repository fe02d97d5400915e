package soundscape

import (
	"math"

	"dulcet/generator/dsp"
)

// Sea is a calm shore at night. Character is the shore: 0 a wide beach of sand
// with long waves, 1 a cove of pebbles with short ones that rattle as they
// draw back. From afar the waves melt into one roar.
//
// Waves come every 7 to 14 s, none like the last, and higher after wind. Each
// gathers slowly, breaks, and draws back: three bands of noise (the deep
// swell, the wash, the hiss of the sand) that open one after the other. A wave
// reaches one ear 0.5 to 2 s before the other, and up to four are under way at
// once.
type Sea struct {
	stage
	pink   pinkSource
	patter patter
	deep   dsp.DoublePole
	wash   dsp.StereoPole
	sand   dsp.Biquad
	far    dsp.Drift
	waves  [seaWaves]wave
	chance dsp.Lot
	wait   float32 // seconds until the next wave
	sides  [2]shore
}

const seaWaves = 4

// A shore is the levels of one side.
type shore struct{ wash, sand dsp.Smoother }

// A wave is one wave on its way up the shore.
type wave struct {
	busy   bool
	age    float32 // seconds
	delay  [2]float32
	gather float32 // seconds from the first sound to breaking
	draw   float32 // seconds of drawing back
	height float32 // 0…1
}

// NewSea returns a sea, silent until it is set.
func NewSea(seed uint64, weather *Weather) *Sea {
	seed = dsp.Scramble(seed)
	s := &Sea{
		stage:  newStage(weather, outlook{near: 5000, far: 1500, gentle: 900}, &seaTrims),
		pink:   newPinkSource(seed + 1),
		patter: newPatter(seed, 2),
		far:    dsp.NewDrift(seed+3, 0.03),
		chance: dsp.DrawLot(seed, 4),
		wait:   3,
	}
	for side := range s.sides {
		s.sides[side] = shore{dsp.NewSmoother(0.2, 0.05), dsp.NewSmoother(0, 0.05)}
	}
	s.deep.Set(atHalf * 190)
	s.rise()
	s.waves[0].age = 0.4 * s.waves[0].gather
	return s
}

// Render adds the next quantum to out.
func (s *Sea) Render(out *dsp.Bus) {
	if !s.next() {
		return
	}
	s.move()
	var bed dsp.HalfStereo
	s.renderBed(&bed)
	s.send(&bed, out)
}

// move takes the waves on by one quantum and sets the levels by them.
func (s *Sea) move() {
	s.wait -= quantumSeconds
	if s.wait <= 0 {
		s.rise()
	}
	var swells, sands [2]float32
	for i := range s.waves {
		w := &s.waves[i]
		if !w.busy {
			continue
		}
		w.age += quantumSeconds
		for side := range 2 {
			a, b := w.at(w.age - w.delay[side])
			swells[side] += a
			sands[side] += b
		}
		w.busy = w.age < w.gather+w.draw+max(w.delay[0], w.delay[1])
	}
	// What is far away never stops; in a gentle scene a wave is 6 dB over it.
	calm := (0.28 + 0.34*max(s.distance.Value(), s.gentle.Value())) * (1 + 0.07*s.far.Next())
	wave := s.between(0.8, 0.35, 0.36)
	for side := range 2 {
		s.sides[side].wash.SetTarget(calm + wave*swells[side])
		s.sides[side].sand.SetTarget(0.1*calm + wave*sands[side])
	}
	// The higher the wave, the brighter the wash.
	height := min(wave*(swells[0]+swells[1])/2, 1)
	s.wash.SetCorner(atHalf * (s.kind(260, 320, 420) + s.kind(1100, 1300, 1700)*height))
}

// at returns how much a wave washes and how much the sand hisses at an age.
// Both are made of raised cosines, so that nothing starts or ends suddenly.
func (w *wave) at(age float32) (wash, sand float32) {
	if age <= 0 || age >= w.gather+w.draw {
		return 0, 0
	}
	if age < w.gather {
		x := age / w.gather
		wash = bow(x * x)
	} else {
		x := (age - w.gather) / w.draw
		wash = bow(1-x) * (1 - 0.3*x)
	}
	peak := w.gather + 0.28*w.draw
	if x := (age - peak) / (0.6 * w.draw); x > -1 && x < 1 {
		sand = bow(1 - float32(math.Abs(float64(x))))
	}
	return w.height * wash, w.height * sand
}

// bow rises from 0 to 1 without a corner at either end: 3x²−2x³.
func bow(x float32) float32 { return x * x * (3 - 2*x) }

// rise starts a wave and says when the next one comes.
func (s *Sea) rise() {
	unit := func() float32 { return float32(s.chance.Unit()) }
	long := s.kind(1.15, 1, 0.7)
	s.wait = long * (7 + 7*unit())
	lag := 0.5 + 1.5*unit()
	w := wave{
		busy:   true,
		height: 0.6 + 0.3*unit() + 0.3*s.weather.Gust(2),
		gather: long * (2.6 + 2.6*unit()),
		draw:   long * (4 + 3.5*unit()),
	}
	w.delay[s.chance.Phase()>>31] = lag
	for i := range s.waves {
		if !s.waves[i].busy {
			s.waves[i] = w
			return
		}
	}
}

// renderBed fills bed with the three bands.
func (s *Sea) renderBed(bed *dsp.HalfStereo) {
	s.pink.render(bed)
	sand, deep := *bed, *bed
	s.deep.Lowpass(deep.Left[:], deep.Right[:])
	hiss := (s.sides[0].sand.Value() + s.sides[1].sand.Value()) / 2
	s.patter.scatter(&sand, s.kind(0, 300, 900)*hiss, s.between(30, 12, 4))
	s.sand.SetBandpass(atHalf*s.kind(3000, 2600, 2000), 0.6)
	s.sand.Process(sand.Left[:], sand.Right[:])
	s.wash.Lowpass(bed.Left[:], bed.Right[:])
	s.side(0, &bed.Left, &deep.Left, &sand.Left)
	s.side(1, &bed.Right, &deep.Right, &sand.Right)
}

// side puts the bands of one side together in out.
func (s *Sea) side(i int, out, deep, sand *dsp.HalfBlock) {
	wash, hiss := glide(&s.sides[i].wash), glide(&s.sides[i].sand)
	for n := range out {
		out[n] = 0.11*wash.at*out[n] + 0.02*deep[n] - 0.05*hiss.at*sand[n]
		wash.at += wash.step
		hiss.at += hiss.step
	}
}
