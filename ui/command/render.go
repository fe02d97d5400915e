package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/player/output"
)

// renderCommand is "dulcet render".
func (p *program) renderCommand() *cobra.Command {
	var (
		asked              request
		wavPath, scorePath string
		force              bool
	)
	cmd := &cobra.Command{
		Use:   "render [GOAL]",
		Short: "write a piece to a file",
		Long: "Writes the piece that \"dulcet play\" would play to a WAV file, 48 kHz, 24 bit, stereo, " +
			"faster than real time; and with --score what was composed, as JSON. --score without " +
			"--out only composes; \"--score -\" prints it.",
		Example: `dulcet render calm --minutes 10 --seed 7 --out calm.wav
dulcet render sleep --seed 7 --score sleep.json`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case wavPath == "" && scorePath == "":
				return usagef("say where to write: --out FILE.wav, --score FILE.json, or both")
			case wavPath == "-":
				return usagef("--out takes the name of a file; only --score can go to standard output")
			case samePlace(wavPath, scorePath):
				return usagef("--out and --score name the same file: give them two")
			case !namesWAV(wavPath):
				return usagef("--out writes WAV files, and %s is named like another kind: give it a name that ends in .wav", wavPath)
			}
			history, err := p.enough(p.history())
			if err != nil {
				return err
			}
			made, err := asked.fill(history, time.Now())
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
			defer stop()
			return p.render(ctx, made.brief, wavPath, scorePath, force)
		},
	}
	asked.register(cmd)
	cmd.Flags().VarP(nameFlag{&wavPath, "FILE"}, "out", "o", "the WAV file to write")
	cmd.Flags().Var(nameFlag{&scorePath, "FILE"}, "score", `the JSON file to write the score to; "-" is standard output`)
	cmd.Flags().BoolVar(&force, "force", false, "replace files that exist")
	must(cmd.MarkFlagFilename("out", "wav"))
	must(cmd.MarkFlagFilename("score", "json"))
	return cmd
}

// render writes the files. What cannot work is refused before anything is
// composed.
func (p *program) render(ctx context.Context, brief generator.Brief, wavPath, scorePath string, force bool) error {
	if wavPath != "" {
		if err := output.CheckWAV(brief.Frames()); err != nil {
			return err
		}
	}
	for _, path := range []string{wavPath, scorePath} {
		if path == "" || path == "-" {
			continue
		}
		if err := output.Vacant(path, force); err != nil {
			return err
		}
	}
	if scorePath != "" {
		if err := p.writeScore(brief, scorePath, force); err != nil {
			return err
		}
	}
	if wavPath != "" {
		return p.writeWAV(ctx, brief, wavPath, force)
	}
	return nil
}

// samePlace reports whether two names are of one file, however they are
// spelled.
func samePlace(a, b string) bool {
	return a != "" && b != "" && b != "-" && absolute(a) == absolute(b)
}

// absolute returns the full name of a file, with no symbolic link on the way
// to its folder where that is known.
func absolute(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
		return filepath.Join(folder, filepath.Base(full))
	}
	return full
}

// namesWAV reports whether a name promises nothing else than a WAV file.
func namesWAV(path string) bool {
	kind := filepath.Ext(path)
	return kind == "" || kind == "." || strings.EqualFold(kind, ".wav")
}

// writeWAV renders the piece and tells how fast that went.
func (p *program) writeWAV(ctx context.Context, brief generator.Brief, path string, force bool) error {
	progress := newProgress(p.stderr, brief)
	err := output.WriteWAV(ctx, path, generator.New(brief), brief.Frames(), force, progress.show)
	progress.clear()
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("stopped before %s was complete; nothing was written", path)
	case err != nil:
		return err
	}
	fmt.Fprintf(p.stderr, "wrote %s: %s of %s, seed %d, %.0f times faster than real time\n",
		path, clock(framesTime(brief.Frames())), brief.Goal, brief.Seed, progress.speed(brief.Frames()))
	return nil
}

// A progress shows how far a rendering is, on a terminal only.
type progress struct {
	w        io.Writer
	terminal bool
	frames   int64
	start    time.Time
	shown    time.Time
}

// newProgress starts the watch of a rendering.
func newProgress(w io.Writer, brief generator.Brief) *progress {
	file, isFile := w.(*os.File)
	return &progress{
		w: w, terminal: isFile && term.IsTerminal(file.Fd()),
		frames: brief.Frames(), start: time.Now(),
	}
}

// show draws the line anew, at most ten times a second.
func (p *progress) show(done int64) {
	if !p.terminal || time.Since(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = time.Now()
	fmt.Fprintf(p.w, "\r\x1b[Krendering %3d %%, %.0f times faster than real time", 100*done/max(1, p.frames), p.speed(done))
}

// clear takes the line away.
func (p *progress) clear() {
	if p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// speed is how many seconds of music one second of rendering made.
func (p *progress) speed(done int64) float64 {
	return framesTime(done).Seconds() / time.Since(p.start).Seconds()
}
