package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A conflict is why keys of a person's own cannot be had.
type conflict struct {
	action string   // whose keys they would be
	keys   []string // that were asked for
	other  string   // the action that has one of them already, or ""
	key    string   // that one
	text   string   // a sentence for the person
}

// String says it with the name of the setting.
func (c conflict) String() string { return "keys." + c.action + ": " + c.text }

// newKeyMap returns the bindings with a person's own keys, by the name of the
// action, in the place of the usual ones. Keys that cannot be had are told of
// and left out, so that the usual ones hold for their actions.
func newKeyMap(own map[string][]string) (*keyMap, []conflict) {
	asked := make(map[string][]string, len(own))
	var refused []conflict
	for _, name := range slices.Sorted(maps.Keys(own)) {
		keys, problem := checkKeys(name, own[name])
		if problem != "" {
			refused = append(refused, conflict{action: name, keys: own[name], text: problem})
			continue
		}
		asked[name] = keys
	}
	for {
		keys := keysWith(asked)
		found, any := firstConflict(keys, asked)
		if !any {
			return keys, refused
		}
		refused = append(refused, found)
		delete(asked, found.action)
	}
}

// checkKeys returns the keys of an action as Bubble Tea calls them, or says what
// is wrong with them by themselves.
func checkKeys(name string, texts []string) (keys []string, problem string) {
	a, known := actionNamed(name)
	if !known {
		return nil, "there is no such action" + meant(name)
	}
	for _, text := range texts {
		cleaned, err := cleanKey(text)
		if err != nil {
			return nil, err.Error()
		}
		if slices.Contains(everywhere, cleaned) && cleaned != a.stays {
			return nil, cleaned + " means the same everywhere and stays as it is"
		}
		if !slices.Contains(keys, cleaned) {
			keys = append(keys, cleaned)
		}
	}
	if len(keys) == 0 {
		return nil, "it needs a key"
	}
	if a.stays != "" && !slices.Contains(keys, a.stays) {
		keys = append(keys, a.stays) // so that a list can always be walked
	}
	return keys, ""
}

// meant suggests an action whose name begins like one that there is not.
func meant(name string) string {
	for length := len(name); length > 1; length-- {
		for _, a := range actions {
			if strings.HasPrefix(a.name, name[:length]) {
				return "; perhaps " + a.name + " is meant"
			}
		}
	}
	return ""
}

// keysWith returns the usual bindings with the keys of some actions replaced.
func keysWith(own map[string][]string) *keyMap {
	keys := plainKeys()
	for _, a := range actions {
		changed, any := own[a.name]
		if !any {
			continue
		}
		binding := a.of(keys)
		binding.SetKeys(changed...)
		if shown := binding.Help(); shown.Key != "" {
			binding.SetHelp(firstLabel(changed), shown.Desc)
		}
	}
	keys.compose()
	return keys
}

// firstConflict finds the first of a person's own keys that something else of
// the same place has. Of two that are both the person's own, the later action in
// the list gives way.
func firstConflict(keys *keyMap, own map[string][]string) (conflict, bool) {
	for i := len(actions) - 1; i >= 0; i-- {
		a := actions[i]
		if _, changed := own[a.name]; !changed {
			continue
		}
		if found, any := conflictOf(a, keys); any {
			found.keys = own[a.name]
			return found, true
		}
	}
	return conflict{}, false
}

// conflictOf finds what else has a key of an action in one of its places.
func conflictOf(a action, keys *keyMap) (conflict, bool) {
	for _, name := range a.of(keys).Keys() {
		if name == a.stays {
			continue
		}
		for _, fixed := range fixedKeys {
			if fixed.at&a.at != 0 && slices.Contains(fixed.keys, name) {
				text := fmt.Sprintf("%s is taken there (%s)", keyLabel(name), (fixed.at & a.at).first())
				return conflict{action: a.name, key: name, text: text}, true
			}
		}
		for _, other := range actions {
			if other.name == a.name || other.at&a.at == 0 || !slices.Contains(other.of(keys).Keys(), name) {
				continue
			}
			text := fmt.Sprintf("%s is taken: %s (%s)", keyLabel(name), other.does, (other.at & a.at).first())
			return conflict{action: a.name, key: name, other: other.name, text: text}, true
		}
	}
	return conflict{}, false
}
