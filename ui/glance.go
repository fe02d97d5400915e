package ui

import (
	"time"

	"dulcet/journal"
	"dulcet/ui/settings"
)

// A Glance is the day so far and what could come next, as home shows them.
type Glance struct {
	Today []Entry          // oldest first
	Mood  journal.Mood     // the latest answer of today, while it holds
	Next  Suggestion       // a good next thing
	Last  *journal.Sitting // that was played last and can be again; nil for none
	Again string           // what to say of Last: "again: calm, 20 min · yesterday"
}

// GlanceAt looks at the day in a history.
func GlanceAt(history journal.History, now func() time.Time, set settings.Settings) Glance {
	v := &visit{Config: Config{Now: now}, settings: set, history: history}
	today := v.today()
	g := Glance{Today: exported(today)}
	if mood, at := latestAnswer(today); now().Sub(at) < moodHolds {
		g.Mood = mood
	}
	g.Next = nextThing(history, g.Mood, now(), set.Questions)
	if n := len(history.Sittings); n > 0 && !history.Sittings[n-1].MayBePlaying(now()) {
		g.Last = &history.Sittings[n-1]
		text, aside := againText(*g.Last, now(), set.DayStart)
		g.Again = text + " · " + aside
	}
	return g
}

// A Night is a sitting of sleep that nobody has been asked about.
type Night struct {
	Sitting  journal.Sitting
	Question string // "how was last night?"
}

// NightToAsk returns the night to ask about at a start, if there is one.
func NightToAsk(from Journal, history journal.History, now time.Time) (night Night, found bool) {
	sitting := nightToAsk(history, nightAsked(from), now)
	if sitting == nil {
		return Night{}, false
	}
	return Night{*sitting, nightQuestion(*sitting)}, true
}

// Pass takes it that the night has been asked about, for good.
func (n Night) Pass(in Journal) error { return in.SetSetting(nightSetting, n.Sitting.ID) }
