package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gopxl/beep/v2"
	"github.com/gopxl/beep/v2/wav"
)

// Errors of WriteWAV.
var (
	ErrExists = errors.New("the file exists") // WriteWAV was not told to replace it
	ErrLength = errors.New("too long for a WAV file")
)

// wavFormat is 48 kHz, stereo, 24 bits.
var wavFormat = beep.Format{SampleRate: Rate, NumChannels: 2, Precision: 3}

// The sizes in a WAV header are 32 bits wide, and the size of the file that is
// written there leaves the first 8 bytes of the 44-byte header out.
const (
	wavFrameBytes = 6
	maxWAVFrames  = (1<<32 - 1 - (44 - 8)) / wavFrameBytes
)

// CheckWAV returns ErrLength, in a sentence with the longest possible length,
// when so many frames do not fit into a WAV file.
func CheckWAV(frames int64) error {
	if frames > maxWAVFrames {
		return fmt.Errorf("%.0f minutes are %w, which holds 4 GiB: ask for at most %d minutes",
			float64(frames)/Rate/60, ErrLength, maxWAVFrames/Rate/60)
	}
	return nil
}

// WriteWAV writes exactly that many frames of the streamer to a WAV file of
// 48 kHz, stereo, 24 bits, as fast as they can be made. The file gets its name
// when it is complete: until then, and after an error, there is none, and one
// that is replaced stays as it was. A file that exists is ErrExists unless
// force is set; more than 4 GiB are ErrLength; a cancelled context is its
// error. Progress, if not nil, is called about once a second of audio with the
// number of frames done.
func WriteWAV(ctx context.Context, path string, streamer beep.Streamer, frames int64, force bool, progress func(done int64)) (err error) {
	if err := CheckWAV(frames); err != nil {
		return err
	}
	if err := vacant(path, force); err != nil {
		return err
	}
	// A name of this process: what another left behind is never mixed in.
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), os.Getpid()))
	file, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return fmt.Errorf("create the file: %w", err)
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			_ = os.Remove(temporary)
		}
	}()

	piece := &excerpt{ctx: ctx, streamer: streamer, frames: frames, progress: progress}
	if err := wav.Encode(file, piece, wavFormat); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := piece.Err(); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return fmt.Errorf("write %s to the disk: %w", path, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("close %s: %w", path, err)
	}
	if err := vacant(path, force); err != nil { // it may have appeared in the meantime
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return fmt.Errorf("name the finished file: %w", err)
	}
	return nil
}

// vacant returns nil when a file may be written at the path.
func vacant(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at %s: %w", path, err)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file: name one to write to", path)
	case !force:
		return fmt.Errorf("%w: %s; choose another name or use --force", ErrExists, path)
	}
	return nil
}
