package ui

import (
	"runtime"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
)

// bind makes a binding: what it is called in the help, what it does, and the
// keys. A binding without a name works and is not listed, because another one
// lists it too.
func bind(name, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, does))
}

// told is the binding with more words for the full help, which has room.
func told(binding key.Binding, does string) key.Binding {
	binding.SetHelp(binding.Help().Key, does)
	return binding
}

// named is the binding with another name and more words, for the full help.
func named(binding key.Binding, name, does string) key.Binding {
	binding.SetHelp(name, does)
	return binding
}

// every is a binding for the full help that is named by all keys of one action,
// or by those of the two halves of a pair, as far as the list has room.
func every(does string, halves ...key.Binding) key.Binding {
	binding := halves[0]
	binding.SetHelp(everyLabel(halves...), does)
	return binding
}

// pair is the binding of two opposite actions, named after the first key of
// each: "↑/↓ volume".
func pair(does string, first, second key.Binding) key.Binding {
	keys := slices.Concat(first.Keys(), second.Keys())
	return bind(pairLabel(first.Keys(), second.Keys()), does, keys...)
}

// all is the binding of several actions, named after the first key of each.
func all(does string, actions ...key.Binding) key.Binding {
	var keys, labels []string
	short := true // signs need nothing between them
	for _, binding := range actions {
		keys = append(keys, binding.Keys()...)
		label := firstLabel(binding.Keys())
		short = short && strings.Contains("↑↓←→", label)
		labels = append(labels, label)
	}
	between := "/"
	if short {
		between = ""
	}
	return bind(strings.Join(labels, between), does, keys...)
}

// with is the binding with further keys, under the same name.
func with(binding key.Binding, keys ...string) key.Binding {
	binding.SetKeys(slices.Concat(binding.Keys(), keys)...)
	return binding
}

// suspendKey is off where the system cannot stop a program and go on with it.
func suspendKey() key.Binding {
	binding := bind("ctrl+z", "set the program aside; the music pauses", "ctrl+z")
	binding.SetEnabled(runtime.GOOS != "windows")
	return binding
}

// A keyMap is every binding of the program: what a key does, what it is called,
// and which keys do it. It does not change while the program runs but for the
// person's own keys.
type keyMap struct {
	// Keys that mean the same on every screen.
	next, play, open, back, help, hard, away, quit, leave, sleep, note, words, tell, look, set, done key.Binding

	// Keys of home.
	ask, suggested, night, notNow key.Binding

	// Keys of the three scales.
	move, fine, less, lessFine, moreFine, more, jump, unset, forward, up key.Binding

	// Keys of what is said in one's own words.
	told, chips, toText, takeAway key.Binding

	// Keys of lists.
	choose, goals, scroll, view, only, weeks, moreWeeks, fewerWeeks, walk, find, typeWord, takeFound, chooseFound, toMap, previous, follow, followJ, pageUp, pageDown, top, bottom, toggle, picked, pickOne key.Binding

	// Keys of the goal.
	longer, lengthen, shorter, journey, keep, options key.Binding

	// Keys of what can be turned.
	turn, usual, allUsual, add, want, refuse, take, tap key.Binding

	// Keys of the music.
	pause, volume, louder, softer, home, stop, why, picture, guide, close, again, favour, new key.Binding

	// Keys that steer the music. The arrows lie along the line of time, whose end
	// they move.
	steer, brighter, darker, livelier, gentler, fuller, sparser, soundscape, hold, moveOn, homeAt, extend, cut, moment, moreOf, lessOf, atDone, atLeave, erase, steered key.Binding
}

// usualKeys returns the bindings of somebody who has changed none.
func usualKeys() *keyMap {
	keys := plainKeys()
	keys.compose()
	return keys
}

// compose makes the bindings that consist of others: the pairs, and the ways to
// close what a key has opened with that key.
func (k *keyMap) compose() {
	k.move = pair("move", k.less, k.more)
	k.fine = pair("move by one", k.lessFine, k.moreFine)
	k.turn = pair("turn", k.less, k.more)
	k.want = with(k.more, "+", "=")
	k.refuse = with(k.less, "-", "_")
	k.choose = pair("choose", k.previous, k.followJ)
	k.goals = pair("goal", k.previous, k.follow)
	k.scroll = pair("more", k.previous, k.follow)
	k.walk = all("walk", k.previous, k.followJ, k.less, k.more)
	k.typeWord = with(k.find, "tab")
	k.weeks = pair("weeks", k.moreWeeks, k.fewerWeeks)
	k.longer = pair("time", k.lengthen, k.shorter)
	k.volume = pair("volume", k.louder, k.softer)
	k.takeAway = told(k.unset, "take it away")
	k.close = with(bind("esc", "close", "esc"), k.why.Keys()...)
	k.steered = with(bind("esc", "close", "esc"), k.steer.Keys()...)
	k.away = with(bind("esc", "close", "esc", "!", "enter"), k.quit.Keys()...)
}

