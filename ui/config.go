package ui

import (
	"encoding/json"
	"log/slog"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui/settings"
)

// Config is what the screens need from the rest of the program.
type Config struct {
	Journal Journal

	// Play starts a sitting. The record comes with everything filled in that
	// is known before the first sound. Play may take a moment; it is called
	// outside the drawing of the screens.
	Play func(brief generator.Brief, record journal.Sitting) (Sitting, error)

	Seed    func() uint32    // a new seed for every sitting
	Now     func() time.Time // the time where the person is
	DataDir string           // where the journal lives, to be shown

	Home bool // begin at home; else, and at the first start, with the questions

	// Sound says in a line whether the music will be heard. It may take some
	// seconds; nil where there is nothing to say. It is asked at the first start.
	Sound func() string

	Goal    journal.Goal // offered first; empty for the most fitting one
	Minutes float64      // offered for every goal; 0 for each goal's own
	Said    string       // begun with in the first check-in: how it is and what is wanted, in words; what was set above goes first
	Notice  string       // one line to show at the start, or empty

	// Hint is asked behind the first screen for a line that is worth saying once,
	// or empty; nil where there is none.
	Hint func() string

	// Log is told what happens, without anything that the person has written or
	// answered; nil for nobody.
	Log *slog.Logger

	// Layers are what the TOML file and the flags set. What the data file keeps is
	// read behind the first screen and lies under both.
	Layers   settings.Layers
	FirstRun bool // nothing has ever been kept

	// OnBattery reports whether the machine runs on its battery; nil where nobody
	// knows. It may take a moment, and is called outside the drawing. Remote is a
	// terminal at the other end of a network.
	OnBattery func() bool
	Remote    bool

	// Recipe is of a code whose sitting is played after the first check-in,
	// instead of asking what for; nil for none. It is steered as the latest
	// sitting of the code was, unless it is to be Unsteered.
	Recipe    *generator.Recipe
	Unsteered bool
}

// Journal keeps what the person answers. The store is one. Its methods may take
// a while, all but NewID; the screens call only that one while they draw or take
// a key.
type Journal interface {
	NewID(at time.Time) string
	History() (journal.History, error)
	SaveCheckIn(journal.CheckIn) error
	SaveSitting(journal.Sitting) error
	SaveDraft(journal.Draft) error
	Draft() (draft journal.Draft, found bool, err error)
	ClearDraft() error

	// Setting returns the JSON that is kept under a key, and whether there is any;
	// SetSetting keeps one.
	Setting(key string) (json.RawMessage, bool, error)
	SetSetting(key string, value any) error
}

// Sitting is one that plays. A *player.Player is one. No method but Done's
// channel makes anybody wait.
type Sitting interface {
	Steerable
	Pause()
	Resume()
	Home()
	Stop()
	SetVolume(decibels float64)
	SavePower(on bool)
	Status() player.Status
	Done() <-chan struct{}
	Sitting() journal.Sitting
}
