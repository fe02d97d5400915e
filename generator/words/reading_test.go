package words

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dulcet/generator/score"
	"dulcet/journal"
)

// faultOf holds a reading against what is true of every reading.
func faultOf(r Reading, text string) error {
	for _, c := range r.Chips {
		if c.Start < 0 || c.End > len(text) || c.Start >= c.End {
			return fmt.Errorf("the chip %+v lies outside of the text of %d bytes", c, len(text))
		}
		if c.Label == "" || c.Text == "" {
			return fmt.Errorf("the chip %+v shows nothing", c)
		}
	}
	shown := slices.Concat(r.Unused, r.Notes, r.Feelings)
	for _, c := range r.Chips {
		shown = append(shown, c.Text, c.Label)
	}
	for _, line := range shown {
		if !utf8.ValidString(line) || strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
			return fmt.Errorf("%q is not safe to show", line)
		}
	}
	for _, rating := range []journal.Rating{r.Mood.Valence, r.Mood.Energy, r.Mood.Tension} {
		if v, given := rating.Value(); given && !(v >= -1 && v <= 1) {
			return fmt.Errorf("the mood %+v is none", r.Mood)
		}
	}
	for dial, v := range r.Dials {
		if !(v >= -1 && v <= 1) {
			return fmt.Errorf("%s stands at %g", journal.Dial(dial), v)
		}
	}
	if r.Minutes != 0 && !(r.Minutes >= minMinutes && r.Minutes <= maxMinutes) {
		return fmt.Errorf("%g minutes", r.Minutes)
	}
	if r.Goal != "" && !slices.Contains(journal.Goals(), r.Goal) {
		return fmt.Errorf("the goal %q", r.Goal)
	}
	for _, part := range r.Wanted {
		if part >= score.PartCount || slices.Contains(r.Refused, part) {
			return fmt.Errorf("%s is wanted, and %v refused", part, r.Refused)
		}
	}
	if r.Empty() && len(r.Notes) == 0 && !r.Mood.Empty() {
		return fmt.Errorf("an empty reading has the mood %+v", r.Mood)
	}
	return nil
}

func FuzzRead(f *testing.F) {
	for _, s := range sentences(f) {
		f.Add(s.text)
	}
	for _, text := range []string{
		"", " ", "\x00\x1b[31mtired\x1b[0m", "\xff\xfe rain", "rain\u202epiano", "½", "1/2", "9999999999999999999999 hours", "20", "for",
		"not", "no no no", "a", "very", "don't", "''''", "’s", "5-5-5-5-5", "//////", "25/5/5", "every 5 minutes", "10/10/10", "e\u0301nergie",
		"no drums or", "but", "to feel", strings.Repeat("not very ", 50), "٢٠ minutes", "…", "rain\nrain\rrain", "1h 1h 1h", "\u2028calm",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reading := Read(text)
		if err := faultOf(reading, text); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		for i := range reading.Chips {
			if err := faultOf(reading.Without(i), text); err != nil {
				t.Fatalf("%q without chip %d: %v", text, i, err)
			}
		}
	})
}

// TestRead_isSoundForWordsInAnyOrder reads the lexicon's own words, and what
// turns them around, thrown together.
func TestRead_isSoundForWordsInAnyOrder(t *testing.T) {
	var pool []string
	for _, entries := range theLexicon().entries {
		for _, e := range entries {
			pool = append(pool, e.name)
		}
	}
	slices.Sort(pool)
	pool = append(pool, "20", "minutes", "half an hour", "/", ",", ".", "or", "and", "but", "not", "no", "something", "music", "more", "less", "to feel", "\x07", "ж", "10/10")
	rounds := 2000
	if testing.Short() {
		rounds = 200
	}
	for seed := range uint64(rounds) {
		random := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pool[random.IntN(len(pool))])
			b.WriteByte(' ')
		}
		text := b.String()
		reading := Read(text)
		if err := faultOf(reading, text); err != nil {
			t.Fatalf("seed %d: %q: %v", seed, text, err)
		}
		if again := Read(text); described(again) != described(reading) {
			t.Fatalf("seed %d: %q is read as\n%s and as\n%s", seed, text, described(reading), described(again))
		}
	}
}

func TestRead_saysInOneLineWhatItCannotRead(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "there is nothing to read"},
		{"blank", " \t\n ", "there is nothing to read"},
		{"only control characters", "\x00\x01\x1b", "not text"},
		{"control characters among words", "tired\x07 and tense", "was left out"},
		{"the colours of a terminal", "\x1b[1;31mtired\x1b[0m and tense", "was left out"},
		{"bytes that are no text", "tired \xff\xfe", "was left out"},
		{"other letters", "我很累，睡不着", "other letters"},
		{"other letters beside words", "tired, очень", "left out"},
		{"another language", "ich bin sehr müde heute", "no mood, goal, time or sound"},
		{"nothing in it", "the quick brown fox jumps over the lazy dog", "no mood, goal, time or sound"},
		{"huge", strings.Repeat("tired and tense, ", 600), "first 4,000 characters"},
	} {
		reading := Read(test.text)
		if len(reading.Notes) != 1 || !strings.Contains(reading.Notes[0], test.want) {
			t.Errorf("%s: the notes are %q, want one with %q", test.name, reading.Notes, test.want)
		}
	}
	if huge := Read(strings.Repeat("tired and tense, ", 600)); len(huge.Chips) != 2 {
		t.Errorf("a huge text that repeats itself has the chips %v", huge.Chips)
	}
}

