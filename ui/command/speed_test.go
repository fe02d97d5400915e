package command

import (
	"os/exec"
	"runtime"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// BenchmarkFirstScreen is the time from the start of the process to its first
// word in a terminal.
func BenchmarkFirstScreen(b *testing.B) {
	if runtime.GOOS == "windows" {
		b.Skip("a program cannot open a terminal of its own this way on Windows")
	}
	program, err := exec.LookPath("dulcet")
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	var total float64
	for b.Loop() {
		taken, err := firstPaint(program, "--silent", "--data", dir)
		if err != nil {
			b.Fatal(err)
		}
		total += taken.Seconds()
	}
	b.ReportMetric(1000*total/float64(b.N), "ms/screen")
}

// BenchmarkFirstFrame is the time from the last Enter of a check-in to the
// first frames that an open output has taken.
func BenchmarkFirstFrame(b *testing.B) {
	p := &program{data: b.TempDir()}
	out := output.NewSilent()
	defer out.Close()
	var total float64
	for b.Loop() {
		taken, err := p.firstFrame(out)
		if err != nil {
			b.Fatal(err)
		}
		total += taken.Seconds()
	}
	b.ReportMetric(1000*total/float64(b.N), "ms/frame")
}

// BenchmarkRender is a minute of every goal's music.
func BenchmarkRender(b *testing.B) {
	for _, goal := range journal.Goals() {
		b.Run(string(goal), func(b *testing.B) {
			brief, err := generator.NewBrief(journal.Mood{}, goal, 5, journal.Taste{Goal: goal}, 1)
			if err != nil {
				b.Fatal(err)
			}
			var total float64
			for b.Loop() {
				total += renderSpeed(brief, 60*generator.Rate)
			}
			b.ReportMetric(total/float64(b.N), "x-real-time")
		})
	}
}
