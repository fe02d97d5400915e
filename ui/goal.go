package ui

import (
	"fmt"
	"math"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A goalScreen asks what for and for how long.
type goalScreen struct {
	visit   *visit
	checkIn *checkInScreen
	goals   []journal.Goal // the most fitting first
	at      int
	minutes float64 // chosen; 0 for the goal's own
}

func newGoalScreen(v *visit, from *checkInScreen) *goalScreen {
	goal, minutes := from.wants()
	g := &goalScreen{visit: v, checkIn: from, minutes: minutes}
	if from.seed == nil {
		seed := v.Seed()
		from.seed = &seed
	}
	g.goals = suggest(g.request().mood, v.Now(), goal)
	return g
}

func (g *goalScreen) Init() tea.Cmd { return nil }

// request is what would be played now.
func (g *goalScreen) request() request {
	checkIn := g.checkIn.checkIn()
	r := request{mood: checkIn.Mood.Or(words.MoodOf(checkIn.Words)), checkIn: checkIn, seed: *g.checkIn.seed}
	if len(g.goals) > 0 {
		r.goal, r.minutes = g.goals[g.at], g.length()
	}
	r.told = g.checkIn.form.tell.editor.text() != ""
	r.options, r.dials = g.edits().options, g.edits().dials
	return r
}

// edits are what the check-in's music is asked for beyond goal and minutes.
func (g *goalScreen) edits() *edits { return &g.checkIn.edits }

// length is the minutes that would be played.
func (g *goalScreen) length() float64 {
	if g.minutes > 0 {
		return g.minutes
	}
	return generator.DefaultMinutes(g.goals[g.at])
}

func (g *goalScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		if msg.of == g && msg.err == nil {
			g.visit.checkIn = nil
			g.visit.show(newHomeScreen(g.visit))
			return tea.Batch(notice("saved"), readHistory(g.visit.Journal))
		}
	case tea.KeyPressMsg:
		if !g.visit.starting {
			return g.press(msg)
		}
	case pointedMsg:
		if !g.visit.starting {
			return g.point(msg)
		}
	}
	return nil
}

func (g *goalScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, g.visit.keys.previous):
		g.at = (g.at + len(g.goals) - 1) % len(g.goals)
	case key.Matches(msg, g.visit.keys.follow), key.Matches(msg, g.visit.keys.forward):
		g.at = (g.at + 1) % len(g.goals)
	case key.Matches(msg, g.visit.keys.shorter):
		g.minutes = stepMinutes(g.length(), -1)
	case key.Matches(msg, g.visit.keys.longer):
		g.minutes = stepMinutes(g.length(), 1)
	case key.Matches(msg, g.visit.keys.journey):
		return g.visit.show(newJourneyScreen(g))
	case key.Matches(msg, g.visit.keys.options):
		return g.visit.show(newMoreScreen(g))
	case key.Matches(msg, g.visit.keys.play):
		return g.visit.start(g.request())
	case key.Matches(msg, g.visit.keys.keep):
		return g.keep()
	case key.Matches(msg, g.visit.keys.back):
		return g.visit.show(g.checkIn)
	case key.Matches(msg, g.visit.keys.quit):
		return leave
	}
	return nil
}

// point chooses a goal; pointing at it again plays it. Minutes are turned with
// the wheel, and a click adds some.
func (g *goalScreen) point(msg pointedMsg) tea.Cmd {
	switch {
	case msg.Kind == pointRow && msg.Index < len(g.goals):
		g.at = msg.Index
		if msg.again {
			return g.visit.start(g.request())
		}
	case msg.Kind == pointMinutes && msg.wheel > 0:
		g.minutes = stepMinutes(g.length(), -1)
	case msg.Kind == pointMinutes:
		g.minutes = stepMinutes(g.length(), 1)
	}
	return nil
}

// keep saves the answers as a check-in on its own, without music.
func (g *goalScreen) keep() tea.Cmd {
	checkIn := g.checkIn.onItsOwn()
	if checkIn.Empty() {
		return notice("there is no answer to save yet")
	}
	kept := g.visit.flushDraft() // until the check-in itself is durable
	return tea.Batch(kept, g.visit.keepCheckIn(g, checkIn))
}

