package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/player/output"
	"dulcet/store"
	"dulcet/ui"
	"dulcet/ui/plain"
	"dulcet/ui/settings"
	"dulcet/ui/widget"
)

// playCommand is "dulcet play".
func (p *program) playCommand() *cobra.Command {
	var (
		asked                 request
		set                   settingFlags
		noScreen, silent, raw bool
		plainly               bool
	)
	cmd := &cobra.Command{
		Use:   "play [GOAL]",
		Short: "play a sitting",
		Long: "Plays a sitting for a goal. Without --no-ui the screens open and ask how you feel first. " +
			"With --no-ui the sitting starts at once and is told in plain lines; words typed meanwhile, " +
			"such as \"brighter\", \"more rain\" or \"home 23:10\", steer it, and Ctrl-C fades it out and saves it." +
			"\n\nWith --code it plays the sitting of a code again, steered as it was where the " +
			"journal has it; the screens only ask how you feel first.",
		Example: `dulcet play calm
dulcet play sleep --minutes 45 --no-ui
dulcet play --mood -20,,60 --no-ui
dulcet play --code dgcss-rqbkt-2h3qr-aahj7-b1ze`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if noScreen {
				if flag := firstOf(cmd.Flags(), screenFlags...); flag != "" {
					return usagef("--%s goes with the screens: leave --no-ui out", flag)
				}
				return p.playLines(asked, set.values, silent, raw)
			}
			if flag := firstOf(cmd.Flags(), append([]string{"mood", "dial", "modulation", "json"}, shapingFlags...)...); flag != "" {
				return usagef("--%s goes with --no-ui: the screens ask for everything themselves", flag)
			}
			return p.openScreens(cmd.Context(), launch{asked: asked, set: set.values, silent: silent, plainly: plainly})
		},
	}
	asked.register(cmd)
	asked.registerSteering(cmd)
	set.register(cmd)
	registerPlain(cmd, &plainly)
	cmd.Flags().BoolVar(&noScreen, "no-ui", false, "play at once and tell it in plain lines")
	cmd.Flags().BoolVar(&silent, "silent", false, "play through no device, at real pace")
	cmd.Flags().BoolVar(&raw, "json", false, "with --no-ui: print the record as JSON at the end")
	return cmd
}

// playLines plays a sitting without a screen, from the flags to the saved
// record.
func (p *program) playLines(asked request, set settings.Values, silent, asJSON bool) error {
	kept, err := p.openStore()
	if err != nil {
		return err
	}
	standing, err := p.settled(kept, set)
	if err != nil {
		return err
	}
	history, err := p.enough(kept.History())
	if err != nil {
		return err
	}
	asked.listen(p.stderr, func() []string { return ui.HelpLines(standing) })
	now := time.Now()
	made, err := asked.fill(history, now)
	if err != nil {
		return err
	}
	p.tellCode(made)
	if caution := asked.caution(); caution != "" {
		fmt.Fprintln(p.stderr, caution)
	}
	out, release, err := p.openSound(kept, silent)
	if err != nil {
		return err
	}
	defer release()
	record, err := keepBefore(kept, made, asked.mood.mood, journal.StampFor(now, standing.DayStart))
	if err != nil {
		return err
	}
	playing, err := player.Start(player.Options{Brief: made.brief, Record: record, Output: out, Keeper: kept, VolumeDecibels: standing.Volume})
	if err != nil {
		return err
	}
	playing.SavePower(true) // no picture follows it
	lines := p.stdout
	if asJSON {
		lines = p.stderr
	}
	if err := follow(playing, made.brief, ordersFrom(p.stdin), lines); err != nil {
		return err
	}
	if asJSON {
		return writeRecord(p.stdout, playing.Sitting())
	}
	return nil
}

// openSound takes the right to sound and opens the output; release gives both
// back.
func (p *program) openSound(kept *store.Store, silent bool) (out output.Output, release func(), err error) {
	unlock := func() {}
	if !silent {
		lock, err := takeSpeaker(kept)
		if errors.Is(err, store.ErrSpeakerBusy) {
			return nil, nil, fmt.Errorf("%w; --silent plays without sound", err)
		}
		if err != nil {
			return nil, nil, err
		}
		unlock = func() { _ = lock.Unlock() }
	}
	out, err = p.openOutput(silent)
	if err != nil {
		unlock()
		return nil, nil, err
	}
	return out, func() {
		_ = out.Close()
		unlock()
	}, nil
}

// keepBefore saves the mood that was given, if one was, as the check-in before
// the sitting, and returns the record of the sitting.
func keepBefore(kept *store.Store, made sitting, mood journal.Mood, now journal.Stamp) (journal.Sitting, error) {
	before := journal.CheckIn{ID: kept.NewID(now.Time), Stamp: now, When: journal.Before, Mood: mood, Words: made.feelings}
	record := journal.Sitting{
		ID: kept.NewID(now.Time), Stamp: before.Stamp,
		Varied: made.varied, Propensity: made.propensity, Steering: made.replay(),
	}
	if mood.Empty() {
		return record, nil
	}
	before.Sitting, record.Before = &record.ID, &before.ID
	return record, kept.SaveCheckIn(before)
}

// errCutShort is returned when a second signal asks to leave while the music
// still fades.
var errCutShort = errors.New("left before the sitting was saved; the log has it as broken off")

// follow tells the sitting until it is over and saved, and takes orders for it,
// if any can come. A signal fades it out; a second one leaves at once.
func follow(playing *player.Player, brief generator.Brief, orders <-chan string, w io.Writer) error {
	signals, forget := leaveSignals()
	defer forget()
	for _, line := range opening(brief) {
		fmt.Fprintln(w, line)
	}
	if orders != nil {
		fmt.Fprintln(w, announcement)
	}
	conductor := plain.NewConductor(playing, brief, time.Now)
	var told narrator
	var asked os.Signal
	poll := time.NewTicker(100 * time.Millisecond)
	defer poll.Stop()
	for {
		select {
		case <-poll.C:
			for _, line := range told.tell(playing.Status()) {
				fmt.Fprintln(w, line)
			}
		case line := <-orders:
			if said := conductor.Take(line); said != "" {
				fmt.Fprintln(w, clock(framesTime(playing.Status().Frames)), widget.Clean(said))
			}
		case signal := <-signals:
			if asked != nil {
				return errCutShort
			}
			asked = signal
			fmt.Fprintln(w, clock(framesTime(playing.Status().Frames)), "fading out")
			playing.Stop()
		case <-playing.Done():
			return closing(playing, w)
		}
	}
}

// closing tells how the sitting ended.
func closing(playing *player.Player, w io.Writer) error {
	status, record := playing.Status(), playing.Sitting()
	if status.SaveErr != nil {
		return fmt.Errorf("the sitting could not be saved: %w", status.SaveErr)
	}
	fmt.Fprintf(w, "%s %s, saved as %s\n", clock(framesTime(record.Frames)), record.Ended, record.ID)
	return nil
}
