package compose

import "dulcet/generator/theory"

// closeness holds 4096·exp(−d²/(2·0.06²)) for distances d of 0.00, 0.01 … between
// how happy a mode is heard and how happy it should be. The width is about
// the uncertainty of the judgements in Temperley & Tan (2013).
var closeness = [...]int{
	4096, 4040, 3875, 3615, 3280, 2894, 2484, 2074, 1684, 1330, 1021, 763, 554,
	392, 269, 180, 117, 74, 46, 27, 16, 9, 5, 3, 1,
}

// chooseMode draws a mode whose happiness is near the one asked for. The
// material decides the draw, so that what returns under the same mood returns
// in the same mode.
func (c *Composer) chooseMode(material int, happiness theory.Fixed) theory.Mode {
	modes := c.plan.Style.Modes
	if len(modes) == 0 {
		return theory.Ionian
	}
	var weights [8]int
	nearest, least := 0, theory.One*100
	for i, mode := range modes[:min(len(modes), len(weights))] {
		distance := mode.Happiness() - happiness
		distance = max(distance, -distance)
		if distance < least {
			nearest, least = i, distance
		}
		if hundredths := int(distance * 100 / theory.One); hundredths < len(closeness) {
			weights[i] = closeness[hundredths]
		}
	}
	if drawn := c.ask(harmonyThread, uint64(material), askMode).Weighted(weights[:]); drawn >= 0 {
		return modes[drawn]
	}
	return modes[nearest]
}

// firstKey draws the key in which the piece begins and ends.
func (c *Composer) firstKey() theory.Key {
	mode := c.chooseMode(0, c.plan.at(c.plan.Start).Happiness)
	return theory.Key{Tonic: c.ask(harmonyThread, 0, askTonic).Below(theory.SemitonesPerOctave), Mode: mode}
}

// maxChanged is how many pitch classes may change between two sections.
const maxChanged = 2

// nextKey chooses the key of a section: its mode belongs to its material and
// mood, its tonic is the old one where that changes few enough notes, else
// the one of a near key. Keys far from home are drawn less, and the last section
// goes home where it can.
func (c *Composer) nextKey(from theory.Key, s *section, happiness theory.Fixed) theory.Key {
	mode := c.chooseMode(s.material, happiness)
	last := c.lastSection(s.start)
	var weights [theory.SemitonesPerOctave]int
	for tonic := range weights {
		key := theory.Key{Tonic: tonic, Mode: mode}
		if from.Changed(key) > maxChanged {
			continue
		}
		weight := 3
		switch {
		case tonic == from.Tonic:
			weight = 24
		case from.Changed(key) == 0:
			weight = 8 // the relative key
		}
		if s.material == 0 && tonic == c.home.Tonic {
			weight += 30
			if last {
				weight += 1000
			}
		}
		weights[tonic] = max(1, weight-2*c.home.Changed(key))
	}
	tonic := c.ask(harmonyThread, uint64(s.index), askKey).Weighted(weights[:])
	return theory.Key{Tonic: tonic, Mode: mode}
}
