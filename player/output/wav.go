package output

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/gopxl/beep/v2"
)

// ErrLength is the error for more frames than a WAV file holds.
var ErrLength = errors.New("too long for a WAV file")

// wavFormat is 48 kHz, stereo, 24 bits.
var wavFormat = beep.Format{SampleRate: Rate, NumChannels: 2, Precision: 3}

// The sizes in a WAV header are 32 bits wide, and the size of the file that is
// written there leaves the first 8 bytes of the header out.
const (
	wavHeaderBytes = 44
	wavFrameBytes  = 6
	maxWAVFrames   = (1<<32 - 1 - (wavHeaderBytes - 8)) / wavFrameBytes
)

// wavChunkFrames is how many frames are made and written at a time: enough for
// the calls of the system to cost nothing, few enough for a cancelled context
// to be seen at once (design choice).
const wavChunkFrames = 4096

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
func WriteWAV(ctx context.Context, path string, streamer beep.Streamer, frames int64, force bool, progress func(done int64)) error {
	if err := CheckWAV(frames); err != nil {
		return err
	}
	piece := &excerpt{ctx: ctx, streamer: streamer, frames: frames, progress: progress}
	return WriteFile(path, force, func(file io.Writer) error {
		if err := encodeWAV(file, piece); err != nil {
			return fmt.Errorf("%s cannot be written: %w", path, withoutName(err))
		}
		return piece.Err()
	})
}

// encodeWAV writes the header and the frames of the piece, which says by its
// error whether they were all there. beep's encoder takes a power of two for
// each sample, which was a quarter of the time of a rendering.
func encodeWAV(w io.Writer, piece *excerpt) error {
	if _, err := w.Write(wavHeader(piece.frames)); err != nil {
		return err
	}
	samples := make([][2]float64, wavChunkFrames)
	encoded := make([]byte, 0, wavChunkFrames*wavFrameBytes)
	for {
		n, ok := piece.Stream(samples)
		if !ok {
			return nil
		}
		encoded = encoded[:0]
		for _, frame := range samples[:n] {
			encoded = appendSample24(appendSample24(encoded, frame[0]), frame[1])
		}
		if _, err := w.Write(encoded); err != nil {
			return err
		}
	}
}

// wavHeader returns the header of a file of that many frames: the RIFF chunk,
// the format chunk of plain PCM, and the head of the data chunk (Microsoft and
// IBM, Multimedia Programming Interface and Data Specifications 1.0, 1991).
func wavHeader(frames int64) []byte {
	const formatBytes, plainPCM = 16, 1
	data := uint32(frames * wavFrameBytes)
	rate, channels := uint32(wavFormat.SampleRate), uint16(wavFormat.NumChannels)
	le := binary.LittleEndian
	header := make([]byte, 0, wavHeaderBytes)
	header = append(header, "RIFF"...)
	header = le.AppendUint32(header, wavHeaderBytes-8+data)
	header = append(header, "WAVEfmt "...)
	header = le.AppendUint32(header, formatBytes)
	header = le.AppendUint16(header, plainPCM)
	header = le.AppendUint16(header, channels)
	header = le.AppendUint32(header, rate)
	header = le.AppendUint32(header, rate*wavFrameBytes)
	header = le.AppendUint16(header, wavFrameBytes)
	header = le.AppendUint16(header, uint16(8*wavFormat.Precision))
	header = append(header, "data"...)
	return le.AppendUint32(header, data)
}

// appendSample24 appends a sample as a signed integer of 24 bits, rounded to
// the nearest; below that many bits nothing is heard that dither could save.
// What exceeds full scale is held to it, and what is no number is silence.
func appendSample24(encoded []byte, sample float64) []byte {
	const fullScale = 1 << 23
	step := math.RoundToEven(sample * fullScale)
	switch {
	case step != step:
		step = 0
	case step > fullScale-1:
		step = fullScale - 1
	case step < -fullScale:
		step = -fullScale
	}
	bits := uint32(int32(step))
	return append(encoded, byte(bits), byte(bits>>8), byte(bits>>16))
}
