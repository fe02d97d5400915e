//go:build e2e

package main

import (
	"context"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"dulcet/generator"
	"dulcet/generator/loudness"
	"dulcet/journal"
	"dulcet/player/output"
)

// TestLoudness_agrees_with_ffmpeg holds the project's meter against the
// ebur128 filter of FFmpeg, which is another implementation of ITU-R
// BS.1770-4, on music and on signals that are hard to measure. Both measure
// the same file of 24 bits.
func TestLoudness_agrees_with_ffmpeg(t *testing.T) {
	signals := map[string]streamer{
		"997 Hz at half of full scale": sound(func(frame int) float64 { return 0.5 * math.Sin(2*math.Pi*997*float64(frame)/rate) }),
		"peaks between the samples": sound(func(frame int) float64 {
			fade := min(1, float64(frame)/rate) // an edge would ring in every interpolation filter in its own way
			return 0.7 * fade * math.Sin(2*math.Pi*float64(frame)/4+math.Pi/4)
		}),
		"loud and silent in turn": sound(func(frame int) float64 {
			return 0.3 * float64(frame/(5*rate)%2) * math.Sin(2*math.Pi*300*float64(frame)/rate)
		}),
	}
	for _, goal := range []journal.Goal{journal.Calm, journal.Sleep, journal.Energise} {
		brief, err := generator.NewBrief(journal.Mood{}, goal, 2, journal.Taste{Goal: goal}, 7)
		if err != nil {
			t.Fatal(err)
		}
		signals["a piece of "+string(goal)] = generator.New(brief)
	}
	for name, signal := range signals {
		t.Run(name, func(t *testing.T) {
			const frames = 60 * rate
			meter := loudness.New(rate)
			path := filepath.Join(t.TempDir(), "signal.wav")
			if err := output.WriteWAV(context.Background(), path, metered{signal, meter}, frames, false, nil); err != nil {
				t.Fatal(err)
			}
			integrated, peak := ffmpegLoudness(t, path)
			t.Logf("%.2f LUFS, ffmpeg %.1f; %.2f dBTP, ffmpeg %.1f", meter.Integrated(), integrated, meter.TruePeak(), peak)
			// FFmpeg prints tenths.
			if math.Abs(meter.Integrated()-integrated) > 0.2+0.05 {
				t.Errorf("loudness is %.2f LUFS here and %.1f there", meter.Integrated(), integrated)
			}
			if math.Abs(meter.TruePeak()-peak) > 0.3+0.05 {
				t.Errorf("true peak is %.2f dBTP here and %.1f there", meter.TruePeak(), peak)
			}
		})
	}
}

// A streamer is what can be written to a file.
type streamer interface {
	Stream(samples [][2]float64) (int, bool)
	Err() error
}

// A wave is a signal that is the same on both sides.
type wave struct {
	at    func(frame int) float64
	frame int
}

func (w *wave) Stream(samples [][2]float64) (int, bool) {
	for i := range samples {
		x := w.at(w.frame)
		samples[i] = [2]float64{x, x}
		w.frame++
	}
	return len(samples), true
}

func (w *wave) Err() error { return nil }

func sound(at func(frame int) float64) *wave { return &wave{at: at} }

// A metered streamer lets a meter listen to what passes.
type metered struct {
	streamer
	meter *loudness.Meter
}

func (m metered) Stream(samples [][2]float64) (int, bool) {
	n, ok := m.streamer.Stream(samples)
	m.meter.Add(samples[:n])
	return n, ok
}

// The summary that ebur128 prints at the end.
var (
	integratedLine = regexp.MustCompile(`I:\s+(-?[0-9.]+) LUFS`)
	peakLine       = regexp.MustCompile(`Peak:\s+(-?[0-9.]+) dBFS`)
)

// ffmpegLoudness returns the integrated loudness in LUFS and the true peak in
// dBTP that FFmpeg measures.
func ffmpegLoudness(t *testing.T, path string) (integrated, peak float64) {
	t.Helper()
	out, err := exec.Command("ffmpeg", "-nostats", "-hide_banner", "-i", path, "-filter_complex", "ebur128=peak=true", "-f", "null", "-").CombinedOutput()
	if err != nil {
		t.Fatalf("ffmpeg: %v\n%s", err, out)
	}
	last := func(line *regexp.Regexp) float64 {
		found := line.FindAllSubmatch(out, -1)
		if len(found) == 0 {
			t.Fatalf("ffmpeg says nothing of the loudness:\n%s", out)
		}
		value, err := strconv.ParseFloat(string(found[len(found)-1][1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	return last(integratedLine), last(peakLine)
}
