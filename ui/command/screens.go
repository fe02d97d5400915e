package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/ui"
	"dulcet/ui/plain"
	"dulcet/ui/settings"
)

// The smallest terminal that the screens fit.
const (
	minColumns = 40
	minRows    = 12
)

// screensCommand is "dulcet" alone.
func (p *program) screensCommand() *cobra.Command {
	var (
		silent, plainly bool
		set             settingFlags
	)
	cmd := &cobra.Command{
		Use:   "dulcet",
		Short: "music for how you feel, composed while you listen",
		Long: "Dulcet asks how you feel, composes a piece for this moment and plays it. When it has " +
			"landed it asks again, and keeps both answers in a private journal on this machine. It is " +
			"company, not therapy.",
		Example: `dulcet
dulcet play sleep --minutes 45 --no-ui
dulcet plan calm --mood -20,30,60`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.openScreens(cmd.Context(), launch{home: true, set: set.values, silent: silent, plainly: plainly})
		},
	}
	registerPlain(cmd, &plainly)
	cmd.Flags().BoolVar(&silent, "silent", false, "play through no device, at real pace")
	set.register(cmd)
	return cmd
}

// noSuchCommand refuses what was taken for an argument of "dulcet" alone.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	advice := fmt.Sprintf("%q lists them", "dulcet help")
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		advice = fmt.Sprintf("did you mean %s?", strings.Join(near, " or "))
	}
	return fmt.Errorf("there is no command %q: %s", args[0], advice)
}

// A launch is how the terminal program is to come up.
type launch struct {
	home    bool // begin at home, not with the questions
	first   bool // nothing has ever been kept
	asked   request
	set     settings.Values // for this run
	silent  bool            // no device, real pace
	plainly bool            // sentences and line prompts instead of screens

	layers  settings.Layers // of the TOML file and the flags
	mistake string          // in the file, or empty
}

// openScreens runs the terminal program, in sentences where that is asked for or
// the terminal can do no more. The journal and the sound are opened behind the
// first screen, which waits for neither; sentences wait for the journal.
func (p *program) openScreens(ctx context.Context, with launch) error {
	var err error
	if with.layers, with.mistake, err = p.layers(with.set); err != nil {
		return err
	}
	plainly, why := speaks(with.plainly || plainIn(with.layers))
	if !plainly {
		if err := screenFits(); err != nil {
			return err
		}
	}
	ctx, leave := context.WithCancelCause(ctx)
	defer leave(nil)
	with.first = p.nothingKept() // before there is a journal
	kept := openLater(p.openStore)
	go func() {
		if _, err := kept.get(); err != nil {
			leave(err)
		}
	}()
	stage, err := p.newStage(kept, with.silent)
	if err != nil {
		return err
	}
	defer stage.close()
	config, err := p.configure(with, kept, stage)
	if err != nil {
		return err
	}
	// While the first question is read, and not before it is on the screen.
	defer time.AfterFunc(afterFirstPaint, generator.Prepare).Stop()

	if plainly || plainIn(keptIn(kept, with.layers)) {
		if _, err := kept.get(); err != nil {
			return err
		}
		config.Notice = strings.TrimSpace(why + "\n" + config.Notice)
		err = plain.Run(ctx, config, p.stdin, p.stdout)
	} else {
		err = ui.Run(ctx, config)
	}
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// configure makes what the screens, or the sentences, need from the rest of the
// program.
func (p *program) configure(with launch, kept *lateStore, stage *stage) (ui.Config, error) {
	dir, err := p.dataDir()
	if err != nil {
		return ui.Config{}, err
	}
	recipe, differs := with.asked.code.asked()
	return ui.Config{
		Journal: kept,
		Play:    stage.play,
		Sound:   stage.sound,
		Seed:    with.asked.seed.next(),
		Now:     time.Now,
		DataDir: dir,
		Home:    with.home,
		Goal:    with.asked.goal,
		Minutes: with.asked.minutes.minutes,
		Said:    with.asked.described.text,
		Notice:  cmp.Or(differs, with.mistake),
		Hint:    plainHint,
		Layers:  with.layers,
		Log:     p.debug.log,

		OnBattery: onBattery,
		Remote:    overNetwork(),
		FirstRun:  with.first,

		Recipe:    recipe,
		Unsteered: with.asked.unsteered,
	}, nil
}

// afterFirstPaint is when the first screen stands, with some room.
const afterFirstPaint = 200 * time.Millisecond

// next returns a source of seeds: first the one that was given, then new ones.
func (f seedFlag) next() func() uint32 {
	return func() uint32 {
		if f.given {
			f.given = false
			return f.seed
		}
		return rand.Uint32()
	}
}

// screenFits says in a sentence why this terminal cannot show the screens. One
// that can only print has the plain mode.
func screenFits() error {
	const instead = `"dulcet --plain" speaks in sentences, and "dulcet play --no-ui" plays at once`
	in, out := os.Stdin.Fd(), os.Stdout.Fd()
	if !term.IsTerminal(in) || !term.IsTerminal(out) {
		return errors.New("the screens need a terminal, and this is none: " + instead)
	}
	columns, rows, err := term.GetSize(out)
	if err == nil && columns > 0 && rows > 0 && (columns < minColumns || rows < minRows) {
		return fmt.Errorf("this terminal is %d×%d, and the screens need %d×%d: make it larger, or %s", columns, rows, minColumns, minRows, instead)
	}
	return nil
}
