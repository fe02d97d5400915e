package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dulcet/generator/score"
)

// chip is what a find looks like to a person.
func (f find) chip() Chip {
	kind, label := f.says()
	return Chip{Kind: kind, Start: f.start, End: f.end, Text: f.text, Label: label}
}

// says returns what a find is about and what it was understood as.
func (f find) says() (Kind, string) {
	switch {
	case f.feeling != nil:
		return f.feelingSays()
	case f.goal != nil:
		return KindGoal, f.unless(string(f.goal.goal))
	case f.sound != nil:
		label := partNames(f.sound.parts)
		switch {
		case f.sound.near && f.denied:
			return KindSound, "no " + f.spelled()
		case f.sound.near:
			return KindSound, label + ", for " + f.spelled()
		case f.denied:
			return KindSound, "no " + strings.ReplaceAll(label, " and ", " or ")
		}
		return KindSound, label
	case f.trait != nil:
		switch {
		case f.lessen:
			return KindTexture, "less " + f.spelled()
		case f.denied && f.trait.refusable():
			return KindTexture, "no " + f.spelled()
		case f.denied:
			return KindTexture, "not " + f.spelled()
		}
		return KindTexture, f.much("a bit ", "", "much ") + f.trait.label
	case f.course != nil:
		return KindCourse, f.unless(f.course.label)
	case f.pattern != nil:
		return KindPattern, f.unless(f.pattern.label)
	case f.rounds != Rounds{}:
		return KindPattern, minutesText(f.rounds.Work) + " of work, " + minutesText(f.rounds.Rest) + " of rest"
	case f.bells > 0:
		return KindPattern, "a bell every " + minutesText(f.bells)
	}
	return KindLength, minutesText(heldMinutes(f.minutes))
}

func (f find) feelingSays() (Kind, string) {
	switch {
	case f.wished && f.lessen:
		return KindMood, "less " + f.spelled()
	case f.wished:
		return KindGoal, "to feel " + f.spelled()
	case f.ofMusic && f.denied:
		return KindTexture, "no " + f.spelled() + " music"
	case f.ofMusic:
		return KindTexture, f.name + " music"
	case f.denied:
		return KindMood, "not " + f.spelled()
	case f.marked:
		return KindMood, fmt.Sprintf("%s, %.0f of 10", f.spelled(), 10*f.mark)
	}
	return KindMood, f.much("a bit ", "quite ", "very ") + f.spelled()
}

// apostrophes puts back what folding takes out of the words with a "not" in
// them.
var apostrophes = strings.NewReplacer("cant ", "can't ", "dont ", "don't ", "wont ", "won't ", "didnt ", "didn't ", "havent ", "haven't ")

// spelled is the phrase as a person reads it.
func (f find) spelled() string { return apostrophes.Replace(f.name) }

// unless puts "not" before a label that was denied.
func (f find) unless(label string) string {
	if f.denied {
		return "not " + label
	}
	return label
}

// much picks the word for how much was said.
func (f find) much(little, quite, very string) string {
	switch {
	case !f.stressed:
		return ""
	case f.radius < 0.5:
		return little
	case f.radius < plainRadius:
		return quite
	}
	return very
}

// partNames joins the names of parts as people say them.
func partNames(parts []score.Part) string {
	var names []string
	for _, part := range parts {
		name := strings.ReplaceAll(part.String(), "-", " ")
		switch part {
		case score.Kit:
			name = "drums"
		case score.Bell, score.Bowl:
			name += "s"
		}
		names = append(names, name)
	}
	return strings.Join(names, " and ")
}

// quoted is what was written, in quotation marks; a "no" before it, which may
// stand far away, in short.
func quoted(f find) string {
	if f.denied {
		_, label := f.says()
		return "“" + label + "”"
	}
	return "“" + f.text + "”"
}

// minutesText is a length in words.
func minutesText(minutes float64) string {
	hours, left := math.Floor(minutes/60), math.Mod(minutes, 60)
	text := strconv.FormatFloat(math.Round(10*left)/10, 'f', -1, 64) + " min"
	switch {
	case hours == 0:
		return text
	case left == 0:
		return strconv.FormatFloat(hours, 'f', -1, 64) + " h"
	}
	return strconv.FormatFloat(hours, 'f', -1, 64) + " h " + text
}
