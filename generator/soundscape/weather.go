package soundscape

import "dulcet/generator/dsp"

// Weather is what all soundscapes of a piece have in common: one slow process
// that never repeats, so that the rain thickens when the wind freshens and
// the birds fall silent in a gust.
type Weather struct {
	slow, quick dsp.Drift
	wind        float32
}

// NewWeather returns the weather of a seed.
func NewWeather(seed uint64) *Weather {
	w := &Weather{
		slow:  dsp.NewDrift(dsp.Scramble(seed)+1, 0.004),
		quick: dsp.NewDrift(dsp.Scramble(seed)+2, 0.03),
	}
	w.Next()
	return w
}

// Next goes on by one quantum. Whoever holds the weather calls it once a
// quantum, before the soundscapes render.
func (w *Weather) Next() { w.wind = 0.6*w.slow.Next() + 0.8*w.quick.Next() }

// Wind returns how fresh it is just now: about normal, around 0 with an RMS
// of 1.
func (w *Weather) Wind() float32 { return w.wind }
