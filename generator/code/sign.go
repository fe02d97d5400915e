package code

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// MaxText is the longest that a code is, in characters as it is printed.
const MaxText = 60

// MaxSigns is the longest that a code is, in signs: with a dash after each ten
// they take MaxText characters.
const MaxSigns = 55

// alphabet are the signs by their values, as they are printed.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// The sizes of the groups in which a code is printed: five are read at a
// glance; a code that would be too long so is printed in tens (design choice).
const (
	groupSigns = 5
	wideSigns  = 10
)

// Errors of Parse, each wrapped with what was wrong.
var (
	ErrSign   = errors.New("is no sign of a code")
	ErrLength = errors.New("a code has")
	ErrCheck  = errors.New("this code is mistyped")
)

// groupOf returns the size of the groups of a code of so many signs.
func groupOf(signs int) int {
	if signs+(signs-1)/groupSigns <= MaxText {
		return groupSigns
	}
	return wideSigns
}

// grouped writes signs in groups.
func grouped(signs []byte) string {
	var text strings.Builder
	size := groupOf(len(signs))
	for i, sign := range signs {
		if i > 0 && i%size == 0 {
			text.WriteByte('-')
		}
		text.WriteByte(alphabet[sign])
	}
	return text.String()
}

// read returns the signs of a text. The error wraps ErrSign or ErrLength.
func read(text string) ([]byte, error) {
	var signs []byte
	count := 0
	for _, r := range text {
		if unicode.IsSpace(r) || unicode.Is(unicode.Dash, r) {
			continue
		}
		if count++; count > MaxSigns {
			return nil, fmt.Errorf("%w at most %d signs, and this has more", ErrLength, MaxSigns)
		}
		sign, known := signOf(r)
		if !known {
			return nil, fmt.Errorf("%q %w: there are digits, and letters without u", r, ErrSign)
		}
		signs = append(signs, sign)
	}
	if count <= checkSigns {
		return nil, fmt.Errorf("%w at least %d signs, and this has %d", ErrLength, checkSigns+1, count)
	}
	return signs, nil
}

// signOf returns the value of a sign, as somebody may write it.
func signOf(r rune) (sign byte, known bool) {
	if r > unicode.MaxASCII {
		return 0, false
	}
	switch r = unicode.ToLower(r); r {
	case 'o':
		r = '0'
	case 'i', 'l':
		r = '1'
	}
	at := strings.IndexRune(alphabet, r)
	return byte(max(0, at)), at >= 0
}
