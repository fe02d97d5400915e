package generator

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dulcet/generator/score"
	"dulcet/generator/theory"
	"dulcet/journal"
)

// musicReasons ties every number of the music to what it is for. Each number
// is one of MusicAt at the start or at the end of the sitting, or of the
// goal's manner.
func musicReasons(b Brief, asked journal.Mood) []Reason {
	first, last := b.MusicAt(0), b.MusicAt(b.evening())
	opening := b.opening()
	m := manners[b.Goal]
	return []Reason{
		{"tempo", course(first.BPM, last.BPM, "%.0f", "beats a minute") + ": " + tempoReason(b, asked, first, last)},
		{"density", course(first.NotesPerSecond, last.NotesPerSecond, "%.1f", "notes a second") + ": " +
			because("", b.Goal, change(first.NotesPerSecond, last.NotesPerSecond, "%.1f", "thins out", "fills out", stays(b.Goal, "stays as full as it is")))},
		{"mode", opening.Tonic + " " + opening.Mode + ": " + modeReason(opening.Key.Mode, asked)},
		{"register", registerText(first.Register, last.Register) + ": " + change(first.Register, last.Register, "%.0f",
			"lower is darker, and more at rest", "higher is brighter", registerReason(b, first.Register))},
		{"articulation", course(sungPercent(first), sungPercent(last), "%.0f", "% of the time to the next note sounds") + ": " + articulationReason(first.Articulation)},
		{"attack", course(1000*first.AttackSeconds, 1000*last.AttackSeconds, "%.0f", "ms until a held note is there") + ": " + attackReason(first.AttackSeconds)},
		{"brightness", course(first.BrightnessHz, last.BrightnessHz, "%.0f", "Hz at the bright end") + ": " + brightnessReason(b.Goal)},
		{"loudness", course(first.LoudnessLUFS, last.LoudnessLUFS, "%.0f", "LUFS") + ": " + loudnessReason(b)},
		{"instruments", instrumentsText(b)},
		{"soundscapes", soundscapesText(b)},
		{"harmony", fmt.Sprintf("a chord stays for %g to %g seconds: %s", m.chord[0], m.chord[1], harmonyReason(m))},
		{"surprise", fmt.Sprintf("about %g bits a note of the melody: %s", m.surprise, surpriseReason(m.surprise))},
	}
}

// sungPercent returns which part of the time to the next note sounds: notes
// that reach into each other, as the formulas may ask, are sung to the next.
func sungPercent(m Music) float64 { return 100 * math.Min(m.Articulation, 1) }

func tempoReason(b Brief, asked journal.Mood, first, last Music) string {
	steady := stays(b.Goal, "keeps its pace")
	does := change(first.BPM, last.BPM, "%.0f", "slows down", "picks up", steady)
	switch {
	case b.breathTempo() > 0:
		return "bars fit into the breath, and " + because("", b.Goal, does)
	case does == steady && !purposes[b.Goal].stay:
		return because("", b.Goal, does) // whatever was said
	}
	return because(saidOf(asked), b.Goal, does)
}

// stays says of a goal that something does not change: one that has no target
// stays with the listener.
func stays(goal journal.Goal, words string) string {
	if purposes[goal].stay {
		return "goes with you"
	}
	return words
}

// modeWords say how the modes are heard, in the order of Temperley & Tan
// (2013).
var modeWords = map[theory.Mode]string{
	theory.Phrygian: "darker than all others", theory.Aeolian: "dark", theory.Dorian: "between dark and bright",
	theory.Lydian: "bright and open", theory.Mixolydian: "bright and easy", theory.Ionian: "bright",
}

// alike is how far a mode may lie from a mood and still be as one feels
// (design choice: the width of the judgements in Temperley & Tan 2013, twice).
const alike = 0.12

func modeReason(mode theory.Mode, asked journal.Mood) string {
	words := modeWords[mode]
	valence, given := asked.Valence.Value()
	if !given {
		return words
	}
	switch distance := mode.Happiness().Float() - happinessOf(valence); {
	case distance > alike:
		return words + ", brighter than you feel, to lead"
	case distance < -alike:
		return words + ", more restrained than you feel"
	}
	return words + ", as you feel now"
}

