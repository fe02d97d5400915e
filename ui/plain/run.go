package plain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"dulcet/journal"
	"dulcet/ui"
	"dulcet/ui/settings"
)

// A session is one run of the plain mode from its first sentence to its last.
type session struct {
	cfg      ui.Config
	voice    *voice
	lines    <-chan typedLine
	leaving  <-chan os.Signal
	ctx      context.Context // its end asks to leave
	settings settings.Settings
	history  journal.History
	first    bool    // nothing had been kept when it began
	answers  answers // of the check-in that is being answered
	plan     plan    // of the music after it

	sound      chan string    // whether the music will be heard, once that is known; nil where nobody asks
	unsaved    []func() error // what could not be kept, in order; leaving tries once more
	draftFails bool           // the latest draft could not be written, which has been said
}

// What a prompt may end with, besides an answer.
var (
	errBack  = errors.New("a step back is wanted")
	errPlay  = errors.New("the music is wanted at once")
	errHome  = errors.New("the beginning is wanted")
	errQuit  = errors.New("the person leaves")
	errEnded = errors.New("the program is asked to end, or its input has ended")
)

// leaves reports whether an error means that the program is to end.
func leaves(err error) bool { return errors.Is(err, errQuit) || errors.Is(err, errEnded) }

// Run speaks in sentences to out and takes lines from in until the person
// leaves, or the input ends, or a signal or the end of ctx asks to leave. A
// sitting that still plays is faded out and its record written, and all that was
// answered is durable, before it returns. The error says what could not be saved.
func Run(ctx context.Context, cfg ui.Config, in io.Reader, out io.Writer) error {
	asked := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as nohup has it
		asked = append(asked, syscall.SIGHUP)
	}
	leaving := make(chan os.Signal, 2)
	signal.Notify(leaving, asked...)
	defer signal.Stop(leaving)
	signal.Ignore(syscall.SIGPIPE) // whoever listens may go; the sitting is kept all the same
	defer signal.Reset(syscall.SIGPIPE)
	stop := make(chan struct{})
	defer close(stop)
	s := &session{
		cfg: cfg, voice: newVoice(out), lines: read(in, stop), leaving: leaving, ctx: ctx,
		settings: settings.Usual(),
	}
	s.road()
	return s.close()
}

// close says goodbye and tries once more to keep what could not be kept.
func (s *session) close() error {
	var failed error
	for _, keep := range s.unsaved {
		if err := keep(); err != nil {
			failed = err
		}
	}
	switch {
	case failed != nil:
		return fmt.Errorf("not everything was saved: %w", failed)
	case s.draftFails:
		return errors.New("what was typed last could not be saved")
	case s.waits():
		s.voice.say("what you had begun is saved, and offered again at the next start.")
	default:
		s.voice.say("all is saved. take care.")
	}
	return nil
}

// stamp is now, on the day that it belongs to for the person.
func (s *session) stamp() journal.Stamp { return journal.StampFor(s.cfg.Now(), s.settings.DayStart) }

// save keeps something and reports whether that is durable. What could not be
// kept is said, and tried again when the person leaves.
func (s *session) save(keep func() error) bool {
	if err := keep(); err != nil {
		s.unsaved = append(s.unsaved, keep)
		s.voice.say("not saved: " + err.Error() + ". leaving tries again.")
		return false
	}
	return true
}

// keepDraft writes what has been answered so far. That it cannot be written is
// said once, and not at every line.
func (s *session) keepDraft(draft journal.Draft) {
	draft.Updated = s.stamp()
	err := s.cfg.Journal.SaveDraft(draft)
	if err != nil && !s.draftFails {
		s.voice.say("what you type is not saved: " + err.Error())
	}
	s.draftFails = err != nil
}

// readHistory takes the history in as it is on disk now.
func (s *session) readHistory() {
	history, err := s.cfg.Journal.History()
	if err != nil {
		s.voice.say(err.Error())
	}
	s.history = history
}
