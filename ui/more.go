package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A moreScreen is the side door to what a goal can carry: breath, rounds,
// bells, dawn, and who plays. Nobody has to come here.
type moreScreen struct {
	goal    *goalScreen
	choices []choice
	focus   int
	offered int // the setting that waits for its caution to be read; 0 for none
	taps    taps
	counted float64 // breaths a minute, once they were counted
	planner *planner
}

func newMoreScreen(from *goalScreen) *moreScreen {
	return &moreScreen{goal: from, choices: choicesWith(from.request().goal, from.edits().options, from.visit.settings.Breath), planner: &planner{}}
}

// Init asks for the brief, whose reasons say what a goal leaves out.
func (m *moreScreen) Init() tea.Cmd { return m.planner.plan(m.goal.visit, m.goal.request()) }

func (m *moreScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case plannedMsg:
		return m.planner.planned(msg)
	case tea.KeyPressMsg:
		if !m.goal.visit.starting {
			return m.press(msg)
		}
	case pointedMsg:
		if !m.goal.visit.starting {
			return m.point(msg)
		}
	}
	return nil
}

func (m *moreScreen) options() *generator.Options { return &m.goal.edits().options }

func (m *moreScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	chosen := m.choices[m.focus]
	switch {
	case key.Matches(msg, m.goal.visit.keys.play):
		return m.goal.visit.start(m.goal.request())
	case key.Matches(msg, m.goal.visit.keys.back), key.Matches(msg, m.goal.visit.keys.options):
		return m.goal.visit.show(m.goal)
	case key.Matches(msg, m.goal.visit.keys.quit):
		return leave
	case key.Matches(msg, m.goal.visit.keys.tap) && m.passive():
		return m.tap()
	case key.Matches(msg, m.goal.visit.keys.take) && m.offered > 0:
		return m.set(m.offered)
	case key.Matches(msg, m.goal.visit.keys.refuse):
		return m.turn(-1)
	case key.Matches(msg, m.goal.visit.keys.want):
		return m.turn(1)
	case key.Matches(msg, m.goal.visit.keys.usual):
		return m.set(0)
	case key.Matches(msg, m.goal.visit.keys.allUsual):
		course := m.options().Course
		*m.options() = generator.Options{Course: course}
		return m.set(chosen.at(*m.options()))
	case key.Matches(msg, m.goal.visit.keys.previous):
		m.focusOn(m.focus - 1)
	case key.Matches(msg, m.goal.visit.keys.followJ), key.Matches(msg, m.goal.visit.keys.forward):
		m.focusOn(m.focus + 1)
	case key.Matches(msg, m.goal.visit.keys.pageUp):
		m.focusOn(max(0, m.focus-pageOfChoices))
	case key.Matches(msg, m.goal.visit.keys.pageDown):
		m.focusOn(min(len(m.choices)-1, m.focus+pageOfChoices))
	}
	return nil
}

// point chooses what was pointed at; the left half of its setting turns it one
// way, the right half the other. Who plays is turned by pointing at it again.
func (m *moreScreen) point(msg pointedMsg) tea.Cmd {
	if msg.Kind != pointRow && msg.Kind != pointDial || msg.Index >= len(m.choices) {
		return nil
	}
	if msg.Index != m.focus {
		m.focusOn(msg.Index)
	}
	switch chosen := m.choices[m.focus]; {
	case msg.Kind == pointDial:
		return m.turn(side(msg.share))
	case chosen.part && msg.again:
		at := slices.Index(partOrder, m.shown(m.focus))
		return m.set(partOrder[(at+1)%len(partOrder)])
	}
	return nil
}

// pageOfChoices is how far a page goes.
const pageOfChoices = 8

// focusOn moves the focus, round at both ends. What was offered and not taken is
// gone.
func (m *moreScreen) focusOn(to int) {
	m.focus = (to + len(m.choices)) % len(m.choices)
	m.offered = 0
}

// turn goes to the setting beside the one that is shown. One with a caution is
// only offered.
func (m *moreScreen) turn(direction int) tea.Cmd {
	chosen, from := m.choices[m.focus], m.shown(m.focus)
	to := chosen.step(from, direction)
	if chosen.settings[to].caution != "" {
		m.offered = to
		return nil
	}
	return m.set(to)
}

// set takes a setting of the choice with the focus.
func (m *moreScreen) set(to int) tea.Cmd {
	m.offered = 0
	m.choices[m.focus].settings[to].set(m.options())
	return m.planner.plan(m.goal.visit, m.goal.request())
}

// shown is the setting that a choice shows: the one that is offered, or the one
// that is set.
func (m *moreScreen) shown(choice int) int {
	if choice == m.focus && m.offered > 0 {
		return m.offered
	}
	return m.choices[choice].at(*m.options())
}

func (m *moreScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	request := m.goal.request()
	roomy := height >= roomyHeight-2
	title := widget.Spread(st.Text.Render("more"), st.Accent.Render(string(request.goal)+" · "+minutesText(request.minutes)), content)
	lines := []string{title}
	if roomy {
		lines = []string{"", title, ""}
	}
	about := widget.Wrap(widget.CleanLine(m.about()), content-2)
	room := height - len(lines) - 1
	least := leastControls
	if m.offered > 0 {
		least = 1 // a caution is read to its end
	}
	about = about[:min(len(about), max(1, room-least))]
	list, focus := m.list(content, st)
	shown, _, _ := widget.Window(list, focus, max(least, room-max(len(about), leastAbout)))
	lines = append(append(lines, shown...), "")
	for _, text := range about {
		lines = append(lines, m.aboutStyle(st).Render("  "+text))
	}
	return widget.Indent(lines, margin)
}

