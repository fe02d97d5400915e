// Package player plays one sitting from its first breath to its landing, and
// keeps the record of it.
//
// Start takes a brief, an output and a keeper of records. From then on three
// things run side by side:
//
//   - The output pulls frames through the player: piece, fades, volume, meter.
//     This is the audio side. It allocates nothing, takes no lock, reads no
//     clock and waits for nothing. What the listener wants reaches it as one
//     atomic pointer to the whole wished state, looked at every 64 frames; what
//     it has to say leaves through atomic numbers.
//   - A goroutine follows the sitting: it hands wishes to the piece one after
//     another, notes the frame at which each was applied, and sees the end.
//   - A goroutine saves the record, because a disk may take its time.
//
// # Time
//
// The clock of a sitting is the number of frames pulled from the piece. A pause
// pulls nothing and takes no time. A sitting that is not stopped is exactly as
// long as its piece. It is over when the frames have been heard, one output
// delay after the last was handed over.
//
// # Gains
//
// Four gains multiply: the fade-in of the sitting, the pause, the stop, and the
// listener's volume. They are kept apart, so that the end of a fade never jumps
// back to the volume. All move along half a cosine.
//
// # Wishes
//
// What the listener asks of the music is one generator.Wish (wishes.go): the
// player changes it, hands the whole of it to the piece, and waits until the
// piece says at which frame it was applied before it hands over the next. Those
// frames and wishes are on record, so that a sitting can be played again sample
// by sample. A moment that is kept is only noted.
//
// # The record
//
// The sitting is saved as killed when it starts and again every 15 seconds that
// were heard, with the number of frames; its real ending replaces the word when
// it comes. So the record is true even when the process disappears. Saved in
// the Status is set only after the keeper has said that the ending is durable.
// An ending that cannot be kept is tried again for three seconds. Then Done is
// closed and the record belongs to the caller alone.
package player
