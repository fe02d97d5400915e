package command

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/journal"
)

// logCommand is "dulcet log".
func (p *program) logCommand() *cobra.Command {
	var (
		count  countFlag
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "log",
		Short: "list sittings and check-ins, newest first",
		Long: "Lists what is kept, newest first, one record a line: when, what, and the id that " +
			"\"dulcet show\" takes. Moods are valence,energy,tension; one that was skipped is empty. " +
			"A sitting that has no end yet is playing, or was broken off; with --json it is \"killed\" until it ends.",
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			history, damage := p.history()
			if damage != nil && !isDamaged(damage) {
				return damage
			}
			records := newestFirst(history)
			if count > 0 {
				records = records[:min(int(count), len(records))]
			}
			if len(records) == 0 && damage == nil && !asJSON {
				fmt.Fprintln(p.stderr, "nothing is kept yet")
			}
			return errors.Join(p.printRecords(records, history, asJSON), damage)
		},
	}
	cmd.Flags().VarP(&count, "number", "n", "how many to list (default: all)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the records as JSON, one a line")
	return cmd
}

// newestFirst returns the records of a history. Ids sort by time.
func newestFirst(history journal.History) []journal.Record {
	var records []journal.Record
	for _, c := range history.CheckIns {
		records = append(records, c)
	}
	for _, s := range history.Sittings {
		records = append(records, s)
	}
	slices.SortFunc(records, func(a, b journal.Record) int { return strings.Compare(b.RecordID(), a.RecordID()) })
	return records
}

// printRecords writes records to standard output, each as a line of its own or
// as JSON.
func (p *program) printRecords(records []journal.Record, history journal.History, asJSON bool) error {
	out := bufio.NewWriter(p.stdout) // a line at a time is a call of the system at a time
	lines := p.newLogLines(history)
	for _, record := range records {
		var err error
		if asJSON {
			err = writeRecord(out, record)
		} else {
			_, err = fmt.Fprintln(out, lines.of(record))
		}
		if err != nil {
			return fmt.Errorf("the log could not be written: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("the log could not be written: %w", err)
	}
	return nil
}
