package synth

import "dulcet/generator/dsp"

// A Patch is the whole of an instrument's sound from outside: six macro
// parameters, each 0…1.
type Patch struct {
	Brightness float32 // how far up the spectrum reaches
	Attack     float32 // how slowly a note begins
	Release    float32 // how long it goes on after it is let go
	Warmth     float32 // weight of the low partials, saturation, body
	Movement   float32 // drift, beating, ensemble
	Width      float32 // spread in the stereo picture
}

// A Note is one thing to play.
type Note struct {
	Pitch    float32 // MIDI number; fractions are allowed
	Velocity float32 // 0…1; changes the timbre as well as the level
	Frames   int64   // how long it is held
	Offset   int     // frame inside the coming quantum at which it starts
	// Attack is how many seconds the note takes at least until it has risen to
	// 90 %, where nothing may startle; 0 leaves that to the patch.
	Attack float32
}

// An Instrument turns notes into sound.
//
//  1. Play never fails: when every voice is busy the quietest is faded out
//     and taken.
//  2. Render adds the next quantum to out and leaves what is there: at half the
//     sample rate what ends below 8 kHz, the rest at the whole rate.
//  3. Set glides to the patch within 50 ms; a note that has begun keeps what
//     cannot glide.
//  4. Neither allocates.
//  5. A single note at velocity 1 peaks between −12 and −6 dBFS.
type Instrument interface {
	Set(Patch)
	Play(Note)
	Render(out *dsp.Bus)
	Sounding() int // voices that are not silent
}
