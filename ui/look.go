package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dulcet/ui/settings"
	"dulcet/ui/theme"
)

// A look is everything that the styles follow.
type look struct {
	theme      string
	background theme.Background
	profile    colorprofile.Profile
	affect     theme.Affect
}

// A terminal is what the terminal has said of itself.
type terminal struct {
	background theme.Background
	profile    colorprofile.Profile // 0 until Bubble Tea has found out
}

// hear takes in what the terminal says of itself.
func (t *terminal) hear(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		t.background = theme.Light
		if msg.IsDark() {
			t.background = theme.Dark
		}
	case tea.ColorProfileMsg:
		t.profile = msg.Profile
	}
}

// look returns what the styles are to follow now. A background that was set goes
// before what the terminal says.
func (p *program) look() look {
	background := p.terminal.background
	switch p.visit.settings.Background {
	case settings.DarkGround:
		background = theme.Dark
	case settings.LightGround:
		background = theme.Light
	}
	return look{p.visit.settings.Theme, background, p.terminal.profile, p.screen.mood().Round()}
}

// restyle makes the styles anew if something that they follow has changed, so
// that whatever was set shows at once. A theme that does not exist is the usual
// one; whoever set it has been told.
func (p *program) restyle() {
	now := p.look()
	if p.styled && now == p.worn {
		return
	}
	p.worn, p.styled = now, true
	chosen, _ := theme.Named(now.theme)
	p.styles = chosen.Styles(now.background, now.affect, now.profile)
}
