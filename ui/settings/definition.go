package settings

import (
	"fmt"
	"slices"
)

// A Definition says what one setting is.
type Definition struct {
	Name    string   // "motion"
	Group   string   // "picture": the heading that it stands under
	About   string   // what it does, in a sentence
	Choices []string // what it can be; none for a text, a number or a list
	Range   *Range   // of a number; nil for what is none
	List    bool     // it takes several texts
	Parts   []string // what each text of a list of fixed length is; none for any length

	means  map[string]string // of a choice that its name does not explain
	toggle bool              // on or off: true or false in a TOML file
	get    func(Settings) []string
	set    func(*Settings, []string) error
}

// A Range is what a number can be.
type Range struct {
	Least, Most float64
	Step        float64 // that one key press goes
	Whole       bool    // it has no decimals
	Unit        string  // "dB"
}

// Get returns the value in the settings: one text, or several for a list.
func (d Definition) Get(s Settings) []string { return d.get(s) }

// Set sets the value, or says in a sentence why it cannot be and changes
// nothing. What else holds the settings is not touched.
func (d Definition) Set(s *Settings, value []string) error {
	if err := d.set(s, value); err != nil {
		return fmt.Errorf("%s: %w", d.Name, err)
	}
	return nil
}

// Told says what the setting does and what the choice means at which it stands.
func (d Definition) Told(s Settings) string {
	if meaning := d.Meaning(s); meaning != "" {
		return d.About + ". " + d.get(s)[0] + ": " + meaning
	}
	return d.About
}

// Meaning says what the choice means at which the setting stands, and nothing
// where its name does.
func (d Definition) Meaning(s Settings) string {
	if value := d.get(s); len(value) == 1 {
		return d.means[value[0]]
	}
	return ""
}

// Usual reports whether the value is the one that holds where nobody has set
// any.
func (d Definition) Usual(s Settings) bool { return slices.Equal(d.get(s), d.get(Usual())) }

// Stepped returns the value that lies a number of steps on, back for a negative
// number: among choices it goes round, a number stops at its ends. What has no
// steps stays as it is.
func (d Definition) Stepped(s Settings, steps int) []string {
	now := d.get(s)
	switch {
	case d.Range != nil:
		return []string{d.Range.stepped(now[0], steps)}
	case len(d.Choices) > 0:
		n := len(d.Choices)
		at := slices.Index(d.Choices, now[0])
		return []string{d.Choices[((at+steps)%n+n)%n]}
	}
	return now
}

// Find returns the definition of a setting. The error of a name that there is
// none of suggests one that is near.
func Find(known []Definition, name string) (Definition, error) {
	at := slices.IndexFunc(known, func(d Definition) bool { return d.Name == name })
	if at >= 0 {
		return known[at], nil
	}
	var names []string
	for _, d := range known {
		names = append(names, d.Name)
	}
	if close, found := nearest(name, names); found {
		return Definition{}, fmt.Errorf("there is no setting %q: did you mean %s?", shortened(name), close)
	}
	return Definition{}, fmt.Errorf("there is no setting %q: \"dulcet settings\" lists them", shortened(name))
}
