package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is one word, number or picture of a text.
type token struct {
	start, end int    // bytes of the text
	word       string // folded: small letters without accents and apostrophes
	after      gap    // what stands before it
	number     bool
}

// A gap is what stands between two tokens.
type gap uint8

// The gaps, from the closest.
const (
	joined  gap = iota // a space, a hyphen or nothing
	slashed            // a slash
	listed             // a comma
	parted             // the end of a sentence, a line, a bracket
)

// tokenise splits a text. foreign is the number of letters that are not Latin.
func tokenise(text string) (tokens []token, foreign int) {
	next := parted
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '\x1b':
			next, at = max(next, listed), escapeEnd(text, at)
		case faceAt(text[at:]) != nil:
			face := faceAt(text[at:])
			tokens = append(tokens, token{at, at + len(face[0]), face[1], next, false})
			next, at = joined, at+len(face[0])
		case r == '½':
			tokens = append(tokens, token{at, at + size, "½", next, true})
			next, at = joined, at+size
		case isDigit(r):
			end := numberEnd(text, at)
			word := strings.Replace(text[at:end], ",", ".", 1)
			tokens = append(tokens, token{at, end, word, next, true})
			next, at = joined, end
		case unicode.Is(unicode.Latin, r):
			end := wordEnd(text, at)
			tokens = append(tokens, token{at, end, fold(text[at:end]), next, false})
			next, at = joined, end
		case unicode.IsLetter(r):
			foreign++
			next, at = max(next, joined), at+size
		case unicode.Is(unicode.So, r) || r >= 0x1F300 && r <= 0x1FAFF:
			tokens = append(tokens, token{at, at + size, string(r), next, false})
			next, at = joined, at+size
		default:
			next, at = max(next, gapOf(r)), at+size
		}
	}
	return tokens, foreign
}

// faces are the faces that people type, and the pictures that they are.
var faces = [...][2]string{
	{":-)", "🙂"}, {":)", "🙂"}, {"=)", "🙂"}, {":-(", "🙁"}, {":(", "🙁"}, {"=(", "🙁"}, {":'(", "😢"}, {":D", "😀"}, {":-D", "😀"},
}

// faceAt returns the face that a text begins with, or nil.
func faceAt(text string) *[2]string {
	if text[0] != ':' && text[0] != '=' {
		return nil
	}
	for i := range faces {
		if strings.HasPrefix(text, faces[i][0]) {
			return &faces[i]
		}
	}
	return nil
}

// escapeEnd returns where the control sequence of a terminal ends (ECMA-48),
// whose letters and digits are no words.
func escapeEnd(text string, at int) int {
	at++
	if at >= len(text) || text[at] != '[' {
		return at
	}
	for at++; at < len(text) && text[at] >= ' ' && text[at] < '@'; at++ {
	}
	if at < len(text) && text[at] <= '~' {
		at++
	}
	return at
}

// gapOf returns how far a character sets the words around it apart.
func gapOf(r rune) gap {
	switch r {
	case '/':
		return slashed
	case ',', '&', '+':
		return listed
	case '.', ';', ':', '!', '?', '\n', '\r', '(', ')', '–', '—', '…', '\u2028', '\u2029':
		return parted
	}
	return joined
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// numberEnd returns where the number ends that begins at a byte. One point or
// comma belongs to it if digits follow.
func numberEnd(text string, at int) int {
	point := false
	for at < len(text) {
		switch c := text[at]; {
		case isDigit(rune(c)):
		case (c == '.' || c == ',') && !point && at+1 < len(text) && isDigit(rune(text[at+1])):
			point = true
		default:
			return at
		}
		at++
	}
	return at
}

// wordEnd returns where the word ends that begins at a byte. An apostrophe
// belongs to it if a letter follows.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isApostrophe(r) {
			after, _ := utf8.DecodeRuneInString(text[at+size:])
			if !unicode.Is(unicode.Latin, after) {
				return at
			}
		} else if !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Mn, r) {
			return at
		}
		at += size
	}
	return at
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´'
}

// accents are the Latin letters with marks that English texts have, and what
// they are without.
var accents = strings.NewReplacer(
	"à", "a", "á", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "è", "e", "é", "e", "ê", "e", "ë", "e",
	"ì", "i", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ò", "o", "ó", "o", "ô", "o", "ö", "o", "õ", "o",
	"ù", "u", "ú", "u", "û", "u", "ü", "u", "æ", "ae", "œ", "oe", "ß", "ss",
)

// fold makes forms of a word that mean the same equal: small letters, no
// accents, no apostrophes.
func fold(word string) string {
	return accents.Replace(strings.ToLower(strings.Map(func(r rune) rune {
		if isApostrophe(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)))
}

// plainText makes a piece of a text harmless to show: one line, without control
// and formatting characters.
func plainText(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r) || r == utf8.RuneError:
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}