// stepMinutes goes to the next or the last round number of minutes.
func stepMinutes(minutes, direction float64) float64 {
	step := 30.0
	switch edge := minutes + direction/2; {
	case edge < 10:
		step = 1
	case edge < 60:
		step = 5
	case edge < 180:
		step = 15
	}
	next := math.Floor(minutes/step)*step + step
	if direction < 0 {
		next = math.Ceil(minutes/step)*step - step
	}
	return math.Max(generator.MinMinutes, math.Min(generator.MaxMinutes, next))
}

func (g *goalScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	head := []string{st.Text.Render("what for?"), ""}
	foot := []string{"", g.minutesLine(content, st)}
	over, rows := 0, 1
	if height >= roomyHeight-2 {
		over = 3 // the line over it, and air
	}
	if over+len(head)+len(g.goals)+len(foot)+2 <= height {
		rows = 2
	}
	for _, line := range widget.WrapTo(g.edits().text(g.goals[g.at]), content-2, rows) {
		foot = append(foot, st.Soft.Render("  "+line))
	}
	room := max(1, min(len(g.goals), height-over-len(head)-len(foot)))
	var list []string
	for i, goal := range g.goals {
		list = append(list, row(i, g.row(goal, i == g.at, content, st), content))
	}
	shown, _, _ := widget.Window(list, g.at, room)
	lines := append(append(head, shown...), foot...)
	now := g.visit.Now()
	above := widget.Spread(st.Faint.Render(greeting(now)), st.Faint.Render(dateLine(now)), content)
	return widget.Indent(frame(above, lines, len(lines), height), margin)
}

// row is one goal: its name, what it is for, and its usual length.
func (g *goalScreen) row(goal journal.Goal, chosen bool, width int, st theme.Styles) string {
	mark, name, about := "  ", st.Soft, st.Faint
	if chosen {
		mark, name, about = "› ", st.Strong, st.Soft
	}
	usual := minutesText(generator.DefaultMinutes(goal))
	if width < 48 {
		usual = "" // the line below says it for the one that is chosen
	}
	left := name.Render(mark+widget.Pad(string(goal), 10)) + about.Render(goal.About())
	return widget.Spread(widget.Cut(left, width-len(usual)-2), st.Faint.Render(usual), width)
}

func (g *goalScreen) minutesLine(width int, st theme.Styles) string {
	left := st.Accent.Render("for " + minutesText(g.length()))
	if g.visit.starting {
		left = st.Accent.Render("composing…")
	}
	left = widget.Mark(widget.Target{Kind: pointMinutes}, left)
	return widget.Spread("  "+left, st.Faint.Render("until "+g.visit.Now().Add(duration(g.length()*60)).Format("15:04")), width)
}

// minutesText is a length in words.
func minutesText(minutes float64) string {
	whole := int(math.Round(minutes))
	if whole < 60 {
		return fmt.Sprintf("%d min", whole)
	}
	text := fmt.Sprintf("%d h", whole/60)
	if rest := whole % 60; rest > 0 {
		text += fmt.Sprintf(" %d min", rest)
	}
	return text
}

func (g *goalScreen) ShortHelp() []key.Binding {
	return []key.Binding{g.visit.keys.play, g.visit.keys.goals, g.visit.keys.longer, g.visit.keys.journey, g.visit.keys.options, g.visit.keys.keep, g.visit.keys.back}
}

func (g *goalScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{{
		g.visit.keys.play,
		told(g.visit.keys.goals, "choose what for"),
		every("longer or shorter", g.visit.keys.lengthen, g.visit.keys.shorter),
		told(g.visit.keys.journey, "see the journey first, turn it, and the reasons"),
		told(g.visit.keys.options, "what it can carry: breath, rounds, bells, who plays"),
		told(g.visit.keys.keep, "only save the answers, without music"),
		g.visit.keys.back, g.visit.keys.quit,
	}}
}

func (g *goalScreen) typing() bool       { return false }
func (g *goalScreen) mood() theme.Affect { return g.visit.feeling }

// lower is the voice in which Dulcet speaks.
func lower(text string) string { return strings.ToLower(text) }
