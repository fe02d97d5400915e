package plain

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui"
)

const (
	lookInterval = 200 * time.Millisecond // between two looks at the sitting
	endPatience  = 10 * time.Second       // the longest that it may take to fade out and be written
	suspendFade  = 120 * time.Millisecond // for a pause to fade, which takes 60 ms
)

// A listening is a sitting that plays, and who tells of it.
type listening struct {
	*session
	sitting   ui.Sitting
	brief     generator.Brief
	conductor *Conductor
	told      narrator
	guidance  func(seconds float64) string // nil while none is told
	guided    string                       // the line that was told last
	note      string                       // written while it plays
	noting    bool                         // lines are text, and nothing else is said
}

// listen plays what is asked for, from the check-in before to the questions
// after.
func (s *session) listen(a ui.Asking) error {
	s.voice.say("composing.")
	record, brief, err := a.Compose(s.cfg, s.settings, s.history)
	if err != nil {
		return err
	}
	before := a.CheckIn
	if !before.Empty() {
		before.When, before.Sitting = journal.Before, &record.ID
		before.ID = cmp.Or(before.ID, s.cfg.Journal.NewID(record.Time))
		record.Before = &before.ID
		s.save(s.checkInJob(before))
	}
	sitting, err := s.cfg.Play(brief, record)
	if err != nil {
		if record.Before != nil {
			// What was answered stands on its own then, under the same id, so
			// that trying again does not keep it twice.
			before.When, before.Sitting = journal.Alone, nil
			s.save(s.checkInJob(before))
			s.plan.id = before.ID
		}
		return fmt.Errorf("it did not start: %w", err)
	}
	sitting.SavePower(true) // nothing follows it from one moment to the next
	if s.settings.Volume < player.MaxVolume {
		sitting.SetVolume(s.settings.Volume) // while the first of it still fades in from nothing
	}
	if before.Empty() && s.answers.begun {
		s.save(s.cfg.Journal.ClearDraft) // what was said has served
	}
	s.cfg.Recipe = nil // once
	s.sound = nil      // the sitting tells of its sound itself
	s.forgetAnswers()
	l := &listening{session: s, sitting: sitting, brief: brief, conductor: NewConductor(sitting, brief, s.cfg.Now)}
	if err := l.follow(); err != nil {
		return err
	}
	return s.after(sitting, sitting.Sitting(), before.Mood, l.note)
}

// opening says what plays.
func (l *listening) opening() {
	brief := l.brief
	l.voice.say(fmt.Sprintf("playing %s, %s. type brighter, softer, more rain, note, why, time, pause, home or stop; help lists all.",
		brief.Goal, lengthText(brief.Minutes)))
	if breath := brief.Breath(); breath != (generator.Breath{}) && !breath.Passive && l.settings.Pacer {
		l.voice.say("the sound swells with a breath to follow: " + breath.String() + ".")
	}
	if l.settings.Guidance && ui.Guidance(brief)(brief.Journey.Seconds) != "" {
		l.voice.say(`"guide" tells a line of guidance now and then, and stops it again.`)
	}
}

// follow tells the sitting until it is over, and takes orders for it.
func (l *listening) follow() error {
	look := time.NewTicker(lookInterval)
	defer look.Stop()
	done := l.sitting.Done()
	suspending, forget := suspendSignals()
	defer forget()
	l.opening()
	for {
		lines := l.lines
		if state := l.sitting.Status().State; !l.noting && (state == player.Ending || state == player.Over) {
			lines = nil // what is typed now answers what comes after
		}
		select {
		case <-look.C:
			if l.look(); l.voice.gone {
				return l.leave(errEnded)
			}
		case line, more := <-lines:
			if !more {
				return l.leave(errEnded)
			}
			l.tellCut(line)
			if err := l.take(line.text); err != nil {
				return l.leave(err)
			}
			if done == nil && !l.noting {
				return nil
			}
		case <-suspending:
			l.suspend()
		case <-l.leaving:
			return l.leave(errEnded)
		case <-l.ctx.Done():
			return l.leave(errEnded)
		case <-done:
			if !l.noting {
				return nil
			}
			done = nil // the end waits until the note is closed
		}
	}
}

// suspend lets the music fade before the shell stops the process. It stays paused
// when the person comes back: nothing starts by itself.
func (l *listening) suspend() {
	if l.sitting.Status().State == player.Playing {
		l.sitting.Pause()
		time.Sleep(suspendFade)
		defer l.voice.say("the music is paused. resume goes on.")
	}
	stopProcess()
}

