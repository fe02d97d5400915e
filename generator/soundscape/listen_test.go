package soundscape

import (
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/loudness"
	"dulcet/generator/score"
)

// A stand is one soundscape in a weather of its own.
type stand struct {
	Soundscape
	weather *Weather
	rise    dsp.Confluence
}

func newStand(part score.Part, seed uint64) *stand {
	weather := NewWeather(seed)
	return &stand{Soundscape: New(part, seed, weather), weather: weather}
}

// listen renders seconds.
func (s *stand) listen(seconds float64) [][2]float64 {
	all := make([][2]float64, 0, int(seconds*dsp.Rate)+dsp.Quantum)
	s.each(seconds, func(block [][2]float64) { all = append(all, block...) })
	return all
}

// each renders seconds and shows every quantum.
func (s *stand) each(seconds float64, show func(block [][2]float64)) {
	block := make([][2]float64, dsp.Quantum)
	for range int(seconds * dsp.Rate / dsp.Quantum) {
		var bus dsp.Bus
		var out dsp.Stereo
		s.weather.Next()
		s.Render(&bus)
		s.rise.Up(&bus, &out)
		for i := range block {
			block[i] = [2]float64{float64(out.Left[i]), float64(out.Right[i])}
		}
		show(block)
	}
}

// begin sets a scene and lets it settle.
func begin(part score.Part, seed uint64, scene Scene) *stand {
	s := newStand(part, seed)
	s.Set(scene)
	s.each(sceneSeconds+1, func([][2]float64) {})
	return s
}

// measure returns the loudness of seconds of a scene in LUFS.
func measure(part score.Part, seed uint64, scene Scene, seconds float64) *loudness.Meter {
	meter := loudness.New(dsp.Rate)
	begin(part, seed, scene).each(seconds, meter.Add)
	return meter
}

// takesSeconds leaves a test out of a short run.
func takesSeconds(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds")
	}
}

// forEach runs a test for every soundscape.
func forEach(t *testing.T, test func(t *testing.T, part score.Part)) {
	for part := score.Rain; part < score.PartCount; part++ {
		t.Run(part.String(), func(t *testing.T) {
			t.Parallel()
			test(t, part)
		})
	}
}
