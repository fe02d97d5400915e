package player

import (
	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
)

// State is where a sitting stands.
type State int

// The states.
const (
	Playing State = iota
	Paused
	Ending // stop was asked for: fading out
	Over
)

// Sound says whether anything can be heard.
type Sound int

// The states of the sound.
const (
	Starting Sound = iota // no device has answered yet
	Sounding
	Silent // no device: the sitting runs on silently, at real pace
)

// MinVolume and MaxVolume bound the volume, in decibels. At MinVolume nothing
// is heard.
const (
	MinVolume = -60.0
	MaxVolume = 0.0
)

// Status is what the player says of the sitting; the screen polls it.
type Status struct {
	State   State
	Frames  int64      // played so far, of the sitting's own time: pauses do not count
	Length  int64      // frames until the end; shorter once the piece is brought home
	Volume  float64    // decibels, −60…0
	Level   [2]float64 // left, right: RMS of the last quarter second after the volume, 0…1
	Sound   Sound
	Message string // one line about the sound, empty when all is well
	Piece   generator.Status
	Wish    generator.Wish // wished by the listener; Piece.Wish is what was applied
	Kept    int            // moments kept so far
	Ended   journal.Ending // once Over
	Saved   bool           // the sitting, with its ending, is durable
	SaveErr error          // why the latest record is not; it may yet be, until Done
}

// Pause fades out in 60 ms and holds the piece where it is.
func (p *Player) Pause() { p.change(func(c *controls) { c.paused = true }) }

// Resume goes on after a pause, with a fade of 60 ms.
func (p *Player) Resume() { p.change(func(c *controls) { c.paused = false }) }

// Stop fades out in under a second and ends the sitting. A paused sitting ends
// at once.
func (p *Player) Stop() { p.change(func(c *controls) { c.stopping = true }) }

// SetVolume glides to the volume in decibels, held to −60…0.
func (p *Player) SetVolume(decibels float64) {
	p.change(func(c *controls) { c.volume = clampVolume(decibels, c.volume) })
}

// SavePower has the process woken as seldom as the music allows, or as often as
// it takes to follow a picture that moves. What is heard is the same.
func (p *Player) SavePower(on bool) {
	p.saving.Store(on)
	p.output.SavePower(on)
}

// change replaces the wished state of the audio side by a changed copy.
func (p *Player) change(edit func(*controls)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	next := *p.stream.controls.Load()
	edit(&next)
	p.stream.controls.Store(&next)
}

// Status returns the state of the sitting; it never waits for the audio side
// or the disk.
func (p *Player) Status() Status {
	wished := p.stream.controls.Load()
	wish, kept := p.asked()
	sound := p.output.Status()
	piece := p.piece.Status()
	status := Status{
		Frames:  p.stream.played.Load(),
		Length:  p.length(piece),
		Volume:  wished.volume,
		Level:   p.stream.meter.Level(),
		Sound:   soundOf(sound.State),
		Message: sound.Message,
		Piece:   piece,
		Wish:    wish,
		Kept:    kept,
	}
	if status.Message == "" && piece.NonFinite {
		status.Message = "a moment of the music failed and was left silent: please report it"
	}
	switch {
	case p.stream.over.Load():
		status.State, status.Ended = Over, p.stream.ending()
		status.Length = status.Frames
	case wished.stopping:
		status.State = Ending
	case wished.paused:
		status.State = Paused
	}
	if outcome := p.saved.Load(); outcome != nil {
		status.Saved, status.SaveErr = outcome.durable, outcome.err
	}
	return status
}

// soundOf returns what the state of an output means to a listener.
func soundOf(state output.State) Sound {
	switch state {
	case output.Sounding:
		return Sounding
	case output.Mute:
		return Silent
	}
	return Starting
}

// Done is closed when the sitting is over and its record has been saved, or
// saving it has been tried for three seconds in vain: Status().SaveErr says so.
// From then on the player writes nothing, so that whoever saves Sitting() later,
// with what was answered after it, is not overwritten.
func (p *Player) Done() <-chan struct{} { return p.done }

// Sitting returns the record as it stands.
func (p *Player) Sitting() journal.Sitting {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.record()
}
