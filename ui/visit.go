package ui

import (
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// A visit is one run of the program from its first screen to its last: what
// all screens share. Only Update touches it.
type visit struct {
	Config
	keys     *keyMap
	known    []settings.Definition
	layers   settings.Layers
	settings settings.Settings // as they stand now
	chosen   choosing          // of them in this visit
	saver    *saver
	history  journal.History
	loaded   bool      // the history and the draft have been read
	sitting  Sitting   // that plays; nil when none does
	endings  []*ending // of what was played or taken up again in this visit
	starting bool      // a sitting has been asked for
	blurred  bool      // the window does not have the focus
	next     screen    // to be shown; nil when the screen stays
	resumes  bool      // it has gone on all the while

	checkIn    *checkInScreen   // what is being answered; it waits while other screens are gone to
	unfinished *afterScreen     // questions after a sitting that wait; nil for none
	night      *journal.Sitting // that is to be asked about; nil for none
	damaged    bool             // not everything could be read
	sound      string           // whether the music will be heard, at the first start

	draft     journal.Draft // what is being answered
	dirty     bool          // the draft has changed since it was last handed on
	scheduled bool          // a draftDueMsg is on its way

	onBattery bool    // the machine runs on its battery
	eased     Sitting // that was told last whether power is saved
	easing    bool    // and what it was told

	unguided bool // breath and guidance are not to be shown

	favourites map[string]bool // what was said in this visit, by the id of the sitting

	draftFails bool // the latest draft could not be written

	feeling theme.Affect // the latest mood that was answered

	// tick asks for a message after a while; it is tea.Tick.
	tick func(after time.Duration, message func(time.Time) tea.Msg) tea.Cmd
}

func newVisit(cfg Config) *visit {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	v := &visit{
		Config: cfg, keys: usualKeys(), known: Definitions(), layers: cfg.Layers,
		saver: newSaver(cfg.Journal), tick: tea.Tick,
	}
	v.settle()
	return v
}

// stamp is now, on the day that it belongs to for the person.
func (v *visit) stamp() journal.Stamp { return journal.StampFor(v.Now(), v.settings.DayStart) }

// draftDelay is how long typed text may wait before it is handed to the saver
// (design choice: short enough to be on disk 150 ms after the last key, long
// enough not to write for every letter).
const draftDelay = 70 * time.Millisecond

// draftDueMsg says that the delay is over.
type draftDueMsg struct{}

// keep notes what is being answered and sees to it that it is saved soon. Keys
// that follow within the delay share its write. There is one draft: what else
// waits in it is kept for good first.
func (v *visit) keep(draft journal.Draft) tea.Cmd {
	if draft.Empty() && v.draft.Empty() {
		return nil
	}
	var room tea.Cmd
	if v.unfinished != nil && (draft.When != journal.After || draft.Sitting != v.unfinished.record.ID) {
		room = v.finishUnfinished()
	}
	if draft.When == journal.After && v.draft.When != journal.After {
		v.keepBegun()
	}
	draft.Updated = v.stamp()
	v.draft, v.dirty = draft, true
	if v.scheduled {
		return room
	}
	v.scheduled = true
	return tea.Batch(room, v.tick(draftDelay, func(time.Time) tea.Msg { return draftDueMsg{} }))
}

// draftDue hands the draft to the saver. Until the draft of the last visit has
// been read nothing is written, so that it cannot be lost.
func (v *visit) draftDue() tea.Cmd {
	v.scheduled = false
	if !v.dirty {
		return nil
	}
	if !v.loaded {
		return v.keep(v.draft)
	}
	return v.flushDraft()
}

// flushDraft hands a changed draft to the saver now. What it returns tells what
// became of it. What the last visit left and nobody has read yet stays with it.
func (v *visit) flushDraft() tea.Cmd {
	if !v.dirty {
		return nil
	}
	v.dirty = false
	if !v.loaded {
		return v.saver.save(nil, v.saver.joinDraft(v.draft))
	}
	return v.saver.saveDraft(v.draft)
}

// show has another screen shown before the next message is handled, so that
// keys pressed close together all reach the screen that they are meant for. It
// returns no command; that lets a screen end its Update with it.
func (v *visit) show(s screen) tea.Cmd {
	v.next, v.resumes = s, false
	return nil
}

// showAgain goes back to a screen that has gone on behind the one that is shown:
// it is not begun anew.
func (v *visit) showAgain(s screen) tea.Cmd {
	v.next, v.resumes = s, true
	return nil
}

// ask returns the check-in that is being answered, or a new one.
func (v *visit) ask() *checkInScreen {
	if v.checkIn == nil {
		v.checkIn = newCheckInScreen(v)
	}
	return v.checkIn
}

// affectOf is the mood as the accent takes it; what was skipped is neutral.
func affectOf(mood journal.Mood) theme.Affect {
	return theme.Affect{Valence: mood.Valence.Or(0), Energy: mood.Energy.Or(0), Tension: mood.Tension.Or(0)}
}
