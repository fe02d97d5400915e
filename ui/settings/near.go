package settings

import "strings"

// nearest returns the name that a mistyped one was probably meant to be: the
// one that the fewest changed letters lead to, if that are at most a third of
// them, or the only one that begins or ends so.
func nearest(typed string, names []string) (string, bool) {
	typed = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(typed, "_", "-")))
	if len(typed) < 2 || len(typed) > maxName {
		return "", false
	}
	best, least := "", len(typed)/3+1
	for _, name := range names {
		if d := distance(typed, name); d < least {
			best, least = name, d
		}
	}
	if best != "" {
		return best, true
	}
	var parts []string
	for _, name := range names {
		if strings.HasPrefix(name, typed) || strings.HasSuffix(name, "."+typed) || strings.HasSuffix(name, "-"+typed) {
			parts = append(parts, name)
		}
	}
	if len(parts) != 1 {
		return "", false
	}
	return parts[0], true
}

// maxName is the length in bytes of the longest name that something near is
// looked for.
const maxName = 60

// distance counts the letters to be changed, left out, put in, or swapped with
// their neighbour until one text is the other (Damerau and Levenshtein, each
// place changed once).
func distance(a, b string) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// shortened cuts what is told of a text that may be of any length.
func shortened(text string) string {
	const most = 40
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return string(letters[:most-1]) + "…"
}
