package plain

import (
	"fmt"
	"strings"

	"dulcet/player"
)

// A narrator tells the turns of a sitting in short sentences, and what of the
// sound must be known.
type narrator struct {
	section string
	message string
	landing bool
	quiet   bool // turns are not told
}

// tell returns the sentences that a new status asks for, most often none. In
// silence only what went wrong is told.
func (n *narrator) tell(status player.Status, silence bool) []string {
	var lines []string
	if status.Message != n.message {
		if n.message = status.Message; n.message == "" {
			lines = append(lines, "the sound is back.")
		} else {
			lines = append(lines, n.message+".")
		}
	}
	silence = silence || n.quiet
	piece := status.Piece
	home := piece.Landing && !n.landing
	n.landing = piece.Landing
	if home && !silence {
		lines = append(lines, "it comes home.")
	}
	if piece.Section == "" || piece.Section == n.section {
		return lines
	}
	first := n.section == ""
	n.section = piece.Section
	if silence || home || first {
		return lines
	}
	return append(lines, fmt.Sprintf("%s, in %s.", turn(piece.Section), keyText(piece.Tonic, piece.Mode)))
}

// keyText says a key: "E flat dorian".
func keyText(tonic, mode string) string {
	return strings.NewReplacer("b", " flat", "#", " sharp").Replace(tonic) + " " + mode
}

// turn says that a section begins.
func turn(section string) string {
	name, number, _ := strings.Cut(section, " ")
	if number != "" {
		return "it goes on to " + section
	}
	if does := phases[name]; does != "" {
		return "it " + does
	}
	return "now " + section
}