func TestRead_readsTheSameInAnyCaseAndPunctuation(t *testing.T) {
	for _, s := range sentences(t) {
		if strings.ContainsAny(s.text, "ßİ") {
			continue
		}
		plain := Read(s.text)
		for _, text := range []string{
			strings.ToUpper(s.text), strings.ReplaceAll(s.text, "'", "’"), "  " + strings.ReplaceAll(s.text, " ", "  ") + "\n",
		} {
			other := Read(text)
			plain.Unused, other.Unused = nil, nil
			got := strings.ToLower(strings.ReplaceAll(described(other), "’", "'"))
			if want := strings.ToLower(described(plain)); got != want {
				t.Errorf("%q\n\tread as %s\n\twant    %s", text, got, want)
			}
		}
	}
}

func TestReading_withoutAChipForgetsWhatItSaid(t *testing.T) {
	reading := Read("wired, can't sleep, rain and no drums please, half an hour, slow")
	labels := func(r Reading) string {
		var all []string
		for _, c := range r.Chips {
			all = append(all, c.Label)
		}
		return strings.Join(all, ", ")
	}
	if got, want := labels(reading), "wired, sleep, rain, no drums, 30 min, slower"; got != want {
		t.Fatalf("the chips are %s, want %s", got, want)
	}
	for i, test := range []struct {
		gone func(Reading) bool
	}{
		{func(r Reading) bool { return r.Mood.Empty() && len(r.Feelings) == 0 }},
		{func(r Reading) bool { return r.Goal == "" }},
		{func(r Reading) bool { return len(r.Wanted) == 0 }},
		{func(r Reading) bool { return len(r.Refused) == 0 }},
		{func(r Reading) bool { return r.Minutes == 0 }},
		{func(r Reading) bool { return r.Dials == journal.Dials{} }},
	} {
		if test.gone(reading) {
			t.Errorf("chip %d says nothing to begin with", i)
		}
		if left := reading.Without(i); !test.gone(left) || len(left.Chips) != len(reading.Chips)-1 {
			t.Errorf("without %q it is still read as %s", reading.Chips[i].Label, described(left))
		}
	}
	left := reading
	for range reading.Chips {
		left = left.Without(0)
	}
	if !left.Empty() || described(left) != "" {
		t.Errorf("without any chip it is read as %s", described(left))
	}
	if same := reading.Without(-1).Without(99); described(same) != described(reading) {
		t.Errorf("without no chip it is read as %s", described(same))
	}
}

func TestReading_chipsShowTheTextTheyComeFrom(t *testing.T) {
	text := "I’m exausted — soft  piano,\nhalf an\thour"
	var shown []string
	for _, c := range Read(text).Chips {
		shown = append(shown, c.Text+" → "+c.Label)
		if plainText(text[c.Start:c.End]) != c.Text {
			t.Errorf("%q is not what stands at %d…%d", c.Text, c.Start, c.End)
		}
	}
	want := []string{"exausted → exhausted", "soft → softer", "piano → piano", "half an hour → 30 min"}
	if !slices.Equal(shown, want) {
		t.Errorf("the chips are %q, want %q", shown, want)
	}
}

func TestReading_followsTheSecondWhereAWrongChipIsTakenAway(t *testing.T) {
	reading := Read("piano, no piano")
	if len(reading.Refused) != 1 || len(reading.Notes) != 1 {
		t.Fatalf("read as %s", described(reading))
	}
	if left := reading.Without(1); len(left.Wanted) != 1 || len(left.Refused) != 0 || len(left.Notes) != 0 {
		t.Errorf("without the refusal it is read as %s", described(left))
	}
}

func TestRead_aCrisisIsToldAndNothingOfItIsShown(t *testing.T) {
	for _, text := range []string{
		"I want to die", "i really just want to die", "I WANT TO KILL MYSELF", "help", "Help me!", "thinking about suicide", "feeling suicidal tonight",
		"I’m not safe", "i dont want to be here anymore", "better off dead", "i keep hurting myself", "Suicidle thoughts", "self-harm", "wish i was dead",
		"rain and piano, i want to end it all",
	} {
		reading := Read(text)
		if !reading.Crisis || reading.Empty() {
			t.Errorf("%q is not heard", text)
		}
		if len(reading.Unused) > 0 || len(reading.Notes) > 0 {
			t.Errorf("%q is answered with %q, %q", text, reading.Unused, reading.Notes)
		}
	}
	for _, text := range []string{
		"killing time", "this deadline is killing me", "bored to death", "help me sleep", "dying to dance", "I need help with my homework",
		"dead tired", "safe", "hurt", "cut me some slack", "I want to live a little",
	} {
		if Read(text).Crisis {
			t.Errorf("%q is taken for a crisis", text)
		}
	}
	if music := Read("rain and piano, i want to end it all"); len(music.Wanted) != 2 {
		t.Error("the music does not stay possible")
	}
}

func TestHelpLines_nameHelpInEveryPlace(t *testing.T) {
	all := strings.Join(HelpLines(), "\n")
	for _, number := range []string{"112", "911", "999", "988", "116 123", "13 11 14", "findahelpline.com"} {
		if !strings.Contains(all, number) {
			t.Errorf("%s is missing", number)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	all := sentences(b)
	var text strings.Builder
	for i := 0; text.Len() < 10_000; i++ {
		text.WriteString(all[i%len(all)].text + ". ")
	}
	random := rand.New(rand.NewPCG(1, 1))
	var noise strings.Builder
	for noise.Len() < 10_000 {
		for range 3 + random.IntN(9) {
			noise.WriteByte(byte('a' + random.IntN(26)))
		}
		noise.WriteByte(' ')
	}
	for _, bench := range []struct{ name, text string }{
		{"Sentence", all[0].text},
		{"TenThousandCharacters", text.String()},
		{"TenThousandCharactersOfNoise", noise.String()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			theLexicon()
			for b.Loop() {
				Read(bench.text)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N), "µs/text")
		})
	}
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		newLexicon()
	}
}
