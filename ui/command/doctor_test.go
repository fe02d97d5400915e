package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

func TestFirstFrame(t *testing.T) {
	t.Run("the measured sitting leaves nothing behind", func(t *testing.T) {
		t.Parallel()
		data := filepath.Join(t.TempDir(), "data")
		p := &program{data: data, stderr: os.Stderr}
		out := output.NewSilent()
		defer out.Close()
		taken, err := p.firstFrame(out)
		if err != nil || taken <= 0 {
			t.Errorf("it took %v (%v)", taken, err)
		}
		if _, err := os.Stat(data); err == nil {
			t.Error("it made a data folder")
		}
	})
}

func TestFirstPaint(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot open a terminal of its own this way on Windows")
	}
	program, err := exec.LookPath("dulcet")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("the first word of the screens is seen", func(t *testing.T) {
		t.Parallel()
		taken, err := firstPaint(program, "--silent", "--data", t.TempDir())
		if err != nil || taken <= 0 {
			t.Errorf("it took %v (%v)", taken, err)
		}
	})
	t.Run("a program that shows nothing is told", func(t *testing.T) {
		t.Parallel()
		if taken, err := firstPaint("true"); err == nil {
			t.Errorf("it took %v, and there was nothing to see", taken)
		}
	})
}

func TestRenderSpeed(t *testing.T) {
	t.Run("it counts the music that was made, not what was asked for", func(t *testing.T) {
		t.Parallel()
		brief, err := generator.NewBrief(journal.Mood{}, journal.Calm, 1, journal.Taste{Goal: journal.Calm}, 1)
		if err != nil {
			t.Fatal(err)
		}
		if speed := renderSpeed(brief, 24*3600*generator.Rate); speed <= 0 || speed > 20_000 {
			t.Errorf("%.0f times faster than real time cannot be true", speed)
		}
	})
}
