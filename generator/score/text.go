package score

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dulcet/generator/theory"
)

// WriteText writes what begins in [from, to) as lines that a musician can
// read: sections, chords with their voicing, and events in order of time.
// Times are minutes and seconds, velocities hundredths.
func (s *Sheet) WriteText(w io.Writer, from, to int64) error {
	out := bufio.NewWriter(w)
	inside := func(frame int64) bool { return frame >= from && frame < to }
	s.writeMotifs(out)
	sections, chords, key := s.Sections, s.Chords, theory.Key{Mode: theory.Ionian}
	for _, e := range s.Events {
		for len(sections) > 0 && sections[0].Frame <= e.Frame {
			key = sections[0].Key
			if inside(sections[0].Frame) {
				writeSection(out, sections[0])
			}
			sections = sections[1:]
		}
		for len(chords) > 0 && chords[0].Frame <= e.Frame {
			if c := chords[0]; inside(c.Frame) {
				fmt.Fprintf(out, "%s  -- %s ", clock(c.Frame), c.Symbol)
				for _, pitch := range c.Pitches {
					fmt.Fprintf(out, " %s", PitchName(key, pitch))
				}
				fmt.Fprintln(out)
			}
			chords = chords[1:]
		}
		if inside(e.Frame) {
			writeEvent(out, key, e)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("cannot write the score: %w", err)
	}
	return nil
}

func (s *Sheet) writeMotifs(out io.Writer) {
	for _, m := range s.Motifs {
		fmt.Fprintf(out, "motif %c  steps %v  beats", m.ID, m.Intervals)
		for _, beats := range m.Beats {
			fmt.Fprintf(out, " %g", rounded(beats))
		}
		fmt.Fprintln(out)
	}
}

func writeSection(out io.Writer, x Section) {
	fmt.Fprintf(out, "\n%s  == %s (%s)  %s %s  %.1f bpm  %s long\n",
		clock(x.Frame), x.Name, x.Form, x.Tonic, x.Mode, x.BPM.Float(), clock(x.Frames))
}

func writeEvent(out io.Writer, key theory.Key, e Event) {
	pitch := "   "
	if e.Part.Pitched() {
		pitch = PitchName(key, e.Pitch)
	}
	fmt.Fprintf(out, "%s  %-8s %-4s %6s  v%02d  %s", clock(e.Frame), e.Part, pitch, clock(e.Frames), e.Velocity*100/theory.One, e.Role)
	if e.Motif != 0 {
		fmt.Fprintf(out, " %c/%s #%d", e.Motif, e.Operation, e.Appearance)
	}
	fmt.Fprintln(out)
}

// PitchName returns a pitch as scientific pitch notation, spelled for the key:
// middle C is C4, the note above it C#4 or Db4.
func PitchName(key theory.Key, pitch int) string {
	name := key.Spell(pitch)
	// The octave is that of the letter: Cb4 is a semitone under C4.
	octave := (pitch-theory.PitchClass(pitch))/theory.SemitonesPerOctave - 1
	switch {
	case strings.HasPrefix(name, "Cb"):
		octave++
	case strings.HasPrefix(name, "B#"):
		octave--
	}
	return name + strconv.Itoa(octave)
}

// clock writes frames as minutes, seconds and hundredths.
func clock(frames int64) string {
	hundredths := (frames*100 + Rate/2) / Rate
	return fmt.Sprintf("%d:%02d.%02d", hundredths/6000, hundredths/100%60, hundredths%100)
}
