// Package journal holds what a person's answers and sittings are, and what
// can be learned from them.
//
// The words: a Mood is three ratings (valence, energy, tension) of which any
// may be absent, because every question can be skipped. A CheckIn is one
// answering of the questions; a Draft is one that is still being typed. A
// Sitting is one listening from start to end. A History is all of them, oldest
// first. A Taste is what a History has taught about one goal: bounded offsets
// to the music, each with its evidence.
//
// The package does no input or output and reads no clock: the store keeps the
// records on disk, and whoever makes one passes the time in. Everything here
// is a value; the same history always teaches the same taste.
//
// Mood numbers are −1…1 in code. In JSON and on the command line they are
// −100…100, and an absent one is null, never 0. EncodeRecord and DecodeRecord
// are the one shape of records in the store, in exports and in backups.
//
// # How the next piece is made a little better
//
// Every sitting gives a reward. It is not the change from before to after:
// people press play when they feel low, and would feel better later without
// any music. It is how far the answer after lies from what was to be expected
// of this person from where they began,
//
//	expected = mean + 0.6 · (before − mean)
//	reward   = Σ direction of the goal · (after − expected) / spread
//
// with a little for staying to the end and a little off for leaving at once.
// The mean and the spread are the person's own, drawn to those of people in
// general while answers are few. Without an answer after, only the ending
// counts, and a quarter as much.
//
// Learn fits reward = shared + effect · dials to the sittings of a goal, older
// ones weighing less, with a prior that expects small effects. The posterior
// mean is where the dials go, never further than half of the goal's safe
// range. The evidence of a few sittings is thin, so offsets stay small for
// long, and Reason says how thin: "a little slower: 6 sittings leaned that
// way, could be chance".
//
// Vary adds what makes learning possible, a small variation that the seed
// decides, and logs how probable it was.
//
// Change puts the difference of two moods into a sentence, and says "about the
// same" where answers differ by no more than answering itself does.
package journal
