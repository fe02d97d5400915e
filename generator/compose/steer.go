package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// steering is what the listener asks of the form while the piece plays. All of
// it changes what has not been written yet, and nothing else.
type steering struct {
	held      bool // the present section goes on until it is let go
	prolonged bool // it has been gone on with
	bed       score.Part
	bedChosen bool                  // bed sounds whatever the sections would choose
	wanted    [score.PartCount]bool // beds that sound beside it
}

// prolongation is how long a section that is held goes on before it is turned
// over again, in frames: room for the four phrases of a double period (design
// choice).
const prolongation = 60 * score.Rate

// Hold lets the present section go on, with the same key and the same ideas
// turned over, until it is called with false: then the section closes with the
// pair of phrases that is being played. The journey goes on meanwhile, and a
// round of work or its break still ends on time.
func (c *Composer) Hold(held bool) {
	if held == c.steering.held {
		return
	}
	c.steering.held = held
	if c.done || c.landing.begun {
		return
	}
	if !held && c.steering.prolonged {
		begun := c.phrasesBegun()
		c.endAfter(begun + begun%2)
		return
	}
	c.replan()
}

// MoveOn ends the present section with the phrase that is being played and
// returns the frame at which the next one comes. Where the form must be
// foreseeable, and on the way home, nothing changes and it returns −1.
func (c *Composer) MoveOn() int64 {
	if c.done || c.landing.begun || c.plan.Style.Repeat {
		return -1
	}
	c.endAfter(c.phrasesBegun())
	s := &c.sections[c.present]
	return s.start + s.frames
}

// phrasesBegun returns how many phrases of the present section have been
// written, or begun to be.
func (c *Composer) phrasesBegun() int {
	s := &c.sections[c.present]
	spans := max(1, s.phraseBeats/s.spanBeats) // of a phrase
	return max(1, (c.spanAt+spans-1)/spans)
}

// endAfter ends the present section after so many of its phrases.
func (c *Composer) endAfter(phrases int) {
	s := &c.sections[c.present]
	if phrases >= s.phrases {
		return
	}
	s.phrases = phrases
	s.frames = c.sectionRest(s) + c.frame - s.start
	c.replan()
}

// sectionRest returns how many frames of the present section have not been
// written yet. A phrase keeps the tempo that it began with.
func (c *Composer) sectionRest(s *section) int64 {
	end, spans := c.frame, max(1, s.phraseBeats/s.spanBeats)
	bpm := c.heading.waypoint.BPM
	for at := c.spanAt; at < s.spans(); at++ {
		if at%spans == 0 {
			bpm = c.plan.at(end).BPM
		}
		end += c.spanFrames(end, s.spanBeats, bpm)
	}
	return end - c.frame
}

// replan plans the section after the present one anew, and the harmony that
// leads there. Chords that have begun stay.
func (c *Composer) replan() {
	s := &c.sections[c.present]
	before := s.progression
	c.form, c.phaseCounts = c.planned.form, c.planned.phaseCounts
	c.follow()
	begun := min((c.spanAt*s.spanBeats+s.chordBeats-1)/s.chordBeats, s.progression.count)
	copy(s.progression.degree[:begun], before.degree[:])
	copy(s.progression.early[:begun], before.early[:])
	copy(s.progression.late[:begun], before.late[:])
}

// turnDue reports whether work has just become a break, or a break work.
func (c *Composer) turnDue() bool {
	s := &c.sections[c.present]
	airy, turned := c.roundAt(c.frame)
	return airy != s.airy || turned && c.frame-s.start > 2*nearTurn
}

// Mark changes when rounds turn and chimes ring, as a deadline that was moved
// asks: what lies ahead, and not what has been.
func (c *Composer) Mark(rounds Rounds, chimes Chimes) {
	c.plan.Style.Rounds, c.plan.Style.Chimes = rounds, chimes
}

// prolong lets the present section begin again as a varied return of itself.
func (c *Composer) prolong() {
	s := &c.sections[c.present]
	s.index, s.visit, s.phrases = s.index+1, s.visit+1, 0
	s.start, c.spanAt = c.frame, 0
	s.before = c.harmony.now.chord.Root
	c.steering.prolonged, s.turned = true, false
	c.measure(s, c.plan.at(s.start))
	s.texture = c.newTexture(s)
	c.keepBed(&s.texture)
	c.form, c.phaseCounts = c.planned.form, c.planned.phaseCounts
	c.follow()
}

