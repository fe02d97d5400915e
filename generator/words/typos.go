package words

import "strings"

// shortestTypo is the shortest word that is put right: shorter ones have too
// many neighbours (design choice).
const shortestTypo = 5

// correct puts right the words that nothing knows and that are one typing error
// away from a word of the lexicon.
func (l *lexicon) correct(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if t.number || l.known[t.word] {
			continue
		}
		if short := l.shortened(t.word); short != "" {
			t.word = short
		} else if right := l.right(t.word); right != "" {
			t.word = right
		}
	}
}

// shortened takes the drawing out of a word, "sooo tireddd", or returns nothing.
func (l *lexicon) shortened(word string) string {
	for most := 2; most >= 1; most-- {
		var b strings.Builder
		run := 0
		for i := range len(word) {
			if run++; i > 0 && word[i] != word[i-1] {
				run = 1
			}
			if run <= most || !drawn(word, i) {
				b.WriteByte(word[i])
			}
		}
		if short := b.String(); short != word && l.known[short] {
			return short
		}
	}
	return ""
}

// drawn reports whether a letter stands in a run of three or more.
func drawn(word string, at int) bool {
	from, to := at, at
	for from > 0 && word[from-1] == word[at] {
		from--
	}
	for to+1 < len(word) && word[to+1] == word[at] {
		to++
	}
	return to-from >= 2
}

// right returns the word of the lexicon that is one error away: a letter left
// out, put in, changed, or swapped with the next (Damerau 1964). The first
// letter is taken to be right, or swapped with the second, since few errors are
// there (Kukich 1992). Of several words a left-out letter goes before a swap,
// a swap before a change and a change before an extra letter; two of the same
// kind are no word.
func (l *lexicon) right(word string) string {
	if len(word) < shortestTypo {
		return ""
	}
	search := func(first byte, length int, error func(typed, meant string) bool) (found string, several bool) {
		for _, candidate := range l.alike[shape{first, length}] {
			if error(word, candidate) {
				if found != "" {
					return "", true
				}
				found = candidate
			}
		}
		return found, false
	}
	for _, try := range [...]struct {
		first  byte
		length int
		error  func(typed, meant string) bool
	}{
		{word[0], len(word) + 1, func(typed, meant string) bool { return lacksOne(typed, meant) }},
		{word[0], len(word), swapped},
		{word[1], len(word), swapped},
		{word[0], len(word), changed},
		{word[0], len(word) - 1, func(typed, meant string) bool { return lacksOne(meant, typed) }},
	} {
		found, several := search(try.first, try.length, try.error)
		if found != "" || several {
			return found
		}
	}
	return ""
}

// lacksOne reports whether a is b without one letter.
func lacksOne(a, b string) bool {
	i := sharedStart(a, b)
	return len(a)+1 == len(b) && a[i:] == b[i+1:]
}

// swapped reports whether a is b with two neighbouring letters swapped.
func swapped(a, b string) bool {
	i := sharedStart(a, b)
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// changed reports whether a is b with another letter in one place.
func changed(a, b string) bool {
	i := sharedStart(a, b)
	return i < len(a) && a[i+1:] == b[i+1:]
}

// sharedStart returns how many bytes a and b begin with alike.
func sharedStart(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}