// look tells what has turned. Nothing is said into a note, and nothing that is
// not a mishap into the night.
func (l *listening) look() {
	if l.noting {
		return
	}
	status := l.sitting.Status()
	for _, line := range l.told.tell(status, l.brief.Goal == journal.Sleep) {
		l.voice.say(line)
	}
	if l.guidance == nil || status.Piece.Landing || status.State != player.Playing {
		return
	}
	if line := l.guidance(float64(status.Frames) / generator.Rate); line != l.guided {
		l.guided = line
		l.voice.say(line + ".")
	}
}

// leave fades the sitting out before the program ends. A second signal does not
// wait for that.
func (l *listening) leave(why error) error {
	l.voice.say("fading out.")
	l.sitting.Stop()
	ctx, forget := context.WithTimeout(context.Background(), endPatience)
	defer forget()
	select {
	case <-l.sitting.Done():
		if err := l.sitting.Status().SaveErr; err != nil {
			record := l.sitting.Sitting()
			l.save(func() error { return l.cfg.Journal.SaveSitting(record) })
		}
	case <-l.leaving:
		l.unsaved = append(l.unsaved, func() error { return errCutShort })
	case <-ctx.Done():
		l.unsaved = append(l.unsaved, func() error { return errNoEnd })
	}
	return why
}

var (
	errCutShort = errors.New("left before the sitting was saved; the log has it as broken off")
	errNoEnd    = errors.New("the music did not end in time, so the log may have it as broken off")
)

// take carries out a line that is typed while it plays.
func (l *listening) take(line string) error {
	if l.noting {
		l.noting = line != ""
		if l.noting {
			l.write(line)
		} else {
			l.voice.say("the note is kept.")
		}
		return nil
	}
	if text, noted := cutPrefixFold(line, "note "); noted {
		l.write(strings.TrimSpace(text))
		l.voice.say("noted.")
		return nil
	}
	switch strings.ToLower(line) {
	case "quit", "exit":
		return errQuit
	case "note":
		l.voice.say("a note? (lines, and an empty one to go back to the music)")
		l.noting = true
	case "why":
		l.reasons(l.brief)
	case "journey":
		l.voice.say(l.path(l.brief))
	case "time":
		l.voice.say(l.time())
	case "hard", "!":
		l.hard()
	case "guide":
		l.guide()
	case "quiet":
		l.told.quiet = !l.told.quiet
		l.voice.say(map[bool]string{true: "turns of the music are no longer told. quiet tells them again.", false: "turns of the music are told again."}[l.told.quiet])
	case "help", "?":
		l.voice.say(l.help())
	default:
		l.voice.say(l.conductor.Take(line))
	}
	return nil
}

// help lists what may be typed while it plays.
func (l *listening) help() string {
	own := `note TEXT keeps a note, and note alone takes many lines; why tells the reasons, journey the way, time where it stands; ` +
		`hard is for a bad moment; quiet stops telling the turns; quit fades out, saves and leaves.`
	if ui.Guidance(l.brief)(l.brief.Journey.Seconds) != "" {
		own = "guide tells lines of guidance; " + own
	}
	return l.conductor.Words() + "\n" + own
}

// guide tells guidance from now on, or no longer.
func (l *listening) guide() {
	switch {
	case l.guidance != nil:
		l.guidance = nil
		l.voice.say("no guidance any more.")
	case ui.Guidance(l.brief)(l.brief.Journey.Seconds) == "":
		l.voice.say(string(l.brief.Goal) + " has no guidance.")
	default:
		l.guidance, l.guided = ui.Guidance(l.brief), ""
		l.voice.say("guidance comes a line at a time; guide stops it.")
		l.look()
	}
}

// time says where the sitting stands.
func (l *listening) time() string {
	status := l.sitting.Status()
	ends := l.cfg.Now().Add(time.Duration(status.Length-status.Frames) * time.Second / generator.Rate)
	text := spanText(float64(status.Frames)/generator.Rate) + " of " + lengthText(float64(status.Length)/generator.Rate/60)
	if status.State == player.Paused {
		text += ", paused"
	} else {
		text += ", it ends at " + ends.Format("15:04")
	}
	if piece := status.Piece; piece.Section != "" {
		text += fmt.Sprintf("; %s, in %s", piece.Section, keyText(piece.Tonic, piece.Mode))
	}
	return text + "."
}

// write adds a line to the note and keeps it as a draft of the answer after.
func (l *listening) write(line string) {
	if line == "" {
		return
	}
	if utf8.RuneCountInString(l.note)+utf8.RuneCountInString(line) >= ui.NoteLimit {
		l.voice.say(fmt.Sprintf("the note is full at %d characters: this line is not in it.", ui.NoteLimit))
		return
	}
	if l.note != "" {
		l.note += "\n"
	}
	l.note += line
	l.keepDraft(journal.Draft{When: journal.After, Sitting: l.sitting.Sitting().ID, Note: l.note})
	if words.InCrisis(line) {
		l.hard()
	}
}
