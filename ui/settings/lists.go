package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair defines a setting of two texts that differ: the ends of a question.
func pair(name, group, about string, field func(*Settings) *[2]string) Definition {
	return Definition{
		Name: name, Group: group, About: about, List: true, Parts: []string{"left end", "right end"},
		get: func(s Settings) []string { ends := *field(&s); return ends[:] },
		set: func(s *Settings, value []string) error {
			if len(value) != 2 {
				return fmt.Errorf("it takes two texts, one for each end, and %s given", counted(len(value)))
			}
			var ends [2]string
			for i, text := range value {
				end, err := cleaned(text, maxEnd)
				if err != nil {
					return err
				}
				ends[i] = end
			}
			switch {
			case ends[0] == "" || ends[1] == "":
				return errors.New("an end without a word leaves nothing to choose: give both")
			case ends[0] == ends[1]:
				return fmt.Errorf("both ends are %q: they have to differ", ends[0])
			}
			*field(s) = ends
			return nil
		},
	}
}

// The most that texts hold (design choices): an end of a scale fits a window of
// forty columns beside the other one, and the help panel stays a panel.
const (
	maxEnd       = 16  // characters
	maxParagraph = 500 // characters
	maxLines     = 20  // paragraphs of the help panel
	maxKeys      = 8   // keys of one action
	maxKeyName   = 30  // bytes
)

// lines defines a setting of any number of texts.
func lines(name, group, about string, field func(*Settings) *[]string) Definition {
	return Definition{
		Name: name, Group: group, About: about, List: true,
		get: func(s Settings) []string { return slices.Clone(*field(&s)) },
		set: func(s *Settings, value []string) error {
			if len(value) > maxLines {
				return fmt.Errorf("there is room for %d texts, and %s given", maxLines, counted(len(value)))
			}
			var kept []string
			for _, text := range value {
				text, err := cleaned(text, maxParagraph)
				if err != nil {
					return err
				}
				if text != "" {
					kept = append(kept, text)
				}
			}
			*field(s) = kept
			return nil
		},
	}
}

// keysOf defines the keys of an action. Which of them are in each other's way
// is for the key map to say.
func keysOf(action Action) Definition {
	return Definition{
		Name: KeyPrefix + action.Name, Group: "keys", About: action.About, List: true,
		get: func(s Settings) []string {
			if own, given := s.Keys[action.Name]; given {
				return slices.Clone(own)
			}
			return slices.Clone(action.Keys)
		},
		set: func(s *Settings, value []string) error {
			if len(value) == 0 {
				return errors.New("an action needs a key: give at least one")
			}
			if len(value) > maxKeys {
				return fmt.Errorf("there is room for %d keys, and %s given", maxKeys, counted(len(value)))
			}
			var keys []string
			for _, name := range value {
				if !isKeyName(name) {
					return fmt.Errorf("%q is not the name of a key, such as p, space, ctrl+u or shift+left", shortened(name))
				}
				if !slices.Contains(keys, name) {
					keys = append(keys, name)
				}
			}
			own := maps.Clone(s.Keys)
			if own == nil {
				own = map[string][]string{}
			}
			own[action.Name] = keys
			if slices.Equal(keys, action.Keys) {
				delete(own, action.Name)
			}
			s.Keys = own
			return nil
		},
	}
}

// isKeyName reports whether a text can name a key: some printed characters and
// no space.
func isKeyName(name string) bool {
	return name != "" && len(name) <= maxKeyName && utf8.ValidString(name) &&
		!strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) || unicode.IsSpace(r) })
}

// cleaned takes the space around a text away and refuses what cannot be shown
// or has no room. Drawing makes harmless whatever else is in it.
func cleaned(text string, most int) (string, error) {
	text = strings.TrimSpace(text)
	switch {
	case !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl):
		return "", errors.New("a text holds no control characters and no line ends")
	case utf8.RuneCountInString(text) > most:
		return "", fmt.Errorf("%q is longer than the %d characters that there is room for", shortened(text), most)
	}
	return text, nil
}
