package soundscape

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// scenes are corners of all scenes, and some between them.
func scenes() []Scene {
	all := []Scene{
		{1, 0.4, 0.6, false},
		{1, 0, 0, false},
		{1, 0, 1, false},
		{1, 1, 0.35, false},
		{1, 0.7, 0.12, false},
		{1, 0.2, 0.88, true},
	}
	if testing.Short() {
		return all[:1]
	}
	return all
}

// rareSeconds is how long one must listen to know how loud a soundscape is.
func rareSeconds(part score.Part) float64 {
	switch {
	case testing.Short():
		return 20
	case part == score.Thunder:
		return 200
	}
	return 45
}

func TestSoundscape_Set_level_1_is_minus_23_LUFS_in_every_scene(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		for i, scene := range scenes() {
			if testing.Short() && part == score.Thunder {
				break // too short for a roll
			}
			meter := measure(part, uint64(i), scene, rareSeconds(part))
			if got := meter.Integrated(); math.Abs(got-target) > 1.5 {
				t.Errorf("seed %d, %+v: loudness is %.1f LUFS, want −23", i, scene, got)
			}
			t.Logf("%+v: %.1f LUFS, %.1f dBTP", scene, meter.Integrated(), meter.TruePeak())
			if got := meter.TruePeak(); got > -3 {
				t.Errorf("seed %d, %+v: true peak is %.1f dBTP", i, scene, got)
			}
		}
	})
}

func TestSoundscape_Render_is_wide_and_whole_in_mono(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		scenes, seconds := []Scene{{Level: 1, Distance: 0.4, Character: 0.6}, {Level: 1}}, 20.0
		if testing.Short() {
			scenes, seconds = scenes[:1], 12
		}
		for i, scene := range scenes {
			var left, right, both float64
			begin(part, uint64(i), scene).each(seconds, func(block [][2]float64) {
				for _, f := range block {
					left, right, both = left+f[0]*f[0], right+f[1]*f[1], both+f[0]*f[1]
				}
			})
			if c := both / math.Sqrt(left*right); c < 0.2 || c > 0.8 {
				t.Errorf("%+v: correlation is %.2f, want 0.2 to 0.8", scene, c)
			}
			if d := 10 * math.Log10(left/right); math.Abs(d) > 3 {
				t.Errorf("%+v: left is %.1f dB over right", scene, d)
			}
		}
	})
}

// The level is measured over quarters of a second of the same weather at a
// level that stands still.
func TestSoundscape_Set_glides_the_level_in_a_straight_line(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		still, moving := begin(part, 5, Scene{Level: 1}), begin(part, 5, Scene{Level: 1})
		moving.Set(Scene{Level: 0.25})
		a, b := still.listen(sceneSeconds+1), moving.listen(sceneSeconds+1)
		const step = dsp.Rate / 4
		for at := 0; at+step <= len(a); at += step {
			var x, y float64
			for i := at; i < at+step; i++ {
				x += a[i][0] * a[i][0]
				y += b[i][0] * b[i][0]
			}
			want := max(1-0.75*(float64(at)+step/2)/(sceneSeconds*dsp.Rate), 0.25)
			if got := math.Sqrt(y / x); math.Abs(got-want) > 0.03 {
				t.Errorf("after %.2f s the level is %.3f, want %.3f", float64(at)/dsp.Rate, got, want)
			}
		}
		moving.Set(Scene{Level: 0})
		moving.listen(sceneSeconds + 1)
		for _, f := range moving.listen(0.2) {
			if f != [2]float64{} {
				t.Fatal("level 0 is not silent")
			}
		}
	})
}

// On the way from one scene to another nothing bends more sharply than in a
// scene that stands still.
func TestSoundscape_Set_glides_everything(t *testing.T) {
	takesSeconds(t)
	forEach(t, func(t *testing.T, part score.Part) {
		s := begin(part, 3, Scene{Level: 1})
		_, usual := sharpest(begin(part, 3, Scene{Level: 1, Character: 1}).listen(10)) // drops bend too
		limit := max(12, 1.3*usual)
		s.Set(Scene{Level: 1, Distance: 1, Character: 1, Gentle: true})
		if _, ratio := sharpest(s.listen(sceneSeconds + 0.5)); ratio > limit {
			t.Errorf("a bend of %.1f times its surroundings on the way there, usual %.1f", ratio, usual)
		}
		s.Set(Scene{Level: 1})
		if _, ratio := sharpest(s.listen(sceneSeconds + 0.5)); ratio > limit {
			t.Errorf("a bend of %.1f times its surroundings on the way back, usual %.1f", ratio, usual)
		}
	})
}

// sharpest returns the frame that bends most, compared with the RMS of what
// lies within 10 ms of it: clicks bend.
func sharpest(x [][2]float64) (at int, ratio float64) {
	const around = 480
	for side := range 2 {
		bends := make([]float64, len(x))
		sum := make([]float64, len(x)+1)
		for i := range x {
			if i > 1 {
				bends[i] = math.Abs(x[i][side] - 2*x[i-1][side] + x[i-2][side])
			}
			sum[i+1] = sum[i] + bends[i]*bends[i]
		}
		for i := around; i < len(x)-around; i++ {
			rms := math.Sqrt((sum[i+around] - sum[i-around]) / (2 * around))
			if r := bends[i] / (rms + 2e-5); r > ratio {
				at, ratio = i, r
			}
		}
	}
	return at, ratio
}

