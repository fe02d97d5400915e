package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// hand is what steers the sitting that plays.
func (p *playingScreen) hand() Hand {
	return Hand{Sitting: p.sitting, Brief: p.brief, Now: p.visit.Now}
}

// steered is the brief with its journey as long as the sitting has become.
func (p *playingScreen) steered() generator.Brief {
	brief := p.brief
	if p.status.Length > 0 {
		brief.Journey = brief.Journey.Ending(float64(p.status.Length)/generator.Rate, 0)
	}
	return brief
}

// endStep is by how many minutes a key moves the end of a sitting.
const endStep = 5

// steer answers the keys that steer the music, each with a line that says what
// is heard now and what follows.
func (p *playingScreen) steer(msg tea.KeyPressMsg) tea.Cmd {
	hand := p.hand()
	leans := p.visit.keys.leans()
	for i, lean := range generator.Leans() {
		if key.Matches(msg, leans[i]) {
			return p.did(hand.Lean(lean))
		}
	}
	switch {
	case key.Matches(msg, p.visit.keys.home):
		return p.did(hand.Home())
	case key.Matches(msg, p.visit.keys.hold):
		return p.did(hand.Hold(!p.sitting.Status().Wish.Hold))
	case key.Matches(msg, p.visit.keys.moveOn):
		return p.did(hand.MoveOn())
	case key.Matches(msg, p.visit.keys.soundscape):
		return p.did(hand.NextSoundscape())
	case key.Matches(msg, p.visit.keys.extend):
		return p.did(hand.Longer(endStep))
	case key.Matches(msg, p.visit.keys.cut):
		return p.did(hand.Longer(-endStep))
	case key.Matches(msg, p.visit.keys.moment):
		return p.did(hand.Keep())
	case key.Matches(msg, p.visit.keys.steer):
		p.panel, p.bare = steerPanel, false
		p.mixer.row = 0
	case key.Matches(msg, p.visit.keys.homeAt):
		p.panel, p.homeAt, p.bare = homePanel, "", false
	}
	return nil
}

// did looks at the sitting at once, so that the screen shows the wish before
// the next tick, and says what was done.
func (p *playingScreen) did(text string) tea.Cmd {
	p.status = p.sitting.Status()
	return notice(text)
}

// longestTime is the longest text of a time.
const longestTime = len("23:10")

// typeTime answers the keys while a time is typed.
func (p *playingScreen) typeTime(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, p.visit.keys.atLeave):
		p.panel = noPanel
	case key.Matches(msg, p.visit.keys.atDone):
		if p.homeAt == "" {
			p.panel = noPanel
			return nil
		}
		text, err := p.hand().HomeAt(p.homeAt)
		if err != nil {
			return notice(err.Error())
		}
		p.panel = noPanel
		return p.did(text)
	case key.Matches(msg, p.visit.keys.erase):
		p.homeAt = p.homeAt[:max(0, len(p.homeAt)-1)]
	case len(msg.Text) == 1 && len(p.homeAt) < longestTime:
		if r := msg.Text[0]; r >= '0' && r <= '9' || r == ':' || r == '.' {
			p.homeAt += msg.Text
		}
	}
	return nil
}

// clockLines is where a time is typed.
func (p *playingScreen) clockLines(width int, st theme.Styles) []string {
	typed := st.Strong.Render(p.homeAt) + st.Accent.Render("▏")
	if p.homeAt == "" {
		typed += st.Faint.Render("23:10")
	}
	lines := []string{"", st.Text.Render("bring it home at"), "", typed, ""}
	for _, text := range widget.Wrap("now it is "+p.visit.Now().Format("15:04")+"; the piece lands so that it ends then", width) {
		lines = append(lines, st.Soft.Render(text))
	}
	return lines
}
