package generator

import (
	"math"
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// melodyRows are the quantities of the leading voices.
func melodyRows() []quantity {
	return []quantity{
		{
			name: rowDerived, digits: 2, over: worst, piece: sitting, measure: derived,
			wanted: func(goal journal.Goal) bound {
				if goal == journal.Focus || goal == journal.Calm || goal == journal.Listen {
					return atLeast(0.75)
				}
				return atLeast(0.6)
			},
		},
		{
			name: rowLeaps, digits: 2, over: pooled, piece: sitting,
			measure: recoveredLeaps, wanted: everyGoal(atLeast(0.85)),
		},
		{
			name: rowRests, digits: 2, over: worst, piece: sitting, measure: rests,
			wanted: func(goal journal.Goal) bound {
				switch goal {
				case journal.Sleep:
					return bound{0.5, 0.95}
				case journal.Focus:
					return bound{0.25, 0.9}
				}
				return bound{0.25, 0.5}
			},
		},
		{
			name: rowHocket, digits: 3, over: pooled, piece: hour, measure: sharedNotes,
			wanted: func(goal journal.Goal) bound {
				if hockets(goal) {
					return bound{0.005, 0.1} // it happens, and stays rare
				}
				return atMost(0)
			},
		},
		{
			name: rowAbsence, over: worst, piece: night,
			measure: motifAbsence, wanted: everyGoal(atMost(600)),
		},
	}
}

// hockets reports whether two parts may share a line in pieces of the goal.
func hockets(goal journal.Goal) bool { return manners[goal].hocket > 0 }

// melodyOf returns the events of the leading voices in order.
func melodyOf(sheet *score.Sheet) []score.Event {
	var events []score.Event
	for _, e := range sheet.Events {
		if e.Role == score.Melody || e.Role == score.Reply {
			events = append(events, e)
		}
	}
	return events
}

// derived returns the share of melody notes that belong to an appearance of a
// motif which the motif and the operation give again: number of notes,
// intervals in scale steps, and rhythm.
func derived(b *bench, p *piece) tally {
	melody := melodyOf(p.sheet)
	appearances := map[uint32][]score.Event{}
	for _, e := range melody {
		if e.Motif != 0 {
			appearances[e.Appearance] = append(appearances[e.Appearance], e)
		}
	}
	count, shown := 0, false
	for number, events := range appearances {
		if why := p.mismatch(events); why == "" {
			count += len(events)
		} else if !shown {
			shown = true
			b.Logf("%v: appearance %d, %v of %c at %d s: %s", p, number, events[0].Operation, events[0].Motif, events[0].Frame/score.Rate, why)
		}
	}
	return tally{float64(count), float64(len(melody))}
}

// mismatch applies the operation of an appearance to its motif anew and says
// what differs, or nothing.
func (p *piece) mismatch(events []score.Event) string {
	at := slices.IndexFunc(p.sheet.Motifs, func(m score.Motif) bool { return m.ID == events[0].Motif })
	if at < 0 {
		return "no such motif"
	}
	intervals, beats := p.sheet.Motifs[at].Apply(events[0].Operation, nil, nil)
	if len(events) != len(beats) {
		return "another number of notes"
	}
	key := p.sectionAt(events[0].Frame).Key
	for i := 1; i < len(events); i++ {
		from, inside := key.Step(events[i-1].Pitch)
		to, alsoInside := key.Step(events[i].Pitch)
		switch {
		case !inside || !alsoInside:
			return "it leaves the key"
		case to-from != intervals[i-1]:
			return "other intervals"
		case events[i].Operation != events[0].Operation || events[i].Motif != events[0].Motif:
			return "two things at once"
		case events[i].Part != events[0].Part && !hockets(p.goal):
			return "it changes hands"
		}
	}
	return p.rhythmMismatch(events, func(i int) float64 { return beats[i].Float() })
}

// rhythmMismatch says whether the notes begin where the beats of the motif
// put them, within a tenth of a beat for the swing and what players stray:
// up to 20 ms with a pulse and 100 ms without, at either end.
func (p *piece) rhythmMismatch(events []score.Event, beats func(i int) float64) string {
	stray := 2 * 0.02
	if p.free() {
		stray = 2 * 0.1
	}
	first := p.sheet.Place(events[0].Frame)
	sum := 0.0
	for i := 1; i < len(events); i++ {
		sum += beats(i - 1)
		now := p.sheet.Place(events[i].Frame)
		passed := float64((now.Bar-first.Bar)*now.Meter) + (now.Beat - first.Beat).Float()
		if math.Abs(passed-sum) > 0.11+stray*p.beatsPerSecond(events[i].Frame) {
			return "another rhythm"
		}
	}
	return ""
}

func (p *piece) sectionAt(frame int64) score.Section {
	at, _ := slices.BinarySearchFunc(p.sheet.Sections, frame+1, func(s score.Section, frame int64) int { return int(s.Frame - frame) })
	return p.sheet.Sections[max(0, at-1)]
}

func (p *piece) beatsPerSecond(frame int64) float64 {
	at, _ := slices.BinarySearchFunc(p.sheet.Tempos, frame+1, func(t score.Tempo, frame int64) int { return int(t.Frame - frame) })
	return p.sheet.Tempos[max(0, at-1)].BPM().Float() / 60
}

// linesOf returns of each note of the melody in whose line it is: that of its
// own part or, where two share the line, of the one who begins.
func linesOf(melody []score.Event) []score.Part {
	began := map[uint32]score.Part{}
	lines := make([]score.Part, len(melody))
	for i, e := range melody {
		part, known := began[e.Appearance]
		if !known || e.Appearance == 0 {
			part = e.Part
			began[e.Appearance] = part
		}
		lines[i] = part
	}
	return lines
}

// sharedNotes returns the share of the melody that the second of two parts
// plays who share a line.
func sharedNotes(_ *bench, p *piece) tally {
	melody := melodyOf(p.sheet)
	shared := 0
	for i, line := range linesOf(melody) {
		if melody[i].Part != line {
			shared++
		}
	}
	return tally{float64(shared), float64(len(melody))}
}

// recoveredLeaps returns the share of leaps over a fifth in one line that are
// followed by motion the other way.
func recoveredLeaps(_ *bench, p *piece) tally {
	var sum tally
	var heard [score.PartCount][]int
	melody := melodyOf(p.sheet)
	for i, part := range linesOf(melody) {
		line := append(heard[part], melody[i].Pitch)
		heard[part] = line
		if n := len(line); n >= 3 {
			leap, next := line[n-2]-line[n-3], line[n-1]-line[n-2]
			if max(leap, -leap) > fifth {
				sum.whole++
				if leap*next < 0 {
					sum.part++
				}
			}
		}
	}
	return sum
}

// rests returns the share of the melody's time, from its first note to the
// landing, in which no note of it is held. Phrases follow each other without
// a gap, so this is the mean of their rests over their periods, by length.
func rests(_ *bench, p *piece) tally {
	end := p.sheet.Sections[len(p.sheet.Sections)-1].Frame
	first, until, held := int64(-1), int64(0), int64(0)
	for _, e := range melodyOf(p.sheet) {
		if e.Frame >= end {
			break
		}
		if first < 0 {
			first, until = e.Frame, e.Frame
		}
		if stop := min(e.Frame+e.Frames, end); stop > until {
			held += stop - max(until, e.Frame)
			until = stop
		}
	}
	if first < 0 {
		return tally{1, 1}
	}
	return tally{float64(end - first - held), float64(end - first)}
}

// motifAbsence returns the longest time in seconds in which one of the motifs
// is not heard.
func motifAbsence(_ *bench, p *piece) tally {
	longest := int64(0)
	for _, m := range p.sheet.Motifs {
		last := int64(0)
		for _, e := range p.sheet.Events {
			if e.Motif == m.ID {
				longest, last = max(longest, e.Frame-last), e.Frame
			}
		}
		longest = max(longest, p.sheet.Frames-last)
	}
	return tally{float64(longest) / score.Rate, 1}
}
