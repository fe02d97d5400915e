package soundscape

import "dulcet/generator/dsp"

// Weather is what all soundscapes of a piece have in common: one slow process
// that never repeats, so that the rain thickens when the wind freshens and
// the birds fall silent in a gust.
//
// Causes come before effects: a gust is heard in the wind first, and reaches
// leaves, flames and rain a moment later (WindAgo). Animals are startled at
// once and take heart slowly (Ease). What takes minutes changes of what kind a
// bed is; what takes seconds changes how loud it is, so that every minute is
// as loud as the next.
type Weather struct {
	slow, gust, flutter dsp.Drift
	wet, warmth         dsp.Drift
	past                [pastQuanta]float32 // wind of the last quanta, a ring
	now                 uint32
	usual               float32 // wind of the last quarter of a minute
	ease                float32
	storm               float32 // how loud thunder is just now, 0…1
	wetness, celsius    float32
}

// pastQuanta is how far back WindAgo reaches: 2.7 s.
const pastQuanta = 2048

// NewWeather returns the weather of a seed.
func NewWeather(seed uint64) *Weather {
	seed = dsp.Scramble(seed)
	w := &Weather{
		slow:    dsp.NewDrift(seed+1, 0.004),
		gust:    dsp.NewDrift(seed+2, 0.05),
		flutter: dsp.NewDrift(seed+3, 0.35),
		wet:     dsp.NewDrift(seed+4, 0.003),
		warmth:  dsp.NewDrift(seed+5, 0.0004),
		ease:    1,
	}
	w.Next()
	for i := range w.past {
		w.past[i] = w.Wind()
	}
	w.usual = w.Wind()
	return w
}

// Next goes on by one quantum. Whoever holds the weather calls it once a
// quantum, before the soundscapes render.
//
// The wind is a mean that wanders over minutes, and gusts whose strength grows
// with it, as turbulence does: the standard deviation of a wind near the ground
// is about a fifth of its speed (Stull 1988, An Introduction to Boundary Layer
// Meteorology); here it is more, as behind trees and houses.
func (w *Weather) Next() {
	mean := 0.45 + 0.08*w.slow.Next()
	wind := mean * (1 + 0.38*w.gust.Next() + 0.12*w.flutter.Next())
	w.now++
	w.past[w.now%pastQuanta] = min(max(wind, 0), 1)
	w.usual += quantumSeconds / 12 * (w.Wind() - w.usual)
	w.wetness = min(max(0.5+0.2*w.wet.Next(), 0), 1)
	w.celsius = 20 + 2*w.warmth.Next()
	w.calm()
}

// calm moves the ease of animals: down within a second, up within ten.
func (w *Weather) calm() {
	const down, up = 1 - 1/(0.4*dsp.Rate/dsp.Quantum), 1 / (6.0 * dsp.Rate / dsp.Quantum)
	fright := max(3*(w.Wind()-0.62), 2*w.storm)
	aim := min(max(1-fright, 0), 1)
	if aim < w.ease {
		w.ease = aim + down*(w.ease-aim)
	} else {
		w.ease += up * (aim - w.ease)
	}
	w.storm *= 0.999
}

// Wind returns how fresh it is just now, 0…1: around 0.45, and above 0.7 in a
// gust.
func (w *Weather) Wind() float32 { return w.past[w.now%pastQuanta] }

// WindAgo returns what Wind was some seconds ago, 0…2.5: what stands further
// down the wind hears a gust later.
func (w *Weather) WindAgo(seconds float32) float32 {
	quanta := uint32(min(max(seconds, 0), 2.5) * (dsp.Rate / dsp.Quantum))
	return w.past[(w.now-quanta)%pastQuanta]
}

// Gust returns by how much the wind, as it was some seconds ago, is over what
// has been usual for a quarter of a minute: around 0, with an RMS of 0.15.
func (w *Weather) Gust(secondsAgo float32) float32 { return w.WindAgo(secondsAgo) - w.usual }

// Wetness returns how much it rains, 0…1, around 0.5, and changes within
// minutes.
func (w *Weather) Wetness() float32 { return w.wetness }

// Celsius returns the temperature, around 20 °C, which changes within the half
// of an hour.
func (w *Weather) Celsius() float32 { return w.celsius }

// Ease returns how safe animals feel, 0…1: 1 while it is calm, 0 in a gust or
// under thunder.
func (w *Weather) Ease() float32 { return w.ease }

// Thunders tells the weather how loud thunder rolls just now, 0…1.
func (w *Weather) Thunders(loud float32) { w.storm = max(w.storm, loud) }
