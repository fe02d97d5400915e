package ui

import (
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/settings"
)

// loadedMsg is what the journal held.
type loadedMsg struct {
	history journal.History
	draft   journal.Draft
	found   bool   // a draft was kept
	asked   string // the sitting whose night was asked about last
	err     error
}

// load reads the settings, and the history and the draft.
func load(from Journal) tea.Cmd {
	return tea.Batch(readSettings(from), func() tea.Msg {
		draft, found, draftErr := from.Draft()
		history, err := from.History()
		if err == nil {
			err = draftErr
		}
		return loadedMsg{history: history, draft: draft, found: found, asked: nightAsked(from), err: err}
	})
}

// A request is what a sitting is to be made from.
type request struct {
	goal    journal.Goal
	minutes float64
	mood    journal.Mood    // as answered, with the feeling words' place where a question was skipped
	checkIn journal.CheckIn // before it; empty when nothing was answered
	seed    uint32
	options generator.Options
	dials   handDials        // that nothing learned moves
	again   *journal.Sitting // a sitting to hear once more that was kept without a code: its seed and dials
	told    bool             // something was said that belongs to this sitting alone

	recipe   *generator.Recipe // of a code, which says all of the above but the check-in
	steering []journal.Steer   // of the sitting to hear once more
	steered  bool              // as the latest sitting of the code was

	dayStart int // hour at which the person's day begins
}

// startedMsg says that a sitting plays, or why it does not.
type startedMsg struct {
	sitting Sitting
	brief   generator.Brief
	checkIn journal.CheckIn // as it was handed to the saver
	saved   tea.Cmd         // waits until the check-in is durable; nil without one
	err     error
}

// start makes the brief and plays it, once an earlier sitting has faded out.
// The check-in before is handed to the saver first: the words come before the
// music. While one sitting is being started it starts no other.
func (v *visit) start(r request) tea.Cmd {
	if v.starting {
		return nil
	}
	v.starting = true
	r = r.asSet(v.settings)
	r.checkIn = v.along(r)
	volume := v.settings.Volume
	draft := tea.Batch(v.flushDraft(), v.finishUnfinished()) // until the check-in itself is durable
	clearDraft := v.saver.draftClearer()
	cfg, saver, history, loaded, earlier := v.Config, v.saver, v.history, v.loaded, v.sitting
	return tea.Batch(draft, func() tea.Msg {
		if earlier != nil {
			_, _, _ = ended(earlier) // what went wrong with it is told elsewhere
		}
		if !loaded {
			history, _ = cfg.Journal.History() // without a history the piece is made from the mood alone
		}
		var saved tea.Cmd
		record, brief, err := r.compose(cfg, history)
		if err != nil {
			return startedMsg{err: err}
		}
		if !r.checkIn.Empty() {
			r.checkIn.When, r.checkIn.Sitting = journal.Before, &record.ID
			if r.checkIn.ID == "" {
				r.checkIn.ID = cfg.Journal.NewID(record.Time)
			}
			record.Before = &r.checkIn.ID
			saved = saver.save(nil, saver.checkIn(r.checkIn, clearDraft))
		}
		sitting, err := cfg.Play(brief, record)
		if err == nil && volume < player.MaxVolume {
			sitting.SetVolume(volume) // while the first of it still fades in from nothing
		}
		if err != nil && record.Before != nil {
			// What was answered stands on its own then, under the same id, so
			// that trying again does not keep it twice.
			r.checkIn.When, r.checkIn.Sitting = journal.Alone, nil
			saved = saver.save(nil, saver.checkIn(r.checkIn, clearDraft))
		}
		if err == nil && r.told && r.checkIn.Empty() {
			saver.queue(clearDraft) // nothing else makes that what was said has served
		}
		return startedMsg{sitting: sitting, brief: brief, checkIn: r.checkIn, saved: saved, err: err}
	})
}

// asSet is the request with what the settings say of it: the breath that breathe
// is played with where no other was asked for, and when the day begins.
func (r request) asSet(set settings.Settings) request {
	r.dayStart = set.DayStart
	if r.goal == journal.Breathe && r.options.Breath == (generator.Breath{}) && r.recipe == nil && r.again == nil {
		if named := breathsFrom(set.Breath)[0]; named.Name == set.Breath {
			r.options.Breath = named.Breath
		}
	}
	return r
}

// compose turns the request into a brief and the record of the sitting that
// will play it.
func (r request) compose(cfg Config, history journal.History) (journal.Sitting, generator.Brief, error) {
	now := cfg.Now()
	if r.recipe != nil {
		return r.composeCoded(journal.Sitting{ID: cfg.Journal.NewID(now), Stamp: journal.StampFor(now, r.dayStart)}, history)
	}
	record := journal.Sitting{
		ID: cfg.Journal.NewID(now), Stamp: journal.StampFor(now, r.dayStart),
		Goal: r.goal, Minutes: r.minutes, Seed: r.seed, Engine: generator.Engine,
		Propensity: 1, Ended: journal.Killed,
	}
	taste := journal.Learn(history, r.goal, now)
	switch {
	case r.again != nil:
		record.Seed = r.again.Seed
		taste = taste.SetTo(r.again.Dials)
	case r.dials.any():
		taste = r.dials.over(taste) // somebody who turns dials is not also tried things out on
	default:
		_, record.Varied, record.Propensity = journal.Vary(taste, record.Seed)
		taste = taste.Trying(*record.Varied)
	}
	brief, err := r.options.NewBrief(r.mood, r.goal, r.minutes, taste, record.Seed)
	record.Mood, record.Dials = brief.Mood, brief.Dials
	return record, brief, err
}

// historyMsg is the history as it is on disk now. With an error it holds what
// could be read.
type historyMsg struct {
	history journal.History
	err     error
}

// readHistory reads the history again.
func readHistory(from Journal) tea.Cmd {
	return func() tea.Msg {
		history, err := from.History()
		return historyMsg{history, err}
	}
}

// endedMsg says that a sitting is over and its record is durable, or is not.
type endedMsg struct{ sitting Sitting }

// waitForEnd waits until the sitting is over.
func waitForEnd(sitting Sitting) tea.Cmd {
	return func() tea.Msg {
		<-sitting.Done()
		return endedMsg{sitting}
	}
}
