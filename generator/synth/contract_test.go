package synth

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// An ensembleMember is an instrument with the register that it is played in.
type ensembleMember struct {
	name      string
	make      func(seed uint64) Instrument
	low, high int     // MIDI numbers
	voices    int     // that play at once
	swell     float64 // seconds within which a note reaches its peak
}

// member returns the instrument of a part with its register.
func member(part score.Part, voices int, swell float64) ensembleMember {
	low, high := part.Range()
	return ensembleMember{part.String(), func(seed uint64) Instrument { return &outlet{Instrument: New(part, seed)} }, low, high, voices, swell}
}

var members = []ensembleMember{
	member(score.Strings, stringsVoices, 9),
	member(score.Glass, glassVoices, 9),
	member(score.Choir, choirVoices, 8),
	member(score.Flute, fluteVoices, 3),
	member(score.Piano, pianoVoices, 0.5),
	member(score.ElectricPiano, electricPianoVoices, 0.5),
	member(score.Harp, harpVoices, 0.5),
	member(score.Kalimba, kalimbaVoices, 0.3),
	member(score.Marimba, marimbaVoices, 0.3),
	member(score.Bowl, bowlVoices, 1.5),
	member(score.Bell, bellVoices, 0.8),
	member(score.Bass, bassVoices, 1.5),
	member(score.UprightBass, uprightVoices, 1),
}

// An outlet brings what an instrument plays to the whole rate, one quantum
// after another.
type outlet struct {
	Instrument
	rise dsp.Confluence
}

func (o *outlet) next() (out dsp.Stereo) {
	var bus dsp.Bus
	o.Render(&bus)
	o.rise.Up(&bus, &out)
	return out
}

// listen renders seconds of an instrument into two channels. One that is
// listened to more than once has an outlet of its own.
func listen(in Instrument, seconds float64) (left, right []float32) {
	quanta := int(math.Ceil(seconds * dsp.Rate / dsp.Quantum))
	left = make([]float32, 0, quanta*dsp.Quantum)
	right = make([]float32, 0, quanta*dsp.Quantum)
	from, lasting := in.(*outlet)
	if !lasting {
		from = &outlet{Instrument: in}
	}
	for range quanta {
		out := from.next()
		left = append(left, out.Left[:]...)
		right = append(right, out.Right[:]...)
	}
	return left, right
}

func peak(channels ...[]float32) float64 {
	highest := float32(0)
	for _, x := range channels {
		for _, sample := range x {
			highest = max(highest, sample, -sample)
		}
	}
	return float64(highest)
}

func inDecibels(amplitude float64) float64 { return 20 * math.Log10(amplitude) }

func forEach(t *testing.T, test func(t *testing.T, m ensembleMember)) {
	for _, m := range members {
		t.Run(m.name, func(t *testing.T) { test(t, m) })
	}
}

// patches are the middle and every corner that changes the level.
func patches() []Patch {
	all := []Patch{middle}
	for _, brightness := range []float32{0, 1} {
		for _, warmth := range []float32{0, 1} {
			for _, rest := range []float32{0, 1} {
				all = append(all, Patch{brightness, rest, rest, warmth, rest, rest})
			}
		}
	}
	return all
}

func TestInstrument_Play_at_velocity_1_peaks_between_minus_12_and_minus_6(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		lowest, highest := 0.0, -100.0
		defer func() { t.Logf("from %.1f to %.1f dBFS", lowest, highest) }()
		for i, patch := range patches() {
			if testing.Short() && i > 0 {
				break
			}
			for pitch := m.low; pitch <= m.high; pitch += 6 {
				in := m.make(uint64(pitch))
				in.Set(patch)
				listen(in, 0.1)
				in.Play(Note{Pitch: float32(pitch), Velocity: 1, Frames: 20 * dsp.Rate})
				left, right := listen(in, m.swell)
				db := inDecibels(peak(left, right))
				lowest, highest = min(lowest, db), max(highest, db)
				if db < -12 || db > -6 {
					t.Errorf("pitch %d, patch %v: peak %.1f dBFS", pitch, patch, db)
				}
			}
		}
	})
}

func TestInstrument_Render_is_finite_for_any_note_and_patch(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	forEach(t, func(t *testing.T, m ensembleMember) {
		in := m.make(1)
		for _, patch := range []Patch{{}, {1, 1, 1, 1, 1, 1}, {nan, nan, nan, nan, nan, nan}, {9, 9, 9, 9, 9, 9}, {-inf, inf, -1, inf, nan, 2}} {
			in.Set(patch)
			for _, n := range []Note{
				{Pitch: 0, Velocity: 1, Frames: 100},
				{Pitch: 127, Velocity: 1, Frames: 1 << 40},
				{Pitch: 60.5, Velocity: 7, Frames: -5},
				{Pitch: 60, Velocity: nan, Frames: 100},
				{Pitch: 60, Velocity: -1, Frames: 100},
				{Pitch: 60, Velocity: 1, Frames: 0, Offset: 1000},
				{Pitch: 60, Velocity: 1, Offset: -3},
				{Pitch: nan, Velocity: 1, Frames: 100},
				{Pitch: inf, Velocity: 1, Frames: 100},
				{Pitch: -300, Velocity: 1, Frames: 100},
			} {
				in.Play(n)
				left, right := listen(in, 0.2)
				for i := range left {
					if x := left[i] - right[i]; x-x != 0 {
						t.Fatalf("note %+v, patch %+v: sample %d is not finite", n, patch, i)
					}
				}
			}
		}
	})
}