// registerText says where the melody lies: "around G4 (67), rising to B4 (71)".
func registerText(from, to float64) string {
	a, b := noteText(from), noteText(to)
	switch {
	case a == b:
		return "the melody lies around " + a
	case to < from:
		return "the melody lies around " + a + ", falling to " + b
	}
	return "the melody lies around " + a + ", rising to " + b
}

// noteText names the note nearest to a MIDI pitch: "G4 (67)".
func noteText(pitch float64) string {
	note := int(math.Round(pitch))
	return fmt.Sprintf("%s%d (%d)", theory.Key{Mode: theory.Ionian}.Spell(note), note/theory.SemitonesPerOctave-1, note)
}

func registerReason(b Brief, register float64) string {
	switch to := purposes[b.Goal].register; {
	case to.target == 0:
		return "higher where you feel well, lower where you do not"
	case register < to.target-1:
		return "lower than " + string(b.Goal) + " mostly is, nearer to you"
	case register > to.target+1:
		return "higher than " + string(b.Goal) + " mostly is, nearer to you"
	}
	return "where a voice sings at ease"
}

func articulationReason(share float64) string {
	switch {
	case share >= 0.9:
		return "notes that lead into one another are calming"
	case share >= 0.7:
		return "a little air between the notes keeps awake"
	}
	return "notes set apart are lively"
}

func attackReason(seconds float64) string {
	switch {
	case seconds >= 0.12:
		return "what comes softly startles nobody"
	case seconds >= 0.05:
		return "neither hard nor slow"
	}
	return "a clear edge wakes"
}

func brightnessReason(goal journal.Goal) string {
	switch goal {
	case journal.Sleep:
		return "dark sound is what sets sleep music apart"
	case journal.Energise, journal.Uplift:
		return "brighter sound is more awake"
	case journal.Drift:
		return "brighter the better and the more awake you feel"
	}
	return "soft enough for " + string(goal)
}

func loudnessReason(b Brief) string {
	if purposes[b.Goal].descent > 0 {
		return "it sinks as you do, until it is gone"
	}
	return "all goals lie near each other, so that nothing jumps when you change"
}

// instrumentsText says who may play and what for.
func instrumentsText(b Brief) string {
	c := castOf(b)
	var roles []string
	add := func(format string, parts Parts) {
		if parts != 0 {
			roles = append(roles, fmt.Sprintf(format, spoken(parts, " or ")))
		}
	}
	add("%s leads", setOf(c.melody))
	add("%s holds the chords", setOf(c.sustain))
	add("%s answers now and then", setOf(c.colour)&^setOf(c.melody))
	add("%s carries the low end", setOf(c.low))
	if c.kit > 0 {
		roles = append(roles, "the kit joins in some sections")
	}
	if len(roles) == 0 {
		return "nobody plays"
	}
	return strings.Join(roles, "; ")
}

// soundscapesText says what may be heard behind the music.
func soundscapesText(b Brief) string {
	c := castOf(b)
	behind := c.asks() & (soundscapeSet | partsIn(score.Cloud))
	if behind == 0 || b.Dials[journal.Nature] == -1 {
		return "none"
	}
	how := "at times, softer than the music"
	if c.bedLevel == 0 {
		how = "hardly, since a pulse leads"
	}
	return spoken(behind, " or ") + " " + how
}

// spoken lists parts as people say them: "piano, harp or flute".
func spoken(parts Parts, last string) string {
	names := parts.Names()
	for i, name := range names {
		names[i] = strings.ReplaceAll(name, "-", " ")
		if name == score.Cloud.String() {
			names[i] = "a cloud of the music itself"
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

func harmonyReason(m manner) string {
	switch {
	case m.repeat:
		return "the same few come round, so that each is expected"
	case m.chord[0] >= 20:
		return "what hardly moves asks for nothing"
	case m.chord[0] >= 10:
		return "slow change, with time to arrive"
	case m.chord[0] >= 5:
		return "change enough to follow at ease"
	}
	return "what moves on carries along"
}

func surpriseReason(bits float64) string {
	switch {
	case bits < 3:
		return "what comes next can be foreseen"
	case bits < 3.5:
		return "mostly what the ear expects"
	case bits < 4:
		return "familiar, with turns of its own"
	}
	return "enough that listening is worth while"
}

// minutesText writes minutes without needless decimals.
func minutesText(minutes float64) string { return strconv.FormatFloat(minutes, 'f', -1, 64) }
