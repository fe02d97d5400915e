package command

import (
	"fmt"
	"slices"

	"github.com/gopxl/beep/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dulcet/generator"
	"dulcet/generator/score"
	"dulcet/journal"
)

// A codeFlag is the code of a sitting.
type codeFlag struct {
	recipe generator.Recipe
	given  bool
}

// Set reads the code.
func (f *codeFlag) Set(text string) error {
	recipe, err := generator.ParseCode(text)
	if err != nil {
		return err
	}
	f.recipe, f.given = recipe, true
	return nil
}

// String returns the code as it is printed, or nothing where it was not given.
func (f *codeFlag) String() string {
	if !f.given {
		return ""
	}
	return f.recipe.Code()
}

// Type names the value in the help.
func (f *codeFlag) Type() string { return "CODE" }

// asked returns what the code says and what may differ from it, or nothing where
// none was given.
func (f *codeFlag) asked() (recipe *generator.Recipe, differs string) {
	if !f.given {
		return nil, ""
	}
	return &f.recipe, f.recipe.Difference()
}

// A codedRequest is the part of a request that names a sitting by its code.
type codedRequest struct {
	code      codeFlag
	unsteered bool // what was wished while it played is left out
}

// registerCode gives the command the flag.
func (r *codedRequest) registerCode(cmd *cobra.Command) {
	cmd.Flags().Var(&r.code, "code", "the sitting of a code; it says everything about the piece")
	must(cmd.RegisterFlagCompletionFunc("code", cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)))
}

// registerSteering gives the command the flag for what was wished while the
// sitting of a code played.
func (r *codedRequest) registerSteering(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&r.unsteered, "no-steering", false, "with --code: without what was wished while the sitting played")
}

// besideCode are the flags that say nothing about the piece.
var besideCode = []string{"code", "no-steering", "data", "debug", "json", "no-ui", "silent", "out", "score", "midi", "force"}

// checkCode refuses what does not go together with a code.
func (r *codedRequest) checkCode(cmd *cobra.Command, args []string) error {
	if !r.code.given {
		if r.unsteered {
			return usagef("--no-steering goes with --code: another piece was never steered")
		}
		return nil
	}
	if len(args) > 0 {
		return usagef("a code says everything about the piece: leave %q out", args[0])
	}
	var err error
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if err == nil && !slices.Contains(besideCode, flag.Name) {
			err = usagef("a code says everything about the piece: leave --%s out", flag.Name)
		}
	})
	return err
}

// fillCoded makes the brief of the code, and finds how it was steered.
func (r *codedRequest) fillCoded(history journal.History) (sitting, error) {
	made := sitting{propensity: 1}
	var err error
	if made.brief, err = r.code.recipe.Brief(); err != nil {
		return made, err
	}
	made.brief.Reasons = append(made.brief.Reasons, generator.Reason{About: "code", Text: "it says all of this; nothing that was learned moves it"})
	made.differs = r.code.recipe.Difference()
	earlier, found := history.Steered(r.code.recipe.Code())
	if !found || r.unsteered {
		return made, nil
	}
	made.earlier = &earlier
	if made.steering, err = generator.ReadSteering(earlier.Steering); err != nil {
		return made, fmt.Errorf("the sitting %s was steered in a way that this Dulcet does not know; --no-steering plays it without: %w", earlier.ID, err)
	}
	return made, nil
}

// answered is the mood that was given: that of the code, where it is one.
func (r *request) answered() journal.Mood {
	if r.code.given {
		return r.code.recipe.Mood
	}
	return r.mood.mood
}

// tellCode says what a code alone does not: that the piece may differ, and that
// it is steered.
func (p *program) tellCode(made sitting) {
	if made.differs != "" {
		fmt.Fprintln(p.stderr, made.differs)
	}
	if made.earlier != nil {
		wishes := "one wish"
		if n := len(made.steering); n > 1 {
			wishes = fmt.Sprintf("%d wishes", n)
		}
		fmt.Fprintf(p.stderr, "steered as the sitting of %s was, by %s; --no-steering leaves that out\n", minuteOf(made.earlier.Stamp), wishes)
	}
}

// piece returns the music of the sitting, steered as it was.
func (s sitting) piece() beep.Streamer { return generator.NewReplay(s.brief, s.steering) }

// compose writes the piece down, steered as it was.
func (s sitting) compose() *score.Sheet {
	if len(s.steering) == 0 {
		return generator.Compose(s.brief)
	}
	return generator.ComposeSteered(s.brief, s.steering)
}

// frames is the length of the piece, steered as it was.
func (s sitting) frames() int64 {
	if len(s.steering) == 0 {
		return s.brief.Frames()
	}
	return s.compose().Frames
}

// replay returns the steering as a record of the sitting has it.
func (s sitting) replay() []journal.Steer {
	if s.earlier == nil {
		return nil
	}
	return s.earlier.Steering
}
