package compose

// A Plan is the whole of what the composer is told.
type Plan struct {
	Seed      uint64
	Frames    int64 // the deadline: the piece has rung out by then
	Waypoints []Waypoint
	Style     Style
}
