package score

import "dulcet/generator/theory"

// Rate is the number of frames a second everywhere in Dulcet.
const Rate = 48000

// A Role is what an event does in the music, whichever part plays it.
type Role uint8

// The roles.
const (
	Harmony       Role = iota // a voice of the sustained chord
	Ground                    // the bass line
	Melody                    // the leading voice
	Reply                     // another part that answers the melody
	Accompaniment             // figures between melody and bass
	Colour                    // a rare single note
	Rhythm                    // the drums
	Scenery                   // a bed's change of level
)

var roleNames = [...]string{"harmony", "ground", "melody", "reply", "accompaniment", "colour", "rhythm", "scenery"}

// String returns the role's name as scores have it.
func (r Role) String() string { return roleNames[r] }

// An Event is one note, or one change of level of a bed.
type Event struct {
	Frame      int64        // when it starts
	Frames     int64        // how long it is held; the instrument's release comes after
	Part       Part         // who plays it
	Role       Role         // what it is for
	Pitch      int          // MIDI number, where the part is pitched
	Velocity   theory.Fixed // 0…One
	Motif      byte         // 'a', 'b' …, or 0
	Operation  Operation    // how it came from the motif
	Appearance uint32       // number of the motif's appearance that the event belongs to, from 1, or 0
}

// A Chord is the harmony from a frame on.
type Chord struct {
	Frame   int64
	Frames  int64
	Symbol  string // "Dm9"
	Pitches []int  // the sounding voicing, lowest first, MIDI numbers; in a Span, only until it is filled anew
}

// A Section is a stretch of two to four minutes with a texture of its own.
type Section struct {
	Frame   int64
	Frames  int64
	Name    string // its role: "meet", "travel", "rest", "land" with a number where it returns
	Form    string // its material: "A", "B", and with a stroke for each varied return, "A'"
	Tonic   string // "D"
	Mode    string // "dorian"
	Key     theory.Key
	BPM     theory.Fixed
	Tension theory.Fixed // 0…One
}

// Controls move the instruments and the room; a piece glides to them.
type Controls struct {
	Brightness  theory.Fixed // cutoff of the bright end, Hz
	Attack      theory.Fixed // attack of sustained notes, seconds
	Level       theory.Fixed // decibels over the goal's own level
	ReverbTime  theory.Fixed // RT60, seconds
	ReverbLevel theory.Fixed // 0…One: share of the room in the mix
	Tension     theory.Fixed // 0…One
}

// A Span is the next stretch of music. The composer fills one again and
// again; its slices keep their memory.
type Span struct {
	Frame    int64 // first frame
	Frames   int64 // length; the next span begins at Frame+Frames
	Beats    int   // even beats that it consists of, whole bars
	Meter    int   // beats in a bar
	Events   []Event
	Chords   []Chord   // that begin in it
	Sections []Section // that begin in it
	Controls Controls
	Final    bool // nothing is composed after this span
}

// Reset empties the span for the next stretch and keeps its memory.
func (s *Span) Reset() {
	s.Frame, s.Frames, s.Beats, s.Meter, s.Final = 0, 0, 0, 0, false
	s.Events, s.Chords, s.Sections = s.Events[:0], s.Chords[:0], s.Sections[:0]
	s.Controls = Controls{}
}
