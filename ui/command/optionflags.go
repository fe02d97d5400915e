package command

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"dulcet/generator"
)

// A partsFlag is a set of instruments and soundscapes.
type partsFlag struct{ parts generator.Parts }

// Set adds names with commas between them.
func (f *partsFlag) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		parts, err := generator.PartsOf(strings.ToLower(strings.TrimSpace(name)))
		if err != nil {
			return err
		}
		f.parts |= parts
	}
	return nil
}

// String returns the names as Set reads them.
func (f *partsFlag) String() string { return strings.Join(f.parts.Names(), ",") }

// Type names the value in the help.
func (f *partsFlag) Type() string { return "A,B,…" }

// A breathFlag is a pattern of breathing.
type breathFlag struct{ breath generator.Breath }

// Set reads the name of a pattern, seconds of one's own ("4-6", "4-2-6",
// "4-2-6-1": in and out, with a hold and a rest between), or a rate in breaths a
// minute that is slowed ("passive:14").
func (f *breathFlag) Set(text string) error {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, named := range generator.Breaths() {
		if named.Name == text {
			f.breath = named.Breath
			return nil
		}
	}
	if rate, passive := strings.CutPrefix(text, "passive"); passive {
		return f.setPassive(rate)
	}
	var seconds []float64
	for part := range strings.SplitSeq(text, "-") {
		number, err := strconv.ParseFloat(part, 64)
		if err != nil || !(number >= 0 && number <= 20) {
			return errBreath
		}
		seconds = append(seconds, number)
	}
	switch len(seconds) {
	case 2:
		f.breath = generator.Breath{In: seconds[0], Out: seconds[1]}
	case 3:
		f.breath = generator.Breath{In: seconds[0], Hold: seconds[1], Out: seconds[2]}
	case 4:
		f.breath = generator.Breath{In: seconds[0], Hold: seconds[1], Out: seconds[2], Rest: seconds[3]}
	}
	if f.breath.In < 1 || f.breath.Out < 1 {
		return errBreath
	}
	return nil
}

// errBreath says what a breath is.
var errBreath = errors.New("a breath is 4-6, 5-5, sigh, box, 4-7-8, seconds of your own such as 5-7, 4-2-6 or 4-2-6-1 " +
	"(in and out take one at least, nothing more than 20), or passive:RATE with your own breaths a minute")

// setPassive reads ":14", or nothing for the usual rate.
func (f *breathFlag) setPassive(text string) error {
	if text == "" {
		f.breath = generator.PassiveBreath(0)
		return nil
	}
	rate, err := strconv.ParseFloat(strings.TrimPrefix(text, ":"), 64)
	if err != nil || !(rate >= 4 && rate <= 30) {
		return errors.New("people breathe 4 to 30 times a minute: count yours, and say passive:14")
	}
	f.breath = generator.PassiveBreath(rate)
	return nil
}

// String returns the pattern in words, or nothing where it was not given.
func (f *breathFlag) String() string {
	if f.breath == (generator.Breath{}) {
		return ""
	}
	return f.breath.String()
}

// Type names the value in the help.
func (f *breathFlag) Type() string { return "PATTERN" }

// A roundsFlag is work and rest in turn.
type roundsFlag struct{ rounds generator.Rounds }

// Set reads "25/5".
func (f *roundsFlag) Set(text string) error {
	work, rest, found := strings.Cut(text, "/")
	a, err := strconv.ParseFloat(strings.TrimSpace(work), 64)
	b, errRest := strconv.ParseFloat(strings.TrimSpace(rest), 64)
	if !found || err != nil || errRest != nil || !(a >= 1 && a <= 240 && b >= 1 && b <= 120) {
		return errors.New("rounds are minutes of work and of rest, such as 25/5: 1 to 240, and 1 to 120")
	}
	f.rounds = generator.Rounds{Work: a, Rest: b}
	return nil
}

// String returns the rounds as Set reads them, or nothing.
func (f *roundsFlag) String() string {
	if f.rounds == (generator.Rounds{}) {
		return ""
	}
	return fmt.Sprintf("%g/%g", f.rounds.Work, f.rounds.Rest)
}

