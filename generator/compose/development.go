package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// operations holds, for each of the four phrases of a double period and for
// the first and the later appearances in it, how much each operation is
// liked: the idea is stated, answered, turned over, and comes home (design
// choice).
var operations = [4][2][score.OperationCount]int{
	{{score.Statement: 8, score.Ornament: 1}, {score.Sequence: 5, score.Inversion: 2, score.Fragmentation: 2}},
	{{score.Sequence: 5, score.Statement: 3}, {score.Fragmentation: 4, score.Inversion: 3, score.Retrograde: 2}},
	{{score.Inversion: 4, score.Ornament: 3, score.Sequence: 2, score.Diminution: 2}, {score.Retrograde: 3, score.Diminution: 2, score.Sequence: 3, score.Fragmentation: 2}},
	{{score.Statement: 4, score.Augmentation: 4, score.Ornament: 2}, {score.Fragmentation: 4, score.Augmentation: 3, score.Retrograde: 1}},
}

// displacing returns how much it is liked that the idea leaps into another
// octave: the more, the more the style wants to surprise, once the idea has
// been stated, and not at all under three bits a note. Without a beat it
// happens only where the idea is turned over (design choice).
func (c *Composer) displacing(st *stretch) int {
	place := st.phrase % 4
	if place == 0 || c.plan.Style.Repeat || (c.plan.Style.Pulse == Free && place != 2) {
		return 0
	}
	return max(0, int((c.plan.Style.Surprise-3*theory.One)*4/theory.One))
}

// forgetting is after how many frames without it an idea is due again: well
// before a listener has forgotten it (design choice).
const forgetting = 200 * score.Rate

// lost is after how many frames without it an idea is said however little
// else there is to say, so that it comes back well within ten minutes (design
// choice).
const lost = 2 * forgetting

// overdue reports whether one of the ideas has been away for too long.
func (c *Composer) overdue(st *stretch) bool {
	for motif := range c.motifs {
		if st.frame-c.melody.spoke[motif] > lost {
			return true
		}
	}
	return false
}

// chooseMotif returns which idea speaks: mostly the section's own, or one that
// has been away for long.
func (c *Composer) chooseMotif(st *stretch, event uint64) int {
	own := st.section.texture.motif
	for motif := range c.motifs {
		if motif != own && st.frame-c.melody.spoke[motif] > forgetting {
			return motif
		}
	}
	if len(c.motifs) > 1 && st.phrase%4 == 2 && c.ask(melodyThread, event, askMotif).Happens(int64(theory.One)/2) {
		return 1 - own
	}
	return own
}
