package ui

import (
	"time"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/settings"
)

// An Asking is what somebody asks for without the screens. Composing it makes
// the very piece that the screens would play for the same answers.
type Asking struct {
	CheckIn journal.CheckIn // the answers before the music; empty when there are none
	Latest  journal.Mood    // an earlier answer, for what the check-in has none of; it is not kept again
	Goal    journal.Goal
	Minutes float64
	Seed    uint32
	Options generator.Options
	Dials   [len(journal.Dials{})]journal.Rating // turned by hand; absent where taste decides

	request request // of a sitting to hear once more, which says all of the above but the check-in
}

// Again asks for a sitting once more, steered as it was.
func Again(s journal.Sitting) Asking {
	return Asking{Goal: s.Goal, Minutes: s.Minutes, request: requestAgain(s)}
}

// Coded asks for the sitting of the code that the program was started with.
func Coded(cfg Config) Asking {
	return Asking{request: request{recipe: cfg.Recipe, steered: !cfg.Unsteered}}
}

// Mood is the mood that the piece is made from: as answered, with the place of
// the feeling words where a question was skipped, and then the latest answer.
func (a *Asking) Mood() journal.Mood {
	return a.CheckIn.Mood.Or(words.MoodOf(a.CheckIn.Words)).Or(a.Latest)
}

// Compose makes the record of the sitting that would play as things are set, and
// its brief.
func (a *Asking) Compose(cfg Config, set settings.Settings, history journal.History) (journal.Sitting, generator.Brief, error) {
	r := a.request
	if r.recipe == nil && r.again == nil {
		r = request{goal: a.Goal, minutes: a.Minutes, mood: a.Mood(), seed: a.Seed, options: a.Options, dials: a.Dials}
	}
	return r.asSet(set).compose(cfg, history)
}

// Heed takes over what was asked for in words. What an earlier reading asked for
// goes, and what was set by hand stays.
func (a *Asking) Heed(said, before words.Reading) {
	e := edits{a.Options, a.Dials}
	e.heed(said, before)
	a.Options, a.Dials = e.options, e.dials
}

// Text says in one line what is not usual, or nothing.
func (a *Asking) Text() string {
	e := edits{a.Options, a.Dials}
	return e.text(a.Goal)
}

// A Choice is one thing that a goal can carry: a breath, rounds, bells, who
// plays. The first of its settings is the usual one.
type Choice struct {
	Name     string
	Part     bool // an instrument or a soundscape: as usual, refused, wanted
	Settings []Setting
}

// A Setting is one thing that a choice can be set to.
type Setting struct {
	Text    string
	About   string // what to know about it, or ""
	Caution string // what to read before it is taken, or ""
	Set     func(*generator.Options)
	Is      func(generator.Options) bool
}

// Choices lists what the goal of the asking can carry.
func (a *Asking) Choices() []Choice {
	var all []Choice
	for _, c := range choicesFor(a.Goal, a.Options) {
		choice := Choice{Name: c.name, Part: c.part}
		for _, s := range c.settings {
			choice.Settings = append(choice.Settings, Setting{s.text, s.about, s.caution, s.set, s.is})
		}
		all = append(all, choice)
	}
	return all
}

// FittingGoals returns every goal, the most fitting first. A skipped question counts
// as neutral. first, if not empty, goes to the front.
func FittingGoals(mood journal.Mood, at time.Time, first journal.Goal) []journal.Goal {
	return suggest(mood, at, first)
}

// Unfinished returns what of a kept draft is worth offering again: nothing where
// the history has its check-in, and without its moods where they are old.
func Unfinished(draft journal.Draft, history journal.History, now time.Time) (journal.Draft, bool) {
	if draft.Empty() || alreadyKept(draft, history) {
		return journal.Draft{}, false
	}
	if draft.When != journal.After && now.Sub(draft.Updated.Time) > staleAfter {
		draft.Mood, draft.Page = journal.Mood{}, 0
	}
	return draft, !draft.Empty()
}

// JoinNotes puts two notes into one. Where one holds all lines of the other
// nothing is said twice.
func JoinNotes(first, second string) string { return joinNotes(first, second) }

// KeepAnswer keeps what was answered after a sitting, and the sitting with it,
// once the player has written its end. sitting is nil where an earlier one, whose
// record is given, is taken up again. It may be tried again.
func KeepAnswer(in Journal, sitting Sitting, record journal.Sitting, checkIn journal.CheckIn) error {
	e := ending{sitting: sitting, record: record, checkIn: checkIn}
	return e.keep(in)
}

// KeepFavourite keeps that a sitting is a favourite, or no longer one. One that
// plays belongs to the player until it has ended.
func KeepFavourite(in Journal, id string, on bool) error {
	record, err := recordOf(in, id)
	if err != nil || record.Favourite == on {
		return err
	}
	record.Favourite = on
	return in.SaveSitting(record)
}

// Guidance returns what tells the line of guidance of each second of a sitting;
// it is empty where there is none.
func Guidance(brief generator.Brief) func(seconds float64) string {
	cues := cuesFor(brief)
	return func(seconds float64) string {
		text, _ := cueAt(cues, seconds)
		return text
	}
}

// An Entry is one line of the log: a sitting with its check-ins, or a check-in
// on its own.
type Entry struct {
	At            time.Time // in the zone it was lived in
	Sitting       *journal.Sitting
	How           string          // the sitting ended, or that it may still play
	Before, After journal.CheckIn // for a check-in on its own, Before is it
}

// Entries turns a history into the lines of the log, newest first.
func Entries(history journal.History, now func() time.Time) []Entry {
	return exported((&visit{Config: Config{Now: now}}).entries(history))
}

// exported are entries of the log as others see them.
func exported(entries []entry) []Entry {
	var all []Entry
	for _, e := range entries {
		all = append(all, Entry{e.at, e.sitting, e.how, e.before, e.after})
	}
	return all
}

// Greeting is a word for the hour.
func Greeting(at time.Time) string { return greeting(at) }

// NoteLimit is the longest note in characters.
const NoteLimit = noteLimit
