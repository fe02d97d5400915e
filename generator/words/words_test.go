package words

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dulcet/journal"
)

// A sentence of the table is what somebody wrote, with what is to be read into
// it on the line below.
type sentence struct {
	line       int
	text, read string
}

// sentences reads the table: lines beginning with a tab belong to the line
// above, "#" begins a heading.
func sentences(t testing.TB) []sentence {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []sentence
	lines := bufio.NewScanner(file)
	for number := 1; lines.Scan(); number++ {
		switch line := lines.Text(); {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "\t") && len(all) > 0:
			all[len(all)-1].read = strings.TrimSpace(line)
		default:
			all = append(all, sentence{line: number, text: line})
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// direction writes a rating as the table has it: "-" and "+" from a tenth on,
// twice from six tenths on.
func direction(name string, r journal.Rating) string {
	value, given := r.Value()
	switch {
	case !given:
		return ""
	case value <= -0.6:
		return name + "--"
	case value <= -0.1:
		return name + "-"
	case value < 0.1:
		return name + "0"
	case value < 0.6:
		return name + "+"
	}
	return name + "++"
}

// described writes a reading as the table has it. Nothing of a reading is left
// out but the labels of its chips.
func described(r Reading) string {
	var all []string
	add := func(text string, is bool) {
		if is && text != "" {
			all = append(all, text)
		}
	}
	add(direction("V", r.Mood.Valence), true)
	add(direction("E", r.Mood.Energy), true)
	add(direction("T", r.Mood.Tension), true)
	add("["+strings.Join(r.Feelings, ", ")+"]", len(r.Feelings) > 0)
	add(string(r.Goal), true)
	add(fmt.Sprintf("%gmin", r.Minutes), r.Minutes > 0)
	for _, part := range r.Wanted {
		add("with "+part.String(), true)
	}
	for _, part := range r.Refused {
		add("no "+part.String(), true)
	}
	for dial, value := range r.Dials {
		add(fmt.Sprintf("%s%+.1f", journal.Dial(dial), value), value != 0)
	}
	add([]string{"", "start here", "start brighter"}[r.Start], true)
	add("slower way", r.Slow > 0)
	add(fmt.Sprintf("breath %g-%g-%g-%g", r.Breath.In+r.Breath.Again, r.Breath.Hold, r.Breath.Out, r.Breath.Rest), r.Breath != Breath{})
	add(fmt.Sprintf("rounds %g/%g", r.Rounds.Work, r.Rounds.Rest), r.Rounds != Rounds{})
	add(fmt.Sprintf("bells %g", r.BellMinutes), r.BellMinutes > 0)
	add("silence", r.Silence)
	add("CRISIS", r.Crisis)
	add("unused "+strings.Join(r.Unused, " "), len(r.Unused) > 0)
	for _, note := range r.Notes {
		add("note: "+note, true)
	}
	return strings.Join(all, " · ")
}

func TestRead_understandsWhatPeopleWrite(t *testing.T) {
	all := sentences(t)
	if len(all) < 150 {
		t.Fatalf("the table has %d sentences", len(all))
	}
	for _, s := range all {
		want := s.read
		if want == "nothing" {
			want = ""
		}
		if got := described(Read(s.text)); got != want {
			t.Errorf("testdata/sentences.txt:%d: %s\n\tread as %s\n\twant    %s", s.line, s.text, got, want)
		}
	}
}
