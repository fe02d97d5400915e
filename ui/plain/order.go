package plain

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/ui"
)

// A Conductor takes orders for a sitting that plays, a line of plain words at a
// time. The plain mode and the plain lines of "dulcet play --no-ui" share it.
type Conductor struct {
	hand ui.Hand
}

// NewConductor returns who takes orders for a sitting that was made from the
// brief; now tells the time where the person is.
func NewConductor(playing ui.Sitting, brief generator.Brief, now func() time.Time) *Conductor {
	return &Conductor{ui.Hand{Sitting: playing, Brief: brief, Now: now}}
}

// An order is what may be typed while a sitting plays.
type order struct {
	names []string // the first is the one that the help shows
	takes string   // what follows the name, or empty
	does  string
	do    func(c *Conductor, rest string) (said string, err error)
}

// errOrder is wrapped by what is said of a line that is no order.
var errOrder = errors.New(`"help" lists the words`)

// orders returns every order. Two orders of one name do not exist; of two that
// fit a line the longer name counts.
func orders() []order {
	var list []order
	synonyms := map[string][]string{"softer": {"gentler", "calmer"}, "sparser": {"thinner"}}
	for _, lean := range generator.Leans() {
		list = append(list, order{
			names: append([]string{lean.Name}, synonyms[lean.Name]...), does: "lean the music a little " + lean.Name,
			do: plain(func(c *Conductor) string { return c.hand.Lean(lean) }),
		})
	}
	return append(list, []order{
		{[]string{"more"}, "LAYER", "more of a layer: more rain", levelled(levelDecibels)},
		{[]string{"less"}, "LAYER", "less of a layer: less drums", levelled(-levelDecibels)},
		{[]string{"no", "without"}, "LAYER", "none of a layer: no bass", levelled(generator.LeastLevel - generator.MostLevel)},
		{[]string{"next soundscape", "soundscape"}, "", "another soundscape", plain(func(c *Conductor) string { return c.hand.NextSoundscape() })},
		{[]string{"hold"}, "", "hold this section: it goes on, varied", plain(func(c *Conductor) string { return c.hand.Hold(true) })},
		{[]string{"let go", "release"}, "", "let it go again", plain(func(c *Conductor) string { return c.hand.Hold(false) })},
		{[]string{"move on", "next"}, "", "the next section at the end of the phrase", plain(func(c *Conductor) string { return c.hand.MoveOn() })},
		{[]string{"home", "home at", "bring it home", "bring it home at"}, "[HH:MM]", "bring it home now, or so that it ends at a time", comeHome},
		{[]string{"longer"}, "[MINUTES]", "five minutes longer, or as many as you say", moveEnd(1)},
		{[]string{"shorter"}, "[MINUTES]", "five minutes shorter", moveEnd(-1)},
		{[]string{"keep", "keep this moment"}, "", "keep this moment in the journal", plain(func(c *Conductor) string { return c.hand.Keep() })},
		{[]string{"pause"}, "", "pause", plain(func(c *Conductor) string { c.hand.Sitting.Pause(); return "paused" })},
		{[]string{"resume", "go on"}, "", "go on after a pause", plain(func(c *Conductor) string { c.hand.Sitting.Resume(); return "going on" })},
		{[]string{"louder"}, "", "turn the volume up", volumed(2)},
		{[]string{"quieter"}, "", "turn the volume down", volumed(-2)},
		{[]string{"where", "status"}, "", "where the sitting stands", plain((*Conductor).where)},
		{[]string{"stop", "quit"}, "", "stop; it fades out and is saved", plain(func(c *Conductor) string { c.hand.Sitting.Stop(); return "fading out" })},
		{[]string{"help", "?"}, "", "these words", plain((*Conductor).Words)},
	}...)
}

