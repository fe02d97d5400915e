package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"dulcet/generator/theory"
)

// Version is the version of the JSON form of a score.
const Version = 1

type jsonSheet struct {
	Version  int           `json:"version"`
	Engine   int           `json:"engine"`
	Rate     int           `json:"rate"`
	Seed     uint64        `json:"seed"`
	Goal     string        `json:"goal"`
	Seconds  float64       `json:"seconds"`
	Frames   int64         `json:"frames"`
	Journey  []jsonMoment  `json:"journey"`
	Tempos   []jsonTempo   `json:"tempos"`
	Sections []jsonSection `json:"sections"`
	Chords   []jsonChord   `json:"chords"`
	Motifs   []jsonMotif   `json:"motifs"`
	Events   []jsonEvent   `json:"events"`
}

type jsonMoment struct {
	T       float64 `json:"t"`
	Valence float64 `json:"valence"`
	Energy  float64 `json:"energy"`
	Tension float64 `json:"tension"`
	Phase   string  `json:"phase"`
}

type jsonTempo struct {
	T       float64 `json:"t"`
	Seconds float64 `json:"seconds"`
	Bar     int     `json:"bar"`
	Beats   int     `json:"beats"`
	Meter   int     `json:"meter"`
	BPM     float64 `json:"bpm"`
}

type jsonSection struct {
	T       float64 `json:"t"`
	Seconds float64 `json:"seconds"`
	Name    string  `json:"name"`
	Form    string  `json:"form"`
	Tonic   string  `json:"tonic"`
	Mode    string  `json:"mode"`
	BPM     float64 `json:"bpm"`
	Tension float64 `json:"tension"`
}

type jsonChord struct {
	T       float64 `json:"t"`
	Seconds float64 `json:"seconds"`
	Symbol  string  `json:"symbol"`
	Pitches []int   `json:"pitches"`
}

type jsonMotif struct {
	ID        string    `json:"id"`
	Intervals []int     `json:"intervals"`
	Beats     []float64 `json:"beats"`
}

type jsonEvent struct {
	T          float64 `json:"t"`
	Seconds    float64 `json:"seconds"`
	Part       string  `json:"part"`
	Role       string  `json:"role"`
	Pitch      int     `json:"pitch,omitempty"`
	Drum       string  `json:"drum,omitempty"`
	Velocity   float64 `json:"velocity"`
	Motif      string  `json:"motif,omitempty"`
	Appearance uint32  `json:"appearance,omitempty"`
}

// WriteJSON writes the sheet as one JSON object with a line feed. Times are
// in seconds, rounded to 0.1 ms; moods are −1…1. A tempo is a stretch of even
// beats in bars that are counted from 0. Events of the kit name their drum
// instead of a pitch; those of the cloud and the beds have neither, and their
// velocity is the level that they move to. "appearance" numbers the
// appearances of the motifs: events with the same number are one appearance, of
// one part or, in hocket, of two that share its notes.
func (s *Sheet) WriteJSON(w io.Writer) error {
	sheet := jsonSheet{
		Version: Version, Engine: s.Engine, Rate: Rate, Seed: s.Seed, Goal: s.Goal,
		Seconds: seconds(s.Frames), Frames: s.Frames,
		Journey:  make([]jsonMoment, len(s.Journey)),
		Tempos:   make([]jsonTempo, len(s.Tempos)),
		Sections: make([]jsonSection, len(s.Sections)),
		Chords:   make([]jsonChord, len(s.Chords)),
		Motifs:   make([]jsonMotif, len(s.Motifs)),
		Events:   make([]jsonEvent, len(s.Events)),
	}
	for i, m := range s.Journey {
		sheet.Journey[i] = jsonMoment{seconds(m.Frame), rounded(m.Valence), rounded(m.Energy), rounded(m.Tension), m.Phase}
	}
	for i, x := range s.Tempos {
		sheet.Tempos[i] = jsonTempo{seconds(x.Frame), seconds(x.Frames), x.Bar, x.Beats, x.Meter, rounded(x.BPM())}
	}
	for i, x := range s.Sections {
		sheet.Sections[i] = jsonSection{
			seconds(x.Frame), seconds(x.Frames), x.Name, x.Form, x.Tonic, x.Mode, rounded(x.BPM), rounded(x.Tension),
		}
	}
	for i, c := range s.Chords {
		sheet.Chords[i] = jsonChord{seconds(c.Frame), seconds(c.Frames), c.Symbol, c.Pitches}
	}
	for i, m := range s.Motifs {
		sheet.Motifs[i] = jsonMotif{string(rune(m.ID)), m.Intervals, make([]float64, len(m.Beats))}
		for k, beats := range m.Beats {
			sheet.Motifs[i].Beats[k] = rounded(beats)
		}
	}
	for i, e := range s.Events {
		sheet.Events[i] = jsonOf(e)
	}
	out := bufio.NewWriter(w)
	if err := json.NewEncoder(out).Encode(sheet); err != nil {
		return fmt.Errorf("cannot write the score: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("cannot write the score: %w", err)
	}
	return nil
}

func jsonOf(e Event) jsonEvent {
	event := jsonEvent{
		T: seconds(e.Frame), Seconds: seconds(e.Frames), Part: e.Part.String(), Role: e.Role.String(),
		Velocity: rounded(e.Velocity), Appearance: e.Appearance,
	}
	switch {
	case e.Part.Pitched():
		event.Pitch = e.Pitch
	case e.Part == Kit:
		event.Drum = DrumName(e.Pitch)
	}
	if e.Motif != 0 {
		event.Motif = string(rune(e.Motif)) + "/" + e.Operation.String()
	}
	return event
}

// seconds returns a time in seconds, rounded to 0.1 ms.
func seconds(frames int64) float64 { return math.Round(float64(frames)*1e4/Rate) / 1e4 }

// rounded returns a number with four decimals.
func rounded(f theory.Fixed) float64 { return math.Round(f.Float()*1e4) / 1e4 }
