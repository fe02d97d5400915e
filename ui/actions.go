package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
)

// An action is something that a key does and that a person can put on keys of
// their own, in the settings or in the TOML file.
type action struct {
	name  string // "pause", as in the setting keys.pause
	does  string // "pause, and go on": a few words for the list of keys
	at    place
	stays string // a key that always does it as well, or ""
	of    func(*keyMap) *key.Binding
}

// A place is where keys mean something: a screen, or what covers one. Several
// are or-ed together.
type place uint

// The places.
const (
	atQuestions place = 1 << iota // the check-in, and the questions after a sitting
	atWords
	atGoal
	atJourney
	atOptions
	atCaution // what the options offer with a caution
	atPlaying
	atAfter // the answers after a sitting are given
	atLog
	atEntry
	atSettings
	atHome
	atFavourites
	atTrend

	lists      = atWords | atOptions | atLog | atEntry | atSettings | atHome | atFavourites | atTrend // where up and down have letters
	everyplace = atTrend<<1 - 1
)

// placeTitles name the places for the list of keys, in its order.
var placeTitles = []struct {
	place place
	title string
}{
	{atHome, "home"},
	{atQuestions, "the questions"},
	{atWords, "feeling words"},
	{atGoal, "what for"},
	{atJourney, "the journey"},
	{atOptions, "what it can carry"},
	{atCaution, "a caution"},
	{atPlaying, "while it plays"},
	{atAfter, "after a sitting"},
	{atLog, "looking back"},
	{atEntry, "one sitting"},
	{atFavourites, "favourites"},
	{atTrend, "the trend"},
	{atSettings, "settings"},
}

// first names the first of the places.
func (p place) first() string {
	for _, title := range placeTitles {
		if p&title.place != 0 {
			return title.title
		}
	}
	return ""
}

// everywhere are the keys that mean the same everywhere. They cannot be given to
// an action: without them somebody could be stuck.
var everywhere = []string{"enter", "esc", "tab", "shift+tab", "?", "!", "ctrl+c", "ctrl+z"}

// digits are the keys of the scales.
var digits = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}

// fixedKeys are those that mean something in some places and are no action.
var fixedKeys = []struct {
	at   place
	keys []string
}{
	{atQuestions, slices.Concat(digits, []string{"up", "down"})},
	{atWords | atOptions, []string{"+", "=", "-", "_"}},
	{atGoal | atJourney, []string{"down"}},
	{atCaution, []string{"up", "down", "left", "right"}},
}

