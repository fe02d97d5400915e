package plain

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dulcet/generator"
	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui"
)

// editStep is what one word turns a dial or the course by (design choice: two of
// the steps that a key turns, and still a little).
const editStep = 0.2

// edit changes the music that is asked for by a line of words, and says what it
// is now. The line is in lower case.
func (s *session) edit(line string) (said string, err error) {
	before := s.now()
	for _, way := range []func(string) (bool, error){s.editAim, s.editCourse, s.editDial, s.choose, s.editSaid} {
		done, err := way(strings.TrimPrefix(line, "a little "))
		switch now := s.now(); {
		case err != nil:
			return "", err
		case done && now == before:
			return fmt.Sprintf("%s stays as it is with that.", s.asking().Goal), nil
		case done:
			return now, nil
		}
	}
	return "", fmt.Errorf(`%q changes nothing that can be changed here; "more" and "?" tell what can`, line)
}

// editAim takes another goal, by its full name, or another length.
func (s *session) editAim(line string) (done bool, err error) {
	if slices.Contains(journal.Goals(), journal.Goal(line)) {
		s.plan.asking.Goal = journal.Goal(line)
		return true, nil
	}
	if first := line[:min(1, len(line))]; first < "0" || first > "9" {
		return false, nil
	}
	minutes, err := parseMinutes(line)
	if err == nil {
		s.plan.asking.Minutes = minutes
	}
	return true, err
}

// editSaid takes over what a line asks of the music in one's own words. What it
// says of a mood, a goal or a time has questions of its own.
func (s *session) editSaid(line string) (done bool, err error) {
	reading := words.Read(line)
	if !asks(reading) {
		return false, nil
	}
	if breath := generator.OptionsOf(reading).Breath; breath != (generator.Breath{}) {
		reading.Breath = words.Breath{}
		if err := s.setBreath(breath); err != nil {
			return true, err
		}
	}
	take(&s.plan.asking, reading)
	return true, nil
}

// setBreath takes a breath that was said; one that is held only after its
// caution.
func (s *session) setBreath(breath generator.Breath) error {
	a := s.asking()
	a.Options.Breath = breath
	for _, choice := range a.Choices() {
		for _, setting := range choice.Settings {
			if choice.Name == "breath" && setting.Is(a.Options) {
				return s.set(setting)
			}
		}
	}
	return nil // what the goal does not offer it does not carry
}

// now says what would be played.
func (s *session) now() string {
	a := s.asking()
	text := fmt.Sprintf("now: %s, %s", a.Goal, lengthText(a.Minutes))
	if unusual := a.Text(); unusual != "" {
		text += ", " + unusual
	}
	return text + "."
}

// asks reports whether a reading asks for anything of the music.
func asks(said words.Reading) bool {
	return len(said.Wanted)+len(said.Refused) > 0 || said.Dials != (journal.Dials{}) || said.Start != words.StartUsual ||
		said.Slow > 0 || said.Breath != (words.Breath{}) || said.Rounds != (words.Rounds{}) || said.BellMinutes > 0 || said.Silence
}

// take lays what a reading asks for over what is asked for already.
func take(a *ui.Asking, said words.Reading) {
	now, o := generator.OptionsOf(said), &a.Options
	o.Wanted = o.Wanted&^now.Refused | now.Wanted
	o.Refused = o.Refused&^now.Wanted | now.Refused
	lay(&o.Course.Start, now.Course.Start)
	lay(&o.Course.Slow, now.Course.Slow)
	lay(&o.Breath, now.Breath)
	lay(&o.Rounds, now.Rounds)
	lay(&o.Bells.Every, now.Bells.Every)
	lay(&o.Silence, now.Silence)
	for dial, value := range said.Dials {
		if value != 0 {
			a.Dials[dial] = journal.Rated(value)
		}
	}
}

// lay sets a thing to what was said of it, if anything was.
func lay[T comparable](at *T, said T) {
	var nothing T
	if said != nothing {
		*at = said
	}
}

// editCourse turns where the journey starts, how far it goes and how fast.
func (s *session) editCourse(line string) (done bool, err error) {
	course := s.plan.asking.Options.Course
	start, starts := strings.CutPrefix(line, "start ")
	switch {
	case starts:
		if course.Start, err = generator.ParseStart(start); err != nil {
			return true, fmt.Errorf("a journey starts here, ahead or brighter, and %q is none of them", start)
		}
	case line == "further":
		course.Reach = turned(course.Reach, 1, -1)
	case line == "less far":
		course.Reach = turned(course.Reach, -1, -1)
	case line == "take your time" || line == "more slowly":
		course.Slow = turned(course.Slow, 1, 0)
	default:
		return false, nil
	}
	_, brief, err := s.composed()
	if err != nil {
		return true, err
	}
	if !brief.Editable() {
		return true, fmt.Errorf("%s has no way to turn", brief.Goal)
	}
	s.plan.asking.Options.Course = course
	return true, nil
}