func TestInstrument_Render_falls_silent_after_the_tail(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		in := m.make(1)
		for pitch := m.low; pitch <= m.high; pitch += 8 {
			in.Play(Note{Pitch: float32(pitch), Velocity: 0.9, Frames: dsp.Rate / 2, Offset: pitch % dsp.Quantum})
		}
		const longest = 60 * dsp.Rate / dsp.Quantum
		last := 0.0
		for quantum := 0; in.Sounding() > 0; quantum++ {
			left, right := listen(in, 0.001)
			last = peak(left, right)
			if quantum > longest {
				t.Fatalf("%d voices still sound after a minute", in.Sounding())
			}
		}
		if last > 1e-4 {
			t.Errorf("the last voice was freed at %.1f dBFS, want below −80", inDecibels(last))
		}
		listen(in, 0.1)
		if left, right := listen(in, 0.1); peak(left, right) != 0 {
			t.Errorf("without voices there is a sound of %.1f dBFS", inDecibels(peak(left, right)))
		}
	})
}

func TestInstrument_Play_and_Render_allocate_nothing(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		in := m.make(1)
		var out dsp.Bus
		pitch := m.low
		allocs := testing.AllocsPerRun(300, func() {
			pitch = m.low + (pitch-m.low+7)%(m.high-m.low)
			in.Set(Patch{Brightness: float32(pitch) / 100})
			in.Play(Note{Pitch: float32(pitch), Velocity: 0.7, Frames: 3000})
			in.Render(&out)
		})
		if allocs != 0 {
			t.Errorf("%v allocations a note and quantum", allocs)
		}
	})
}

func TestInstrument_Render_is_the_same_for_the_same_seed_and_adds(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		play := func(seed uint64) (left, right []float32) {
			in := m.make(seed)
			for i := range 5 {
				in.Play(Note{Pitch: float32(m.low + 5*i), Velocity: 0.3 + 0.1*float32(i), Frames: 9000, Offset: 11 * i})
				l, r := listen(in, 0.3)
				left, right = append(left, l...), append(right, r...)
			}
			return left, right
		}
		a, b := play(3)
		c, d := play(3)
		e, _ := play(4)
		differs := false
		for i := range a {
			if a[i] != c[i] || b[i] != d[i] {
				t.Fatalf("frame %d differs between two runs", i)
			}
			differs = differs || a[i] != e[i]
		}
		if !differs {
			t.Error("another seed changes nothing")
		}
		in := m.make(3)
		in.Play(Note{Pitch: float32(m.low), Velocity: 0.3, Frames: 9000})
		var alone, over dsp.Bus
		in.Render(&alone)
		in = m.make(3)
		in.Play(Note{Pitch: float32(m.low), Velocity: 0.3, Frames: 9000})
		over.Whole().Left[7], over.Half().Right[7] = 0.25, -0.5
		in.Render(&over)
		l, r := over.Whole().Left[7]-alone.Whole().Left[7], over.Half().Right[7]-alone.Half().Right[7]
		if math.Abs(float64(l-0.25)) > 1e-6 || math.Abs(float64(r+0.5)) > 1e-6 {
			t.Fatalf("Render replaces what is there: %g and %g are left of 0.25 and -0.5", l, r)
		}
	})
}

// What changes with velocity must be more than the level.
func TestInstrument_Play_is_darker_when_softer(t *testing.T) {
	forEach(t, func(t *testing.T, m ensembleMember) {
		pitch := float32((m.low + m.high) / 2)
		balance := func(velocity float32) float64 {
			in := m.make(1)
			in.Play(Note{Pitch: pitch, Velocity: velocity, Frames: 10 * dsp.Rate})
			left, _ := listen(in, m.swell+0.5)
			var power, slope float64
			for i := 1; i < len(left); i++ {
				power += float64(left[i]) * float64(left[i])
				slope += math.Pow(float64(left[i]-left[i-1]), 2)
			}
			return slope / power
		}
		if soft, loud := balance(0.2), balance(1); loud < 1.05*soft {
			t.Errorf("mean square frequency is %.3g at velocity 1 and %.3g at 0.2", loud, soft)
		}
	})
}

func BenchmarkInstrument_Render(b *testing.B) {
	for _, m := range members {
		for _, voices := range []int{1, 4} {
			b.Run(fmt.Sprintf("%s/voices=%d", m.name, voices), func(b *testing.B) {
				in := m.make(1)
				var out dsp.Bus
				quanta := 0
				for b.Loop() {
					if quanta%1500 == 0 { // every two seconds, as in slow music
						for i := range voices {
							in.Play(Note{Pitch: float32(m.low + (m.high-m.low)*(2*i+3)/12), Velocity: 0.6, Frames: 90000})
						}
					}
					out.Clear()
					in.Render(&out)
					quanta++
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
			})
		}
	}
}
