package command

import (
	"fmt"
	"time"

	"dulcet/generator"
	"dulcet/player"
	"dulcet/ui/widget"
)

// A narrator tells a sitting in plain lines: what turns, and nothing else, so
// that a screen reader or a log file can follow.
type narrator struct {
	section string
	message string
	landing bool
}

// opening tells what is going to be played, and why.
func opening(b generator.Brief) []string {
	lines := []string{fmt.Sprintf("%s, %s, seed %d: %s", b.Goal, minutesText(b.Minutes), b.Seed, b.Goal.About()), "code " + b.Code()}
	for _, reason := range b.Reasons {
		lines = append(lines, widget.CleanLine(reason.About+": "+reason.Text))
	}
	return lines
}

// tell returns the lines that a new status asks for, most often none.
func (n *narrator) tell(status player.Status) []string {
	at := clock(framesTime(status.Frames))
	var lines []string
	if status.Message != n.message {
		if n.message = status.Message; n.message == "" {
			lines = append(lines, at+" the sound is back")
		} else {
			lines = append(lines, at+" "+widget.CleanLine(n.message))
		}
	}
	piece := status.Piece
	if piece.Section != "" && piece.Section != n.section {
		n.section = piece.Section
		lines = append(lines, fmt.Sprintf("%s %s, %s %s, %.0f beats a minute", at, piece.Section, piece.Tonic, piece.Mode, piece.BPM))
	}
	if piece.Landing && !n.landing {
		n.landing = true
		lines = append(lines, at+" coming home")
	}
	return lines
}

// framesTime is how long a number of frames lasts.
func framesTime(frames int64) time.Duration {
	return time.Duration(frames) * time.Second / generator.Rate
}
