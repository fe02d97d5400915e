package compose

import (
	"dulcet/generator/chance"
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// drumming is a way of playing the kit.
type drumming uint8

const (
	noDrums   drumming = iota
	swaying            // a shaker under a gentle beat
	shuffling          // unhurried: swung eighths, the snare behind the beat
	driving            // brisk and forward, but soft
)

// chooseDrums draws whether and how the kit plays in material. Whether a
// piece has a kit at all is drawn once; the third material does without, so
// that the return of the kit is heard, except where it drives.
func (c *Composer) chooseDrums(material int) drumming {
	style := &c.plan.Style
	if style.Pulse == Free || style.Kit <= 0 || !style.Drums && !c.ask(kitThread, 0, askDrums).Happens(2*int64(style.Kit)) {
		return noDrums
	}
	switch {
	case style.Pulse == Gentle:
		if material%2 == 0 && !style.Drums {
			return noDrums
		}
		return swaying
	case c.plan.at(c.plan.Start+(c.deadline-c.plan.Start)/2).BPM >= grooveBPM:
		return driving
	case material%3 == 2 && !style.Drums:
		return noDrums
	}
	return shuffling
}

// kitGrid is the grid of the kit, in steps a beat.
const kitGrid = 4

// The kicks of a bar of four beats, in sixteenths; where the bass moves, the
// kick joins it instead (design choice).
var (
	shufflingKicks = [...][]int{{0, 10}, {0, 6}, {0, 6, 10}, {0, 10, 14}, {0, 3, 10}}
	drivingKicks   = [...][]int{{0, 8}, {0, 6, 8}, {0, 8, 10}, {0, 4, 8, 12}}
)

// kitBar is a bar that is being drummed.
type kitBar struct {
	st     *stretch
	from   theory.Fixed             // beats from the start of the stretch
	number uint64                   // of the bar in the piece
	bar    int                      // of the section
	phrase int                      // of the section
	last   bool                     // the phrase ends with it
	weight theory.Fixed             // of every stroke
	struck [score.Shaker + 1]uint32 // by what is struck: the sixteenths that are, as bits
}

// struckWith returns what a drum is played on: rim and snare are one drum, the
// hats one pair of cymbals.
func struckWith(drum int) int {
	switch drum {
	case score.Rim:
		return score.Snare
	case score.OpenHat:
		return score.ClosedHat
	}
	return drum
}

// writeKit drums the stretch bar by bar. The kit comes in after the others
// and leaves before them.
func (c *Composer) writeKit(dst *score.Span, st *stretch) {
	s := st.section
	style := s.texture.drums
	if style == noDrums || st.hush || st.opens || s.phase == Land && st.progress > half {
		return
	}
	if s.index == 0 && s.phase != Land && st.progress*3 < theory.One {
		return
	}
	bars := st.beats / c.meter
	for bar := range bars {
		k := kitBar{
			st: st, from: theory.Fixed(bar*c.meter) * theory.One,
			number: uint64(c.span)<<8 | uint64(bar), bar: st.beatAt/c.meter + bar, phrase: st.phrase,
			last: st.phraseEnds && bar == bars-1,
		}
		k.weight = (theory.One*6/10 + c.plan.Style.Kit*4/10).Mul(theory.One*9/10 + st.rise/10)
		thin := st.closing || s.phase == Land
		switch style {
		case swaying:
			c.sway(dst, &k)
		case shuffling:
			c.kick(dst, &k, shufflingKicks[:], thin)
			c.backbeat(dst, &k, thin)
			c.hats(dst, &k)
		case driving:
			c.kick(dst, &k, drivingKicks[:], thin)
			c.backbeat(dst, &k, thin)
			c.hats(dst, &k)
			c.sway(dst, &k)
		}
	}
}

// askStep returns the answer to a question about one sixteenth of a bar.
func (c *Composer) askStep(k *kitBar, drum, step int) chance.Draw {
	return c.ask(kitThread, k.number<<16|uint64(drum)<<8|uint64(step), askHit)
}

// drum strikes one drum at a sixteenth of the bar, late by so many frames,
// unless the same has been struck there: one hand cannot strike twice.
func (c *Composer) drum(dst *score.Span, k *kitBar, drum, step int, velocity theory.Fixed, late int64) {
	on := &k.struck[struckWith(drum)]
	if *on>>step&1 == 1 {
		return
	}
	*on |= 1 << step
	at := k.from + theory.Fixed(step)*theory.One/kitGrid
	frame := k.st.at(at) + late
	c.strike(dst, k.st, score.Event{
		Frame: frame, Frames: score.Rate / 8, Part: score.Kit, Role: score.Rhythm,
		Pitch: drum, Velocity: k.st.waypoint.Velocity.Mul(velocity).Mul(k.weight),
	}, true)
}

// kick plays the bass drum: with the bass where that moves, and in every
// second phrase the pattern of the material too, which changes every eight
// phrases. Now and then it leaves
// a phrase to the others.
func (c *Composer) kick(dst *score.Span, k *kitBar, patterns [][]int, thin bool) {
	s := k.st.section
	if thin || c.dropsOut(k) {
		return
	}
	event := pair(s.material, k.phrase/8)
	pattern := patterns[c.ask(kitThread, event, askRhythm).Below(len(patterns))]
	steps := c.bassSteps(dst, k)
	if steps&^1 == 0 || s.texture.drums == driving || k.phrase%2 == 1 {
		for _, step := range pattern {
			steps |= 1 << step
		}
	}
	steps |= 1
	for step := range c.meter * kitGrid {
		if steps>>step&1 == 0 || (k.last && step >= 3*kitGrid && c.fills(k)) {
			continue
		}
		weight := theory.One * 85 / 100
		if step%(2*kitGrid) != 0 {
			weight = theory.One * 70 / 100
		}
		c.drum(dst, k, score.Kick, step, weight, 0)
	}
}

// bassSteps returns the eighths of the bar on which the bass speaks, as bits
// of its sixteenths.
func (c *Composer) bassSteps(dst *score.Span, k *kitBar) (steps uint32) {
	start := k.st.at(k.from)
	length := k.st.at(k.from+theory.Fixed(c.meter)*theory.One) - start
	eighths := int64(2 * c.meter)
	for i := range dst.Events {
		e := &dst.Events[i]
		if e.Role != score.Ground || e.Frame < start-length/16 || e.Frame >= start+length {
			continue
		}
		if eighth := ((e.Frame-start)*eighths + length/2) / length; eighth >= 0 && eighth < eighths {
			steps |= 1 << (2 * eighth)
		}
	}
	return steps
}

// dropsOut reports whether kick and snare leave the phrase to the others:
// about one phrase in eight, never the first of a section.
func (c *Composer) dropsOut(k *kitBar) bool {
	return k.phrase > 0 && c.ask(kitThread, uint64(c.phrase), askSilence).Happens(int64(theory.One)/8)
}

// fills reports whether the bar that ends a phrase is filled: every fourth
// phrase surely, the second of each pair often.
func (c *Composer) fills(k *kitBar) bool {
	switch k.phrase % 4 {
	case 3:
		return true
	case 1:
		return c.ask(kitThread, uint64(c.phrase), askFill).Happens(int64(half))
	}
	return false
}

// hats plays eighths as a Euclidean rhythm that turns every four phrases, with
// nine of ten strokes played and each accent its own. Every fourth bar ends
// with a breath.
func (c *Composer) hats(dst *score.Span, k *kitBar) {
	const played = int64(theory.One) * 9 / 10
	s := k.st.section
	event := pair(s.material<<4|s.visit&15, k.phrase/4)
	eighths := 2 * c.meter
	count := eighths - c.ask(kitThread, event, askNotes).Below(4)
	turn := c.ask(kitThread, event, askRotation).Below(eighths)
	if k.bar%4 == 3 {
		eighths--
	}
	for eighth := range eighths {
		step := eighth * kitGrid / 2
		if (eighth+turn)*count%(2*c.meter) >= count || !c.askStep(k, score.ClosedHat, step).Happens(played) {
			continue
		}
		weight := theory.One * 34 / 100
		if eighth%2 == 1 {
			weight = theory.One * 44 / 100 // off the beat they lift
		}
		drum := score.ClosedHat
		if s.texture.drums == driving && eighth%4 == 3 && c.askStep(k, score.OpenHat, step).Happens(int64(theory.One)/3) {
			drum = score.OpenHat
		}
		c.drum(dst, k, drum, step, weight, 0)
	}
}

// sway shakes eighths, leaning on the beat; when it drives, sixteenths.
func (c *Composer) sway(dst *score.Span, k *kitBar) {
	s := k.st.section
	stride := kitGrid / 2
	if s.texture.drums == driving {
		if s.material%2 == 0 {
			return
		}
		stride = 1
	}
	for step := 0; step < c.meter*kitGrid; step += stride {
		weight := theory.One * 24 / 100
		switch {
		case step%kitGrid == 0:
			weight = theory.One * 36 / 100
		case step%2 == 1:
			weight = theory.One * 16 / 100
		}
		if c.askStep(k, score.Shaker, step).Happens(int64(theory.One) * 94 / 100) {
			c.drum(dst, k, score.Shaker, step, weight, 0)
		}
	}
}
