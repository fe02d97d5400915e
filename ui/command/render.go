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
	"github.com/gopxl/beep/v2"
	"github.com/spf13/cobra"

	"dulcet/player/output"
	"dulcet/ui/widget"
)

// renderCommand is "dulcet render".
func (p *program) renderCommand() *cobra.Command {
	var (
		asked request
		alone gallery
		files targets
	)
	cmd := &cobra.Command{
		Use:   "render [GOAL]",
		Short: "write a piece to a file",
		Long: "Writes the piece that \"dulcet play\" would play to a WAV file, 48 kHz, 24 bit, stereo, " +
			"faster than real time; with --score what was composed, as JSON or as bars to read, and with --midi its notes, for " +
			"any sequencer. Without --out it only composes; \"--score -\" prints.\n\n" +
			"With --code it writes the sitting of a code, steered as it was where the journal has it.\n\n" +
			"With --instrument or --soundscape it writes that one alone, for listening; without --out the file " +
			"is named after it.",
		Example: `dulcet render calm --minutes 10 --seed 7 --out calm.wav
dulcet render sleep --seed 7 --score sleep.json --midi sleep.mid
dulcet render --instrument harp`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := alone.check(cmd, &asked); err != nil {
				return err
			}
			if err := files.check(alone.name() != ""); err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
			defer stop()
			if name := alone.name(); name != "" {
				return p.renderSolo(ctx, name, &asked, files)
			}
			history, err := p.enough(p.history())
			if err != nil {
				return err
			}
			asked.listen(p.stderr, p.helpLines)
			made, err := asked.fill(history, time.Now())
			if err != nil {
				return err
			}
			return p.render(ctx, made, files)
		},
	}
	asked.register(cmd)
	asked.registerSteering(cmd)
	alone.register(cmd)
	files.register(cmd)
	return cmd
}

// targets are the files that a rendering writes; an empty name is none.
type targets struct {
	wav, score, midi string
	force            bool
}

// register gives the command the flags.
func (t *targets) register(cmd *cobra.Command) {
	cmd.Flags().VarP(nameFlag{&t.wav, "FILE"}, "out", "o", "the WAV file to write")
	cmd.Flags().Var(nameFlag{&t.score, "FILE"}, "score", `the file to write the score to, as JSON or, named .txt, as bars to read; "-" is standard output`)
	cmd.Flags().Var(nameFlag{&t.midi, "FILE"}, "midi", "the Standard MIDI File to write the notes to")
	cmd.Flags().BoolVar(&t.force, "force", false, "replace files that exist")
	must(cmd.MarkFlagFilename("out", "wav"))
	must(cmd.MarkFlagFilename("score", "json", "txt"))
	must(cmd.MarkFlagFilename("midi", "mid", "midi"))
}

// check refuses names that cannot be meant. Nothing to write is refused
// unless the file has a name of its own.
func (t *targets) check(named bool) error {
	switch {
	case t.wav == "" && t.score == "" && t.midi == "" && !named:
		return usagef("say where to write: --out FILE.wav, --score FILE.json, --midi FILE.mid, or several")
	case t.wav == "-":
		return usagef("--out takes the name of a file; only --score can go to standard output")
	case t.midi == "-":
		return usagef("--midi takes the name of a file; only --score can go to standard output")
	case samePlace(t.wav, t.score), samePlace(t.wav, t.midi), samePlace(t.score, t.midi):
		return usagef("two flags name the same file: give each one of its own")
	case !namesWAV(t.wav):
		return usagef("--out writes WAV files, and %s is named like another kind: give it a name that ends in .wav", t.wav)
	}
	return nil
}

// vacant refuses files that exist and may not be replaced.
func (t *targets) vacant() error {
	for _, path := range []string{t.wav, t.score, t.midi} {
		if path == "" || path == "-" {
			continue
		}
		if err := output.Vacant(path, t.force); err != nil {
			return err
		}
	}
	return nil
}

// render writes the files. What cannot work is refused before anything is
// composed.
func (p *program) render(ctx context.Context, made sitting, files targets) error {
	if files.wav != "" {
		if err := output.CheckWAV(made.frames()); err != nil {
			return err
		}
	}
	if err := files.vacant(); err != nil {
		return err
	}
	p.tellCode(made)
	if files.score != "" {
		if err := p.writeScore(made, notationOf(files.score), files.score, files.force); err != nil {
			return err
		}
	}
	if files.midi != "" {
		if err := p.writeScore(made, asMIDI, files.midi, files.force); err != nil {
			return err
		}
	}
	if files.wav != "" {
		return p.writeWAV(ctx, made, files.wav, files.force)
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
func (p *program) writeWAV(ctx context.Context, made sitting, path string, force bool) error {
	frames := made.frames()
	what := fmt.Sprintf("%s of %s, seed %d", clock(framesTime(frames)), made.brief.Goal, made.brief.Seed)
	return p.renderFile(ctx, made.piece(), frames, path, force, what)
}

// renderFile renders frames of some music into a file and tells what it is and
// how fast that went.
func (p *program) renderFile(ctx context.Context, music beep.Streamer, frames int64, path string, force bool, what string) error {
	progress := newProgress(p.stderr, frames)
	err := output.WriteWAV(ctx, path, music, frames, force, progress.show)
	progress.clear()
	switch {
	case errors.Is(err, context.Canceled):
		return stoppedAt(path)
	case err != nil:
		return err
	}
	p.wrote(path, "%s, %.0f times faster than real time", what, progress.speed(frames))
	return nil
}

// stoppedAt says that a rendering was asked to stop.
func stoppedAt(path string) error {
	return fmt.Errorf("stopped before %s was complete; nothing of it is left", path)
}

// wrote says that a file is complete, and what is in it.
func (p *program) wrote(path, what string, a ...any) {
	fmt.Fprintf(p.stderr, "wrote %s: %s\n", widget.CleanLine(path), fmt.Sprintf(what, a...))
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
func newProgress(w io.Writer, frames int64) *progress {
	file, isFile := w.(*os.File)
	return &progress{
		w: w, terminal: isFile && term.IsTerminal(file.Fd()),
		frames: frames, start: time.Now(),
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