func TestSoundscape_Render_never_repeats_and_depends_on_the_seed_alone(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		render := func(seed uint64) [][2]float64 {
			return begin(part, seed, Scene{Level: 1, Character: 0.5}).listen(8)
		}
		a, b, c := render(1), render(1), render(2)
		same := 0
		for i := range a {
			if a[i] != b[i] {
				t.Fatalf("frame %d differs between two runs of a seed", i)
			}
			if a[i] == c[i] {
				same++
			}
		}
		if same > len(a)/50 {
			t.Errorf("%d of %d frames are the same for another seed", same, len(a))
		}
		var product, power float64
		half := len(a) / 2
		for i := range half {
			product += a[i][0] * a[half+i][0]
			power += a[i][0]*a[i][0] + a[half+i][0]*a[half+i][0]
		}
		if r := math.Abs(2 * product / power); r > 0.08 {
			t.Errorf("the second half resembles the first by %.3f", r)
		}
	})
}

func TestSoundscape_takes_any_scene_and_allocates_nothing(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	scenes := []Scene{{Level: 1}, {nan, nan, nan, true}, {0.3, inf, -inf, false}, {inf, 0.5, 0.5, true}, {-2, 7, -7, false}}
	for part := score.Rain; part < score.PartCount; part++ {
		t.Run(part.String(), func(t *testing.T) {
			s := newStand(part, 1)
			var bus dsp.Bus
			n := 0
			if allocs := testing.AllocsPerRun(4000, func() {
				s.Set(scenes[n/40%len(scenes)])
				n++
				s.weather.Next()
				s.Render(&bus)
			}); allocs != 0 {
				t.Errorf("%v allocations a quantum", allocs)
			}
			var out dsp.Stereo
			s.rise.Up(&bus, &out)
			for i := range out.Left {
				if x := out.Left[i] - out.Right[i]; x-x != 0 {
					t.Fatal("not finite")
				}
			}
		})
	}
}

func TestSoundscape_Render_adds(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		a, b := begin(part, 4, Scene{Level: 0.5}), begin(part, 4, Scene{Level: 0.5})
		var alone, over dsp.Bus
		over.Whole().Left[5], over.Half().Right[5] = 0.25, -0.5
		a.Render(&alone)
		b.Render(&over)
		l, r := over.Whole().Left[5]-0.25-alone.Whole().Left[5], over.Half().Right[5]+0.5-alone.Half().Right[5]
		if max(l, -l, r, -r) > 1e-6 {
			t.Fatal("what was there is lost")
		}
	})
}

// From afar there is less treble.
func TestSoundscape_Set_distance_darkens(t *testing.T) {
	takesSeconds(t)
	forEach(t, func(t *testing.T, part score.Part) {
		near := treble(begin(part, 2, Scene{Level: 1}).listen(10))
		far := treble(begin(part, 2, Scene{Level: 1, Distance: 1}).listen(10))
		if far > 0.9*near {
			t.Errorf("the mean bend is %.4f near and %.4f far", near, far)
		}
	})
}

// treble returns how fast the samples change, as a share of their size: what
// the mean frequency of the power is to the sample rate.
func treble(x [][2]float64) float64 {
	var power, change float64
	for i := 1; i < len(x); i++ {
		power += x[i][0] * x[i][0]
		change += math.Pow(x[i][0]-x[i-1][0], 2)
	}
	return math.Sqrt(change / power)
}

func TestNew_knows_every_bed_and_nothing_else(t *testing.T) {
	for part := range score.PartCount {
		if made := New(part, 1, NewWeather(1)) != nil; made != part.Bed() {
			t.Errorf("%v: made %v, want %v", part, made, part.Bed())
		}
	}
}

func ExampleNew() {
	weather := NewWeather(7)
	rain := New(score.Rain, 7, weather)
	rain.Set(Scene{Level: 1, Distance: 0.5})
	var out dsp.Bus
	for range dsp.Rate / dsp.Quantum {
		out.Clear()
		weather.Next()
		rain.Render(&out)
	}
	fmt.Println(out.Half().Left[0] != 0)
	// Output: true
}

// What is struck starts as a sine does and would leave an offset.
func TestSoundscape_Render_has_no_offset(t *testing.T) {
	forEach(t, func(t *testing.T, part score.Part) {
		seconds, limit := 20.0, 5e-5
		if testing.Short() {
			seconds, limit = 4, 3e-4 // what is deep has not had the time to even out
		}
		for _, character := range []float32{0.3, 1} {
			var left, right, frames float64
			begin(part, 3, Scene{Level: 1, Character: character}).each(seconds, func(block [][2]float64) {
				for _, f := range block {
					left, right, frames = left+f[0], right+f[1], frames+1
				}
			})
			if l, r := left/frames, right/frames; math.Abs(l) > limit || math.Abs(r) > limit {
				t.Errorf("character %v: offsets of %.6f and %.6f", character, l, r)
			}
		}
	})
}
