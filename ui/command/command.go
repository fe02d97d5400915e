package command

import (
	"context"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"dulcet/store"
)

// A program is one run of the command line: its streams, and the flags that
// every command shares.
type program struct {
	stdin  io.Reader
	stdout io.Writer // what was asked for
	stderr io.Writer // everything said about it

	data    string // --data
	failure error  // why the command did not do what it was asked
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
		err = fang.Execute(ctx, root, fang.WithVersion(version()), fang.WithColorSchemeFunc(helpColours), fang.WithErrorHandler(silent))
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
	root.PersistentFlags().StringVar(&p.data, "data", "", "folder of the journal (or $DULCET_DATA)")
	root.AddCommand(
		p.checkInCommand(),
		p.playCommand(),
		p.planCommand(),
		p.renderCommand(),
		p.logCommand(),
		p.showCommand(),
		p.doctorCommand(),
		p.speakerCommand(),
	)
	p.keepFailures(root)
	for _, cmd := range root.Commands() {
		p.keepFailures(cmd)
	}
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Short = "print the completion script of a shell"
	}
	return root
}

// keepFailures makes the command keep what goes wrong in p.failure instead of
// returning it: for every error that it is given, fang asks the terminal for
// its background and waits for the answer, which some never give.
func (p *program) keepFailures(cmd *cobra.Command) {
	check, run := cmd.Args, cmd.RunE
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			p.failure = usageError{err}
			return nil
		}
		p.failure = run(cmd, args)
		return nil
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		p.failure = usagef("%w; %q lists what it takes", err, cmd.CommandPath()+" --help")
		return nil
	})
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
