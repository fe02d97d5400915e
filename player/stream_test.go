package player

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"dulcet/journal"
	"dulcet/player/output"
)

// control sets the wished state of a stream.
func control(s *stream, edit func(*controls)) {
	next := *s.controls.Load()
	edit(&next)
	s.controls.Store(&next)
}

// take streams frames in one go and returns the left channel.
func take(s *stream, frames int) []float64 {
	samples := make([][2]float64, frames)
	s.Stream(samples)
	left := make([]float64, frames)
	for i := range samples {
		left[i] = samples[i][0]
	}
	return left
}

// largestStep returns the largest difference of two neighbours.
func largestStep(x []float64) float64 {
	largest := 0.0
	for i := 1; i < len(x); i++ {
		largest = max(largest, math.Abs(x[i]-x[i-1]))
	}
	return largest
}

// begun returns a stream of a song that has faded in.
func begun(wave func(int64) float64) (*stream, *song) {
	song := newSong(1<<40, wave)
	s := newStream(song, 0, 0)
	s.fade.Set(1)
	return s, song
}

func TestStream_FadesInOverThreeSeconds(t *testing.T) {
	s := newStream(newSong(1<<40, ones), 0, 0)
	heard := take(s, 3*output.Rate)
	for i := 1; i < len(heard); i++ {
		if heard[i] < heard[i-1] {
			t.Fatalf("falls at frame %d", i)
		}
	}
	if first, middle, last := heard[0], heard[len(heard)/2], heard[len(heard)-1]; first > 1e-6 || math.Abs(middle-0.5) > 0.01 || last != 1 {
		t.Errorf("gains %v, %v, %v at start, middle and end", first, middle, last)
	}
}

func TestStream_PausesAndResumesWithoutAClickAndLosesNoFrame(t *testing.T) {
	s, song := begun(hum)
	own := largestStep(take(s, output.Rate)) // what the wave itself does
	for _, gap := range []int{10, 64, 1000, 5000} {
		control(s, func(c *controls) { c.paused = true })
		heard := take(s, 3000)
		if last := heard[len(heard)-1]; last != 0 {
			t.Errorf("%v is heard 62 ms after the pause", last)
		}
		held := song.frame
		for i, x := range take(s, gap) {
			if x != 0 {
				t.Fatalf("frame %d of the pause is %v", i, x)
			}
		}
		if song.frame != held {
			t.Errorf("the piece went on for %d frames in the pause", song.frame-held)
		}
		control(s, func(c *controls) { c.paused = false })
		heard = append(heard, take(s, 4000)...)
		// A gain of 60 ms adds at most π/2 over its frames to the wave's step.
		if step := largestStep(heard); step > own+math.Pi/2/float64(output.Frames(pauseTime)) {
			t.Errorf("a step of %v, the wave alone has %v", step, own)
		}
		if got, want := s.played.Load(), song.frame; got != want {
			t.Errorf("%d frames counted, %d pulled", got, want)
		}
		if last, want := heard[len(heard)-1], hum(song.frame-1); last != want {
			t.Errorf("frame %v after the pause, want %v", last, want)
		}
	}
}

func TestStream_TurnsAroundInTheMiddleOfAFadeWithoutAClick(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := begun(ones)
		heard := take(s, 100)
		paused, volume := false, 0.0
		for range rapid.IntRange(1, 12).Draw(t, "turns") {
			if rapid.Bool().Draw(t, "volume") {
				volume = rapid.Float64Range(MinVolume, MaxVolume).Draw(t, "decibels")
			} else {
				paused = !paused
			}
			control(s, func(c *controls) { c.paused, c.volume = paused, volume })
			heard = append(heard, take(s, rapid.IntRange(1, 4000).Draw(t, "frames"))...)
		}
		steepest := math.Pi/2/float64(output.Frames(volumeTime)) + math.Pi/2/float64(output.Frames(pauseTime))
		if step := largestStep(heard); step > steepest {
			t.Fatalf("a step of %v, at most %v", step, steepest)
		}
	})
}

func TestStream_StopFadesOutInUnderASecondAndStaysSilent(t *testing.T) {
	s, song := begun(ones)
	control(s, func(c *controls) { c.stopping = true })
	heard := take(s, output.Rate)
	if step := largestStep(heard); step > math.Pi/2/float64(output.Frames(stopTime))*1.01 {
		t.Errorf("a step of %v", step)
	}
	if last := heard[len(heard)-1]; last != 0 || !s.over.Load() || s.ending() != journal.Stopped {
		t.Errorf("after a second: sample %v, over %v, ending %q", last, s.over.Load(), s.ending())
	}
	pulled := song.frame
	control(s, func(c *controls) { c.paused = false; c.volume = -3 })
	for _, x := range take(s, output.Rate) {
		if x != 0 {
			t.Fatal("sound after the stop")
		}
	}
	if song.frame != pulled {
		t.Error("the piece was pulled after the stop")
	}
}

