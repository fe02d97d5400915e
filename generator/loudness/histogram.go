package loudness

import "math"

const (
	binsPerUnit = 50   // of a LU
	highestBin  = 20.0 // LUFS
	bins        = int(highestBin-absoluteGate) * binsPerUnit
)

// A histogram sorts blocks by loudness in bins of 1/50 LU and keeps the sum
// of the powers in each, so that only where a gate falls is rounded, never a
// mean.
type histogram struct {
	powers [bins]float64
	counts [bins]int64
}

// add takes in the power of a block; one below the absolute gate is never
// counted.
func (h *histogram) add(power float64) {
	loudness := lufs(power)
	if !(loudness > absoluteGate) {
		return
	}
	bin := min(binOf(loudness), bins-1)
	h.powers[bin] += power
	h.counts[bin]++
}

// meanAbove returns the mean power of the blocks above a loudness, or 0.
func (h *histogram) meanAbove(gate float64) float64 {
	sum, count := 0.0, int64(0)
	for bin := max(binOf(gate), 0); bin < bins; bin++ {
		sum += h.powers[bin]
		count += h.counts[bin]
	}
	if count == 0 {
		return 0
	}
	return sum / float64(count)
}

func binOf(loudness float64) int {
	if math.IsInf(loudness, -1) {
		return 0
	}
	return int(math.Floor((loudness - absoluteGate) * binsPerUnit))
}
