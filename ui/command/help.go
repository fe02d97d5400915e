package command

import (
	"errors"
	"fmt"
	"image/color"
	"strings"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dulcet/ui/theme"
)

// helpColours gives the help the colours of the screens, on the terminal's own
// background.
func helpColours(pick lipgloss.LightDarkFunc) fang.ColorScheme {
	light, dark := theme.New(theme.Light, theme.Affect{}), theme.New(theme.Dark, theme.Affect{})
	either := func(onLight, onDark lipgloss.Style) color.Color {
		return pick(onLight.GetForeground(), onDark.GetForeground())
	}
	text, soft := either(light.Text, dark.Text), either(light.Soft, dark.Soft)
	faint, accent := either(light.Faint, dark.Faint), either(light.Accent, dark.Accent)
	return fang.ColorScheme{
		Base:           text,
		Title:          faint,
		Description:    text,
		Codeblock:      lipgloss.NoColor{},
		Program:        accent,
		DimmedArgument: faint,
		Comment:        faint,
		Flag:           accent,
		FlagDefault:    faint,
		Command:        accent,
		QuotedString:   soft,
		Argument:       soft,
		Help:           text,
		Dash:           faint,
	}
}

// helpCommand is "dulcet help".
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "explain a command",
		Long:  "Explains a command, or dulcet as a whole.",
		Args: func(_ *cobra.Command, args []string) error {
			above, unknown, err := root.Find(args)
			if err != nil {
				return err
			}
			return noSuchCommand(above, unknown)
		},
		ValidArgsFunction: completeCommand,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, _, err := root.Find(args)
			if err != nil {
				return err
			}
			cmd.InitDefaultHelpFlag()
			cmd.InitDefaultVersionFlag()
			return cmd.Help()
		},
	}
}

// completeCommand offers the commands below the one that was typed so far.
func completeCommand(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	above, unknown, err := cmd.Root().Find(args)
	if err != nil || len(unknown) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, below := range above.Commands() {
		if below.IsAvailableCommand() {
			names = append(names, cobra.CompletionWithDesc(below.Name(), below.Short))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// refuseShells makes "dulcet completion" say which shells it knows where it is
// given another, or none.
func refuseShells(root *cobra.Command) {
	completion, _, err := root.Find([]string{"completion"})
	if err != nil {
		return
	}
	const shells = "bash, zsh, fish or powershell"
	completion.Short = "print the completion script of a shell"
	completion.Long = "Prints the script by which a shell completes what is typed after dulcet: " + shells + ". " +
		"The help of each says where the script goes."
	completion.Args = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New("say for which shell: " + shells)
		}
		return fmt.Errorf("there is no completion for %q: it is there for %s", args[0], shells)
	}
	completion.RunE = func(*cobra.Command, []string) error { return nil } // its arguments are always refused
	for _, shell := range completion.Commands() {
		shell.Short = "print the script of " + shell.Name()
		shell.Args = noArguments
	}
}

// nameValues puts what a flag takes behind its name, as in "--minutes N": fang
// prints the name alone. Nothing but a help may follow.
func nameValues(root *cobra.Command) {
	found := make(map[*pflag.Flag]string)
	collect := func(flag *pflag.Flag) {
		if kind, _ := pflag.UnquoteUsage(flag); kind != "" {
			found[flag] = flag.Name + " " + kind
		}
	}
	collectFlags(root, collect)
	// cobra goes on looking flags up, by what was their name.
	root.SetGlobalNormalizationFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		bare, _, _ := strings.Cut(name, " ")
		return pflag.NormalizedName(bare)
	})
	for flag, name := range found {
		flag.Name = name
	}
}

// collectFlags visits the flags of a command and of those below it.
func collectFlags(cmd *cobra.Command, visit func(*pflag.Flag)) {
	cmd.LocalFlags().VisitAll(visit)
	for _, below := range cmd.Commands() {
		collectFlags(below, visit)
	}
}
