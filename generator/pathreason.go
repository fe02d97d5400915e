package generator

import (
	"fmt"

	"dulcet/journal"
)

// lowMood is the valence under which the other starts are spoken of (design
// choice).
const lowMood = -0.3

// pathReasons explains the journey and what was asked of it.
func pathReasons(b Brief, asked journal.Mood) []Reason {
	course := b.Options.Course
	reasons := []Reason{{"path", pathReason(b)}}
	if !b.Editable() {
		if course != (Course{}) {
			reasons = append(reasons, Reason{"path", "another course changes nothing here"})
		}
		return reasons
	}
	if course.Reach != 0 {
		way := "further"
		if course.Reach < 0 {
			way = "less far"
		}
		reasons = append(reasons, Reason{"reach", fmt.Sprintf("%.0f %% %s than %s leads, inside its limits: you asked for it", 50*abs(course.Reach), way, b.Goal)})
	}
	if course.Slow > 0 {
		reasons = append(reasons, Reason{"slow", fmt.Sprintf("it changes at %.0f %% of the usual rate: you asked for it", 100*(1-course.Slow/2))})
	}
	if valence, given := asked.Valence.Value(); given && valence < lowMood && course.Start == StartAhead {
		reasons = append(reasons, Reason{"start", "you feel low: it could also start just where you are, or on the brighter side of the way"})
	}
	return reasons
}

func pathReason(b Brief) string {
	why := straight(b.start(), b.Goal)
	starts := map[Start]string{
		StartAhead: "starts close to you", StartHere: "starts where you are", StartBrighter: "starts on the brighter side of the way",
	}[b.Options.Course.Start]
	if held := b.Journey.Points[0].affect(); b.Options.Course.Start == StartHere && held != b.start() {
		starts += ", as far as music should say it"
	}
	switch {
	case purposes[b.Goal].stay && heldBack(b.start()) != b.start():
		return "stays with how you feel, as far as music should say it"
	case purposes[b.Goal].stay:
		return "stays with how you feel"
	case why != "":
		return fmt.Sprintf("%s goes straight to where it leads: %s", b.Goal, why)
	case distance(b.Journey.Points[0].affect(), b.Journey.At(b.Journey.landing()).affect()) < 0.005: // less than is shown
		return "is where it leads from the first minute"
	case b.Journey.Reached < 0.995 && b.Options.Course.Slow > 0:
		return fmt.Sprintf("%s; at this rate %s short for the distance, so it goes %.0f %% of the way", starts, minutesAre(b.Minutes), 100*b.Journey.Reached)
	case b.Journey.Reached < 0.995:
		return fmt.Sprintf("%s; %s short for the distance, so it goes %.0f %% of the way and not too fast", starts, minutesAre(b.Minutes), 100*b.Journey.Reached)
	}
	return starts + ", then leads, then rests"
}

func minutesAre(minutes float64) string {
	if minutes == 1 {
		return "a minute is"
	}
	return minutesText(minutes) + " minutes are"
}

func abs(x float64) float64 { return max(x, -x) }
