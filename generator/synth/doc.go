// Package synth holds the instruments.
//
// An Instrument is a fixed pool of voices behind a Patch of at most six macro
// parameters. It is told to play notes and renders a quantum at a time,
// adding to what is there. Nothing here knows what the music is about.
//
//	NewStrings        string section       two pad tables a note that crossfade, bow noise, chorus
//	NewChoir          choir, oo to ah      the same with formants, vibrato and breath
//	NewGlass          glass pad            two wandering pairs of modulated sines a note
//	NewFlute          breathy flute        two wavetables that crossfade, breath about the note
//	NewPiano          felt piano           up to 38 stretched partials, soundboard, sympathetic strings, dampers
//	NewElectricPiano  tines and pickups    frequency modulation 1:1 and 14:1, soft amplifier, slow panning
//	NewHarp           harp of gut          waveguide with dispersion, second direction of swing, body
//	NewKalimba        tines on a box       4 modes, the lowest a pair, box
//	NewMarimba        bars over tubes      5 modes at 1:4:10…, a tube that speaks late
//	NewBowl           singing bowl         5 modes, each a beating pair
//	NewBell           tuned bar            7 modes, the low ones in beating pairs
//	NewBass           round, soft bass     two wavetables, round and clear, that crossfade
//	NewUprightBass    plucked double bass  up to 18 stretched partials, body, fingertip
//	NewKit            small soft drum kit  falling tone, wood and metal modes, grainy noise
//
// # Voices
//
// What is struck or plucked is a struck body (struck.go): a sum of decaying
// sines that cost nothing once they have died away, those below 3 kHz at a
// quarter of the rate and brought to half of it for all voices together
// (struckinstrument.go). The harp adds a string to it. Flute and bass read
// wavetables that hold no harmonic near half the sample rate; strings and choir
// (section.go) long tables in which every partial is a narrow band, as of many
// players. None of them can alias. The electric piano modulates sines by so
// little that what would fold back is 60 dB down.
//
// A pool (pool.go) has as many voices again as may play. When all play, the
// quietest fades out within 20 ms while a spare one takes the note. A voice
// that was let go is free once it is 86 dB under full scale, so that no tail
// is ever cut.
//
// # Chance
//
// No two notes are alike: phases, detuning, drift, strength of partials and
// place differ a little. They are drawn from the seed and the number of the
// note, so that the same notes on the same seed are the same sound.
//
// # Cost
//
// Nanoseconds a frame on one core of a shared EPYC server (20,833 would be
// real time), to be had again from go test -bench .:
//
//	strings         2.5 a voice, and 8 for the chorus
//	choir           3 a voice, and 10 for chorus and breath
//	glass           4 a voice
//	flute           8 a voice
//	piano           4 a voice of the middle register, and 8 for what answers it
//	electric piano  3.8 a voice, and 5 for amplifier and panning
//	harp            4.5 a voice, and 4 for their sum
//	kalimba         1.6 a voice, and 4
//	marimba         1.6 a voice, and 4
//	bowl            1.2 a voice, and 4
//	bell            2 a voice, and 4
//	bass            3 a voice
//	upright         3 a voice, and 4
//	kit             12 in a busy groove, hits of all six drums
//
// What ends below 8 kHz is handed over at half the sample rate (dsp.Bus): the
// way to the whole is paid once, by the mix. BenchmarkPiece of package generator
// plays everything at once.
package synth
