package soundscape

import "dulcet/generator/dsp"

const (
	birdSingers = 6
	birdMotifs  = 4 // in a bird's repertoire
	motifNotes  = 7 // at most
)

// A voice says how a kind of bird sings.
type voice struct {
	low, high     float64 // hertz, of where notes lie
	short, long   float64 // seconds of a note
	rest          float64 // seconds between two notes
	notes         [2]int  // fewest and most notes of a motif
	repeats       [2]int  // how often a motif is sung in a row
	sweep         float64 // how far a note's pitch moves, as a share of it
	trill         float64 // how likely a note is to be trilled
	wait          [2]float64
	loud          float32
	alternatesTwo bool // between two pitches, as a great tit does
}

// voices are the birds of a garden in Europe, in the order in which they wake.
// Pitches and times are of the order that field guides give (Bergmann & Helb
// 1982, Stimmen der Vögel Europas), kept below 4.5 kHz.
var voices = [birdSingers]voice{
	// A blackbird: low, fluted, unhurried.
	{low: 1500, high: 2500, short: 0.12, long: 0.32, rest: 0.05, notes: [2]int{4, 7}, repeats: [2]int{1, 1}, sweep: 0.16, trill: 0.12, wait: [2]float64{2.5, 7}, loud: 1},
	// A wood pigeon: five soft notes, three times.
	{low: 430, high: 520, short: 0.28, long: 0.6, rest: 0.13, notes: [2]int{5, 5}, repeats: [2]int{2, 4}, sweep: 0.05, wait: [2]float64{9, 22}, loud: 0.6},
	// A song thrush: every motif two to four times.
	{low: 1900, high: 3400, short: 0.07, long: 0.2, rest: 0.06, notes: [2]int{2, 4}, repeats: [2]int{2, 4}, sweep: 0.25, trill: 0.2, wait: [2]float64{1.2, 4}, loud: 0.6},
	// A robin: thin, falling, with pauses.
	{low: 2200, high: 4000, short: 0.05, long: 0.22, rest: 0.02, notes: [2]int{5, 7}, repeats: [2]int{1, 1}, sweep: 0.3, trill: 0.3, wait: [2]float64{3, 8}, loud: 0.4},
	// A great tit: two pitches, up and down.
	{low: 2700, high: 3800, short: 0.09, long: 0.17, rest: 0.06, notes: [2]int{2, 2}, repeats: [2]int{4, 8}, sweep: 0.04, wait: [2]float64{4, 11}, loud: 0.42, alternatesTwo: true},
	// Another blackbird, farther away.
	{low: 1400, high: 2300, short: 0.14, long: 0.36, rest: 0.06, notes: [2]int{3, 6}, repeats: [2]int{1, 1}, sweep: 0.14, trill: 0.1, wait: [2]float64{3, 9}, loud: 0.45},
}

// A call is one note of a song.
type call struct {
	from, to float32 // hertz
	arc      float32 // hertz that the pitch rises in the middle, or falls
	seconds  float32
	rest     float32 // seconds after it
	trill    float32 // hertz, 0 for none
	loud     float32
}

// A motif is a phrase that a bird knows.
type motif struct {
	calls [motifNotes]call
	count int
}

// A bird is one singer.
type bird struct {
	voice       *voice
	lot         dsp.Lot
	motifs      [birdMotifs]motif
	left, right float32
	loud        float32

	motif   int     // that it sings
	repeats int     // of the motif still to come; 0 while it waits
	next    int     // call of the motif
	clock   float32 // seconds within the call and the rest after it
	wait    float32 // seconds until it sings
	tone    float32 // of this phrase, how much higher than usual
	phase   uint32
	gain    float32 // at the end of the last quantum
	hertz   float32
}

func newBird(seed uint64, number int) bird {
	b := bird{voice: &voices[number], lot: dsp.DrawLot(seed, uint64(40+number)), tone: 1}
	for i := range b.motifs {
		b.motifs[i] = b.voice.compose(&b.lot)
	}
	b.left, b.right = dsp.Pan(seat(&b.lot, number))
	b.loud = b.voice.loud * float32(0.7+0.3*b.lot.Unit())
	b.wait = float32(0.5 + b.voice.wait[1]*b.lot.Unit())
	return b
}

// between returns a whole number from a range.
func between(lot *dsp.Lot, limits [2]int) int {
	return limits[0] + int(float64(limits[1]-limits[0]+1)*0.9999*lot.Unit())
}

