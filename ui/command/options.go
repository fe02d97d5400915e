package command

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dulcet/generator"
	"dulcet/journal"
)

// A shapedRequest is the part of a request that says who plays, and what a
// sitting is shaped by beyond mood and goal.
type shapedRequest struct {
	wanted, refused partsFlag
	breath          breathFlag
	rounds          roundsFlag
	bells           bellsFlag
	warmUp          warmUpFlag
	silence         bool
	dawn            dawnFlag
}

// shapingFlags are the names of its flags.
var shapingFlags = []string{"want", "no", "breath", "rounds", "bells", "warm-up", "silence", "dawn", "start", "reach", "slow"}

// registerShape gives the command the flags.
func (r *shapedRequest) registerShape(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.Var(&r.wanted, "want", "instruments and soundscapes that should play: piano,rain")
	flags.Var(&r.refused, "no", "instruments and soundscapes that never play: kit,bell")
	flags.Var(&r.breath, "breath", "a breath to follow: 4-6, 5-5, sigh, box, 4-7-8, seconds of your own, or passive:RATE a minute")
	flags.Var(&r.rounds, "rounds", "focus only: minutes of work and of rest in turn, such as 25/5")
	flags.Var(&r.bells, "bells", "meditate only: a bell every so many minutes, or at minutes of your own: 3,7,15")
	flags.Var(&r.warmUp, "warm-up", "meditate only: minutes before the first bell")
	flags.BoolVar(&r.silence, "silence", false, "meditate only: no music, just bells and the soundscapes of --want")
	flags.Var(&r.dawn, "dawn", "sleep only: until HH:MM, music again over the last minutes")
	noFiles := cobra.ShellCompDirectiveNoFileComp
	parts := append(generator.Instruments(), generator.Soundscapes()...)
	must(cmd.RegisterFlagCompletionFunc("want", cobra.FixedCompletions(parts, noFiles)))
	must(cmd.RegisterFlagCompletionFunc("no", cobra.FixedCompletions(parts, noFiles)))
	must(cmd.RegisterFlagCompletionFunc("breath", cobra.FixedCompletions(breathCompletions(), noFiles)))
	must(cmd.RegisterFlagCompletionFunc("rounds", cobra.FixedCompletions([]string{"25/5", "50/10"}, noFiles)))
	for _, flag := range []string{"bells", "warm-up", "dawn"} {
		must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(nil, noFiles)))
	}
}

// breathCompletions lists the patterns as a shell offers them.
func breathCompletions() []string {
	var names []string
	for _, named := range generator.Breaths() {
		names = append(names, cobra.CompletionWithDesc(named.Name, named.Text))
	}
	return append(names, cobra.CompletionWithDesc("passive:14", "swells at three quarters of your own rate, slowing"))
}

// check refuses flags that belong to another goal.
func (r *shapedRequest) check(goal journal.Goal) error {
	for _, belongs := range []struct {
		given bool
		flag  string
		to    journal.Goal
	}{
		{r.rounds.rounds != generator.Rounds{}, "rounds", journal.Focus},
		{r.bells.given(), "bells", journal.Meditate},
		{r.warmUp > 0, "warm-up", journal.Meditate},
		{r.silence, "silence", journal.Meditate},
		{r.dawn.given, "dawn", journal.Sleep},
	} {
		if belongs.given && goal != belongs.to {
			return usagef("--%s is an option of %s alone: leave it out, or ask for %s", belongs.flag, belongs.to, belongs.to)
		}
	}
	return nil
}

// options returns what is asked for.
func (r *shapedRequest) options() generator.Options {
	o := generator.Options{
		Wanted: r.wanted.parts, Refused: r.refused.parts, Breath: r.breath.breath, Rounds: r.rounds.rounds,
		Bells: r.bells.bells, Silence: r.silence,
	}
	o.Bells.WarmUp = float64(r.warmUp)
	if r.dawn.given {
		o.DawnMinutes = dawnMinutes
	}
	return o
}

// dawnMinutes is how long a dawn on the command line is (design choice).
const dawnMinutes = 20

// caution returns what to know before the breath that is asked for, or "".
func (r *shapedRequest) caution() string {
	for _, named := range generator.Breaths() {
		if named.Breath == r.breath.breath {
			return named.Caution
		}
	}
	return ""
}

// firstOf returns the first of the flags of a set that was given, or "".
func firstOf(flags *pflag.FlagSet, names ...string) string {
	for _, name := range names {
		if flags.Changed(name) {
			return name
		}
	}
	return ""
}
