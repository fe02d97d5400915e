package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// logCommand is "dulcet log".
func (p *program) logCommand() *cobra.Command {
	var (
		count  int
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "log",
		Short: "list sittings and check-ins, newest first",
		Long: "Lists what is kept, newest first, one record a line: when, what, and the id that " +
			"\"dulcet show\" takes. Moods are valence,energy,tension; one that was skipped is empty.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("number") && count < 1 {
				return usagef("-n takes a number of at least 1, not %d", count)
			}
			history, damage := p.history()
			if damage != nil && !isDamaged(damage) {
				return damage
			}
			entries := newestFirst(history)
			if count > 0 {
				entries = entries[:min(count, len(entries))]
			}
			if len(entries) == 0 && damage == nil && !asJSON {
				fmt.Fprintln(p.stderr, "nothing is kept yet")
			}
			return errors.Join(p.printEntries(entries, asJSON), damage)
		},
	}
	cmd.Flags().IntVarP(&count, "number", "n", 0, "how many to list (default: all)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the records as JSON, one a line")
	return cmd
}

// An entry is one line of the log.
type entry struct {
	record journal.Record
	line   string
}

// newestFirst makes the entries of a history. Ids sort by time.
func newestFirst(history journal.History) []entry {
	moods := make(map[string]journal.Mood, len(history.CheckIns))
	var entries []entry
	for _, c := range history.CheckIns {
		moods[c.ID] = c.Mood
		entries = append(entries, entry{c, checkInLine(c)})
	}
	for _, s := range history.Sittings {
		entries = append(entries, entry{s, sittingLine(s, moods)})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(b.record.RecordID(), a.record.RecordID()) })
	return entries
}

// printEntries writes the entries to standard output.
func (p *program) printEntries(entries []entry, asJSON bool) error {
	for _, e := range entries {
		var err error
		if asJSON {
			err = writeRecord(p.stdout, e.record)
		} else {
			_, err = fmt.Fprintln(p.stdout, e.line)
		}
		if err != nil {
			return fmt.Errorf("the log could not be written: %w", err)
		}
	}
	return nil
}

// logNote is how much of a note a line of the log shows, in characters.
const logNote = 40

// checkInLine tells a check-in in one line.
func checkInLine(c journal.CheckIn) string {
	parts := []string{c.ID, minuteOf(c.Stamp), "check-in"}
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

// sittingLine tells a sitting in one line, with the moods around it.
func sittingLine(s journal.Sitting, moods map[string]journal.Mood) string {
	parts := []string{
		s.ID, minuteOf(s.Stamp), "sitting ",
		fmt.Sprintf("%s, %s of %s, %s", s.Goal, oneDecimal(heardMinutes(s)), minutesText(s.Minutes), s.Ended),
	}
	for _, around := range []struct {
		word string
		id   *string
	}{{"before", s.Before}, {"after", s.After}} {
		if around.id == nil {
			continue
		}
		if mood, found := moods[*around.id]; found && !mood.Empty() {
			parts = append(parts, around.word+" "+moodText(mood))
		}
	}
	return widget.CleanLine(strings.Join(parts, "  "))
}

// minuteOf writes when something happened, in the zone it was lived in.
func minuteOf(s journal.Stamp) string { return s.Local().Format("2006-01-02 15:04") }

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
