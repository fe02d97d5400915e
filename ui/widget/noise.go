package widget

import "math"

// noiseCells is after how many whole numbers noise comes round again: far more
// than any picture shows at once, and hours at the pace at which one drifts.
const noiseCells = 4096

// noiseTable is what noise runs between, and bellTable one half of bell, for
// pictures that ask for every dot.
var (
	noiseTable = newNoiseTable()
	bellTable  = newBellTable()
)

func newNoiseTable() *[noiseCells]float64 {
	var table [noiseCells]float64
	for i := range table {
		table[i] = lattice(int64(i), 1)
	}
	return &table
}

// noise is a smooth value noise over a line, −1…1.
func noise(x float64, seed uint32) float64 {
	floor := math.Floor(x)
	t := x - floor
	t = t * t * (3 - 2*t)
	cell := uint32(int64(floor)) + seed*0x9e3779b1>>20
	return noiseTable[cell%noiseCells]*(1-t) + noiseTable[(cell+1)%noiseCells]*t
}

// lattice is the hash of one whole number, −1…1.
func lattice(cell int64, seed uint32) float64 {
	h := uint32(cell)*0x9e3779b1 ^ seed*0x85ebca6b
	h = (h ^ h>>16) * 0x7feb352d
	h = (h ^ h>>15) * 0x846ca68b
	h ^= h >> 16
	return float64(h)/math.MaxUint32*2 - 1
}

// share is the same hash, 0…1.
func share(cell int64, seed uint32) float64 { return 0.5 + 0.5*lattice(cell, seed) }

// The table of bell: how many entries a half width has, and where it ends,
// below a hundredth.
const (
	bellSteps = 64
	bellEnd   = 2.2
)

func newBellTable() *[bellSteps * 3]float64 {
	var table [bellSteps * 3]float64
	for i := range table {
		x := float64(i) / bellSteps
		table[i] = math.Exp(-x * x)
	}
	return &table
}

// bell is a bump of height 1 and the given half width around 0, which ends
// where it is lower than a hundredth.
func bell(x, halfWidth float64) float64 {
	x = math.Abs(x) / halfWidth
	if !(x < bellEnd) {
		return 0
	}
	return bellTable[int(x*bellSteps)]
}

// steep pushes a value of 0…1 towards its ends.
func steep(x float64) float64 {
	x = math.Max(0, math.Min(1, x))
	return x * x * (3 - 2*x)
}
