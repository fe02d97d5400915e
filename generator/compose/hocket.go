package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// A hocket is a line that two parts share: one speaks while the other rests,
// note by note or beat by beat, so that the tune itself moves across the room.
type hocket struct {
	shared  bool       // the section may share its line
	partner score.Part // who shares it with the lead
	byBeat  bool       // they take turns by the beat, else by the note
}

const (
	// hocketApart is how long, in frames, a piece is without shared lines
	// after a section that had some: they are heard as an event (design
	// choice).
	hocketApart = 240 * score.Rate
	// quickestTurn is the shortest time in frames after which the other part
	// may take over (design choice: a quick ornament stays in one hand).
	quickestTurn = score.Rate / 5
)

// chooseHocket decides whether material that returns shares its line, and with
// whom: somebody who neither leads nor accompanies, and who is struck or
// plucked as the lead is, so that the two are one line. The partner is the
// guest of the section.
func (c *Composer) chooseHocket(t *texture, s *section) {
	style := &c.plan.Style
	event := pair(s.material, s.visit)
	if s.visit == 0 || style.Pulse == Free || style.Repeat || !accompanies(t.lead) ||
		!c.ask(melodyThread, event, askHocket).Happens(int64(style.Hocket)) {
		return
	}
	var weights [score.PartCount]int
	for _, voices := range [2][]Voice{style.Melody, style.Colour} {
		for _, v := range voices {
			if accompanies(v.Part) && v.Part != t.lead && v.Part != t.player {
				weights[v.Part] += max(v.Weight, 0)
			}
		}
	}
	drawn := c.ask(melodyThread, event, askPartner).Weighted(weights[:])
	if drawn < 0 {
		return
	}
	t.hocket = hocket{shared: true, partner: score.Part(drawn)}
	t.hocket.byBeat = style.Pulse == Gentle || c.ask(melodyThread, event, askTurns).Happens(int64(half))
	t.guest, t.guests = t.hocket.partner, true
}

// hockets reports whether the line is shared: in the second half of each four
// phrases, when its idea has been stated by one part alone, and not where the
// section closes.
func (c *Composer) hockets(st *stretch, p *phraseLine) bool {
	s, m := st.section, &c.melody
	if !s.texture.hocket.shared || p.role != score.Melody || s.phase == Land || st.closing || st.phrase%4 < 2 {
		return false
	}
	if m.hocketed != s.index && st.frame < m.hocketUntil {
		return false // another section did so a moment ago
	}
	m.hocketed, m.hocketUntil = s.index, st.frame+st.frames+hocketApart
	return true
}

// share returns who shares the appearance that begins at a beat, and which of
// its notes are theirs, as bits. The lead begins; where nobody shares the line
// no bit is set.
func (c *Composer) share(st *stretch, p *phraseLine, a *appearance, at theory.Fixed) (partner score.Part, theirs uint32) {
	if !c.hockets(st, p) {
		return p.part, 0
	}
	h := &st.section.texture.hocket
	low, high := h.partner.Range()
	key, step := st.section.key, a.step
	taken, away := at, false
	for i, beats := range a.beats {
		if i > 0 {
			step += a.steps[i-1]
			if h.turns(st, taken, at) {
				taken, away = at, !away
			}
		}
		if pitch := key.Pitch(step); away && pitch >= low && pitch <= high {
			theirs |= 1 << i
		}
		at += beats
	}
	return h.partner, theirs
}

// turns reports whether the other part takes over at a beat, the one who plays
// having begun at another.
func (h *hocket) turns(st *stretch, taken, at theory.Fixed) bool {
	if st.at(at)-st.at(taken) < quickestTurn {
		return false
	}
	return !h.byBeat || at/theory.One != taken/theory.One
}
