package generator

import (
	"math"
	"slices"

	"dulcet/generator/compose"
	"dulcet/generator/score"
)

// A cast is who plays in one piece: the goal's palette and scenes, with what
// somebody asked for in front and what somebody refused gone. A role for which
// nobody is left has no voices, and is silent.
type cast struct {
	palette
	drums    bool            // the kit was asked for
	scenes   []compose.Voice // soundscapes that may sound
	stay     []score.Part    // soundscapes, and the cloud, that were asked for
	bedLevel float64         // 0…1
	chime    score.Part      // marks the time
	chimes   []int64         // when, in frames; nil for never
	rounds   compose.Rounds
}

// What an instrument is for, in the order in which one stands in for another:
// the likest first.
var (
	sustaining = []score.Part{score.Strings, score.Glass, score.Choir}
	leading    = []score.Part{score.Piano, score.ElectricPiano, score.Harp, score.Kalimba, score.Marimba, score.Flute}
	chiming    = []score.Part{score.Bowl, score.Bell}
	bass       = []score.Part{score.Bass, score.UprightBass}
	// held are those of the leads whose chords ring long enough to hold a piece
	// together where nothing sustains.
	held = []score.Part{score.ElectricPiano, score.Piano, score.Harp}
	// nimble are those of the leads that can accompany.
	nimble = []score.Part{score.Piano, score.ElectricPiano, score.Harp, score.Kalimba, score.Marimba}
)

// What is asked for (design choices).
const (
	eager      = 100  // weight of an instrument that was asked for, among those that come and go
	wantedKit  = 0.6  // least share that a kit has
	wantedHaze = 0.4  // least level of a cloud
	wantedBed  = 0.25 // least level of a soundscape
)

// castOf returns who plays in the brief's piece.
func castOf(b Brief) cast {
	m, barred := manners[b.Goal], b.Options.Refused|barredFrom(b.Goal)
	c := cast{palette: palettes[b.Goal].without(barred), scenes: without(scenes[b.Goal], barred), bedLevel: m.bed}
	c.want(b.Options.Wanted)
	c.fill(barred)
	if frames := b.Options.Bells.frames(b.Frames()); len(frames) > 0 {
		c.mark(frames, barred)
	}
	if turns := b.Options.Rounds.turns(b.Frames()); len(turns) > 0 {
		c.rounds = compose.Rounds{Turns: turns, Signal: signal(barred)}
	}
	if b.Options.Silence {
		c.palette, c.scenes, c.drums = palette{}, nil, false
		c.stay = slices.DeleteFunc(c.stay, func(part score.Part) bool { return !part.Bed() })
	}
	return c
}

// want puts what was asked for in front: it leads, sustains or carries the
// bass alone; the others of its kind still answer and accompany.
func (c *cast) want(wanted Parts) {
	if chosen := voicesOf(sustaining, wanted, 1); len(chosen) > 0 {
		c.sustain = chosen
	}
	if chosen := voicesOf(leading, wanted, 1); len(chosen) > 0 {
		for _, voice := range c.melody {
			if !wanted.has(voice.Part) && !plays(c.colour, voice.Part) {
				c.colour = append(c.colour, v(voice.Part, 1))
			}
		}
		c.melody = chosen
		if len(chosen) > 1 {
			c.colour = prefer(c.colour, voicesOf(leading, wanted, eager))
		}
	}
	c.colour = prefer(c.colour, voicesOf(chiming, wanted, eager))
	if chosen := voicesOf(bass, wanted, 1); len(chosen) > 0 {
		c.low = chosen
	}
	if wanted.has(score.Kit) {
		c.kit, c.drums = math.Max(c.kit, wantedKit), true
	}
	if wanted.has(score.Cloud) {
		c.cloud = math.Max(c.cloud, wantedHaze)
	}
	if wanted&soundscapeSet != 0 {
		c.bedLevel = math.Max(c.bedLevel, wantedBed)
	}
	for part := score.Cloud; part < score.PartCount; part++ {
		if wanted.has(part) {
			c.stay = append(c.stay, part)
		}
	}
}

