package ui

import (
	"strings"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

func (a *afterScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	head := st.Faint.Render(a.sentence())
	if a.finished {
		return widget.Indent(frame(head, a.result(content, height, st), formLines+2, height), margin)
	}
	body := a.form.view(a.title(), content, height-4, st)
	if a.form.door == noDoor {
		body = append(body, "", st.Faint.Render("same, lighter, heavier: all fine"))
	}
	return widget.Indent(frame(head, body, formLines+2, height), margin)
}

// title asks.
func (a *afterScreen) title() string {
	switch {
	case a.night:
		return nightQuestion(a.record)
	case a.resumed:
		return "and after it? you had begun to say"
	}
	return "and now?"
}

// result is what is shown when the questions are done.
func (a *afterScreen) result(width, height int, st theme.Styles) []string {
	var lines []string
	if !a.asks() && a.record.Goal == journal.Sleep {
		lines = append(lines, st.Text.Render("good night."))
	} else {
		if !a.answer.Empty() {
			after := questions{before: a.before, settings: &a.visit.settings}
			after.set(a.answer)
			lines = append(lines, after.view(width, height >= formLines, false, st)...)
			lines = append(lines, "")
		}
		for _, text := range widget.Wrap(a.change(), width) {
			lines = append(lines, st.Text.Render(text))
		}
	}
	lines = append(lines, "")
	switch {
	case a.failure != nil:
		for _, text := range widget.Wrap(widget.CleanLine("not saved: "+a.failure.Error()+". leaving tries again"), width) {
			lines = append(lines, st.Warn.Render(text))
		}
	case a.durable:
		lines = append(lines, st.Faint.Render("saved"))
	default:
		lines = append(lines, st.Faint.Render("saving…"))
	}
	return lines
}

// change is the honest line about what happened between the two answers.
func (a *afterScreen) change() string {
	if a.answer.Empty() {
		return "thank you for listening."
	}
	text := lower(journal.Change(a.before, a.answer, a.record.Goal))
	if a.night { // what a night has changed is not what the music has
		text = strings.Replace(text, "when you began", "when you lay down", 1)
	}
	if text != "" {
		return text
	}
	return "noted."
}

// sentence says what has just been played.
func (a *afterScreen) sentence() string {
	text := string(a.record.Goal) + " · " + minutesText(a.record.Minutes)
	if played := a.played(); played.Ended == journal.Stopped {
		text += ", " + heardText(played.Frames)
	}
	if a.favourite {
		text += " · a favourite"
	}
	return text
}
