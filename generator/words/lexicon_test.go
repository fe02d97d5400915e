package words

import (
	"math"
	"slices"
	"strings"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

// TestLexicon_phrasesAreWrittenAsTheyAreFolded makes sure that every phrase can
// be found: one with a capital or an apostrophe never would.
func TestLexicon_phrasesAreWrittenAsTheyAreFolded(t *testing.T) {
	l := theLexicon()
	for _, entries := range l.entries {
		for _, e := range entries {
			tokens, foreign := tokenise(e.name)
			var words []string
			for _, token := range tokens {
				words = append(words, token.word)
			}
			if foreign > 0 || !slices.Equal(words, e.words) {
				t.Errorf("%q is read as %q", e.name, words)
			}
			if found := l.match(tokens, 0); found == nil || len(found.words) != len(e.words) {
				t.Errorf("%q is not found", e.name)
			}
		}
	}
}

// TestLexicon_aPhraseHasOneSenseOfAKind makes sure that no feeling is in two
// places, and no goal phrase in two goals.
func TestLexicon_aPhraseHasOneSenseOfAKind(t *testing.T) {
	for _, entries := range theLexicon().entries {
		for _, e := range entries {
			feelings, goals, sounds, traits, quiet := 0, 0, 0, 0, 0
			for _, m := range e.senses {
				switch {
				case m.feeling != nil:
					feelings++
				case m.goal != nil:
					goals++
				case m.sound != nil:
					sounds++
				case m.trait != nil:
					traits++
				case m.denial, m == (sense{}):
					quiet++
				}
			}
			if max(feelings, goals, sounds, traits) > 1 {
				t.Errorf("%q means several things of a kind: %d feelings, %d goals, %d sounds, %d textures", e.name, feelings, goals, sounds, traits)
			}
			if quiet > 0 && len(e.senses) > 1 {
				t.Errorf("%q is passed over, and means something", e.name)
			}
		}
	}
}

func TestLexicon_everyPlaceLiesInTheMood(t *testing.T) {
	for _, m := range measuredWords {
		if math.Abs(m.valence) > 1 || math.Abs(m.arousal) > 1 {
			t.Errorf("%s lies outside the circle", m.word)
		}
		if strings.Trim(m.says, "VETvet") != "" || m.says == "" {
			t.Errorf("%s speaks of %q", m.word, m.says)
		}
	}
	for _, p := range placedWords {
		if max(math.Abs(p.valence), math.Abs(p.energy), math.Abs(p.tension)) > 1 || strings.Trim(p.says, "VETvet") != "" {
			t.Errorf("%s lies at %g, %g, %g and speaks of %q", p.phrases, p.valence, p.energy, p.tension, p.says)
		}
	}
	for _, like := range likenesses {
		if !slices.ContainsFunc(measuredWords[:], func(m measured) bool { return m.word == like.word }) {
			t.Errorf("%q stands for %q, which has no place", like.phrases, like.word)
		}
	}
}

func TestLexicon_everyGoalCanBeSaid(t *testing.T) {
	for _, goal := range journal.Goals() {
		named := false
		for _, p := range purposes {
			named = named || p.goal == goal
		}
		if !named {
			t.Errorf("no words ask for %s", goal)
		}
	}
	for _, text := range []string{"focus", "sleep", "unwind", "uplift", "energise", "meditate", "breathe", "move", "listen", "ground me", "reflect", "drift"} {
		if got := Read(text).Goal; !strings.HasPrefix(text, string(got)) || got == "" {
			t.Errorf("%q asks for %q", text, got)
		}
	}
}

func TestLexicon_everyPartCanBeWantedAndRefusedByItsName(t *testing.T) {
	for part := range score.PartCount {
		name := part.String()
		if part == score.Kit {
			name = "drums"
		}
		if got := Read(name).Wanted; !slices.Equal(got, []score.Part{part}) {
			t.Errorf("%q wants %v", name, got)
		}
		if got := Read("no " + name).Refused; !slices.Equal(got, []score.Part{part}) {
			t.Errorf("\"no %s\" refuses %v", name, got)
		}
		if got := Read("rain without any " + name); len(got.Refused) != 1 || got.Refused[0] != part {
			t.Errorf("\"rain without any %s\" refuses %v", name, got.Refused)
		}
	}
}

func TestLexicon_everyLookalikeIsOne(t *testing.T) {
	l := theLexicon()
	for word := range lookalikes.words() {
		if l.entries[word] != nil && len(l.entries[word][0].words) == 1 {
			t.Errorf("%q is in the lexicon and can be no lookalike", word)
		}
		if len(word) < shortestTypo {
			t.Errorf("%q is too short to be taken for another", word)
		}
	}
}

func TestLexicon_putsRightOneErrorInALongWord(t *testing.T) {
	l := theLexicon()
	for _, test := range []struct{ typed, meant string }{
		{"exausted", "exhausted"},   // a letter left out
		{"exhausteed", "exhausted"}, // one too many
		{"exhaustad", "exhausted"},  // another one
		{"exhuasted", "exhausted"},  // two swapped
		{"xehausted", "exhausted"},  // the first two swapped
		{"meditatoin", "meditation"},
		{"realy", "really"},
		{"thunderstrom", "thunderstorm"},
		{"anxius", "anxious"},
		{"slooow", "slow"},
		{"tireddd", "tired"},
		{"tried", "tried"},         // a word of its own
		{"trail", "trail"},         // not the train
		{"story", "story"},         // not stormy
		{"house", "house"},         // not the hours
		{"brain", "brain"},         // not the rain: the first letter differs
		{"exhsuated", "exhsuated"}, // two errors
		{"tird", "tird"},           // too short
	} {
		tokens, _ := tokenise(test.typed)
		l.correct(tokens)
		if got := tokens[0].word; got != test.meant {
			t.Errorf("%q is put right to %q, want %q", test.typed, got, test.meant)
		}
	}
}

func TestFeelings_everyWordHasAPlace(t *testing.T) {
	seen := map[string]bool{}
	for _, corner := range Feelings() {
		for _, word := range corner {
			if MoodOf([]string{word}).Empty() {
				t.Errorf("%q means nothing", word)
			}
			if seen[word] {
				t.Errorf("%q is offered twice", word)
			}
			seen[word] = true
		}
	}
}

func TestMoodOf_putsTiredAndWiredApart(t *testing.T) {
	if mood := MoodOf([]string{"no such word"}); !mood.Empty() {
		t.Errorf("an unknown word means %+v", mood)
	}
	tired, anxious, calm := MoodOf([]string{"tired"}), MoodOf([]string{"anxious"}), MoodOf([]string{"calm"})
	if tired.Energy.Or(0) > -0.8 || anxious.Tension.Or(0) < 0.8 || calm.Tension.Or(0) > -0.8 {
		t.Errorf("tired %+v, anxious %+v, calm %+v", tired, anxious, calm)
	}
	both := MoodOf([]string{"tired", "tense"})
	if both.Energy.Or(0) > -0.8 || both.Tension.Or(0) < 0.8 {
		t.Errorf("tired and tense are %+v", both)
	}
}

func TestMoodOf_knowsWhatACheckInKeeps(t *testing.T) {
	for _, s := range sentences(t) {
		for _, word := range Read(s.text).Feelings {
			if MoodOf([]string{word}).Empty() {
				t.Errorf("%q, read from %q, has no place", word, s.text)
			}
		}
	}
}
