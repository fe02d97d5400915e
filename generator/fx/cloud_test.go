package fx

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
)

// alone makes a process that replaces the sound by the cloud alone.
func alone(c *Cloud) func(x *dsp.Stereo) {
	unit := whole{process: c.Process}
	var in dsp.Stereo
	return func(x *dsp.Stereo) {
		in = *x
		x.Clear()
		unit.Process(&in, x)
	}
}

// chord is a few tones that drift apart, another on each side.
func chord(frame int) (left, right float32) {
	for i, hertz := range [...]float64{220, 277.3, 329.7, 440.9} {
		x := 0.08 * dsp.Sine(uint32(frame)*dsp.PhaseStep(float32(hertz)))
		left += x
		if i%2 == 0 {
			right += x
		} else {
			right -= x
		}
	}
	return left, right
}

func TestCloud_SetLevel_1_is_about_as_loud_as_the_music_however_dense(t *testing.T) {
	seeds := uint64(6)
	if testing.Short() {
		seeds = 2
	}
	for seed := range seeds {
		c := NewCloud(seed)
		c.SetLevel(1)
		run(memoryOnly(c), 5, chord)
		left, right := run(alone(c), 14, chord)
		dry, _ := run(func(*dsp.Stereo) {}, 1, chord)
		level := decibels(math.Sqrt((math.Pow(rms(left), 2)+math.Pow(rms(right), 2))/2) / rms(dry))
		if math.Abs(level) > 3 {
			t.Errorf("seed %d: %.1f dB against the music, want within 3", seed, level)
		}
		var both float64
		for i := range left {
			both += float64(left[i]) * float64(right[i])
		}
		if correlation := both / float64(len(left)) / (rms(left) * rms(right)); correlation < -0.2 || correlation > 0.9 {
			t.Errorf("seed %d: correlation of the sides %.2f", seed, correlation)
		}
	}
}

// memoryOnly fills the memory.
func memoryOnly(c *Cloud) func(x *dsp.Stereo) {
	return adding(func(in, _ *dsp.HalfStereo) { c.memory.write(in) })
}

func TestCloud_Process_sounds_at_octaves_and_at_a_fifth_only_where_it_is_asked_to(t *testing.T) {
	seconds := 20.0
	if testing.Short() {
		seconds = 12
	}
	for _, fifth := range []float32{0, 0.3} {
		c := NewCloud(2)
		c.SetLevel(1)
		c.SetFifth(fifth)
		run(memoryOnly(c), 5, tone(500, 0.3))
		left, _ := run(alone(c), seconds, tone(500, 0.3))
		for _, test := range []struct {
			hertz float64
			sings bool
		}{{500, true}, {250, true}, {1000, true}, {750, fifth > 0}, {620, false}, {1500, false}, {2000, false}} {
			// A grain of 200 ms is heard in a band of about 10 Hz: half a
			// second at a time, and the mean over them.
			level := 0.0
			for at := 0; at+dsp.Rate/2 <= len(left); at += dsp.Rate / 2 {
				level += math.Pow(partial(left[at:at+dsp.Rate/2], test.hertz), 2) * dsp.Rate / 2 / float64(len(left))
			}
			if db := 10*math.Log10(level) - decibels(0.3); (db > -30) != test.sings {
				t.Errorf("fifth %v: %.0f Hz stands at %.1f dB", fifth, test.hertz, db)
			}
		}
	}
}

func TestCloud_Process_remembers_at_level_0_and_plays_it_afterwards(t *testing.T) {
	c := NewCloud(1)
	left, _ := run(alone(c), 4, chord)
	if highest(left) != 0 {
		t.Fatal("at level 0 it sounds")
	}
	c.SetLevel(1)
	left, _ = run(alone(c), 2, silence)
	if r := rms(left[dsp.Rate/2:]); r < 0.02 {
		t.Errorf("what it remembers sounds at %.1f dB", decibels(r))
	}
	left, _ = run(alone(c), 8, silence)
	if most := highest(left[6*dsp.Rate:]); most > 1e-6 {
		t.Errorf("long after the music it is still at %.1f dB", decibels(most))
	}
}

