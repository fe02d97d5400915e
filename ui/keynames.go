package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"

	"dulcet/ui/widget"
)

// namedKeys are the keys that have a name instead of a letter.
var namedKeys = []string{
	"space", "up", "down", "left", "right", "backspace", "delete", "insert", "pgup", "pgdown", "home", "end",
	"enter", "esc", "tab",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
}

// keySigns are how keys are shown that have a sign.
var keySigns = strings.NewReplacer("left", "←", "right", "→", "up", "↑", "down", "↓")

// cleanKey returns the name of a key as Bubble Tea says it, or says why the text
// names none that can be used.
func cleanKey(text string) (string, error) {
	name := strings.TrimSpace(text)
	if name == "" && text != "" {
		return "space", nil
	}
	if utf8.RuneCountInString(name) == 1 {
		if r, _ := utf8.DecodeRuneInString(name); !unicode.IsGraphic(r) || widget.Width(name) == 0 {
			return "", fmt.Errorf("%q is not a key", text)
		}
		return name, nil
	}
	name = strings.ToLower(name)
	bare := strings.TrimPrefix(strings.TrimPrefix(name, "ctrl+"), "shift+")
	switch {
	case strings.HasPrefix(name, "alt+"):
		return "", fmt.Errorf("%s cannot be told from esc and %s", name, strings.TrimPrefix(name, "alt+"))
	case slices.Contains([]string{"ctrl+i", "ctrl+m", "ctrl+[", "ctrl+j", "ctrl+h"}, name):
		return "", fmt.Errorf("%s cannot be told from another key in most terminals", name)
	case slices.Contains(namedKeys, bare):
		return name, nil
	case len(bare) == 1 && bare[0] > ' ' && bare[0] < unicode.MaxASCII && strings.HasPrefix(name, "ctrl+") && !strings.Contains(name, "shift+"):
		return name, nil
	case utf8.RuneCountInString(bare) == 1 && strings.HasPrefix(name, "shift+"):
		return strings.ToUpper(bare), nil
	}
	return "", fmt.Errorf("%q is not a key; keys are called m, M, space, ctrl+u, shift+left, pgup", text)
}

// keyLabel is how a key is shown.
func keyLabel(name string) string {
	prefix, bare := "", name
	if at := strings.LastIndex(name, "+"); at > 0 && at < len(name)-1 {
		prefix, bare = name[:at+1], name[at+1:]
	}
	if slices.Contains([]string{"left", "right", "up", "down"}, bare) {
		bare = keySigns.Replace(bare)
	}
	return prefix + bare
}

// firstLabel is how the first of some keys is shown.
func firstLabel(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return keyLabel(keys[0])
}

// pairLabel is how two opposite keys are shown: the first of each.
func pairLabel(first, second []string) string {
	a, b := firstLabel(first), firstLabel(second)
	if at := strings.LastIndex(a, "+"); at > 0 && at < len(a)-1 && strings.HasPrefix(b, a[:at+1]) {
		b = b[at+1:]
	}
	return a + "/" + b
}

// labelRoom is the width of keys in the list of all keys, in cells.
const labelRoom = 12

// unshifted are keys that stand for another one where shift is spared; they are
// not shown beside it.
var unshifted = map[string]string{"=": "+", "_": "-"}

// everyLabel shows all keys of an action, or pairs of those of two, as many as
// there is room for.
func everyLabel(halves ...key.Binding) string {
	label := ""
	for i := range halves[0].Keys() {
		var shown string
		for at, half := range halves {
			keys := half.Keys()
			if i >= len(keys) || slices.Contains(keys, unshifted[keys[i]]) {
				continue
			}
			if at > 0 && shown != "" {
				shown = pairLabel(halves[0].Keys()[i:], keys[i:])
			} else {
				shown = keyLabel(keys[i])
			}
		}
		switch {
		case shown == "":
		case label == "":
			label = shown
		case widget.Width(label)+2+widget.Width(shown) < labelRoom:
			label += ", " + shown
		}
	}
	return label
}
