package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// laidBack returns how late the snare of an unhurried beat is: 10 to 25 ms,
// the piece's own habit.
func (c *Composer) laidBack() int64 {
	return c.ask(kitThread, 0, askTime).Between(10, 25) * score.Rate / 1000
}

// ghosts are the sixteenths of a bar on which a snare may whisper.
var ghosts = [...]int{3, 7, 9, 11, 15}

// backbeat plays rim or snare on the second and fourth beat, ghost notes
// between, and fills.
func (c *Composer) backbeat(dst *score.Span, k *kitBar, thin bool) {
	if c.dropsOut(k) || c.meter != 4 {
		return
	}
	s, late := k.st.section, int64(0)
	if s.texture.drums == shuffling {
		late = c.laidBack()
	}
	drum := score.Rim
	if c.ask(kitThread, pair(s.material, s.visit), askDrums).Happens(int64(half)) {
		drum = score.Snare
	}
	for _, step := range [...]int{kitGrid, 3 * kitGrid} {
		if step == 3*kitGrid && k.last && c.fills(k) {
			c.fill(dst, k, late)
			continue
		}
		if !thin || step == 3*kitGrid {
			c.drum(dst, k, drum, step, theory.One*75/100, late)
		}
	}
	if thin {
		return
	}
	likely := int64(theory.One)/14 + int64(k.st.tension)/6
	for _, step := range ghosts {
		if c.askStep(k, score.Snare, step).Happens(likely) {
			c.drum(dst, k, score.Snare, step, theory.One*26/100, late/2)
		}
	}
}

// fillings are the last beats of a phrase: steps of the bar with their
// weights in hundredths on the snare.
var fillings = [...][][2]int{
	{{12, 60}, {14, 36}, {15, 52}},
	{{10, 30}, {12, 50}, {13, 28}, {14, 40}, {15, 60}},
	{{12, 70}, {15, 40}},
	{{11, 36}, {12, 24}, {14, 64}},
}

// fill turns a phrase over to the next.
func (c *Composer) fill(dst *score.Span, k *kitBar, late int64) {
	filling := fillings[c.ask(kitThread, uint64(c.phrase), askRhythm).Below(len(fillings))]
	for _, note := range filling {
		c.drum(dst, k, score.Snare, note[0], theory.One*theory.Fixed(note[1])/100, late/2)
	}
	if c.ask(kitThread, uint64(c.phrase), askCadence).Happens(int64(half)) {
		c.drum(dst, k, score.OpenHat, 14, theory.One*36/100, 0)
	}
}
