package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dulcet/ui/widget"
)

func (p *program) View() tea.View {
	view := tea.NewView(strings.Join(p.lines(), "\n"))
	view.AltScreen = true
	view.ReportFocus = true
	if p.visit.settings.Mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	return view
}

// lines draws the window: exactly as many lines as it is high, none wider than
// it is wide. Where something can be pointed at is noted.
func (p *program) lines() []string {
	lines, zones := widget.Zones(p.marked())
	p.pointer.zones = zones
	return lines
}

// marked is the window with the marks of what can be pointed at.
func (p *program) marked() []string {
	if p.width <= 0 || p.height <= 0 {
		return nil
	}
	if p.width < minWidth || p.height < minHeight {
		text := fmt.Sprintf("dulcet needs %d×%d; this window is %d×%d", minWidth, minHeight, p.width, p.height)
		return widget.Fit(widget.Wrap(text, p.width), p.width, p.height)
	}
	foot := p.notes()
	if p.hasKeys() {
		if p.height >= roomyHeight {
			foot = append([]string{""}, foot...)
		}
		foot = append(foot, "")
	}
	lines := widget.Fit(p.body(p.height-len(foot)), p.width, p.height-len(foot))
	if p.hasKeys() {
		foot[len(foot)-1] = p.keyRow()
	}
	return append(lines, widget.Fit(foot, p.width, len(foot))...)
}

// body is what stands above the foot, in height lines.
func (p *program) body(height int) []string {
	switch {
	case p.support.open:
		var lines []string
		lines, p.long = p.support.view(p.visit.settings, p.width, height, p.styles)
		return lines
	case p.help:
		lines := helpLines(p.screen, p.generalKeys(), p.width, p.styles)
		p.long = len(lines) > height
		p.helpScroll = max(0, min(p.helpScroll, len(lines)-height))
		return lines[p.helpScroll:]
	}
	return p.screen.View(p.width, height, p.styles)
}
