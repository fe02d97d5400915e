package ui

import (
	"fmt"
	"slices"
	"strings"

	"dulcet/generator"
	"dulcet/journal"
)

// A choice is one line of the options: one of a few settings, the first of
// which is the usual.
type choice struct {
	name     string
	settings []setting
	part     bool   // an instrument or a soundscape, wanted or refused
	reason   string // what a brief's reason is about that tells what becomes of it; empty where none does
}

// A setting is one thing that a choice can be set to.
type setting struct {
	text    string // as the line shows it
	about   string // what to know about it, or ""
	caution string // what to read before it is taken, or ""
	set     func(*generator.Options)
	is      func(generator.Options) bool
}

// at returns which setting is set.
func (c choice) at(options generator.Options) int {
	return max(0, slices.IndexFunc(c.settings, func(s setting) bool { return s.is(options) }))
}

// choicesFor lists what a goal can carry: what belongs to it alone, the breath,
// and who plays. What the options hold is among the settings, also where it came
// from words and is none of the usual ones.
func choicesFor(goal journal.Goal, options generator.Options) []choice {
	return choicesWith(goal, options, "")
}

// choicesWith is choicesFor with the named breath that is to be offered first.
func choicesWith(goal journal.Goal, options generator.Options, breath string) []choice {
	var choices []choice
	switch goal {
	case journal.Focus:
		choices = []choice{roundsChoice(options.Rounds), textureChoice()}
	case journal.Meditate:
		choices = []choice{warmUpChoice(options), bellsChoice(options), silenceChoice()}
	case journal.Sleep:
		choices = []choice{dawnChoice(options)}
	}
	choices = append(choices, breathChoice(goal, options.Breath, breath))
	for _, name := range slices.Concat(generator.Instruments(), generator.Soundscapes()) {
		choices = append(choices, partChoice(name))
	}
	return choices
}

// breathChoice offers the patterns that people know by name, the one that is
// wanted first before the others. Where nothing is to be held, none that holds is
// offered. own is one that was asked for and has no name.
func breathChoice(goal journal.Goal, own generator.Breath, first string) choice {
	c := choice{name: "breath"}
	add := func(text, about, caution string, breath generator.Breath) {
		c.settings = append(c.settings, setting{
			text: text, about: about, caution: caution,
			set: func(o *generator.Options) { o.Breath = breath },
			is:  func(o generator.Options) bool { return o.Breath == breath },
		})
	}
	named := breathsFrom(first)
	if goal == journal.Breathe {
		usual := ", as usual"
		if named[0].Name == first {
			usual = ", as you have set it"
		}
		add(named[0].Name, named[0].Text+usual, lower(named[0].Caution), generator.Breath{})
		named = named[1:]
	} else {
		add("none", "the music swells as it likes", "", generator.Breath{})
	}
	for _, n := range named {
		if goal != journal.Ground || n.Breath.Hold == 0 && n.Breath.Rest == 0 {
			add(n.Name, n.Text, lower(n.Caution), n.Breath)
		}
	}
	if !own.Passive && !slices.ContainsFunc(c.settings, func(s setting) bool { return s.is(generator.Options{Breath: own}) }) {
		add(own.String(), "as you asked for it", cautionOf(own), own)
	}
	passive := generator.PassiveBreath(0)
	c.settings = append(c.settings, setting{
		text: "by itself", about: "nothing to follow: the sound swells a little slower than you breathe, and slows down. ",
		set: func(o *generator.Options) {
			if !o.Breath.Passive {
				o.Breath = passive
			}
		},
		is: func(o generator.Options) bool { return o.Breath.Passive },
	})
	return c
}

// breathsFrom returns the named patterns, one of them before the others.
func breathsFrom(first string) []generator.NamedBreath {
	named := generator.Breaths()
	at := slices.IndexFunc(named, func(n generator.NamedBreath) bool { return n.Name == first })
	if at > 0 {
		wanted := named[at]
		named = slices.Insert(slices.Delete(named, at, at+1), 0, wanted)
	}
	return named
}

// cautionOf is what to know before a breath that has no name: that of the first
// named one that holds, where this one holds.
func cautionOf(breath generator.Breath) string {
	if breath.Hold == 0 {
		return ""
	}
	for _, named := range generator.Breaths() {
		if named.Breath.Hold > 0 {
			return lower(named.Caution)
		}
	}
	return ""
}

// minutesChoice offers a number of minutes, where 0 is none, and what the
// options hold.
func minutesChoice(name, none, about string, options generator.Options, of func(*generator.Options) *float64, minutes ...float64) choice {
	c := choice{name: name}
	minutes = append(minutes, 0, *of(&options))
	slices.Sort(minutes)
	for _, m := range slices.Compact(minutes) {
		text := none
		if m > 0 {
			text = minutesText(m)
		}
		c.settings = append(c.settings, setting{
			text: text, about: about,
			set: func(o *generator.Options) { *of(o) = m },
			is:  func(o generator.Options) bool { return *of(&o) == m },
		})
	}
	return c
}

