package score

import "sort"

// ticksPerBeat is how finely a MIDI file divides a beat: at 30 beats a minute,
// the slowest pulse of the composer, a tick is 1.04 ms, and no note is more
// than half of that away from its time.
const ticksPerBeat = 1920

// longestBlock is how many beats of the timeline have one length at most. A
// length is a whole number of microseconds, and what is lost by rounding is
// made up in the next block.
const longestBlock = 64

// sixths is how many sixths of a microsecond a frame lasts: both are whole.
const sixths = 6 * 1_000_000 / Rate

// A timeline tells where in a MIDI file a frame lies.
type timeline struct {
	blocks  []block
	changes []tempoChange
}

// block is a stretch of beats of one length.
type block struct {
	start  int64 // when it begins in the file's own time, in sixths of a microsecond
	tick   int64
	micros int64 // length of a beat in microseconds
}

// tempoChange is what the file says of it.
type tempoChange struct{ tick, micros int64 }

// newTimeline divides the tempos of a sheet into blocks.
func newTimeline(s *Sheet) *timeline {
	tempos := s.Tempos
	if len(tempos) == 0 {
		tempos = []Tempo{{Frames: Rate, Beats: 1, Meter: 4}} // a beat a second, as Place counts
	}
	times := &timeline{}
	at, tick := int64(0), int64(0)
	for _, tempo := range tempos {
		for beat := 0; beat < tempo.Beats; beat += longestBlock {
			beats := int64(min(longestBlock, tempo.Beats-beat))
			until := (tempo.Frame + tempo.Frames*(int64(beat)+beats)/int64(tempo.Beats)) * sixths
			micros := max(1, min((until-at+3*beats)/(6*beats), longestBeat))
			if count := len(times.changes); count == 0 || times.changes[count-1].micros != micros {
				times.changes = append(times.changes, tempoChange{tick, micros})
			}
			times.blocks = append(times.blocks, block{at, tick, micros})
			at, tick = at+6*micros*beats, tick+beats*ticksPerBeat
		}
	}
	return times
}

// longestBeat is what three bytes hold, in microseconds.
const longestBeat = 1<<24 - 1

// tick returns the tick nearest to a frame.
func (t *timeline) tick(frame int64) int64 {
	time := max(frame, 0) * sixths
	after := sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].start > time })
	b := t.blocks[max(after-1, 0)]
	beat := 6 * b.micros
	return b.tick + ((time-b.start)*ticksPerBeat+beat/2)/beat
}