func TestStream_StopOfAPausedSittingIsOverAtOnce(t *testing.T) {
	s, _ := begun(ones)
	control(s, func(c *controls) { c.paused = true })
	take(s, output.Rate)
	control(s, func(c *controls) { c.stopping = true })
	for _, x := range take(s, drainMargin+2*quantum) {
		if x != 0 {
			t.Fatal("sound after the pause")
		}
	}
	if !s.over.Load() || s.ending() != journal.Stopped {
		t.Errorf("over %v, ending %q", s.over.Load(), s.ending())
	}
}

func TestStream_LandsOnTheLastFrameAndIsOverWhenItWasHeard(t *testing.T) {
	const length, delay = 10*output.Rate + 13, 9600
	song := newSong(length, ones)
	s := newStream(song, 0, delay)
	heard := take(s, length+delay)
	if heard[length-1] != 1 || heard[length] != 0 {
		t.Errorf("the frames around the end are %v and %v", heard[length-1], heard[length])
	}
	if s.played.Load() != length {
		t.Errorf("%d frames played, want %d", s.played.Load(), length)
	}
	if s.over.Load() {
		t.Error("over before the last frame was heard")
	}
	take(s, drainMargin+1)
	if !s.over.Load() || s.ending() != journal.Landed {
		t.Errorf("over %v, ending %q", s.over.Load(), s.ending())
	}
}

func TestStream_VolumeReachesItsDecibelsAndTheLowestIsSilence(t *testing.T) {
	for decibels, want := range map[float64]float64{0: 1, -6: 0.50119, -40: 0.01, MinVolume: 0} {
		s, _ := begun(ones)
		control(s, func(c *controls) { c.volume = decibels })
		heard := take(s, output.Frames(volumeTime)+quantum)
		if got := heard[len(heard)-1]; math.Abs(got-want) > 1e-5 {
			t.Errorf("%v dB is %v after 32 ms, want %v", decibels, got, want)
		}
	}
}

func TestStream_DoesNotDependOnHowItIsPulled(t *testing.T) {
	const frames = output.Rate
	// What is wished, at which frame: multiples of the quantum.
	script := map[int]func(*controls){
		64 * 20:  func(c *controls) { c.volume = -12 },
		64 * 100: func(c *controls) { c.paused = true },
		64 * 170: func(c *controls) { c.paused = false },
		64 * 190: func(c *controls) { c.paused = true },
		64 * 200: func(c *controls) { c.paused = false },
		64 * 300: func(c *controls) { c.stopping = true },
	}
	run := func(next func() int) []float64 {
		s := newStream(newSong(1<<40, hum), 0, 0)
		var heard []float64
		for at := 0; at < frames; {
			if edit, ok := script[at]; ok {
				control(s, edit)
			}
			n := min(next(), frames-at)
			for mark := range script { // a control is set between two pulls
				if mark > at {
					n = min(n, mark-at)
				}
			}
			heard = append(heard, take(s, n)...)
			at += n
		}
		return heard
	}
	whole := run(func() int { return frames })
	rapid.Check(t, func(t *rapid.T) {
		parts := run(func() int { return rapid.IntRange(1, 8_000).Draw(t, "n") })
		for i := range whole {
			if parts[i] != whole[i] {
				t.Fatalf("frame %d is %v in parts, %v as a whole", i, parts[i], whole[i])
			}
		}
	})
}

func TestStream_LooksAtItsControlsOnceAQuantum(t *testing.T) {
	for _, at := range []int{1, 10, 63} {
		s, _ := begun(ones)
		take(s, at)
		control(s, func(c *controls) { c.stopping = true })
		for i, x := range take(s, 2*quantum) {
			if still := at+i < quantum; still != (x == 1) {
				t.Fatalf("stopped at frame %d: frame %d is %v", at, at+i, x)
			}
		}
	}
}

func TestStream_AllocatesNothing(t *testing.T) {
	s, _ := begun(hum)
	samples := make([][2]float64, 480)
	paused := false
	states := [2]*controls{{volume: -3}, {paused: true, volume: -20}}
	if n := testing.AllocsPerRun(200, func() {
		paused = !paused
		if paused {
			s.controls.Store(states[1])
		} else {
			s.controls.Store(states[0])
		}
		s.Stream(samples)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkStream(b *testing.B) {
	s, _ := begun(ones)
	samples := make([][2]float64, 480)
	for b.Loop() {
		s.Stream(samples)
	}
}
