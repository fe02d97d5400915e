package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A logScreen lists what was, newest first.
type logScreen struct {
	visit   *visit
	from    screen
	views   *lookBack
	all     []entry
	only    string  // the one kind of entry that is listed; empty for all
	entries []entry // that are listed
	at      int
	page    int // lines that were last shown
	ready   bool
}

func newLogScreen(v *visit, from screen) *logScreen {
	l := &logScreen{visit: v, from: from, page: 1}
	l.views = newLookBack(v, l)
	if v.loaded {
		l.take(v.history)
	}
	return l
}

// Init reads the history again: something may have been added in another
// window.
func (l *logScreen) Init() tea.Cmd { return readHistory(l.visit.Journal) }

func (l *logScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case historyMsg:
		l.take(msg.history)
	case loadedMsg:
		l.take(msg.history)
	case endedMsg:
		return readHistory(l.visit.Journal) // it no longer plays
	case tea.KeyPressMsg:
		return l.press(msg)
	case pointedMsg:
		if msg.Kind != pointRow {
			break
		}
		if l.choose(msg.Index); msg.again {
			return l.open()
		}
	}
	return nil
}

// take lists a history.
func (l *logScreen) take(history journal.History) {
	l.all, l.ready = l.visit.entries(history), true
	l.list()
}

// list lists what is to be listed, and keeps the cursor on its entry.
func (l *logScreen) list() {
	var under entry
	if l.at < len(l.entries) {
		under = l.entries[l.at]
	}
	l.entries = l.all
	if l.only != "" {
		l.entries = nil
		for _, e := range l.all {
			if e.kind() == l.only {
				l.entries = append(l.entries, e)
			}
		}
	}
	if at := slices.IndexFunc(l.entries, under.same); at >= 0 {
		l.at = at
	}
	l.choose(l.at)
}

func (l *logScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	keys := l.visit.keys
	if to, own := walkList(msg, keys, l.at, l.page, len(l.entries)); own {
		l.choose(to)
		return nil
	}
	switch {
	case key.Matches(msg, keys.more):
		l.choose(l.otherDay(-1))
	case key.Matches(msg, keys.less):
		l.choose(l.otherDay(1))
	case key.Matches(msg, keys.open):
		return l.open()
	case key.Matches(msg, keys.again):
		return l.again()
	case key.Matches(msg, keys.favour):
		return l.favour()
	case key.Matches(msg, keys.only):
		l.filter()
	case key.Matches(msg, keys.view):
		return l.visit.show(l.views.next(logName))
	case key.Matches(msg, keys.back) && l.only != "":
		l.filter()
	case key.Matches(msg, keys.back), key.Matches(msg, keys.look):
		return l.visit.show(l.from)
	case key.Matches(msg, keys.quit):
		return leave
	}
	return nil
}

// open shows the entry under the cursor.
func (l *logScreen) open() tea.Cmd {
	if len(l.entries) == 0 {
		return nil
	}
	return l.visit.show(&entryScreen{log: l, entry: l.entries[l.at]})
}

// chosen is the sitting under the cursor, or nil.
func (l *logScreen) chosen() *journal.Sitting {
	if len(l.entries) == 0 {
		return nil
	}
	return l.entries[l.at].sitting
}

// again plays the sitting under the cursor once more.
func (l *logScreen) again() tea.Cmd {
	if sitting := l.chosen(); sitting != nil {
		return l.visit.again(*sitting)
	}
	return nil
}

// favour makes the sitting under the cursor a favourite, or takes that back.
func (l *logScreen) favour() tea.Cmd {
	if sitting := l.chosen(); sitting != nil {
		return l.visit.favour(sitting.ID, !l.visit.isFavourite(*sitting))
	}
	return nil
}

// filter lists only what is of the kind of the entry under the cursor, or all
// again.
func (l *logScreen) filter() {
	switch {
	case l.only != "":
		l.only = ""
	case len(l.entries) > 0:
		l.only = l.entries[l.at].kind()
	}
	l.list()
}

