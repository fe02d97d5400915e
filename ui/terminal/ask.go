package terminal

import (
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

// Patience is how long a terminal has for its answers: over a slow line they
// take a good part of a second (design choice).
const Patience = time.Second

// Ask asks the terminal behind in and out. Nothing stays on its screen, and it is
// left as it was. What it has not said within the patience is Unanswered.
func Ask(in, out *os.File, patience time.Duration) (Answers, error) {
	before, err := term.MakeRaw(in.Fd())
	if err != nil {
		return Answers{}, err
	}
	defer func() { _ = term.Restore(in.Fd(), before) }()
	return converse(in, out, patience)
}

// converse puts the questions and collects what comes back.
func converse(in *os.File, out io.Writer, patience time.Duration) (Answers, error) {
	reader, err := cancelreader.NewReader(in)
	if err != nil {
		return Answers{}, err
	}
	defer func() { _ = reader.Close() }()
	if _, err := io.WriteString(out, questions()); err != nil {
		return Answers{}, err
	}
	late := time.AfterFunc(patience, func() { reader.Cancel() })
	defer late.Stop()
	var said strings.Builder
	buffer := make([]byte, 512)
	for !complete(said.String()) {
		n, err := reader.Read(buffer)
		said.Write(buffer[:n])
		if errors.Is(err, cancelreader.ErrCanceled) || errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Answers{}, err
		}
	}
	return parse(said.String()), nil
}

// questions is everything that is asked, the one that all know last. Each sample
// is written from the first column, its width is asked for, and it is wiped away.
func questions() string {
	var q strings.Builder
	q.WriteString(ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore +
		ansi.RequestModeMouseExtSgr + ansi.RequestModeFocusEvent +
		ansi.RequestKittyKeyboard + ansi.RequestBackgroundColor)
	for _, sample := range Samples {
		q.WriteString("\r" + sample.Text + ansi.RequestCursorPositionReport + "\r" + ansi.EraseEntireLine)
	}
	q.WriteString(ansi.RequestPrimaryDeviceAttributes)
	return q.String()
}
