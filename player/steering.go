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
//
// A piece that replays steers itself until the listener does: its states are
// noted as the listener's own would be, and are what the listener goes on from.
type steering struct {
	wished   generator.Wish    // by the listener
	sent     generator.Wish    // to the piece
	applied  int64             // frame of the latest that is known to be applied
	waiting  bool              // the piece has not yet said so of sent
	replay   *generator.Replay // nil where the piece does not steer itself
	followed int               // how much of the replay is noted
	byHand   bool              // the listener has steered
	steers   []journal.Steer
}

// newSteering returns the steering of a piece that nothing was wished of yet.
func newSteering(piece Piece) steering {
	replay, _ := piece.(*generator.Replay)
	return steering{applied: piece.Status().WishFrame, replay: replay}
}

// forward sends the wished state, if the piece has not got it and is free to
// take it.
func (s *steering) forward(piece Piece) {
	if s.waiting || s.wished == s.sent {
		return
	}
	s.sent, s.waiting, s.byHand = s.wished, true, true
	piece.Steer(s.sent)
}

// confirm notes at which frame the piece applied what it was sent, which it
// told before this is called.
func (s *steering) confirm(frame int64) {
	s.follow()
	if !s.waiting || frame <= s.applied {
		return
	}
	s.waiting = false
	s.note(frame, s.sent)
}

// follow notes what a replay has applied by itself since the last look.
func (s *steering) follow() {
	if s.replay == nil {
		return
	}
	for _, steer := range s.replay.Followed()[s.followed:] {
		if !s.byHand {
			s.wished, s.sent = steer.Wish, steer.Wish
		}
		s.note(steer.Frame, steer.Wish)
		s.followed++
	}
}

// note puts a wish that was applied on record.
func (s *steering) note(frame int64, applied generator.Wish) {
	wish, err := json.Marshal(applied)
	if err != nil {
		panic("player: a wish is plain data and can always be written: " + err.Error())
	}
	s.applied = frame
	s.steers = append(s.steers, journal.Steer{Frame: frame, Wish: wish})
}
