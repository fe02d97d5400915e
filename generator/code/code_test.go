package code

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// random returns a right code of so many signs, check sum included.
func random(dice *rand.Rand, count int) []byte {
	signs := make([]byte, count-checkSigns)
	for i := range signs {
		signs[i] = byte(dice.IntN(32))
	}
	return checked(signs)
}

const someSeed = 20261122

// Every codeword of a linear code that is not zero has as many signs that are
// not zero as its distance at least. Those of three are all tried: three
// columns of the check would have to be dependent.
func TestCheck_notices_any_three_wrong_signs(t *testing.T) {
	scaled := func(r remainder, by byte) remainder {
		for i := range r {
			r[i] = times[r[i]][by]
		}
		return r
	}
	places := map[remainder]int{} // of every change of one sign
	for place := range MaxSigns {
		for change := byte(1); change < 32; change++ {
			effect := effect(change, place)
			if effect == (remainder{}) {
				t.Fatalf("a change of sign %d goes unnoticed", place)
			}
			if other, taken := places[effect]; taken {
				t.Fatalf("changes of signs %d and %d look the same", place, other)
			}
			places[effect] = place
		}
	}
	for one := range MaxSigns {
		for other := range one {
			for change := byte(1); change < 32; change++ {
				// The change of the one is 1: any other is a multiple of this.
				both := effect(1, one)
				for i, e := range scaled(effect(1, other), change) {
					both[i] ^= e
				}
				if third, found := places[both]; found {
					t.Fatalf("changes of signs %d, %d and %d make up for each other", one, other, third)
				}
			}
		}
	}
}

func TestCheck_field_has_inverses(t *testing.T) {
	for a := byte(1); a < 32; a++ {
		seen := map[byte]bool{}
		for b := range byte(32) {
			seen[times[a][b]] = true
			if times[a][b] != times[b][a] {
				t.Fatalf("%d times %d depends on the order", a, b)
			}
		}
		if len(seen) != 32 || times[a][1] != a {
			t.Fatalf("%d is no element of a field", a)
		}
	}
}

// What a person does wrong: one sign, two neighbours swapped, a sign lost or
// doubled, two groups swapped, the code cut off.
func TestParse_refuses_every_single_mistake_and_finds_it(t *testing.T) {
	dice := rand.New(rand.NewPCG(someSeed, 1))
	for _, count := range []int{checkSigns + 1, 10, 23, 24, 50, 51, MaxSigns} {
		right := random(dice, count)
		if _, err := Parse(grouped(right)); err != nil {
			t.Fatalf("seed %d: %s: %v", someSeed, grouped(right), err)
		}
		for at := range right {
			for wrong := range byte(32) {
				if wrong == right[at] {
					continue
				}
				typed := slices.Clone(right)
				typed[at] = wrong
				var found *MistakeError
				_, err := Parse(grouped(typed))
				if !errors.Is(err, ErrCheck) || !errors.As(err, &found) {
					t.Fatalf("seed %d: %s for %s: %v", someSeed, grouped(typed), grouped(right), err)
				}
				if found.Got != letters(typed[at:at+1]) || found.Want != letters(right[at:at+1]) || !strings.Contains(grouped(typed), found.Group) {
					t.Fatalf("seed %d: %s for %s, and the mistake is said to be %+v", someSeed, grouped(typed), grouped(right), *found)
				}
			}
		}
		for at := range count - 1 {
			if right[at] == right[at+1] {
				continue
			}
			typed := slices.Clone(right)
			typed[at], typed[at+1] = typed[at+1], typed[at]
			var found *MistakeError
			if _, err := Parse(grouped(typed)); !errors.As(err, &found) || found.Want != letters(right[at:at+2]) {
				t.Fatalf("seed %d: %s for %s: %v", someSeed, grouped(typed), grouped(right), err)
			}
		}
	}
}

func TestParse_refuses_signs_that_are_lost_doubled_or_cut_off(t *testing.T) {
	dice := rand.New(rand.NewPCG(someSeed, 2))
	refused := func(right, typed []byte) {
		t.Helper()
		if slices.Equal(right, typed) {
			return
		}
		if _, err := Parse(grouped(typed)); err == nil {
			t.Errorf("seed %d: %s is taken for %s", someSeed, grouped(typed), grouped(right))
		}
	}
	zeros := checked(make([]byte, 20))
	for range 50 {
		for _, right := range [][]byte{random(dice, checkSigns+1+dice.IntN(MaxSigns-checkSigns)), zeros} {
			for at := range right {
				refused(right, slices.Delete(slices.Clone(right), at, at+1))
				refused(right, slices.Insert(slices.Clone(right), at, right[at]))
				refused(right, right[:at])
			}
			if len(right) > 2*groupSigns {
				refused(right, slices.Concat(right[groupSigns:2*groupSigns], right[:groupSigns], right[2*groupSigns:]))
			}
		}
	}
}