func TestCloud_Process_is_the_same_for_the_same_seed_only(t *testing.T) {
	play := func(seed uint64) []float32 {
		c := NewCloud(seed)
		c.SetLevel(1)
		run(memoryOnly(c), 5, chord)
		left, _ := run(alone(c), 2, chord)
		return left
	}
	a, b, other := play(7), play(7), play(8)
	differs := false
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("frame %d differs between two runs", i)
		}
		differs = differs || a[i] != other[i]
	}
	if !differs {
		t.Error("another seed changes nothing")
	}
}

func TestCloudMemory_read_goes_through_the_seam(t *testing.T) {
	for name, p := range map[string]pitch{"as it was": asItWas, "octave down": octaveDown, "octave up": octaveUp, "fifth up": fifthUp} {
		m := newCloudMemory()
		frame := 0
		write := func(quanta int) {
			for range quanta {
				var x dsp.HalfStereo
				for i := range x.Left {
					x.Left[i] = float32(frame) / 1000 // a full memory is still a sound
					frame++
				}
				m.write(&x)
			}
		}
		write(cloudFrames/hop + 10)
		// A memory of a ramp is read in steps of its pace, whether in one
		// piece or around the end.
		g := grain{at: m.ago(2000), pitch: p}
		position := float64(frame-2000) + 1 // the filters look at the sample before
		step := float64(paces[p]) / hop
		var out dsp.HalfBlock
		for quantum := range 12 {
			m.read(&out, &g)
			for i, got := range out {
				if math.Abs(1000*float64(got)-position) > 0.3 {
					t.Fatalf("%s: quantum %d, sample %d: %v, want %v", name, quantum, i, 1000*got, position)
				}
				position += step
			}
		}
	}
}

// However near a grain is taken and however fast it is read, it stays behind
// what is being written, and in front of what is forgotten.
func TestCloud_begin_takes_grains_from_what_is_remembered(t *testing.T) {
	for seed := range uint64(40) {
		c := NewCloud(seed)
		c.SetFifth(0.3)
		for _, place := range []float32{-2.5, 0, 2.5} {
			for _, quanta := range []int{60, 140, 300} {
				var g grain
				c.begin(&g, quanta, place, float32(seed%5)-2)
				// The place counts in the ring; ago is how far it lies back.
				ago := (c.memory.head - g.at + cloudFrames) % cloudFrames
				for quantum := range quanta {
					reads := 2*hop + 1 // at the most
					if g.pitch != octaveUp {
						reads = hop*3/2 + 2
					}
					if ago < reads || ago > cloudFrames-hop {
						t.Fatalf("seed %d, pace %d: quantum %d of %d reads %d samples from %d ago", seed, paces[g.pitch], quantum, quanta, reads, ago)
					}
					ago += hop - paces[g.pitch]
				}
			}
		}
	}
}

// The window of any grain begins and ends at nothing and reaches its height
// in the middle, and the gain never moves by more than a fifteenth in a
// quantum.
func TestGrain_next_has_a_window_without_corners(t *testing.T) {
	for _, quanta := range []int{60, 147, 300} {
		t.Run(fmt.Sprint(quanta), func(t *testing.T) {
			g := grain{quanta: quanta, turn: uint32(1<<31) / uint32(quanta), left: 1}
			last, top := float32(0), float32(0)
			for range quanta {
				gains := g.next(1, 1)
				if math.Abs(float64(gains[0]-last)) > 1e-6 {
					t.Fatalf("a step from %v to %v", last, gains[0])
				}
				if step := gains[2]; step > 1./15 || step < -1./15 {
					t.Fatalf("the gain moves by %v", step)
				}
				last = gains[0] + gains[2]
				top = max(top, last)
			}
			if math.Abs(float64(last)) > 1e-6 || top < 0.99 || g.quanta != 0 {
				t.Errorf("it ends at %v after %v", last, top)
			}
		})
	}
}
