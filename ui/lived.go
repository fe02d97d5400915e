package ui

import (
	"slices"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// dayOf is the day that an instant belongs to for the person, whose days begin at
// an hour of their own. It goes by the calendar alone: a day is not always 24
// hours.
func dayOf(at time.Time, start int) time.Time {
	day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	if at.Hour() < start {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// daysAgo is how many of the person's days lie between an instant and now.
func daysAgo(at, now time.Time, start int) int {
	return int(dayOf(now, start).Sub(dayOf(at, start)).Hours() / 24)
}

// dayText names the day of an instant as it is spoken of now.
func dayText(at, now time.Time, start int) string {
	switch ago := daysAgo(at, now, start); {
	case ago == 0:
		return "today"
	case ago == 1:
		return "yesterday"
	case 0 < ago && ago < 7:
		return "on " + lower(dayOf(at, start).Format("Monday"))
	case at.Year() == now.Year():
		return lower(at.Format("2 Jan"))
	}
	return lower(at.Format("2 Jan 2006"))
}

// longestDay is further back than anything of today, in any zone.
const longestDay = 50 * time.Hour

// since is what the history holds since an instant. It looks from the newest
// backwards, so that years of journal cost nothing.
func since(history journal.History, at time.Time) journal.History {
	checkIns, sittings := len(history.CheckIns), len(history.Sittings)
	for checkIns > 0 && history.CheckIns[checkIns-1].Time.After(at) {
		checkIns--
	}
	for sittings > 0 && history.Sittings[sittings-1].Time.After(at) {
		sittings--
	}
	return journal.History{CheckIns: history.CheckIns[checkIns:], Sittings: history.Sittings[sittings:]}
}

// today are the entries of the day that now belongs to, oldest first.
func (v *visit) today() []entry {
	now, start := v.Now(), v.settings.DayStart
	all := v.entries(since(v.history, now.Add(-longestDay)))
	all = slices.DeleteFunc(all, func(e entry) bool { return daysAgo(e.at, now, start) != 0 })
	slices.Reverse(all)
	return all
}

// latestAnswer is the latest answer of today to any of the questions, and when it
// was given.
func latestAnswer(today []entry) (mood journal.Mood, at time.Time) {
	for _, e := range slices.Backward(today) {
		for _, c := range []journal.CheckIn{e.after, e.before} {
			if !c.Mood.Empty() {
				return c.Mood, c.Time
			}
		}
	}
	return journal.Mood{}, time.Time{}
}

// heard is how much of a sitting was heard.
func heard(s journal.Sitting) time.Duration { return duration(float64(s.Frames) / generator.Rate) }

// pieceText names what a sitting plays.
func pieceText(goal journal.Goal, minutes float64) string {
	return widget.CleanLine(string(goal)) + ", " + minutesText(minutes)
}
