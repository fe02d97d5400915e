package code

import "fmt"

// A MistakeError says where a code is probably wrong. It is an ErrCheck.
type MistakeError struct {
	Group     string // as the code would be printed, in which the mistake lies or begins
	Got, Want string // one sign, or two that were swapped
}

// Error says it in a sentence.
func (e *MistakeError) Error() string {
	if len(e.Got) > 1 {
		return fmt.Sprintf("%v: in %q the %q and the %q are probably swapped", ErrCheck, e.Group, e.Got[:1], e.Got[1:])
	}
	return fmt.Sprintf("%v: in %q the %q is probably a %q", ErrCheck, e.Group, e.Got, e.Want)
}

// Unwrap returns ErrCheck.
func (e *MistakeError) Unwrap() error { return ErrCheck }

// find returns where signs whose remainder is not nothing are probably wrong:
// one sign, two neighbours that were swapped, or else only that they are.
func find(signs []byte) error {
	wrong := remainderOf(signs)
	for at := range signs {
		for change := byte(1); change < 32; change++ {
			if effect(change, len(signs)-1-at) == wrong {
				return mistake(signs, at, signs[at]^change)
			}
		}
	}
	for at := range len(signs) - 1 {
		change := signs[at] ^ signs[at+1]
		first, second := effect(change, len(signs)-1-at), effect(change, len(signs)-2-at)
		for i := range first {
			first[i] ^= second[i]
		}
		if change != 0 && first == wrong {
			return mistake(signs, at, signs[at+1], signs[at])
		}
	}
	return ErrCheck
}

// mistake tells a mistake of the sign at a place, and what it should be.
func mistake(signs []byte, at int, want ...byte) error {
	size := groupOf(len(signs))
	first := at / size * size
	last := min(first+max(size, at+len(want)-first), len(signs))
	return &MistakeError{
		Group: letters(signs[first:last]),
		Got:   letters(signs[at : at+len(want)]),
		Want:  letters(want),
	}
}

// letters writes signs without groups.
func letters(signs []byte) string {
	text := make([]byte, len(signs))
	for i, sign := range signs {
		text[i] = alphabet[sign]
	}
	return string(text)
}
