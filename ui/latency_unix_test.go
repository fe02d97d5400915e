//go:build unix

package ui

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/player/output"
)

// childDisk makes the program in a child process play real music, through no
// device, over a disk that takes as long as it says for every write.
const childDisk = "DULCET_UI_TEST_DISK"

// playSlowly sets a child up as childDisk asks.
func playSlowly(cfg *Config, in *fakeJournal) {
	slow, err := time.ParseDuration(os.Getenv(childDisk))
	if err != nil {
		return
	}
	in.setSlow(slow)
	out := output.NewSilent()
	cfg.Play = func(brief generator.Brief, record journal.Sitting) (Sitting, error) {
		return player.Start(player.Options{Brief: brief, Record: record, Output: out, Keeper: in})
	}
}

// BenchmarkKeyToScreen is the time from a key to the letter that it puts on the
// screen, in a real terminal, while music is made and the disk takes two seconds
// for every write: half of the keys write a note, the others open and close the
// reasons over the moving picture.
func BenchmarkKeyToScreen(b *testing.B) {
	c := startChild(b, childDisk+"=2s")
	c.waitFor("how is it right now?")
	c.press("3\r7\r\r\r")
	c.waitFor("pause")
	var times []time.Duration
	measure := func(keys, text string) {
		from := c.written()
		start := time.Now()
		c.press(keys)
		for !c.shownSince(from, text) {
			if time.Since(start) > 5*time.Second {
				b.Fatalf("%q never brought %q", keys, text)
			}
			time.Sleep(200 * time.Microsecond)
		}
		times = append(times, time.Since(start))
		time.Sleep(time.Duration(20+len(times)%17) * time.Millisecond)
	}
	for b.Loop() {
		measure("w", "why it sounds")
		c.press("\x1b")
		time.Sleep(80 * time.Millisecond)
		c.press("n")
		c.waitFor("a note")
		time.Sleep(40 * time.Millisecond)
		letter := string(rune('A' + len(times)%26))
		measure(letter, letter)
		c.press("\x1b")
		time.Sleep(80 * time.Millisecond)
	}
	slices.Sort(times)
	at := func(share float64) float64 {
		return 1000 * times[min(len(times)-1, int(share*float64(len(times))))].Seconds()
	}
	b.ReportMetric(at(0.5), "ms/p50")
	b.ReportMetric(at(0.99), "ms/p99")
	b.ReportMetric(at(1), "ms/worst")
	b.ReportMetric(0, "ns/op")
}

// written is how many bytes the terminal has been sent.
func (c *child) written() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.output.Len()
}

// shownSince reports whether the text has been drawn after so many bytes.
func (c *child) shownSince(from int, text string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return bytes.Contains([]byte(ansi.Strip(string(c.output.Bytes()[from:]))), []byte(text))
}