// compose makes a motif of the voice's kind.
func (v *voice) compose(lot *dsp.Lot) motif {
	m := motif{count: min(between(lot, v.notes), motifNotes)}
	at := lot.Unit()
	for i := range m.count {
		if v.alternatesTwo {
			at = float64(i)
		} else {
			at = min(max(at+0.9*(lot.Unit()-0.5), 0), 1)
		}
		hertz := dsp.Geometric(v.low, v.high, at)
		bend := v.sweep * lot.Signed()
		m.calls[i] = call{
			from: float32(hertz * (1 - bend/2)), to: float32(hertz * (1 + bend/2)),
			arc:     float32(hertz * v.sweep * 0.5 * lot.Signed()),
			seconds: float32(dsp.Geometric(v.short, v.long, lot.Unit())),
			rest:    float32(v.rest * (0.6 + 0.8*lot.Unit())),
			loud:    float32(0.6 + 0.4*lot.Unit()),
		}
		if lot.Unit() < v.trill {
			m.calls[i].trill = float32(18 + 16*lot.Unit())
		}
	}
	return m
}

// singing reports whether the bird is in the middle of a phrase.
func (b *bird) singing() bool { return b.repeats > 0 }

// live takes the bird on by one quantum: may is how much it dares to sing, and
// singing how many of all birds do.
func (b *bird) live(may float32, singing int) {
	if !b.singing() {
		b.wait -= quantumSeconds
		if b.wait > 0 {
			return
		}
		if b.lot.Unit() > float64(may) || singing > 1 {
			b.wait = float32(0.3 + 2*b.lot.Unit())
			return
		}
		b.motif = int(birdMotifs * 0.9999 * b.lot.Unit())
		b.repeats = between(&b.lot, b.voice.repeats)
		b.tone = float32(1 + 0.012*b.lot.Signed())
		b.next, b.clock = 0, 0
		return
	}
	b.clock += quantumSeconds
	m := &b.motifs[b.motif]
	now := &m.calls[b.next]
	if b.clock < now.seconds+now.rest {
		return
	}
	b.clock = 0
	b.next++
	if b.next < m.count {
		return
	}
	b.next = 0
	b.repeats--
	b.clock = -2 * now.rest // a breath before the motif comes again
	if may < 0.3 {
		b.repeats = 0 // frightened
	}
	if b.repeats == 0 {
		b.clock = 0
		b.wait = float32(dsp.Mix(b.voice.wait[0], b.voice.wait[1], b.lot.Unit()))
	}
}

// level returns gain and pitch at the moment.
func (b *bird) level() (gain, hertz float32) {
	if !b.singing() {
		return 0, b.hertz
	}
	c := &b.motifs[b.motif].calls[b.next]
	x := b.clock / c.seconds
	if x <= 0 || x >= 1 {
		return 0, c.from * b.tone
	}
	bump := 4 * x * (1 - x)
	hertz = (c.from + (c.to-c.from)*x + c.arc*bump) * b.tone
	gain = bow(min(1, 6*x)) * bow(min(1, 2.2*(1-x))) * c.loud
	if c.trill > 0 {
		shake := dsp.Sine(uint32(int64(c.trill * b.clock * (1 << 32))))
		gain *= 0.55 + 0.45*shake
		hertz *= 1 + 0.02*shake
	}
	return gain, hertz
}

// render adds a quantum of the song to bed.
func (b *bird) render(bed *dsp.HalfStereo, loud float32) {
	gain, hertz := b.level()
	to := gain * b.loud * loud
	from, rise := b.gain, (to-b.gain)/halfQuantum
	if from == 0 {
		b.hertz = hertz // a note starts where it starts
	}
	start := dsp.PhaseStep(atHalf * b.hertz)
	bend := (dsp.PhaseStep(atHalf*hertz) - start) / halfQuantum
	if d := int32(dsp.PhaseStep(atHalf*hertz) - start); d < 0 {
		bend = uint32(d / halfQuantum)
	}
	b.gain, b.hertz = to, hertz
	if from == 0 && to == 0 {
		return
	}
	sine, phase, step := dsp.SineTable(), b.phase, start
	for i := range bed.Left {
		x := from * sine.At(phase)
		bed.Left[i] += b.left * x
		bed.Right[i] += b.right * x
		phase += step
		step += bend
		from += rise
	}
	b.phase = phase
}
