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
			var out dsp.Stereo
			for range 5000 {
				weather.Next()
				bed.Render(&out)
			}
			for b.Loop() {
				weather.Next()
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
	var out halfStereo
	for b.Loop() {
		pink.render(&out)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}

func BenchmarkUpsampler_add(b *testing.B) {
	var up upsampler
	var in halfStereo
	var out dsp.Stereo
	for b.Loop() {
		up.add(&in, &out, 1, 0.0001)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dsp.Quantum, "ns/frame")
}
