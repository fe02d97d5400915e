package command

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"dulcet/generator"
	"dulcet/journal"
)

// A ratingFlag is one mood number, −100…100.
type ratingFlag struct{ rating journal.Rating }

// Set reads the number.
func (f *ratingFlag) Set(text string) error {
	rating, err := parseRating(text)
	if err != nil {
		return err
	}
	f.rating = rating
	return nil
}

// String returns the number, or nothing where it was not given.
func (f *ratingFlag) String() string { return percent(f.rating) }

// Type names the value in the help.
func (f *ratingFlag) Type() string { return "N" }

// A moodFlag is a whole mood: valence, energy, tension.
type moodFlag struct{ mood journal.Mood }

// Set reads three mood numbers with commas between them; an empty one is a
// skipped question.
func (f *moodFlag) Set(text string) error {
	parts := strings.Split(text, ",")
	if len(parts) != 3 {
		return errors.New("a mood is valence,energy,tension, each -100 to 100 or left empty, such as -20,,60")
	}
	var ratings [3]journal.Rating
	for i, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		rating, err := parseRating(part)
		if err != nil {
			return err
		}
		ratings[i] = rating
	}
	f.mood = journal.Mood{Valence: ratings[0], Energy: ratings[1], Tension: ratings[2]}
	return nil
}

// String returns the mood as Set reads it, or nothing where it was not given.
func (f *moodFlag) String() string {
	if f.mood.Empty() {
		return ""
	}
	return moodText(f.mood)
}

// Type names the value in the help.
func (f *moodFlag) Type() string { return "V,E,T" }

// A minutesFlag is the length of a sitting in minutes; 0 where not given.
type minutesFlag struct{ minutes float64 }

// Set reads the number of minutes.
func (f *minutesFlag) Set(text string) error {
	minutes, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(minutes >= generator.MinMinutes && minutes <= generator.MaxMinutes) {
		return fmt.Errorf("a sitting lasts %d to %d minutes", generator.MinMinutes, generator.MaxMinutes)
	}
	f.minutes = minutes
	return nil
}

// String returns the minutes, or nothing where they were not given.
func (f *minutesFlag) String() string {
	if f.minutes == 0 {
		return ""
	}
	return strconv.FormatFloat(f.minutes, 'f', -1, 64)
}

// Type names the value in the help.
func (f *minutesFlag) Type() string { return "N" }

// A seedFlag is the seed of a piece, if one was given.
type seedFlag struct {
	seed  uint32
	given bool
}

// Set reads the seed.
func (f *seedFlag) Set(text string) error {
	seed, err := strconv.ParseUint(text, 10, 32)
	if err != nil {
		return fmt.Errorf("a seed is a whole number from 0 to %d", uint32(math.MaxUint32))
	}
	f.seed, f.given = uint32(seed), true
	return nil
}

// String returns the seed, or nothing where it was not given.
func (f *seedFlag) String() string {
	if !f.given {
		return ""
	}
	return strconv.FormatUint(uint64(f.seed), 10)
}

// Type names the value in the help.
func (f *seedFlag) Type() string { return "N" }

// A dialsFlag is any number of dials set by hand. Once one is given, the
// others stand at 0 and nothing that was learned moves them.
type dialsFlag struct {
	dials journal.Dials
	given bool
}

// Set reads dials with commas between them, "tempo=-0.3,density=0.1".
func (f *dialsFlag) Set(text string) error {
	for part := range strings.SplitSeq(text, ",") {
		if err := f.setOne(part); err != nil {
			return err
		}
	}
	return nil
}

// setOne reads one dial.
func (f *dialsFlag) setOne(text string) error {
	name, number, found := strings.Cut(text, "=")
	if !found {
		return errors.New("a dial is set as NAME=N, such as tempo=-0.3")
	}
	dial, err := journal.ParseDial(strings.ToLower(strings.TrimSpace(name)))
	if err != nil {
		return err
	}
	value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(value >= -1 && value <= 1) {
		return errors.New("a dial stands between -1 and 1")
	}
	f.dials[dial], f.given = value, true
	return nil
}

// String is empty: no dial is set unless somebody sets it.
func (f *dialsFlag) String() string { return "" }

// Type names the value in the help.
func (f *dialsFlag) Type() string { return "NAME=N" }

// A modulationFlag is the depth of the focus option in percent; 0 is off.
type modulationFlag struct{ depth float64 }

// Set reads the depth.
func (f *modulationFlag) Set(text string) error {
	percent, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "%"), 64)
	if err != nil || !(percent >= 0 && percent <= 50) {
		return errors.New("the depth is a percentage from 0, off, to 50")
	}
	f.depth = percent / 100
	return nil
}

// String returns the percentage, or nothing where it was not given.
func (f *modulationFlag) String() string {
	if f.depth == 0 {
		return ""
	}
	return strconv.FormatFloat(100*f.depth, 'f', -1, 64)
}

// Type names the value in the help.
func (f *modulationFlag) Type() string { return "PERCENT" }

// A countFlag is how many records are listed; 0 where not given.
type countFlag int

// Set reads the number.
func (f *countFlag) Set(text string) error {
	count, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || count < 1 {
		return errors.New("it takes a whole number of at least 1")
	}
	*f = countFlag(count)
	return nil
}

// String returns the number, or nothing where it was not given.
func (f *countFlag) String() string {
	if *f == 0 {
		return ""
	}
	return strconv.Itoa(int(*f))
}

// Type names the value in the help.
func (f *countFlag) Type() string { return "N" }

// parseRating reads a mood number, −100…100.
func parseRating(text string) (journal.Rating, error) {
	number, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(number >= -100 && number <= 100) { // so written, NaN is refused as well
		return journal.Rating{}, journal.ErrRating
	}
	return journal.Rated(number / 100), nil
}

// percent writes a rating as −100…100, and a skipped one as nothing.
func percent(r journal.Rating) string {
	value, given := r.Value()
	if !given {
		return ""
	}
	return strconv.FormatFloat(math.Round(value*100), 'f', -1, 64)
}

// moodText writes a mood as --mood reads it, in whole numbers.
func moodText(m journal.Mood) string {
	return percent(m.Valence) + "," + percent(m.Energy) + "," + percent(m.Tension)
}

// exactMood writes a mood as --mood reads it, as exactly as it is kept.
func exactMood(m journal.Mood) string {
	var parts [3]string
	for i, r := range []journal.Rating{m.Valence, m.Energy, m.Tension} {
		if value, given := r.Value(); given {
			parts[i] = strconv.FormatFloat(math.Round(value*1e4)/1e2, 'f', -1, 64)
		}
	}
	return strings.Join(parts[:], ",")
}
