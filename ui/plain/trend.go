package plain

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dulcet/journal"
)

// The trend is told in a few parts, the oldest first (design choices: four weeks
// as on the screens, and no more numbers than can be kept in the ear).
const (
	usualWeeks = 4
	mostWeeks  = 52
	trendParts = 4
)

// trend tells how each question was answered over some weeks, in numbers and
// without a judgement.
func (s *session) trend(rest string) error {
	weeks := usualWeeks
	if rest != "" {
		number, err := strconv.Atoi(rest)
		if err != nil || number < 1 || number > mostWeeks {
			return fmt.Errorf(`"trend" takes how many weeks, 1 to %d, and %q is none of them`, mostWeeks, rest)
		}
		weeks = number
	}
	s.readHistory()
	days := 7 * weeks
	part := (days + trendParts - 1) / trendParts
	trend := journal.TrendOf(s.history.CheckIns, s.stamp().Day, days, part)
	told := false
	for i, ends := range s.settings.Questions {
		if trend.Usual[i].Days+trend.After[i].Days == 0 {
			continue
		}
		if !told {
			s.voice.say(fmt.Sprintf("the last %s, in parts of %s, the oldest first; each number is a mean of days.", counted(weeks, "week"), counted(part, "day")))
		}
		told = true
		s.voice.say(fmt.Sprintf("from 0, %s, to 100, %s: %s.", ends[0], ends[1], partsText(trend.Points, i)))
		if text := mostDays(trend.Usual[i], trend.After[i]); text != "" {
			s.voice.say(text)
		}
	}
	if !told {
		s.voice.say(fmt.Sprintf("no answers in the last %s. gaps are gaps.", counted(weeks, "week")))
	}
	return nil
}

// partsText tells a question part by part: before the music and on its own, and
// after the music where there are such answers.
func partsText(points []journal.TrendPoint, question int) string {
	var parts []string
	for _, point := range points {
		usual, after := point.Usual[question], point.After[question]
		text := "no answer"
		if usual.Days > 0 {
			text = fmt.Sprintf("%s from %s", pointsText(usual.Mean), counted(usual.Days, "day"))
		}
		if after.Days > 0 {
			text += fmt.Sprintf(", %s after music", pointsText(after.Mean))
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// mostDays says where most days lay, where there are enough to say so.
func mostDays(usual, after journal.Typical) string {
	var said []string
	if usual.Enough() {
		said = append(said, fmt.Sprintf("most days lay between %s and %s", pointsText(usual.Low), pointsText(usual.High)))
	}
	if after.Enough() {
		said = append(said, fmt.Sprintf("after the music most lay between %s and %s", pointsText(after.Low), pointsText(after.High)))
	}
	if len(said) == 0 {
		return ""
	}
	return strings.Join(said, "; ") + "."
}

// pointsText writes a value of −1…1 as a number of 0 to 100.
func pointsText(value float64) string { return strconv.Itoa(int(math.Round(50 + 50*value))) }
