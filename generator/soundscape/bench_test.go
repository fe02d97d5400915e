package soundscape

import (
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

func BenchmarkSoundscape_Render(b *testing.B) {
	for part := score.Rain; part < score.PartCount; part++ {
		b.Run(part.String(), func(b *testing.B) {
			weather := NewWeather(1)
			bed := New(part, 1, weather)
			bed.Set(Scene{Level: 1, Distance: 0.3, Character: 0.6})
			var out dsp.Bus
			for range 5000 {
				weather.Next()
				out.Clear()
				bed.Render(&out)
			}
			for b.Loop() {
				weather.Next()
				out.Clear()
				bed.Render(&out)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
		})
	}
}

func BenchmarkWeather_Next(b *testing.B) {
	weather := NewWeather(1)
	for b.Loop() {
		weather.Next()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}

func BenchmarkPinkSource_render(b *testing.B) {
	pink := newPinkSource(1)
	var out dsp.HalfStereo
	for b.Loop() {
		pink.render(&out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}
