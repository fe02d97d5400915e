package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// batteryInterval is how often it is asked whether the machine runs on its
// battery.
const batteryInterval = time.Minute

// batteryMsg says whether it does, and batteryDueMsg that it is time to ask.
type (
	batteryMsg    struct{ on bool }
	batteryDueMsg struct{}
)

// askBattery asks whether the machine runs on its battery, where anybody knows.
func (v *visit) askBattery() tea.Cmd {
	ask := v.OnBattery
	if ask == nil {
		return nil
	}
	return func() tea.Msg { return batteryMsg{ask()} }
}

// easy reports whether the screen looks at the music so seldom that the music may
// be made in larger pieces.
func (p *program) easy() bool {
	playing, shown := p.screen.(*playingScreen)
	return !shown || playing.pace().look >= calmInterval
}

// savePower tells the sitting that plays whether to wake the process seldom, when
// that is not what it was told last.
func (p *program) savePower() {
	v := p.visit
	if v.sitting == nil {
		return
	}
	if easy := p.easy(); v.eased != v.sitting || v.easing != easy {
		v.eased, v.easing = v.sitting, easy
		v.sitting.SavePower(easy)
	}
}

// battery takes the answer and sees to it that it is asked again.
func (v *visit) battery(msg batteryMsg) tea.Cmd {
	v.onBattery = msg.on
	return v.tick(batteryInterval, func(time.Time) tea.Msg { return batteryDueMsg{} })
}
