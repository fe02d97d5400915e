package plain

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui"
)

// lookBack carries out the words that look back and set things, and reports
// whether the line was one.
func (s *session) lookBack(name, rest string) (done bool, err error) {
	switch name {
	case "log":
		err = s.log(rest)
	case "show":
		err = s.show(rest)
	case "trend":
		err = s.trend(rest)
	case "favourites", "favourite":
		err = s.favourites(rest)
	case "set", "settings":
		err = s.setting(rest)
	default:
		return false, nil
	}
	return true, err
}

// usualEntries is how many entries "log" tells.
const usualEntries = 10

// log tells the newest entries, numbered from the newest.
func (s *session) log(rest string) error {
	count := usualEntries
	if rest != "" {
		number, err := strconv.Atoi(rest)
		if err != nil || number < 1 {
			return fmt.Errorf(`"log" takes how many to tell, and %q is no number`, rest)
		}
		count = number
	}
	s.readHistory()
	all := ui.Entries(s.history, s.cfg.Now)
	for i, e := range all[:min(count, len(all))] {
		s.voice.say(fmt.Sprintf("%d: %s, %s.", i+1, s.dayText(e.At), s.entryText(e)))
	}
	switch {
	case len(all) == 0:
		s.voice.say("nothing here yet. after your first sitting it will be.")
	case count < len(all):
		s.voice.say(fmt.Sprintf("these are the newest %d of %d. \"show 1\" tells one in full.", count, len(all)))
	default:
		s.voice.say(`"show 1" tells one in full.`)
	}
	return nil
}

// dayText says on which day something was.
func (s *session) dayText(at time.Time) string {
	if at.Year() != s.cfg.Now().Year() {
		return strings.ToLower(at.Format("2 January 2006"))
	}
	return strings.ToLower(at.Format("Monday 2 January"))
}

// entryText tells an entry of the log in a few words; what the person wrote is
// not among them.
func (s *session) entryText(e ui.Entry) string {
	if e.Sitting == nil {
		return "at " + e.At.Format("15:04") + " a check-in, " + s.checkInText(e.Before, false)
	}
	text := fmt.Sprintf("at %s %s, %s, %s", e.At.Format("15:04"), e.Sitting.Goal, lengthText(e.Sitting.Minutes), e.How)
	if e.Sitting.Favourite {
		text += ", a favourite"
	}
	if !e.After.Mood.Empty() {
		text += ", " + s.moodText(e.After.Mood) + " after it"
	}
	return text
}

// checkInText tells the answers of a check-in; full has the words and the note.
func (s *session) checkInText(c journal.CheckIn, full bool) string {
	var parts []string
	if !c.Mood.Empty() {
		parts = append(parts, s.moodText(c.Mood))
	}
	switch {
	case len(c.Words) == 0:
	case full || !s.settings.Discreet:
		parts = append(parts, strings.Join(c.Words, ", "))
	default:
		parts = append(parts, "words")
	}
	if c.Note != "" {
		note := "a note"
		if full {
			note = "note: " + c.Note
		}
		parts = append(parts, note)
	}
	if len(parts) == 0 {
		return "without an answer"
	}
	return strings.Join(parts, "; ")
}

// moodText says the answers in numbers of 0 to 100, each with the end that it
// counts towards.
func (s *session) moodText(mood journal.Mood) string {
	var parts []string
	for i, rating := range [3]journal.Rating{mood.Valence, mood.Energy, mood.Tension} {
		if points, given := pointsOf(rating); given {
			parts = append(parts, s.settings.Questions[i][1]+" "+points)
		}
	}
	return strings.Join(parts, ", ")
}

// numbered returns the entry with a number of the log.
func (s *session) numbered(text string) (ui.Entry, error) {
	s.readHistory()
	all := ui.Entries(s.history, s.cfg.Now)
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 || number > len(all) {
		if len(all) == 0 {
			return ui.Entry{}, errors.New("nothing is kept yet")
		}
		return ui.Entry{}, fmt.Errorf("the log has the numbers 1 to %d, 1 being the newest", len(all))
	}
	return all[number-1], nil
}

// show tells one entry in full.
func (s *session) show(number string) error {
	e, err := s.numbered(number)
	if err != nil {
		return err
	}
	day := strings.ToLower(e.At.Format("Monday 2 January 2006"))
	if e.Sitting == nil {
		s.voice.say(fmt.Sprintf("%s, at %s, a check-in: %s.", day, e.At.Format("15:04"), s.checkInText(e.Before, true)))
		return nil
	}
	s.voice.say(fmt.Sprintf("%s, %s; %s heard.", day, s.entryText(e), spanText(float64(e.Sitting.Frames)/generator.Rate)))
	for _, around := range []struct {
		when   string
		answer journal.CheckIn
	}{{"before", e.Before}, {"after", e.After}} {
		if !around.answer.Empty() {
			s.voice.say(around.when + ": " + s.checkInText(around.answer, true) + ".")
		}
	}
	if text := journal.Change(e.Before.Mood, e.After.Mood, e.Sitting.Goal); text != "" {
		s.voice.say(strings.ToLower(text))
	}
	if len(e.Sitting.Kept) > 0 {
		var moments []string
		for _, frame := range e.Sitting.Kept {
			moments = append(moments, clock(frame))
		}
		s.voice.say("moments kept: " + strings.Join(moments, ", ") + ".")
	}
	if e.Sitting.Code != "" {
		s.voice.say("code " + e.Sitting.Code)
	}
	s.voice.say(fmt.Sprintf(`"again %s" from home plays it once more; "favourite %s" keeps it as a favourite, or no longer.`, number, number))
	return nil
}

// favourites lists the favourites with their numbers of the log; with a number it
// makes that one a favourite, or takes that back.
func (s *session) favourites(number string) error {
	if number != "" {
		e, err := s.numbered(number)
		if err != nil {
			return err
		}
		if e.Sitting == nil {
			return fmt.Errorf("number %s is a check-in without music", number)
		}
		s.favour(e.Sitting.ID, !e.Sitting.Favourite)
		return nil
	}
	s.readHistory()
	found := false
	for i, e := range ui.Entries(s.history, s.cfg.Now) {
		if e.Sitting != nil && e.Sitting.Favourite {
			found = true
			s.voice.say(fmt.Sprintf("%d: %s, %s.", i+1, s.dayText(e.At), s.entryText(e)))
		}
	}
	if !found {
		s.voice.say(`no favourites yet. "favourite 1" makes the newest of the log one.`)
	}
	return nil
}
