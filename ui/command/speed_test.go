package command

import (
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// BenchmarkFirstScreen is the time from the start of the process to its first
// word in a terminal, with ten years of journal.
func BenchmarkFirstScreen(b *testing.B) {
	if runtime.GOOS == "windows" {
		b.Skip("a program cannot open a terminal of its own this way on Windows")
	}
	binary, err := exec.LookPath("dulcet")
	if err != nil {
		b.Fatal(err)
	}
	p := &program{data: b.TempDir()}
	keepTenYears(b, p)
	var times []time.Duration
	for b.Loop() {
		taken, err := firstPaint(binary, "--silent", "--data", p.data)
		if err != nil {
			b.Fatal(err)
		}
		times = append(times, taken)
	}
	slices.Sort(times)
	at := func(share float64) float64 {
		return 1000 * times[min(len(times)-1, int(share*float64(len(times))))].Seconds()
	}
	b.ReportMetric(at(0.5), "ms/p50")
	b.ReportMetric(at(0.95), "ms/p95")
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

// BenchmarkRenderFile is five minutes of music in a WAV file.
func BenchmarkRenderFile(b *testing.B) {
	brief, err := generator.NewBrief(journal.Mood{}, journal.Calm, 5, journal.Taste{Goal: journal.Calm}, 1)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "calm.wav")
	for b.Loop() {
		if err := output.WriteWAV(b.Context(), path, generator.New(brief), brief.Frames(), true, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(5*60*float64(b.N)/b.Elapsed().Seconds(), "x-real-time")
}

// keepTenYears fills a journal with three check-ins a day and more than a sitting
// a day.
func keepTenYears(b *testing.B, p *program) {
	b.Helper()
	kept, err := p.openStore()
	if err != nil {
		b.Fatal(err)
	}
	var all []journal.Record
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		b.Skip(err)
	}
	began := time.Date(2016, 11, 21, 8, 0, 0, 0, berlin)
	for n := range 11_000 {
		at := began.Add(time.Duration(n) * 8 * time.Hour)
		mood := journal.Mood{Valence: journal.Rated(0.2), Energy: journal.Rated(-0.3), Tension: journal.Rated(0.1)}
		all = append(all, journal.CheckIn{ID: kept.NewID(at), Stamp: journal.StampAt(at), When: journal.Alone, Mood: mood, Note: "an evening like many"})
	}
	for n := range 4_000 {
		at := began.Add(time.Duration(n) * 22 * time.Hour)
		all = append(all, journal.Sitting{ID: kept.NewID(at), Stamp: journal.StampAt(at), Goal: journal.Calm, Minutes: 20, Ended: journal.Landed})
	}
	if err := kept.Save(all...); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkLog is the list of ten years, from the opening of the journal to the
// last line.
func BenchmarkLog(b *testing.B) {
	p := &program{data: b.TempDir(), stdout: io.Discard, stderr: io.Discard}
	keepTenYears(b, p)
	for b.Loop() {
		if code := p.run(b.Context(), []string{"log"}); code != exitDone {
			b.Fatalf("exit code %d", code)
		}
	}
}
