package theory

// MaxVoices is the largest number of voices that a Leading moves.
const MaxVoices = 6

// A Leading looks for the voicing of a chord that the voices reach with the
// least motion. It keeps its memory from call to call and allocates nothing.
type Leading struct {
	Low, High int // range of the voices, MIDI pitches
	Centre    int // where the mean of the voices should lie
	Smooth    int // weight of roughness, 0…16: the higher, the more consonant

	previous, best, trial [MaxVoices]int
	count                 int
	bass, previousBass    int // MIDI pitches, or 0 for none
	set, essential        Set
	bestCost              int
	reach                 int
	spacing               int // semitones between neighbours that the chord wants, or 0
}

// How far a voice looks for its next note, in semitones: a fourth, which is
// the widest motion of an inner voice, and further only where that leads
// nowhere (design choice).
const (
	nearReach = 5
	farReach  = 8
)

// Lead returns in next, which has as many entries as previous, the best
// voicing of the chord: strictly rising, inside the range, within the
// low-interval limits also over the bass, with every essential tone, without
// parallel fifths or octaves between the outer voices, moving as little as
// possible. The bass may be 0 for none; then the root is essential too. It
// returns false where nothing was found and leaves next as it was.
func (l *Leading) Lead(next, previous []int, chord Chord, bass, previousBass int) bool {
	l.count = len(previous)
	copy(l.previous[:], previous)
	l.bass, l.previousBass = bass, previousBass
	l.set, l.essential = chord.Set(), chord.Essential()
	if bass == 0 || PitchClass(bass) != chord.Root {
		l.essential |= SetOf(chord.Root)
	}
	// With fewer voices than tones the root, then the fifth, gives way.
	if l.essential.Size() > l.count {
		l.essential = chord.Essential()
	}
	l.spacing = chord.spacing()
	l.bestCost = 1 << 30
	for _, l.reach = range [...]int{nearReach, farReach} {
		if l.search(0, 0); l.bestCost < 1<<30 {
			copy(next, l.best[:l.count])
			return true
		}
	}
	return false
}

// Open returns in voices a first voicing of the chord, spread around the
// centre, for a piece or section that begins without one.
func (l *Leading) Open(voices []int, chord Chord, bass int) bool {
	var even [MaxVoices]int
	for i := range voices {
		even[i] = l.Centre + (2*i-len(voices)+1)*2
	}
	return l.Lead(voices, even[:len(voices)], chord, bass, 0)
}

func (l *Leading) search(voice, motion int) {
	if voice == l.count {
		l.judge(motion)
		return
	}
	lowest := max(l.Low, l.previous[voice]-l.reach)
	if voice > 0 {
		lowest = max(lowest, l.trial[voice-1]+1)
	}
	for pitch := lowest; pitch <= min(l.High, l.previous[voice]+l.reach); pitch++ {
		if !l.set.Has(pitch) || !l.clear(voice, pitch) {
			continue
		}
		cost := motion + motionCost(pitch-l.previous[voice])
		if cost >= l.bestCost {
			continue
		}
		l.trial[voice] = pitch
		l.search(voice+1, cost)
	}
}

// What a semitone between neighbours costs beyond its roughness: inside a
// chord it is a colour, at the top it is all that one hears (design choice).
const (
	innerRub = 8
	topRub   = 32
)

// astray is what a pair of neighbours costs that does not lie as the chord
// wants it: about what it costs to move one voice by a fourth, so that stacked
// fourths and clusters are heard as what they are where they lie near (design
// choice).
const astray = 90

// motionCost weighs the motion of one voice: a held tone is free, and a leap
// costs more than the steps that it is made of.
func motionCost(semitones int) int {
	distance := max(semitones, -semitones)
	return 8*distance + 2*distance*distance
}

func (l *Leading) clear(voice, pitch int) bool {
	if l.bass != 0 && (pitch <= l.bass || !Clear(l.bass, pitch)) {
		return false
	}
	return voice == 0 || Clear(l.trial[voice-1], pitch)
}

// judge takes the trial where it is complete and better than the best so far.
func (l *Leading) judge(motion int) {
	voices := l.trial[:l.count]
	if l.essential.Without(SetOf(voices...)) != 0 {
		return
	}
	top := l.count - 1
	low, previousLow := l.bass, l.previousBass
	if low == 0 && previousLow == 0 {
		low, previousLow = voices[0], l.previous[0]
	}
	if low != 0 && previousLow != 0 && Parallel(previousLow, l.previous[top], low, voices[top]) {
		return
	}
	sum, gaps, rubs, strays := 0, 0, 0, 0
	for i, pitch := range voices {
		sum += pitch
		if i > 0 && pitch-voices[i-1] > 9 {
			gaps++
		}
		if i > 0 && l.spacing != 0 && pitch-voices[i-1] != l.spacing {
			strays++
		}
		if i > 0 && pitch-voices[i-1] == 1 {
			rubs += innerRub
			if i == top {
				rubs += topRub
			}
		}
	}
	drift := sum - l.Centre*l.count
	cost := motion + max(drift, -drift)*2 + gaps*20 + strays*astray + (Roughness(voices)+rubs)*l.Smooth/8
	if distinct := SetOf(voices...).Size(); distinct < min(l.count, l.set.Size()) {
		cost += 60
	}
	if cost < l.bestCost {
		l.bestCost = cost
		copy(l.best[:], voices)
	}
}
