package generator

import (
	"slices"

	"dulcet/generator/score"
	"dulcet/generator/synth"
	"dulcet/generator/theory"
)

// A cue is one note of a study.
type cue struct {
	frame int64
	note  synth.Note
}

// studySeconds is how long a study is: a minute, its last chord ringing.
const studySeconds = 60

// studyOf returns what an instrument plays alone, so that everything of it
// can be heard and seen in a minute: its register, its touch, and how its
// notes stand together (design choice).
func studyOf(part score.Part) []cue {
	if !part.Pitched() {
		return drumStudy()
	}
	s := &study{}
	low, high := part.Range()
	s.scale(low, high)
	s.touch((low + high) / 2)
	if part == score.Flute || part == score.Bass || part == score.UprightBass {
		s.line((low + high) / 2)
	} else {
		s.chords(min(max((low+high)/2-7, low), high-12))
	}
	return s.cues
}

// studyKey is the key of all studies: white keys, neither bright nor dark.
var studyKey = theory.Key{Tonic: 2, Mode: theory.Dorian}

// A study is a list of cues and the second at which the next one starts.
type study struct {
	at   float64
	cues []cue
}

// play adds a note and leaves the time where it is.
func (s *study) play(pitch int, velocity float32, seconds float64) {
	s.cues = append(s.cues, cue{
		frame: int64(s.at * Rate),
		note:  synth.Note{Pitch: float32(pitch), Velocity: velocity, Frames: int64(seconds * Rate)},
	})
}

// scale walks from the lowest to the highest note in 24 seconds, by as many
// steps of the key as make twelve notes or so.
func (s *study) scale(low, high int) {
	const notes, seconds = 12, 24.0
	var pitches []int
	for pitch := low; pitch <= high; pitch++ {
		if studyKey.Set().Has(pitch) {
			pitches = append(pitches, pitch)
		}
	}
	step := max(1, (len(pitches)+notes-1)/notes)
	var walk []int
	for i := 0; i < len(pitches); i += step {
		walk = append(walk, pitches[i])
	}
	each := seconds / float64(len(walk))
	for _, pitch := range walk {
		s.play(pitch, 0.55, 0.9*each)
		s.at += each
	}
}

// touch repeats one note from soft to loud, in 12 seconds.
func (s *study) touch(pitch int) {
	for _, velocity := range []float32{0.2, 0.45, 0.7, 0.95} {
		s.play(pitch, velocity, 2.4)
		s.at += 3
	}
}

// chords plays four chords that lead round, spread a little as a hand would,
// in 20 seconds.
func (s *study) chords(bottom int) {
	step, _ := studyKey.Step(bottom)
	step -= step % theory.StepsPerOctave
	for _, degree := range []int{0, 3, 6, 0} {
		for voice, third := range []int{0, 4, 9, 13} {
			pitch := studyKey.Pitch(step + degree + third)
			for pitch > bottom+24 {
				pitch -= theory.SemitonesPerOctave
			}
			s.at += 0.02
			s.play(pitch, 0.5-0.04*float32(voice), 4.6)
		}
		s.at += 5 - 4*0.02
	}
}

// line plays a tune for what plays one note at a time, in 20 seconds.
func (s *study) line(middle int) {
	step, _ := studyKey.Step(middle)
	step -= step % theory.StepsPerOctave
	for i, degree := range []int{0, 2, 4, 3, 2, 1, -1, 0} {
		s.play(studyKey.Pitch(step+degree), 0.45+0.05*float32(i%3), 2.3)
		s.at += 2.5
	}
}

// drumStudy plays every drum from soft to loud, and then a groove.
func drumStudy() []cue {
	s := &study{}
	drums := []int{score.Kick, score.Rim, score.Snare, score.ClosedHat, score.OpenHat, score.Shaker}
	for _, drum := range drums {
		for _, velocity := range []float32{0.2, 0.45, 0.7, 0.95} {
			s.play(drum, velocity, 0.2)
			s.at += 1
		}
	}
	const beat = 60.0 / 78
	start := s.at
	for bar := range 8 {
		for eighth := range 8 {
			swing := 0.08 * float64(eighth%2)
			s.at = start + beat*(4*float64(bar)+float64(eighth)/2+swing)
			s.play(score.ClosedHat, []float32{0.5, 0.25}[eighth%2], 0.1)
			switch eighth {
			case 0, 5:
				s.play(score.Kick, 0.75, 0.2)
			case 2, 6:
				s.at += 0.015
				s.play(score.Snare, 0.6, 0.2)
			case 3:
				s.play(score.Snare, 0.2, 0.2)
			}
			if bar%2 == 1 {
				s.play(score.Shaker, 0.3, 0.1)
			}
		}
	}
	slices.SortStableFunc(s.cues, func(a, b cue) int { return int(a.frame - b.frame) })
	return s.cues
}
