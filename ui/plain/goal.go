package plain

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui"
)

// A plan is what the music is asked for beside the answers. It belongs to one
// check-in, and stays while one goes back and forth.
type plan struct {
	asking ui.Asking      // its goal and minutes only once they are chosen
	goals  []journal.Goal // as they were numbered the last time
	heeded words.Reading  // that the asking holds
	seeded bool
	id     string // of the check-in, once it has been kept
}

// heed takes over what was asked for in words.
func (s *session) heed() {
	s.plan.asking.Heed(s.answers.reading, s.plan.heeded)
	s.plan.heeded = s.answers.reading
}

// wants returns the goal to offer first, empty for the most fitting one, and the
// minutes, 0 for each goal's own. What was said goes before what the program was
// started with, unless that is the very text it was started with.
func (s *session) wants() (journal.Goal, float64) {
	said := s.answers.reading
	goal, minutes := cmp.Or(said.Goal, s.cfg.Goal), cmp.Or(said.Minutes, s.cfg.Minutes)
	if s.answers.said == s.cfg.Said {
		goal, minutes = cmp.Or(s.cfg.Goal, said.Goal), cmp.Or(s.cfg.Minutes, said.Minutes)
	}
	if goal == "" && said.Crisis {
		goal = journal.Ground // steady and foreseeable
	}
	return goal, minutes
}

// asking is what would be played now.
func (s *session) asking() ui.Asking {
	if !s.plan.seeded {
		s.plan.asking.Seed, s.plan.seeded = s.cfg.Seed(), true
	}
	a := s.plan.asking
	a.CheckIn = s.answers.checkIn(s.stamp())
	a.CheckIn.ID = s.plan.id
	first, minutes := s.wants()
	if a.Goal == "" {
		a.Goal = ui.FittingGoals(a.Mood(), s.cfg.Now(), first)[0]
	}
	a.Minutes = cmp.Or(a.Minutes, minutes, generator.DefaultMinutes(a.Goal))
	return a
}

// goal is the step that asks what for.
func (s *session) goal() error {
	a := s.asking()
	first, _ := s.wants()
	s.plan.goals = ui.FittingGoals(a.Mood(), s.cfg.Now(), cmp.Or(s.plan.asking.Goal, first))
	var numbered, about []string
	for i, goal := range s.plan.goals {
		numbered = append(numbered, fmt.Sprintf("%d %s", i+1, goal))
		about = append(about, fmt.Sprintf("%d %s: %s, %s.", i+1, goal, goal.About(), lengthText(generator.DefaultMinutes(goal))))
	}
	return s.ask(prompt{
		text:    "what for? " + strings.Join(numbered, ", ") + ".",
		choices: fmt.Sprintf("a number or a name, enter for %s, ? says what each is for", s.plan.goals[0]),
		help:    strings.Join(about, "\n"),
	}, func(line string) error {
		goal, err := parseGoal(line, s.plan.goals)
		if err == nil {
			s.plan.asking.Goal = goal
		}
		return err
	})
}

// parseGoal reads a goal: its number, its name, or the beginning of it; the
// first for nothing.
func parseGoal(line string, goals []journal.Goal) (journal.Goal, error) {
	line = strings.ToLower(line)
	if line == "" {
		return goals[0], nil
	}
	if number, err := strconv.Atoi(line); err == nil {
		if number < 1 || number > len(goals) {
			return "", fmt.Errorf("the goals have the numbers 1 to %d", len(goals))
		}
		return goals[number-1], nil
	}
	var begun []string
	for _, goal := range journal.Goals() {
		if string(goal) == line {
			return goal, nil
		}
		if strings.HasPrefix(string(goal), line) {
			begun = append(begun, string(goal))
		}
	}
	if len(begun) > 1 {
		return "", fmt.Errorf("%q may be %s", line, strings.Join(begun, " or "))
	}
	if len(begun) == 1 {
		line = begun[0]
	}
	goal, err := journal.ParseGoal(line)
	if err != nil {
		return "", fmt.Errorf("%w", err)
	}
	return goal, nil
}

