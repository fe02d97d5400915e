package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// An entry is one line of the log: a sitting with its check-ins, or a check-in
// on its own.
type entry struct {
	at            time.Time // in the zone it was lived in
	sitting       *journal.Sitting
	how           string          // the sitting ended, or that it may still play
	before, after journal.CheckIn // for a check-in on its own, before is it
}

// entries turns a history into log entries, newest first. A check-in whose
// sitting was not kept stands on its own.
func entries(history journal.History) []entry {
	checkIns := make(map[string]journal.CheckIn, len(history.CheckIns))
	answers := map[string]*string{} // by sitting, for one that could not be told of its answer
	for _, c := range history.CheckIns {
		checkIns[c.ID] = c
		if c.When == journal.After && c.Sitting != nil {
			answers[*c.Sitting] = &c.ID
		}
	}
	zones := map[string]*time.Location{}
	var all []entry
	used := map[string]bool{}
	pick := func(id *string) journal.CheckIn {
		if id == nil {
			return journal.CheckIn{}
		}
		used[*id] = true
		return checkIns[*id]
	}
	for i := range history.Sittings {
		s := &history.Sittings[i]
		after := s.After
		if after == nil {
			after = answers[s.ID]
		}
		all = append(all, entry{at: lived(s.Stamp, zones), sitting: s, how: endingText(s.Ended), before: pick(s.Before), after: pick(after)})
	}
	for _, c := range history.CheckIns {
		if !used[c.ID] {
			all = append(all, entry{at: lived(c.Stamp, zones), before: c})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return b.at.Compare(a.at) })
	return all
}

// entries are those of a history, with the sittings of this visit as they truly
// stand: what plays is kept as broken off until it has ended.
func (v *visit) entries(history journal.History) []entry {
	all := entries(history)
	newest := true
	for i := range all {
		if all[i].sitting == nil {
			continue
		}
		record, playing := v.stands(*all[i].sitting)
		switch {
		case playing:
			all[i].how = "playing"
		case newest && record.MayBePlaying(v.Now()):
			all[i].how = maybePlaying
		default:
			all[i].how = endingText(record.Ended)
		}
		all[i].sitting, newest = &record, false
	}
	return all
}

// lived is Stamp.Local with the zones remembered: loading one reads a file.
func lived(stamp journal.Stamp, zones map[string]*time.Location) time.Time {
	zone, known := zones[stamp.Zone]
	if !known {
		zone = stamp.Local().Location()
		zones[stamp.Zone] = zone
	}
	return stamp.Time.In(zone)
}

// maybePlaying is said of a sitting that another program may be playing.
const maybePlaying = "playing or broken off"

// A logScreen lists what was, newest first.
type logScreen struct {
	visit   *visit
	from    screen
	entries []entry
	at      int
	page    int // lines that were last shown
	ready   bool
}

func newLogScreen(v *visit, from screen) *logScreen {
	l := &logScreen{visit: v, from: from, page: 1}
	if v.loaded {
		l.entries, l.ready = v.entries(v.history), true
	}
	return l
}

// Init reads the history again: something may have been added in another
// window.
func (l *logScreen) Init() tea.Cmd { return readHistory(l.visit.Journal) }

