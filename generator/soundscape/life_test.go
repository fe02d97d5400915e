package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// The rate of chirps follows the temperature as Dolbear counted it.
func TestCricket_chirps_faster_when_it_is_warm(t *testing.T) {
	for _, degrees := range []float32{16, 20, 25} {
		c := newCricket(3, 1)
		c.trills, c.resting, c.until = 2, false, 1000
		chirps, silent := 0, 100
		const seconds = 40
		for range seconds * quantaASecond {
			var bed dsp.HalfStereo
			c.render(&bed, degrees, 1, 1, 0)
			if c.gain == 0 {
				silent++
				continue
			}
			if silent > quantaASecond/10 {
				chirps++
			}
			silent = 0
		}
		fahrenheit := float64(degrees)*1.8 + 32
		want := (40 + 4*(fahrenheit-50)) / 60 * seconds * float64(c.pace)
		if math.Abs(float64(chirps)/want-1) > 0.1 {
			t.Errorf("%v °C: %d chirps, want %.0f", degrees, chirps, want)
		}
	}
}

func TestBirds_leave_room_for_each_other_and_all_sing(t *testing.T) {
	s := begin(score.Birds, 4, Scene{Level: 1, Character: 1})
	birds := s.Soundscape.(*Birds)
	var sung [birdSingers]int
	silence, quanta := 0, 0
	s.each(120, func([][2]float64) {
		quanta++
		together := 0
		for i := range birds.singers {
			if birds.singers[i].singing() {
				sung[i]++
				together++
			}
		}
		if together > 2 {
			t.Fatalf("%d birds sing at once", together)
		}
		if together == 0 {
			silence++
		}
	})
	for i, n := range sung {
		if n == 0 {
			t.Errorf("bird %d never sings", i)
		}
	}
	if share := float64(silence) / float64(quanta); share < 0.02 || share > 0.6 {
		t.Errorf("%.0f %% of the time nobody sings", 100*share)
	}
}

func TestBirds_and_Insects_fall_silent_under_thunder_and_sing_again(t *testing.T) {
	s := begin(score.Birds, 1, Scene{Level: 1, Character: 1})
	birds := s.Soundscape.(*Birds)
	insects := New(score.Insects, 1, s.weather).(*Insects)
	insects.Set(Scene{Level: 1})
	var heard int
	step := func(seconds float64, thunder float32) {
		heard = 0
		s.each(seconds, func(block [][2]float64) {
			s.weather.Thunders(thunder)
			insectsQuantum(insects)
			for i := range birds.singers {
				if birds.singers[i].singing() {
					heard++
				}
			}
			for i := range insects.crickets {
				if insects.crickets[i].nerve > 0.05 {
					heard++
				}
			}
		})
	}
	step(4, 1)
	step(1, 1)
	if heard > 0 {
		t.Errorf("after four seconds of thunder somebody sings for %d quanta of a second", heard)
	}
	step(40, 0)
	if heard == 0 {
		t.Error("nobody sings in the forty seconds after it")
	}
}

// Every phrase of a bird is one that it knows, and it knows several.
func TestBird_keeps_its_repertoire(t *testing.T) {
	a, b := newBird(9, 0), newBird(9, 0)
	if a.motifs != b.motifs {
		t.Error("the same bird knows other songs")
	}
	for i := range a.motifs {
		if n := a.motifs[i].count; n < a.voice.notes[0] || n > a.voice.notes[1] {
			t.Errorf("a motif of %d notes", n)
		}
		for _, c := range a.motifs[i].calls[:a.motifs[i].count] {
			if c.from < 1000 || c.to > 4500 || c.seconds < 0.05 || c.seconds > 0.7 {
				t.Errorf("a note %+v", c)
			}
		}
		for j := range i {
			if a.motifs[i] == a.motifs[j] {
				t.Errorf("motifs %d and %d are the same", i, j)
			}
		}
	}
}

