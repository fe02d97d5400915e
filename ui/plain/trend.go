package plain

import (
	"fmt"
	"time"

	"dulcet/journal"
)

// What the trend compares: the last days with those before them (design choice:
// a week against three, so that a weekday counts alike in both).
const (
	recentDays  = 7
	earlierDays = 21
	fewAnswers  = 5 // below, an average says little
)

// trend tells how each question was answered lately, in numbers and without a
// judgement.
func (s *session) trend() {
	s.readHistory()
	now := s.cfg.Now()
	recent, earlier := now.AddDate(0, 0, -recentDays), now.AddDate(0, 0, -recentDays-earlierDays)
	var told, few, compared bool
	for i, ends := range s.settings.Questions {
		late := s.average(i, recent, now)
		before := s.average(i, earlier, recent)
		if late.count+before.count == 0 {
			continue
		}
		told = true
		compared = compared || late.count > 0 && before.count > 0
		few = few || late.count < fewAnswers || before.count < fewAnswers
		s.voice.say(fmt.Sprintf("from %s to %s: %s over the last %d days, %s over the %d days before.",
			ends[0], ends[1], late, recentDays, before, earlierDays))
	}
	switch {
	case !told:
		s.voice.say("no answers in the last four weeks. gaps are gaps.")
	case !compared:
		s.voice.say("there is nothing yet to compare it with.")
	case few:
		s.voice.say("these are few answers: what differs could be chance.")
	}
}

// An average is of answers to one question.
type average struct {
	points float64 // 0…100
	count  int
}

// String says the average and of how many answers it is.
func (a average) String() string {
	if a.count == 0 {
		return "no answer"
	}
	return fmt.Sprintf("%.0f from %s", a.points, counted(a.count, "answer"))
}

// average is of the answers to a question from one time to another.
func (s *session) average(question int, from, until time.Time) average {
	var sum float64
	var a average
	for _, c := range s.history.CheckIns {
		value, given := [3]journal.Rating{c.Mood.Valence, c.Mood.Energy, c.Mood.Tension}[question].Value()
		if given && !c.Time.Before(from) && c.Time.Before(until) {
			sum += 50 + 50*value
			a.count++
		}
	}
	if a.count > 0 {
		a.points = sum / float64(a.count)
	}
	return a
}
