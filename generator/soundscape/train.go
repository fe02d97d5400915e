package soundscape

import "dulcet/generator/dsp"

// Train is a compartment of a train that runs through the night on jointed
// rails. Character is where: 0 in the bunk of a sleeping car, muffled, 1 by an
// open window.
//
// Rails are 18.3 m long, the two axles of a bogie 2.5 m apart, and the nearest
// bogie of the next coach begins 7.4 m behind (60-foot rails, and UIC coaches
// of 26.4 m with bogies 19 m apart). So each joint is heard as a pair of
// strokes and a softer pair after it, at a pace that follows the speed: 50 to
// 80 km/h, changing within minutes. No two joints are equally worn.
type Train struct {
	stage
	pink     pinkSource
	deep     dsp.DoublePole
	rush     dsp.Biquad
	speed    dsp.Drift
	sway     dsp.Drift
	rolling  dsp.Smoother
	body     dsp.Smoother
	lot      dsp.Lot
	metres   float64 // since the start
	knock    float32 // how hard iron strikes iron just now
	knocking dsp.Smoother
	joints   [trainAxles]float32 // how worn the next joint of each axle is
	strokes  [8]ring
}

const (
	railMetres = 18.3
	trainAxles = 4
)

// axles are those that can be heard: metres behind the first, and how loud.
var axles = [trainAxles]struct{ behind, loud float64 }{{0, 1}, {2.5, 0.85}, {7.4, 0.36}, {9.9, 0.3}}

// NewTrain returns a train, silent until it is set.
func NewTrain(seed uint64, weather *Weather) *Train {
	seed = dsp.Scramble(seed)
	t := &Train{
		stage:    newStage(weather, outlook{near: 4500, far: 1300, gentle: 900}, &trainTrims),
		pink:     newPinkSource(seed + 1),
		speed:    dsp.NewDrift(seed+2, 0.006),
		sway:     dsp.NewDrift(seed+3, 0.4),
		rolling:  dsp.NewSmoother(1, 0.3),
		body:     dsp.NewSmoother(1, 0.2),
		knocking: dsp.NewSmoother(0, 0.002),
		lot:      dsp.DrawLot(seed, 4),
	}
	t.deep.Set(atHalf * 130)
	for i := range t.joints {
		t.joints[i] = t.wear()
	}
	return t
}

// wear draws how worn a joint is.
func (t *Train) wear() float32 { return float32(0.35 + 0.65*t.lot.Unit()) }

// Render adds the next quantum to out.
func (t *Train) Render(out *dsp.Bus) {
	if !t.next() {
		return
	}
	pace := 1 + 0.1*t.speed.Next() // of 18 m/s
	t.run(18 * pace)
	t.rolling.SetTarget(swell(0.6, pace-1))
	t.body.SetTarget(swell(0.35, t.sway.Next()))
	var bed dsp.HalfStereo
	t.renderRolling(&bed, pace)
	renderRings(t.strokes[:], &bed)
	t.send(&bed, out)
}

// run takes the train on by one quantum and strikes the joints that its
// axles pass.
func (t *Train) run(metresPerSecond float32) {
	before := t.metres
	t.metres += float64(metresPerSecond * quantumSeconds)
	for i, axle := range axles {
		passed := int((t.metres-axle.behind)/railMetres+1) - int((before-axle.behind)/railMetres+1)
		if passed > 0 {
			t.strike(float32(axle.loud) * t.joints[i])
			if i == 0 {
				copy(t.joints[1:], t.joints[:]) // the same joint, from axle to axle
				t.joints[0] = t.wear()
			}
		}
	}
	t.knock *= 1 - quantumSeconds/0.03
	t.knocking.SetTarget(t.knock)
}

// strike lets one wheel pass a joint.
func (t *Train) strike(hard float32) {
	hard *= t.between(1.2, 0.55, 0.2) * t.kind(0.8, 0.9, 1)
	t.knock += hard * t.kind(0.5, 0.85, 1.2)
	pan := 0.35 * t.lot.Signed()
	hit := float64(hard)
	for _, n := range [...]note{
		{hertz: 74 + 8*t.lot.Unit(), seconds: 0.26, gain: 0.2 * hit, pan: 0.3 * pan, rise: -0.1},
		{hertz: 190 + 60*t.lot.Unit(), seconds: 0.13, gain: 0.1 * hit, pan: pan, rise: -0.05},
	} {
		strike(t.strokes[:], n, &t.lot)
	}
}

// renderRolling fills bed with the floor's rumble, the air that rushes by, and
// the iron in the strokes.
func (t *Train) renderRolling(bed *dsp.HalfStereo, pace float32) {
	t.pink.render(bed)
	deep := *bed
	t.deep.Lowpass(deep.Left[:], deep.Right[:])
	t.rush.SetBandpass(atHalf*t.kind(330, 420, 560)*pace, t.kind(0.7, 0.55, 0.5))
	t.rush.Process(bed.Left[:], bed.Right[:])
	rolling, body, knock := glide(&t.rolling), glide(&t.body), glide(&t.knocking)
	for i := range bed.Left {
		rush := 0.05*rolling.at + 0.16*knock.at
		floor := 0.055 * rolling.at * body.at
		bed.Left[i] = floor*deep.Left[i] + rush*bed.Left[i]
		bed.Right[i] = floor*deep.Right[i] + rush*bed.Right[i]
		rolling.at += rolling.step
		body.at += body.step
		knock.at += knock.step
	}
}
