package compose

// A Plan is the whole of what the composer is told.
type Plan struct {
	Seed      uint64
	Start     int64 // the first frame
	Frames    int64 // the deadline: the piece has rung out by then
	Waypoints []Waypoint
	Style     Style
	Dawn      *Plan // a piece of its own that begins, after a silence, at its Start, on the same ideas and waypoints; nil is none
}

// middle returns the frame in the middle of the piece.
func (p *Plan) middle() int64 { return p.Start + (p.Frames-p.Start)/2 }

// End returns the frame at which all is over, a dawn included.
func (p *Plan) End() int64 {
	if p.Dawn != nil {
		return max(p.Dawn.Frames, p.Frames)
	}
	return p.Frames
}
