package compose

import "dulcet/generator/theory"

// A Breath is a cycle that the music keeps to: phrases begin and chords change
// where one begins. Beats is how many it lasts, whole bars; Frames is its exact
// length, which the tempo of the plan must come near to.
type Breath struct {
	Frames int64
	Beats  int
}

// breathes reports whether the music keeps to a breath.
func (c *Composer) breathes() bool {
	b := &c.plan.Style.Breath
	return b.Frames > 0 && b.Beats > 0
}

// spanFrames returns how long so many beats last from a frame on. Under a
// breath every beat has its exact place in the cycle, so that nothing drifts
// apart however long it goes on.
func (c *Composer) spanFrames(frame int64, beats int, bpm theory.Fixed) int64 {
	if !c.breathes() {
		return beatFrames(bpm) * int64(beats)
	}
	cycle, whole := c.plan.Style.Breath.Frames, int64(c.plan.Style.Breath.Beats)
	from := (frame*whole + cycle/2) / cycle // beats, to the nearest
	return (from+int64(beats))*cycle/whole - frame
}

// spanFramesBefore returns how long so many beats under a breath have lasted
// that end at the present frame.
func (c *Composer) spanFramesBefore(beats int) int64 {
	cycle, whole := c.plan.Style.Breath.Frames, int64(c.plan.Style.Breath.Beats)
	to := (c.frame*whole + cycle/2) / cycle
	return c.frame - (to-int64(beats))*cycle/whole
}

// longestBreath is the length in seconds from which on a cycle is divided into
// phrases (design choice).
const longestBreath = 25 * theory.One

// breathBars returns how many bars a phrase has that begins with a breath:
// as many breaths as come closest to a phrase of the style, or an even part of
// a very long one.
func (c *Composer) breathBars(bar theory.Fixed) int {
	cycle := max(1, c.plan.Style.Breath.Beats/c.meter)
	best, least := cycle, theory.Fixed(1<<40)
	for bars := 1; bars <= 4*cycle; bars++ {
		fits := bars%cycle == 0 || bar*theory.Fixed(cycle) > longestBreath && cycle%bars == 0
		if !fits || c.plan.Style.Repeat && FormBars%bars != 0 {
			continue
		}
		distance := bar*theory.Fixed(bars) - c.plan.Style.PhraseSeconds
		if distance = max(distance, -distance); distance < least {
			best, least = bars, distance
		}
	}
	return best
}

// breathed reports whether a chord of so many beats changes with the breath: it
// lasts whole cycles, or an even part of a very long one.
func (c *Composer) breathed(beats int, beat theory.Fixed) bool {
	cycle := c.plan.Style.Breath.Beats
	return beats%cycle == 0 || beat*theory.Fixed(cycle) > longestBreath && cycle%beats == 0
}
