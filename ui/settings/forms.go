package settings

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// choice defines a setting that is one of several texts.
func choice(name, group, about string, choices []string, get func(Settings) string, set func(*Settings, string)) Definition {
	return Definition{
		Name: name, Group: group, About: about, Choices: choices,
		get: func(s Settings) []string { return []string{get(s)} },
		set: func(s *Settings, value []string) error {
			text, err := one(value)
			if err != nil {
				return err
			}
			text = strings.ToLower(text)
			if !slices.Contains(choices, text) {
				return notOneOf(text, choices)
			}
			set(s, text)
			return nil
		},
	}
}

// notOneOf says what is possible instead of a text.
func notOneOf(text string, choices []string) error {
	if close, found := nearest(text, choices); found {
		return fmt.Errorf("%q is not one of %s: did you mean %s?", shortened(text), strings.Join(choices, ", "), close)
	}
	return fmt.Errorf("%q is not one of %s", shortened(text), strings.Join(choices, ", "))
}

// The values of a setting that is on or off.
const (
	on  = "on"
	off = "off"
)

// toggle defines a setting that is on or off.
func toggle(name, group, about string, field func(*Settings) *bool) Definition {
	return Definition{
		Name: name, Group: group, About: about, Choices: []string{on, off}, toggle: true,
		get: func(s Settings) []string {
			if *field(&s) {
				return []string{on}
			}
			return []string{off}
		},
		set: func(s *Settings, value []string) error {
			text, err := one(value)
			if err != nil {
				return err
			}
			switch strings.ToLower(text) {
			case on, "true", "yes":
				*field(s) = true
			case off, "false", "no":
				*field(s) = false
			default:
				return fmt.Errorf("%q is not one of on, off", shortened(text))
			}
			return nil
		},
	}
}

// number defines a setting that is a number.
func number(name, group, about string, in Range, get func(Settings) float64, set func(*Settings, float64)) Definition {
	return Definition{
		Name: name, Group: group, About: about, Range: &in,
		get: func(s Settings) []string { return []string{written(get(s))} },
		set: func(s *Settings, value []string) error {
			text, err := one(value)
			if err != nil {
				return err
			}
			n, err := in.parse(text)
			if err != nil {
				return err
			}
			set(s, n)
			return nil
		},
	}
}

// written writes a number as a person would, without a negative zero.
func written(n float64) string { return strconv.FormatFloat(n+0, 'f', -1, 64) }

// parse reads a number of the range. The true minus sign is as good as the one
// of the keyboard.
func (r Range) parse(text string) (float64, error) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, "−", "-"), 64)
	whole := !r.Whole || n == math.Trunc(n)
	if err != nil || !whole || !(n >= r.Least && n <= r.Most) { // so written, NaN is refused as well
		kind := "a number"
		if r.Whole {
			kind = "a whole number"
		}
		return 0, fmt.Errorf("%q is not %s of %s to %s", shortened(text), kind, written(r.Least), written(r.Most))
	}
	return n, nil
}

// stepped returns the number a few steps on, held to the range.
func (r Range) stepped(from string, steps int) string {
	n, err := r.parse(from)
	if err != nil {
		return from
	}
	return written(min(max(n+float64(steps)*r.Step, r.Least), r.Most))
}

// one returns the only text of a value.
func one(value []string) (string, error) {
	if len(value) != 1 {
		return "", fmt.Errorf("it takes one value, and %s given", counted(len(value)))
	}
	return strings.TrimSpace(value[0]), nil
}

// counted says how many were given.
func counted(n int) string {
	switch n {
	case 0:
		return "none was"
	case 1:
		return "one was"
	}
	return fmt.Sprintf("%d were", n)
}
