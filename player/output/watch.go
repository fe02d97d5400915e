package output

import "time"

// When a device counts as there, as lost, and as no device at all. The numbers
// were found by taking sound servers away from drivers: without a device a
// driver still asks for half a buffer or for just one.
const (
	answerWithin = 3 * time.Second         // from the start to being alive
	lostAfter    = 1500 * time.Millisecond // without a request, once alive
	settleTime   = 120 * time.Millisecond  // from the first request to being alive
	mostAhead    = Rate                    // frames that a device may be ahead of real time
	leak         = 1.1                     // a device's clock may be this much fast
)

// primed is the most that is asked for when nothing is heard: the driver's
// buffer and what the child keeps ahead of it.
const primed = int64(BufferFrames + aheadFrames)

// A verdict is what the requests say of a device.
type verdict int

const (
	undecided verdict = iota
	alive
	absent // it never answered
	lost   // it was alive and has stopped asking
	racing // it asks faster than anybody could listen
)

// A watch judges a device by its requests. The time that it is told is time
// that this process lived through, so that a stopped process blames no device.
type watch struct {
	asked    int64         // frames
	ahead    float64       // frames asked for beyond real time
	sinceUp  time.Duration // since the start
	sinceAsk time.Duration // since the latest request
	settling time.Duration // since the first request
	alive    bool
}

// ask notes a request.
func (w *watch) ask(frames int) {
	w.asked += int64(frames)
	w.ahead += float64(frames)
	w.sinceAsk = 0
}

// advance lets time go by and returns what is known then.
func (w *watch) advance(elapsed time.Duration) verdict {
	w.sinceUp += elapsed
	w.sinceAsk += elapsed
	if w.asked > 0 {
		w.settling += elapsed
	}
	w.ahead = max(0, w.ahead-elapsed.Seconds()*Rate*leak)
	switch {
	case w.ahead > mostAhead:
		return racing
	case w.alive && w.sinceAsk >= lostAfter:
		return lost
	case w.alive:
		return alive
	case w.asked > primed && w.settling >= settleTime:
		w.alive = true
		return alive
	case w.sinceUp >= answerWithin:
		return absent
	}
	return undecided
}
