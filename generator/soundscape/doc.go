// Package soundscape holds the beds: rain, sea, wind and the rest of what
// sounds without playing notes. Nothing is recorded and nothing loops.
//
// A Soundscape is told a Scene, how loud, how far, of what character and
// whether gentle, and renders a quantum at a time, adding to what is there. All
// of a piece share one Weather, so that they breathe together: a gust is heard
// in the wind first, then in leaves, flames and rain, and birds and insects
// fall silent in it.
//
//	weather := soundscape.NewWeather(seed)
//	rain := soundscape.New(score.Rain, seed, weather)
//	rain.Set(soundscape.Scene{Level: 0.5, Distance: 0.3})
//	for {
//		weather.Next() // once a quantum, before all that follow it
//		rain.Render(&out)
//	}
//
// # How they are made
//
// Four things make all of them. A pinkSource is the noise that broad bands are
// cut from. A patter is thousands of impacts that a filter gives the sound of a
// surface. A ring is one drop, bubble, snap or cup. Singers and talkers (bird,
// cricket, talker) have a life of their own: what they know, when they rest, and
// what frightens them. A stage carries the rest: the Scene that glides, the air
// between the bed and the ear (a lowpass that closes with distance, and further
// where the scene is gentle), and the trim that makes every scene equally loud.
//
// All but Noise are made and handed over at half the sample rate (dsp.Bus), which
// halves the cost of what has nothing to say above 9 kHz.
//
// # What may be relied upon
//
// At level 1 every scene has a loudness of −23 LUFS ± 1.5 over a minute (thunder
// over some of its rolls) and a true peak below −3 dBTP. The sides correlate by
// 0.2 to 0.8. In a gentle scene no event is more than 6 dB over the bed or rises
// by as much within 300 ms, and all above 4 kHz is together 40 dB under the
// strongest third of an octave. All of this is tested.
//
// Thunder has no place in sleep or where somebody needs ground under their
// feet: whoever chooses the beds keeps it out.
//
// # What it costs
//
// Nanoseconds a frame of one core (AMD EPYC, shared; the best of go test -bench
// Render -benchtime 1000x -count 80), at distance 0.3 and character 0.6, the
// weather's 0.6 with it:
//
//	thunder, train, birds, fire    14
//	sea, rain, stream              15
//	insects, wind                  17
//	café                           19
//	noise                          17, and through air 22
//
// Of each, the pink noise is 2.8 and the air 2.7. At level 0 a soundscape costs
// nothing.
package soundscape