// Anything at all is taken for a code once in a million times.
func TestParse_takes_hardly_anything_by_chance(t *testing.T) {
	dice := rand.New(rand.NewPCG(someSeed, 3))
	taken := 0
	const tries = 200_000
	signs := make([]byte, 25)
	for range tries {
		for i := range signs {
			signs[i] = byte(dice.IntN(32))
		}
		if remainderOf(signs) == (remainder{}) {
			taken++
		}
	}
	if taken > 3 {
		t.Errorf("seed %d: %d of %d texts were taken for codes", someSeed, taken, tries)
	}
}

func TestParse_reads_what_people_write(t *testing.T) {
	var w Writer
	w.Put(0b00001_00000_10001, 1<<15) // the signs h, 0 and 1
	text, err := w.Text()
	if err != nil || !strings.HasPrefix(text, "h01") {
		t.Fatalf("%q, %v", text, err)
	}
	for _, written := range []string{
		text,
		strings.ToUpper(text),
		strings.ReplaceAll(text, "-", ""),
		" " + strings.Join(strings.Split(text, ""), " ") + "\n",
		strings.ReplaceAll(text, "-", "–"),
		strings.ReplaceAll(text, "h01", "hOl"),
		strings.ReplaceAll(text, "h01", "Hoi"),
	} {
		r, err := Parse(written)
		if err != nil {
			t.Errorf("%q: %v", written, err)
			continue
		}
		if got := r.Take(1 << 15); got != 0b00001_00000_10001 || r.More() {
			t.Errorf("%q has %b, and more: %v", written, got, r.More())
		}
	}
}

func TestParse_says_what_is_wrong(t *testing.T) {
	for text, want := range map[string]error{
		"":                         ErrLength,
		" - ":                      ErrLength,
		"abcd":                     ErrLength,
		strings.Repeat("a", 56):    ErrLength,
		strings.Repeat("é", 10000): ErrSign,
		"abcdu":                    ErrSign,
		"abc.e":                    ErrSign,
		"\x1b[31m":                 ErrSign,
		"\xff\xfe\xfd":             ErrSign,
		"00000":                    ErrCheck,
	} {
		_, err := Parse(text)
		if !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
		if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' }) {
			t.Errorf("%q: the error holds what was typed as it was: %q", text, err)
		}
	}
}

func TestGrouped_has_at_most_sixty_characters_in_groups(t *testing.T) {
	for count := 1; count <= MaxSigns; count++ {
		text := grouped(make([]byte, count))
		if len(text) > MaxText || strings.HasSuffix(text, "-") {
			t.Errorf("%d signs are %d characters: %s", count, len(text), text)
		}
		if groups := strings.Split(text, "-"); count <= 50 && len(groups[0]) != min(count, groupSigns) {
			t.Errorf("%d signs are printed in groups of %d", count, len(groups[0]))
		}
	}
}

func TestWriter_numbers_come_back_in_order(t *testing.T) {
	dice := rand.New(rand.NewPCG(someSeed, 4))
	for range 500 {
		var w Writer
		type put struct{ number, radix uint64 }
		var all []put
		for range dice.IntN(12) {
			p := put{radix: 1 + dice.Uint64N(1<<dice.UintN(21))}
			p.number = dice.Uint64N(p.radix)
			all = append(all, p)
			w.Put(p.number, p.radix)
		}
		text, err := w.Text()
		if err != nil {
			t.Fatalf("seed %d: %v: %v", someSeed, all, err)
		}
		r, err := Parse(text)
		if err != nil {
			t.Fatalf("seed %d: %s: %v", someSeed, text, err)
		}
		for i, p := range all {
			if got := r.Take(p.radix); got != p.number {
				t.Fatalf("seed %d: number %d of %v came back as %d", someSeed, i, all, got)
			}
		}
		if r.More() {
			t.Fatalf("seed %d: %s holds more than was put in", someSeed, text)
		}
	}
}

func TestWriter_refuses_what_does_not_fit(t *testing.T) {
	var w Writer
	for range 51 {
		w.Put(31, 32)
	}
	if text, err := w.Text(); err != nil || len(text) != MaxText {
		t.Errorf("51 signs: %q, %v", text, err)
	}
	w.Put(0, 1<<40)
	if _, err := w.Text(); err != nil {
		t.Errorf("zeros at the end cost nothing: %v", err)
	}
	w.Put(1, 2)
	if _, err := w.Text(); !errors.Is(err, ErrLength) {
		t.Errorf("too much is written down: %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a number beyond its radix is written down")
		}
	}()
	w.Put(3, 3)
}

func FuzzParse_never_panics(f *testing.F) {
	f.Add("h01")
	f.Add("00000-00000")
	f.Fuzz(func(_ *testing.T, text string) {
		if r, err := Parse(text); err == nil {
			r.Take(7)
		}
	})
}
