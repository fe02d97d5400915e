package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// An ensemble is who plays in a section: never more than five pitched parts
// at a time, so that each can be heard (design choice). A role that the style
// gives to no part is nobody's, and silent.
type ensemble struct {
	sustain score.Part // holds the chords
	low     score.Part // plays the bass
	lead    score.Part // carries the melody
	player  score.Part // accompanies
	guest   score.Part // answers, or rings now and then
	guests  bool       // whether there is a guest
	drums   drumming
}

// nobody stands where a part would play: what it is given is not heard.
const nobody = score.PartCount

// chapter is how many materials share the core of a band: about half an hour
// (design choice).
const chapter = 6

// newEnsemble chooses who plays material. The bass belongs to a whole chapter
// and what sustains mostly does, as the core of a band stays on stage; leads
// and guests come and go with the material.
func (c *Composer) newEnsemble(material int) ensemble {
	style, event, core := &c.plan.Style, uint64(material), uint64(material/chapter)
	e := ensemble{
		sustain: choose(style.Sustain, c.ask(formThread, core*chapter, askSustain).Bits(32), nobody),
		low:     choose(style.Low, c.ask(formThread, core*chapter, askLow).Bits(32), nobody),
	}
	if material%2 == 1 {
		e.sustain = choose(style.Sustain, c.ask(formThread, event, askSustain).Bits(32), nobody)
	}
	e.lead = c.chooseLead(material)
	e.player = c.choosePlayer(e.lead, event)
	e.guest, e.guests = c.chooseGuest(&e, event)
	e.drums = c.chooseDrums(material)
	return e
}

// chooseLead draws who carries the melody: in the contrasting materials
// rather somebody else than at the beginning.
func (c *Composer) chooseLead(material int) score.Part {
	home := choose(c.plan.Style.Melody, c.ask(formThread, 0, askLead).Bits(32), nobody)
	if material == 0 || home == nobody {
		return home
	}
	var weights [score.PartCount]int
	for _, v := range c.plan.Style.Melody {
		weights[v.Part] = 4 * max(v.Weight, 0)
	}
	if material%2 == 1 {
		weights[home] /= 4
	}
	if drawn := c.ask(formThread, uint64(material), askLead).Weighted(weights[:]); drawn >= 0 {
		return score.Part(drawn)
	}
	return home
}

// accompanies reports whether a part can play many notes under a melody:
// bells ring into a blur, and what is blown sings one line.
func accompanies(part score.Part) bool {
	switch part {
	case score.Piano, score.ElectricPiano, score.Harp, score.Kalimba, score.Marimba:
		return true
	}
	return false
}

// choosePlayer draws who accompanies the lead. Two parts are heard apart more
// easily than two hands of one.
func (c *Composer) choosePlayer(lead score.Part, event uint64) score.Part {
	var weights [score.PartCount]int
	for _, voices := range [2][]Voice{c.plan.Style.Melody, c.plan.Style.Colour} {
		for _, v := range voices {
			if accompanies(v.Part) && v.Weight > 0 {
				weights[v.Part] = 3
			}
		}
	}
	if lead != nobody && weights[lead] > 0 {
		weights[lead] = 1
	}
	drawn := c.ask(formThread, event, askFigure).Weighted(weights[:])
	if drawn < 0 {
		return nobody
	}
	return score.Part(drawn)
}

// chooseGuest draws a fifth part, which answers or rings.
func (c *Composer) chooseGuest(e *ensemble, event uint64) (guest score.Part, guests bool) {
	var weights [score.PartCount]int
	for factor, voices := range [2][]Voice{c.plan.Style.Melody, c.plan.Style.Colour} {
		for _, v := range voices {
			if v.Part != e.sustain && v.Part != e.lead && v.Part != e.player {
				weights[v.Part] += (1 + 2*factor) * max(v.Weight, 0)
			}
		}
	}
	drawn := c.ask(formThread, event, askReply).Weighted(weights[:])
	return score.Part(max(drawn, 0)), drawn >= 0
}

// rings reports whether a part is heard as single strokes rather than lines.
func rings(part score.Part) bool { return part == score.Bell || part == score.Bowl }

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

// playable returns the pitch moved by octaves into the range that the part
// plays well.
func playable(part score.Part, pitch int) int {
	low, high := part.Range()
	for pitch < low {
		pitch += theory.SemitonesPerOctave
	}
	for pitch > high {
		pitch -= theory.SemitonesPerOctave
	}
	return pitch
}
