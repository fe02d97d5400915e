package score_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"
)

// midiFile is what a sequencer makes of a file.
type midiFile struct {
	format, division int
	tracks           []midiTrack
}

type midiTrack struct {
	name    string
	program int // or −1
	notes   []midiNote
	metas   []midiMeta
	end     float64 // seconds
}

type midiNote struct {
	from, to                 float64 // seconds
	channel, pitch, velocity int
}

type midiMeta struct {
	at   float64 // seconds
	kind byte
	data []byte
}

// readMIDI reads a Standard MIDI File of format 1 as strictly as it can.
func readMIDI(t *testing.T, data []byte) midiFile {
	t.Helper()
	header, rest := readChunk(t, data, "MThd")
	file := midiFile{format: int(binary.BigEndian.Uint16(header)), division: int(binary.BigEndian.Uint16(header[4:]))}
	var clock tempoMap
	for i := range int(binary.BigEndian.Uint16(header[2:])) {
		var track []byte
		track, rest = readChunk(t, rest, "MTrk")
		file.tracks = append(file.tracks, readTrack(t, track, &clock, file.division, i == 0))
	}
	if len(rest) > 0 {
		t.Fatalf("%d bytes follow the last track", len(rest))
	}
	return file
}

func readChunk(t *testing.T, data []byte, name string) (chunk, rest []byte) {
	t.Helper()
	if len(data) < 8 || string(data[:4]) != name {
		t.Fatalf("no %s chunk in %q", name, data[:min(len(data), 8)])
	}
	end := 8 + int(binary.BigEndian.Uint32(data[4:]))
	if end > len(data) {
		t.Fatalf("%s is %d bytes longer than the file", name, end-len(data))
	}
	return data[8:end], data[end:]
}

// tempoMap turns ticks into seconds.
type tempoMap []tempoChange

type tempoChange struct {
	tick   int
	at     float64 // seconds
	micros int     // a beat
}

func (m *tempoMap) add(tick, micros, division int) {
	*m = append(*m, tempoChange{tick, m.seconds(tick, division), micros})
}

func (m *tempoMap) seconds(tick, division int) float64 {
	now := tempoChange{micros: 500000} // what holds where nothing is said
	i, _ := slices.BinarySearchFunc(*m, tick+1, func(c tempoChange, tick int) int { return c.tick - tick })
	if i > 0 {
		now = (*m)[i-1]
	}
	return now.at + float64(tick-now.tick)*float64(now.micros)/1e6/float64(division)
}

func readTrack(t *testing.T, data []byte, clock *tempoMap, division int, conductor bool) midiTrack {
	t.Helper()
	track, tick, ended := midiTrack{program: -1}, 0, false
	held := map[int]int{} // index of the note that sounds, by channel and pitch
	quantity := func() int {
		n := 0
		for i := 0; ; i++ {
			b := data[0]
			data = data[1:]
			n = n<<7 | int(b&0x7F)
			if b < 0x80 {
				return n
			}
			if i == 3 {
				t.Fatal("a quantity of more than four bytes")
			}
		}
	}
	for len(data) > 0 {
		if ended {
			t.Fatal("something follows the end of a track")
		}
		tick += quantity()
		at := clock.seconds(tick, division)
		status := data[0]
		channel := int(status & 0xF)
		switch status & 0xF0 {
		case 0xF0:
			kind := data[1]
			data = data[2:]
			length := quantity()
			body := data[:length]
			data = data[length:]
			switch kind {
			case 0x2F:
				track.end, ended = at, true
			case 0x03:
				track.name = string(body)
			case 0x51:
				if !conductor {
					t.Error("a tempo outside the first track")
				}
				clock.add(tick, int(body[0])<<16|int(body[1])<<8|int(body[2]), division)
			default:
				track.metas = append(track.metas, midiMeta{at, kind, body})
			}
		case 0xC0:
			track.program = int(data[1])
			data = data[2:]
		case 0x90:
			pitch, velocity := int(data[1]), int(data[2])
			data = data[3:]
			if _, sounding := held[channel<<7|pitch]; sounding || velocity == 0 {
				t.Fatalf("pitch %d begins with velocity %d, sounding already: %v", pitch, velocity, sounding)
			}
			held[channel<<7|pitch] = len(track.notes)
			track.notes = append(track.notes, midiNote{at, math.NaN(), channel, pitch, velocity})
		case 0x80:
			pitch := int(data[1])
			data = data[3:]
			index, sounding := held[channel<<7|pitch]
			if !sounding {
				t.Fatalf("pitch %d ends and never began", pitch)
			}
			track.notes[index].to = at
			delete(held, channel<<7|pitch)
		default:
			t.Fatalf("status %x", status)
		}
	}
	if !ended || len(held) > 0 {
		t.Errorf("track %q: ended %v with %d notes sounding", track.name, ended, len(held))
	}
	return track
}