func (l *logScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case historyMsg:
		l.entries, l.ready = l.visit.entries(msg.history), true
		l.choose(l.at)
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

func (l *logScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, l.visit.keys.previous):
		l.choose(l.at - 1)
	case key.Matches(msg, l.visit.keys.followJ):
		l.choose(l.at + 1)
	case key.Matches(msg, l.visit.keys.pageUp):
		l.choose(l.at - l.page)
	case key.Matches(msg, l.visit.keys.pageDown):
		l.choose(l.at + l.page)
	case key.Matches(msg, l.visit.keys.top):
		l.choose(0)
	case key.Matches(msg, l.visit.keys.bottom):
		l.choose(len(l.entries) - 1)
	case key.Matches(msg, l.visit.keys.open):
		return l.open()
	case key.Matches(msg, l.visit.keys.again):
		return l.again()
	case key.Matches(msg, l.visit.keys.back), key.Matches(msg, l.visit.keys.look):
		return l.visit.show(l.from)
	case key.Matches(msg, l.visit.keys.quit):
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

// again plays the sitting under the cursor once more.
func (l *logScreen) again() tea.Cmd {
	if len(l.entries) == 0 || l.entries[l.at].sitting == nil {
		return nil
	}
	return l.visit.again(*l.entries[l.at].sitting)
}

func (l *logScreen) choose(at int) { l.at = max(0, min(at, len(l.entries)-1)) }

func (l *logScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	lines := []string{st.Text.Render("looking back"), ""}
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
		// Only what is near the cursor is drawn: the log may hold many years.
		first := max(0, l.at-l.page)
		var rows []string
		for i := first; i < min(len(l.entries), l.at+l.page+1); i++ {
			rows = append(rows, row(i, l.row(l.entries[i], i == l.at, content, st), content))
		}
		shown, _, _ := widget.Window(rows, l.at-first, l.page)
		lines = append(lines, shown...)
	}
	return widget.Indent(lines, margin)
}

// row is one entry: when, what for, how long, and how it felt after.
func (l *logScreen) row(e entry, chosen bool, width int, st theme.Styles) string {
	mark, when, what := "  ", st.Faint, st.Soft
	if chosen {
		mark, when, what = "› ", st.Soft, st.Strong
	}
	date, how := "_2 Jan", e.ending(false)
	if width >= 60 {
		date, how = "Mon _2 Jan  15:04", e.ending(true)
	}
	column := len(date) + 2
	if e.at.Year() != l.visit.Now().Year() {
		date, column = "_2 Jan 2006", max(column, len("_2 Jan 2006")+1)
	}
	left := when.Render(mark+widget.Pad(lower(e.at.Format(date)), column)) + what.Render(e.title())
	return widget.Spread(left, st.Faint.Render(how), width)
}

// title says what the entry is.
func (e entry) title() string {
	if e.sitting == nil {
		return "check-in"
	}
	return widget.CleanLine(fmt.Sprintf("%-9s %s", e.sitting.Goal, minutesText(e.sitting.Minutes)))
}

// ending says in a word or two how it went. Where there is no room for both,
// that there is a note gives way.
func (e entry) ending(roomy bool) string {
	var parts []string
	if e.before.Note != "" || e.after.Note != "" {
		parts = append(parts, "note")
	}
	if e.sitting != nil && e.sitting.Ended != journal.Landed {
		parts = append(parts, e.how)
	}
	if roomy || len(parts) == 0 {
		return strings.Join(parts, " · ")
	}
	last := parts[len(parts)-1]
	if last == maybePlaying {
		return "playing?"
	}
	return last
}

// endingText is how a sitting ended, in words for the person.
func endingText(ending journal.Ending) string {
	switch ending {
	case journal.Landed:
		return "played to its end"
	case journal.Stopped:
		return "stopped"
	case journal.Killed:
		return "broken off"
	}
	return widget.CleanLine(string(ending))
}

func (l *logScreen) ShortHelp() []key.Binding {
	if len(l.entries) == 0 {
		return []key.Binding{l.visit.keys.back, l.visit.keys.quit}
	}
	return []key.Binding{l.visit.keys.choose, l.visit.keys.open, l.visit.keys.again, l.visit.keys.back}
}

func (l *logScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{l.visit.keys.choose, l.visit.keys.pageUp, l.visit.keys.pageDown, l.visit.keys.top, l.visit.keys.bottom, l.visit.keys.open, l.visit.keys.again, l.visit.keys.back, l.visit.keys.quit}}
}

func (l *logScreen) typing() bool       { return false }
func (l *logScreen) mood() theme.Affect { return l.visit.feeling }