// leastAbout is how many lines are kept for what is said about a setting, so
// that the list does not jump.
const leastAbout = 3

// aboutStyle is the style of what is said: a caution stands out.
func (m *moreScreen) aboutStyle(st theme.Styles) interface{ Render(...string) string } {
	if m.offered > 0 {
		return st.Text
	}
	return st.Soft
}

// partHead stands before the first who plays.
const partHead = "who plays: + wanted, − refused"

// list draws the choices, instruments and soundscapes apart from the others and
// each other, and says on which line the focus is.
func (m *moreScreen) list(width int, st theme.Styles) (lines []string, focus int) {
	soundscape := generator.Soundscapes()[0]
	for i, c := range m.choices {
		switch {
		case c.part && !m.choices[i-1].part:
			lines = append(lines, "", st.Faint.Render(widget.Cut("  "+partHead, width)))
		case c.name == soundscape:
			lines = append(lines, "")
		}
		if i == m.focus {
			focus = len(lines)
		}
		lines = append(lines, row(i, m.row(i, width, st), width))
	}
	return lines, focus
}

// row draws one choice.
func (m *moreScreen) row(i, width int, st theme.Styles) string {
	c, at := m.choices[i], m.shown(i)
	mark, name := "  ", st.Soft
	if i == m.focus {
		mark, name = "› ", st.Strong
	}
	s := c.settings[at]
	if c.part {
		if at > 0 && i != m.focus {
			name = st.Accent
		}
		return widget.Cut(name.Render(mark+s.text+" "+c.name), width)
	}
	dial := widget.Target{Kind: pointDial, Index: i}
	value := st.Faint.Render(s.text)
	switch {
	case i == m.focus:
		value = widget.Mark(dial, st.Accent.Render("‹ "+s.text+" ›"))
	case at > 0:
		value = st.Accent.Render(s.text)
	}
	if m.offered > 0 && i == m.focus {
		take := "  " + m.goal.visit.keys.take.Help().Key
		if width >= 48 {
			take += " takes it"
		}
		value = widget.Mark(dial, st.Accent.Render("‹ "+s.text+"? ›")) + pressable(m.goal.visit.keys.take, st.Text.Render(take))
	}
	return widget.Cut(name.Render(widget.Pad(mark+c.name, optionLabel))+value, width)
}

// optionLabel is the width of the name of a choice with its mark.
const optionLabel = 16

// about is what is said about the setting that is shown.
func (m *moreScreen) about() string {
	c := m.choices[m.focus]
	s := c.settings[m.shown(m.focus)]
	switch {
	case s.caution != "":
		return s.about + ". " + s.caution
	case m.passive():
		return s.about + m.tapText()
	case m.shown(m.focus) > 0:
		return m.outcome(c, s.about)
	}
	return s.about
}

// outcome is what the brief makes of a setting that is not the usual, before
// what is said of it; for somebody who plays in its place.
func (m *moreScreen) outcome(c choice, about string) string {
	if c.reason == "" && !c.part || !m.planner.ready {
		return about
	}
	for _, reason := range m.planner.brief.Reasons {
		switch {
		case c.part && reason.About == "parts" && strings.Contains(reason.Text, strings.ReplaceAll(c.name, " ", "-")):
			return reason.Text
		case !c.part && reason.About == c.reason:
			return c.reason + ": " + reason.Text + ". " + about
		}
	}
	if c.part {
		return about
	}
	return c.reason + ": " + minutesText(m.goal.length()) + " are too short for it. " + about
}

func (m *moreScreen) ShortHelp() []key.Binding {
	if m.offered > 0 {
		return []key.Binding{m.goal.visit.keys.take, m.goal.visit.keys.turn, m.goal.visit.keys.back}
	}
	bindings := []key.Binding{m.goal.visit.keys.play, m.goal.visit.keys.choose, m.goal.visit.keys.turn}
	if m.passive() {
		bindings = append(bindings, m.goal.visit.keys.tap)
	}
	return append(bindings, m.goal.visit.keys.usual, m.goal.visit.keys.back)
}

func (m *moreScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{
		m.goal.visit.keys.play,
		told(m.goal.visit.keys.choose, "choose what to set"),
		told(m.goal.visit.keys.turn, "set it; for who plays: refused, as usual, wanted"),
		told(m.goal.visit.keys.take, "take what has a caution, once it is read"),
		told(m.goal.visit.keys.tap, "count your breathing, where the breath goes by itself"),
		told(m.goal.visit.keys.usual, "this one as usual again"), told(m.goal.visit.keys.allUsual, "all as usual again"),
		named(m.goal.visit.keys.back, "esc, "+m.goal.visit.keys.options.Help().Key, "back"), m.goal.visit.keys.quit,
	}}
}

func (m *moreScreen) typing() bool       { return false }
func (m *moreScreen) mood() theme.Affect { return m.goal.visit.feeling }
