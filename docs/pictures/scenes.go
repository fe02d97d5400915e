package main

import (
	"slices"
	"time"
)

// A scene is one picture: what is started, what is done, and what it shows then.
type scene struct {
	name      string // of the file
	about     string // what it shows, for those who do not see it
	first     bool   // nothing has ever been kept
	paper     paper
	arguments []string
	steps     []step
}

// listen is how long a picture of the music is waited for: long enough that it
// has come to life.
const listen = 24 * time.Second

// scenes are all pictures.
func scenes() []scene {
	plays := func(goal, seed string) []string { return []string{"play", goal, "--seed", seed, "--silent"} }
	in := func(theme, goal, seed string) []string { return append(plays(goal, seed), "--theme", theme) }
	home := []string{"--silent"}
	toQuestions := []step{await("how is it right now"), press("enter"), await("1 of 3")}
	toGoal := []step{await("1 of 3"), press("3", "enter", "4", "enter", "7", "enter"), await("what for")}
	toMusic := append(slices.Clone(toGoal), press("enter"), await("pause"))
	return []scene{
		{
			name: "first", about: "the first start: what this is and is not, and the first question", paper: night, first: true,
			arguments: home, steps: []step{await("how is it"), pass(time.Second)},
		},
		{
			name: "home", about: "home: the day at a glance, and what leads on", paper: night,
			arguments: home, steps: []step{await("how is it right now"), pass(time.Second)},
		},
		{
			name: "favourites", about: "pieces that were kept to be found again", paper: night,
			arguments: home, steps: []step{await("how is it right now"), press("f"), pass(time.Second)},
		},
		{
			name: "settings", about: "the settings, each with what it does", paper: night,
			arguments: home, steps: []step{await("how is it right now"), press("c"), await("settings"), press("down"), pass(time.Second)},
		},
		{
			name: "sentences", about: "plain mode: the same road in sentences and line prompts", paper: day,
			arguments: []string{"--plain", "--silent"},
			steps: []step{
				await("what now?"), press("enter"), await("unwell"), write("35"), press("enter"),
				await("no energy"), write("40"), press("enter"), await("on edge"), write("70"), press("enter"),
				await("which words"), write("tense, tired"), press("enter"), await("own words"), press("enter"),
				await("a note"), press("enter"), await("what for"), press("enter"), await("how long"), press("enter"), await("enter plays"), press("enter"),
				pass(4 * time.Second), write("brighter"), press("enter"), pass(2 * time.Second),
			},
		},
		{
			name: "checkin", about: "the check-in: three questions, each a line between two words", paper: night,
			arguments: home, steps: append(slices.Clone(toQuestions), press("3", "enter", "left", "left", "left")),
		},
		{
			name: "words", about: "feeling words to pick from", paper: night,
			arguments: home, steps: append(slices.Clone(toQuestions), press("w"), await("words"), press("right", "right", "space", "down", "space")),
		},
		{
			name: "tell", about: "how it is and what is wanted, in a line of one's own", paper: night,
			arguments: home,
			steps: append(slices.Clone(toQuestions), press("t"),
				write("wired after a long day, can't sleep, rain and soft piano, half an hour"), pass(time.Second)),
		},
		{
			name: "goal", about: "what the sitting is for", paper: night,
			arguments: plays("unwind", "7"), steps: toGoal,
		},
		{
			name: "journey", about: "the journey: the path of the mood over the time, and the dials", paper: night,
			arguments: plays("unwind", "7"), steps: append(slices.Clone(toGoal), press("j"), pass(time.Second)),
		},
		{
			name: "carrying", about: "what a sitting can carry: breath, bells, and who plays", paper: night,
			arguments: plays("meditate", "7"), steps: append(slices.Clone(toGoal), press("o"), pass(time.Second)),
		},
		{
			name: "playing", about: "the playing screen: mist in a valley, and under it the time and the journey", paper: night,
			arguments: plays("unwind", "7"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "stars", about: "sleep plays under stars", paper: night,
			arguments: plays("sleep", "3"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "light", about: "calm plays, its picture is an aurora; a light terminal", paper: day,
			arguments: plays("calm", "2"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "ember", about: "embers, in the theme ember", paper: night,
			arguments: in("ember", "move", "6"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "forest", about: "a meadow, in the theme forest", paper: night,
			arguments: in("forest", "uplift", "13"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "sea", about: "water, in the theme sea", paper: night,
			arguments: in("sea", "listen", "9"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "dusk", about: "an aurora, in the theme dusk", paper: night,
			arguments: in("dusk", "drift", "10"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "paper", about: "mist, in the theme paper", paper: day,
			arguments: in("paper", "unwind", "12"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "high-contrast", about: "raked sand, in the theme high-contrast", paper: night,
			arguments: in("high-contrast", "ground", "8"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "steering", about: "every layer of the music and its level", paper: night,
			arguments: plays("calm", "2"), steps: append(slices.Clone(toMusic), press("b", "v", "down", "down", "left"), pass(3*time.Second)),
		},
		{
			name: "why", about: "why the music sounds as it does", paper: night,
			arguments: plays("unwind", "7"), steps: append(slices.Clone(toMusic), press("w"), pass(time.Second)),
		},
		{
			name: "note", about: "a note is written while the music goes on", paper: night,
			arguments: plays("reflect", "4"),
			steps:     append(slices.Clone(toMusic), press("n"), write("the rain has stopped. tomorrow i call her."), pass(time.Second)),
		},
		{
			name: "after", about: "after the music: what it did, in numbers that promise nothing", paper: night,
			arguments: plays("calm", "2"),
			steps: append(slices.Clone(toMusic), pass(time.Second), press("s"), await("and now?"),
				press("6", "enter", "5", "enter", "3", "enter"), await("saved")),
		},
		{
			name: "log", about: "looking back: one line for each check-in and sitting", paper: day,
			arguments: home, steps: []step{await("how is it right now"), press("b"), await("looking back"), pass(time.Second), press("down", "down")},
		},
		{
			name: "trend", about: "how the days of some weeks were, in each of the three questions", paper: day,
			arguments: home, steps: []step{await("how is it right now"), press("b"), await("looking back"), pass(time.Second), press("tab"), pass(time.Second)},
		},
		{
			name: "entry", about: "one sitting, looked back at", paper: day,
			arguments: home, steps: []step{await("how is it right now"), press("b"), await("looking back"), pass(time.Second), press("down", "down", "enter")},
		},
		{
			name: "help", about: "the keys of a screen", paper: night,
			arguments: home, steps: []step{await("how is it right now"), press("?")},
		},
		{
			name: "support", about: "the panel for bad moments: words, and people to talk to", paper: night,
			arguments: home, steps: []step{await("how is it right now"), press("!")},
		},
	}
}
