package ui

import "charm.land/bubbles/v2/key"

// favourHelp is what the key of favourites does here.
const favourHelp = "keep the piece as a favourite, or take that back"

func (a *afterScreen) ShortHelp() []key.Binding {
	if a.finished {
		return []key.Binding{told(a.visit.keys.new, a.onward()), a.visit.keys.again, a.visit.keys.favour, a.visit.keys.look, a.visit.keys.quit}
	}
	if a.form.door != noDoor {
		return a.form.keys()
	}
	back := a.visit.keys.back
	if a.form.questions.focus == 0 {
		back = told(back, "home")
	}
	return append(a.form.keys(), a.visit.keys.favour, back, a.visit.keys.quit)
}

// onward is what the key that goes on leads to.
func (a *afterScreen) onward() string {
	if a.asked() {
		return "go on"
	}
	return "home"
}

func (a *afterScreen) FullHelp() [][]key.Binding {
	if a.finished {
		onward := []key.Binding{named(a.visit.keys.new, "enter, esc", "home")}
		if a.asked() {
			onward = []key.Binding{told(a.visit.keys.new, "on to the sitting that was asked for"), told(a.visit.keys.back, "home")}
		}
		return [][]key.Binding{onward, {told(a.visit.keys.again, "play the same piece again"), told(a.visit.keys.favour, favourHelp), told(a.visit.keys.look, "look back"), a.visit.keys.quit}}
	}
	return [][]key.Binding{a.form.allKeys(), {told(a.visit.keys.favour, favourHelp), told(a.visit.keys.quit, "keep what is answered, and leave")}}
}
