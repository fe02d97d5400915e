package score

import (
	"fmt"
	"io"

	"dulcet/generator/theory"
)

// programs are the General MIDI programs, counted from 0, that sound most
// like our instruments (design choice).
var programs = [PitchedCount]byte{
	Strings:       48, // string ensemble 1
	Glass:         92, // bowed glass pad
	Choir:         52, // choir aahs
	Flute:         73,
	Piano:         0,
	ElectricPiano: 4,
	Harp:          46,
	Kalimba:       108,
	Marimba:       12,
	Bowl:          98, // crystal
	Bell:          14, // tubular bells
	Bass:          39, // synth bass 2
	UprightBass:   32, // acoustic bass
}

// drumChannel is the channel of the drums in General MIDI, counted from 0.
const drumChannel = 9

// channelOf returns the channel of a part that plays: each has its own, and
// the kit that of the drums.
func channelOf(p Part) byte {
	switch {
	case p == Kit:
		return drumChannel
	case p < drumChannel:
		return byte(p)
	}
	return byte(p) + 1
}

// WriteMIDI writes the sheet as a Standard MIDI File of format 1 that any
// sequencer opens: a track with tempos, time and key signatures, sections as
// markers, chords as text and the levels of cloud and beds as cue points;
// then one track for each part that plays, named, on a channel and a General
// MIDI program of its own. Every note begins and ends within 1 ms of where it
// does in the score. What instruments and room do beyond notes is not in it.
func (s *Sheet) WriteMIDI(w io.Writer) error {
	times := newTimeline(s)
	end := times.tick(s.Frames)
	tracks := []*midiTrack{s.conductor(times, end)}
	for part := range Part(InstrumentCount) {
		if notes := s.midiNotes(times, part); len(notes) > 0 {
			tracks = append(tracks, midiPart(part, notes, end))
		}
	}
	if err := writeMIDIFile(w, ticksPerBeat, tracks); err != nil {
		return fmt.Errorf("cannot write the MIDI file: %w", err)
	}
	return nil
}

// conductor returns the first track, which has no notes.
func (s *Sheet) conductor(times *timeline, end int64) *midiTrack {
	t := &midiTrack{}
	t.meta(0, metaTrackName, fmt.Appendf(nil, "Dulcet %s, seed %d", s.Goal, s.Seed))
	for _, change := range times.changes {
		t.meta(change.tick, metaTempo, []byte{byte(change.micros >> 16), byte(change.micros >> 8), byte(change.micros)})
	}
	meter := 0
	for _, tempo := range s.Tempos {
		if tempo.Meter != meter {
			meter = tempo.Meter
			// In quarters, with a click each and the usual 32nds to a quarter.
			t.meta(times.tick(tempo.Frame), metaTimeSignature, []byte{byte(meter), 2, 24, 8})
		}
	}
	for i, x := range s.Sections {
		at := times.tick(x.Frame)
		t.meta(at, metaMarker, fmt.Appendf(nil, "%s (%s) %s %s", x.Name, x.Form, x.Tonic, x.Mode))
		if i == 0 || x.Key != s.Sections[i-1].Key {
			t.meta(at, metaKeySignature, keySignature(x.Key))
		}
	}
	for _, c := range s.Chords {
		t.meta(times.tick(c.Frame), metaText, []byte(c.Symbol))
	}
	for _, e := range s.Events {
		if !e.Part.Plays() {
			t.meta(times.tick(e.Frame), metaCuePoint, fmt.Appendf(nil, "%v %d%%", e.Part, e.Velocity*100/theory.One))
		}
	}
	t.end(end)
	return t
}

// keySignature returns sharps, or flats as a negative number, and whether the
// third is minor: MIDI knows two modes.
func keySignature(key theory.Key) []byte {
	minor := byte(0)
	if key.Mode.Semitones(2) == 3 {
		minor = 1
	}
	return []byte{byte(int8(key.Signature())), minor}
}

// midiNote is a note in ticks.
type midiNote struct {
	frame           int64 // of its event
	from, to        int64
	pitch, velocity byte
}

// together is how close, in frames, two strokes of one pitch are one.
const together = Rate / 1000

// midiNotes returns the notes of a part. A MIDI channel has one note of each
// pitch at a time: a note that is struck again ends there, and two that are
// struck together are one, as loud and as long as either.
func (s *Sheet) midiNotes(times *timeline, part Part) []midiNote {
	var notes []midiNote
	var latest [128]int // index of the latest note of each pitch, counted from 1
	for _, e := range s.Events {
		if e.Part != part {
			continue
		}
		n := midiNote{
			frame: e.Frame, from: times.tick(e.Frame), to: times.tick(e.Frame + e.Frames), pitch: byte(max(0, min(e.Pitch, 127))),
			velocity: byte(((e.Velocity*127 + theory.One/2) / theory.One).Clamp(1, 127)), // 0 would end the note
		}
		n.to = max(n.to, n.from+1)
		if i := latest[n.pitch]; i > 0 {
			before := &notes[i-1]
			if n.frame-before.frame <= together || before.from >= n.from {
				before.to, before.velocity = max(before.to, n.to), max(before.velocity, n.velocity)
				continue
			}
			before.to = min(before.to, n.from)
		}
		notes = append(notes, n)
		latest[n.pitch] = len(notes)
	}
	return notes
}

// midiPart returns the track of a part.
func midiPart(part Part, notes []midiNote, end int64) *midiTrack {
	t := &midiTrack{}
	channel := channelOf(part)
	t.meta(0, metaTrackName, []byte(part.String()))
	program := byte(0) // of the kit: the standard one, which every device has
	if part.Pitched() {
		program = programs[part]
	}
	t.message(0, statusProgram|channel, program)
	for _, n := range notes {
		t.message(n.from, statusNoteOn|channel, n.pitch, n.velocity)
		t.message(n.to, statusNoteOff|channel, n.pitch, 0)
	}
	t.end(end)
	return t
}
