package command

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/ui/widget"
)

// A soloFlag is the name of an instrument or of a soundscape.
type soloFlag struct {
	kind  string
	names []string
	name  string
}

// Set keeps the name of a thing that exists, in any case.
func (f *soloFlag) Set(text string) error {
	name := strings.ToLower(strings.TrimSpace(text))
	if !slices.Contains(f.names, name) {
		return fmt.Errorf("there is no %s %q: choose from %s", f.kind, widget.CleanLine(text), strings.Join(f.names, ", "))
	}
	f.name = name
	return nil
}

// String returns the name, or nothing where it was not given.
func (f *soloFlag) String() string { return f.name }

// Type names the value in the help.
func (f *soloFlag) Type() string { return "NAME" }

// A gallery is one instrument or soundscape alone, asked for by its name.
type gallery struct {
	instrument, soundscape soloFlag
}

// register gives the command the flags.
func (g *gallery) register(cmd *cobra.Command) {
	g.instrument = soloFlag{kind: "instrument", names: generator.Instruments()}
	g.soundscape = soloFlag{kind: "soundscape", names: generator.Soundscapes()}
	cmd.Flags().Var(&g.instrument, "instrument", "one instrument alone, playing a study of a minute")
	cmd.Flags().Var(&g.soundscape, "soundscape", "one soundscape alone, near, farther and far")
	for _, f := range []*soloFlag{&g.instrument, &g.soundscape} {
		must(cmd.RegisterFlagCompletionFunc(f.kind, cobra.FixedCompletions(f.names, cobra.ShellCompDirectiveNoFileComp)))
	}
}

// name returns what was asked for, or nothing.
func (g *gallery) name() string { return g.instrument.name + g.soundscape.name }

// check refuses what does not go together with one sound alone.
func (g *gallery) check(cmd *cobra.Command, asked *request) error {
	if g.name() == "" {
		return nil
	}
	if g.instrument.name != "" && g.soundscape.name != "" {
		return usagef("one sound at a time: --instrument or --soundscape")
	}
	if asked.goal != "" {
		return usagef("%s alone has no goal: leave %q out", g.name(), asked.goal)
	}
	for _, flag := range []string{"score", "midi", "mood", "dial", "modulation", "describe"} {
		if cmd.Flags().Changed(flag) {
			return usagef("--%s belongs to a piece, and %s alone is none: leave it out", flag, g.name())
		}
	}
	return nil
}

// renderSolo writes an instrument or soundscape alone to a WAV file, which is
// named after it where no name was given.
func (p *program) renderSolo(ctx context.Context, name string, asked *request, files targets) error {
	minutes, seed := asked.minutes.minutes, asked.seed.seed
	if minutes == 0 {
		minutes = 1
	}
	if !asked.seed.given {
		seed = rand.Uint32()
	}
	path := files.wav
	if path == "" {
		path = name + ".wav"
	}
	frames := int64(minutes * 60 * generator.Rate)
	solo, known := generator.NewSolo(name, uint64(seed))
	if !known {
		return fmt.Errorf("there is nothing called %q to hear alone", name)
	}
	what := fmt.Sprintf("%s of %s alone, seed %d", clock(framesTime(frames)), name, seed)
	return p.renderFile(ctx, solo, frames, path, files.force, what)
}
