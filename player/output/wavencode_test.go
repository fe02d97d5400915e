package output

import (
	"errors"
	"io/fs"
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
	path := filepath.Join(t.TempDir(), "no", "a.wav")
	err := WriteWAV(t.Context(), path, count(10), 10, false, nil)
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), path+" ") || strings.Contains(err.Error(), ".part") {
		t.Errorf("error %q, want one of %s alone", err, path)
	}
}
