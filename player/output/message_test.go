package output

import (
	"strings"
	"testing"
)

// longestSentence is what fits on a line of 80 columns with a margin.
const longestSentence = 76

func TestSentence_IsOneLineThatSaysWhatIsWrong(t *testing.T) {
	if faultNone.sentence() != "" {
		t.Error("a sentence about no fault")
	}
	seen := map[string]bool{}
	for _, why := range []fault{faultProcess, faultAbsent, faultLost, faultRacing, faultProtocol} {
		sentence := why.sentence()
		if seen[sentence] {
			t.Errorf("two faults share %q", sentence)
		}
		seen[sentence] = true
		fits(t, sentence)
	}
}

func TestAbsence_NamesWhatTheSystemHas(t *testing.T) {
	for system, want := range map[string]string{"linux": "PipeWire", "freebsd": "PulseAudio", "darwin": "System Settings", "windows": "Settings, System"} {
		sentence := absence(system)
		if !strings.Contains(sentence, want) {
			t.Errorf("%s: %q does not name %s", system, sentence, want)
		}
		fits(t, sentence)
	}
}

// fits fails the test unless the sentence fits on one line.
func fits(t *testing.T, sentence string) {
	t.Helper()
	if sentence == "" || len(sentence) > longestSentence || strings.ContainsAny(sentence, "\n\r\t") {
		t.Errorf("not one line of at most %d: %q", longestSentence, sentence)
	}
}
