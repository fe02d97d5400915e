// Package ui is the terminal program.
//
// # The road
//
// home → check-in → goal → playing → after → home, one screen a file; where that
// would be long, what draws it has a second one (homeview.go). From the first
// question to the music it is four times Enter; everything else is a side door:
// words (w), a note (n), the journey (j), options (o), looking back (b), settings
// (c).
//
// Home is the day at a glance. It stands before the journal has been read, and
// fills in when it has. What was begun and left waits there: there is one draft,
// so a sitting that is started from elsewhere takes it along. After sleep nothing
// is asked; home asks about the night, once, at the next start.
//
// # How it is built
//
// The program is the root. It knows the window, shows one screen, and handles
// the keys that mean the same everywhere. A screen is a pointer with Update
// and View; size and styles are given to View, so no screen keeps a size. What
// all screens share is the visit. Drawing lives in the packages widget and
// theme.
//
// Update never waits. Reading the journal and starting a sitting are commands.
// Writing goes to the saver, which has one goroutine, keeps the order, and is
// waited for before Run returns, because Bubble Tea drops the commands that
// still run when a program ends.
//
// # What can be turned
//
// The journey screen turns the path and the dials, and draws both as they would
// play: it asks for the brief of the very request that Enter plays. What was
// turned belongs to the check-in before the music and goes with it, as does what
// the options ask for: breath, rounds, bells, dawn, and who plays. A breath that
// is held is offered with its caution and taken only by a key of its own; asked for
// in one's own words it is understood with its caution beside it.
//
// # Steering
//
// While music plays one key is one wish, and a line above the keys says at once
// what is heard now and when the music follows. A Hand carries the wishes out
// (hand.go); the plain lines of the command line use the same. The mixer lists
// what can be leaned and every layer (mixer.go).
//
// # Settings, and keys of one's own
//
// What can be set is defined in package settings. The values of the data file
// are read behind the first screen and lie under those of the TOML file and the
// flags. A visit holds what stands now (visit.settings), and every screen reads
// it when it draws, so that a change shows at once. Writing waits a moment, so
// that quick changes share it, and is laid over what another dulcet may have kept
// since. The screen of the settings lies over the one that it was opened from,
// which goes on behind it: only keys and the mouse are kept from it.
//
// Every key is a binding of one keyMap (keys.go), and every binding that somebody
// could want on another key is an action with a name and the places where it
// works (actions.go). Pairs and the keys that close what they have opened are
// composed from those, and labels are made from keys, never written. Keys of a
// person's own are laid over the usual ones (ownkeys.go), and the key map is
// changed in place; what cannot be had is said and left out.
//
// # The mouse
//
// While a screen draws it marks what can be pointed at (widget.Mark). The marks
// have no width and move with their text; the program takes them out of the
// finished window and remembers where they were. A click is looked up there and
// becomes the press of a key, or a pointedMsg for the screen; the wheel is the
// keys that choose and scroll. So every screen is drawn and handled without
// knowing where on the window it lies, and nothing can be done by the mouse
// alone.
//
// # What goes wrong
//
// What fails is said in a sentence above the keys and stays until somebody has
// read it; what is only good to know goes by itself while music plays. A panic,
// in a command as well, is caught by the shield around the program: the terminal
// is put back, what was written is kept, and the stack goes to the debug log,
// which holds nothing that a person wrote, answered or pressed.
//
// # In a bad moment
//
// One key (!), the same on every screen, lays words and the numbers of people to
// talk to over whatever is shown, as does closing a note that speaks of a
// crisis. The music stays on, nothing is asked, and nothing is kept.
//
// # What guides, and what keeps out of the way
//
// A breath that is followed fills and empties a line under the picture;
// meditate and listen offer a line of guidance at a time. One key (g) takes both
// away. While somebody writes to the music of reflect nothing on the screen
// moves but their words, and the end of the music waits for them.
//
// # What the person writes
//
// Answers are kept as a draft while they are given, at most 70 ms after the
// key. There is one draft: before something else is written into it, what waits
// there is kept for good. A draft is cleared only when the check-in made from it
// is durable, and one that is found at the start is brought back, unless the
// journal has its check-in already. The word "saved" is shown only for what is on
// disk. What could not be kept of a sitting's end is tried again when the person
// goes on, and once more when the program is left.
//
// # Words, and looking back
//
// The feeling words lie on a map of mood space (wordmap.go): well is on the
// right and awake at the top, the arrows reach every word, and one that is not
// on the map is typed (wordfind.go). One's own words come back at the mean of
// the moods that they were used for. Looking back is one place with three views:
// log, trend and favourites (lookback.go). The trend (trend.go, trendplot.go)
// counts what it stands on, leaves gaps where nothing was answered, and gives no
// verdict.
//
// # The picture
//
// A goal has its picture: a field of package widget, which is drawn from a scene
// and keeps nothing. The scene follows the music, each part of it with a time
// constant of its own, so that nothing jumps: how loud it is felt, its notes, the
// brightness of its chords and of its sound, the place of its key, the breath it
// swells with, and the rest it comes to (picture.go, harmony.go).
//
// How often the playing screen looks at the sitting, and how the picture moves,
// is its pace (pace.go): fifteen times a second as usual, four where motion is to
// be calm, on battery and over a network, once in the background. Where nothing is
// to move, the screen changes only for another minute, another part of the piece,
// or something to say. Each look carries a generation number, so that two of them
// can never run side by side. Times that are shown are counted in frames played,
// never in looks.
//
// # Without screens
//
// Package plain goes the same road in sentences, and the commands take parts of
// it. What they share with the screens is exported and no more: an Asking makes
// the piece that the screens would play, a Glance is home, Entries are the log, a
// Hand steers, and the settings are read and checked as here.
package ui
