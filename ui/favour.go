package ui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
)

// favouredMsg says that a sitting is durably a favourite, or no longer one, or
// why it is not.
type favouredMsg struct {
	id  string
	on  bool
	err error
}

// errForgotten is returned where a sitting is no longer in the journal.
var errForgotten = errors.New("this sitting is no longer in the journal")

// isFavourite reports whether a sitting is one, as this visit knows it.
func (v *visit) isFavourite(record journal.Sitting) bool {
	if on, said := v.favourites[record.ID]; said {
		return on
	}
	return record.Favourite
}

// favour makes the sitting with the id a favourite, or takes that back. The
// screens show it at once; what comes back says when it is kept. One that still
// plays is kept when it ends: its record belongs to the player until then.
func (v *visit) favour(id string, on bool) tea.Cmd {
	if v.favourites == nil {
		v.favourites = map[string]bool{}
	}
	v.favourites[id] = on
	if v.sitting != nil && v.sitting.Sitting().ID == id {
		if !on {
			return notice("not a favourite")
		}
		return notice("a favourite; it is kept when the music ends")
	}
	return v.keepFavourite(id, on)
}

// keepFavourite hands to the saver what was said of a sitting.
func (v *visit) keepFavourite(id string, on bool) tea.Cmd {
	in := v.Journal
	wait := v.saver.save(nil, func() error { return KeepFavourite(in, id, on) })
	return func() tea.Msg {
		saved, _ := wait().(savedMsg)
		return favouredMsg{id: id, on: on, err: saved.err}
	}
}

// keepFavourites hands over what was said of a sitting while it played, once it
// has ended.
func (v *visit) keepFavourites(ended Sitting) tea.Cmd {
	id := ended.Sitting().ID
	on, said := v.favourites[id]
	if !said {
		return nil
	}
	return v.keepFavourite(id, on)
}

// favoured takes in what became of a favourite.
func (p *program) favoured(msg favouredMsg) {
	switch {
	case msg.err != nil:
		_ = p.visit.saver.takeFailure()
		if p.visit.favourites[msg.id] == msg.on {
			p.visit.favourites[msg.id] = !msg.on
		}
		p.warn("not saved as a favourite: " + msg.err.Error())
	case msg.on:
		p.say("saved as a favourite")
	default:
		p.say("no longer a favourite")
	}
}

// recordOf reads a sitting as it is kept now.
func recordOf(in Journal, id string) (journal.Sitting, error) {
	history, err := in.History()
	at := slices.IndexFunc(history.Sittings, func(s journal.Sitting) bool { return s.ID == id })
	switch {
	case at >= 0:
		return history.Sittings[at], nil // what is damaged elsewhere does not matter here
	case err != nil:
		return journal.Sitting{}, err
	}
	return journal.Sitting{}, errForgotten
}
