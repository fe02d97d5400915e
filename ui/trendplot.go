package ui

import (
	"math"
	"strings"
	"time"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A trendPlot draws one question of a trend with dots: the mean of each day, a
// line where days follow each other, and a dotted line from a day's lowest to its
// highest answer. A day without an answer leaves a gap.
type trendPlot struct {
	trend    journal.Trend
	question int
	width    int // cells
	height   int
}

// The widths of a day from which its range and its answers after the music are
// drawn, in dots: in less they would run into those of other days.
const (
	rangeDots = 2.0
	afterDots = 3.0
)

// dots is how wide a point of the trend is.
func (p trendPlot) dots() float64 { return float64(2*p.width) / float64(max(1, len(p.trend.Points))) }

// column is the dot in the middle of a point of the trend.
func (p trendPlot) column(point int) int { return int((float64(point) + 0.5) * p.dots()) }

// row is the dot at which a value stands.
func (p trendPlot) row(value float64) int {
	return int(math.Round((1 - value) / 2 * float64(4*p.height-1)))
}

// lines draws the plot.
func (p trendPlot) lines(st theme.Styles) []string {
	usual, after := widget.NewCanvas(p.width, p.height), widget.NewCanvas(p.width, p.height)
	joined := p.trend.Usual[p.question].Enough()
	for i, point := range p.trend.Points {
		if day := point.Usual[p.question]; day.Answers > 0 {
			p.mark(usual, i, day)
			if i > 0 && joined && p.trend.Points[i-1].Usual[p.question].Answers > 0 {
				p.join(usual, i, p.trend.Points[i-1].Usual[p.question].Mean, day.Mean)
			}
		}
		if left := point.After[p.question]; left.Answers > 0 && p.dots() >= afterDots {
			after.Set(p.column(i)+int(p.dots()/2), p.row(left.Mean))
		}
	}
	lines := make([]string, p.height)
	for row := range lines {
		lines[row] = layered(usual.Row(row), after.Row(row), st)
	}
	return lines
}

// mark draws the mean of a point, two dots wide where there is room, and its
// range.
func (p trendPlot) mark(canvas *widget.Canvas, point int, day journal.Spread) {
	x := p.column(point)
	canvas.Set(x, p.row(day.Mean))
	if p.dots() >= afterDots {
		canvas.Set(x-1, p.row(day.Mean))
	}
	if p.dots() < rangeDots {
		return
	}
	for y := p.row(day.High); y <= p.row(day.Low); y += 2 {
		canvas.Set(x, y)
	}
}

// join draws the line from the point before to a point.
func (p trendPlot) join(canvas *widget.Canvas, point int, before, now float64) {
	from, to := p.column(point-1), p.column(point)
	last := p.row(before)
	for x := from; x <= to; x++ {
		share := float64(x-from) / float64(max(1, to-from))
		y := p.row(before + (now-before)*share)
		for at := min(last, y); at <= max(last, y); at++ {
			canvas.Set(x, at)
		}
		last = y
	}
}

// braille is the empty pattern, from which the dots are counted.
const braille = '⠀'

// layered puts two rows of dots over each other: the front one in the accent, and
// what is of the back one alone faint.
func layered(front, back string, st theme.Styles) string {
	over, under := []rune(front), []rune(back)
	if strings.TrimSpace(front+back) == "" {
		return ""
	}
	var line, run strings.Builder
	faint := false
	flush := func() {
		style := st.Accent
		if faint {
			style = st.Faint
		}
		if run.Len() > 0 {
			line.WriteString(style.Render(run.String()))
		}
		run.Reset()
	}
	for i, cell := range over {
		alone := cell == ' ' && under[i] != ' '
		if cell != ' ' && under[i] != ' ' {
			cell = braille + (cell - braille | under[i] - braille)
		}
		if alone {
			cell = under[i]
		}
		if cell != ' ' && alone != faint {
			flush()
			faint = alone
		}
		run.WriteRune(cell)
	}
	flush()
	return line.String()
}

// axis writes dates under the plot, each below the day that it is: the Mondays
// of a few weeks, the months of many.
func (p trendPlot) axis() string {
	line := []rune(strings.Repeat(" ", p.width))
	free := 0
	for i, point := range p.trend.Points {
		label := ""
		switch {
		case p.trend.Days <= 31 && point.First.Weekday() == time.Monday:
			label = lower(point.First.Format("2 Jan"))
		case p.trend.Days > 31 && p.beginsMonth(i):
			label = lower(point.First.AddDate(0, 0, 6).Format("Jan"))
		}
		at := p.column(i) / 2
		if label == "" || at < free || at+len(label)+1 > p.width {
			continue
		}
		copy(line[at:], []rune("╵"+label))
		free = at + len(label) + 2
	}
	return strings.TrimRight(string(line), " ")
}

// beginsMonth reports whether the first day of a month lies in a point, or for
// weeks, in the week that begins with it.
func (p trendPlot) beginsMonth(point int) bool {
	first := p.trend.Points[point].First
	if len(p.trend.Points) == p.trend.Days {
		return first.Day() == 1
	}
	return first.AddDate(0, 0, 6).Day() <= 7
}
