package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A journeyScreen shows the path of the mood that the music would take, and
// the reasons, before anything plays.
type journeyScreen struct {
	goal   *goalScreen
	brief  generator.Brief
	ready  bool
	scroll int
}

func newJourneyScreen(from *goalScreen) *journeyScreen { return &journeyScreen{goal: from} }

// plannedMsg is the brief of the piece that would be played.
type plannedMsg struct {
	brief generator.Brief
	err   error
}

// Init asks for the brief: just the one that Enter plays.
func (j *journeyScreen) Init() tea.Cmd {
	request, cfg, history := j.goal.request(), j.goal.visit.Config, j.goal.visit.history
	return func() tea.Msg {
		_, brief, err := request.compose(cfg, history)
		return plannedMsg{brief, err}
	}
}

func (j *journeyScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case plannedMsg:
		if msg.err != nil {
			return notice(msg.err.Error())
		}
		j.brief, j.ready = msg.brief, true
	case startedMsg:
		j.goal.checkIn.didNotStart(msg)
	case tea.KeyPressMsg:
		switch {
		case j.goal.visit.starting:
		case key.Matches(msg, keyPlay):
			return j.goal.visit.start(j.goal.request())
		case key.Matches(msg, keyBack), key.Matches(msg, keyJourney):
			return j.goal.visit.show(j.goal)
		case key.Matches(msg, keyFollow):
			j.scroll++
		case key.Matches(msg, keyPrevious):
			j.scroll = max(0, j.scroll-1)
		case key.Matches(msg, keyQuit):
			return leave
		}
	}
	return nil
}

// curveNames are the dimensions of a journey in the words of the questions.
var curveNames = [3]string{"well", "energy", "tension"}

func (j *journeyScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	request := j.goal.request()
	title := widget.Spread(st.Text.Render("the journey"), st.Accent.Render(string(request.goal)+" · "+minutesText(request.minutes)), content)
	lines := []string{title, ""}
	if !j.ready {
		return widget.Indent(append(lines, st.Faint.Render("composing…")), margin)
	}
	curveHeight := max(1, min(5, (height-10)/4))
	lines = append(lines, j.curves(content, curveHeight, st)...)
	lines = append(lines, "")
	reasons := reasonLines(j.brief.Reasons, content, st)
	room := max(0, height-len(lines)-1) // the line at the top
	j.scroll = max(0, min(j.scroll, len(reasons)-room))
	shown := reasons[j.scroll:min(len(reasons), j.scroll+room)]
	lines = append(lines, shown...)
	if height >= roomyHeight-2 {
		lines = append([]string{""}, lines...)
	}
	return widget.Indent(lines, margin)
}

// curves draws the three dimensions under each other and the phases below.
func (j *journeyScreen) curves(width, height int, st theme.Styles) []string {
	const label = 9
	plot := max(1, width-label)
	journey := j.brief.Journey
	values := [3][]float64{}
	samples := plot * 2
	for i := range samples {
		point := journey.At(journey.Seconds * float64(i) / float64(max(1, samples-1)))
		values[0] = append(values[0], point.Valence)
		values[1] = append(values[1], point.Energy)
		values[2] = append(values[2], point.Tension)
	}
	var lines []string
	for i, name := range curveNames {
		for row, curve := range widget.Curve(values[i], plot, height, st.Accent) {
			head := ""
			if row == height/2 {
				head = name
			}
			lines = append(lines, st.Soft.Render(widget.Pad(head, label))+curve)
		}
	}
	return append(lines, st.Faint.Render(widget.Pad("", label)+phaseLine(journey, plot)))
}

// phaseLine writes the name of each phase where it begins, or as near to that
// as the name before it lets it.
func phaseLine(journey generator.Journey, width int) string {
	line := []rune(widget.Pad("", width))
	free := 0
	for _, p := range phaseStarts(journey) {
		label := []rune("╷" + p.name)
		at := max(free, min(int(p.share*float64(width-1)), width-len(label)))
		if at+len(label) > width {
			continue
		}
		copy(line[at:], label)
		free = at + len(label) + 1
	}
	return string(line)
}

// A phaseStart is where a phase of a journey begins, as a share of the whole.
type phaseStart struct {
	name  string
	share float64
}

// phaseStarts lists the phases of a journey.
func phaseStarts(journey generator.Journey) []phaseStart {
	var starts []phaseStart
	for _, point := range journey.Points {
		if journey.Seconds <= 0 || len(starts) > 0 && starts[len(starts)-1].name == point.Phase {
			continue
		}
		starts = append(starts, phaseStart{point.Phase, point.Seconds / journey.Seconds})
	}
	return starts
}

// reasonLines writes the reasons, each under what it is about.
func reasonLines(reasons []generator.Reason, width int, st theme.Styles) []string {
	const label = 12
	var lines []string
	for _, reason := range reasons {
		for i, text := range widget.Wrap(widget.CleanLine(reason.Text), max(1, width-label)) {
			head := ""
			if i == 0 {
				head = reason.About
			}
			lines = append(lines, st.Accent.Render(widget.Pad(head, label))+st.Soft.Render(text))
		}
	}
	return lines
}

func (j *journeyScreen) ShortHelp() []key.Binding { return []key.Binding{keyPlay, keyBack, keyScroll} }

func (j *journeyScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{keyPlay, keyBack, keyScroll, keyQuit}}
}

func (j *journeyScreen) typing() bool       { return false }
func (j *journeyScreen) mood() theme.Affect { return j.goal.visit.feeling }

// duration is a number of seconds as a time.Duration.
func duration(seconds float64) time.Duration { return time.Duration(seconds * float64(time.Second)) }
