package command

import (
	"fmt"
	"io"
	"math"
	"time"

	"dulcet/generator"
	"dulcet/generator/loudness"
	"dulcet/generator/measure"
	"dulcet/journal"
	"dulcet/ui/widget"
)

// What the doctor listens to of every goal, in seconds: the loudness finds its
// level in the first part, and a minute is measured.
const (
	settlingSeconds  = 30
	listeningSeconds = 60
)

// A listening is what the doctor heard of one goal.
type listening struct {
	Goal        journal.Goal `json:"goal"`
	Asked       float64      `json:"asked_lufs"`
	Loudness    float64      `json:"loudness_lufs"`
	TruePeak    float64      `json:"true_peak_dbtp"`
	DC          float64      `json:"dc"`
	Crest       float64      `json:"crest_db"`
	Correlation float64      `json:"correlation"`
	MonoLoss    float64      `json:"mono_loss_db"`
	Centroid    float64      `json:"centroid_hz"`
	Slope       float64      `json:"slope_db_per_octave"`
	Rise        float64      `json:"rise_lu"`
	Clicks      int          `json:"clicks"`
	Steps       int          `json:"steps"`
	Core        float64      `json:"core_percent"`
	Broken      []string     `json:"broken"`
}

// listen renders and measures every goal, one after the other, and prints a
// line for each. A promise of the sound that is not kept is broken.
func (p *program) listen(asJSON bool) error {
	if !asJSON {
		fmt.Fprintf(p.stdout, "%-8s %6s %6s %5s %5s %5s %4s %4s %4s %6s %4s %6s %5s\n",
			"", "LUFS", "asked", "dBTP", "DC", "crest", "corr", "mono", "Hz", "dB/oct", "rise", "clicks", "core%")
	}
	sick := false
	for _, goal := range journal.Goals() {
		heard, err := listenTo(goal)
		if err != nil {
			return err
		}
		sick = sick || len(heard.Broken) > 0
		if asJSON {
			err = writeJSON(p.stdout, heard)
		} else {
			err = heard.print(p.stdout)
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

// listenTo plays a goal as somebody would hear it who answers nothing.
func listenTo(goal journal.Goal) (listening, error) {
	brief, err := generator.NewBrief(journal.Mood{}, goal, generator.DefaultMinutes(goal), journal.Taste{Goal: goal}, 1)
	if err != nil {
		return listening{}, err
	}
	piece, ear := generator.New(brief), measure.New(generator.Rate)
	samples := make([][2]float64, generator.Rate)
	var power float64
	var spent time.Duration
	for second := range settlingSeconds + listeningSeconds {
		start := time.Now()
		piece.Stream(samples)
		spent += time.Since(start)
		if second >= settlingSeconds {
			ear.Add(samples)
			power += loudness.Power(brief.MusicAt(float64(second) + 0.5).LoudnessLUFS)
		}
	}
	r, asked := ear.Result(), loudness.LUFS(power/listeningSeconds)
	return listening{
		Goal: goal, Asked: rounded(asked, 1), Loudness: rounded(r.Integrated, 2), TruePeak: rounded(r.TruePeak, 2),
		DC: math.Max(math.Abs(r.DC[0]), math.Abs(r.DC[1])), Crest: rounded(r.Crest, 1), Correlation: rounded(r.Correlation, 2),
		MonoLoss: rounded(r.MonoLoss, 1), Centroid: rounded(r.Centroid, 0), Slope: rounded(r.Slope, 1), Rise: rounded(r.MaxRise, 1),
		Clicks: r.Clicks, Steps: r.Steps, Core: rounded(100*spent.Seconds()/(settlingSeconds+listeningSeconds), 2),
		Broken: append([]string{}, generator.PromiseOf(goal).Broken(r, asked)...),
	}, nil
}

// print writes what was heard as one line of the table, and under it what is
// broken.
func (l listening) print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%-8s %6.1f %6.1f %5.1f %5.0e %5.1f %4.2f %4.1f %4.0f %6.1f %4.1f %6d %5.2f\n",
		l.Goal, l.Loudness, l.Asked, l.TruePeak, l.DC, l.Crest, l.Correlation, l.MonoLoss, l.Centroid, l.Slope, l.Rise, l.Clicks+l.Steps, l.Core)
	for _, sentence := range l.Broken {
		if err == nil {
			_, err = fmt.Fprintln(w, hanging("          ", widget.CleanLine(sentence), columnsOf(w)))
		}
	}
	return err
}
