package soundscape

import "dulcet/generator/dsp"

// Thunder is a storm that stays beyond the hills: rolls of 5 to 15 s, now and
// then, over an air that is never quite silent. Character is the storm: 0 one
// that leaves, 1 one that stays. Even at distance 0 no stroke is near, and in
// a gentle scene it is no more than a breath. It does not belong into goals
// that ground or lead to sleep; who plays it decides.
//
// A roll is the sound of many pieces of one flash that arrive one after the
// other, each the lower the farther it came (Few 1969, J. Geophys. Res.
// 74:6926). Here some dozens of soft bursts add their energy to one noise,
// whose corner sinks meanwhile.
type Thunder struct {
	stage
	pink    pinkSource
	roll    dsp.DoublePole
	rumble  dsp.Biquad
	edge    dsp.StereoPole
	air     dsp.Drift
	chance  dsp.Lot
	wait    float32 // seconds until the next flash, once the roll is over
	burst   poisson
	age     float32 // seconds since the flash
	length  float32 // seconds of the roll
	push    [2]float32
	energy  [2]float32
	rolling [2]dsp.Smoother
	distant dsp.Smoother
}

// NewThunder returns thunder, silent until it is set.
func NewThunder(seed uint64, weather *Weather) *Thunder {
	seed = dsp.Scramble(seed)
	t := &Thunder{
		stage:   newStage(weather, outlook{near: 1800, far: 700, gentle: 600}, &thunderTrims),
		pink:    newPinkSource(seed + 1),
		air:     dsp.NewDrift(seed+2, 0.1),
		chance:  dsp.DrawLot(seed, 3),
		wait:    2, // the first flash comes soon
		burst:   newPoisson(seed, 4),
		age:     100,
		length:  8,
		distant: dsp.NewSmoother(1, 0.5),
	}
	t.edge.SetCorner(atHalf * 420)
	t.rumble.SetHighpass(atHalf*55, 0.7)
	for side := range 2 {
		t.rolling[side] = dsp.NewSmoother(0, 0.06)
	}
	return t
}

// Render adds the next quantum to out.
func (t *Thunder) Render(out *dsp.Bus) {
	if !t.next() {
		return
	}
	t.move()
	loud := (t.energy[0] + t.energy[1]) / 2
	t.weather.Thunders(min(loud, 1) * min(2*t.level.Value(), 1))
	t.distant.SetTarget(swell(1, t.weather.Gust(0.5)+0.2*t.air.Next()))
	var bed dsp.HalfStereo
	t.pink.render(&bed)
	roll := bed
	t.roll.Lowpass(roll.Left[:], roll.Right[:])
	t.edge.Lowpass(bed.Left[:], bed.Right[:])
	air, left, right := glide(&t.distant), glide(&t.rolling[0]), glide(&t.rolling[1])
	for i := range bed.Left {
		bed.Left[i] = 0.02*air.at*bed.Left[i] + 0.1*left.at*roll.Left[i]
		bed.Right[i] = 0.02*air.at*bed.Right[i] + 0.1*right.at*roll.Right[i]
		air.at += air.step
		left.at += left.step
		right.at += right.step
	}
	t.rumble.Process(bed.Left[:], bed.Right[:])
	t.send(&bed, out)
}

// move takes the roll on by one quantum.
func (t *Thunder) move() {
	t.age += quantumSeconds
	// Between two rolls there is time to forget the first.
	if t.age > t.length+5 {
		t.wait -= quantumSeconds
		if t.wait < 0 {
			t.age, t.length = 0, 5+10*float32(t.chance.Unit())
			t.wait = t.kind(26, 16, 8) * float32(0.4+1.2*t.chance.Unit())
		}
	}
	const fade, follow = quantumSeconds / 0.55, quantumSeconds / 0.09
	if x := t.age / t.length; x < 1 {
		t.roll.Set(atHalf * geometric(t.between(320, 190, 130), 95, bow(x)))
		t.burst.next(7)
		for t.burst.happens() {
			lot := &t.burst.lot
			size := float32(0.15 + lot.Unit()*lot.Unit())
			size *= bow(min(t.age/1.1, 1)) * (1 - x) * t.between(1, 1, 0.08)
			left, right := dsp.Pan(0.8 * lot.Signed())
			t.push[0] += size * left
			t.push[1] += size * right
		}
	}
	for side := range t.push {
		t.push[side] -= fade * t.push[side]
		t.energy[side] += follow * (t.push[side] - t.energy[side])
		// The ear, and the far hills, even out the strongest.
		t.rolling[side].SetTarget(1.2 * t.energy[side] / (0.3 + t.energy[side]))
	}
}
