package settings

import "fmt"

// A Definition says what one setting is.
type Definition struct {
	Name    string   // "motion"
	Group   string   // "picture": the heading that it stands under
	About   string   // what it does, in a sentence
	Choices []string // what it can be; none for a text, a number or a list
	List    bool     // it takes several texts

	get func(Settings) []string
	set func(*Settings, []string) error
}

// Get returns the value in the settings.
func (d Definition) Get(s Settings) []string { return d.get(s) }

// Set sets the value, or says in a sentence why it cannot be.
func (d Definition) Set(s *Settings, value []string) error {
	if err := d.set(s, value); err != nil {
		return fmt.Errorf("%s: %w", d.Name, err)
	}
	return nil
}
