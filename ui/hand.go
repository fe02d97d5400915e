package ui

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/journal"
)

// Steerable is a sitting whose music takes wishes while it plays. None of its
// methods waits.
type Steerable interface {
	Turn(dial journal.Dial, by float64)
	Level(parts generator.Parts, decibels float64)
	Hold(held bool)
	MoveOn()
	NextSoundscape()
	EndAt(frame int64)
	Longer(by time.Duration)
	Keep() int64
}

// A Hand steers a sitting and says in a line what it has done: what is heard
// now, and when the music follows. The screens and the command line share it.
type Hand struct {
	Sitting Sitting
	Brief   generator.Brief
	Now     func() time.Time
}

// follows is when the composition takes a wish up that the mix has taken up
// already.
const follows = " · now · the music follows at the next phrase"

// Lean leans the music a step.
func (h Hand) Lean(lean generator.Lean) string {
	wished := h.Sitting.Status().Wish
	most := true
	for _, dial := range lean.Dials {
		stands := h.Brief.Dials[dial] + wished.Dials[dial]
		most = most && (stands*sign(lean.By) >= 1 || math.Abs(wished.Dials[dial]) == 1 && wished.Dials[dial]*lean.By > 0)
	}
	if most {
		return fmt.Sprintf("it is %s as %s allows", lean.Most, h.Brief.Goal)
	}
	for _, dial := range lean.Dials {
		h.Sitting.Turn(dial, lean.By)
	}
	return "a little " + lean.Name + follows
}

func sign(x float64) float64 { return math.Copysign(1, x) }

// Level turns a layer up or down by decibels.
func (h Hand) Level(layer generator.Layer, decibels float64) string {
	level := h.Sitting.Status().Wish.Levels.Of(layer.Parts)
	most := h.Brief.MostLevel()
	if decibels = min(decibels, most-level); decibels == 0 {
		return fmt.Sprintf("%s is as loud as %s allows: %s", layer.Name, h.Brief.Goal, levelText(level))
	}
	h.Sitting.Level(layer.Parts, decibels)
	return layer.Name + " " + levelText(max(level+decibels, generator.LeastLevel)) + " · now"
}

// levelText is the level of a layer in words.
func levelText(decibels float64) string {
	if decibels <= generator.LeastLevel {
		return "off"
	}
	return signed(decibels, "dB")
}

// signed writes a number with its sign and its unit.
func signed(x float64, unit string) string {
	if math.Round(x) == 0 {
		return "0 " + unit
	}
	return strings.Replace(fmt.Sprintf("%+.0f %s", x, unit), "-", "−", 1)
}

// Hold holds the present section, or lets it go.
func (h Hand) Hold(held bool) string {
	h.Sitting.Hold(held)
	if held {
		return "holding this section: it goes on, varied, until you let it go"
	}
	return "let go: it closes with its phrases, and the next section comes"
}

// MoveOn goes on to the next section.
func (h Hand) MoveOn() string {
	status := h.Sitting.Status()
	switch {
	case h.Brief.Foreseeable():
		return fmt.Sprintf("%s stays as it is, so that it can be foreseen", h.Brief.Goal)
	case status.Piece.Landing:
		return "it is on its way home already"
	}
	h.Sitting.MoveOn()
	return "moving on at the end of the phrase"
}

// NextSoundscape goes on to another soundscape.
func (h Hand) NextSoundscape() string {
	for _, layer := range h.Brief.Layers() {
		if names := generator.Soundscapes(); slices.Contains(names, layer.Name) {
			h.Sitting.NextSoundscape()
			return "another soundscape · it fades over now"
		}
	}
	return fmt.Sprintf("%s has no soundscape", h.Brief.Goal)
}

// Home brings the music home now.
func (h Hand) Home() string {
	if h.Sitting.Status().Piece.Closing {
		return h.stays()
	}
	h.Sitting.Home()
	return "coming home within a minute"
}

// stays says why the end of the sitting cannot be moved, or nothing where it
// can.
func (h Hand) stays() string {
	switch {
	case h.Brief.Options.DawnMinutes > 0:
		return "the end stays where it is: the dawn comes up to it"
	case h.Sitting.Status().Piece.Closing:
		return "its last chord sounds already"
	}
	return ""
}

// Longer moves the end by so many minutes.
func (h Hand) Longer(minutes int) string {
	if why := h.stays(); why != "" {
		return why
	}
	h.Sitting.Longer(time.Duration(minutes) * time.Minute)
	longer := "longer"
	if minutes < 0 {
		longer, minutes = "shorter", -minutes
	}
	return minutesText(float64(minutes)) + " " + longer + h.ends()
}

// ends says when the sitting will end by what is wished.
func (h Hand) ends() string {
	status := h.Sitting.Status()
	left := float64(status.Wish.Deadline-status.Frames) / generator.Rate
	if left < generator.HomeSeconds {
		return " · coming home as soon as it can"
	}
	return " · it ends at " + h.Now().Add(time.Duration(left*float64(time.Second))).Format("15:04")
}

// Keep notes the moment.
func (h Hand) Keep() string {
	return "this moment is kept: " + clock(float64(h.Sitting.Keep())/generator.Rate)
}

// errClock is what is wrong with a time that is none.
var errClock = errors.New("a time is written as 23:10")

// HomeAt brings the music home so that it ends when a clock shows the time in
// the text: "23:10". The error says what is wrong with it.
func (h Hand) HomeAt(text string) (string, error) {
	now := h.Now()
	at, err := nextTime(text, now)
	if err != nil {
		return "", err
	}
	if why := h.stays(); why != "" {
		return why, nil
	}
	status := h.Sitting.Status()
	deadline := status.Frames + int64(at.Sub(now).Seconds()*generator.Rate)
	if deadline > generator.MaxMinutes*60*generator.Rate {
		return "", fmt.Errorf("%s is too far away: a sitting lasts %d hours at most", at.Format("15:04"), generator.MaxMinutes/60)
	}
	h.Sitting.EndAt(deadline)
	if at.Sub(now) < generator.HomeSeconds*time.Second {
		return "coming home as soon as it can", nil
	}
	return "coming home so that it ends at " + at.Format("15:04"), nil
}

// nextTime returns when a clock next shows the time of the text: "23:10",
// "23.10", "2310", "7:05" or "23".
func nextTime(text string, now time.Time) (time.Time, error) {
	text = strings.TrimSpace(text)
	for _, layout := range []string{"15:04", "15.04", "1504", "15"} {
		shown, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		at := time.Date(now.Year(), now.Month(), now.Day(), shown.Hour(), shown.Minute(), 0, 0, now.Location())
		if !at.After(now) {
			at = time.Date(now.Year(), now.Month(), now.Day()+1, shown.Hour(), shown.Minute(), 0, 0, now.Location())
		}
		return at, nil
	}
	return time.Time{}, fmt.Errorf("%w, and %q is none", errClock, text)
}
