package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// program is the root: it knows the window, shows one screen, and keeps the
// last lines of the window for a notice and the keys.
type program struct {
	visit         *visit
	screen        screen
	width, height int
	terminal      terminal
	worn          look // what the styles were made for
	footed        keysLine
	styled        bool // they have been made
	styles        theme.Styles
	notice        string
	failed        bool // the notice says that something went wrong
	notices       int  // that have been said
	timed         int  // the latest that goes by itself
	help          bool // the list of keys is open
	helpScroll    int
	long          bool // the help, or the panel for bad moments, is longer than its room
	support       supportPanel
	setAside      bool // the music was suspended while it played
	leaving       bool // the person has left; what is being saved is waited for
	pointer       pointer
	distinct      bool // the terminal tells esc and a key from alt and that key
}

func newProgram(cfg Config) *program {
	v := newVisit(cfg)
	p := &program{visit: v, screen: firstScreen(v), notice: cfg.Notice, failed: cfg.Notice != ""}
	if !p.failed {
		p.refused(v.settle())
	}
	p.restyle()
	return p
}

// firstScreen is home, or the questions where they were asked for or nothing has
// ever been answered.
func firstScreen(v *visit) screen {
	if v.Home && !v.FirstRun {
		return newHomeScreen(v)
	}
	first := v.ask()
	if v.Said != "" {
		first.say(v.Said)
	}
	return first
}

// Init asks for the background colour and reads the journal; neither holds up
// the first picture.
func (p *program) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, askForWholeFrames(), load(p.visit.Journal), p.visit.askBattery(), askHint(p.visit.Hint), p.screen.Init())
}

func (p *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := p.update(msg)
	cmd = tea.Batch(cmd, p.turn(), p.passing())
	p.savePower()
	p.restyle()
	return p, cmd
}

// turn goes to the screen that was asked for, if one was.
func (p *program) turn() tea.Cmd {
	next := p.visit.next
	if next == nil {
		return nil
	}
	again := p.visit.resumes
	p.screen, p.visit.next, p.visit.resumes, p.help = next, nil, false, false
	if !p.failed {
		p.say("")
	}
	if again {
		return nil
	}
	return next.Init()
}

// update hands a message to what it is for: the program, the visit, or the
// screen that is shown.
func (p *program) update(msg tea.Msg) tea.Cmd {
	if p.takesTerminal(msg) || p.takesNotice(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.pointer.clicked = widget.Target{}
		return p.press(msg)
	case tea.MouseMsg:
		return p.point(msg)
	case draftDueMsg:
		return p.visit.draftDue()
	case settingsDueMsg:
		return p.visit.flushSettings()
	case settingsSavedMsg:
		return p.settingsSaved(msg.err)
	case startedMsg:
		return p.started(msg)
	case loadedMsg:
		p.heard(msg)
		return tea.Batch(p.visit.ask().offer(msg), p.screen.Update(msg))
	case batteryMsg:
		return p.visit.battery(msg)
	case batteryDueMsg:
		return p.visit.askBattery()
	case suspendMsg:
		return tea.Suspend
	case leaveMsg:
		return p.leave()
	case endedMsg:
		p.heard(msg)
		return tea.Batch(p.visit.keepFavourites(msg.sitting), p.screen.Update(msg))
	case savedMsg:
		if msg.of == p {
			return p.left(msg.err)
		}
		if after, ok := msg.of.(*afterScreen); ok && p.screen != after {
			p.heard(msg)
			return after.saved(msg.err)
		}
	}
	p.heard(msg)
	return p.screen.Update(msg)
}

// takesTerminal takes in what the terminal says of itself, and reports whether
// that is all there is to do about it.
func (p *program) takesTerminal(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.width, p.height = msg.Width, msg.Height
		return true
	case tea.BackgroundColorMsg, tea.ColorProfileMsg:
		p.terminal.hear(msg)
		return true
	case tea.KeyboardEnhancementsMsg:
		p.distinct = msg.SupportsKeyDisambiguation()
		return true
	case tea.FocusMsg:
		p.visit.blurred = false
	case tea.BlurMsg:
		p.visit.blurred = true
	case tea.ResumeMsg:
		p.resumed()
	}
	return false
}