// mark lets the time be marked at some frames. Nothing else rings then: every
// stroke that is heard means something.
func (c *cast) mark(frames []int64, barred Parts) {
	part, allowed := chime(barred)
	if !allowed {
		return
	}
	c.chime, c.chimes = part, frames
	c.colour = without(c.colour, partsIn(chiming...))
}

// fill lets another part stand in where nobody is left of those that the goal
// has for a role. Nothing stands in for a bass: who refuses it wants none.
func (c *cast) fill(barred Parts) {
	if len(c.sustain) == 0 {
		c.sustain = voicesOf(sustaining, ^barred, 1)
	}
	if len(c.sustain) == 0 {
		c.sustain = voicesOf(held, ^barred, 1)
	}
	if len(c.melody) == 0 {
		c.melody = voicesOf(leading, ^barred, 1)
	}
	if len(c.melody) == 0 {
		c.melody = c.sustain
	}
	if len(voicesOf(nimble, setOf(c.melody)|setOf(c.colour), 1)) == 0 {
		c.colour = append(c.colour, voicesOf(nimble, ^barred, 1)...)
	}
}

// asks returns which parts the cast can ask for. Only these are built.
func (c *cast) asks() Parts {
	asked := setOf(c.sustain) | setOf(c.melody) | setOf(c.colour) | setOf(c.low) | setOf(c.scenes)
	for _, part := range c.stay {
		asked |= partSet(part)
	}
	if len(c.chimes) > 0 {
		asked |= partSet(c.chime)
	}
	if len(c.rounds.Turns) > 0 && c.rounds.Signal < score.PartCount {
		asked |= partSet(c.rounds.Signal)
	}
	if c.kit > 0 {
		asked |= partSet(score.Kit)
	}
	if c.cloud > 0 {
		asked |= partSet(score.Cloud)
	}
	return asked
}

// soundscapeSet is the set of all soundscapes.
var soundscapeSet = func() (set Parts) {
	for part := range score.PartCount {
		if part.Bed() {
			set |= partSet(part)
		}
	}
	return set
}()

// without returns the palette without some parts, in memory of its own.
func (p palette) without(barred Parts) palette {
	p.sustain, p.melody = without(p.sustain, barred), without(p.melody, barred)
	p.colour, p.low = without(p.colour, barred), without(p.low, barred)
	if barred.has(score.Kit) {
		p.kit = 0
	}
	if barred.has(score.Cloud) {
		p.cloud = 0
	}
	return p
}

// without returns the voices that are not barred. Voices that only ever join
// others do not stand alone.
func without(voices []compose.Voice, barred Parts) []compose.Voice {
	var left []compose.Voice
	alone := false
	for _, voice := range voices {
		if !barred.has(voice.Part) {
			left = append(left, voice)
			alone = alone || voice.Weight > 0
		}
	}
	if !alone {
		return nil
	}
	return left
}

// voicesOf returns those of the parts that are in the set, of one weight.
func voicesOf(parts []score.Part, set Parts, weight int) []compose.Voice {
	var voices []compose.Voice
	for _, part := range parts {
		if set.has(part) {
			voices = append(voices, v(part, weight))
		}
	}
	return voices
}

// prefer returns the voices with those that are preferred in place of their
// own, or added.
func prefer(voices, preferred []compose.Voice) []compose.Voice {
	barred := setOf(preferred)
	var merged []compose.Voice
	for _, voice := range voices {
		if !barred.has(voice.Part) {
			merged = append(merged, voice)
		}
	}
	return append(merged, preferred...)
}

// plays reports whether the part is among the voices.
func plays(voices []compose.Voice, part score.Part) bool { return setOf(voices).has(part) }

// setOf returns the parts of the voices.
func setOf(voices []compose.Voice) (set Parts) {
	for _, voice := range voices {
		set |= partSet(voice.Part)
	}
	return set
}
