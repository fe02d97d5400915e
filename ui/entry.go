package ui

import (
	"math"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// An entryScreen opens one line of the log: everything that is kept about it.
type entryScreen struct {
	log     *logScreen
	entry   entry
	scroll  int
	page    int              // lines that were last shown
	long    bool             // and there are more than those
	brief   *generator.Brief // of the sitting, once it has been made again
	differs string           // what may not be as it was in it
}

// replannedMsg is the brief of a sitting that was kept.
type replannedMsg struct {
	sitting string // its id
	brief   generator.Brief
	differs string // what may not be as it was, of a code by another engine
	err     error
}

// replanned makes the brief of a sitting again, from its code or, where it was kept
// without one, from its mood, its dials and its seed.
func replanned(s journal.Sitting) tea.Cmd {
	return func() tea.Msg {
		recipe, err := generator.ParseCode(s.Code)
		if err != nil {
			recipe = generator.Recipe{}
			taste := journal.Taste{Goal: s.Goal}
			brief, err := recipe.Options.NewBrief(s.Mood, s.Goal, s.Minutes, taste.SetTo(s.Dials), s.Seed)
			return replannedMsg{sitting: s.ID, brief: brief, err: err}
		}
		brief, err := recipe.Brief()
		return replannedMsg{sitting: s.ID, brief: brief, differs: recipe.Difference(), err: err}
	}
}

// Init makes the brief, from which the journey and the reasons are drawn.
func (e *entryScreen) Init() tea.Cmd {
	if e.entry.sitting == nil || e.brief != nil {
		return nil
	}
	return replanned(*e.entry.sitting)
}

func (e *entryScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case historyMsg:
		return e.log.Update(msg)
	case replannedMsg:
		if e.entry.sitting != nil && msg.sitting == e.entry.sitting.ID && msg.err == nil {
			e.brief, e.differs = &msg.brief, msg.differs
		}
	case tea.KeyPressMsg:
		return e.press(msg)
	}
	return nil
}

func (e *entryScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	keys := e.log.visit.keys
	switch {
	case key.Matches(msg, keys.again):
		return e.log.again()
	case key.Matches(msg, keys.favour):
		return e.log.favour()
	case key.Matches(msg, keys.back), key.Matches(msg, keys.open):
		return e.log.visit.show(e.log)
	case key.Matches(msg, keys.less):
		return e.turn(1)
	case key.Matches(msg, keys.more):
		return e.turn(-1)
	case key.Matches(msg, keys.previous):
		e.scroll = max(0, e.scroll-1)
	case key.Matches(msg, keys.followJ):
		e.scroll++
	case key.Matches(msg, keys.pageUp):
		e.scroll = max(0, e.scroll-e.page)
	case key.Matches(msg, keys.pageDown):
		e.scroll += e.page
	case key.Matches(msg, keys.top):
		e.scroll = 0
	case key.Matches(msg, keys.bottom):
		e.scroll = math.MaxInt32 // as far as there are lines; see View
	case key.Matches(msg, keys.quit):
		return leave
	}
	return nil
}

// turn opens the entry beside this one in the log.
func (e *entryScreen) turn(by int) tea.Cmd {
	e.log.choose(e.log.at + by)
	if len(e.log.entries) == 0 || e.log.entries[e.log.at].same(e.entry) {
		return nil
	}
	e.entry, e.brief, e.scroll = e.log.entries[e.log.at], nil, 0
	return e.Init()
}

func (e *entryScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	lines := e.lines(content, height >= roomyHeight-2, st)
	e.page, e.long = max(1, height-1), len(lines) > height
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
	if width < 60 {
		date = lower(e.entry.at.Format("2 Jan 2006"))
	}
	title := st.Text.Render(strings.Join(strings.Fields(e.entry.title()), " "))
	s := e.entry.sitting
	if s != nil && e.log.visit.isFavourite(*s) {
		title += st.Accent.Render("  ★")
	}
	lines = append(lines, widget.Spread(title, st.Faint.Render(date), width), "")
	if s != nil {
		lines = append(lines, e.heard(width, st)...)
	}
	lines = append(lines, e.moods(width, roomy, st)...)
	for _, c := range []journal.CheckIn{e.entry.before, e.entry.after} {
		lines = append(lines, said(c, width, st)...)
	}
	if s != nil {
		lines = append(lines, e.journey(width, roomy, st)...)
	}
	return lines
}

