package plain

import (
	"errors"
	"fmt"
	"strings"

	"dulcet/journal"
	"dulcet/ui"
)

// road goes the whole way again and again until the person leaves.
func (s *session) road() {
	s.begin()
	direct := s.first || s.cfg.Goal != "" || s.cfg.Said != "" || s.cfg.Recipe != nil
	err := s.offerDraft()
	if err == nil && !direct && !s.waits() {
		err = s.askNight()
	}
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
	if s.first && s.cfg.Sound != nil {
		answer, ask := make(chan string, 1), s.cfg.Sound
		go func() { answer <- ask() }()
		s.sound = answer
	}
	s.glance()
	s.voice.say(`at every question "play" goes on to the music, "help" says what can be typed, and "quit" saves and leaves.`)
}

// glance tells the day so far.
func (s *session) glance() {
	now := s.cfg.Now()
	s.voice.say(fmt.Sprintf("%s. it is %s.", ui.Greeting(now), strings.ToLower(now.Format("Monday 2 January, 15:04"))))
	var told []string
	for _, e := range ui.GlanceAt(s.history, s.cfg.Now, s.settings).Today {
		told = append(told, s.entryText(e))
	}
	if len(told) > 0 {
		s.voice.say("today: " + strings.Join(told, "; ") + ".")
	}
}

// askNight asks about the night where nobody has yet. Whether or not there is an
// answer, it is asked once.
func (s *session) askNight() error {
	night, found := ui.NightToAsk(s.cfg.Journal, s.history, s.cfg.Now())
	if !found || !s.settings.AskAfter {
		return nil
	}
	wanted, err := s.yes(night.Question + " say it now?")
	if errors.Is(err, errEnded) {
		return err // it has not been seen to be asked
	}
	s.save(func() error { return night.Pass(s.cfg.Journal) })
	if err != nil || !wanted {
		return err
	}
	return s.takeUp(night.Sitting)
}

// takeUp asks how it is after a sitting of an earlier visit.
func (s *session) takeUp(record journal.Sitting) error {
	var before journal.Mood
	if record.Before != nil {
		earlier, _ := s.history.CheckIn(*record.Before)
		before = earlier.Mood
	}
	return s.after(nil, record, before, "")
}

// home is where everything begins and comes back to.
func (s *session) home() error {
	glance := ui.GlanceAt(s.history, s.cfg.Now, s.settings)
	err := s.ask(s.doors(glance), func(line string) error {
		name, rest, _ := strings.Cut(strings.ToLower(line), " ")
		switch {
		case line == "":
			return nil
		case name == "again":
			return s.again(strings.TrimSpace(rest))
		}
		return fmt.Errorf("%q is nothing that can be done here", line)
	})
	switch {
	case err == nil:
		return s.checkIn()
	case errors.Is(err, errPlay) && s.waits():
		return s.listen(s.asking())
	case errors.Is(err, errPlay):
		return s.listen(ui.Asking{Latest: glance.Mood, Goal: glance.Next.Goal, Minutes: glance.Next.Minutes, Seed: s.cfg.Seed()})
	case errors.Is(err, errBack):
		s.voice.say("this is the beginning.")
		return errHome
	}
	return err
}

// waits reports whether something has been answered that no record holds yet.
func (s *session) waits() bool { return !s.answers.draft().Empty() }

// doors is the prompt of home.
func (s *session) doors(glance ui.Glance) prompt {
	next := fmt.Sprintf("%s, %s", glance.Next.Goal, lengthText(glance.Next.Minutes))
	p := prompt{
		text:  fmt.Sprintf("what now? enter begins with three questions, which can all be skipped. a good next thing: %s, %s.", next, glance.Next.Reason),
		again: "what now?",
		help:  fmt.Sprintf(`"play" starts %s at once.`, next),
	}
	if s.waits() {
		p.text = "what now? enter goes on with what you had begun."
		p.help = `"play" starts the music for what you had begun at once.`
	}
	choices := []string{"enter", "play"}
	if len(s.history.Sittings) > 0 {
		choices = append(choices, "again", "log", "trend", "favourites")
		p.help += ` "again 2" plays number 2 of the log once more. "favourites" lists what you kept.`
	}
	if glance.Last != nil {
		p.help += ` "again" alone is ` + glance.Again + "."
	}
	p.choices = strings.Join(append(choices, "set", "hard", "help", "quit"), ", ")
	return p
}

// again plays a sitting of the log once more.
func (s *session) again(number string) error {
	var record journal.Sitting
	last := ui.GlanceAt(s.history, s.cfg.Now, s.settings).Last
	switch {
	case number == "" && last == nil:
		return errors.New("nothing can be played again yet")
	case number == "":
		record = *last
	default:
		e, err := s.numbered(number)
		if err != nil {
			return err
		}
		if e.Sitting == nil {
			return fmt.Errorf("number %s is a check-in without music", number)
		}
		record = *e.Sitting
	}
	asking := ui.Again(record)
	asking.CheckIn = s.answers.checkIn(s.stamp()) // what had been begun is about now
	// This music does not heed what was said in words, which are kept as a note.
	asking.CheckIn.Note = joined(s.answers.note, s.answers.said)
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
		for _, line := range Heard(s.answers.reading, ui.HelpLines(s.settings)) {
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
	return s.takeUp(record)
}

// answersText tells the answers so far.
func (s *session) answersText() string {
	return s.checkInText(s.answers.checkIn(journal.Stamp{}), true)
}
