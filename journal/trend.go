package journal

import (
	"slices"
	"time"

	"gonum.org/v1/gonum/stat"
)

// A Spread is how the answers to one question lay in one or more lived days.
// Without an answer it is the zero Spread: a gap, and no number.
type Spread struct {
	Answers   int
	Days      int     // of those that have an answer
	Mean      float64 // −1…1: of the days' means, so that a day with many answers counts once
	Low, High float64 // −1…1: the lowest and the highest answer
}

// A TrendPoint is how some lived days were, for valence, energy and tension.
type TrendPoint struct {
	First time.Time // calendar day on which it begins, at midnight UTC
	// Usual holds the answers before the music and on their own, which say how
	// the days are.
	Usual [3]Spread
	// After holds the answers after the music, which say how a sitting left
	// somebody.
	After [3]Spread
}

// A Trend is how somebody's days were over some weeks.
type Trend struct {
	First, Last time.Time // calendar days at midnight UTC, both of them inside
	Days        int
	Points      []TrendPoint // without gaps in time; a point may be without answers
	Usual       [3]Typical
	After       [3]Typical
	Earlier     bool // there are answers before the first day
}

// Typical is where most days lie.
type Typical struct {
	Days      int     // that have an answer
	Low, High float64 // −1…1: the middle half of the days' means lies between
}

// Enough reports whether there are so many days that it can be said where most
// of them lie.
func (t Typical) Enough() bool { return t.Days >= enoughDays }

// enoughDays is how many days with an answer it takes to speak of most days: the
// middle half of fewer is one or two of them (design choice).
const enoughDays = 5

// TrendOf returns how the lived days of some check-ins were, up to the lived day
// last, such as "2026-11-21", and as many days back. Each point holds that many
// days of it. It goes by the lived days that the check-ins carry, which are of
// the calendar alone: a day of 23 or 25 hours, or one that began in another zone,
// is a day like any other. A check-in whose day cannot be read is left out, and
// without a day to end on the trend is empty.
func TrendOf(checkIns []CheckIn, last string, days, daysPerPoint int) Trend {
	end, err := time.Parse(time.DateOnly, last)
	if err != nil || days < 1 || daysPerPoint < 1 {
		return Trend{}
	}
	t := Trend{First: end.AddDate(0, 0, 1-days), Last: end, Days: days}
	usual, after := make([]dayAnswers, days), make([]dayAnswers, days)
	for _, c := range checkIns {
		if c.Mood.Empty() {
			continue
		}
		day, err := time.Parse(time.DateOnly, c.Day)
		if err != nil || day.After(end) {
			continue
		}
		if day.Before(t.First) {
			t.Earlier = true
			continue
		}
		at := int(day.Sub(t.First) / (24 * time.Hour)) // of UTC, whose days are all as long
		if c.When == After {
			after[at].add(c.Mood)
		} else {
			usual[at].add(c.Mood)
		}
	}
	t.Usual, t.After = typical(usual), typical(after)
	for from := 0; from < days; from += daysPerPoint {
		to := min(days, from+daysPerPoint)
		t.Points = append(t.Points, TrendPoint{
			First: t.First.AddDate(0, 0, from), Usual: spreads(usual[from:to]), After: spreads(after[from:to]),
		})
	}
	return t
}

// dayAnswers are the answers of one day.
type dayAnswers [3]struct {
	count          int
	sum, low, high float64
}

func (d *dayAnswers) add(m Mood) {
	for i, rating := range [3]Rating{m.Valence, m.Energy, m.Tension} {
		value, given := rating.Value()
		if !given {
			continue
		}
		of := &d[i]
		if of.count == 0 {
			of.low, of.high = value, value
		}
		of.count++
		of.sum += value
		of.low, of.high = min(of.low, value), max(of.high, value)
	}
}

// spreads sums days up.
func spreads(days []dayAnswers) (sums [3]Spread) {
	for question := range sums {
		sum := &sums[question]
		for _, day := range days {
			of := day[question]
			if of.count == 0 {
				continue
			}
			if sum.Days == 0 {
				sum.Low, sum.High = of.low, of.high
			}
			sum.Answers += of.count
			sum.Days++
			sum.Mean += of.sum / float64(of.count)
			sum.Low, sum.High = min(sum.Low, of.low), max(sum.High, of.high)
		}
		if sum.Days > 0 {
			sum.Mean /= float64(sum.Days)
		}
	}
	return sums
}

// typical finds where most days lie.
func typical(days []dayAnswers) (ranges [3]Typical) {
	for question := range ranges {
		var means []float64
		for _, day := range days {
			if of := day[question]; of.count > 0 {
				means = append(means, of.sum/float64(of.count))
			}
		}
		ranges[question].Days = len(means)
		if len(means) == 0 {
			continue
		}
		slices.Sort(means)
		ranges[question].Low = stat.Quantile(0.25, stat.Empirical, means, nil)
		ranges[question].High = stat.Quantile(0.75, stat.Empirical, means, nil)
	}
	return ranges
}
