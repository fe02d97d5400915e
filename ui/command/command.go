package command

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"dulcet/store"
	"dulcet/ui/terminal"
)

// A program is one run of the command line: its streams, and the flags that
// every command shares.
type program struct {
	stdin  io.Reader
	stdout io.Writer // what was asked for
	stderr io.Writer // everything said about it

	data    string   // --data
	config  string   // --config
	debug   debugLog // --debug
	failure error    // why the command did not do what it was asked

	answers *terminal.Answers // of the terminal, once it was asked
}

// Main runs the command line of this process and returns its exit code.
func Main() int {
	time.Local = store.LocalZone() // so that records carry the zone's name, not an offset
	p := &program{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	return p.run(context.Background(), os.Args[1:])
}

// run runs the command that args name and returns the exit code.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.rootCommand()
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)

	var err error
	if isDumb() {
		// fang asks the terminal for its colours, which a dumb terminal would
		// print as rubbish.
		root.SilenceErrors, root.SilenceUsage = true, true
		root.Version = version()
		err = root.ExecuteContext(ctx)
	} else {
		silent := func(io.Writer, fang.Styles, error) {}
		colours := func(pick lipgloss.LightDarkFunc) fang.ColorScheme {
			// The last moment before fang prints a help.
			nameValues(root)
			return helpColours(pick)
		}
		err = fang.Execute(ctx, root, fang.WithVersion(version()), fang.WithColorSchemeFunc(colours), fang.WithErrorHandler(silent))
	}
	if err != nil { // from the commands that cobra and fang add
		p.failure = usageError{err}
	}
	if p.failure != nil {
		p.tell(p.failure)
	}
	return exitCode(p.failure)
}

// rootCommand is "dulcet" with every command below it.
func (p *program) rootCommand() *cobra.Command {
	root := p.screensCommand()
	root.PersistentFlags().Var(nameFlag{&p.data, "DIR"}, "data", "folder of the journal (or $DULCET_DATA)")
	root.PersistentFlags().Var(nameFlag{&p.config, "FILE"}, "config", "settings file (or $DULCET_CONFIG)")
	root.PersistentFlags().Var(nameFlag{&p.debug.path, "FILE"}, "debug", "note what happens in a file, without your words and answers")
	root.AddCommand(
		p.checkInCommand(),
		p.playCommand(),
		p.planCommand(),
		p.renderCommand(),
		p.logCommand(),
		p.showCommand(),
		p.settingsCommand(),
		p.doctorCommand(),
		p.speakerCommand(),
	)
	root.SetHelpCommand(helpCommand(root))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	refuseShells(root)
	p.keepFailures(root)
	return root
}

// keepFailures makes a command, and those below it, keep what goes wrong in
// p.failure instead of returning it: for every error that it is given, fang asks the terminal for
// its background and waits for the answer, which some never give.
func (p *program) keepFailures(cmd *cobra.Command) {
	check, run := cmd.Args, cmd.RunE
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			p.failure = usageError{err}
			return nil
		}
		if p.failure = p.debug.open(cmd); p.failure != nil {
			return nil
		}
		p.failure = run(cmd, args)
		p.debug.close(p.failure)
		return nil
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		p.failure = usagef("%w; %q lists what it takes", flagMistake(err), cmd.CommandPath()+" --help")
		return nil
	})
	for _, below := range cmd.Commands() {
		p.keepFailures(below)
	}
}

// flagMistake puts a mistake in a flag into a sentence. Flags of our own have
// theirs; the others are switches.
func flagMistake(err error) error {
	var number *strconv.NumError
	if !errors.As(err, &number) {
		return err
	}
	sentence, _, _ := strings.Cut(err.Error(), ": strconv.")
	return errors.New(sentence + ": it is true or false")
}

// isDumb reports whether the terminal can do no more than print, or says
// nothing of itself; on Windows terminals never do.
func isDumb() bool {
	kind := os.Getenv("TERM")
	return kind == "dumb" || kind == "" && runtime.GOOS != "windows"
}

// version names the build: the module's version, and the commit where the
// program was built from a repository.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "built from source"
	}
	return info.Main.Version
}
