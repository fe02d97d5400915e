package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dulcet/journal"
	"dulcet/store"
	"dulcet/ui/widget"
)

// showCommand is "dulcet show".
func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "tell one sitting or check-in in full",
		Long: "Tells one record in full. The id is the one that \"dulcet log\" prints, or as much of its " +
			"beginning as no other record shares.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New(`say which record: "dulcet show ID", with an id from "dulcet log"`)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.show(args[0], asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the record as JSON")
	cmd.ValidArgsFunction = p.completeID
	return cmd
}

// show tells the record whose id begins with the text.
func (p *program) show(text string, asJSON bool) error {
	history, err := p.enough(p.history())
	if err != nil {
		return err
	}
	found, err := find(history, text)
	if err != nil {
		return err
	}
	if asJSON {
		return writeRecord(p.stdout, found)
	}
	switch record := found.(type) {
	case journal.Sitting:
		showSitting(p.stdout, record, newEndings(history, time.Now(), p.sounds).of(record), history)
	case journal.CheckIn:
		showCheckIn(p.stdout, record)
	}
	return nil
}

// find returns the one record whose id is, or begins with, the text, in any
// case.
func find(history journal.History, text string) (journal.Record, error) {
	prefix := strings.ToUpper(strings.TrimSpace(text))
	var found []journal.Record
	for _, record := range newestFirst(history) {
		if strings.HasPrefix(record.RecordID(), prefix) {
			found = append(found, record)
		}
	}
	switch {
	case prefix == "" || len(found) == 0:
		return nil, fmt.Errorf("%w: no id begins with %q; \"dulcet log\" lists them", store.ErrNotFound, text)
	case len(found) > 1:
		return nil, usageError{fmt.Errorf("%w: %d ids begin with %q; type more of it", store.ErrAmbiguous, len(found), text)}
	}
	return found[0], nil
}

// showSitting tells a sitting, how it ended, the moods around it and how to
// hear it again.
func showSitting(w io.Writer, s journal.Sitting, ended string, history journal.History) {
	fmt.Fprintf(w, "sitting %s\n", s.ID)
	tellField(w, "when", minuteOf(s.Stamp)+" "+s.Zone)
	tellField(w, "goal", fmt.Sprintf("%s (%s)", s.Goal, s.Goal.About()))
	tellField(w, "heard", fmt.Sprintf("%s of %s, %s", oneDecimal(heardMinutes(s)), minutesText(s.Minutes), ended))
	var before, after journal.Mood
	if c, found := linked(history, s.Before); found {
		before = c.Mood
		tellAnswers(w, "before", c)
	}
	if c, found := linked(history, s.After); found {
		after = c.Mood
		tellAnswers(w, "after", c)
	}
	if change := journal.Change(before, after, s.Goal); change != "" {
		tellField(w, "change", change)
	}
	for dial, value := range s.Dials {
		if value != 0 {
			tellField(w, "dial", fmt.Sprintf("%s %+.3g", journal.Dial(dial), value))
		}
	}
	if s.Code != "" {
		tellField(w, "code", s.Code)
	}
	if len(s.Kept) > 0 {
		var moments []string
		for _, frame := range s.Kept {
			moments = append(moments, clock(framesTime(frame)))
		}
		tellField(w, "kept", strings.Join(moments, ", "))
	}
	tellField(w, "again", againCommand(s))
}

// againCommand is the command line that plays a sitting once more. For one that
// was kept without a code it names at least one dial, so that what has been
// learned since stays out.
func againCommand(s journal.Sitting) string {
	if s.Code != "" {
		return "dulcet play --code " + s.Code
	}
	var dials []string
	for dial, value := range s.Dials {
		if value != 0 {
			dials = append(dials, fmt.Sprintf("%s=%g", journal.Dial(dial), value))
		}
	}
	if len(dials) == 0 {
		dials = []string{journal.Tempo.String() + "=0"}
	}
	return fmt.Sprintf("dulcet play %s --minutes %g --mood %s --seed %d --dial %s",
		s.Goal, s.Minutes, exactMood(s.Mood), s.Seed, strings.Join(dials, ","))
}

// showCheckIn tells a check-in.
func showCheckIn(w io.Writer, c journal.CheckIn) {
	fmt.Fprintf(w, "check-in %s\n", c.ID)
	tellField(w, "when", minuteOf(c.Stamp)+" "+c.Zone)
	if c.Sitting != nil {
		tellField(w, "sitting", fmt.Sprintf("%s %s", c.When, *c.Sitting))
	}
	tellAnswers(w, "mood", c)
}

// tellAnswers tells the mood, the words and the note of a check-in.
func tellAnswers(w io.Writer, name string, c journal.CheckIn) {
	tellField(w, name, moodWords(c.Mood))
	if len(c.Words) > 0 {
		tellField(w, "words", strings.Join(c.Words, ", "))
	}
	for line := range strings.Lines(c.Note) {
		tellField(w, "note", line)
	}
}

// tellField writes one named line.
func tellField(w io.Writer, name, text string) {
	fmt.Fprintln(w, hanging(fmt.Sprintf("%-8s ", name), widget.CleanLine(text), columnsOf(w)))
}

// moodWords writes a mood as words and numbers.
func moodWords(m journal.Mood) string {
	if m.Empty() {
		return "not answered"
	}
	var parts []string
	for _, question := range []struct {
		name   string
		rating journal.Rating
	}{{"valence", m.Valence}, {"energy", m.Energy}, {"tension", m.Tension}} {
		if question.rating.Given() {
			parts = append(parts, question.name+" "+percent(question.rating))
		} else {
			parts = append(parts, question.name+" skipped")
		}
	}
	return strings.Join(parts, ", ")
}

// linked returns the check-in that an id in a sitting names.
func linked(history journal.History, id *string) (journal.CheckIn, bool) {
	if id == nil {
		return journal.CheckIn{}, false
	}
	return history.CheckIn(*id)
}

// completeID offers the newest ids to the shell.
func (p *program) completeID(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	history, err := p.history()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []string
	for _, record := range newestFirst(history) {
		ids = append(ids, record.RecordID())
	}
	return ids[:min(len(ids), 20)], cobra.ShellCompDirectiveNoFileComp
}
