// Package words reads what people write about how they feel and what they want
// to hear, without a network and without a model: "wired after a long day,
// can't sleep, rain and soft piano please, half an hour".
//
// # How
//
//	text → tokens → typing errors put right → finds → chips → Reading
//
// A token is a word, a number or a picture. A find is the longest phrase of the
// lexicon at a place of the text, with what the words around it do to it: how
// much ("a bit"), the other way round ("not", "without"), as a wish ("want to
// feel"), or about the music ("happy songs"). Each find that means something
// becomes a chip, and the reading is put together from the chips, so that one
// that was misunderstood can be taken away.
//
// # The lexicon
//
// The places of feeling words on the circle of affect are those of Russell
// (1980) and, fitted to his circle, of the Glasgow Norms by Scott, Keitel,
// Becirspahic, Yao and Sereno (2019), which are licensed under CC BY 4.0
// (https://creativecommons.org/licenses/by/4.0/). Everyday words stand near
// them (design choice), and so does everything that is said of sounds, goals,
// times and textures.
//
// # What it leaves alone
//
// It reads English, and says so where it cannot read. What it did not use it
// tells. Nothing that is read here is kept by this package; that words sound
// like a crisis is told to the caller and belongs in no record.
package words
