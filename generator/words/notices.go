package words

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// readablePart returns the part of a text that is read, and a sentence where
// that is not all of it.
func readablePart(text string) (part, notice string) {
	characters, control := 0, false
	for at, r := range text {
		if characters++; characters > maxRead {
			return text[:at], fmt.Sprintf("this is long: the first %s characters were read.", thousands(maxRead))
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) && !unicode.IsSpace(r) {
			control = true
		}
	}
	if control {
		notice = "some of this is not text that can be read, and was left out."
	}
	return text, notice
}

// thousands writes a number with a comma for its thousands.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// emptiness says in a sentence why nothing, or not all, could be read into a
// text, or nothing where there is nothing to say.
func emptiness(text string, tokens, foreign, finds int, clock, crisis bool) string {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	switch {
	case crisis:
		return ""
	case tokens == 0 && foreign == 0:
		return "there is nothing to read here."
	case 2*foreign > letters:
		return "only English is understood so far, and this is written in other letters."
	case clock:
		return "a time of day is not understood here: say for how long."
	case finds == 0:
		return "no mood, goal, time or sound was found in this."
	case foreign > 0:
		return "what is written in other letters was left out."
	}
	return ""
}
