package dsp

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/dsp/fourier"
)

// sawtooth lists the partials of a soft sawtooth on a note.
func sawtooth(hertz, spread, steady float64) []PadPartial {
	var partials []PadPartial
	for k := 1.0; k*hertz < 9000; k++ {
		f := k * hertz
		image := f / (Rate - f)
		amplitude := min(1/k, 5e-4/(image*image)) // as instruments do, for an image 66 dB down
		partials = append(partials, PadPartial{Hertz: f, Amplitude: amplitude, Spread: spread, Steady: steady})
	}
	return partials
}

// powers returns the power of a whole table in each of its lines.
func powers(table *PadTable) []float64 {
	samples := make([]float64, padSize)
	for i := range samples {
		samples[i] = float64(table[i]) / padUnit
	}
	spectrum := fourier.NewFFT(padSize).Coefficients(nil, samples)
	lines := make([]float64, len(spectrum))
	for i, c := range spectrum {
		lines[i] = 2 * (real(c)*real(c) + imag(c)*imag(c)) / (padSize * padSize)
	}
	return lines
}

func TestNewPadTables_keep_partials_in_tune_and_in_their_bands(t *testing.T) {
	fundamental := PadHertz(196)
	if math.Abs(1200*math.Log2(fundamental/196)) > 2 {
		t.Fatalf("the nearest frequency to 196 Hz is %.2f", fundamental)
	}
	one := []PadPartial{{fundamental, 1, 10, 1}, {2 * fundamental, 0.5, 10, 1}}
	two := []PadPartial{{3 * fundamental, 1, 10, 1}}
	tables := NewPadTables(1, one, two)
	for i, partials := range [][]PadPartial{one, two} {
		lines := powers(tables[i])
		all, within := 0.0, 0.0
		shares := make([]float64, len(partials))
		for bin, power := range lines {
			f := float64(bin) * padBin
			all += power
			for k, p := range partials {
				if math.Abs(1200*math.Log2(f/p.Hertz)) < 3*p.Spread+4 {
					within += power
					shares[k] += power
				}
			}
		}
		if outside := 10 * math.Log10(1-within/all+1e-12); outside > -70 {
			t.Errorf("table %d: %.0f dB lie outside the bands", i, outside)
		}
		if i == 0 {
			if db := 10 * math.Log10(shares[1]/shares[0]); math.Abs(db+6) > 2 {
				t.Errorf("the second partial is at %.1f dB, want −6", db)
			}
		}
	}
}

func TestNewPadTables_fit_and_peak_alike(t *testing.T) {
	tables := NewPadTables(3,
		sawtooth(PadHertz(70), 10, 1),
		sawtooth(PadHertz(500), 10, 1),
		[]PadPartial{{PadHertz(440), 1, 5, 50}})
	if len(tables) != 3 {
		t.Fatalf("%d tables of 3 lists", len(tables))
	}
	for i, table := range tables {
		highest, sum := 0, 0.0
		for _, sample := range table[:padSize] {
			highest = max(highest, int(sample), -int(sample))
			sum += float64(sample)
		}
		if peak := float64(highest) / padUnit; peak < 3 || peak > 5 {
			t.Errorf("table %d peaks at %.2f", i, peak)
		}
		if mean := sum / padSize / padUnit; math.Abs(mean) > 1e-4 {
			t.Errorf("table %d has a mean of %.2g", i, mean)
		}
		if table[padSize] != table[0] {
			t.Errorf("table %d does not close", i)
		}
	}
}

// play renders a pair in the middle at full gain.
func (p *PadPair) play(quanta int) []float32 {
	var all []float32
	for range quanta {
		var left, right HalfBlock
		p.Add(left[:], right[:], PadGains{Left0: 1, Right1: 1})
		all = append(all, left[:]...)
	}
	return all
}

func TestPadPair_Add_makes_no_image_above_minus_60_dB(t *testing.T) {
	fundamental := PadHertz(440)
	lines := sawtooth(fundamental, 1, 1e9)
	tables := NewPadTables(1, lines, lines)
	const size = 1 << 15
	for _, semitones := range []float64{-4, -1.7, 0.3, 4} {
		speed := math.Exp2(semitones / 12)
		var pair PadPair
		pair.Tables = [2]*PadTable(tables)
		pair.Start(0, 0)
		pair.SetSpeeds(float32(speed), 1)
		pair.play(1)
		samples := make([]float64, size)
		for i, x := range pair.play(2 * size / Quantum) {
			turn := 2 * math.Pi * float64(i) / size
			samples[i] = float64(x) * (0.35875 - 0.48829*math.Cos(turn) + 0.14128*math.Cos(2*turn) - 0.01168*math.Cos(3*turn))
		}
		spectrum := fourier.NewFFT(size).Coefficients(nil, samples)
		strongest, image := 0.0, 0.0
		for i, c := range spectrum {
			power := real(c)*real(c) + imag(c)*imag(c)
			order := float64(i) * HalfRate / size / (fundamental * speed)
			if math.Abs(order-math.Round(order)) < 0.03 && order > 0.5 {
				strongest = math.Max(strongest, power)
			} else {
				image = math.Max(image, power)
			}
		}
		if db := 10 * math.Log10(image/strongest); db > -60 {
			t.Errorf("%+.1f semitones: an image at %.1f dB", semitones, db)
		}
	}
}

func TestPadPair_Add_goes_to_its_gains_without_a_step(t *testing.T) {
	var pair PadPair
	pair.Tables = [2]*PadTable(NewPadTables(1, []PadPartial{{PadHertz(220), 1, 1, 100}}, nil))
	pair.Start(1<<30, 0)
	pair.SetSpeeds(1, 1)
	const first = 16
	var left, right HalfBlock
	pair.Add(left[first:], right[first:], PadGains{Left0: 1})
	for i := range first {
		if left[i] != 0 {
			t.Fatalf("frame %d sounds before the start", i)
		}
	}
	if pair.Silent(0) || !pair.Silent(1) {
		t.Error("only the second table is silent")
	}
	last := float64(left[len(left)-1])
	left, right = HalfBlock{}, HalfBlock{}
	pair.Add(left[:], right[:], PadGains{})
	if step := math.Abs(float64(left[0]) - last); step > 0.3 {
		t.Errorf("a step of %.3f between two quanta", step)
	}
	if !pair.Silent(0) {
		t.Error("the pair goes on at no gain")
	}
	if end := math.Abs(float64(left[len(left)-1])); end > 0.2 {
		t.Errorf("the last sample of a fade is %.3f", end)
	}
}

func BenchmarkNewPadTables(b *testing.B) {
	for b.Loop() {
		NewPadTables(1, sawtooth(PadHertz(110), 10, 1), sawtooth(PadHertz(220), 10, 1))
	}
}

func BenchmarkPadPair_Add(b *testing.B) {
	const pairs = 8 // as in a chord: their tables do not fit into the nearest cache
	var all [pairs]PadPair
	for i := range all {
		all[i].Tables = [2]*PadTable(NewPadTables(1, sawtooth(PadHertz(110), 10, 1), sawtooth(PadHertz(110), 10, 1)))
		all[i].Start(uint32(i)*123456789, uint32(i)*987654321)
		all[i].SetSpeeds(1.01, 1.02)
	}
	quanta := 0
	for b.Loop() {
		var left, right HalfBlock
		all[quanta%pairs].Add(left[:], right[:], PadGains{0.1, 0.1, 0.1, 0.1})
		quanta++
	}
	perFrame(b)
}
