package journal

import (
	"math"
	"strings"
)

// Trying things out. Without variation nothing can be learned, and with too
// much of it no sitting is as good as it could be.
const (
	// tryingShare of the posterior's spread is what every sitting varies by,
	// and every exploreEvery-th on average takes any legal offset at all
	// (design choice: with evidence this thin, trying out much more costs more
	// than it teaches).
	tryingShare  = 0.3
	exploreEvery = 6
)

// Vary returns the dials of the next sitting: what has been learned, plus a
// small variation that the seed decides; in one of six sittings instead
// anything within the bounds (see Explores). Every dial that it moves stands at
// one of its settings (see RoundDial). varied is the part that is being tried
// out. propensity is the probability density of having drawn just these dials,
// over the cube of the learned dials, from the whole mixture: that of all draws
// which round to them. It is logged so that what was learned can be checked
// later without bias.
func Vary(taste Taste, seed uint32) (dials Dials, varied *Dials, propensity float64) {
	dials = taste.Dials()
	varied = &Dials{}
	explores := Explores(seed)
	near, far := 1.0, 1.0
	for i, dial := range learned {
		offset := taste.Offsets[dial]
		narrow := trial{mean: offset.Value, sd: tryingShare * spread(offset)}
		u := uniform(seed, 1+uint64(i))
		value := -MaxOffset + 2*MaxOffset*u
		if !explores {
			value = narrow.quantile(u)
		}
		value = RoundDial(value)
		near *= narrow.density(value)
		far *= 1 / (2 * MaxOffset)
		dials[dial] = value
		varied[dial] = value - offset.Value
	}
	const explored = 1.0 / exploreEvery
	return dials, varied, explored*far + (1-explored)*near
}

// Trying returns the taste with what one sitting tries out on top of it.
func (t Taste) Trying(varied Dials) Taste {
	for d := range t.Offsets {
		t.Offsets[d].Tried = varied[d]
	}
	return t
}

// Asking returns the taste with dials moved by what somebody asks for in this one
// sitting, on top of what was learned and is tried, and not beyond −1…1. What is
// asked for was not learned: no reason speaks of such a dial.
func (t Taste) Asking(by Dials) Taste {
	for d, asked := range by {
		if asked != 0 {
			o := t.Offsets[d]
			t.Offsets[d] = Offset{Value: max(-1, min(1, o.Value+o.Tried+asked))}
		}
	}
	return t
}

// SetTo returns the taste with every dial set to a value, by hand or to hear a
// sitting again: nothing that was learned moves them, and nothing is tried.
func (t Taste) SetTo(dials Dials) Taste {
	for d := range t.Offsets {
		t.Offsets[d] = Offset{Value: dials[d]}
	}
	return t
}

// Tries says in plain words what a sitting tries out, such as "brighter, a
// little slower and fuller this time, to learn from". It is empty when nobody
// hears it.
func (t Taste) Tries() string {
	var much, little []string
	for d, offset := range t.Offsets {
		size := math.Abs(offset.Tried)
		if !(size >= audibleOffset) {
			continue
		}
		way := leanings[d][0]
		if offset.Tried > 0 {
			way = leanings[d][1]
		}
		if size < largeOffset {
			little = append(little, way)
		} else {
			much = append(much, way)
		}
	}
	var ways []string
	if len(much) > 0 {
		ways = append(ways, listed(much, "and"))
	}
	if len(little) > 0 {
		ways = append(ways, "a little "+listed(little, "and"))
	}
	if len(ways) == 0 {
		return ""
	}
	return strings.Join(ways, ", ") + " this time, to learn from"
}

// Explores reports whether the sitting with the seed is one that tries
// something a little different.
func Explores(seed uint32) bool {
	return hash(seed, 0)%exploreEvery == 0
}

// spread returns the posterior's spread, which is the prior's where nothing
// has been learned yet.
func spread(offset Offset) float64 {
	if offset.SD > 0 {
		return offset.SD
	}
	return effectSD
}

// A trial is a normal distribution cut off at ±MaxOffset.
type trial struct{ mean, sd float64 }

// quantile returns the value below which the share u of the trials lies.
func (t trial) quantile(u float64) float64 {
	low, high := t.tails()
	z := math.Sqrt2 * math.Erfinv(2*(low+u*(high-low))-1)
	return math.Max(-MaxOffset, math.Min(MaxOffset, t.mean+t.sd*z))
}

// density returns the mean probability density of the values within the bounds
// that round to the setting of a dial.
func (t trial) density(setting float64) float64 {
	const half = 0.5 / DialSteps
	from, to := math.Max(-MaxOffset, setting-half), math.Min(MaxOffset, setting+half)
	low, high := t.tails()
	return (t.below(to) - t.below(from)) / ((high - low) * (to - from))
}

// tails returns the shares of the uncut distribution below either bound.
func (t trial) tails() (low, high float64) { return t.below(-MaxOffset), t.below(MaxOffset) }

// below returns the share of the uncut distribution below a value.
func (t trial) below(value float64) float64 { return math.Erfc((t.mean-value)/(t.sd*math.Sqrt2)) / 2 }

// uniform returns a number in 0…1, without 0 and 1, that seed and purpose
// decide.
func uniform(seed uint32, purpose uint64) float64 {
	return (float64(hash(seed, purpose)>>11) + 0.5) / (1 << 53)
}

// hash mixes seed and purpose with the finaliser of SplitMix64 (Steele, Lea
// and Flood, 2014).
func hash(seed uint32, purpose uint64) uint64 {
	x := uint64(seed) + (purpose+1)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
