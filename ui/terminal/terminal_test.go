//go:build unix

package terminal

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// modern is what a modern terminal says.
const modern = "\x1b[?2026;2$y\x1b[?2027;0$y\x1b[?1006;2$y\x1b[?1004;2$y\x1b[?0u\x1b]11;rgb:ffff/fafa/f0f0\x1b\\" +
	"\x1b[1;2R\x1b[1;3R\x1b[1;3R\x1b[1;5R\x1b[1;2R\x1b[?62;22c"

func TestParse_readsWhatATerminalSays(t *testing.T) {
	a := parse(modern)
	if !a.Answered || a.Synchronized != Yes || a.Graphemes != No || a.Mouse != Yes || a.Focus != Yes || a.Keyboard != Yes {
		t.Errorf("%+v", a)
	}
	if a.Background != Yes || a.Dark {
		t.Errorf("the background is %+v", a)
	}
	if len(a.Widths) != len(Samples) || a.Widths[0] != 1 || a.Widths[3] != 4 {
		t.Errorf("the widths are %v", a.Widths)
	}
}

func TestParse_whatIsNotSaidIsNotKnown(t *testing.T) {
	for _, test := range []struct {
		name, said string
		answered   bool
		keyboard   Known
	}{
		{"nothing", "", false, Unanswered},
		{"only what it is", "\x1b[?6c", true, No},
		{"half of it", "\x1b[?2026;2$y", false, Unanswered},
		{"rubbish", "\x1b[?;;$y\x1b]11;rgb:zz/\x1b[999999999999999999999;99999999999999999999R", false, Unanswered},
	} {
		a := parse(test.said)
		if a.Answered != test.answered || a.Keyboard != test.keyboard || len(a.Widths) != 0 || a.Background == Yes {
			t.Errorf("%s: %+v", test.name, a)
		}
	}
	if a := parse("\x1b[?6c"); a.Synchronized != Unanswered {
		t.Error("a terminal that does not know the question is taken to lack the mode")
	}
}

func TestAsk_talksToATerminal(t *testing.T) {
	terminal, line, err := pty.Open()
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	defer terminal.Close()
	defer line.Close()
	asked := make(chan string, 1)
	go func() {
		var seen strings.Builder
		buffer := make([]byte, 1024)
		for !strings.HasSuffix(seen.String(), "\x1b[c") {
			n, err := terminal.Read(buffer)
			if err != nil {
				break
			}
			seen.Write(buffer[:n])
		}
		_, _ = terminal.WriteString(modern)
		asked <- seen.String()
	}()
	a, err := Ask(line, line, 10*time.Second)
	if err != nil || !a.Answered || a.Synchronized != Yes {
		t.Fatalf("%+v, %v", a, err)
	}
	if text := <-asked; strings.Contains(text, "\n") {
		t.Errorf("the questions scroll the screen: %q", text)
	}
}

func TestAsk_doesNotWaitForATerminalThatIsSilent(t *testing.T) {
	terminal, line, err := pty.Open()
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	defer terminal.Close()
	defer line.Close()
	a, err := Ask(line, line, 20*time.Millisecond)
	if err != nil || a.Answered || a.Synchronized != Unanswered {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestAsk_refusesWhatIsNoTerminal(t *testing.T) {
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := Ask(file, file, time.Second); err == nil {
		t.Error("a file answered")
	}
}
