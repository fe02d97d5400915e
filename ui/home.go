package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A homeScreen is the day at a glance, and the doors that lead on. It stands at
// once and fills in when the journal has been read.
type homeScreen struct {
	visit   *visit
	at      int // the door with the cursor
	today   []entry
	moodNow journal.Mood // the latest answer of today, while it holds
	next    Suggestion
	last    *journal.Sitting // that was played last; nil for none that can be played
}

// A homeDoor leads on from home. One key opens it, as does enter where the cursor
// is.
type homeDoor struct {
	key   key.Binding
	text  string
	aside string // shown only where there is room for all of it
	enter string // what enter does, for the line of keys
	open  func() tea.Cmd
}

// moodHolds is how long an answer says how it is now (design choice: moods pass).
const moodHolds = 4 * time.Hour

func newHomeScreen(v *visit) *homeScreen {
	h := &homeScreen{visit: v}
	h.look()
	return h
}

// Init reads the history again: something may have been added in another
// window. The first time it is being read anyway.
func (h *homeScreen) Init() tea.Cmd {
	if !h.visit.loaded {
		return nil
	}
	return readHistory(h.visit.Journal)
}

// look takes in what the journal holds and what time it is.
func (h *homeScreen) look() {
	v, now := h.visit, h.visit.Now()
	if !v.loaded {
		return
	}
	h.today = v.today()
	mood, at := latestAnswer(h.today)
	h.moodNow = journal.Mood{}
	if now.Sub(at) < moodHolds {
		h.moodNow = mood
		v.feeling = affectOf(mood)
	}
	h.next = nextThing(v.history, h.moodNow, now, v.settings.Questions)
	h.last = nil
	if n := len(v.history.Sittings); n > 0 {
		record, playing := v.stands(v.history.Sittings[n-1])
		if !playing && !record.MayBePlaying(now) {
			h.last = &record
		}
	}
	h.choose(h.at)
}

// doors are those that there are now, the first of which is enter's.
func (h *homeScreen) doors() []homeDoor {
	v := h.visit
	doors := []homeDoor{{key: v.keys.ask, text: "how is it right now?", enter: "check in", open: h.ask}}
	if text := v.waits(); text != "" {
		doors[0].text, doors[0].enter = text, "go on"
	}
	if !v.loaded {
		return doors
	}
	doors = append(doors, homeDoor{
		key: v.keys.suggested, text: pieceText(h.next.Goal, h.next.Minutes), aside: widget.CleanLine(h.next.Reason), enter: "play",
		open: h.playSuggested,
	})
	if h.last != nil {
		text, aside := againText(*h.last, v.Now(), v.settings.DayStart)
		doors = append(doors, homeDoor{key: v.keys.again, text: text, aside: aside, enter: "play again", open: h.playAgain})
	}
	if v.night != nil && v.settings.AskAfter {
		doors = append(doors, homeDoor{
			key: v.keys.night, text: nightQuestion(*v.night), aside: v.keys.notNow.Help().Key + " not now", enter: "say how it was",
			open: h.askNight,
		})
	}
	return doors
}

// soonOver is the part of a sitting that has to have been heard for it to be
// spoken of as whole (design choice).
const soonOver = 0.9

// againText offers a sitting once more. A piece grows from its beginning and
// cannot be entered in its middle: of one that did not get to its end it is said
// where it ended, and that it begins anew.
func againText(s journal.Sitting, now time.Time, dayStart int) (text, aside string) {
	text, aside = "again: "+pieceText(s.Goal, s.Minutes), dayText(s.Local(), now, dayStart)
	minutes := heard(s).Minutes()
	if s.Ended == journal.Landed || minutes >= soonOver*s.Minutes {
		return text, aside
	}
	if minutes >= 1 {
		aside = "after " + minutesText(minutes)
	}
	return text, endingText(s.Ended) + " " + aside + "; from the start"
}

// ask goes to the questions, or on with what waits.
func (h *homeScreen) ask() tea.Cmd {
	if h.visit.unfinished != nil {
		return h.visit.show(h.visit.unfinished)
	}
	return h.visit.show(h.visit.ask())
}

// playSuggested plays what is suggested, made from the latest answer of today.
func (h *homeScreen) playSuggested() tea.Cmd {
	v := h.visit
	v.passNight()
	mood := h.moodNow
	if c := v.checkIn; c != nil {
		mood = c.answered().Or(mood)
	}
	return v.start(request{goal: h.next.Goal, minutes: h.next.Minutes, mood: mood, seed: v.Seed()})
}

// playAgain plays the last sitting once more.
func (h *homeScreen) playAgain() tea.Cmd {
	h.visit.passNight()
	return h.visit.again(*h.last)
}

// askNight asks how it was. Whether or not there is an answer, it is asked once.
func (h *homeScreen) askNight() tea.Cmd {
	after := newAfterScreen(h.visit, nil, *h.visit.night)
	after.night = true
	h.visit.passNight()
	return h.visit.show(after)
}

func (h *homeScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg, historyMsg, settingsMsg, tea.FocusMsg:
		h.look()
	case pointedMsg:
		return h.point(msg)
	case endedMsg:
		return readHistory(h.visit.Journal) // it no longer plays
	case tea.KeyPressMsg:
		return h.press(msg)
	}
	return nil
}

// point opens the door that was pointed at.
func (h *homeScreen) point(msg pointedMsg) tea.Cmd {
	doors := h.doors()
	if msg.Kind != pointRow || msg.wheel != 0 || msg.Index >= len(doors) {
		return nil
	}
	h.at = msg.Index
	return doors[h.at].open()
}

func (h *homeScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	v, doors := h.visit, h.doors()
	h.choose(h.at)
	for i, door := range doors {
		if key.Matches(msg, door.key) {
			h.at = i
			return door.open()
		}
	}
	switch {
	case key.Matches(msg, v.keys.previous):
		h.choose(h.at - 1)
	case key.Matches(msg, v.keys.followJ):
		h.choose(h.at + 1)
	case key.Matches(msg, v.keys.open):
		return doors[h.at].open()
	case key.Matches(msg, v.keys.notNow):
		v.passNight()
		h.choose(h.at)
	case key.Matches(msg, v.keys.look):
		return v.show(newLogScreen(v, h))
	case key.Matches(msg, v.keys.favour):
		return v.show(newFavouritesScreen(v, h))
	case key.Matches(msg, v.keys.quit):
		v.passNight()
		return leave
	}
	return nil
}

func (h *homeScreen) choose(at int) { h.at = max(0, min(at, len(h.doors())-1)) }

func (h *homeScreen) typing() bool       { return false }
func (h *homeScreen) mood() theme.Affect { return h.visit.feeling }
