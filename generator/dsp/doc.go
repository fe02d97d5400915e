// Package dsp holds the units that sound is made of: oscillators, envelopes,
// filters, delay lines, smoothers, noise and resonating modes, one unit a file.
//
// Everything works on blocks of Quantum frames in float32. Memory is taken in
// constructors; processing allocates nothing, takes no lock and calls no
// transcendental function of package math in its inner loops.
//
// What moves, moves at one of two paces. Audio moves once a frame. Controls
// (cutoff, level, drift) move once a quantum, 750 times a second, and what the
// ear could hear as a step is led in a straight line from the last value to
// the next:
//
//	Smoother   towards a target, exponentially: knobs
//	Ramp       towards a target in a set time, straight: fades
//	Envelope   the life of one note
//	Drift      slow wandering that never repeats
//
// Frequencies are in hertz and times in seconds wherever a caller gives them;
// they become coefficients inside, at most once a quantum.
//
// Cost in nanoseconds a frame on one core of a shared EPYC server (go test
// -bench .): Oscillator 1.4, DoublePole 3 and StateVariable 6 for both
// channels, PadPair 4, each of many Modes 0.6, at a quarter of the rate 0.17, a
// Doubler 0.8, a String 3.3, 30 Resonators 5.5, Noise 1.9, 2.9 a channel for half
// the rate and back, and 5.8 for a Confluence of both rates.
package dsp
