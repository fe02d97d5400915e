package player

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"github.com/gopxl/beep/v2"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// Keeper keeps sittings. The store is one.
type Keeper interface {
	// SaveSitting returns nil when the sitting is durable. A sitting with the
	// same id replaces the one before.
	SaveSitting(journal.Sitting) error
}

// Piece is the music of a sitting. *generator.Piece is one.
type Piece interface {
	beep.Streamer
	Steer(generator.Wish)
	Status() generator.Status
}

var _ Piece = (*generator.Piece)(nil)

// Options say what a sitting is.
type Options struct {
	Brief generator.Brief
	Piece Piece // nil is the piece of the brief

	// Record is the sitting as it will be kept. The caller fills in what only
	// it knows: ID, Stamp, Varied, Propensity, Before. The player fills in what
	// the brief says, and how the sitting went. Steering is that of an earlier
	// sitting of the brief: the piece follows it until the listener steers.
	Record journal.Sitting

	Output         output.Output // stays open after the sitting
	Keeper         Keeper        // nil keeps no record
	VolumeDecibels float64       // −60…0
}

// Player plays one sitting from fade-in to landing and keeps its record.
type Player struct {
	output output.Output
	piece  Piece
	keeper Keeper
	frames int64 // of the brief
	stream *stream
	saving atomic.Bool
	saved  atomic.Pointer[outcome]
	done   chan struct{}

	mu       sync.Mutex // never taken by the audio side
	sitting  journal.Sitting
	steering steering
	kept     []int64 // frames
}

// Start begins a sitting: the output pulls from it from now on.
func Start(options Options) (*Player, error) {
	if options.Output == nil {
		return nil, errors.New("a sitting needs an output: open a speaker or a silent one")
	}
	if options.Piece == nil {
		if options.Brief.Frames() <= 0 {
			return nil, fmt.Errorf("a sitting of %v minutes cannot be played: ask for at least %d", options.Brief.Minutes, generator.MinMinutes)
		}
		piece, err := pieceOf(options)
		if err != nil {
			return nil, err
		}
		options.Piece = piece
	}
	p := &Player{
		output:   options.Output,
		piece:    options.Piece,
		keeper:   options.Keeper,
		frames:   options.Brief.Frames(),
		stream:   newStream(options.Piece, clampVolume(options.VolumeDecibels, MaxVolume), options.Output.Delay()),
		done:     make(chan struct{}),
		sitting:  fill(options.Record, options.Brief),
		steering: newSteering(options.Piece),
	}
	p.output.Play(p.stream)
	records := make(chan journal.Sitting, 1)
	records <- p.Sitting()
	go p.save(records)
	go p.follow(records)
	return p, nil
}

// pieceOf returns the piece of the brief, which follows the steering of an
// earlier sitting where there is one.
func pieceOf(options Options) (Piece, error) {
	if len(options.Record.Steering) == 0 {
		return generator.New(options.Brief), nil
	}
	steering, err := generator.ReadSteering(options.Record.Steering)
	if err != nil {
		return nil, fmt.Errorf("the piece cannot be steered as it was: %w", err)
	}
	return generator.NewReplay(options.Brief, steering), nil
}

// fill returns the record with what the brief says.
func fill(sitting journal.Sitting, brief generator.Brief) journal.Sitting {
	sitting.Goal = brief.Goal
	sitting.Seed = brief.Seed
	sitting.Engine = generator.Engine
	sitting.Code = brief.Code()
	sitting.Minutes = brief.Minutes
	sitting.Mood = brief.Mood
	sitting.Dials = brief.Dials
	sitting.Frames = 0
	sitting.Steering, sitting.Kept = nil, nil
	sitting.Ended = journal.Killed
	return sitting
}

// length returns the frames of the whole sitting, as the piece sees it now.
func (p *Player) length(piece generator.Status) int64 {
	if piece.Deadline > 0 {
		return piece.Deadline
	}
	return p.frames
}

// clampVolume holds a volume to its bounds; what is no number is fallback.
func clampVolume(decibels, fallback float64) float64 {
	if math.IsNaN(decibels) {
		return fallback
	}
	return min(max(decibels, MinVolume), MaxVolume)
}
