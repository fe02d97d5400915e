package widget

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/theme"
)

func TestBreath_fillsFromTheMiddleAndKeepsItsWidth(t *testing.T) {
	st := theme.New(theme.Unknown, theme.Affect{})
	for fullness, want := range map[float64]string{
		-1: "────────", 0: "────────", 0.125: "───╺╸───", 0.25: "───━━───", 0.625: "─╺━━━━╸─", 1: "━━━━━━━━", 2: "━━━━━━━━",
	} {
		if got := ansi.Strip(Breath(fullness, 8, st)); got != want {
			t.Errorf("%g full is %q, want %q", fullness, got, want)
		}
	}
	for width := range 30 {
		last := 0
		for percent := range 101 {
			line := ansi.Strip(Breath(float64(percent)/100, width, st))
			if Width(line) > width || Width(line) < width-1 {
				t.Fatalf("at %d cells it is %d wide", width, Width(line))
			}
			heavy := 0
			for _, r := range line {
				heavy += map[rune]int{'━': 2, '╺': 1, '╸': 1}[r]
			}
			if heavy < last {
				t.Fatalf("at %d cells it shrinks as it fills", width)
			}
			last = heavy
		}
	}
}