// otherDay is the newest entry of the nearest other lived day: with 1 of an
// earlier one, with −1 of a later one.
func (l *logScreen) otherDay(direction int) int {
	at := l.at
	for at >= 0 && at < len(l.entries) && l.entries[at].day() == l.entries[l.at].day() {
		at += direction
	}
	if at < 0 || at >= len(l.entries) {
		return at - direction
	}
	for at > 0 && l.entries[at-1].day() == l.entries[at].day() {
		at--
	}
	return at
}

func (l *logScreen) choose(at int) { l.at = max(0, min(at, len(l.entries)-1)) }

func (l *logScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	below := ""
	if l.only != "" {
		below = st.Accent.Render("only " + l.only)
	}
	lines := []string{l.views.head(logName, l.visit.keys, content, st), below}
	if height >= roomyHeight-2 {
		lines = append([]string{""}, lines...)
	}
	l.page = max(1, height-len(lines))
	switch {
	case !l.ready:
		lines = append(lines, st.Faint.Render("reading…"))
	case len(l.entries) == 0:
		lines = append(lines, st.Soft.Render("nothing here yet."), st.Faint.Render("after your first sitting it will be."))
	default:
		lines = append(lines, listed(len(l.entries), l.at, l.page, func(i int) string {
			return row(i, l.row(l.entries[i], i == l.at, content, st), content)
		})...)
	}
	return widget.Indent(lines, margin)
}

// row is one entry: when, what for, how long, whether it is a favourite, how it
// ended, and last what was written to it.
func (l *logScreen) row(e entry, chosen bool, width int, st theme.Styles) string {
	mark, when, what := "  ", st.Faint, st.Soft
	if chosen {
		mark, when, what = "› ", st.Soft, st.Strong
	}
	roomy := width >= 60
	date := "_2 Jan"
	if roomy {
		date = "Mon _2 Jan  15:04"
	}
	column := len(date) + 2
	if e.at.Year() != l.visit.Now().Year() {
		date, column = "_2 Jan 2006", max(column, len("_2 Jan 2006")+1)
	}
	left := when.Render(mark+widget.Pad(lower(e.at.Format(date)), column)) + what.Render(widget.Pad(e.title(), titleColumn))
	favourite := "  "
	if e.sitting != nil && l.visit.isFavourite(*e.sitting) {
		favourite = st.Accent.Render("★ ")
	}
	rest := e.told(roomy, l.visit.settings.Discreet)
	return widget.Cut(strings.TrimRight(left+favourite+st.Faint.Render(rest), " "), width)
}

// titleColumn is the width of a goal with its length: "energise  1 h 30 min".
const titleColumn = 18

func (l *logScreen) ShortHelp() []key.Binding {
	keys := l.visit.keys
	if len(l.entries) == 0 {
		return []key.Binding{nextKey(keys, logName), keys.back, keys.quit}
	}
	shown := []key.Binding{keys.open, nextKey(keys, logName), keys.choose}
	if l.chosen() != nil {
		shown = append(shown, keys.favour, keys.again)
	}
	return append(shown, l.onlyKey(), keys.back)
}

// onlyKey is the key that lists one kind of entry, named after that kind.
func (l *logScreen) onlyKey() key.Binding {
	keys := l.visit.keys
	switch {
	case l.only != "":
		return told(keys.only, "all")
	case len(l.entries) > 0:
		return told(keys.only, "only "+l.entries[l.at].kind())
	}
	return keys.only
}

func (l *logScreen) FullHelp() [][]key.Binding {
	keys := l.visit.keys
	return [][]key.Binding{{
		nextKey(keys, logName), keys.choose, every("the day before", keys.less), every("the day after", keys.more),
		keys.pageUp, keys.pageDown, keys.top, keys.bottom,
		keys.open, told(keys.favour, "keep as a favourite, or no longer"), keys.again, told(keys.only, "only sittings of this goal, and all again"), keys.back, keys.quit,
	}}
}

func (l *logScreen) typing() bool       { return false }
func (l *logScreen) mood() theme.Affect { return l.visit.feeling }