// takesNotice shows a line, or the panel, that was asked for, and reports whether
// the message was about one.
func (p *program) takesNotice(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case noticeMsg:
		if !p.failed { // what went wrong is read first
			p.say(string(msg))
		}
	case noticeOverMsg:
		if msg.number == p.notices {
			p.say("")
		}
	case hintMsg:
		p.hint(string(msg))
	case supportMsg:
		p.support = supportPanel{open: true}
	case draftSavedMsg:
		p.draftSaved(msg.err)
	default:
		return false
	}
	return true
}

// started shows the sitting that plays, whatever screen has been gone to in
// the meantime, or says why there is none.
func (p *program) started(msg startedMsg) tea.Cmd {
	p.visit.starting = false
	if msg.err == nil {
		// What is answered just now about an earlier one makes room for it.
		return tea.Batch(p.visit.finishUnfinished(), p.visit.served(msg), p.visit.play(msg))
	}
	if msg.checkIn.ID != "" {
		p.visit.ask().id = msg.checkIn.ID      // it is saved all the same, and not to be saved twice
		p.visit.dirty = !p.visit.draft.Empty() // its draft went with it, and what was answered since
	}
	p.warn("it did not start: " + msg.err.Error())
	return tea.Batch(p.screen.Update(msg), msg.saved, p.visit.flushDraft())
}

// heard takes in what concerns every screen.
func (p *program) heard(msg tea.Msg) {
	switch msg := msg.(type) {
	case loadedMsg:
		p.visit.loaded = true
		p.visit.history, p.visit.damaged = msg.history, msg.err != nil
		p.visit.night = nightToAsk(msg.history, msg.asked, p.visit.Now())
		if msg.err != nil {
			p.warn(msg.err.Error())
		}
	case soundMsg:
		p.visit.sound = string(msg)
	case historyMsg:
		p.visit.history, p.visit.damaged = msg.history, msg.err != nil
		if msg.err != nil {
			p.warn(msg.err.Error())
		}
	case savedMsg:
		if msg.err == nil {
			break
		}
		_ = p.visit.saver.takeFailure() // it is said here, or by the screen after a sitting itself
		if _, own := p.screen.(*afterScreen); !own || msg.of != p.screen {
			p.warn("not saved: " + msg.err.Error())
		}
	case settingsMsg:
		p.settingsRead(msg)
	case favouredMsg:
		p.favoured(msg)
	case endedMsg:
		if p.visit.sitting == msg.sitting {
			p.visit.sitting = nil
		}
	}
}

// press handles the keys that mean the same everywhere and hands the others
// to the screen. While text is typed only ctrl chords are the program's.
func (p *program) press(msg tea.KeyPressMsg) tea.Cmd {
	if !p.failed || !p.screen.typing() {
		p.say("")
	}
	if second, both := p.together(msg); both {
		first := p.press(tea.KeyPressMsg{Code: tea.KeyEscape})
		return tea.Batch(first, p.turn(), p.press(second))
	}
	switch {
	case key.Matches(msg, p.visit.keys.leave):
		return tea.Quit
	case key.Matches(msg, p.visit.keys.sleep):
		return p.suspend()
	case p.support.open:
		return p.pressSupport(msg)
	case key.Matches(msg, p.visit.keys.hard) && !p.screen.typing():
		p.support, p.help = supportPanel{open: true}, false
		return nil
	case p.help && key.Matches(msg, p.visit.keys.follow):
		p.helpScroll++
		return nil
	case p.help && key.Matches(msg, p.visit.keys.previous):
		p.helpScroll = max(0, p.helpScroll-1)
		return nil
	case p.help:
		p.help = false
		return nil
	case key.Matches(msg, p.visit.keys.set) && p.opensSettings():
		return p.visit.show(newSettingScreen(p.visit, p.screen, ""))
	case key.Matches(msg, p.visit.keys.help) && !p.screen.typing():
		p.help, p.helpScroll = true, 0
		return nil
	}
	return p.screen.Update(msg)
}
