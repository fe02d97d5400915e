package surprise

import (
	"math"
	"math/rand/v2"
	"testing"

	"dulcet/generator/theory"
)

var cMajor = theory.Key{Mode: theory.Ionian}

// bitsOf returns the mean information of a line's notes, each as long as the
// others where beats is nil.
func bitsOf(pitches []int, beats []int64) float64 {
	var l Listener
	at, sum, count := int64(0), theory.Fixed(0), 0
	for i, pitch := range pitches {
		sum += l.Hear(cMajor, pitch, at)
		if i > 0 {
			count++
		}
		if beats == nil {
			at += 24000
		} else {
			at += beats[i] * 12000
		}
	}
	return sum.Float() / float64(max(count, 1))
}

func TestListener_Hear(t *testing.T) {
	t.Run("orders lines as people do", func(t *testing.T) {
		for _, test := range []struct {
			name       string
			plain, odd []int
			beats      [2][]int64
		}{
			{"a scale is plainer than a row of leaps", []int{60, 62, 64, 65, 67, 65, 64, 62, 60}, []int{60, 71, 62, 76, 65, 59, 72, 64, 77}, [2][]int64{}},
			{"a leap that is filled is plainer than one that goes on", []int{60, 69, 67, 65, 64}, []int{60, 69, 74, 77, 79}, [2][]int64{}},
			{"coming home is plainer than ending on the leading tone", []int{67, 65, 64, 62, 60}, []int{67, 65, 64, 62, 59}, [2][]int64{}},
			{"an even flow is plainer than a halting one", []int{60, 62, 64, 62, 60, 62, 64}, []int{60, 62, 64, 62, 60, 62, 64}, [2][]int64{nil, {4, 2, 5, 2, 3, 5, 2}}},
		} {
			if plain, odd := bitsOf(test.plain, test.beats[0]), bitsOf(test.odd, test.beats[1]); plain >= odd {
				t.Errorf("%s: %.2f bits a note against %.2f", test.name, plain, odd)
			}
		}
	})
	t.Run("says nothing of a first note and no pace of a second", func(t *testing.T) {
		var l, other Listener
		if got := l.Hear(cMajor, 60, 0); got != 0 {
			t.Errorf("a first note carries %v bits", got.Float())
		}
		other.Hear(cMajor, 60, 0)
		if a, b := l.Hear(cMajor, 62, 10), other.Hear(cMajor, 62, 10000); a != b {
			t.Errorf("the pace of a second note is heard: %d and %d", a, b)
		}
	})
	t.Run("hears no pace where a phrase begins after a breath", func(t *testing.T) {
		var l, late Listener
		for i := range int64(4) {
			l.Hear(cMajor, 60+int(i%2)*2, i*10)
			late.Hear(cMajor, 60+int(i%2)*2, i*10)
		}
		if a, b := l.Hear(cMajor, 60, 60), late.Hear(cMajor, 60, 90); a != b || l.paces != late.paces {
			t.Errorf("a breath of 30 carries %d, one of 60 %d", a, b)
		}
		if a, b := l.Hear(cMajor, 62, 70), late.Hear(cMajor, 62, 150); a != b {
			t.Errorf("the first time of a phrase is heard: %d and %d", a, b)
		}
	})
	t.Run("does not depend on the unit of time or on the octave", func(t *testing.T) {
		random := rand.New(rand.NewPCG(7, 7))
		var l, other Listener
		at := int64(0)
		for range 200 {
			pitch := 55 + random.IntN(24)
			at += 1 + random.Int64N(9)
			if a, b := l.Hear(cMajor, pitch, at), other.Hear(cMajor, pitch+12, 480*at); a != b {
				t.Fatalf("pitch %d at %d carries %d, an octave higher and in another unit %d", pitch, at, a, b)
			}
		}
	})
	t.Run("is the same upside down but for the key", func(t *testing.T) {
		for m := leapDown; m <= leapUp; m++ {
			for n := leapDown; n <= leapUp; n++ {
				row, mirror := countsAfter(m, n), countsAfter(mirrored(m), mirrored(n))
				for k := leapDown; k <= leapUp; k++ {
					if (m != same || n != same) && row.of(k) != mirror.of(mirrored(k)) {
						t.Errorf("after %d, %d motion %d counts %d, its mirror image %d", m, n, k, row.of(k), mirror.of(mirrored(k)))
					}
				}
			}
		}
	})
	t.Run("leaves the original alone when a copy listens on", func(t *testing.T) {
		var l Listener
		l.Hear(cMajor, 60, 0)
		l.Hear(cMajor, 62, 1)
		copied := l
		copied.Hear(cMajor, 77, 9)
		again := l
		again.Hear(cMajor, 77, 9)
		if copied != again {
			t.Error("a copy changed what it was copied from")
		}
	})
}

// TestModel_IsAProbability adds up 2^−bits over everything that may follow.
func TestModel_IsAProbability(t *testing.T) {
	for before := unheard; before <= leapUp; before++ {
		for latest := unheard; latest <= leapUp; latest++ {
			if row := countsAfter(before, latest); sumOf(row[:]) != 100 {
				t.Errorf("what follows motions %d, %d counts %d in a hundred", before, latest, sumOf(row[:]))
			}
			for degree := range theory.StepsPerOctave {
				sum := 0.0
				for steps := -octave; steps <= octave; steps++ {
					sum += math.Exp2(-pitchBits(before, latest, steps, degreeOf(degree+steps)).Float())
				}
				if math.Abs(sum-1) > 0.002 {
					t.Errorf("after motions %d, %d from degree %d the probabilities add up to %.4f", before, latest, degree, sum)
				}
			}
		}
	}
	for before := untimed; before <= longer; before++ {
		for latest := untimed; latest <= longer; latest++ {
			sum := 0.0
			for now := shorter; now <= longer; now++ {
				sum += math.Exp2(-paceBits(before, latest, now).Float())
			}
			if math.Abs(sum-1) > 0.002 {
				t.Errorf("after paces %d, %d the probabilities add up to %.4f", before, latest, sum)
			}
		}
	}
}

func sumOf(counts []int) int {
	sum := 0
	for _, c := range counts {
		sum += c
	}
	return sum
}

func TestLog2(t *testing.T) {
	for n := 1; n < 1<<30; n += n/7 + 1 {
		if got, want := log2(n).Float(), math.Log2(float64(n)); got > want+1e-7 || got < want-1.0/4096-1e-7 {
			t.Errorf("log2(%d) is %.5f, want %.5f rounded down", n, got, want)
		}
	}
}

func TestPaceOf(t *testing.T) {
	for _, test := range []struct {
		time, before int64
		want         pace
	}{
		{100, 100, even}, {76, 100, even}, {74, 100, shorter}, {133, 100, even}, {134, 100, longer}, {299, 100, longer}, {300, 100, pause}, {1, 1 << 40, shorter},
	} {
		if got := paceOf(test.time, test.before); got != test.want {
			t.Errorf("%d after %d is pace %d, want %d", test.time, test.before, got, test.want)
		}
	}
}

func BenchmarkListener_Hear(b *testing.B) {
	var l Listener
	for i := int64(0); b.Loop(); i++ {
		l.Hear(cMajor, 60+int(i*7%13), i*i%50)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N), "ns/note")
}
