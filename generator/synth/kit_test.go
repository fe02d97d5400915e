package synth

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

func forEachDrum(t *testing.T, test func(t *testing.T, number float32)) {
	for _, d := range drums {
		t.Run(fmt.Sprint(d.number), func(t *testing.T) { test(t, float32(d.number)) })
	}
}

// strike returns seconds of one hit on a new kit.
func strike(seed uint64, patch Patch, number, velocity float32, seconds float64) (left, right []float32) {
	k := NewKit(seed)
	k.Set(patch)
	k.Play(Note{Pitch: number, Velocity: velocity, Frames: 100})
	return listen(k, seconds)
}

func TestKit_Play_at_velocity_1_peaks_between_minus_12_and_minus_6(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		for i, patch := range patches() {
			for seed := range uint64(15) {
				left, right := strike(100*uint64(i)+seed, patch, number, 1, 0.3)
				if db := inDecibels(peak(left, right)); db < -12 || db > -6 {
					t.Errorf("seed %d, patch %v: peak %.1f dBFS", seed, patch, db)
				}
			}
		}
	})
}

func TestKit_Play_takes_the_drum_of_the_nearest_number(t *testing.T) {
	for pitch, want := range map[float32]int{
		-5: score.Kick, 35: score.Kick, 36.4: score.Kick, 36.6: score.Rim, 37: score.Rim, 39: score.Snare, 40: score.Snare,
		41: score.ClosedHat, 44: score.ClosedHat, 44.1: score.OpenHat, 51: score.OpenHat, 64: score.OpenHat, 65: score.Shaker, 127: score.Shaker,
	} {
		if got := drumAt(pitch).number; got != want {
			t.Errorf("pitch %v plays drum %d, want %d", pitch, got, want)
		}
	}
}

// loudestAt returns the time in seconds at which the level over 2 ms first
// comes within 1 dB of its highest.
func loudestAt(x []float32) float64 {
	const window = dsp.Rate / 500
	levels := make([]float64, 0, len(x)/8)
	highest := 0.0
	for at := 0; at+window < len(x); at += 8 {
		sum := 0.0
		for _, v := range x[at : at+window] {
			sum += float64(v) * float64(v)
		}
		levels = append(levels, sum)
		highest = math.Max(highest, sum)
	}
	for i, level := range levels {
		if level > 0.8*highest {
			return float64(8*i+window/2) / dsp.Rate
		}
	}
	return 0
}

// brightnessOf returns the mean square frequency of x, relative.
func brightnessOf(x []float32) float64 {
	var power, slope float64
	for i := 1; i < len(x); i++ {
		power += float64(x[i]) * float64(x[i])
		slope += math.Pow(float64(x[i]-x[i-1]), 2)
	}
	return slope / power
}

// Over many hits, a ghost begins more slowly and is darker than a plain hit
// of almost the same velocity would be if only the level had changed.
func TestKit_Play_below_velocity_0_3_is_another_touch(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		var ghostAt, plainAt, ghostBright, plainBright float64
		for seed := range uint64(30) {
			ghost, _ := strike(seed, middle, number, 0.24, 0.25)
			plain, _ := strike(seed, middle, number, 0.37, 0.25)
			ghostAt, plainAt = ghostAt+loudestAt(ghost)/30, plainAt+loudestAt(plain)/30
			ghostBright, plainBright = ghostBright+brightnessOf(ghost), plainBright+brightnessOf(plain)
		}
		if ghostAt < plainAt+0.0015 {
			t.Errorf("a ghost is loudest after %.1f ms, a plain hit after %.1f", 1000*ghostAt, 1000*plainAt)
		}
		if ghostBright > 0.92*plainBright {
			t.Errorf("mean square frequency of a ghost is %.2f of a plain hit's", ghostBright/plainBright)
		}
	})
}

func TestKit_Play_is_darker_when_softer(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		var soft, loud float64
		for seed := range uint64(10) {
			a, _ := strike(seed, middle, number, 0.4, 0.25)
			b, _ := strike(seed, middle, number, 1, 0.25)
			soft, loud = soft+brightnessOf(a), loud+brightnessOf(b)
		}
		if loud < 1.1*soft {
			t.Errorf("mean square frequency at velocity 1 is %.2f of that at 0.4", loud/soft)
		}
	})
}

// The same note twice is never the same sound, and never another drum either.
func TestKit_Play_varies_from_hit_to_hit(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		spread := func(movement float32) float64 {
			k := NewKit(1)
			k.Set(Patch{0.5, 0.2, 0.5, 0.5, movement, 0.5})
			var colours []float64
			var before []float32
			for hit := range 24 {
				k.Play(Note{Pitch: number, Velocity: 0.7})
				now, _ := listen(k, 1.5)
				if hit > 0 {
					if c := correlation(before, now); c > 0.999 {
						t.Errorf("hit %d is hit %d again: correlation %.4f", hit, hit-1, c)
					}
					if level := inDecibels(peak(now) / peak(before)); math.Abs(level) > 5 {
						t.Errorf("hit %d is %.1f dB louder than the one before", hit, level)
					}
				}
				before = now
				colours = append(colours, math.Log2(brightnessOf(now))/2)
			}
			mean, square := 0.0, 0.0
			for _, c := range colours {
				mean += c / float64(len(colours))
			}
			for _, c := range colours {
				square += (c - mean) * (c - mean) / float64(len(colours))
			}
			return math.Sqrt(square)
		}
		still, lively := spread(0), spread(1)
		if lively < 1.15*still || lively > 0.5 {
			t.Errorf("colour wanders by %.3f octaves at movement 0 and %.3f at 1", still, lively)
		}
	})
}