// Land moves the deadline to the frame at, earlier or later, which must lie at
// least MinimumLanding beyond the end of the last span. A landing that has begun
// begins anew, or is called off where there is time for more music, until its
// last chord has been struck.
func (c *Composer) Land(at int64) {
	at = max(at, c.frame+MinimumLanding)
	if c.done || at == c.deadline {
		return
	}
	c.deadline = at
	c.landLong = max(min(framesOf(c.plan.Style.LandSeconds), at*2/5), MinimumLanding)
	c.landLong = min(c.landLong, at-c.frame)
	if c.landing.begun {
		c.landing = landing{}
		s := &c.sections[c.present]
		s.frames, c.spanAt = c.frame-s.start, s.spans() // the next section comes at once
		c.replan()
		return
	}
	c.fit()
}

// fit shortens the present section by pairs of phrases where it would reach far
// into the landing.
func (c *Composer) fit() {
	s := &c.sections[c.present]
	phrases := s.phrases
	pair := 2 * beatFrames(c.plan.at(c.frame).BPM) * int64(s.phraseBeats)
	for over := c.frame + c.sectionRest(s) - c.landingFrame(); over > pair/2 && phrases-2 >= c.phrasesBegun(); over -= pair {
		phrases -= 2
	}
	if phrases < s.phrases {
		c.endAfter(phrases)
	} else if c.spanAt < s.spans()*2/3 && !c.plan.Style.Repeat {
		c.replan()
	}
}

// NextBed lets the next soundscape of the style sound instead of the present
// one, from now on and whatever section comes. It appends to dst what moves at
// the frame, and returns it.
func (c *Composer) NextBed(dst []score.Event, frame int64) []score.Event {
	beds := c.plan.Style.Beds
	if c.done || c.landing.begun || len(beds) == 0 {
		return dst
	}
	now := c.sections[c.present].texture.mainBed()
	if c.steering.bedChosen {
		now = c.steering.bed
	}
	at := 0
	for i, bed := range beds {
		if bed.Part == now {
			at = i
		}
	}
	for i := 1; i <= len(beds); i++ {
		if next := beds[(at+i)%len(beds)]; next.Weight > 0 {
			c.steering.bed, c.steering.bedChosen = next.Part, true
			break
		}
	}
	return c.moveBeds(dst, frame)
}

// WantBed lets a soundscape sound beside what the sections choose, or no more.
// It appends to dst what moves at the frame, and returns it.
func (c *Composer) WantBed(dst []score.Event, frame int64, bed score.Part, wanted bool) []score.Event {
	if c.done || c.landing.begun || !bed.Bed() || c.plan.Style.BedLevel <= 0 || c.steering.wanted[bed] == wanted {
		return dst
	}
	c.steering.wanted[bed] = wanted
	if !wanted {
		for i := range c.sections {
			if t := &c.sections[i].texture; t.mainBed() != bed {
				t.beds[bed] = 0
			}
		}
	}
	return c.moveBeds(dst, frame)
}

// moveBeds lets the beds glide at a frame to where the listener wants them.
func (c *Composer) moveBeds(dst []score.Event, frame int64) []score.Event {
	for i := range c.sections {
		c.keepBed(&c.sections[i].texture)
	}
	scenery := c.plan.at(frame).Scenery
	for part := score.Cloud + 1; part < score.PartCount; part++ {
		level := c.sections[c.present].texture.beds[part].Mul(scenery).Clamp(0, theory.One)
		if level != c.beds[part] {
			c.beds[part] = level
			dst = append(dst, score.Event{Frame: frame, Part: part, Role: score.Scenery, Velocity: level})
		}
	}
	return dst
}

// mainBed returns the loudest soundscape of the texture, or the cloud where
// there is none.
func (t *texture) mainBed() score.Part {
	loudest := score.Cloud
	for part := score.Cloud + 1; part < score.PartCount; part++ {
		if level := t.beds[part]; level > 0 && (loudest == score.Cloud || level > t.beds[loudest]) {
			loudest = part
		}
	}
	return loudest
}

// keepBed lets the soundscape that the listener chose sound in the place of the
// texture's own, and beside it what else is wanted.
func (c *Composer) keepBed(t *texture) {
	own := t.mainBed()
	if c.steering.bedChosen && own != c.steering.bed && own != score.Cloud {
		level := t.beds[own]
		for part := score.Cloud + 1; part < score.PartCount; part++ {
			t.beds[part] = 0
		}
		t.beds[c.steering.bed] = level
	}
	for part, wanted := range c.steering.wanted {
		if wanted && t.beds[part] == 0 {
			t.beds[part] = c.plan.Style.BedLevel / 2 // softer than any that a section has
		}
	}
}
