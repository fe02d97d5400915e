package ui

import (
	"fmt"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

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
	}{{usual, ", half of them %d–%d"}, {after, " · after music %d–%d"}} {
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
