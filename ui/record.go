package ui

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	tea "charm.land/bubbletea/v2"
)

// slow is from how long on a picture is noted: a frame of the renderer.
const slow = time.Second / framesPerSecond

// A record writes what happens to the debug log: messages by the names of their
// types, and never what is in them, since keys and answers are the person's. The
// beats of the picture and its drawing are noted only where one was slow.
type record struct {
	log   *slog.Logger
	sound string // that was last said of it
	at    string // the screen that is shown
}

// update notes a message. What it returns is called when the message has been
// answered, and notes how long that took and what it has changed.
func (r *record) update(p *program, msg tea.Msg) func() {
	start := time.Now()
	return func() {
		took := time.Since(start)
		if _, beat := msg.(pictureTickMsg); !beat || took > slow {
			r.log.LogAttrs(context.Background(), slog.LevelDebug, "message", append(particulars(msg), slog.String("type", fmt.Sprintf("%T", msg)), slog.Duration("took", took))...)
		}
		r.screen(p.screen)
		if playing, ok := p.screen.(*playingScreen); ok && playing.status.Message != r.sound {
			r.sound = playing.status.Message
			r.log.Info("sound", slog.String("message", r.sound))
		}
	}
}

// screen notes which screen is shown, when that is another one.
func (r *record) screen(s screen) {
	if name := fmt.Sprintf("%T", s); name != r.at {
		r.at = name
		r.log.Info("screen", slog.String("type", name))
	}
}

// view notes a slow drawing when what it returns is called.
func (r *record) view() func() {
	start := time.Now()
	return func() {
		if took := time.Since(start); took > slow {
			r.log.Debug("slow picture", slog.Duration("took", took))
		}
	}
}

// particulars are what of a message may be noted.
func particulars(msg tea.Msg) []slog.Attr {
	failed := func(err error) []slog.Attr {
		if err == nil {
			return nil
		}
		return []slog.Attr{slog.String("error", err.Error())}
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return []slog.Attr{slog.Int("width", msg.Width), slog.Int("height", msg.Height)}
	case tea.BackgroundColorMsg:
		return []slog.Attr{slog.Bool("dark", msg.IsDark())}
	case tea.ColorProfileMsg:
		return []slog.Attr{slog.String("profile", msg.String())}
	case tea.KeyboardEnhancementsMsg:
		return []slog.Attr{slog.Int("flags", msg.Flags)}
	case loadedMsg:
		return append(failed(msg.err), slog.Int("check-ins", len(msg.history.CheckIns)), slog.Int("sittings", len(msg.history.Sittings)))
	case historyMsg:
		return failed(msg.err)
	case startedMsg:
		return failed(msg.err)
	case savedMsg:
		return failed(msg.err)
	case draftSavedMsg:
		return failed(msg.err)
	}
	return nil
}
