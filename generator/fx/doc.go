// Package fx is the room and the desk: what happens to the sound of all
// instruments together.
//
//	NewReverb       a large soft room, in addition to what is dry
//	NewTone         brightness and tilt of the whole, rumble and width of the low end
//	NewSlewLimiter  how fast loudness may rise, where nothing may startle
//	NewLimiter      the last unit: nothing above the ceiling, not even between samples
//
// And the colours of a studio, each off until it is asked for:
//
//	NewEcho        repeats in time with the music, from side to side
//	NewCloud       grains of the last seconds of the music itself
//	NewTape        wow and flutter, saturation, a dull head, hiss
//	NewVinyl       crackle and rumble
//	NewCompressor  2:1 over a threshold, slow and shallow
//	NewModulation  the middle band rises and falls 13 to 19 times a second
//
// Cost in nanoseconds a frame on one core of a shared EPYC server: reverb 27,
// tone 8 and 18 with a roof, slew limiter 2, limiter 2 while nothing is loud
// and 75 while it works.
//
// Of the colours, while they are on: echo 6, cloud 14, tape 15, vinyl 2,
// compressor 4, modulation 6. While they are off an echo, a tape, a vinyl and
// a modulation cost nothing, a cloud 2 for its memory, and a compressor 3,
// since it always listens.
//
// Every unit works in place or adds to what is there, a quantum at a time, and
// allocates nothing once it is made. Controls glide. Room, echo and cloud work at
// half the sample rate, since none of them has treble; the mix brings what they
// make to the whole once.
package fx
