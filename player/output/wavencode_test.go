package output

import (
	"math"
	"path/filepath"
	"strings"
	"testing"
)

func TestAppendSample24(t *testing.T) {
	const step = 1. / (1 << 23)
	for _, c := range []struct {
		sample float64
		want   [3]byte
	}{
		{0, [3]byte{0, 0, 0}},
		{step, [3]byte{1, 0, 0}},
		{-step, [3]byte{0xff, 0xff, 0xff}},
		{0.6 * step, [3]byte{1, 0, 0}},
		{-0.4 * step, [3]byte{0, 0, 0}},
		{0.5, [3]byte{0, 0, 0x40}},
		{-1, [3]byte{0, 0, 0x80}},
		{1, [3]byte{0xff, 0xff, 0x7f}},
		{1.5, [3]byte{0xff, 0xff, 0x7f}},
		{-1.5, [3]byte{0, 0, 0x80}},
		{math.Inf(1), [3]byte{0xff, 0xff, 0x7f}},
		{math.Inf(-1), [3]byte{0, 0, 0x80}},
		{math.NaN(), [3]byte{0, 0, 0}},
	} {
		if got := [3]byte(appendSample24(nil, c.sample)); got != c.want {
			t.Errorf("%v is % x, want % x", c.sample, got, c.want)
		}
	}
}

func TestWriteWAV_SpeaksOfTheFileThatWasAskedFor(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "no")
	err := WriteWAV(t.Context(), filepath.Join(folder, "a.wav"), count(10), 10, false, nil)
	if err == nil || !strings.HasPrefix(err.Error(), "the folder "+folder+" does not exist") {
		t.Errorf("error %q, want one of the folder %s", err, folder)
	}
	long := filepath.Join(t.TempDir(), strings.Repeat("a", 300))
	err = WriteWAV(t.Context(), long, count(10), 10, false, nil)
	if err == nil || !strings.HasPrefix(err.Error(), long+" cannot be made: ") || strings.Contains(err.Error(), ".part") {
		t.Errorf("error %q, want one of %s alone", err, long)
	}
}
