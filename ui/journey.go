package ui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A journeyScreen shows the path of the mood that the music would take, and
// the reasons, before anything plays. The path and the music can be turned
// there, and both move at once; what was turned stays with the check-in.
type journeyScreen struct {
	goal     *goalScreen
	planner  *planner
	controls controls
	why      bool // all of the reasons are shown in place of the controls
	scroll   int  // of the reasons
}

func newJourneyScreen(from *goalScreen) *journeyScreen {
	return &journeyScreen{goal: from, planner: &planner{}, controls: controls{edits: from.edits(), keyMap: from.visit.keys}}
}

func (j *journeyScreen) Init() tea.Cmd { return j.planner.plan(j.goal.visit, j.goal.request()) }

func (j *journeyScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case plannedMsg:
		return j.planner.planned(msg)
	case tea.KeyPressMsg:
		if !j.goal.visit.starting {
			return j.press(msg)
		}
	case pointedMsg:
		if !j.goal.visit.starting && !j.why && j.controls.point(msg, j.planner.brief) {
			return j.planner.plan(j.goal.visit, j.goal.request())
		}
	}
	return nil
}

func (j *journeyScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, j.goal.visit.keys.play):
		return j.goal.visit.start(j.goal.request())
	case key.Matches(msg, j.goal.visit.keys.back), key.Matches(msg, j.goal.visit.keys.journey):
		return j.goal.visit.show(j.goal)
	case key.Matches(msg, j.goal.visit.keys.why):
		j.why, j.scroll = !j.why, 0
	case key.Matches(msg, j.goal.visit.keys.quit):
		return leave
	case j.why && key.Matches(msg, j.goal.visit.keys.follow), key.Matches(msg, j.goal.visit.keys.pageDown):
		j.scroll++
	case j.why && key.Matches(msg, j.goal.visit.keys.previous), key.Matches(msg, j.goal.visit.keys.pageUp):
		j.scroll = max(0, j.scroll-1)
	case !j.why:
		own, turned := j.controls.press(msg, j.planner.brief)
		if own {
			j.scroll = 0
		}
		if turned {
			return j.planner.plan(j.goal.visit, j.goal.request())
		}
	}
	return nil
}

// The least that is kept for the controls and for the reasons in a small
// window, in lines.
const (
	leastControls = 3
	leastReasons  = 2
)

func (j *journeyScreen) View(width, height int, st theme.Styles) []string {
	if width >= besideWidth && !j.why && j.planner.ready {
		return j.beside(width, height, st)
	}
	content, margin := column(width)
	return widget.Indent(j.under(content, height, true, st), margin)
}

// under draws the path, what can be turned, and below them the reasons, if they
// are to stand there.
func (j *journeyScreen) under(content, height int, explained bool, st theme.Styles) []string {
	request := j.goal.request()
	lines := []string{widget.Spread(st.Text.Render("the journey"), st.Accent.Render(string(request.goal)+" · "+minutesText(request.minutes)), content)}
	roomy := height >= roomyHeight-2
	if roomy {
		lines = []string{"", lines[0], ""}
	}
	if !j.planner.ready {
		return append(lines, st.Faint.Render("composing…"))
	}
	curveHeight := max(1, min(5, (height-14)/4))
	lines = append(lines, curves(j.planner.brief.Journey, content, curveHeight, st)...)
	if roomy {
		lines = append(lines, "")
	}
	if !j.why {
		lines = append(lines, j.turnable(content, height-len(lines), roomy, st)...)
	}
	if !explained {
		return lines
	}
	reasons := reasonLines(j.reasons(), content, st)
	shown := j.scrolled(reasons, height-len(lines))
	if last := len(shown) - 1; !j.why && last >= 0 && j.scroll+len(shown) < len(reasons) {
		shown = slices.Clone(shown)
		shown[last] = goesOn(shown[last], content, st)
	}
	return append(lines, shown...)
}