// actions are all that can be put on other keys, in the order of the list of
// keys.
var actions = []action{
	{name: "up", does: "the line above", at: lists | atGoal | atJourney, stays: "up", of: func(k *keyMap) *key.Binding { return &k.previous }},
	{name: "down", does: "the line below", at: lists, stays: "down", of: func(k *keyMap) *key.Binding { return &k.followJ }},
	{name: "left", does: "to the left; less; back in time", at: atQuestions | atWords | atJourney | atOptions | atSettings | atLog | atEntry | atTrend, stays: "left", of: func(k *keyMap) *key.Binding { return &k.less }},
	{name: "right", does: "to the right; more; on in time", at: atQuestions | atWords | atJourney | atOptions | atSettings | atLog | atEntry | atTrend, stays: "right", of: func(k *keyMap) *key.Binding { return &k.more }},
	{name: "page-up", does: "a page up", at: atJourney | atOptions | atLog | atEntry | atSettings | atFavourites | atTrend, of: func(k *keyMap) *key.Binding { return &k.pageUp }},
	{name: "page-down", does: "a page down", at: atJourney | atOptions | atLog | atEntry | atSettings | atFavourites | atTrend, of: func(k *keyMap) *key.Binding { return &k.pageDown }},
	{name: "first", does: "the first line", at: atLog | atSettings | atFavourites | atTrend, of: func(k *keyMap) *key.Binding { return &k.top }},
	{name: "last", does: "the last line", at: atLog | atSettings | atFavourites | atTrend, of: func(k *keyMap) *key.Binding { return &k.bottom }},
	{name: "settings", does: "these settings, and back", at: everyplace &^ (atWords | atCaution), of: func(k *keyMap) *key.Binding { return &k.set }},
	{name: "leave", does: "leave", at: everyplace &^ (atWords | atPlaying | atCaution), of: func(k *keyMap) *key.Binding { return &k.quit }},
	{name: "look-back", does: "look back, and come back", at: atHome | atQuestions | atAfter | atLog | atTrend | atFavourites, of: func(k *keyMap) *key.Binding { return &k.look }},
	{name: "note", does: "write a note", at: atQuestions | atWords | atPlaying, of: func(k *keyMap) *key.Binding { return &k.note }},

	{name: "check-in", does: "check in, or go on with what was begun", at: atHome, of: func(k *keyMap) *key.Binding { return &k.ask }},
	{name: "play-suggested", does: "play what is suggested", at: atHome, of: func(k *keyMap) *key.Binding { return &k.suggested }},
	{name: "last-night", does: "say how the night was", at: atHome, of: func(k *keyMap) *key.Binding { return &k.night }},
	{name: "not-now", does: "not to be asked about the night", at: atHome, of: func(k *keyMap) *key.Binding { return &k.notNow }},

	{name: "fine-left", does: "left by one", at: atQuestions, of: func(k *keyMap) *key.Binding { return &k.lessFine }},
	{name: "fine-right", does: "right by one", at: atQuestions, of: func(k *keyMap) *key.Binding { return &k.moreFine }},
	{name: "take-back", does: "take the answer back", at: atQuestions, of: func(k *keyMap) *key.Binding { return &k.unset }},
	{name: "words", does: "feeling words, and back", at: atQuestions | atWords, of: func(k *keyMap) *key.Binding { return &k.words }},
	{name: "tell", does: "in your own words", at: atQuestions, of: func(k *keyMap) *key.Binding { return &k.tell }},
	{name: "type-word", does: "type a feeling word", at: atWords, of: func(k *keyMap) *key.Binding { return &k.find }},
	{name: "pick", does: "pick a word, or give it back", at: atWords, of: func(k *keyMap) *key.Binding { return &k.toggle }},

	{name: "more-time", does: "longer", at: atGoal, of: func(k *keyMap) *key.Binding { return &k.lengthen }},
	{name: "less-time", does: "shorter", at: atGoal, of: func(k *keyMap) *key.Binding { return &k.shorter }},
	{name: "open-journey", does: "the journey, and back", at: atGoal | atJourney, of: func(k *keyMap) *key.Binding { return &k.journey }},
	{name: "open-options", does: "what it can carry, and back", at: atGoal | atOptions, of: func(k *keyMap) *key.Binding { return &k.options }},
	{name: "save", does: "save the answers, without music", at: atGoal, of: func(k *keyMap) *key.Binding { return &k.keep }},
	{name: "as-usual", does: "this one as usual again", at: atJourney | atOptions | atSettings, of: func(k *keyMap) *key.Binding { return &k.usual }},
	{name: "all-as-usual", does: "all as usual again", at: atJourney | atOptions, of: func(k *keyMap) *key.Binding { return &k.allUsual }},
	{name: "add-key", does: "one more key for it", at: atSettings, of: func(k *keyMap) *key.Binding { return &k.add }},
	{name: "take", does: "take what has a caution", at: atCaution, of: func(k *keyMap) *key.Binding { return &k.take }},
	{name: "tap", does: "tap a breath in", at: atOptions, of: func(k *keyMap) *key.Binding { return &k.tap }},

	{name: "pause", does: "pause, and go on", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.pause }},
	{name: "louder", does: "louder", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.louder }},
	{name: "quieter", does: "quieter", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.softer }},
	{name: "home", does: "bring it home", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.home }},
	{name: "home-at", does: "bring it home at a time", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.homeAt }},
	{name: "stop", does: "stop", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.stop }},
	{name: "why", does: "why it sounds like this", at: atPlaying | atJourney, of: func(k *keyMap) *key.Binding { return &k.why }},
	{name: "picture", does: "only the picture, and back", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.picture }},
	{name: "guide", does: "breath and guidance, off and on", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.guide }},
	{name: "steer", does: "every layer and its level", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.steer }},
	{name: "brighter", does: "brighter", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.brighter }},
	{name: "darker", does: "darker", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.darker }},
	{name: "livelier", does: "livelier", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.livelier }},
	{name: "softer", does: "softer", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.gentler }},
	{name: "fuller", does: "fuller", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.fuller }},
	{name: "sparser", does: "sparser", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.sparser }},
	{name: "soundscape", does: "another soundscape", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.soundscape }},
	{name: "hold", does: "hold this section, and let it go", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.hold }},
	{name: "move-on", does: "the next section", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.moveOn }},
	{name: "longer", does: "5 minutes longer", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.extend }},
	{name: "shorter", does: "5 minutes shorter", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.cut }},
	{name: "keep-moment", does: "keep this moment", at: atPlaying, of: func(k *keyMap) *key.Binding { return &k.moment }},
	{name: "more-weeks", does: "more weeks", at: atTrend, of: func(k *keyMap) *key.Binding { return &k.moreWeeks }},
	{name: "fewer-weeks", does: "fewer weeks", at: atTrend, of: func(k *keyMap) *key.Binding { return &k.fewerWeeks }},
	{name: "only-these", does: "only sittings of this goal, and all", at: atLog, of: func(k *keyMap) *key.Binding { return &k.only }},
	{name: "play-again", does: "play it again", at: atHome | atAfter | atLog | atEntry | atFavourites, of: func(k *keyMap) *key.Binding { return &k.again }},
	{name: "favourite", does: "keep this piece to be found again, or no longer; at home, those that were kept", at: atHome | atQuestions | atAfter | atLog | atEntry | atFavourites, of: func(k *keyMap) *key.Binding { return &k.favour }},
}

// actionNamed returns the action of a name.
func actionNamed(name string) (action, bool) {
	at := slices.IndexFunc(actions, func(a action) bool { return a.name == name })
	if at < 0 {
		return action{}, false
	}
	return actions[at], true
}