// minutes is the step that asks for how long.
func (s *session) minutes() error {
	a := s.asking()
	return s.ask(prompt{
		text:    "for how long?",
		choices: fmt.Sprintf("minutes from %d to %d, or enter for %s", generator.MinMinutes, generator.MaxMinutes, lengthText(a.Minutes)),
		help:    `a number is minutes; "half an hour" and "1 h 30" are understood as well.`,
	}, func(line string) error {
		if line == "" {
			return nil
		}
		minutes, err := parseMinutes(line)
		if err == nil {
			s.plan.asking.Minutes = minutes
		}
		return err
	})
}

// parseMinutes reads a number of minutes, or a length in words.
func parseMinutes(line string) (float64, error) {
	minutes, err := strconv.ParseFloat(line, 64)
	if err != nil {
		minutes = words.Read(line).Minutes
	}
	if !(minutes >= generator.MinMinutes && minutes <= generator.MaxMinutes) {
		return 0, fmt.Errorf("a sitting lasts %d to %d minutes, and %q is not among them", generator.MinMinutes, generator.MaxMinutes, line)
	}
	return minutes, nil
}

// ready is the last step before the music: it says what will be played, and lets
// that be changed in words.
func (s *session) ready() error {
	asked := false
	for {
		a := s.asking()
		until := s.cfg.Now().Add(time.Duration(a.Minutes * float64(time.Minute)))
		text := fmt.Sprintf("%s, %s, until %s.", a.Goal, lengthText(a.Minutes), until.Format("15:04"))
		if unusual := a.Text(); unusual != "" {
			text += " " + unusual + "."
		}
		if asked {
			text = "anything else?"
		}
		asked = true
		again := false
		err := s.ask(prompt{
			text: text, again: "anything else?",
			choices: "enter plays, or journey, more, keep, back, ?",
			help: `"journey" tells the way of the music and the reasons. "more" tells what this goal can carry. ` +
				`"keep" saves the answers without music. a change is said in words: warmer, slower, start here, less far, ` +
				`breath box, with rain, without bass, usual.`,
		}, func(line string) (err error) {
			again, err = s.change(strings.ToLower(line))
			return err
		})
		if err != nil || !again {
			return err
		}
	}
}

// change takes a line of the last step in; again is set where the step is not
// done with it.
func (s *session) change(line string) (again bool, err error) {
	switch line {
	case "":
		return false, nil
	case "journey", "why":
		return true, s.journey()
	case "more":
		s.tellChoices()
		return true, nil
	case "keep":
		return true, s.keepAlone()
	case "usual":
		s.plan.asking.Options, s.plan.asking.Dials = generator.Options{}, [len(journal.Dials{})]journal.Rating{}
		s.voice.say("all is as usual again.")
		return true, nil
	}
	said, err := s.edit(line)
	if err != nil {
		return true, err
	}
	if said != "" {
		s.voice.say(said)
	}
	return true, nil
}

// keepAlone saves the answers as a check-in on its own, without music.
func (s *session) keepAlone() error {
	checkIn := s.answers.checkIn(s.stamp())
	checkIn.Note = ui.JoinNotes(checkIn.Note, s.answers.said) // no music has heeded it
	if checkIn.Empty() {
		return errors.New("there is no answer to keep yet")
	}
	checkIn.When, checkIn.ID = journal.Alone, cmp.Or(s.plan.id, s.cfg.Journal.NewID(checkIn.Time))
	if s.save(s.checkInJob(checkIn)) {
		s.voice.say("the check-in is saved.")
	}
	s.forgetAnswers()
	return errHome
}

// checkInJob keeps a check-in. Its draft is cleared only when it is durable.
func (s *session) checkInJob(checkIn journal.CheckIn) func() error {
	return func() error {
		if err := s.cfg.Journal.SaveCheckIn(checkIn); err != nil {
			return err
		}
		return s.cfg.Journal.ClearDraft()
	}
}

// lengthText is a length in words.
func lengthText(minutes float64) string {
	whole := int(math.Round(minutes))
	hours, rest := whole/60, whole%60
	switch {
	case hours == 0:
		return counted(rest, "minute")
	case rest == 0:
		return counted(hours, "hour")
	}
	return counted(hours, "hour") + " " + counted(rest, "minute")
}

// counted writes a number of things.
func counted(count int, thing string) string {
	if count == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", count, thing)
}
