package ui

import "time"

// partsOfDay are the parts of the day up to the hour at which each ends, with a
// word of greeting and a name (design choice).
var partsOfDay = [...]struct {
	until          int
	greeting, name string
}{
	{5, "still night", "the night"},
	{11, "good morning", "the morning"},
	{17, "good day", "the day"},
	{22, "good evening", "the evening"},
	{24, "late hours", "the late hours"},
}

// partAt is the place of an hour among the parts of the day.
func partAt(at time.Time) int {
	part := 0
	for at.Hour() >= partsOfDay[part].until {
		part++
	}
	return part
}

// greeting is a word for the hour.
func greeting(at time.Time) string { return partsOfDay[partAt(at)].greeting }

// partOfDay names the time of the day.
func partOfDay(at time.Time) string { return partsOfDay[partAt(at)].name }
