package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/plain"
)

// A described is the part of a request that somebody puts in their own words.
type described struct {
	text  string
	given bool
	said  words.Reading
	flags *pflag.FlagSet // of the command
}

// Set keeps the text.
func (d *described) Set(text string) error {
	d.text, d.given = text, true
	return nil
}

// String returns the text.
func (d *described) String() string { return d.text }

// Type names the value in the help.
func (d *described) Type() string { return "TEXT" }

// registerDescribe gives the command the flag.
func (r *request) registerDescribe(cmd *cobra.Command) {
	r.described.flags = cmd.Flags()
	cmd.Flags().Var(&r.described, "describe", `how you feel and what you want, in your own words: "wired, can't sleep, rain and soft piano, half an hour"`)
	must(cmd.RegisterFlagCompletionFunc("describe", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)))
}

// listen reads the description, fills what the flags leave open, and tells what
// was understood and what was not. Help returns the paragraphs for a bad moment.
func (r *request) listen(w io.Writer, help func() []string) {
	if !r.described.given {
		return
	}
	said := words.Read(r.described.text)
	r.described.said = said
	for _, line := range heard(said, help) {
		fmt.Fprintln(w, line)
	}
	for _, line := range r.overruled(said) {
		fmt.Fprintln(w, line)
	}
	r.mood.mood = r.mood.mood.Or(said.Mood)
	if r.goal == "" {
		r.goal = said.Goal
	}
	if r.goal == "" && said.Crisis {
		r.goal = journal.Ground // steady and foreseeable
	}
	if r.minutes.minutes == 0 && !r.dawn.given {
		r.minutes.minutes = said.Minutes
	}
}

// heard tells a reading in lines. Where nothing was understood there is another
// way.
func heard(said words.Reading, help func() []string) []string {
	var paragraphs []string
	if said.Crisis {
		paragraphs = help()
	}
	lines := plain.Heard(said, paragraphs)
	if notes := len(said.Notes); notes > 0 && said.Empty() {
		lines[len(lines)-notes] += ` "dulcet" alone asks three questions instead.`
	}
	return lines
}

// overruled tells where a flag says something else than the text, which the
// flag then goes before.
func (r *request) overruled(said words.Reading) []string {
	var lines []string
	if r.goal != "" && said.Goal != "" && r.goal != said.Goal {
		lines = append(lines, fmt.Sprintf("the text asks for %s; %s was given and goes first.", said.Goal, r.goal))
	}
	if minutes := r.minutes.minutes; minutes != 0 && said.Minutes != 0 && minutes != said.Minutes {
		lines = append(lines, fmt.Sprintf("the text asks for %s; --minutes %g goes first.", minutesText(said.Minutes), minutes))
	}
	if given := r.mood.mood; given.Or(said.Mood) != said.Mood.Or(given) {
		lines = append(lines, "the text speaks of another mood; --mood "+moodText(given)+" goes first.")
	}
	if r.dials.given && said.Dials != (journal.Dials{}) {
		lines = append(lines, "the text asks for other dials; --dial goes first.")
	}
	if r.dawn.given && said.Minutes != 0 {
		lines = append(lines, fmt.Sprintf("the text asks for %s; --dawn goes first.", minutesText(said.Minutes)))
	}
	return append(lines, r.overruledOptions(generator.OptionsOf(said))...)
}

// overruledOptions tells where a flag says something else than what the text
// asks for beyond a mood, a goal and a time.
func (r *request) overruledOptions(said generator.Options) []string {
	made := r.options()
	var lines []string
	for _, thing := range []struct {
		name  string
		other bool
	}{
		{"other instruments or soundscapes", made.Wanted&said.Wanted != said.Wanted || made.Refused&said.Refused != said.Refused},
		{"another breath", said.Breath != generator.Breath{} && made.Breath != said.Breath},
		{"other rounds of work", said.Rounds != generator.Rounds{} && made.Rounds != said.Rounds},
		{"other bells", said.Bells.Every > 0 && made.Bells.Every != said.Bells.Every},
		{"another course", said.Course.Start != generator.StartAhead && made.Course.Start != said.Course.Start || said.Course.Slow > 0 && made.Course.Slow != said.Course.Slow},
	} {
		if thing.other {
			lines = append(lines, "the text asks for "+thing.name+"; the flag goes first.")
		}
	}
	return lines
}

// courseOver is the course that was described, with what flags say instead.
func (r *request) courseOver(described generator.Course) generator.Course {
	if !r.described.given {
		return r.course.course
	}
	if r.described.flags.Changed("start") {
		described.Start = r.course.course.Start
	}
	if r.described.flags.Changed("reach") {
		described.Reach = r.course.course.Reach
	}
	if r.described.flags.Changed("slow") {
		described.Slow = r.course.course.Slow
	}
	return described
}

// reasons says what of the music was asked for in words.
func (d *described) reasons() []generator.Reason {
	var asked []string
	for _, chip := range d.said.Chips {
		if chip.Kind == words.KindTexture {
			asked = append(asked, chip.Label)
		}
	}
	if len(asked) == 0 {
		return nil
	}
	return []generator.Reason{{About: "words", Text: "you asked for " + strings.Join(asked, ", ") + ", on top of all else"}}
}