func TestKit_Play_begins_within_no_less_than_a_millisecond(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		for seed := range uint64(12) {
			left, _ := strike(seed, Patch{Brightness: 1, Warmth: 0.5}, number, 1, 0.2)
			highest := float32(peak(left))
			first, full := -1, -1
			for i, x := range left {
				if a := max(x, -x); first < 0 && a > 0.1*highest {
					first = i
				} else if a > 0.9*highest {
					full = i
					break
				}
			}
			if ms := 1000 * float64(full-first) / dsp.Rate; ms < 1 {
				t.Errorf("seed %d: from 10 to 90 %% in %.2f ms", seed, ms)
			}
		}
	})
}

func TestKit_Play_starts_without_a_step_at_any_offset(t *testing.T) {
	forEachDrum(t, func(t *testing.T, number float32) {
		for offset := 0; offset < dsp.Quantum; offset += 7 {
			k := NewKit(uint64(offset))
			k.Set(Patch{Brightness: 1, Warmth: 0.5})
			k.Play(Note{Pitch: number, Velocity: 1, Offset: offset})
			left, _ := listen(k, 0.2)
			for i := range offset {
				if left[i] != 0 {
					t.Fatalf("offset %d: frame %d is %g, before the hit", offset, i, left[i])
				}
			}
			highest := peak(left)
			if b := sharpestOf(left[max(offset-2, 0):], 5); b > 0.01*highest {
				t.Errorf("offset %d: a bend of %.3f of the peak where it starts", offset, b/highest)
			}
			border, after := sharpestOf(left[dsp.Quantum-2:], 4), sharpestOf(left[dsp.Quantum:], 1000)
			if border > 1.6*after && border > 2e-3*highest {
				t.Errorf("offset %d: a bend of %.3f of the peak between two quanta, of %.3f after it", offset, border/highest, after/highest)
			}
		}
	})
}

func TestKit_Play_of_a_closed_hat_ends_an_open_one(t *testing.T) {
	power := func(number float32) float64 {
		k := NewKit(5)
		k.Play(Note{Pitch: score.OpenHat, Velocity: 0.8})
		listen(k, 0.08)
		if number > 0 {
			k.Play(Note{Pitch: number, Velocity: 0.1})
		}
		listen(k, 0.1)
		left, _ := listen(k, 0.1)
		sum := 0.0
		for _, x := range left {
			sum += float64(x) * float64(x)
		}
		return 10 * math.Log10(sum/float64(len(left)))
	}
	free, choked, beside := power(0), power(score.ClosedHat), power(score.Rim)
	if choked > free-25 {
		t.Errorf("a choked hat is %.1f dBFS a tenth of a second later, a free one %.1f", choked, free)
	}
	if math.Abs(beside-free) > 3 {
		t.Errorf("a rim shot changes an open hat from %.1f to %.1f dBFS", free, beside)
	}
}

// A shaker that is moved again before it has come back does not come back
// twice.
func TestKit_Play_again_ends_what_was_still_to_come(t *testing.T) {
	k := NewKit(3)
	k.Play(Note{Pitch: score.Shaker, Velocity: 1})
	listen(k, 0.04)
	k.Play(Note{Pitch: score.Shaker, Velocity: 0.02}) // a ghost: one way only
	listen(k, 0.06)
	left, right := listen(k, 0.1)
	if most := inDecibels(peak(left, right)); most > -40 {
		t.Errorf("the stroke back of the first hit still comes, at %.1f dBFS", most)
	}
}

// roll plays a busy groove of seconds and returns what is heard.
func roll(k Instrument, seconds float64) (left, right []float32) {
	l := dsp.DrawLot(99, 1)
	for float64(len(left)) < seconds*dsp.Rate {
		d := drums[int(l.Unit()*float64(len(drums)))%len(drums)]
		k.Play(Note{Pitch: float32(d.number), Velocity: float32(0.15 + 0.85*l.Unit()), Offset: int(64 * l.Unit())})
		a, b := listen(k, 0.01+0.12*l.Unit())
		left, right = append(left, a...), append(right, b...)
	}
	return left, right
}

func TestKit_Play_steals_and_damps_without_a_click(t *testing.T) {
	k := NewKit(1)
	left, right := roll(k, 8)
	if n := k.Sounding(); n > 2*kitVoices {
		t.Errorf("%d voices sound at once", n)
	}
	for name, x := range map[string][]float32{"left": left, "right": right} {
		if at, ratio := sharpest(x); ratio > 12 {
			t.Errorf("%s: frame %d bends %.1f times as much as its surroundings", name, at, ratio)
		}
	}
}

