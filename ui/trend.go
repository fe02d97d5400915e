package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// spans are the times that the trend shows, in weeks, and usualSpan the one that
// it begins with. On the longest a point is a week.
var spans = [...]int{2, 4, 12, 52}

const (
	usualSpan   = 1
	longestDays = 100 // so many days are shown day by day
)

// A trendScreen shows how the days were over some weeks, as they were answered
// and without a verdict.
type trendScreen struct {
	visit *visit
	from  screen
	views *lookBack
	span  int // of spans
	back  int // days from the last day that is shown to today
	trend journal.Trend
}

// Init reads the history again, as the log does.
func (t *trendScreen) Init() tea.Cmd {
	t.look()
	return readHistory(t.visit.Journal)
}

func (t *trendScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg, historyMsg:
		t.look()
	case tea.KeyPressMsg:
		return t.press(msg)
	}
	return nil
}

func (t *trendScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	keys := t.visit.keys
	switch {
	case key.Matches(msg, keys.less), key.Matches(msg, keys.followJ):
		t.move(t.step())
	case key.Matches(msg, keys.more), key.Matches(msg, keys.previous):
		t.move(-t.step())
	case key.Matches(msg, keys.pageDown):
		t.move(t.days())
	case key.Matches(msg, keys.pageUp):
		t.move(-t.days())
	case key.Matches(msg, keys.top):
		t.move(-t.back)
	case key.Matches(msg, keys.bottom):
		t.first()
	case key.Matches(msg, keys.moreWeeks):
		t.widen(1)
	case key.Matches(msg, keys.fewerWeeks):
		t.widen(-1)
	case key.Matches(msg, keys.view):
		return t.visit.show(t.views.next(trendName))
	case key.Matches(msg, keys.back), key.Matches(msg, keys.look):
		return t.visit.show(t.from)
	case key.Matches(msg, keys.quit):
		return leave
	}
	return nil
}

func (t *trendScreen) days() int { return 7 * spans[t.span] }

// step is how many days a key goes back: a quarter of what is shown, in weeks.
func (t *trendScreen) step() int { return 7 * max(1, spans[t.span]/4) }

// look makes the trend for where the screen stands.
func (t *trendScreen) look() {
	last, err := time.Parse(time.DateOnly, t.visit.stamp().Day)
	if err != nil {
		return
	}
	perPoint := 1
	if t.days() > longestDays {
		perPoint = 7
	}
	t.trend = journal.TrendOf(t.visit.history.CheckIns, last.AddDate(0, 0, -t.back).Format(time.DateOnly), t.days(), perPoint)
}

// move goes back by some days, or forwards, up to today. It does not go back
// beyond the first answer.
func (t *trendScreen) move(days int) {
	if days > 0 && !t.trend.Earlier {
		return
	}
	t.back = max(0, t.back+days)
	t.look()
}

// first goes to where the first answer is.
func (t *trendScreen) first() {
	first := t.trend.Last.AddDate(0, 0, t.back) // today
	today := first
	for _, c := range t.visit.history.CheckIns {
		if day, err := time.Parse(time.DateOnly, c.Day); err == nil && !c.Mood.Empty() && day.Before(first) {
			first = day
		}
	}
	t.back = max(0, int(today.Sub(first)/(24*time.Hour))-t.days()+1)
	t.look()
}

// widen shows more weeks, or fewer.
func (t *trendScreen) widen(by int) {
	t.span = max(0, min(len(spans)-1, t.span+by))
	t.look()
}

func (t *trendScreen) ShortHelp() []key.Binding {
	keys := t.visit.keys
	return []key.Binding{nextKey(keys, trendName), told(keys.move, "time"), keys.weeks, keys.back}
}

func (t *trendScreen) FullHelp() [][]key.Binding {
	keys := t.visit.keys
	return [][]key.Binding{{
		nextKey(keys, trendName), every("earlier", keys.less, keys.followJ), every("later", keys.more, keys.previous),
		told(keys.pageDown, "earlier, by all that is shown"), told(keys.pageUp, "later, by all that is shown"),
		told(keys.top, "today"), told(keys.bottom, "the first answers"), told(keys.weeks, "more weeks, fewer weeks"), keys.back, keys.quit,
	}}
}

func (t *trendScreen) typing() bool       { return false }
func (t *trendScreen) mood() theme.Affect { return t.visit.feeling }

// styledLines wraps a text and puts its lines into a style.
func styledLines(text string, width int, style func(...string) string) []string {
	var lines []string
	for _, line := range widget.Wrap(text, width) {
		lines = append(lines, style(line))
	}
	return lines
}
