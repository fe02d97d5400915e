package command

import (
	"dulcet/generator"
	"dulcet/generator/score"
)

// musicOf returns the music of a brief in numbers, and what the composer makes
// of them: the key in which the piece starts, and who plays.
func musicOf(b generator.Brief) planMusic {
	first, last := b.MusicAt(0), b.MusicAt(b.Journey.Seconds)
	music := planMusic{
		BPM:            [2]float64{rounded(first.BPM, 1), rounded(last.BPM, 1)},
		NotesPerSecond: [2]float64{rounded(first.NotesPerSecond, 2), rounded(last.NotesPerSecond, 2)},
		Register:       rounded(first.Register, 1),
		Articulation:   rounded(min(first.Articulation, 1), 2),
		AttackMS:       rounded(1000*first.AttackSeconds, 0),
		BrightnessHz:   rounded(first.BrightnessHz, 0),
		LoudnessLUFS:   [2]float64{rounded(first.LoudnessLUFS, 1), rounded(last.LoudnessLUFS, 1)},
		Instruments:    []string{},
		Soundscapes:    []string{},
	}
	sheet := generator.Compose(b)
	if len(sheet.Sections) > 0 {
		music.Tonic, music.Mode = sheet.Sections[0].Tonic, sheet.Sections[0].Mode
	}
	var heard [score.PartCount]bool
	for _, event := range sheet.Events {
		heard[event.Part] = true
	}
	for part := range score.PartCount {
		switch {
		case !heard[part]:
		case part.Plays():
			music.Instruments = append(music.Instruments, part.String())
		default:
			music.Soundscapes = append(music.Soundscapes, part.String())
		}
	}
	return music
}