// Take carries out a line and returns what to say of it: nothing for an empty
// one.
func (c *Conductor) Take(line string) string {
	words := strings.Fields(strings.ToLower(line))
	if len(words) == 0 {
		return ""
	}
	found, rest := match(words)
	if found == nil {
		return fmt.Sprintf("%q is nothing that can be asked for: %v", strings.Join(words, " "), errOrder)
	}
	said, err := found.do(c, rest)
	if err != nil {
		return err.Error()
	}
	return said
}

// match returns the order whose name begins the line, the longest of them, and
// what follows the name. An order that takes nothing must be all of the line.
func match(words []string) (found *order, rest string) {
	line, longest := strings.Join(words, " "), 0
	for _, o := range orders() {
		for _, name := range o.names {
			after, begins := strings.CutPrefix(line, name)
			if !begins || len(name) <= longest || after != "" && (after[0] != ' ' || o.takes == "") {
				continue
			}
			found, rest, longest = &o, strings.TrimSpace(after), len(name)
		}
	}
	return found, rest
}

// plain is an order that takes nothing and cannot fail.
func plain(do func(c *Conductor) string) func(*Conductor, string) (string, error) {
	return func(c *Conductor, _ string) (string, error) { return do(c), nil }
}

// levelDecibels is what "more" and "less" change.
const levelDecibels = 3

// levelled turns a layer by decibels.
func levelled(decibels float64) func(*Conductor, string) (string, error) {
	return func(c *Conductor, rest string) (string, error) {
		layer, err := c.hand.Brief.Layer(strings.ReplaceAll(rest, " ", "-"))
		if err != nil {
			return "", err
		}
		return c.hand.Level(layer, decibels), nil
	}
}

// comeHome brings the music home now, or at a time.
func comeHome(c *Conductor, rest string) (string, error) {
	if rest == "" || rest == "now" {
		return c.hand.Home(), nil
	}
	return c.hand.HomeAt(rest)
}

// usualMinutes is by how much the end moves where nobody says by how much.
const usualMinutes = 5

// moveEnd moves the end of the sitting, later for 1 and earlier for −1.
func moveEnd(direction int) func(*Conductor, string) (string, error) {
	return func(c *Conductor, rest string) (string, error) {
		minutes := usualMinutes
		if rest != "" {
			number, _, _ := strings.Cut(rest, " ")
			asked, err := strconv.Atoi(number)
			if err != nil || asked < 1 || asked > generator.MaxMinutes {
				return "", fmt.Errorf("minutes are a number of 1 to %d, and %q is none", generator.MaxMinutes, rest)
			}
			minutes = asked
		}
		return c.hand.Longer(direction * minutes), nil
	}
}

// volumed turns the volume by decibels.
func volumed(decibels float64) func(*Conductor, string) (string, error) {
	return plain(func(c *Conductor) string {
		c.hand.Sitting.SetVolume(c.hand.Sitting.Status().Volume + decibels)
		return strings.Replace(fmt.Sprintf("volume %.0f dB", c.hand.Sitting.Status().Volume), "-", "−", 1)
	})
}

// clock writes a number of frames as minutes and seconds, or with hours.
func clock(frames int64) string {
	seconds := frames / generator.Rate
	if seconds >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", seconds/60, seconds%60)
}

// where tells where the sitting stands, after the time that stands before every
// line.
func (c *Conductor) where() string {
	status := c.hand.Sitting.Status()
	piece := status.Piece
	return fmt.Sprintf("of %s, %s, %s in %s %s", clock(status.Length), piece.Section, piece.Chord, piece.Tonic, piece.Mode)
}

// Words lists what may be typed, and the layers of this piece.
func (c *Conductor) Words() string {
	lines := []string{"while it plays you can type:"}
	for _, o := range orders() {
		lines = append(lines, fmt.Sprintf("  %-22s %s", strings.TrimSpace(o.names[0]+" "+o.takes), o.does))
	}
	var names []string
	for _, layer := range c.hand.Brief.Layers() {
		names = append(names, layer.Name)
	}
	return strings.Join(append(lines, "  the layers are "+strings.Join(names, ", ")), "\n")
}
