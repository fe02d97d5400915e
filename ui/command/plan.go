package command

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// planCommand is "dulcet plan".
func (p *program) planCommand() *cobra.Command {
	var (
		asked  request
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "plan [GOAL]",
		Short: "say what would be played, and why",
		Long: "Says what would be played for a goal and a mood, and why, without a sound. \"dulcet play\" " +
			"and \"dulcet render\" with the same words and the same --seed play just this piece.",
		Example: `dulcet plan calm --mood -20,30,60 --minutes 20
dulcet plan focus --json`,
		RunE: func(*cobra.Command, []string) error {
			history, err := p.enough(p.history())
			if err != nil {
				return err
			}
			asked.listen(p.stderr, p.helpLines)
			made, err := asked.fill(history, time.Now())
			if err != nil {
				return err
			}
			p.tellCode(sitting{differs: made.differs})
			if asJSON {
				return writeJSON(p.stdout, planOf(made.brief, asked.answered()))
			}
			p.tellPlan(made.brief)
			return nil
		},
	}
	asked.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the plan as JSON")
	return cmd
}

// tellPlan says a brief in words.
func (p *program) tellPlan(b generator.Brief) {
	fmt.Fprintf(p.stdout, "%s, %s, seed %d: %s\n", b.Goal, minutesText(b.Minutes), b.Seed, b.Goal.About())
	fmt.Fprintf(p.stdout, "code %s\n", b.Code())
	fmt.Fprintf(p.stdout, "\nthe way\n")
	points := turningPoints(b.Journey)
	wide := len(clock(seconds(b.Journey.Seconds)))
	for i, point := range points {
		phase := point.Phase
		if i == len(points)-1 {
			phase = "end"
		}
		fmt.Fprintf(p.stdout, "  %*s  %-7s valence %+.0f, energy %+.0f, tension %+.0f\n",
			wide, clock(seconds(point.Seconds)), phase, 100*point.Valence, 100*point.Energy, 100*point.Tension)
	}
	columns := columnsOf(p.stdout)
	if lines := drawing(b.Journey, columns); len(lines) > 0 {
		fmt.Fprintf(p.stdout, "\n%s\n", strings.Join(lines, "\n"))
	}
	fmt.Fprintf(p.stdout, "\nwhy\n")
	for _, reason := range b.Reasons {
		label := fmt.Sprintf("  %-12s ", reason.About)
		fmt.Fprintln(p.stdout, hanging(label, widget.CleanLine(reason.Text), columns))
	}
}

// turningPoints returns the first point of every phase, and the last point.
func turningPoints(j generator.Journey) []generator.Point {
	var points []generator.Point
	for i, point := range j.Points {
		if i == 0 || point.Phase != j.Points[i-1].Phase || i == len(j.Points)-1 {
			points = append(points, point)
		}
	}
	return points
}

// A plan is a brief as JSON has it.
type plan struct {
	Goal    journal.Goal       `json:"goal"`
	Minutes float64            `json:"minutes"`
	Seed    uint32             `json:"seed"`
	Code    string             `json:"code"`
	Engine  int                `json:"engine"`
	Mood    journal.Mood       `json:"mood"`   // as it was answered
	Filled  journal.Mood       `json:"filled"` // with what was skipped filled in
	Journey []planPoint        `json:"journey"`
	Reached float64            `json:"reached"` // share of the way that the time allows
	Music   planMusic          `json:"music"`
	Dials   journal.Dials      `json:"dials"`
	Why     []generator.Reason `json:"why"`
}

// A planPoint is one moment of the journey; moods are −100…100.
type planPoint struct {
	Minute  float64 `json:"minute"`
	Valence float64 `json:"valence"`
	Energy  float64 `json:"energy"`
	Tension float64 `json:"tension"`
	Phase   string  `json:"phase"`
}

// planMusic is the music at the start and at the end of the journey.
type planMusic struct {
	BPM            [2]float64 `json:"bpm"`
	NotesPerSecond [2]float64 `json:"notes_per_second"`
	Mode           string     `json:"mode"`
	Tonic          string     `json:"tonic"`
	Register       float64    `json:"register"` // MIDI pitch
	Articulation   float64    `json:"articulation"`
	AttackMS       float64    `json:"attack_ms"`
	BrightnessHz   float64    `json:"brightness_hz"`
	LoudnessLUFS   [2]float64 `json:"loudness_lufs"`
	Instruments    []string   `json:"instruments"`
	Soundscapes    []string   `json:"soundscapes"`
}

// planOf returns the plan of a brief that was made from the answers.
func planOf(b generator.Brief, answered journal.Mood) plan {
	made := plan{
		Goal: b.Goal, Minutes: b.Minutes, Seed: b.Seed, Code: b.Code(), Engine: generator.Engine, Mood: answered, Filled: b.Mood,
		Reached: rounded(b.Journey.Reached, 3), Music: musicOf(b), Dials: b.Dials, Why: b.Reasons,
	}
	for _, point := range b.Journey.Points {
		made.Journey = append(made.Journey, planPoint{
			Minute:  rounded(point.Seconds/60, 3),
			Valence: rounded(100*point.Valence, 1),
			Energy:  rounded(100*point.Energy, 1),
			Tension: rounded(100*point.Tension, 1),
			Phase:   point.Phase,
		})
	}
	return made
}

// rounded rounds to a number of decimals, so that JSON stays readable.
func rounded(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	return math.Round(x*scale) / scale
}

// seconds turns a number of seconds into a duration.
func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