func warmUpChoice(options generator.Options) choice {
	c := minutesChoice("warm-up", "none", "time to settle before the first bell, which begins the sitting", options,
		func(o *generator.Options) *float64 { return &o.Bells.WarmUp }, 1, 2, 3, 5)
	c.reason = "bells"
	return c
}

func bellsChoice(options generator.Options) choice {
	c := minutesChoice("bells", "none", "a soft bell every so often, to come back to", options,
		func(o *generator.Options) *float64 { return &o.Bells.Every }, 3, 5, 10, 15)
	for i, s := range c.settings[1:] {
		c.settings[i+1].text = "every " + s.text
	}
	c.reason = "bells"
	return c
}

func dawnChoice(options generator.Options) choice {
	c := minutesChoice("dawn", "none",
		"set the time so that it ends when you want to be up", options,
		func(o *generator.Options) *float64 { return &o.DawnMinutes }, 5, 10, 20, 30)
	c.settings[0].about = "after the silence music can come up again, softly, to wake to"
	c.reason = "dawn"
	return c
}

func roundsChoice(own generator.Rounds) choice {
	c := choice{name: "rounds", reason: "rounds"}
	all := []generator.Rounds{{}, {Work: 25, Rest: 5}, {Work: 50, Rest: 10}}
	if !slices.Contains(all, own) {
		all = append(all, own)
	}
	for _, rounds := range all {
		text, about := "off", "one stretch, without breaks"
		if rounds != (generator.Rounds{}) {
			text = fmt.Sprintf("%g/%g", rounds.Work, rounds.Rest)
			about = "it helps some people, not all"
		}
		c.settings = append(c.settings, setting{
			text: text, about: about,
			set: func(o *generator.Options) { o.Rounds = rounds },
			is:  func(o generator.Options) bool { return o.Rounds == rounds },
		})
	}
	return c
}

// textureDepth is the depth of the quiver where it is chosen: the middle of
// what has been tried (Woods and others 2024, who found that the depth made no
// difference).
const textureDepth = 0.25

func textureChoice() choice {
	c := choice{name: "16 Hz texture"}
	const about = "a plain quiver of the middle of the sound, about 16 times a second. in studies it helped some people keep at it, not all; it may bother you"
	for i, depth := range []float64{0, textureDepth} {
		c.settings = append(c.settings, setting{
			text: []string{"off", "on"}[i], about: about,
			set: func(o *generator.Options) { o.Modulation = depth },
			is:  func(o generator.Options) bool { return (o.Modulation > 0) == (depth > 0) },
		})
	}
	return c
}

func silenceChoice() choice {
	c := choice{name: "between"}
	about := []string{"music, as usual", "only the bells, and a soundscape if you want one below"}
	for i, silence := range []bool{false, true} {
		c.settings = append(c.settings, setting{
			text: []string{"music", "silence"}[i], about: about[i],
			set: func(o *generator.Options) { o.Silence = silence },
			is:  func(o generator.Options) bool { return o.Silence == silence },
		})
	}
	return c
}

// How a part that is refused, wanted, or neither is marked.
const (
	refusedSign = "−"
	wantedSign  = "+"
	likedSign   = "·"
)

// partChoice offers one instrument or soundscape.
func partChoice(name string) choice {
	part, _ := generator.PartsOf(name) // a name of the generator's own
	called := strings.ReplaceAll(name, "-", " ")
	wish := func(text, about string, wanted, refused generator.Parts) setting {
		return setting{
			text: text, about: about,
			set: func(o *generator.Options) {
				o.Wanted = o.Wanted&^part | wanted
				o.Refused = o.Refused&^part | refused
			},
			is: func(o generator.Options) bool { return o.Wanted&part == wanted && o.Refused&part == refused },
		}
	}
	return choice{name: called, part: true, settings: []setting{
		wish(likedSign, called+" as the music likes", 0, 0),
		wish(refusedSign, called+" never plays", 0, part),
		wish(wantedSign, called+" plays where the goal allows it", part, 0),
	}}
}

// partOrder is the order in which ←/→ go through the settings of a part: from
// refused over the usual to wanted.
var partOrder = []int{1, 0, 2}

// step returns the setting beside one, to the left or the right.
func (c choice) step(from, direction int) int {
	if !c.part {
		return max(0, min(from+direction, len(c.settings)-1))
	}
	at := max(0, min(slices.Index(partOrder, from)+direction, len(partOrder)-1))
	return partOrder[at]
}
