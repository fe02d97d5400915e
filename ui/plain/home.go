package plain

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui"
)

// road goes the whole way again and again until the person leaves.
func (s *session) road() {
	s.begin()
	direct := s.first || s.cfg.Goal != "" || s.cfg.Said != "" || s.cfg.Recipe != nil
	err := s.offerDraft()
	for !leaves(err) {
		switch {
		case err != nil && !turns(err):
			s.voice.say(sentence(err))
			err = s.home()
		case direct:
			direct = false
			err = s.checkIn()
		default:
			err = s.home()
		}
	}
}

// begin reads what is kept and says where one is.
func (s *session) begin() {
	s.forgetAnswers()
	s.applySettings()
	s.readHistory()
	s.voice.say("dulcet, in plain sentences.")
	if s.cfg.Notice != "" {
		s.voice.say(s.cfg.Notice)
	}
	if s.first = len(s.history.CheckIns)+len(s.history.Sittings) == 0; s.first {
		s.voice.say("it makes music for the moment you are in. it is for everyday wellbeing; it is not therapy and cannot diagnose or treat anything.\n" +
			"your answers stay on this machine, in " + s.cfg.DataDir)
	}
	s.glance()
	s.voice.say(`at every question "play" goes on to the music, "help" says what can be typed, and "quit" saves and leaves.`)
}

// glance tells the day so far.
func (s *session) glance() {
	now := s.cfg.Now()
	s.voice.say(fmt.Sprintf("%s. it is %s.", ui.Greeting(now), strings.ToLower(now.Format("Monday 2 January, 15:04"))))
	today := s.stamp().Day
	var told []string
	for _, e := range ui.Entries(s.history, s.cfg.Now) {
		day := e.Before.Day
		if e.Sitting != nil {
			day = e.Sitting.Day
		}
		if day == today {
			told = append(told, s.entryText(e))
		}
	}
	if len(told) > 0 {
		slices.Reverse(told)
		s.voice.say("today: " + strings.Join(told, "; ") + ".")
	}
}

// home is where everything begins and comes back to.
func (s *session) home() error {
	next, why := s.suggestion()
	text := fmt.Sprintf("what now? enter begins with three questions, which can all be skipped. a good next thing: %s, %s%s.", next.Goal, lengthText(next.Minutes), why)
	if !s.answers.draft().Empty() {
		text = "what now? enter goes on with what you had begun."
	}
	choices := []string{"enter", "play"}
	if _, found := s.latest(); found {
		choices = append(choices, "again", "log", "trend", "favourites")
	}
	err := s.ask(prompt{
		text: text, again: "what now?", choices: strings.Join(append(choices, "set", "hard", "help", "quit"), ", "),
		help: fmt.Sprintf(`"play" starts %s at once. "again" plays the latest sitting once more, "again 2" number 2 of the log. `+
			`"favourites" lists what you kept.`, next.Goal),
	}, func(line string) error {
		name, rest, _ := strings.Cut(strings.ToLower(line), " ")
		switch {
		case line == "":
			return nil
		case name == "again":
			return s.again(rest)
		}
		return fmt.Errorf("%q is nothing that can be done here", line)
	})
	switch {
	case err == nil:
		return s.checkIn()
	case errors.Is(err, errPlay):
		if !s.answers.draft().Empty() {
			return s.listen(s.asking())
		}
		return s.listen(next)
	case errors.Is(err, errBack):
		s.voice.say("this is the beginning.")
		return errHome
	}
	return err
}

// latest returns the sitting that was played last.
func (s *session) latest() (journal.Sitting, bool) {
	if len(s.history.Sittings) == 0 {
		return journal.Sitting{}, false
	}
	return slices.MaxFunc(s.history.Sittings, func(a, b journal.Sitting) int { return a.Time.Compare(b.Time) }), true
}

// suggestion is a good next thing for the hour and the latest answers of the day, and
// a few words of why.
func (s *session) suggestion() (ui.Asking, string) {
	now, why := s.cfg.Now(), ", for the hour"
	var mood journal.Mood
	today := s.stamp().Day
	for _, c := range s.history.CheckIns {
		if c.Day == today && !c.Mood.Empty() && now.Sub(c.Time) < freshFor {
			mood, why = c.Mood, ", for the hour and how it was last"
		}
	}
	goal := ui.FittingGoals(mood, now, s.cfg.Goal)[0]
	return ui.Asking{Latest: mood, Goal: goal, Minutes: generator.DefaultMinutes(goal), Seed: s.cfg.Seed()}, why
}

// freshFor is how long an answer speaks for the present (design choice: moods
// pass).
const freshFor = 3 * time.Hour

// again plays a sitting of the log once more.
func (s *session) again(number string) error {
	record, found := s.latest()
	if number != "" {
		e, err := s.numbered(number)
		if err != nil {
			return err
		}
		if e.Sitting == nil {
			return fmt.Errorf("number %s is a check-in without music", number)
		}
		record, found = *e.Sitting, true
	}
	if !found {
		return errors.New("nothing has been played yet")
	}
	asking := ui.Again(record)
	asking.CheckIn = s.answers.checkIn(s.stamp()) // what had been begun is about now
	if err := s.listen(asking); err != nil {
		return err
	}
	return errHome
}

// checkIn asks how it is, what for and for how long, and plays.
func (s *session) checkIn() error {
	if s.answers.when != journal.Before {
		s.forgetAnswers()
	}
	if s.cfg.Said != "" && s.answers.said == "" {
		s.answers.said = s.cfg.Said
		s.answers.read()
		s.heed()
		for _, line := range Heard(s.answers.reading) {
			s.voice.say(line)
		}
	}
	steps := []step{s.scale(0), s.scale(1), s.scale(2), s.feelingWords, s.ownWords, s.noteStep}
	if s.cfg.Recipe == nil {
		steps = append(steps, s.goal, s.minutes, s.ready)
	}
	for {
		err := walk(steps)
		if err != nil && !errors.Is(err, errPlay) {
			return err
		}
		asking := s.asking()
		if s.cfg.Recipe != nil {
			asking = ui.Coded(s.cfg)
			asking.CheckIn = s.answers.checkIn(s.stamp())
		}
		err = s.listen(asking)
		if err == nil || turns(err) {
			return err
		}
		s.voice.say(sentence(err)) // it did not start: the answers are still there
		steps = steps[len(steps)-1:]
	}
}

// forgetAnswers begins a new check-in.
func (s *session) forgetAnswers() {
	s.answers, s.plan = answers{when: journal.Before}, plan{}
}

// offerDraft brings back what was being answered when the program last ended.
// What was asked after a sitting goes back to that sitting.
func (s *session) offerDraft() error {
	kept, found, err := s.cfg.Journal.Draft()
	if err != nil {
		return err
	}
	if !found {
		return nil
	}
	draft, worth := ui.Unfinished(kept, s.history, s.cfg.Now())
	if !worth {
		return nil
	}
	s.answers.restore(draft)
	if draft.When != journal.After {
		s.answers.when = journal.Before
		s.heed()
		s.voice.say("what you had begun is back: " + s.answersText() + ".")
		return nil
	}
	record, _ := s.history.Sitting(draft.Sitting)
	s.voice.say("you had begun to say how it was after the last sitting: " + s.answersText() + ".")
	var before journal.Mood
	if record.Before != nil {
		earlier, _ := s.history.CheckIn(*record.Before)
		before = earlier.Mood
	}
	return s.after(nil, record, before, "")
}

// answersText tells the answers so far.
func (s *session) answersText() string {
	return s.checkInText(s.answers.checkIn(journal.Stamp{}), true)
}