func TestKit_Render_is_finite_and_falls_silent(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	k := NewKit(1)
	for _, patch := range []Patch{{}, {1, 1, 1, 1, 1, 1}, {nan, nan, nan, nan, nan, nan}, {-inf, inf, -1, inf, nan, 2}} {
		k.Set(patch)
		for _, n := range []Note{
			{Pitch: nan, Velocity: 1},
			{Pitch: 42, Velocity: nan},
			{Pitch: inf, Velocity: 9, Frames: 1 << 40},
			{Pitch: -inf, Velocity: 1, Offset: -7},
			{Pitch: 38, Velocity: 1, Offset: 1000},
			{Pitch: 46, Velocity: 1e-9},
		} {
			k.Play(n)
			left, right := listen(k, 0.1)
			for i := range left {
				if x := left[i] - right[i]; x-x != 0 {
					t.Fatalf("note %+v, patch %+v: sample %d is not finite", n, patch, i)
				}
			}
		}
	}
	last := 0.0
	for seconds := 0.0; k.Sounding() > 0; seconds += 0.01 {
		if seconds > 8 {
			t.Fatalf("%d voices still sound after 8 s", k.Sounding())
		}
		left, right := listen(k, 0.01)
		last = peak(left, right)
	}
	if last > 1e-4 {
		t.Errorf("the last voice was freed at %.1f dBFS, want below −80", inDecibels(last))
	}
	if left, right := listen(k, 0.1); peak(left, right) != 0 {
		t.Error("without voices there is a sound")
	}
}

func TestKit_Render_is_the_same_for_the_same_seed_and_adds(t *testing.T) {
	a, b := roll(NewKit(3), 1)
	c, d := roll(NewKit(3), 1)
	e, _ := roll(NewKit(4), 1)
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
	want, _ := strike(3, middle, score.Snare, 1, 0.001)
	k := NewKit(3)
	k.Play(Note{Pitch: score.Snare, Velocity: 1})
	var bus dsp.Bus
	out := bus.Whole()
	for i := range out.Left {
		out.Left[i] = 0.25
	}
	k.Render(&bus)
	for i := range out.Left {
		if math.Abs(float64(out.Left[i]-0.25-want[i])) > 1e-6 {
			t.Fatalf("frame %d: Render replaces what is there", i)
		}
	}
}

func TestKit_Render_stays_whole_in_mono(t *testing.T) {
	k := NewKit(2)
	k.Set(Patch{0.6, 0.2, 0.5, 0.5, 1, 1})
	left, right := roll(k, 6)
	if loss := monoLoss(left, right); loss > 2 {
		t.Errorf("the sum of the sides loses %.1f dB", loss)
	}
	if c := correlation(left, right); c < 0.2 || c > 0.97 {
		t.Errorf("correlation at full width is %.2f", c)
	}
	narrow := NewKit(2)
	narrow.Set(Patch{})
	left, right = roll(narrow, 2)
	if c := correlation(left, right); c < 0.999 {
		t.Errorf("correlation at width 0 is %.4f, want 1", c)
	}
}

func TestKit_Play_and_Render_allocate_nothing(t *testing.T) {
	k := NewKit(1)
	var out dsp.Bus
	hit := 0
	if allocs := testing.AllocsPerRun(300, func() {
		k.Set(Patch{Brightness: 0.4})
		k.Play(Note{Pitch: float32(drums[hit%len(drums)].number), Velocity: 0.7})
		k.Render(&out)
		hit++
	}); allocs != 0 {
		t.Errorf("%v allocations a hit and quantum", allocs)
	}
}

// BenchmarkKit_Render plays a lo-fi groove at 80 beats a minute: kick, snare
// with ghosts, hats in eighths and shaker in sixteenths.
func BenchmarkKit_Render(b *testing.B) {
	k := NewKit(1)
	k.Set(Patch{0.4, 0.2, 0.4, 0.6, 0.4, 0.5})
	var out dsp.Bus
	const sixteenth = 9000 / dsp.Quantum
	quantum := 0
	for b.Loop() {
		if quantum%sixteenth == 0 {
			k.Play(Note{Pitch: score.Shaker, Velocity: 0.3})
			switch at := quantum / sixteenth % 8; at {
			case 0, 5:
				k.Play(Note{Pitch: score.Kick, Velocity: 0.7})
			case 4:
				k.Play(Note{Pitch: score.Snare, Velocity: 0.6})
			case 3, 7:
				k.Play(Note{Pitch: score.Snare, Velocity: 0.2})
			case 6:
				k.Play(Note{Pitch: score.OpenHat, Velocity: 0.4})
			}
			if quantum/sixteenth%2 == 0 {
				k.Play(Note{Pitch: score.ClosedHat, Velocity: 0.5})
			}
		}
		out.Clear()
		k.Render(&out)
		quantum++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}
