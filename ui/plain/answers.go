package plain

import (
	"math"
	"slices"

	"dulcet/generator/words"
	"dulcet/journal"
)

// answers are what has been answered in a check-in, before the music or after.
type answers struct {
	when    journal.When
	sitting string            // id of the one that it is about, after the music
	mood    [3]journal.Rating // valence, energy, tension, as given to the questions
	words   []string          // as given to the question of the words
	note    string            // lines with line feeds between them
	said    string            // in one's own words
	reading words.Reading     // of what was said, without what was taken away
	gone    map[chipName]bool // what was taken away
	begun   bool              // something has been kept as a draft
}

// A chipName is how a thing that was understood is known again.
type chipName struct {
	kind  words.Kind
	label string
}

// read reads what was said, without what was taken away.
func (a *answers) read() {
	a.reading = words.Reading{}
	if a.said != "" {
		a.reading = words.Read(a.said)
	}
	for at := len(a.reading.Chips) - 1; at >= 0; at-- {
		chip := a.reading.Chips[at]
		if a.gone[chipName{chip.Kind, chip.Label}] {
			a.reading = a.reading.Without(at)
		}
	}
}

// answered is the mood: what was answered to the questions, and where one was
// skipped, what was said in words.
func (a *answers) answered() journal.Mood {
	own := journal.Mood{Valence: a.mood[0], Energy: a.mood[1], Tension: a.mood[2]}
	return own.Or(saidMood(a.reading))
}

// saidMood is the mood of a reading in whole points, as the questions have them.
func saidMood(said words.Reading) journal.Mood {
	return journal.Mood{Valence: whole(said.Mood.Valence), Energy: whole(said.Mood.Energy), Tension: whole(said.Mood.Tension)}
}

func whole(rating journal.Rating) journal.Rating {
	value, given := rating.Value()
	if !given {
		return rating
	}
	return journal.Rated(math.Round(value*50) / 50)
}

// feelings are the words that were given, and then those that were said.
func (a *answers) feelings() []string {
	all := slices.Clone(a.words)
	for _, word := range a.reading.Feelings {
		if !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// draft is what has been answered so far, to be found again.
func (a *answers) draft() journal.Draft {
	return journal.Draft{
		When: a.when, Sitting: a.sitting, Mood: a.answered(), Words: a.feelings(), Note: a.note, Said: a.said,
	}
}

// restore takes a draft over. What was read out of the words is read again, so
// that it goes when the words do.
func (a *answers) restore(draft journal.Draft) {
	*a = answers{when: draft.When, sitting: draft.Sitting, note: draft.Note, said: draft.Said, begun: true}
	a.read()
	said := saidMood(a.reading)
	a.mood = [3]journal.Rating{draft.Mood.Valence, draft.Mood.Energy, draft.Mood.Tension}
	for i, rating := range [3]journal.Rating{said.Valence, said.Energy, said.Tension} {
		if a.mood[i] == rating {
			a.mood[i] = journal.Rating{}
		}
	}
	for _, word := range draft.Words {
		if !slices.Contains(a.reading.Feelings, word) {
			a.words = append(a.words, word)
		}
	}
}

// checkIn is the record of the answers; it has no id yet.
func (a *answers) checkIn(at journal.Stamp) journal.CheckIn {
	return journal.CheckIn{Stamp: at, When: a.when, Mood: a.answered(), Words: a.feelings(), Note: a.note}
}

// keepAnswers writes the answers as a draft, once there are any.
func (s *session) keepAnswers() {
	draft := s.answers.draft()
	if draft.Empty() && !s.answers.begun {
		return
	}
	s.answers.begun = true
	s.keepDraft(draft)
}
