package command

import (
	"fmt"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// logNote is how much of a note a line of the log shows, in characters.
const logNote = 40

// logLines makes the lines of the log.
type logLines struct {
	moods map[string]journal.Mood // by the id of their check-in
	ended endings
	zones map[string]*time.Location // looked up so far: each is a file
}

// newLogLines returns what makes the lines of a history.
func (p *program) newLogLines(history journal.History) logLines {
	l := logLines{
		moods: make(map[string]journal.Mood, len(history.CheckIns)),
		ended: newEndings(history, time.Now(), p.sounds),
		zones: make(map[string]*time.Location),
	}
	for _, c := range history.CheckIns {
		l.moods[c.ID] = c.Mood
	}
	return l
}

// of tells a record in one line.
func (l logLines) of(record journal.Record) string {
	switch record := record.(type) {
	case journal.CheckIn:
		return l.checkIn(record)
	case journal.Sitting:
		return l.sitting(record)
	}
	return ""
}

// checkIn tells a check-in in one line.
func (l logLines) checkIn(c journal.CheckIn) string {
	parts := []string{c.ID, l.minute(c.Stamp), "check-in"}
	if c.When != journal.Alone {
		parts = append(parts, string(c.When)+" a sitting")
	}
	if !c.Mood.Empty() {
		parts = append(parts, "mood "+moodText(c.Mood))
	}
	if len(c.Words) > 0 {
		parts = append(parts, strings.Join(c.Words, ", "))
	}
	if c.Note != "" {
		parts = append(parts, fmt.Sprintf("“%s”", shortened(widget.CleanLine(c.Note), logNote)))
	}
	return widget.CleanLine(strings.Join(parts, "  "))
}

// sitting tells a sitting in one line, with the moods around it.
func (l logLines) sitting(s journal.Sitting) string {
	parts := []string{
		s.ID, l.minute(s.Stamp), "sitting ",
		fmt.Sprintf("%s, %s of %s, %s", s.Goal, oneDecimal(heardMinutes(s)), minutesText(s.Minutes), l.ended.of(s)),
	}
	for _, around := range []struct {
		word string
		id   *string
	}{{"before", s.Before}, {"after", s.After}} {
		if around.id == nil {
			continue
		}
		if mood, found := l.moods[*around.id]; found && !mood.Empty() {
			parts = append(parts, around.word+" "+moodText(mood))
		}
	}
	return widget.CleanLine(strings.Join(parts, "  "))
}

// minuteLayout is how the log writes when something happened.
const minuteLayout = "2006-01-02 15:04"

// minute is minuteOf with the zones that were already looked up.
func (l logLines) minute(s journal.Stamp) string {
	zone, known := l.zones[s.Zone]
	if !known {
		zone = s.Local().Location()
		l.zones[s.Zone] = zone
	}
	return s.Time.In(zone).Format(minuteLayout)
}

// minuteOf writes when something happened, in the zone it was lived in.
func minuteOf(s journal.Stamp) string { return s.Local().Format(minuteLayout) }

// heardMinutes is how much of the sitting was heard.
func heardMinutes(s journal.Sitting) float64 { return float64(s.Frames) / generator.Rate / 60 }

// minutesText writes a length in minutes.
func minutesText(minutes float64) string {
	if minutes == 1 {
		return "1 minute"
	}
	return oneDecimal(minutes) + " minutes"
}

// oneDecimal writes a number with at most one decimal.
func oneDecimal(x float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0") }

// shortened cuts text after n characters.
func shortened(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return strings.TrimRight(string(runes[:n-1]), " ") + "…"
}

// clock writes a time of a sitting as minutes and seconds, or with hours.
func clock(d time.Duration) string {
	seconds := int(d.Round(time.Second).Seconds())
	if seconds >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", seconds/60, seconds%60)
}
