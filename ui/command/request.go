package command

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/journal"
)

// A request is the sitting that somebody asks for on the command line. play,
// plan and render share it, so that the three always agree on the piece.
type request struct {
	goal       journal.Goal
	mood       moodFlag
	minutes    minutesFlag
	seed       seedFlag
	dials      dialsFlag
	modulation modulationFlag
	course     courseFlags
	shapedRequest
	described described
	codedRequest
}

// register gives the command the argument and the flags of a request.
func (r *request) register(cmd *cobra.Command) {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if err := r.checkCode(cmd, args); err != nil {
			return err
		}
		return r.setGoal(args)
	}
	for _, goal := range journal.Goals() {
		cmd.ValidArgs = append(cmd.ValidArgs, cobra.CompletionWithDesc(string(goal), goal.About()))
	}
	cmd.Flags().Var(&r.mood, "mood", "how you feel, each -100 to 100, or empty where skipped")
	cmd.Flags().Var(&r.minutes, "minutes", "how long, 1 to 720 (default: what the goal usually takes)")
	cmd.Flags().Var(&r.seed, "seed", "the same seed makes the same piece (default: a new one)")
	cmd.Flags().Var(&r.dials, "dial", "dials by hand, -1 to 1: tempo=-0.3,density=0.1")
	cmd.Flags().Var(&r.modulation, "modulation", "focus only: the middle swings about 16 times a second, 0 to 50 % deep (helped some, not all; default: off)")
	r.course.register(cmd)
	r.registerShape(cmd)
	r.registerCode(cmd)
	r.registerDescribe(cmd)
	noFiles := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)
	for _, flag := range []string{"mood", "minutes", "seed", "modulation"} {
		must(cmd.RegisterFlagCompletionFunc(flag, noFiles))
	}
	must(cmd.RegisterFlagCompletionFunc("dial", cobra.FixedCompletions(dialCompletions(), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace)))
}

// setGoal reads the goal from the arguments.
func (r *request) setGoal(args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("one goal at a time: %q is one too many", args[1])
	}
	if len(args) == 0 {
		return nil
	}
	goal, err := journal.ParseGoal(args[0])
	r.goal = goal
	return err
}

// A sitting is a request with everything filled in.
type sitting struct {
	brief      generator.Brief
	varied     *journal.Dials
	propensity float64
	feelings   []string // words for it, as a check-in keeps them

	// Of one that a code names:
	differs  string               // what may be different from what it was
	earlier  *journal.Sitting     // that was steered
	steering []generator.Steering // of earlier
}

// fill makes the brief: what is missing is filled from what the history has
// taught, the goal, and chance.
func (r *request) fill(history journal.History, now time.Time) (sitting, error) {
	if r.code.given {
		return r.fillCoded(history)
	}
	goal, minutes, seed := r.goal, r.minutes.minutes, r.seed.seed
	if goal == "" {
		goal = journal.Drift
	}
	if err := r.check(goal); err != nil {
		return sitting{}, err
	}
	if r.dawn.given {
		if minutes != 0 {
			return sitting{}, usagef("--dawn says when the night ends: leave --minutes out")
		}
		var err error
		if minutes, err = r.dawn.minutesFrom(now); err != nil {
			return sitting{}, err
		}
	}
	if minutes == 0 {
		minutes = generator.DefaultMinutes(goal)
	}
	if !r.seed.given {
		seed = rand.Uint32()
	}
	if r.modulation.depth > 0 && goal != journal.Focus {
		return sitting{}, usagef("--modulation is an option of focus alone: leave it out, or ask for focus")
	}
	taste := journal.Learn(history, goal, now)
	made := sitting{propensity: 1}
	if r.dials.given {
		taste = taste.SetTo(r.dials.dials)
	} else {
		_, made.varied, made.propensity = journal.Vary(taste, seed)
		taste = taste.Trying(*made.varied).Asking(r.described.said.Dials)
	}
	options := r.options()
	made.feelings = r.described.said.Feelings
	var err error
	made.brief, err = options.NewBrief(r.mood.mood, goal, minutes, taste, seed)
	if !r.dials.given {
		made.brief.Reasons = append(made.brief.Reasons, r.described.reasons()...)
	} else {
		made.brief.Reasons = append(made.brief.Reasons, generator.Reason{About: "dials", Text: "set by hand; nothing that was learned moves them"})
	}
	return made, err
}

// options returns what is asked for in words, and where a flag speaks of the
// same thing, what the flag says.
func (r *request) options() generator.Options {
	asked, given := generator.OptionsOf(r.described.said), r.shapedRequest.options()
	asked.Refused = asked.Refused&^given.Wanted | given.Refused
	asked.Wanted = asked.Wanted&^given.Refused | given.Wanted
	if given.Breath != (generator.Breath{}) {
		asked.Breath = given.Breath
	}
	if given.Rounds != (generator.Rounds{}) {
		asked.Rounds = given.Rounds
	}
	if given.Bells.Every > 0 || len(given.Bells.At) > 0 || given.Bells.WarmUp > 0 {
		asked.Bells = given.Bells
	}
	asked.Silence = asked.Silence || given.Silence
	asked.DawnMinutes, asked.Modulation = given.DawnMinutes, r.modulation.depth
	asked.Course = r.courseOver(asked.Course)
	return asked
}

// dialCompletions lists the dials as a shell offers them.
func dialCompletions() []string {
	var names []string
	for dial := range len(journal.Dials{}) {
		names = append(names, journal.Dial(dial).String()+"=")
	}
	return names
}

// must stops the program for a mistake that only its author can make.
func must(err error) {
	if err != nil {
		panic("command: " + err.Error())
	}
}
