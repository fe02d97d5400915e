package player

import (
	"time"

	"dulcet/generator"
	"dulcet/journal"
)

// wish changes what is wished of the piece and sends it on. None of the methods
// that call it waits.
func (p *Player) wish(change func(*generator.Wish)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(&p.steering.wished)
	p.steering.forward(p.piece)
}

// Turn turns a dial of the music by a distance, inside −1…1 of where the brief
// has it.
func (p *Player) Turn(dial journal.Dial, by float64) {
	p.wish(func(w *generator.Wish) { w.Turn(dial, by) })
}

// Level turns parts of the piece up or down by decibels.
func (p *Player) Level(parts generator.Parts, decibels float64) {
	p.wish(func(w *generator.Wish) { w.Levels.Move(parts, decibels) })
}

// Hold lets the present section of the piece go on, varied, or lets it go.
func (p *Player) Hold(held bool) { p.wish(func(w *generator.Wish) { w.Hold = held }) }

// MoveOn asks for the next section at the end of the phrase.
func (p *Player) MoveOn() { p.wish(func(w *generator.Wish) { w.MoveOn++ }) }

// NextSoundscape asks for another soundscape.
func (p *Player) NextSoundscape() { p.wish(func(w *generator.Wish) { w.Soundscape++ }) }

// Home asks the piece to come home within generator.HomeSeconds.
func (p *Player) Home() {
	p.wish(func(w *generator.Wish) { w.Home, w.Deadline = w.Home+1, 0 })
}

// EndAt asks the piece to come home so that it ends at a frame of the sitting,
// which may be earlier or later than it would. What is too early for a landing
// comes home as soon as it can.
func (p *Player) EndAt(frame int64) {
	p.wish(func(w *generator.Wish) { w.Deadline = max(frame, 1) })
}

// Longer moves the end by a time, which is negative for an earlier one.
func (p *Player) Longer(by time.Duration) {
	piece := p.piece.Status()
	p.wish(func(w *generator.Wish) {
		deadline := p.length(piece)
		if w.Deadline > 0 && w.Deadline != piece.Wish.Deadline {
			deadline = w.Deadline // asked for a moment ago
		}
		w.Deadline = max(deadline+by.Milliseconds()*generator.Rate/1000, 1)
	})
}

// Keep notes the moment that is heard now as one to come back to, and returns
// its frame. The music does not change.
func (p *Player) Keep() int64 {
	frame := max(p.stream.played.Load()-p.output.Delay(), 0)
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.kept); n == 0 || p.kept[n-1] != frame {
		p.kept = append(p.kept, frame)
	}
	return frame
}

// asked returns what the listener wishes, and how many moments were kept.
func (p *Player) asked() (generator.Wish, int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.steering.wished, len(p.kept)
}
