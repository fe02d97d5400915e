package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dulcet/journal"
	"dulcet/ui/widget"
)

// An entry is one line of the log: a sitting with its check-ins, or a check-in
// on its own.
type entry struct {
	at            time.Time // in the zone it was lived in
	sitting       *journal.Sitting
	how           string          // the sitting ended, or that it may still play
	before, after journal.CheckIn // for a check-in on its own, before is it
}

// entries turns a history into log entries, newest first. A check-in whose
// sitting was not kept stands on its own.
func entries(history journal.History) []entry {
	index := make(map[string]int, len(history.CheckIns))
	answers := map[string]*string{} // by sitting, for one that could not be told of its answer
	for i := range history.CheckIns {
		c := &history.CheckIns[i]
		index[c.ID] = i
		if c.When == journal.After && c.Sitting != nil {
			answers[*c.Sitting] = &c.ID
		}
	}
	used, left := make([]bool, len(history.CheckIns)), len(history.CheckIns)
	pick := func(id *string) journal.CheckIn {
		if id == nil {
			return journal.CheckIn{}
		}
		i, kept := index[*id]
		if !kept {
			return journal.CheckIn{}
		}
		if !used[i] {
			used[i], left = true, left-1
		}
		return history.CheckIns[i]
	}
	zones := map[string]*time.Location{}
	heard := make([]entry, 0, len(history.Sittings))
	for i := range slices.Backward(history.Sittings) {
		s := &history.Sittings[i]
		after := s.After
		if after == nil {
			after = answers[s.ID]
		}
		heard = append(heard, entry{at: lived(s.Stamp, zones), sitting: s, how: endingText(s.Ended), before: pick(s.Before), after: pick(after)})
	}
	alone := make([]entry, 0, left)
	for i, c := range slices.Backward(history.CheckIns) {
		if !used[i] {
			alone = append(alone, entry{at: lived(c.Stamp, zones), before: c})
		}
	}
	return merged(heard, alone)
}

// merged puts two lists into one, newest first. A history is in order mostly: of
// many years only what is not has to be sorted.
func merged(heard, alone []entry) []entry {
	newestFirst := func(a, b entry) int { return b.at.Compare(a.at) }
	for _, list := range [][]entry{heard, alone} {
		if !slices.IsSortedFunc(list, newestFirst) {
			slices.SortStableFunc(list, newestFirst)
		}
	}
	all := make([]entry, 0, len(heard)+len(alone))
	for len(heard) > 0 && len(alone) > 0 {
		if alone[0].at.After(heard[0].at) {
			all, alone = append(all, alone[0]), alone[1:]
		} else {
			all, heard = append(all, heard[0]), heard[1:]
		}
	}
	return append(append(all, heard...), alone...)
}

// entries are those of a history, with the sittings of this visit as they truly
// stand: what plays is kept as broken off until it has ended.
func (v *visit) entries(history journal.History) []entry {
	all := entries(history)
	newest := true
	for i := range all {
		if all[i].sitting == nil {
			continue
		}
		record, playing := v.stands(*all[i].sitting)
		switch {
		case playing:
			all[i].how = "playing"
		case newest && record.MayBePlaying(v.Now()):
			all[i].how = maybePlaying
		default:
			all[i].how = endingText(record.Ended)
		}
		all[i].sitting, newest = &record, false
	}
	return all
}

// lived is Stamp.Local with the zones remembered: loading one reads a file.
func lived(stamp journal.Stamp, zones map[string]*time.Location) time.Time {
	zone, known := zones[stamp.Zone]
	if !known {
		zone = stamp.Local().Location()
		zones[stamp.Zone] = zone
	}
	return stamp.Time.In(zone)
}

// maybePlaying is said of a sitting that another program may be playing.
const maybePlaying = "playing or broken off"

// briefly is how it went, where there is little room.
func (e entry) briefly() string {
	if e.how == maybePlaying {
		return "playing?"
	}
	return e.how
}

// title says what the entry is.
func (e entry) title() string {
	if e.sitting == nil {
		return "check-in"
	}
	return widget.CleanLine(fmt.Sprintf("%-9s %s", e.sitting.Goal, minutesText(e.sitting.Minutes)))
}

// kind is what entries are listed together by: the goal, or that it is a check-in
// on its own.
func (e entry) kind() string {
	if e.sitting == nil {
		return "check-ins"
	}
	return widget.CleanLine(string(e.sitting.Goal))
}

// day is the lived day, as it was kept.
func (e entry) day() string {
	if e.sitting == nil {
		return e.before.Day
	}
	return e.sitting.Day
}

// same reports whether two entries are of the same records.
func (e entry) same(other entry) bool {
	if e.sitting == nil || other.sitting == nil {
		return e.sitting == nil && other.sitting == nil && e.before.ID == other.before.ID
	}
	return e.sitting.ID == other.sitting.ID
}

// told says in a word or two how it went, where it did not play to its end, and
// gives a glimpse of what was written. Somebody discreet is told only that there
// is a note.
func (e entry) told(roomy, discreet bool) string {
	var parts []string
	if e.sitting != nil && e.sitting.Ended != journal.Landed {
		how := e.how
		if !roomy {
			how = e.briefly()
		}
		parts = append(parts, how)
	}
	if glimpse := e.glimpse(discreet); glimpse != "" {
		parts = append(parts, glimpse)
	}
	return strings.Join(parts, " · ")
}

// glimpse is the beginning of what was written: the note after the music, the one
// before it, or the feeling words.
func (e entry) glimpse(discreet bool) string {
	for _, note := range []string{e.after.Note, e.before.Note} {
		switch {
		case note == "":
		case discreet:
			return "note"
		default:
			return "“" + widget.CleanLine(note) + "”"
		}
	}
	if discreet {
		return ""
	}
	words := e.before.Words
	if len(e.after.Words) > 0 {
		words = e.after.Words
	}
	return widget.CleanLine(strings.Join(words, ", "))
}

// endingText is how a sitting ended, in words for the person.
func endingText(ending journal.Ending) string {
	switch ending {
	case journal.Landed:
		return "played to its end"
	case journal.Stopped:
		return "stopped"
	case journal.Killed:
		return "broken off"
	}
	return widget.CleanLine(string(ending))
}
