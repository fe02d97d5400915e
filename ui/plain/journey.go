package plain

import (
	"fmt"
	"math"
	"strings"

	"dulcet/generator"
)

// journey tells the path of the mood that the music would take, and the reasons
// for how it sounds.
func (s *session) journey() error {
	_, brief, err := s.composed()
	if err != nil {
		return err
	}
	s.voice.say(s.path(brief))
	s.reasons(brief)
	return nil
}

// phases say what the music does in each phase of a journey.
var phases = map[string]string{
	generator.Meet: "meets you", generator.Travel: "travels", generator.Rest: "rests", generator.Land: "lands",
	generator.Silence: "is silent", generator.Dawn: "comes up again",
}

// path tells a journey phase by phase.
func (s *session) path(brief generator.Brief) string {
	points := brief.Journey.Points
	var told []string
	for at, point := range points {
		if at > 0 && points[at-1].Phase == point.Phase {
			continue
		}
		last := at
		for last+1 < len(points) && points[last+1].Phase == point.Phase {
			last++
		}
		end := brief.Journey.Seconds
		if last+1 < len(points) {
			end = points[last+1].Seconds
		}
		does := phases[point.Phase]
		if does == "" {
			does = "goes on"
		}
		text := fmt.Sprintf("%s for %s", does, spanText(end-point.Seconds))
		switch {
		case at == 0:
			text += " at " + s.place(point)
		case s.place(points[last]) != s.place(points[at-1]):
			text += " to " + s.place(points[last])
		}
		told = append(told, text)
	}
	if len(told) == 0 {
		return "there is no journey to tell."
	}
	return "the journey: it " + strings.Join(told, "; then it ") + "."
}

// place says a mood in the numbers of the questions, each with the end that it
// counts towards.
func (s *session) place(point generator.Point) string {
	var said []string
	for i, value := range []float64{point.Valence, point.Energy, point.Tension} {
		said = append(said, fmt.Sprintf("%s %.0f", s.settings.Questions[i][1], 50+50*value))
	}
	return strings.Join(said, ", ")
}

// spanText is a length of seconds in words.
func spanText(seconds float64) string {
	if whole := int(math.Round(seconds)); whole < 60 {
		return counted(whole, "second")
	}
	return lengthText(seconds / 60)
}

// reasons tells why the music sounds as it does.
func (s *session) reasons(brief generator.Brief) {
	for _, reason := range brief.Reasons {
		s.voice.say(ending(reason.About + ": " + reason.Text))
	}
}
