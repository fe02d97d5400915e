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

// texture is who plays in a section, and how.
type texture struct {
	ensemble
	hocket    hocket
	figure    figure
	rotation  int // where the figure's rhythm begins
	lowest    int // lowest pitch of the figure
	ground    ground
	bassWaits bool // the bass comes in only after a third of the section
	padVoices int
	padCentre int                           // semitones above the usual centre
	leadShift int                           // semitones above the usual register
	motif     int                           // which idea leads
	beds      [score.PartCount]theory.Fixed // levels of the beds and of the cloud
}

// newTexture chooses the texture of material; its varied returns keep who
// plays and change how.
func (c *Composer) newTexture(s *section) texture {
	style := &c.plan.Style
	event := uint64(s.material)
	t := texture{ensemble: c.newEnsemble(s.material), padVoices: 4}
	if s.material%3 == 2 {
		t.padVoices = 3 // thinner, for contrast
	}
	t.bassWaits = s.material%3 == 2 && style.Pulse != Steady
	t.figure = c.chooseFigure(s)
	t.rotation = c.ask(formThread, pair(s.material, s.visit), askRotation).Below(16)
	t.lowest = max(55+c.ask(formThread, event, askPitch).Below(5), lowestOf(t.player))
	t.ground = c.chooseGround(s)
	t.padCentre = c.ask(formThread, event, askNotes).Below(5) - 2
	if s.visit%2 == 1 && c.plan.at(s.start).Register < 66*theory.One {
		t.leadShift = 5
	}
	t.motif = s.material % 2
	c.chooseHocket(&t, s)
	if s.airy {
		t.lighten()
	}
	c.chooseBeds(&t, s)
	return t
}

func lowestOf(part score.Part) int {
	if part == nobody {
		return 0
	}
	low, _ := part.Range()
	return low
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