// turned is a value by a step further, in low…1.
func turned(value, direction, low float64) float64 {
	next := math.Round((value+direction*editStep)/editStep) * editStep
	return math.Max(low, math.Min(1, next))
}

// editDial turns the dial that a word such as "warmer" turns.
func (s *session) editDial(line string) (done bool, err error) {
	for dial := range journal.Dial(len(journal.Dials{})) {
		less, more := dial.Ways()
		direction := 1.0
		switch line {
		case less:
			direction = -1
		case more:
		default:
			continue
		}
		_, brief, err := s.composed()
		if err != nil {
			return true, err
		}
		hand := &s.plan.asking.Dials[dial]
		*hand = journal.Rated(turned(hand.Or(brief.Dials[dial]), direction, -1))
		return true, nil
	}
	return false, nil
}

// composed makes the brief of what would be played now.
func (s *session) composed() (journal.Sitting, generator.Brief, error) {
	a := s.asking()
	return a.Compose(s.cfg, s.settings, s.history)
}

// tellChoices lists what the goal can carry, and how it is asked for.
func (s *session) tellChoices() {
	a := s.asking()
	var parts []string
	for _, choice := range a.Choices() {
		if choice.Part {
			parts = append(parts, choice.Name)
			continue
		}
		var settings []string
		for _, setting := range choice.Settings {
			text := setting.Text
			if setting.Is(a.Options) {
				text += ", which it is now"
			}
			settings = append(settings, text)
		}
		s.voice.say(fmt.Sprintf("%s: %s.", choice.Name, strings.Join(settings, "; ")))
	}
	s.voice.say("who may play: " + strings.Join(parts, ", ") + ".")
	s.voice.say(`say it as: breath box; with rain; without piano; rain as usual.`)
}

// choose takes one of the choices of the goal, named before its setting: "breath
// box", "rounds 25/5", "with rain", "without piano", "rain as usual". A caution is
// read before it is taken.
func (s *session) choose(line string) (done bool, err error) {
	a := s.asking()
	for _, choice := range a.Choices() {
		var setting ui.Setting
		if choice.Part {
			setting, done = partSetting(choice, line)
		} else if wish, named := strings.CutPrefix(line, strings.ToLower(choice.Name)+" "); named {
			if setting, err = settingOf(choice, wish); err != nil {
				return true, err
			}
			done = true
		}
		if !done {
			continue
		}
		return true, s.set(setting)
	}
	return false, nil
}

// set takes a setting; one with a caution only after a question.
func (s *session) set(setting ui.Setting) error {
	if setting.Caution != "" && !setting.Is(s.plan.asking.Options) {
		s.voice.say(ending(setting.Caution))
		wanted, err := s.yes("take it?")
		if err != nil || !wanted {
			return err
		}
	}
	setting.Set(&s.plan.asking.Options)
	if setting.About != "" {
		s.voice.say(ending(setting.About))
	}
	return nil
}

// partSetting returns what a line asks of an instrument or a soundscape. Its
// settings are as usual, refused and wanted.
func partSetting(choice ui.Choice, line string) (ui.Setting, bool) {
	for at, forms := range [][]string{
		{choice.Name + " as usual", "usual " + choice.Name},
		{"without " + choice.Name, "no " + choice.Name},
		{"with " + choice.Name, choice.Name},
	} {
		if slices.Contains(forms, line) {
			return choice.Settings[at], true
		}
	}
	return ui.Setting{}, false
}

// settingOf returns the setting of a choice that somebody names, or begins to,
// with or without its "every".
func settingOf(choice ui.Choice, wish string) (ui.Setting, error) {
	wish = strings.TrimPrefix(wish, "every ")
	var names []string
	var begun []ui.Setting
	for _, setting := range choice.Settings {
		name := strings.ToLower(strings.TrimPrefix(setting.Text, "every "))
		if name == wish || name == wish+" min" {
			return setting, nil
		}
		if strings.HasPrefix(name, wish) {
			begun = append(begun, setting)
		}
		names = append(names, setting.Text)
	}
	if wish == "usual" {
		return choice.Settings[0], nil
	}
	if len(begun) == 1 {
		return begun[0], nil
	}
	return ui.Setting{}, fmt.Errorf("%s is one of: %s", choice.Name, strings.Join(names, ", "))
}
