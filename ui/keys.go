package ui

import (
	"runtime"

	"charm.land/bubbles/v2/key"
)

// bind makes a binding: what it is called in the help, what it does, and the
// keys. A binding without a name works and is not listed, because another one
// lists it too.
func bind(name, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(name, does))
}

// Keys that mean the same on every screen.
var (
	keyNext  = bind("enter", "next", "enter")
	keyPlay  = bind("enter", "play", "enter")
	keyOpen  = bind("enter", "open", "enter")
	keyBack  = bind("esc", "back", "esc", "shift+tab")
	keyHelp  = bind("?", "help", "?")
	keyHard  = bind("!", "when it is hard: people to talk to", "!")
	keyAway  = bind("esc", "close", "esc", "!", "enter", "q")
	keyQuit  = bind("q", "leave", "q")
	keyLeave = bind("ctrl+c", "leave at once; the music fades and all is kept", "ctrl+c")
	keySleep = suspendKey()
	keyNote  = bind("n", "note", "n")
	keyWords = bind("w", "words", "w")
	keyTell  = bind("t", "tell", "t")
	keyLook  = bind("b", "log", "b")
	keyDone  = bind("esc", "done", "esc", "tab")
)

// told is the binding with more words for the full help, which has room.
func told(binding key.Binding, does string) key.Binding {
	binding.SetHelp(binding.Help().Key, does)
	return binding
}

// named is the binding with all of its keys and more words, for the full help.
func named(binding key.Binding, name, does string) key.Binding {
	binding.SetHelp(name, does)
	return binding
}

// suspendKey is off where the system cannot stop a program and go on with it.
func suspendKey() key.Binding {
	binding := bind("ctrl+z", "set the program aside; the music pauses", "ctrl+z")
	binding.SetEnabled(runtime.GOOS != "windows")
	return binding
}

// Keys of the three scales.
var (
	keyMove     = bind("←/→", "move", "left", "h", "right", "l")
	keyLess     = bind("", "", "left", "h")
	keyLessFine = bind("shift+←/→", "move by one", "shift+left", "H")
	keyMoreFine = bind("", "", "shift+right", "L")
	keyMore     = bind("", "", "right", "l")
	keyJump     = bind("0–9", "jump: 0 is the left end, 9 is 90", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	keyUnset    = bind("x", "take the answer back", "x", "backspace", "delete")
	keyForward  = bind("tab", "next", "tab", "down")
	keyUp       = bind("", "", "up")
)

// Keys of what is said in one's own words.
var (
	keyTold     = bind("enter", "done", "enter", "esc")
	keyChips    = bind("tab", "what was understood", "tab")
	keyToText   = bind("tab", "the text", "tab")
	keyTakeAway = bind("x", "take it away", "x", "backspace", "delete")
)

// Keys of lists.
var (
	keyChoose   = bind("↑/↓", "choose", "up", "down", "k")
	keyGoals    = bind("↑/↓", "goal", "up", "down", "k", "tab")
	keyScroll   = bind("↑/↓", "more", "up", "down", "k")
	keyPrevious = bind("", "", "up", "k")
	keyFollow   = bind("", "", "down")
	keyFollowJ  = bind("", "", "down", "j")
	keyPageUp   = bind("pgup", "a page up", "pgup", "ctrl+u")
	keyPageDown = bind("pgdown", "a page down", "pgdown", "ctrl+d", "space")
	keyTop      = bind("home", "first", "home", "g")
	keyBottom   = bind("end", "last", "end", "G")
	keyToggle   = bind("space", "pick", "space", "x")
	keyPicked   = bind("enter", "done", "enter")
	keyPickOne  = bind("enter", "pick this one", "enter")
)

// Keys of the goal.
var (
	keyLonger  = bind("+/-", "time", "+", "=", "right", "l", "-", "_", "left", "h")
	keyShorter = bind("", "", "-", "_", "left", "h")
	keyJourney = bind("j", "journey", "j")
	keyKeep    = bind("s", "save", "s")
	keyOptions = bind("o", "more", "o")
)

// Keys of what can be turned.
var (
	keyTurn     = bind("←/→", "turn", "left", "h", "right", "l")
	keyUsual    = bind("x", "usual", "x", "backspace", "delete")
	keyAllUsual = bind("0", "all as usual", "0")
	keyWant     = bind("", "", "right", "l", "+", "=")
	keyRefuse   = bind("", "", "left", "h", "-", "_")
	keyTake     = bind("space", "take it", "space")
	keyTap      = bind("t", "tap a breath in", "t")
)

// Keys of the music.
var (
	keyPause   = bind("space", "pause", "space", "p")
	keyVolume  = bind("↑/↓", "volume", "up", "+", "=", "down", "-", "_")
	keySofter  = bind("", "", "down", "-", "_")
	keyHome    = bind("e", "home", "e")
	keyStop    = bind("s", "stop", "s", "q")
	keyWhy     = bind("w", "why", "w")
	keyPicture = bind("z", "picture", "z")
	keyGuide   = bind("g", "guide", "g")
	keyClose   = bind("esc", "close", "esc", "w")
	keyAgain   = bind("p", "play again", "p")
	keyNew     = bind("enter", "begin again", "enter")
)

// Keys that steer the music. The arrows lie along the line of time, whose end
// they move.
var (
	keySteer      = bind("v", "steer", "v")
	keyBrighter   = bind("b", "brighter", "b")
	keyDarker     = bind("d", "darker", "d")
	keyLivelier   = bind("l", "livelier", "l")
	keyGentler    = bind("o", "softer", "o")
	keyFuller     = bind("f", "fuller", "f")
	keySparser    = bind("t", "sparser", "t")
	keySoundscape = bind("x", "next soundscape", "x")
	keyHold       = bind("h", "hold", "h")
	keyMoveOn     = bind("m", "move on", "m")
	keyHomeAt     = bind("a", "home at", "a")
	keyExtend     = bind("→", "5 minutes longer", "right")
	keyCut        = bind("←", "5 minutes shorter", "left")
	keyMoment     = bind("k", "keep this moment", "k")
	keyMoreOf     = bind("", "", "right")
	keyLessOf     = bind("←/→", "less, more", "left")
	keyAtDone     = bind("enter", "end then", "enter")
	keyAtLeave    = bind("esc", "close", "esc")
	keyErase      = bind("", "", "backspace", "delete")
	keySteered    = bind("esc", "close", "esc", "v")
)

// leanKeys are the keys of generator.Leans, in its order.
var leanKeys = [...]*key.Binding{&keyBrighter, &keyDarker, &keyLivelier, &keyGentler, &keyFuller, &keySparser}
