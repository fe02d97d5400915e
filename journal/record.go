package journal

import (
	"encoding/json"
	"slices"
	"time"
)

// RecordVersion is the version of the shape in which records are written.
const RecordVersion = 1

// When says where a check-in stands to a sitting.
type When string

// A check-in is made before a sitting, after it, or on its own.
const (
	Before When = "before"
	After  When = "after"
	Alone  When = "alone"
)

// A Stamp says when something happened: the instant, the zone it was lived
// in, and the day it belonged to for the person, which starts at 04:00 unless
// they have said otherwise.
type Stamp struct {
	Time time.Time `json:"time"`
	Zone string    `json:"zone"`
	Day  string    `json:"day"`
}

// dayStart is the local hour at which a new day begins: somebody up at one in
// the morning is still living the day before (design choice).
const dayStart = 4

// StampAt returns the stamp of the instant t, lived in t's own location. A
// location without a name of its own, as time.Local is, is written as its
// offset from UTC at t.
func StampAt(t time.Time) Stamp { return StampFor(t, dayStart) }

// StampFor is StampAt for somebody whose days begin at that hour, 0…23.
func StampFor(t time.Time, startHour int) Stamp {
	// By the calendar alone: a day is not always 24 hours, and some zones have
	// skipped one.
	day := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if t.Hour() < startHour {
		day = day.AddDate(0, 0, -1)
	}
	return Stamp{
		Time: t.UTC().Truncate(time.Millisecond),
		Zone: zoneName(t),
		Day:  day.Format(time.DateOnly),
	}
}

// offsetLayout is how an offset from UTC is written, such as "+01:00".
const offsetLayout = "-07:00"

// zoneName returns a name by which another machine finds the zone too.
func zoneName(t time.Time) string {
	name := t.Location().String()
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return t.Format(offsetLayout)
	}
	return name
}

// location returns the zone of the name, or UTC where this machine does not
// know it.
func location(name string) *time.Location {
	if parsed, err := time.Parse(offsetLayout, name); err == nil {
		_, seconds := parsed.Zone()
		return time.FixedZone(name, seconds)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Local returns the instant in the zone it was lived in, or in UTC where this
// machine does not know the zone.
func (s Stamp) Local() time.Time { return s.Time.In(location(s.Zone)) }

// A CheckIn is one answering of the questions.
type CheckIn struct {
	ID string `json:"id"`
	Stamp
	When    When     `json:"when"`
	Sitting *string  `json:"sitting"` // id of the sitting it belongs to
	Mood    Mood     `json:"mood"`
	Words   []string `json:"words"`
	Note    string   `json:"note"`
}

// Empty reports whether nothing was answered.
func (c CheckIn) Empty() bool { return c.Mood.Empty() && len(c.Words) == 0 && c.Note == "" }

// Ending says how a sitting ended. A sitting is written as Killed when it
// starts and changed when it ends, so that the word is true if the process
// disappears.
type Ending string

// The endings.
const (
	Landed  Ending = "landed"
	Stopped Ending = "stopped"
	Killed  Ending = "killed"
)

// A Steer is one change asked for while the piece played.
type Steer struct {
	Frame int64           `json:"frame"` // frame of the piece at which it was applied
	Wish  json.RawMessage `json:"wish"`  // the whole wished state, as the generator writes it
}

// A Sitting is one listening from start to end.
type Sitting struct {
	ID string `json:"id"`
	Stamp
	Goal       Goal    `json:"goal"`
	Seed       uint32  `json:"seed"`
	Engine     int     `json:"engine"`  // version of the generator that composed it
	Code       string  `json:"code"`    // from which it can be played again; empty in old records
	Minutes    float64 `json:"minutes"` // asked for
	Frames     int64   `json:"frames"`  // heard, at 48 kHz
	Mood       Mood    `json:"mood"`    // what the brief was made from, filled in where skipped
	Dials      Dials   `json:"dials"`
	Varied     *Dials  `json:"varied"`     // the part of Dials that was tried out, not learned
	Propensity float64 `json:"propensity"` // probability (density) of having tried just that
	Steering   []Steer `json:"steering"`
	Kept       []int64 `json:"kept,omitempty"`      // frames of the moments that the listener wanted to keep
	Favourite  bool    `json:"favourite,omitempty"` // to be found again
	Ended      Ending  `json:"ended"`
	Before     *string `json:"before"` // id of the check-in before
	After      *string `json:"after"`  // id of the check-in after
}

// A History is everything kept, oldest first.
type History struct {
	CheckIns []CheckIn
	Sittings []Sitting
}

// CheckIn returns the check-in with the id, if the history has it.
func (h History) CheckIn(id string) (CheckIn, bool) {
	for _, c := range h.CheckIns {
		if c.ID == id {
			return c, true
		}
	}
	return CheckIn{}, false
}

// Sitting returns the sitting with the id, if the history has it.
func (h History) Sitting(id string) (Sitting, bool) {
	for _, s := range h.Sittings {
		if s.ID == id {
			return s, true
		}
	}
	return Sitting{}, false
}

// Steered returns the latest sitting of a code that was steered, if the history
// has one.
func (h History) Steered(code string) (Sitting, bool) {
	for _, s := range slices.Backward(h.Sittings) {
		if s.Code == code && len(s.Steering) > 0 {
			return s, true
		}
	}
	return Sitting{}, false
}
