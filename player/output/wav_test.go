package output

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gopxl/beep/v2/wav"
)

// files returns the names in a directory.
func files(t *testing.T, directory string) []string {
	t.Helper()
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestWriteWAV_HeaderAndLengthAreExact(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.wav")
	const frames = 2*Rate + 17
	if err := WriteWAV(t.Context(), path, count(1<<40), frames, false, nil); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) != 44+frames*6 {
		t.Errorf("%d bytes, want %d", len(data), 44+frames*6)
	}
	le := binary.LittleEndian
	for name, field := range map[string][2]uint32{
		"size of the file": {le.Uint32(data[4:]), uint32(len(data) - 8)},
		"format":           {uint32(le.Uint16(data[20:])), 1},
		"channels":         {uint32(le.Uint16(data[22:])), 2},
		"rate":             {le.Uint32(data[24:]), 48000},
		"bytes a second":   {le.Uint32(data[28:]), 48000 * 6},
		"bytes a frame":    {uint32(le.Uint16(data[32:])), 6},
		"bits":             {uint32(le.Uint16(data[34:])), 24},
		"size of the data": {le.Uint32(data[40:]), frames * 6},
	} {
		if field[0] != field[1] {
			t.Errorf("%s is %d, want %d", name, field[0], field[1])
		}
	}
}

func TestWriteWAV_KeepsTheSamplesTo24Bits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.wav")
	if err := WriteWAV(t.Context(), path, count(1<<40), 5000, false, nil); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	streamer, format, err := wav.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if format != wavFormat {
		t.Errorf("format %+v", format)
	}
	samples := make([][2]float64, 5000)
	if n, _ := streamer.Stream(samples); n != 5000 {
		t.Fatalf("%d frames", n)
	}
	for i, frame := range samples {
		want := value(int64(i + 1))
		if math.Abs(frame[0]-want) > 2./(1<<23) || math.Abs(frame[1]+want) > 2./(1<<23) {
			t.Fatalf("frame %d is %v, want %v", i, frame, want)
		}
	}
}

func TestWriteWAV_RefusesAFileThatExistsUnlessForced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.wav")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := count(1 << 40)
	err := WriteWAV(t.Context(), path, c, 10, false, nil)
	if !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v, want ErrExists with the name", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "mine" || c.pulled.Load() != 0 {
		t.Errorf("the file holds %q, %d frames were made", data, c.pulled.Load())
	}
	if err := WriteWAV(t.Context(), path, c, 10, true, nil); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Size() != 44+60 {
		t.Errorf("%d bytes", info.Size())
	}
	if names := files(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestWriteWAV_LeavesNothingBehindWhenItDoesNotFinish(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	tests := map[string]struct {
		ctx      context.Context
		streamer *counter
		progress func(int64)
		want     error
	}{
		"cancelled": {cancelled, count(1 << 40), func(done int64) {
			if done >= 3*Rate {
				cancel()
			}
		}, context.Canceled},
		"too short a piece": {t.Context(), count(2 * Rate), nil, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, exists := range []bool{false, true} {
				directory := t.TempDir()
				path := filepath.Join(directory, "a.wav")
				want := 0
				if exists {
					want = 1
					if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				err := WriteWAV(test.ctx, path, test.streamer, 60*Rate, true, test.progress)
				if err == nil || test.want != nil && !errors.Is(err, test.want) {
					t.Errorf("error %v, want %v", err, test.want)
				}
				if names := files(t, directory); len(names) != want {
					t.Errorf("left behind: %v", names)
				}
				if data, _ := os.ReadFile(path); exists && string(data) != "mine" {
					t.Errorf("the file that was there holds %d bytes now", len(data))
				}
			}
		})
	}
}

func TestWriteWAV_NeedsTheNameOfAFile(t *testing.T) {
	for _, path := range []string{t.TempDir(), os.DevNull, filepath.Join(t.TempDir(), "no", "a.wav")} {
		if err := WriteWAV(t.Context(), path, count(10), 10, true, nil); err == nil {
			t.Errorf("wrote to %s", path)
		}
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatal("the null device was replaced")
	}
}

func TestWriteWAV_TellsHowFarItIs(t *testing.T) {
	var told []int64
	path := filepath.Join(t.TempDir(), "a.wav")
	err := WriteWAV(t.Context(), path, count(1<<40), 10*Rate+5, false, func(done int64) { told = append(told, done) })
	if err != nil {
		t.Fatal(err)
	}
	if len(told) != 10 || told[9] != 10*Rate+5 {
		t.Fatalf("told %v, want once a second and the end", told)
	}
	for i := range told[:9] {
		if told[i]/Rate != int64(i+1) {
			t.Fatalf("told %v, want once a second", told)
		}
	}
}

func TestCheckWAV_AllowsWhatTheHeaderCanHold(t *testing.T) {
	if err := CheckWAV(maxWAVFrames); err != nil {
		t.Error(err)
	}
	if size := uint64(maxWAVFrames)*wavFrameBytes + 36; size > math.MaxUint32 || size+wavFrameBytes <= math.MaxUint32 {
		t.Errorf("the largest file says %d bytes in its header", size)
	}
	c := count(10)
	path := filepath.Join(t.TempDir(), "a.wav")
	err := WriteWAV(t.Context(), path, c, 720*60*Rate, false, nil)
	if !errors.Is(err, ErrLength) || !strings.Contains(err.Error(), "248 minutes") {
		t.Errorf("error %v", err)
	}
	if c.calls.Load() != 0 || len(files(t, filepath.Dir(path))) != 0 {
		t.Error("something was made before it was refused")
	}
}
