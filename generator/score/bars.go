package score

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"dulcet/generator/theory"
)

// WriteBars writes the bars from…to−1, counted from 0, so that a musician can
// read them: under the chords a line for each part and what it does, with its
// dynamic, a column for each beat. Onsets and ends are rounded to sixteenths.
//
//	25  2:08  chords              Dm9          -      G/D    -
//	          piano melody    mp  A4           C5·B4  A4     -  a/sequence #12
//	          bass ground     p   D2           -      -      -
//
// A name begins a note, "-" holds it, "." rests; "·" divides the beat, in two
// or in four, and "+" joins what is struck together. Every drum has a line of
// its own, where "x" is a stroke. A bar in which nothing begins is only held.
// Bars are counted from 1 on the page.
func (s *Sheet) WriteBars(w io.Writer, from, to int) error {
	out := bufio.NewWriter(w)
	s.writeMotifs(out)
	for number := from; number < to; number++ {
		b, ok := s.bar(number)
		if !ok {
			break
		}
		for _, x := range s.Sections {
			if at := b.slot(x.Frame); at >= 0 && at < b.slots() {
				writeSection(out, x)
			}
		}
		b.write(out, s)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("cannot write the score: %w", err)
	}
	return nil
}

// bar is one bar of a sheet.
type bar struct {
	number        int
	frame, frames int64
	meter         int
}

// slotsPerBeat is how finely bars are read: in sixteenths.
const slotsPerBeat = 4

// bar returns a bar by its number.
func (s *Sheet) bar(number int) (b bar, ok bool) {
	for _, t := range s.Tempos {
		if at := int64(number - t.Bar); at >= 0 && at*int64(t.Meter) < int64(t.Beats) {
			frame := t.Frame + t.Frames*at*int64(t.Meter)/int64(t.Beats)
			return bar{number, frame, t.Frames * int64(t.Meter) / int64(t.Beats), t.Meter}, true
		}
	}
	return bar{}, false
}

func (b *bar) slots() int { return b.meter * slotsPerBeat }

// slot returns the sixteenth of the bar nearest to a frame; below 0 and from
// slots() on it lies in other bars.
func (b *bar) slot(frame int64) int {
	return int(divideDown((frame-b.frame)*2*int64(b.slots())+b.frames, 2*b.frames))
}

// write writes the bar.
func (b *bar) write(out io.Writer, s *Sheet) {
	rows := []row{b.chordRow(s)}
	events := b.events(s)
	for part := range PitchedCount {
		for role := range Scenery {
			if r, sounds := b.partRow(s, events, part, role); sounds {
				rows = append(rows, r)
			}
		}
	}
	for _, drum := range drums {
		if r, sounds := b.drumRow(events, drum.number); sounds {
			rows = append(rows, r)
		}
	}
	minutes := b.frame / Rate / 60
	head := fmt.Sprintf("%-4d%d:%02d", b.number+1, minutes, b.frame/Rate-60*minutes)
	if !slices.ContainsFunc(rows, row.begins) {
		fmt.Fprintf(out, "%-10sheld\n\n", head)
		return
	}
	title, widths := 0, make([]int, b.meter)
	for _, r := range rows {
		title = max(title, len(r.title))
		for beat := range widths {
			widths[beat] = max(widths[beat], utf8.RuneCountInString(r.cell(beat)))
		}
	}
	for _, r := range rows {
		line := fmt.Sprintf("%-10s%-*s  %-3s", head, title, r.title, dynamic(r.velocity, r.notes))
		for beat, width := range widths {
			cell := r.cell(beat)
			line += " " + cell + strings.Repeat(" ", width-utf8.RuneCountInString(cell))
		}
		fmt.Fprintln(out, strings.TrimRight(line+" "+r.motifs, " "))
		head = ""
	}
	fmt.Fprintln(out)
}

// events returns what plays and sounds in the bar.
func (b *bar) events(s *Sheet) []Event {
	var events []Event
	for _, e := range s.Events {
		if from := b.slot(e.Frame); e.Part.Plays() && from < b.slots() && (from >= 0 || b.slot(e.Frame+e.Frames) > 0) {
			events = append(events, e)
		}
	}
	return events
}

// chordRow returns the line of the chord symbols.
func (b *bar) chordRow(s *Sheet) row {
	r := b.newRow("chords")
	for _, c := range s.Chords {
		b.enter(&r, c.Frame, c.Frames, c.Symbol)
	}
	return r
}

// partRow returns the line of a part in a role, and whether it sounds.
func (b *bar) partRow(s *Sheet, events []Event, part Part, role Role) (r row, sounds bool) {
	r = b.newRow(part.String() + " " + role.String())
	appearance := uint32(0)
	for _, e := range events {
		if e.Part != part || e.Role != role {
			continue
		}
		sounds = true
		b.enter(&r, e.Frame, e.Frames, PitchName(s.keyAt(e.Frame), e.Pitch))
		if b.slot(e.Frame) < 0 {
			continue
		}
		r.velocity, r.notes = r.velocity+e.Velocity, r.notes+1
		if e.Motif != 0 && e.Appearance != appearance {
			appearance = e.Appearance
			r.motifs += fmt.Sprintf(" %c/%v #%d", e.Motif, e.Operation, e.Appearance)
		}
	}
	return r, sounds
}

// keyAt returns the key in which a frame lies.
func (s *Sheet) keyAt(frame int64) theory.Key {
	after := sort.Search(len(s.Sections), func(i int) bool { return s.Sections[i].Frame > frame })
	if after == 0 {
		return theory.Key{Mode: theory.Ionian}
	}
	return s.Sections[after-1].Key
}

// drumRow returns the line of a drum, and whether it is struck.
func (b *bar) drumRow(events []Event, number int) (r row, struck bool) {
	r = b.newRow(Kit.String() + " " + DrumName(number))
	for _, e := range events {
		if at := b.slot(e.Frame); e.Part == Kit && e.Pitch == number && at >= 0 {
			r.struck[at] = "x"
			r.velocity, r.notes = r.velocity+e.Velocity, r.notes+1
		}
	}
	return r, r.notes > 0
}

func (b *bar) newRow(title string) row {
	return row{title: title, struck: make([]string, b.slots()), held: make([]bool, b.slots())}
}

// enter puts what lasts from a frame on into the row, as far as it falls into
// the bar.
func (b *bar) enter(r *row, frame, frames int64, name string) {
	from, to := b.slot(frame), b.slot(frame+frames)
	if from >= b.slots() {
		return
	}
	if from >= 0 {
		if r.struck[from] != "" {
			name = r.struck[from] + "+" + name
		}
		r.struck[from] = name
	}
	for slot := max(from+1, 0); slot < min(to, b.slots()); slot++ {
		r.held[slot] = true
	}
}
