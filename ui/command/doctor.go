package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/ui/widget"
)

// A finding is what the doctor found out about one thing.
type finding struct {
	About string             `json:"about"`
	State state              `json:"state"`
	Text  string             `json:"text"`             // what was found, and what to do about it
	Value map[string]float64 `json:"values,omitempty"` // figures, named with their units
}

// A state says how well a thing works.
type state string

// The states. A thing that is missing leaves Dulcet usable; one that is broken
// makes the doctor fail.
const (
	works   state = "works"
	missing state = "missing"
	broken  state = "broken"
	unknown state = "unknown"
)

// errBroken is returned when the doctor found something broken.
var errBroken = errors.New("something here is broken; the lines above say what, and what to do")

// doctorCommand is "dulcet doctor".
func (p *program) doctorCommand() *cobra.Command {
	var asJSON, sound bool
	cmd := &cobra.Command{
		Use:   "doctor [WHAT]",
		Short: "say what works on this machine",
		Long: "Looks at the sound, the terminal, the data, the settings and the speed of this machine, and says what " +
			"works and what to do where something does not. Nothing is changed and nothing is heard. " +
			"It takes some ten seconds; with arguments it looks only at what they name.\n\n" +
			"With --sound it renders a minute and a half of every goal instead and prints what the last minute " +
			"sounds like: loudness and what was asked for, true peak, DC, crest factor, correlation of the sides, " +
			"decibels lost in mono, spectral centroid and slope, the steepest rise of loudness in 400 ms, clicks, " +
			"and what it costs of one core. A promise that is not kept is said under its line.",
		Example: `dulcet doctor
dulcet doctor sound
dulcet doctor --sound`,
		Args: func(_ *cobra.Command, args []string) error {
			for _, what := range args {
				if !slices.Contains(examined(), what) {
					return fmt.Errorf("the doctor knows nothing about %q: it looks at %s", what, strings.Join(examined(), ", "))
				}
			}
			return nil
		},
		ValidArgs: examined(),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case sound && len(args) > 0:
				return usagef("--sound listens to every goal and takes no argument: leave %q out", args[0])
			case sound:
				return p.listen(asJSON)
			}
			return p.examine(args, asJSON)
		},
	}
	cmd.Flags().BoolVar(&sound, "sound", false, "render every goal and measure what it sounds like")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the findings as JSON, one a line")
	return cmd
}

// An examination looks at one thing.
type examination struct {
	about string
	make  func(*program) finding
}

// examinations lists what the doctor looks at, the quick ones first.
var examinations = []examination{
	{"terminal", (*program).examineTerminal},
	{"colours", (*program).examineColours},
	{"drawing", (*program).examineDrawing},
	{"keyboard", (*program).examineKeyboard},
	{"mouse", (*program).examineMouse},
	{"width", (*program).examineWidth},
	{"data", (*program).examineData},
	{"config", (*program).examineConfig},
	{"screen", (*program).examineFirstPaint},
	{"rendering", (*program).examineRendering},
	{"sound", (*program).examineSound},
}

// examined lists the names of what the doctor looks at.
func examined() []string {
	var names []string
	for _, e := range examinations {
		names = append(names, e.about)
	}
	return names
}

// examine prints each finding as soon as it is made. Without names it looks
// at everything.
func (p *program) examine(names []string, asJSON bool) error {
	sick := false
	for _, e := range examinations {
		if len(names) > 0 && !slices.Contains(names, e.about) {
			continue
		}
		found := e.make(p)
		found.About = e.about
		sick = sick || found.State == broken
		var err error
		if asJSON {
			err = writeJSON(p.stdout, found)
		} else {
			label := fmt.Sprintf("%-10s %-8s ", found.About, found.State)
			_, err = fmt.Fprintln(p.stdout, hanging(label, widget.CleanLine(found.Text), columnsOf(p.stdout)))
		}
		if err != nil {
			return err
		}
	}
	if sick {
		return errBroken
	}
	return nil
}
