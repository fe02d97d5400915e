package compose

import (
	"dulcet/generator/theory"
)

// A borrowing is a chord from outside the key that may colour the second half
// of a diatonic one on its way to the next.
type borrowing struct {
	after, before int              // degrees between which it passes
	root          int              // semitones over the tonic
	plain, rich   theory.Intervals // at ease, and where there is tension
	weight        int
}

// Intervals over the root of what is borrowed.
const (
	majorTriad      theory.Intervals = 1<<0 | 1<<4 | 1<<7
	minorTriad      theory.Intervals = 1<<0 | 1<<3 | 1<<7
	majorAddNinth                    = majorTriad | 1<<14
	majorSeventh                     = majorTriad | 1<<11
	dominantSeventh                  = majorTriad | 1<<10
	minorSixth                       = minorTriad | 1<<9
	minorAddNinth                    = minorTriad | 1<<14
)

// borrowings lists for each mode what it takes from its neighbours: the minor
// fourth degree and the flat seventh of a darker mode, the dominant of the
// chord that comes next, the major dominant and the Dorian fourth in minor.
// Each alters one or two tones, and each altered tone goes on by a step
// (functions after textbook harmony; weights are design choices).
var borrowings = [...][]borrowing{
	theory.Phrygian: {
		{after: 3, before: 0, root: 5, plain: majorTriad, rich: majorAddNinth, weight: 1},
	},
	theory.Aeolian: {
		{after: 4, before: 0, root: 7, plain: majorTriad, rich: dominantSeventh, weight: 4},
		{after: 3, before: 0, root: 5, plain: majorTriad, rich: majorAddNinth, weight: 2},
		{after: 3, before: 6, root: 5, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 0, before: 3, root: 0, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 2, before: 5, root: 3, plain: majorTriad, rich: dominantSeventh, weight: 1},
	},
	theory.Dorian: {
		{after: 4, before: 0, root: 7, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 3, before: 0, root: 5, plain: minorTriad, rich: minorSixth, weight: 3},
		{after: 0, before: 3, root: 0, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 2, before: 6, root: 8, plain: majorTriad, rich: majorSeventh, weight: 1},
	},
	theory.Mixolydian: {
		{after: 3, before: 0, root: 5, plain: minorTriad, rich: minorSixth, weight: 4},
		{after: 4, before: 0, root: 7, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 6, before: 3, root: 8, plain: majorTriad, rich: majorAddNinth, weight: 1},
		{after: 1, before: 4, root: 2, plain: majorTriad, rich: dominantSeventh, weight: 1},
	},
	theory.Ionian: {
		{after: 3, before: 0, root: 5, plain: minorTriad, rich: minorSixth, weight: 4},
		{after: 5, before: 1, root: 9, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 1, before: 4, root: 2, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 2, before: 5, root: 4, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 0, before: 3, root: 0, plain: dominantSeventh, rich: dominantSeventh, weight: 3},
		{after: 4, before: 3, root: 10, plain: majorTriad, rich: majorAddNinth, weight: 2},
		{after: 5, before: 3, root: 8, plain: majorTriad, rich: majorSeventh, weight: 1},
	},
	theory.Lydian: {
		{after: 0, before: 4, root: 2, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 5, before: 1, root: 9, plain: majorTriad, rich: dominantSeventh, weight: 2},
		{after: 1, before: 0, root: 5, plain: minorTriad, rich: minorAddNinth, weight: 2},
	},
}

const (
	// leastBorrowing is the tension that a style must allow for chords from
	// outside the key: where one sleeps or needs ground nothing turns up.
	leastBorrowing = theory.One * 25 / 100
	// richBorrowing is the tension from which on the rich form is taken.
	richBorrowing = theory.One * 22 / 100
)

// borrow decides where the chords of the section are coloured from outside.
func (p *progression) borrow(c *Composer, s *section) {
	if c.plan.Style.MaxTension < leastBorrowing || !c.halves(s) {
		return
	}
	tension := c.plan.at(s.start + s.frames/2).Tension
	likely := int64(theory.One)/10 + int64(tension)*6/10
	for i := 1; i+2 < p.count; i++ {
		var weights [maxBorrowings]int
		list := borrowings[s.key.Mode]
		for k, b := range list {
			if int(p.degree[i]) == b.after && int(p.degree[i+1]) == b.before && (tension >= richBorrowing || b.plain != dominantSeventh) {
				weights[k] = b.weight
			}
		}
		event := pair(s.material<<8|s.visit&255, i)
		if drawn := c.ask(harmonyThread, event, askBorrowing).Weighted(weights[:len(list)]); drawn >= 0 &&
			c.ask(harmonyThread, event, askDrift).Happens(likely) {
			p.late[i] = int8(drawn) + 1
		}
	}
}

// maxBorrowings bounds the borrowings of a mode.
const maxBorrowings = 8

// chordOf returns the borrowed chord in the key.
func (b *borrowing) chordOf(key theory.Key, tension theory.Fixed) theory.Chord {
	chord := theory.Chord{Root: theory.PitchClass(key.Tonic + b.root), Intervals: b.plain}
	if tension >= richBorrowing {
		chord.Intervals = b.rich
	}
	return chord
}

// prepare splits some chords that lead home: a chord that leads to them takes
// their first half, so that the harmony moves faster towards its cadence.
func (p *progression) prepare(c *Composer, s *section) {
	if !c.halves(s) || c.plan.Style.Pulse == Free {
		return
	}
	half := secondsOf(beatFrames(c.plan.at(s.start).BPM) * int64(s.chordBeats) / 2)
	if half < c.plan.Style.ChordSeconds[0]/2 {
		return
	}
	mode := s.key.Mode
	for i := cellChords - 2; i+1 < p.count; i += cellChords {
		if p.degree[i+1] != 0 || p.late[i] != 0 || p.degree[i] == 0 {
			continue
		}
		var weights [degrees]int
		for degree := range weights {
			if degree != 0 && degree != int(p.degree[i]) && degree != int(p.degree[i-1]) {
				weights[degree] = moves[mode][p.degree[i-1]][degree] * moves[mode][degree][p.degree[i]]
			}
		}
		event := pair(s.material, i%s.recurrence(c))
		if drawn := c.ask(harmonyThread, event, askPreparation).Weighted(weights[:]); drawn >= 0 &&
			c.ask(harmonyThread, event, askDegree).Happens(int64(theory.One)*6/10) {
			p.early[i] = int8(drawn) + 1
		}
	}
}

// halves reports whether the chords of the section have halves that begin
// with a bar, or in the middle of one of four beats.
func (c *Composer) halves(s *section) bool {
	half := s.chordBeats / 2
	if c.breathes() && half%c.plan.Style.Breath.Beats != 0 {
		return false // chords change with the breath
	}
	return s.chordBeats%2 == 0 && half >= 2 && (half%c.meter == 0 || (c.meter == 4 && half == 2))
}
