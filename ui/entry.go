package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// An entryScreen opens one line of the log.
type entryScreen struct {
	log    *logScreen
	entry  entry
	scroll int
}

func (e *entryScreen) Init() tea.Cmd { return nil }

func (e *entryScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case historyMsg:
		return e.log.Update(msg)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, e.log.visit.keys.again):
			return e.log.again()
		case key.Matches(msg, e.log.visit.keys.back), key.Matches(msg, e.log.visit.keys.open):
			return e.log.visit.show(e.log)
		case key.Matches(msg, e.log.visit.keys.previous):
			e.scroll = max(0, e.scroll-1)
		case key.Matches(msg, e.log.visit.keys.followJ):
			e.scroll++
		case key.Matches(msg, e.log.visit.keys.quit):
			return leave
		}
	}
	return nil
}

func (e *entryScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	lines := e.lines(content, height >= roomyHeight-2, st)
	e.scroll = max(0, min(e.scroll, len(lines)-height))
	return widget.Indent(lines[e.scroll:], margin)
}

// lines is the whole entry, which may be longer than the window.
func (e *entryScreen) lines(width int, roomy bool, st theme.Styles) []string {
	var lines []string
	if roomy {
		lines = append(lines, "")
	}
	date := lower(e.entry.at.Format("Mon 2 Jan 2006 · 15:04"))
	lines = append(lines, widget.Spread(st.Text.Render(strings.Join(strings.Fields(e.entry.title()), " ")), st.Faint.Render(date), width), "")
	if s := e.entry.sitting; s != nil {
		how := e.entry.how
		if how != maybePlaying { // how much was heard is written at the end
			how += " · " + heardText(s.Frames)
		}
		lines = append(lines, st.Soft.Render(widget.Cut(how, width)))
		for _, text := range widget.Wrap(keptText(s.Kept), width) {
			lines = append(lines, st.Soft.Render(text))
		}
		lines = append(lines, "")
	}
	lines = append(lines, e.moods(width, roomy, st)...)
	for _, c := range []journal.CheckIn{e.entry.before, e.entry.after} {
		lines = append(lines, said(c, width, st)...)
	}
	if s := e.entry.sitting; s != nil && s.Code != "" {
		for _, text := range widget.Wrap("code "+widget.CleanLine(s.Code), width) {
			lines = append(lines, st.Faint.Render(text))
		}
	}
	return lines
}

// keptText lists the moments of a sitting that were kept, or is empty.
func keptText(frames []int64) string {
	if len(frames) == 0 {
		return ""
	}
	var moments []string
	for _, frame := range frames {
		moments = append(moments, clock(float64(frame)/generator.Rate))
	}
	return "kept: " + strings.Join(moments, ", ")
}

// heardText is how much of a sitting was heard.
func heardText(frames int64) string {
	minutes := float64(frames) / generator.Rate / 60
	if minutes < 1 {
		return "less than a minute heard"
	}
	return minutesText(minutes) + " heard"
}

// moods draws the answers: a ring for before, a dot for after.
func (e *entryScreen) moods(width int, roomy bool, st theme.Styles) []string {
	before, after := e.entry.before.Mood, e.entry.after.Mood
	if before.Empty() && after.Empty() {
		return nil
	}
	q := questions{before: before, settings: &e.log.visit.settings}
	legend := "○ before  ● after"
	if q.set(after); after.Empty() {
		q.before = journal.Mood{}
		q.set(before)
		legend = ""
	}
	lines := q.view(width, roomy, false, st)
	if legend != "" {
		lines = append(lines, st.Faint.Render(legend))
	}
	return append(lines, "")
}

// said is what the person wrote at a check-in.
func said(c journal.CheckIn, width int, st theme.Styles) []string {
	var lines []string
	if len(c.Words) > 0 {
		words := widget.CleanLine(strings.Join(c.Words, " · "))
		lines = append(lines, st.Accent.Render(widget.Cut(words, width)))
	}
	for _, text := range widget.Wrap(widget.Clean(c.Note), width) {
		lines = append(lines, st.Text.Render(text))
	}
	if len(lines) == 0 {
		return nil
	}
	when := map[journal.When]string{journal.Before: "before", journal.After: "after"}[c.When]
	if when != "" {
		lines = append([]string{st.Faint.Render(when)}, lines...)
	}
	return append(lines, "")
}

func (e *entryScreen) ShortHelp() []key.Binding {
	if e.entry.sitting == nil {
		return []key.Binding{e.log.visit.keys.scroll, e.log.visit.keys.back}
	}
	return []key.Binding{e.log.visit.keys.again, e.log.visit.keys.scroll, e.log.visit.keys.back}
}

func (e *entryScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{e.log.visit.keys.again, e.log.visit.keys.scroll, e.log.visit.keys.back, e.log.visit.keys.quit}}
}

func (e *entryScreen) typing() bool { return false }

func (e *entryScreen) mood() theme.Affect {
	if e.entry.after.Mood.Empty() {
		return affectOf(e.entry.before.Mood)
	}
	return affectOf(e.entry.after.Mood)
}
