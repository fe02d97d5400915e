package synth

import (
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/fx"
	"dulcet/generator/soundscape"
)

// BenchmarkEnsemble plays what a full piece asks for at its densest: five
// notes of pad, six of piano, two of bass and three of bell, rain, room, tone
// and limiter. times/real is how many times faster than real time it runs on
// one core.
func BenchmarkEnsemble(b *testing.B) {
	pad, piano, bass, bell := NewStrings(1), NewPiano(2), NewBass(3), NewBell(4)
	rain := soundscape.NewRain(5, soundscape.NewWeather(5))
	rain.Set(soundscape.Scene{Level: 0.3})
	room, tone, limiter := fx.NewReverb(), fx.NewTone(), fx.NewLimiter(-1)
	quanta := 0
	for b.Loop() {
		if quanta%7500 == 0 { // a chord every ten seconds, its notes held nearly as long
			for _, pitch := range []float32{50, 57, 60, 64, 69} {
				pad.Play(Note{Pitch: pitch, Velocity: 0.5, Frames: 9 * dsp.Rate})
			}
		}
		if quanta%3750 == 0 {
			bass.Play(Note{Pitch: 38, Velocity: 0.5, Frames: 5 * dsp.Rate})
		}
		if quanta%500 == 0 { // six notes of piano sound at once
			piano.Play(Note{Pitch: float32(55 + quanta/500*5%24), Velocity: 0.5, Frames: 3.5 * dsp.Rate})
		}
		if quanta%1800 == 0 {
			bell.Play(Note{Pitch: float32(74 + quanta/1800*5%12), Velocity: 0.4, Frames: dsp.Rate})
		}
		var dry, out dsp.Stereo
		pad.Render(&dry)
		piano.Render(&dry)
		bass.Render(&dry)
		bell.Render(&dry)
		for i := range dry.Left {
			dry.Left[i] *= 0.4
			dry.Right[i] *= 0.4
		}
		out = dry
		rain.Render(&out)
		room.Process(&dry, &out)
		tone.Process(&out)
		limiter.Process(&out)
		quanta++
	}
	perFrame := float64(b.Elapsed().Nanoseconds()) / float64(quanta) / dsp.Quantum
	b.ReportMetric(perFrame, "ns/frame")
	b.ReportMetric(1e9/dsp.Rate/perFrame, "times/real")
}