// heard tells how a sitting ended, how it was left, what was done in it, and the
// code that plays it again.
func (e *entryScreen) heard(width int, st theme.Styles) []string {
	s := e.entry.sitting
	how := e.entry.how
	if how != maybePlaying { // how much was heard is written at the end
		how += " · " + heardText(s.Frames)
	}
	lines := []string{st.Soft.Render(widget.Cut(how, width))}
	// What is offered after it was for that moment.
	if change, _, _ := strings.Cut(journal.Change(e.entry.before.Mood, e.entry.after.Mood, s.Goal), ". "); change != "" {
		lines = append(lines, styledLines(lower(strings.TrimSuffix(change, "."))+".", width, st.Soft.Render)...)
	}
	lines = append(lines, styledLines(keptText(s.Kept), width, st.Soft.Render)...)
	if steered := steeredText(s.Steering); steered != "" {
		lines = append(lines, styledLines("steered: "+steered, width, st.Soft.Render)...)
	}
	if s.Code != "" {
		lines = append(lines, styledLines("code "+widget.CleanLine(s.Code), width, st.Faint.Render)...)
	}
	return append(lines, "")
}

// journey draws the path as it was planned, with the moments that were kept, and
// the reasons for it.
func (e *entryScreen) journey(width int, roomy bool, st theme.Styles) []string {
	if e.brief == nil {
		return nil
	}
	rows := 1
	if roomy {
		rows = 2
	}
	lines := []string{st.Faint.Render("the journey as it was planned")}
	lines = append(lines, styledLines(e.differs, width, st.Faint.Render)...)
	lines = append(lines, curves(e.brief.Journey, width, rows, st)...)
	if marks := e.keptMarks(width); marks != "" {
		lines = append(lines, st.Accent.Render(marks))
	}
	lines = append(lines, "")
	if len(e.brief.Reasons) > 0 {
		lines = append(lines, reasonLines(e.brief.Reasons, width, st)...)
		lines = append(lines, "")
	}
	return lines
}

// keptMarks is the line under the curves in which a moment that was kept has a
// mark.
func (e *entryScreen) keptMarks(width int) string {
	const label = 9 // as wide as that of the curves
	plot := width - label
	if len(e.entry.sitting.Kept) == 0 || plot < 1 || e.brief.Journey.Seconds <= 0 {
		return ""
	}
	marks := []rune(strings.Repeat(" ", plot))
	for _, frame := range e.entry.sitting.Kept {
		share := float64(frame) / generator.Rate / e.brief.Journey.Seconds
		marks[max(0, min(plot-1, int(share*float64(plot))))] = '▴'
	}
	return widget.Pad("kept", label) + strings.TrimRight(string(marks), " ")
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
	keys := e.log.visit.keys
	var bindings []key.Binding
	if e.entry.sitting != nil {
		bindings = append(bindings, keys.again, keys.favour)
	}
	if e.long {
		bindings = append(bindings, keys.scroll)
	}
	return append(bindings, told(keys.move, "older, newer"), keys.back)
}

func (e *entryScreen) FullHelp() [][]key.Binding {
	keys := e.log.visit.keys
	var sitting []key.Binding
	if e.entry.sitting != nil {
		sitting = []key.Binding{keys.again, told(keys.favour, "keep as a favourite, or no longer")}
	}
	return [][]key.Binding{sitting, {
		keys.scroll, keys.pageUp, keys.pageDown, keys.top, keys.bottom, every("the entry before it", keys.less), every("the entry after it", keys.more), keys.back, keys.quit,
	}}
}

func (e *entryScreen) typing() bool { return false }

func (e *entryScreen) mood() theme.Affect {
	if e.entry.after.Mood.Empty() {
		return affectOf(e.entry.before.Mood)
	}
	return affectOf(e.entry.after.Mood)
}
