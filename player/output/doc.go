// Package output takes frames to where they are heard, or to a file.
//
// # Outputs
//
// An Output pulls one streamer at the pace of real time, for as long as it is
// open, whether or not anything can be heard. Speaker plays through the sound
// device of the machine. Silent has no device and only keeps the pace. Between
// two sittings an output stays open and pulls nothing, so that the device is
// warm when the next one begins.
//
// # The speaker is a process of its own
//
// Sound drivers hang, panic in goroutines of their own, print to the terminal
// and fall silent without an error when the sound server goes. A driver also
// starts only once in the life of a process. Speaker therefore starts the
// program itself a second time, with the argument "speaker"; that child runs
// RunSpeaker, which holds the driver and asks for frames over its pipes:
//
//	child → parent   uint32, little-endian: how many frames are wanted next
//	parent → child   that many frames: float32 left, float32 right, little-endian
//
// The child keeps 60 ms ahead of the driver's 200 ms, and a request is made when
// those have been used. A key is so heard after a quarter of a second, and the
// number of frames handed over is exact. When the parent is later than the driver
// can wait, because the machine is busy or the parent was stopped, the child bends
// the sound to silence within 10 ms and back in within 60 ms. What was handed over
// is played even when the parent has gone.
//
// Both processes ask the system to let them run soon after they are woken, and
// the child for some priority where the person may have it.
//
// The parent watches the requests. A device counts as alive once more has been
// asked for than fits into all buffers, because a driver without a device fills
// half of its own and then stops. No request for 1.5 s afterwards means that it
// is lost, and requests faster than real time that nothing is listening. Then
// the child is ended, the streamer is pulled silently at real pace, one sentence
// in the Status says what to do, and a new child is tried again and again. Until
// a device is alive its child gets silence: the streamer is never pulled by two
// at once. Every device fades in.
//
// # Rounding
//
// beep cuts float samples to 16 bits. The child adds triangular dither whose
// noise is moved up in frequency, and rounds to the steps of beep, as the very
// last thing before the driver, so that the cut changes nothing more. After a
// second of pure silence it stops, so that an idle output is digitally silent.
//
// # Files
//
// WriteWAV writes a streamer to a file, faster than real time. The file appears
// under its name only when it is complete.
package output
