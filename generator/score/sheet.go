package score

import "dulcet/generator/theory"

// A Moment is one point of the journey that the music follows.
type Moment struct {
	Frame                    int64
	Valence, Energy, Tension theory.Fixed // −One…One
	Phase                    string       // meet, travel, rest, land
}

// A Sheet is a whole piece.
type Sheet struct {
	Seed     uint64
	Goal     string
	Engine   int   // version of the generator
	Frames   int64 // length of the piece
	Journey  []Moment
	Tempos   []Tempo
	Sections []Section
	Chords   []Chord
	Motifs   []Motif
	Events   []Event
}

// Add copies what a span holds to the end of the sheet.
func (s *Sheet) Add(span *Span) {
	s.Events = append(s.Events, span.Events...)
	s.addTempo(span)
	for _, section := range span.Sections {
		// A piece that was brought home leaves a section early.
		if last := len(s.Sections) - 1; last >= 0 {
			s.Sections[last].Frames = section.Frame - s.Sections[last].Frame
		}
		s.Sections = append(s.Sections, section)
	}
	for _, chord := range span.Chords {
		if last := len(s.Chords) - 1; last >= 0 {
			s.Chords[last].Frames = chord.Frame - s.Chords[last].Frame
		}
		chord.Pitches = append([]int(nil), chord.Pitches...)
		s.Chords = append(s.Chords, chord)
	}
	s.Frames = span.Frame + span.Frames
}
