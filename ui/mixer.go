package ui

import (
	"math"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// levelStep is what one key changes of a layer, in decibels.
const levelStep = 3.0

// A mixer lists what can be leaned and every layer with its level.
type mixer struct {
	row int
}

// leanNames are what the pairs of generator.Leans lean.
var leanNames = [...]string{"brightness", "liveliness", "fullness"}

// rows returns how many lines the mixer of a brief has.
func (m *mixer) rows(brief generator.Brief) int { return len(leanNames) + len(brief.Layers()) }

// mix answers the keys of the open mixer and says what it did in p.said; it
// reports whether the key was one of its own.
func (p *playingScreen) mix(msg tea.KeyPressMsg) bool {
	p.said = ""
	rows := p.mixer.rows(p.brief)
	switch {
	case key.Matches(msg, p.visit.keys.steered):
		p.panel = noPanel
	case key.Matches(msg, p.visit.keys.up):
		p.mixer.row = (p.mixer.row + rows - 1) % rows
	case key.Matches(msg, p.visit.keys.follow):
		p.mixer.row = (p.mixer.row + 1) % rows
	case key.Matches(msg, p.visit.keys.lessOf):
		p.said = p.mixer.change(p.hand(), -1)
	case key.Matches(msg, p.visit.keys.moreOf):
		p.said = p.mixer.change(p.hand(), 1)
	default:
		return false
	}
	return true
}

// feedback shows what the mixer did.
func (p *playingScreen) feedback() tea.Cmd {
	if p.said == "" {
		return nil
	}
	return p.did(p.said)
}

// change moves what the cursor is on, up for 1 and down for −1.
func (m *mixer) change(hand Hand, direction float64) string {
	if m.row < len(leanNames) {
		lean := generator.Leans()[2*m.row]
		if direction < 0 {
			lean = generator.Leans()[2*m.row+1]
		}
		return hand.Lean(lean)
	}
	return hand.Level(hand.Brief.Layers()[m.row-len(leanNames)], direction*levelStep)
}

// point chooses what was pointed at and, on its track, moves it to there.
func (m *mixer) point(msg pointedMsg, hand Hand) (said string) {
	if msg.Kind != pointRow && msg.Kind != pointDial || msg.Index >= m.rows(hand.Brief) {
		return ""
	}
	m.row = msg.Index
	if msg.Kind == pointRow {
		return ""
	}
	steps := m.steps(msg.share, hand)
	for range max(steps, -steps) {
		said = m.change(hand, math.Copysign(1, float64(steps)))
	}
	return said
}

// steps is how many steps the row with the cursor stands below a place on its
// track.
func (m *mixer) steps(share float64, hand Hand) int {
	wish := hand.Sitting.Status().Wish
	if m.row < len(leanNames) {
		lean := generator.Leans()[2*m.row]
		return int(math.Round((2*share - 1 - wish.Dials[lean.Dials[0]]) / lean.By))
	}
	const span = generator.MostLevel - generator.LeastLevel
	level := wish.Levels.Of(hand.Brief.Layers()[m.row-len(leanNames)].Parts)
	return int(math.Round((generator.LeastLevel + share*span - level) / levelStep))
}

// The columns of the mixer in cells.
const (
	mixerNames  = 13
	mixerValues = 7
	mixerTrack  = 31 // at most
)

// view draws the mixer: a head, and as many rows about the cursor as fit.
func (m *mixer) view(hand Hand, width, height int, st theme.Styles) []string {
	wish := hand.Sitting.Status().Wish
	track := min(mixerTrack, width-2-mixerNames-mixerValues-1)
	var rows []string
	add := func(name, value string, share float64) {
		mark, label := "  ", st.Soft
		if len(rows) == m.row {
			mark, label = st.Strong.Render("› "), st.Text
		}
		at := int(math.Round(share * float64(track-1)))
		line := st.Faint.Render(strings.Repeat("─", at)) + st.Accent.Render("●") + st.Faint.Render(strings.Repeat("─", track-1-at))
		line = widget.Mark(widget.Target{Kind: pointDial, Index: len(rows)}, line)
		text := mark + label.Render(widget.Pad(name, mixerNames)) + line + " " + st.Soft.Render(value)
		rows = append(rows, row(len(rows), text, width))
	}
	for i, name := range leanNames {
		by := wish.Dials[generator.Leans()[2*i].Dials[0]]
		add(name, signed(100*by, "%"), (by+1)/2)
	}
	for _, layer := range hand.Brief.Layers() {
		level := wish.Levels.Of(layer.Parts)
		add(layer.Name, levelText(level), (level-generator.LeastLevel)/(generator.MostLevel-generator.LeastLevel))
	}
	head := []string{"", st.Text.Render("steer"), ""}
	if height < roomyHeight-8 {
		head = head[1:2]
	}
	shown, _, _ := widget.Window(rows, m.row, height-len(head))
	lines := append(head, shown...)
	if len(lines)+1+mostHint > height {
		return lines
	}
	lines = append(lines, "")
	for _, text := range widget.WrapTo(m.hint(hand.Brief), width-2, mostHint) {
		lines = append(lines, st.Faint.Render("  "+text))
	}
	return lines
}

// mostHint is how many lines are kept for the hint under the mixer.
const mostHint = 2

// hint says what the row with the cursor is: where it leans, or who plays in it.
func (m *mixer) hint(brief generator.Brief) string {
	if m.row < len(leanNames) {
		more, less := generator.Leans()[2*m.row], generator.Leans()[2*m.row+1]
		return "← " + less.Name + " · " + more.Name + " →"
	}
	layer := brief.Layers()[m.row-len(leanNames)]
	if names := layer.Parts.Names(); !slices.Equal(names, []string{layer.Name}) {
		return strings.ReplaceAll(strings.Join(names, ", "), "-", " ")
	}
	return "← quieter · louder →"
}
