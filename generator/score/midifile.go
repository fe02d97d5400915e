package score

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
)

// Status bytes and meta events of the Standard MIDI File (MIDI Manufacturers
// Association, RP-001, 1996).
const (
	statusNoteOff = 0x80
	statusNoteOn  = 0x90
	statusProgram = 0xC0
	statusMeta    = 0xFF

	metaText          = 0x01
	metaTrackName     = 0x03
	metaMarker        = 0x06
	metaCuePoint      = 0x07
	metaEnd           = 0x2F
	metaTempo         = 0x51
	metaTimeSignature = 0x58
	metaKeySignature  = 0x59
)

// midiTrack gathers the events of a track, in any order.
type midiTrack struct {
	events []midiEvent
	last   int64 // tick of the end of the track
}

// midiEvent is one event of a track, without its time.
type midiEvent struct {
	tick  int64
	bytes []byte
}

// message adds a message of a channel.
func (t *midiTrack) message(tick int64, data ...byte) {
	t.events = append(t.events, midiEvent{tick, data})
}

// meta adds what only a file can say.
func (t *midiTrack) meta(tick int64, kind byte, data []byte) {
	event := appendQuantity([]byte{statusMeta, kind}, int64(len(data)))
	t.message(tick, append(event, data...)...)
}

// end puts the end of the track at a tick, or after its last event.
func (t *midiTrack) end(tick int64) { t.last = tick }

// bytes returns the track as it stands in the file: events in order of time,
// each after the ticks since the one before. At one tick notes end before
// others begin.
func (t *midiTrack) bytes() []byte {
	slices.SortStableFunc(t.events, func(a, b midiEvent) int {
		return cmp.Or(cmp.Compare(a.tick, b.tick), a.rank()-b.rank())
	})
	var out []byte
	now := int64(0)
	for _, e := range t.events {
		out = append(appendQuantity(out, e.tick-now), e.bytes...)
		now = e.tick
	}
	return append(appendQuantity(out, max(t.last-now, 0)), statusMeta, metaEnd, 0)
}

// rank orders events of one tick: what is said about what follows, notes that
// end, notes that begin.
func (e midiEvent) rank() int {
	switch e.bytes[0] & 0xF0 {
	case statusNoteOff:
		return 1
	case statusNoteOn:
		return 2
	}
	return 0
}

// appendQuantity appends a number as MIDI files write it: seven bits a byte,
// highest first, the top bit set on all but the last.
func appendQuantity(out []byte, n int64) []byte {
	for shift := 21; shift > 0; shift -= 7 {
		if n>>shift > 0 {
			out = append(out, byte(n>>shift)|0x80)
		}
	}
	return append(out, byte(n&0x7F))
}

// writeMIDIFile writes tracks that sound together: format 1.
func writeMIDIFile(w io.Writer, ticksPerBeat int, tracks []*midiTrack) error {
	var file bytes.Buffer
	chunk(&file, "MThd", binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(
		binary.BigEndian.AppendUint16(nil, 1), uint16(len(tracks))), uint16(ticksPerBeat)))
	for _, t := range tracks {
		chunk(&file, "MTrk", t.bytes())
	}
	_, err := file.WriteTo(w)
	return err
}

// chunk writes a named part of the file with its length.
func chunk(file *bytes.Buffer, name string, data []byte) {
	file.WriteString(name)
	file.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	file.Write(data)
}