// An even speed gives even joints: two strokes close together, two softer ones
// after them.
func TestTrain_strikes_every_joint_with_four_axles(t *testing.T) {
	train := NewTrain(1, NewWeather(1))
	train.Set(Scene{Level: 1})
	const speed, seconds = 20.0, 60
	var times []float64
	for quantum := range seconds * quantaASecond {
		before := train.knock
		train.run(speed)
		if train.knock > before {
			times = append(times, float64(quantum)/quantaASecond)
		}
	}
	if want := 4 * speed * seconds / railMetres; math.Abs(float64(len(times))-want) > 4 {
		t.Errorf("%d strokes, want %.0f", len(times), want)
	}
	gaps := []float64{2.5, 4.9, 2.5, railMetres - 9.9}
	first := 0
	for times[first+1]-times[first] > 0.15 || times[first+2]-times[first+1] > 0.3 {
		first++
	}
	for i := first; i+1 < len(times); i++ {
		want := gaps[(i-first)%4] / speed
		if got := times[i+1] - times[i]; math.Abs(got-want) > 0.003 {
			t.Fatalf("stroke %d: %.3f s to the next, want %.3f", i, got, want)
		}
	}
}

func TestThunder_rolls_rarely_and_long(t *testing.T) {
	takesSeconds(t)
	s := begin(score.Thunder, 2, Scene{Level: 1, Character: 0.5})
	thunder := s.Soundscape.(*Thunder)
	rolls, last := 0, float32(100)
	var rising float64
	s.each(600, func([][2]float64) {
		if thunder.age < last {
			rolls++
			if thunder.length < 5 || thunder.length > 15 {
				t.Errorf("a roll of %.1f s", thunder.length)
			}
		}
		last = thunder.age
		rising = max(rising, float64(thunder.rolling[0].Value()))
	})
	if rolls < 8 || rolls > 30 {
		t.Errorf("%d rolls in ten minutes", rolls)
	}
	if rising < 0.2 {
		t.Errorf("they reach %.2f only", rising)
	}
}

// Wood breaks in bursts: the variance of the snaps of a second is well over
// their mean.
func TestFire_crackles_in_bursts(t *testing.T) {
	s := begin(score.Fire, 3, Scene{Level: 1, Character: 0.7})
	fire := s.Soundscape.(*Fire)
	var counts []float64
	for range 120 {
		count := 0.0
		var busy [fireSnaps]bool
		s.each(1, func([][2]float64) {
			for i := range fire.snaps {
				if now := fire.snaps[i].busy(); now != busy[i] {
					busy[i] = now
					if now {
						count++
					}
				}
			}
		})
		counts = append(counts, count)
	}
	var mean, square float64
	for _, c := range counts {
		mean += c / float64(len(counts))
		square += c * c / float64(len(counts))
	}
	if mean < 1 || mean > 25 {
		t.Errorf("%.1f snaps a second", mean)
	}
	if dispersion := (square - mean*mean) / mean; dispersion < 2 {
		t.Errorf("the variance is %.1f times the mean", dispersion)
	}
}

// Waves come irregularly, 7 to 14 s apart on a long beach.
func TestSea_waves_come_irregularly(t *testing.T) {
	takesSeconds(t)
	s := begin(score.Sea, 6, Scene{Level: 1, Character: 0.4})
	sea := s.Soundscape.(*Sea)
	var intervals []float64
	since, last := 0.0, sea.wait
	s.each(400, func([][2]float64) {
		since += float64(quantumSeconds)
		if sea.wait > last {
			intervals = append(intervals, since)
			since = 0
		}
		last = sea.wait
	})
	intervals = intervals[1:]
	lowest, highest := math.Inf(1), 0.0
	for _, x := range intervals {
		lowest, highest = min(lowest, x), max(highest, x)
	}
	if lowest < 6.5 || highest > 15 || highest-lowest < 3 {
		t.Errorf("%d waves, %.1f to %.1f s apart", len(intervals), lowest, highest)
	}
}

// insectsQuantum renders a quantum of insects beside another soundscape.
func insectsQuantum(insects *Insects) {
	var out dsp.Bus
	insects.Render(&out)
}
