// Package chance gives composing its randomness: pure functions of a seed.
//
// A random number here is a hash of (seed, part, event, purpose), never the
// next value of a shared sequence. Adding a question in one part moves
// nothing in another, and any moment of a piece can be asked about without
// its history. The distributions return integers, so that every machine draws
// the same.
package chance
