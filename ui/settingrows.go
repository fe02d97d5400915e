package ui

import (
	"fmt"
	"math/bits"
	"strings"

	"dulcet/ui/settings"
	"dulcet/ui/widget"
)

// A settingRow is one line of the settings: something that can be set, or
// something to know.
type settingRow struct {
	group  string // the heading that it stands under
	label  string
	about  string
	set    settings.Definition // without a name for what is only to be known
	action string              // whose keys they are, or ""
	known  string              // the value of what is only to be known
}

// changeable reports whether the row can be set.
func (r settingRow) changeable() bool { return r.set.Name != "" }

// stepped reports whether the left and right keys change it.
func (r settingRow) stepped() bool { return r.set.Range != nil || len(r.set.Choices) > 0 }

// typed reports whether it is text that is typed.
func (r settingRow) typed() bool { return r.changeable() && r.action == "" && !r.stepped() }

// privacyGroup is the group that says as well what is kept.
const privacyGroup = "privacy"

// whatIsKept says what the data directory holds.
const whatIsKept = "your answers, words and notes, what was played and how it was steered, what is being written, and these settings, in files of your own. nothing leaves this machine. delete the folder, and nothing is left"

// settingRows lists everything that can be set, group after group, the keys by
// the places where they work.
func settingRows(known []settings.Definition, dataDir string) []settingRow {
	var rows, keys []settingRow
	for i, d := range known {
		if name, isKey := strings.CutPrefix(d.Name, settings.KeyPrefix); isKey {
			if a, found := actionNamed(name); found {
				keys = append(keys, settingRow{group: keysTitle(a.at), label: labelOf(name), about: a.does, set: d, action: name})
			}
			continue
		}
		rows = append(rows, settingRow{group: d.Group, label: labelOf(d.Name), about: d.About, set: d})
		if d.Group == privacyGroup && (i == len(known)-1 || known[i+1].Group != privacyGroup) {
			rows = append(rows, settingRow{group: privacyGroup, label: "where it lives", about: dataDir + ": " + whatIsKept, known: dataDir})
		}
	}
	return append(rows, inPlaces(keys)...)
}

// manyPlaces is the number of places from which an action is told of by itself.
const manyPlaces = 4

// keysTitle is the heading of the keys of some places.
func keysTitle(at place) string {
	if bits.OnesCount(uint(at)) >= manyPlaces {
		return "keys in many places"
	}
	return "keys: " + at.first()
}

// inPlaces brings the rows of the keys into the order of the places.
func inPlaces(rows []settingRow) []settingRow {
	var sorted []settingRow
	take := func(title string) {
		for _, row := range rows {
			if row.group == title {
				sorted = append(sorted, row)
			}
		}
	}
	take(keysTitle(everyplace))
	for _, title := range placeTitles {
		take(keysTitle(title.place))
	}
	return sorted
}

// labelOf is how a setting is called on the screen. The questions are called by
// their place: they ask in words of the person's own.
func labelOf(name string) string {
	switch name {
	case "questions.valence":
		return "first question"
	case "questions.energy":
		return "second question"
	case "questions.tension":
		return "third question"
	}
	return strings.ReplaceAll(name, "-", " ")
}

// value is what the row stands at, in words.
func (r settingRow) value(now settings.Settings, keys *keyMap) string {
	switch {
	case !r.changeable():
		return widget.CleanLine(r.known)
	case r.action != "":
		a, _ := actionNamed(r.action)
		var labels []string
		for _, name := range a.of(keys).Keys() {
			labels = append(labels, keyLabel(name))
		}
		return widget.CleanLine(strings.Join(labels, ", "))
	case r.set.Range != nil:
		return strings.Replace(r.set.Get(now)[0], "-", "−", 1) + " " + r.set.Range.Unit
	case r.set.Name == "help-lines":
		if n := len(now.HelpLines); n > 0 {
			return fmt.Sprintf("%d of your own", n)
		}
		return "as they come"
	case len(r.set.Parts) > 0:
		if !r.set.Usual(now) {
			return "in your own words"
		}
		return strings.Join(r.set.Get(now), " … ")
	}
	return widget.CleanLine(strings.Join(r.set.Get(now), ", "))
}