// plainKeys returns the usual bindings of one action each. Those that compose
// makes of them are not set.
func plainKeys() *keyMap {
	return &keyMap{
		next:  bind("enter", "next", "enter"),
		play:  bind("enter", "play", "enter"),
		open:  bind("enter", "open", "enter"),
		back:  bind("esc", "back", "esc", "shift+tab"),
		help:  bind("?", "help", "?"),
		hard:  bind("!", "when it is hard: people to talk to", "!"),
		quit:  bind("q", "leave", "q"),
		leave: bind("ctrl+c", "leave at once; the music fades and all is kept", "ctrl+c"),
		sleep: suspendKey(),
		note:  bind("n", "note", "n"),
		words: bind("w", "words", "w"),
		tell:  bind("t", "tell", "t"),
		look:  bind("b", "log", "b"),
		set:   bind("c", "settings", "c"),
		done:  bind("esc", "done", "esc", "tab"),

		ask:       bind("i", "check in", "i"),
		suggested: bind("u", "as suggested", "u"),
		night:     bind("m", "last night", "m"),
		notNow:    bind("x", "not now", "x"),

		less:     bind("", "", "left", "h"),
		lessFine: bind("", "", "shift+left", "H"),
		moreFine: bind("", "", "shift+right", "L"),
		more:     bind("", "", "right", "l"),
		jump:     bind("0–9", "jump: 0 is the left end, 9 is 90", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		unset:    bind("x", "take the answer back", "x", "backspace", "delete"),
		forward:  bind("tab", "next", "tab", "down"),
		up:       bind("", "", "up"),

		told:   bind("enter", "done", "enter", "esc"),
		chips:  bind("tab", "what was understood", "tab"),
		toText: bind("tab", "the text", "tab"),

		previous:    bind("", "", "up", "k"),
		follow:      bind("", "", "down"),
		followJ:     bind("", "", "down", "j"),
		pageUp:      bind("pgup", "a page up", "pgup", "ctrl+u"),
		pageDown:    bind("pgdown", "a page down", "pgdown", "ctrl+d", "space"),
		top:         bind("home", "first", "home", "g"),
		bottom:      bind("end", "last", "end", "G"),
		toggle:      bind("space", "pick", "space", "x"),
		picked:      bind("enter", "done", "enter"),
		pickOne:     bind("enter", "pick this one", "enter"),
		find:        bind("/", "type", "/"),
		view:        bind("tab", "next view", "tab"),
		only:        bind("o", "only these", "o"),
		moreWeeks:   bind("", "", "+", "="),
		fewerWeeks:  bind("", "", "-", "_"),
		takeFound:   bind("enter", "take it", "enter"),
		chooseFound: bind("↑/↓", "choose", "up", "down"),
		toMap:       bind("esc", "map", "esc", "tab"),

		lengthen: bind("", "", "+", "=", "right", "l"),
		shorter:  bind("", "", "-", "_", "left", "h"),
		journey:  bind("j", "journey", "j"),
		keep:     bind("s", "save", "s"),
		options:  bind("o", "more", "o"),

		usual:    bind("x", "usual", "x", "backspace", "delete"),
		allUsual: bind("0", "all as usual", "0"),
		add:      bind("+", "one more", "+"),
		take:     bind("space", "take it", "space"),
		tap:      bind("t", "tap a breath in", "t"),

		pause:   bind("space", "pause", "space", "p"),
		louder:  bind("", "", "up", "+", "="),
		softer:  bind("", "", "down", "-", "_"),
		home:    bind("e", "ending", "e"),
		stop:    bind("s", "stop", "s", "q"),
		why:     bind("w", "why", "w"),
		picture: bind("z", "picture", "z"),
		guide:   bind("g", "guide", "g"),
		again:   bind("p", "play again", "p"),
		favour:  bind("f", "favourite", "f"),
		new:     bind("enter", "begin again", "enter"),

		steer:      bind("v", "steer", "v"),
		brighter:   bind("b", "brighter", "b"),
		darker:     bind("d", "darker", "d"),
		livelier:   bind("l", "livelier", "l"),
		gentler:    bind("o", "softer", "o"),
		fuller:     bind("f", "fuller", "f"),
		sparser:    bind("t", "sparser", "t"),
		soundscape: bind("x", "next soundscape", "x"),
		hold:       bind("h", "hold", "h"),
		moveOn:     bind("m", "move on", "m"),
		homeAt:     bind("a", "home at", "a"),
		extend:     bind("→", "5 minutes longer", "right"),
		cut:        bind("←", "5 minutes shorter", "left"),
		moment:     bind("k", "keep this moment", "k"),
		moreOf:     bind("", "", "right"),
		lessOf:     bind("←/→", "less, more", "left"),
		atDone:     bind("enter", "end then", "enter"),
		atLeave:    bind("esc", "close", "esc"),
		erase:      bind("", "", "backspace", "delete"),
	}
}

// leans are the bindings of generator.Leans, in its order.
func (k *keyMap) leans() [6]key.Binding {
	return [...]key.Binding{k.brighter, k.darker, k.livelier, k.gentler, k.fuller, k.sparser}
}
