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
	foot := p.foot()
	room := p.height - len(foot)
	var body []string
	switch {
	case p.support.open:
		body = p.support.view(p.visit.settings, p.width, room, p.styles)
	case p.help:
		body = helpLines(p.screen, p.generalKeys(), p.width, p.styles)
		p.helpScroll = max(0, min(p.helpScroll, len(body)-room))
		body = body[p.helpScroll:]
	default:
		body = p.screen.View(p.width, room, p.styles)
	}
	return append(widget.Fit(body, p.width, room), widget.Fit(foot, p.width, len(foot))...)
}