// goesOn ends a line as one that is not the last.
func goesOn(line string, width int, st theme.Styles) string {
	if widget.Width(line)+2 <= width {
		return line + st.Soft.Render(" …")
	}
	return widget.Cut(line, widget.Width(line)-1)
}

// A window this wide has room for the reasons beside the path; they are so wide,
// with so much between (design choices).
const (
	besideWidth  = contentWidth + besideGap + reasonsWidth + 4
	besideGap    = 6
	reasonsWidth = 38
)

// beside draws the reasons beside the path and what can be turned.
func (j *journeyScreen) beside(width, height int, st theme.Styles) []string {
	left := widget.Fit(j.under(contentWidth, height, false, st), contentWidth, height)
	const head = 3 // as far down as the path begins
	right := append(make([]string, head), j.scrolled(reasonParagraphs(j.reasons(), reasonsWidth, st), height-head)...)
	lines := make([]string, height)
	for i := range lines {
		lines[i] = left[i]
		if i < len(right) && right[i] != "" {
			lines[i] = widget.Pad(left[i], contentWidth+besideGap) + right[i]
		}
	}
	return widget.Indent(lines, (width-contentWidth-besideGap-reasonsWidth)/2)
}

// scrolled returns what of the reasons is to be seen in room lines.
func (j *journeyScreen) scrolled(reasons []string, room int) []string {
	room = max(0, room)
	j.scroll = max(0, min(j.scroll, len(reasons)-room))
	return reasons[j.scroll:min(len(reasons), j.scroll+room)]
}

// turnable draws the controls in at most height lines, less what the reasons
// need.
func (j *journeyScreen) turnable(width, height int, roomy bool, st theme.Styles) []string {
	room := max(leastControls, height-1-leastReasons)
	if roomy && room < j.controls.rows(width) {
		room = max(leastControls, room-1) // the line of air below
	}
	lines := j.controls.view(width, room, j.planner.brief.Dials, st)
	lines = append(lines, st.Faint.Render(widget.Cut("  "+j.controls.hint(j.planner.brief), width)))
	if roomy {
		lines = append(lines, "")
	}
	return lines
}

// reasons are those of the brief, with the ones about the control that is being
// turned before all others.
func (j *journeyScreen) reasons() []generator.Reason {
	reasons := slices.Clone(j.planner.brief.Reasons)
	if j.why {
		return reasons
	}
	wanted := reasonsOf(j.controls.focus)
	rank := func(r generator.Reason) int {
		if at := slices.Index(wanted, r.About); at >= 0 {
			return at
		}
		return len(wanted)
	}
	slices.SortStableFunc(reasons, func(a, b generator.Reason) int { return rank(a) - rank(b) })
	return reasons
}

func (j *journeyScreen) ShortHelp() []key.Binding {
	if j.why {
		return []key.Binding{j.goal.visit.keys.play, j.goal.visit.keys.scroll, told(j.goal.visit.keys.why, "turn"), j.goal.visit.keys.back}
	}
	return []key.Binding{j.goal.visit.keys.play, j.goal.visit.keys.choose, j.goal.visit.keys.turn, j.goal.visit.keys.usual, j.goal.visit.keys.why, j.goal.visit.keys.back}
}

func (j *journeyScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{
		{j.goal.visit.keys.play},
		controlKeys(j.goal.visit.keys),
		{told(j.goal.visit.keys.why, "all of the reasons, and back"), every("more of the reasons", j.goal.visit.keys.pageUp, j.goal.visit.keys.pageDown), j.goal.visit.keys.back, j.goal.visit.keys.quit},
	}
}

func (j *journeyScreen) typing() bool       { return false }
func (j *journeyScreen) mood() theme.Affect { return j.goal.visit.feeling }

// duration is a number of seconds as a time.Duration.
func duration(seconds float64) time.Duration { return time.Duration(seconds * float64(time.Second)) }
