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
	toGoal := []step{await("how is it"), press("3", "enter", "4", "enter", "7", "enter"), await("what for")}
	toMusic := append(slices.Clone(toGoal), press("enter"), await("pause"))
	return []scene{
		{
			name: "checkin", about: "the check-in: three questions, each a line between two words", paper: night,
			arguments: []string{"--silent"}, steps: []step{await("how is it"), press("3", "enter", "left", "left", "left")},
		},
		{
			name: "words", about: "feeling words to pick from", paper: night,
			arguments: []string{"--silent"}, steps: []step{await("how is it"), press("w", "space", "right", "down", "space")},
		},
		{
			name: "tell", about: "how it is and what is wanted, in a line of one's own", paper: night,
			arguments: []string{"--silent"},
			steps: []step{
				await("how is it"), press("t"),
				write("wired after a long day, can't sleep, rain and soft piano, half an hour"), pass(time.Second),
			},
		},
		{
			name: "goal", about: "what the sitting is for", paper: night,
			arguments: []string{"--silent"}, steps: toGoal,
		},
		{
			name: "journey", about: "the journey: the path of the mood over the time, and the dials", paper: night,
			arguments: plays("unwind", "7"), steps: append(slices.Clone(toGoal), press("j"), pass(time.Second)),
		},
		{
			name: "playing", about: "the playing screen: a slow field of light, and under it the time and the journey", paper: night,
			arguments: plays("unwind", "7"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "water", about: "meditate plays, and its picture is water", paper: night,
			arguments: plays("meditate", "11"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "embers", about: "energise plays, and its picture is embers", paper: night,
			arguments: plays("energise", "5"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "stars", about: "sleep plays, and its picture is a sky of stars", paper: night,
			arguments: plays("sleep", "3"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "light", about: "the playing screen in a light terminal", paper: day,
			arguments: plays("calm", "2"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "ember", about: "the theme ember", paper: night,
			arguments: in("ember", "move", "6"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "forest", about: "the theme forest", paper: night,
			arguments: in("forest", "ground", "8"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "sea", about: "the theme sea", paper: night,
			arguments: in("sea", "listen", "9"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "dusk", about: "the theme dusk", paper: night,
			arguments: in("dusk", "drift", "10"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "paper", about: "the theme paper, in a light terminal", paper: day,
			arguments: in("paper", "unwind", "12"), steps: append(slices.Clone(toMusic), pass(listen)),
		},
		{
			name: "high-contrast", about: "the theme high-contrast", paper: night,
			arguments: in("high-contrast", "uplift", "13"), steps: append(slices.Clone(toMusic), pass(listen)),
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
			arguments: []string{"--silent"}, steps: []step{await("how is it"), press("b"), pass(time.Second), press("down", "down")},
		},
		{
			name: "entry", about: "one sitting, looked back at", paper: day,
			arguments: []string{"--silent"}, steps: []step{await("how is it"), press("b"), pass(time.Second), press("enter")},
		},
		{
			name: "support", about: "the panel for bad moments: words, and people to talk to", paper: night,
			arguments: []string{"--silent"}, steps: []step{await("how is it"), press("!")},
		},
	}
}
