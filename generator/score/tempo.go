package score

import (
	"sort"

	"dulcet/generator/theory"
)

// A Tempo is a stretch of even beats in whole bars.
type Tempo struct {
	Frame  int64 // of its first beat
	Frames int64
	Bar    int // number of its first bar in the piece, from 0
	Beats  int // in the stretch
	Meter  int // beats in a bar
}

// BPM returns the beats a minute, rounded to 1/4096.
func (t Tempo) BPM() theory.Fixed {
	return theory.Fixed((60*Rate*int64(t.Beats)*int64(theory.One) + t.Frames/2) / t.Frames)
}

// beat returns how many beats after the start of the stretch a frame lies.
func (t Tempo) beat(frame int64) theory.Fixed {
	return theory.Fixed(divideDown((frame-t.Frame)*int64(t.Beats)*int64(theory.One), t.Frames))
}

// A Place is a moment as musicians count: a bar and a beat in it.
type Place struct {
	Bar   int          // from 0
	Beat  theory.Fixed // from 0, in beats from the start of the bar
	Meter int          // beats in the bar
}

// Place returns where in the bars a frame lies, rounded down to 1/4096 of a
// beat. Before the first beat and after the last the bars go on at the same
// pace. A sheet without tempos has one endless bar that begins at its start,
// of a beat a second.
func (s *Sheet) Place(frame int64) Place {
	if len(s.Tempos) == 0 {
		return Place{Beat: theory.Fixed(frame * int64(theory.One) / Rate)}
	}
	after := sort.Search(len(s.Tempos), func(i int) bool { return s.Tempos[i].Frame > frame })
	t := s.Tempos[max(after-1, 0)]
	bar, beat := int64(t.Meter)*int64(theory.One), int64(t.beat(frame))
	bars := divideDown(beat, bar)
	return Place{Bar: t.Bar + int(bars), Beat: theory.Fixed(beat - bars*bar), Meter: t.Meter}
}

// addTempo counts the bars of a span. Spans of the same pace become one
// stretch.
func (s *Sheet) addTempo(span *Span) {
	if span.Beats <= 0 || span.Meter <= 0 || span.Frames <= 0 {
		return
	}
	next := Tempo{Frame: span.Frame, Frames: span.Frames, Beats: span.Beats, Meter: span.Meter}
	if count := len(s.Tempos); count > 0 {
		last := &s.Tempos[count-1]
		whole := last.Meter == next.Meter && last.Beats%last.Meter == 0
		if whole && last.Frame+last.Frames == next.Frame && last.Frames*int64(next.Beats) == next.Frames*int64(last.Beats) {
			last.Frames, last.Beats = last.Frames+next.Frames, last.Beats+next.Beats
			return
		}
		next.Bar = last.Bar + (last.Beats+last.Meter-1)/last.Meter
	}
	s.Tempos = append(s.Tempos, next)
}

// divideDown divides rounding down, also below 0.
func divideDown(a, b int64) int64 {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
