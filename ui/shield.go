package ui

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// errBroke is what is said when something in the program panicked.
var errBroke = errors.New("dulcet broke and had to stop. what you wrote is kept and comes back when you start it again. " +
	`if it happens again, "dulcet --debug FILE" notes what led to it, without your words`)

// A shield is the program with what goes wrong in it caught: the terminal is put
// back, what is kept is kept, and the person reads a sentence. The stack goes to
// the debug log.
type shield struct {
	program *program
	record  record
	shown   tea.View // last
	broke   bool
	quit    func() // asks the program to end from outside of Update
}

// brokeMsg says that a command panicked.
type brokeMsg struct {
	reason any
	stack  []byte
}

func (s *shield) Init() tea.Cmd {
	s.record.screen(s.program.screen)
	return s.guarded(s.program.Init())
}

func (s *shield) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	if s.broke {
		return s, nil
	}
	if msg, ok := msg.(brokeMsg); ok {
		return s, s.breaks(msg.reason, msg.stack)
	}
	defer s.record.update(s.program, msg)()
	defer func() {
		if reason := recover(); reason != nil {
			model, cmd = s, s.breaks(reason, debug.Stack())
		}
	}()
	_, cmd = s.program.Update(msg)
	return s, s.guarded(cmd)
}

func (s *shield) View() (view tea.View) {
	if s.broke {
		return s.shown
	}
	defer s.record.view()()
	defer func() {
		if reason := recover(); reason != nil {
			view = s.shown
			_ = s.breaks(reason, debug.Stack())
			go s.quit() // the loop that reads it is the one that draws
		}
	}()
	s.shown = s.program.View()
	return s.shown
}

// breaks notes what happened and ends the program.
func (s *shield) breaks(reason any, stack []byte) tea.Cmd {
	s.broke = true
	s.record.log.Error("broke", slog.String("reason", panicText(reason)), slog.String("stack", string(stack)))
	return tea.Quit
}

// panicText says why something panicked. Only what the runtime says is sure to
// hold none of the person's words.
func panicText(reason any) string {
	if err, ok := reason.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("%T", reason)
}

// guarded is the command, and those that it brings, with a panic in it caught.
func (s *shield) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if reason := recover(); reason != nil {
				msg = brokeMsg{reason, debug.Stack()}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			shielded := make(tea.BatchMsg, len(batch))
			for i, cmd := range batch {
				shielded[i] = s.guarded(cmd)
			}
			return shielded
		}
		return msg
	}
}
