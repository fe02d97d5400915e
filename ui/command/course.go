package command

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/generator"
)

// courseFlags edit the journey before it is played.
type courseFlags struct{ course generator.Course }

// register gives the command the flags.
func (f *courseFlags) register(cmd *cobra.Command) {
	cmd.Flags().Var(startFlag{&f.course.Start}, "start", "where the journey starts: here, ahead of you, or brighter")
	cmd.Flags().Var(shareFlag{&f.course.Reach, -1}, "reach", "-1 goes half of the way to the goal, 1 half as far again")
	cmd.Flags().Var(shareFlag{&f.course.Slow, 0}, "slow", "0 changes as fast as usual, 1 half as fast")
	must(cmd.RegisterFlagCompletionFunc("start", cobra.FixedCompletions([]string{
		generator.StartHere.String(), generator.StartAhead.String(), generator.StartBrighter.String(),
	}, cobra.ShellCompDirectiveNoFileComp)))
	for _, flag := range []string{"reach", "slow"} {
		must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)))
	}
}

// A startFlag is where a journey starts.
type startFlag struct{ start *generator.Start }

// Set reads the start.
func (f startFlag) Set(text string) error {
	start, err := generator.ParseStart(text)
	if err != nil {
		return errors.New("a journey starts here, ahead or brighter")
	}
	*f.start = start
	return nil
}

// String returns the start, or nothing where it is the usual one.
func (f startFlag) String() string {
	if f.start == nil || *f.start == generator.StartAhead {
		return ""
	}
	return f.start.String()
}

// Type names the value in the help.
func (f startFlag) Type() string { return "WHERE" }

// A shareFlag is a number up to 1.
type shareFlag struct {
	share *float64
	least float64
}

// Set reads the number.
func (f shareFlag) Set(text string) error {
	share, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(share >= f.least && share <= 1) {
		return errors.New("it takes a number from " + strconv.FormatFloat(f.least, 'f', -1, 64) + " to 1")
	}
	*f.share = share
	return nil
}

// String returns the number, or nothing where it is 0.
func (f shareFlag) String() string {
	if f.share == nil || *f.share == 0 {
		return ""
	}
	return strconv.FormatFloat(*f.share, 'f', -1, 64)
}

// Type names the value in the help.
func (f shareFlag) Type() string { return "N" }
