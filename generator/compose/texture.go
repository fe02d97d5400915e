package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// figure is a way of accompanying: how the tones of a chord follow each
// other.
type figure uint8

const (
	broken   figure = iota // low, high, middle, high
	rising                 // from the lowest tone up
	arch                   // up and down again
	rolled                 // spread chords
	ostinato               // one rhythm on a few tones, slowly turning
	drifting               // single tones, no two alike in a row
	cycling                // every tone on a period of its own
)

// ground is how the bass moves.
type ground uint8

const (
	held    ground = iota // one note a chord
	fifths                // root, then fifth or octave
	walking               // root, and a step that leads to the next
	pedal                 // the tonic under everything
)

// texture is who plays what in a section.
type texture struct {
	lead      score.Part
	reply     score.Part
	replies   bool // whether another part answers
	player    score.Part
	figure    figure
	rotation  int // where the figure's rhythm begins
	low       int // lowest pitch of the figure
	ground    ground
	bassWaits bool // the bass comes in only after a third of the section
	padVoices int
	padCentre int // semitones above the usual centre
	leadShift int // semitones above the usual register
	motif     int // which idea leads
	bed       int // index of the bed, or −1
	bedLevel  theory.Fixed
}

// newTexture chooses the texture of material; its varied returns keep who
// plays and change how.
func (c *Composer) newTexture(s *section) texture {
	style := &c.plan.Style
	event := uint64(s.material)
	t := texture{padVoices: 4, bed: -1}
	if s.material%3 == 2 {
		t.padVoices = 3 // thinner, for contrast
	}
	t.bassWaits = s.material%3 == 2 && style.Pulse != Steady
	t.lead = choose(style.Melody, c.ask(formThread, event, askLead).Bits(32), score.Piano)
	t.reply, t.replies = c.chooseReply(t.lead, event)
	t.player = c.chooseFigurePlayer(t.lead, event)
	t.figure = c.chooseFigure(s)
	t.rotation = c.ask(formThread, pair(s.material, s.visit), askRotation).Below(16)
	t.low = 55 + c.ask(formThread, event, askPitch).Below(5)
	t.ground = c.chooseGround(s)
	t.padCentre = c.ask(formThread, event, askNotes).Below(5) - 2
	if s.visit%2 == 1 && c.plan.at(s.start).Register < 66*theory.One {
		t.leadShift = 5
	}
	t.motif = s.material % 2
	c.chooseBed(&t, s)
	return t
}

// choose draws one of the voices by weight.
func choose(voices []Voice, bits uint64, otherwise score.Part) score.Part {
	total := uint64(0)
	for _, v := range voices {
		total += uint64(max(v.Weight, 0))
	}
	if total == 0 {
		return otherwise
	}
	at := bits * total >> 32
	for _, v := range voices {
		weight := uint64(max(v.Weight, 0))
		if at < weight {
			return v.Part
		}
		at -= weight
	}
	return otherwise
}

// chooseReply draws a part other than the lead for answers.
func (c *Composer) chooseReply(lead score.Part, event uint64) (score.Part, bool) {
	var others [2 * score.PartCount]Voice
	list := others[:0]
	for _, voices := range [2][]Voice{c.plan.Style.Colour, c.plan.Style.Melody} {
		for _, v := range voices {
			if v.Part != lead && len(list) < cap(list) {
				list = append(list, v)
			}
		}
	}
	return choose(list, c.ask(formThread, event, askReply).Bits(32), lead), len(list) > 0
}

// chooseFigurePlayer draws who accompanies: a part of the style that can
// play many notes, which a bell cannot without ringing into a blur.
func (c *Composer) chooseFigurePlayer(lead score.Part, event uint64) score.Part {
	var weights [score.PartCount]int
	for _, voices := range [2][]Voice{c.plan.Style.Melody, c.plan.Style.Colour} {
		for _, v := range voices {
			if v.Part == score.Piano || v.Part == score.Harp {
				weights[v.Part] = 2
			}
		}
	}
	// Two parts are heard apart more easily than two hands of one.
	if weights[lead] > 0 {
		weights[lead] = 1
	}
	drawn := c.ask(formThread, event, askFigure).Weighted(weights[:])
	if drawn < 0 {
		return score.Piano
	}
	return score.Part(drawn)
}

// figures lists the figures of each pulse; material takes them in turn, so
// that neighbouring sections differ.
var figures = [...][]figure{
	Free:   {cycling, drifting, cycling, rising, arch},
	Gentle: {broken, rising, rolled, arch, drifting},
	Steady: {ostinato, broken, arch, rising},
}

func (c *Composer) chooseFigure(s *section) figure {
	list := figures[c.plan.Style.Pulse]
	turn := s.material + s.visit
	if c.plan.Style.Repeat {
		turn = (s.index + 1) / 2
	}
	return list[(c.ask(formThread, 0, askFigure).Below(len(list))+turn)%len(list)]
}

func (c *Composer) chooseGround(s *section) ground {
	var list []ground
	switch c.plan.Style.Pulse {
	case Free:
		list = freeGrounds
	case Gentle:
		list = gentleGrounds
	default:
		list = steadyGrounds
	}
	turn := s.material
	if c.plan.Style.Repeat {
		turn = s.index / 2
	}
	return list[(c.ask(formThread, 0, askBass).Below(len(list))+turn)%len(list)]
}

var (
	freeGrounds   = []ground{held, pedal, held}
	gentleGrounds = []ground{held, fifths, walking, pedal}
	steadyGrounds = []ground{fifths, walking, fifths}
)

// chooseBed draws which bed sounds and how much. A faint bed may be silent
// for a section, so that its return is heard.
func (c *Composer) chooseBed(t *texture, s *section) {
	style := &c.plan.Style
	if len(style.Beds) == 0 || style.BedLevel <= 0 {
		return
	}
	bed := choose(style.Beds, c.ask(sceneryThread, uint64(s.material/2), askBed).Bits(32), style.Beds[0].Part)
	for i, v := range style.Beds {
		if v.Part == bed {
			t.bed = i
		}
	}
	levels := [...]theory.Fixed{theory.One, theory.One * 8 / 10, theory.One * 6 / 10}
	t.bedLevel = style.BedLevel.Mul(levels[c.ask(sceneryThread, uint64(s.index), askBedLevel).Below(len(levels))])
	if s.index == 0 || style.Repeat {
		t.bedLevel = style.BedLevel
	}
}
