package settings

// Names are what the settings are allowed to name and this package does not
// know: it draws nothing and plays nothing.
type Names struct {
	Themes  []Choice
	Breaths []Choice
	Actions []Action
}

// A Choice is one of the things that a setting can be.
type Choice struct {
	Name  string
	About string // what it means
}

// An Action is something that keys do.
type Action struct {
	Name  string   // "pause": its setting is "keys.pause"
	About string   // what it does
	Keys  []string // as usual, by the names that Bubble Tea gives them
}

// KeyPrefix stands before the name of an action in that of its setting.
const KeyPrefix = "keys."

// The groups, in their order.
const (
	groupSound   = "sound"
	groupPicture = "picture"
	groupBreath  = "breath"
	groupPrivacy = "privacy"
	groupWords   = "words"
)

// usualBreath is the value of the setting "breath" that leaves every goal its
// own.
const usualBreath = "usual"

// Definitions returns everything that can be set, in the order in which it is
// listed, group after group.
func Definitions(names Names) []Definition {
	known := []Definition{
		number("volume", groupSound, "the volume with which a sitting starts, in decibels; 0 is the full one",
			Range{Least: -30, Most: 0, Step: 1, Unit: "dB"},
			func(s Settings) float64 { return s.Volume },
			func(s *Settings, n float64) { s.Volume = n }),

		explained(names.Themes, choice("theme", groupPicture, "the colours", namesOf(names.Themes),
			func(s Settings) string { return s.Theme },
			func(s *Settings, text string) { s.Theme = text })),
		choice("background", groupPicture, "whether the terminal is dark or light; ask lets it say so itself", texts(AskTerminal, DarkGround, LightGround),
			func(s Settings) string { return string(s.Background) },
			func(s *Settings, text string) { s.Background = Background(text) }),
		choice("motion", groupPicture, "how much moves: calm is four pictures a second and slower, none is still", texts(FullMotion, CalmMotion, NoMotion),
			func(s Settings) string { return string(s.Motion) },
			func(s *Settings, text string) { s.Motion = Motion(text) }),
		choice("power", groupPicture, "how much is drawn: auto draws little on battery, over ssh and behind other windows", texts(AutoPower, LowPower, FullPower),
			func(s Settings) string { return string(s.Power) },
			func(s *Settings, text string) { s.Power = Power(text) }),
		toggle("mouse", groupPicture, "the mouse points and clicks; without it the terminal selects text as usual", func(s *Settings) *bool { return &s.Mouse }),
		toggle("plain", groupPicture, "sentences and line prompts instead of screens, from the next start on; made for a screen reader", func(s *Settings) *bool { return &s.Plain }),

		breathDefinition(names.Breaths),
		toggle("pacer", groupBreath, "a line fills and empties with the breath where there is one to follow", func(s *Settings) *bool { return &s.Pacer }),
		toggle("guidance", groupBreath, "lines of guidance are shown while you meditate or listen", func(s *Settings) *bool { return &s.Guidance }),

		toggle("discreet", groupPrivacy, "words and notes stay covered in the log until an entry is opened", func(s *Settings) *bool { return &s.Discreet }),
		toggle("ask-after", groupPrivacy, "the three questions are asked again after a sitting", func(s *Settings) *bool { return &s.AskAfter }),
		number("day-start", groupPrivacy, "the hour at which your day begins; before it, the night still belongs to the day before",
			Range{Least: 0, Most: 23, Step: 1, Whole: true, Unit: "o'clock"},
			func(s Settings) float64 { return float64(s.DayStart) },
			func(s *Settings, n float64) { s.DayStart = int(n) }),

		pair("questions.valence", groupWords, "the two ends of the first question", func(s *Settings) *[2]string { return &s.Questions[0] }),
		pair("questions.energy", groupWords, "the two ends of the second question", func(s *Settings) *[2]string { return &s.Questions[1] }),
		pair("questions.tension", groupWords, "the two ends of the third question", func(s *Settings) *[2]string { return &s.Questions[2] }),
		lines("help-lines", groupWords, "the paragraphs of the panel for bad moments (!); none for the ones that come with it", func(s *Settings) *[]string { return &s.HelpLines }),
	}
	for _, action := range names.Actions {
		known = append(known, keysOf(action))
	}
	return known
}

// breathDefinition is the setting of the breath that is offered first.
func breathDefinition(breaths []Choice) Definition {
	return explained(breaths, choice("breath", groupBreath, "the breath that breathe is played with and the other goals offer first", append([]string{usualBreath}, namesOf(breaths)...),
		func(s Settings) string {
			if s.Breath == "" {
				return usualBreath
			}
			return s.Breath
		},
		func(s *Settings, text string) {
			if s.Breath = text; text == usualBreath {
				s.Breath = ""
			}
		}))
}

// namesOf returns the names of choices.
func namesOf(choices []Choice) []string {
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = c.Name
	}
	return names
}

// explained is the definition with what its choices mean.
func explained(choices []Choice, d Definition) Definition {
	d.means = make(map[string]string, len(choices))
	for _, c := range choices {
		d.means[c.Name] = c.About
	}
	return d
}

// texts returns choices as the texts that they are.
func texts[T ~string](choices ...T) []string {
	var list []string
	for _, c := range choices {
		list = append(list, string(c))
	}
	return list
}
