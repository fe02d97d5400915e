package soundscape

import "dulcet/generator/dsp"

// Birds is the hour before sunrise at the edge of a wood: a few birds at
// places and distances of their own, over the air and the leaves. Character is
// how many are awake: 0 one or two, 1 all of them.
//
// Each has a small repertoire that it keeps, sings a phrase, waits and listens,
// and sings the same or another. They leave room for each other (birds avoid
// overlapping their neighbours: Ficken et al. 1974, Science 183:762), and fall
// silent in gusts and under thunder.
type Birds struct {
	stage
	pink    pinkSource
	low     dsp.StereoPole
	leaf    dsp.Biquad
	air     dsp.Smoother
	leaves  dsp.Smoother
	singers [birdSingers]bird
}

// NewBirds returns birds, silent until they are set.
func NewBirds(seed uint64, weather *Weather) *Birds {
	seed = dsp.Scramble(seed)
	b := &Birds{
		stage:  newStage(weather, outlook{near: 7000, far: 4200, gentle: 1750}, &birdsTrims),
		pink:   newPinkSource(seed + 1),
		air:    dsp.NewSmoother(1, 0.5),
		leaves: dsp.NewSmoother(0.3, 0.4),
	}
	b.low.SetCorner(atHalf * 380)
	b.leaf.SetBandpass(atHalf*1700, 0.6)
	for i := range b.singers {
		b.singers[i] = newBird(seed, i)
	}
	return b
}

// Render adds the next quantum to out.
func (b *Birds) Render(out *dsp.Bus) {
	if !b.next() {
		return
	}
	var bed dsp.HalfStereo
	b.renderWood(&bed)
	singing := 0
	for i := range b.singers {
		if b.singers[i].singing() {
			singing++
		}
	}
	loud := b.between(0.16, 0.09, 0.06)
	awake := 1.5 + (birdSingers-1.5)*b.character.Value()
	for i := range b.singers {
		s := &b.singers[i]
		// Who comes last in the list wakes last.
		may := min(max(awake-float32(i), 0), 1) * b.weather.Ease()
		s.live(may, singing)
		s.render(&bed, loud)
	}
	b.send(&bed, out)
}

// renderWood fills bed with the air and the leaves.
func (b *Birds) renderWood(bed *dsp.HalfStereo) {
	b.pink.render(bed)
	leaf := *bed
	b.leaf.Process(leaf.Left[:], leaf.Right[:])
	b.low.Lowpass(bed.Left[:], bed.Right[:])
	b.air.SetTarget(swell(1.2, b.weather.Gust(0)))
	b.leaves.SetTarget(swell(2.4, b.weather.Gust(0.7)))
	air, leaves := glide(&b.air), glide(&b.leaves)
	for i := range bed.Left {
		bed.Left[i] = 0.034*air.at*bed.Left[i] + 0.012*leaves.at*leaf.Left[i]
		bed.Right[i] = 0.034*air.at*bed.Right[i] + 0.012*leaves.at*leaf.Right[i]
		air.at += air.step
		leaves.at += leaves.step
	}
}
