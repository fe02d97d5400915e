package surprise

import (
	"math/bits"

	"dulcet/generator/theory"
)

// A Listener follows one line of melody, note by note. The zero value has
// heard nothing. It has no memory outside itself: a copy goes its own way.
type Listener struct {
	heard   bool
	pitch   int       // of the latest note, MIDI number
	at      int64     // when it began
	time    int64     // latest time from note to note in the phrase, or 0
	motions [2]motion // the last but one and the last
	paces   [2]pace
}

// Hear takes in the next note of the line and returns how surprising it is,
// in bits: the information content of its interval, in scale steps of the
// key, plus that of its pace, which the notes of a phrase have from the third
// on. The pitch is a MIDI number; at is when the note begins, in any unit that
// stays the same. The first note only sets the line going and carries none.
func (l *Listener) Hear(key theory.Key, pitch int, at int64) theory.Fixed {
	if !l.heard {
		*l = Listener{heard: true, pitch: pitch, at: at}
		return 0
	}
	step, _ := key.Step(pitch)
	from, _ := key.Step(l.pitch)
	sum := l.move(step-from, degreeOf(step)) + l.pass(max(at-l.at, 1))
	l.pitch, l.at = pitch, at
	return sum
}

// move takes in an interval in scale steps that leads to a degree.
func (l *Listener) move(steps, degree int) theory.Fixed {
	sum := pitchBits(l.motions[0], l.motions[1], steps, degree)
	l.motions = [2]motion{l.motions[1], motionOf(steps)}
	return sum
}

// pass takes in the time from the note before.
func (l *Listener) pass(time int64) theory.Fixed {
	if l.time == 0 {
		l.time = time
		return 0
	}
	now := paceOf(time, l.time)
	sum := paceBits(l.paces[0], l.paces[1], now)
	if now == pause {
		l.time, l.paces = 0, [2]pace{} // a new phrase finds its own pace
		return sum
	}
	l.time, l.paces = time, [2]pace{l.paces[1], now}
	return sum
}

// degreeOf returns the degree of a scale step, 0 being the tonic.
func degreeOf(step int) int {
	return ((step % theory.StepsPerOctave) + theory.StepsPerOctave) % theory.StepsPerOctave
}

// information returns −log2(count/total) in bits, rounded down to 1/4096. It
// counts in integers, so that every machine gets the same.
func information(count, total int) theory.Fixed { return log2(total) - log2(count) }

// log2 returns the binary logarithm of a number in 1…2³⁰: its length, then
// one bit of the fraction for each squaring.
func log2(n int) theory.Fixed {
	const scale = 30 // bits after the point of a mantissa in 1…2
	whole := bits.Len64(uint64(n)) - 1
	mantissa := uint64(n) << (scale - whole)
	result := theory.Fixed(whole) * theory.One
	for bit := theory.One / 2; bit > 0; bit /= 2 {
		mantissa = mantissa * mantissa >> scale
		if mantissa >= 2<<scale {
			mantissa >>= 1
			result += bit
		}
	}
	return result
}
