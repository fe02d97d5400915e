package player

import (
	"encoding/json"

	"dulcet/generator"
	"dulcet/journal"
)

// steering hands the listener's wishes to the piece, one after another: the
// next goes out when the piece has said at which frame the one before was
// applied. Of those that wait only the latest counts, because a wish is the
// whole state. So every state that the piece was ever in is known with its
// frame, and a replay is exact.
type steering struct {
	wished  generator.Wish // by the listener
	sent    generator.Wish // to the piece
	applied int64          // frame of the latest that is known to be applied
	waiting bool           // the piece has not yet said so of sent
	steers  []journal.Steer
}

// newSteering returns the steering of a piece that nothing was wished of yet.
func newSteering(piece Piece) steering { return steering{applied: piece.Status().WishFrame} }

// forward sends the wished state, if the piece has not got it and is free to
// take it.
func (s *steering) forward(piece Piece) {
	if s.waiting || s.wished == s.sent {
		return
	}
	s.sent, s.waiting = s.wished, true
	piece.Steer(s.sent)
}

// confirm notes at which frame the piece applied what it was sent.
func (s *steering) confirm(frame int64) {
	if !s.waiting || frame <= s.applied {
		return
	}
	s.applied, s.waiting = frame, false
	wish, err := json.Marshal(s.sent)
	if err != nil {
		panic("player: a wish is plain data and can always be written: " + err.Error())
	}
	s.steers = append(s.steers, journal.Steer{Frame: frame, Wish: wish})
}
