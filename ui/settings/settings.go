package settings

// Settings are what everything that can be set stands at.
type Settings struct {
	Volume float64 // with which a sitting starts, decibels: −30…0

	Theme      string     // by name; see theme.Names
	Background Background // of the terminal
	Motion     Motion
	Power      Power
	Mouse      bool
	Plain      bool // sentences and line prompts in place of the screens, from the next start on

	Keys map[string][]string // by the name of the action; only those that are not as usual

	Breath   string // the named breath that is offered first; empty for each goal's own
	Pacer    bool   // the breath is shown where there is one to follow
	Guidance bool   // lines of guidance are shown where there are any

	Discreet bool // words and notes are covered in the log until an entry is opened
	AskAfter bool // the questions are asked again after a sitting
	DayStart int  // hour at which a day begins, 0…23

	Questions [3][2]string // the ends of the three questions: valence, energy, tension
	HelpLines []string     // the paragraphs of the help panel; none for the built-in ones
}

// A Background says where the knowledge of the terminal's background comes from.
type Background string

// The backgrounds.
const (
	AskTerminal Background = "ask" // the terminal is asked, and nothing is guessed
	DarkGround  Background = "dark"
	LightGround Background = "light"
)

// Motion is how much may move.
type Motion string

// The motions.
const (
	FullMotion Motion = "full" // fifteen pictures a second
	CalmMotion Motion = "calm" // four pictures a second, and slower
	NoMotion   Motion = "none" // nothing moves by itself; the time shows when a key is pressed
)

// Power says when little is drawn, to save the battery and the line.
type Power string

// The powers.
const (
	AutoPower Power = "auto" // low on battery, over ssh, and while the window is not in front
	LowPower  Power = "low"
	FullPower Power = "full"
)

// Usual returns the settings of somebody who has set nothing.
func Usual() Settings {
	return Settings{
		Theme: "dulcet", Background: AskTerminal, Motion: FullMotion, Power: AutoPower, Mouse: true,
		Pacer: true, Guidance: true, AskAfter: true, DayStart: 4,
		Questions: [3][2]string{{"unwell", "well"}, {"no energy", "full of energy"}, {"at ease", "on edge"}},
	}
}
