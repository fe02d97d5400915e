package ui

import (
	"fmt"
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

// widestPlot is the most cells that a trend takes, and poleColumn the names on its right
// (design choice: a year is a cell a week, four weeks are two a day).
const (
	widestPlot = 56
	poleColumn = 15
)

func (t *trendScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	lines := []string{t.views.head(trendName, t.visit.keys, content, st), ""}
	if height >= roomyHeight-2 {
		lines = append([]string{""}, lines...)
	}
	lines = append(lines, widget.Spread(st.Soft.Render(t.spanText()), st.Faint.Render(t.datesText()), content))
	switch {
	case !t.visit.loaded:
		lines = append(lines, "", st.Faint.Render("reading…"))
	case !t.answered():
		lines = append(lines, "", st.Soft.Render("no answers in this time."))
		lines = append(lines, styledLines(t.emptyText(), content, st.Faint.Render)...)
	default:
		lines = append(lines, t.plots(content, height-len(lines), st)...)
	}
	return widget.Indent(lines, margin)
}

// answered reports whether there is anything to show.
func (t *trendScreen) answered() bool {
	for question := range t.trend.Usual {
		if t.trend.Usual[question].Days+t.trend.After[question].Days > 0 {
			return true
		}
	}
	return false
}

// emptyText says where answers are, if not here.
func (t *trendScreen) emptyText() string {
	switch {
	case t.trend.Earlier:
		return "there are earlier ones: " + t.visit.keys.move.Help().Key + " goes back and forth in time."
	case t.back > 0:
		return "there are later ones: " + t.visit.keys.move.Help().Key + " goes back and forth in time."
	}
	return "each day with a check-in becomes a point here."
}

func (t *trendScreen) spanText() string {
	if spans[t.span] == 52 {
		return "a year"
	}
	return fmt.Sprintf("%d weeks", spans[t.span])
}

// datesText names the first and the last day.
func (t *trendScreen) datesText() string {
	first, last := t.trend.First, t.trend.Last
	layout := "2 Jan"
	if first.Year() != last.Year() {
		layout = "2 Jan 2006"
	}
	return lower(first.Format(layout) + " – " + last.Format("2 Jan 2006"))
}

// plots draws the three questions under each other, the dates below them, and
// what the dots mean where there is room.
func (t *trendScreen) plots(width, height int, st theme.Styles) []string {
	legend := styledLines(t.legend(), width, st.Faint.Render)
	if height < 3*3+2+len(legend) {
		legend = nil
	}
	room := height - 1 - len(legend) // the dates
	each := max(2, room/3)
	tall := min(each-1, 6)
	apart := each >= 5
	if apart {
		tall = min(each-2, 6)
	}
	var lines []string
	plot := trendPlot{trend: t.trend, width: max(8, min(widestPlot, width-poleColumn)), height: tall}
	for question, name := range curveNames {
		plot.question = question
		if apart {
			lines = append(lines, "")
		}
		lines = append(lines, t.heading(name, question, width, st))
		lines = append(lines, t.named(plot, st)...)
	}
	lines = append(lines, st.Faint.Render(plot.axis()))
	if apart && len(legend) > 0 && len(lines)+len(legend) < height {
		lines = append(lines, "")
	}
	return append(lines, legend...)
}

// named is the plot of a question with the ends of its scale on the right.
func (t *trendScreen) named(plot trendPlot, st theme.Styles) []string {
	ends := t.visit.settings.Questions[plot.question]
	lines := plot.lines(st)
	for row := range lines {
		end := ""
		switch {
		case row == 0:
			end = ends[1]
		case row == len(lines)-1:
			end = ends[0]
		}
		if end != "" {
			end = st.Faint.Render(" " + widget.Cut(widget.CleanLine(end), poleColumn-1))
			lines[row] = widget.Pad(lines[row], plot.width) + end
		}
	}
	return lines
}

// heading names a question, how many days have an answer, and between what
// numbers half of them lie.
func (t *trendScreen) heading(name string, question, width int, st theme.Styles) string {
	usual, after := t.trend.Usual[question], t.trend.After[question]
	text := fmt.Sprintf("%d of %d days", usual.Days, t.trend.Days)
	for _, more := range []struct {
		journal.Typical
		says string
	}{{usual, " · half within %d–%d"}, {after, " · after music %d–%d"}} {
		if !more.Enough() {
			continue
		}
		longer := text + fmt.Sprintf(more.says, widget.Scale{Value: more.Low}.Percent(), widget.Scale{Value: more.High}.Percent())
		if widget.Width(name)+2+widget.Width(longer) <= width {
			text = longer
		}
	}
	return widget.Spread(st.Text.Render(name), st.Faint.Render(text), width)
}

// legend says what the dots are. Of a few days nothing is said but that they are
// few.
func (t *trendScreen) legend() string {
	most := 0
	for _, typical := range t.trend.Usual {
		most = max(most, typical.Days)
	}
	plot := trendPlot{trend: t.trend, width: widestPlot}
	text := "⠒ a day, before music or alone"
	if len(t.trend.Points) < t.trend.Days {
		text = "⠒ a week, by the mean of its days"
	}
	if plot.dots() >= rangeDots {
		text += " · ⠅ low to high"
	}
	if plot.dots() >= afterDots {
		text += " · ⠂ after music"
	}
	switch {
	case most == 0:
		return "answers after music only · " + text
	case most == 1:
		return "one day has an answer: too little to say more."
	case !(journal.Typical{Days: most}).Enough():
		return fmt.Sprintf("%d days have an answer: too little to say more.", most)
	}
	return text
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