// Type names the value in the help.
func (f *roundsFlag) Type() string { return "WORK/REST" }

// A bellsFlag is when bells ring.
type bellsFlag struct{ bells generator.Bells }

// Set reads one number, minutes between bells, or several, minutes at which they
// ring.
func (f *bellsFlag) Set(text string) error {
	var minutes []float64
	for part := range strings.SplitSeq(text, ",") {
		minute, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || !(minute >= 0.5 && minute <= 240) {
			return errors.New("bells are minutes between them, such as 5, or minutes at which they ring, such as 3,7,15: each 0.5 to 240")
		}
		minutes = append(minutes, minute)
	}
	f.bells = generator.Bells{At: minutes}
	if len(minutes) == 1 {
		f.bells = generator.Bells{Every: minutes[0]}
	}
	return nil
}

// given reports whether any bell was asked for.
func (f *bellsFlag) given() bool { return f.bells.Every > 0 || len(f.bells.At) > 0 }

// String returns the minutes as Set reads them, or nothing.
func (f *bellsFlag) String() string {
	var minutes []string
	for _, minute := range f.bells.At {
		minutes = append(minutes, strconv.FormatFloat(minute, 'f', -1, 64))
	}
	if f.bells.Every > 0 {
		minutes = []string{strconv.FormatFloat(f.bells.Every, 'f', -1, 64)}
	}
	return strings.Join(minutes, ",")
}

// Type names the value in the help.
func (f *bellsFlag) Type() string { return "MINUTES" }

// A warmUpFlag is how many minutes a meditation waits for its first bell.
type warmUpFlag float64

// Set reads the minutes.
func (f *warmUpFlag) Set(text string) error {
	minutes, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(minutes > 0 && minutes <= 60) {
		return errors.New("a warm-up takes up to 60 minutes")
	}
	*f = warmUpFlag(minutes)
	return nil
}

// String returns the minutes, or nothing where they were not given.
func (f *warmUpFlag) String() string {
	if *f == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*f), 'f', -1, 64)
}

// Type names the value in the help.
func (f *warmUpFlag) Type() string { return "MINUTES" }

// A dawnFlag is the time of day at which a night ends.
type dawnFlag struct {
	hour, minute int
	given        bool
}

// Set reads "07:00".
func (f *dawnFlag) Set(text string) error {
	at, err := time.Parse("15:04", strings.TrimSpace(text))
	if err != nil {
		return errors.New("a dawn is a time of day, such as 07:00")
	}
	f.hour, f.minute, f.given = at.Hour(), at.Minute(), true
	return nil
}

// String returns the time as Set reads it, or nothing.
func (f *dawnFlag) String() string {
	if !f.given {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", f.hour, f.minute)
}

// Type names the value in the help.
func (f *dawnFlag) Type() string { return "HH:MM" }

// leastNight is the shortest night in minutes that has room for a dawn on the
// command line.
const leastNight = 10

// minutesFrom returns how many minutes there are from now to the next time that
// the clock shows the dawn, as a night on the day when clocks change has them.
func (f *dawnFlag) minutesFrom(now time.Time) (float64, error) {
	dawn := time.Date(now.Year(), now.Month(), now.Day(), f.hour, f.minute, 0, 0, now.Location())
	if !dawn.After(now) {
		dawn = time.Date(now.Year(), now.Month(), now.Day()+1, f.hour, f.minute, 0, 0, now.Location())
	}
	minutes := dawn.Sub(now).Minutes()
	if minutes < leastNight || minutes > generator.MaxMinutes {
		return 0, usagef("%s is %s away: a night with a dawn lasts %d minutes to %d hours", f, awayText(minutes), leastNight, generator.MaxMinutes/60)
	}
	return minutes, nil
}

// awayText says how long a number of minutes is.
func awayText(minutes float64) string {
	if minutes < 120 {
		return fmt.Sprintf("%.0f minutes", math.Ceil(minutes))
	}
	return fmt.Sprintf("%.1f hours", minutes/60)
}
