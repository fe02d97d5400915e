package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
	"dulcet/ui"
)

// evening is the fixed time of the tests.
var evening = time.Date(2026, 11, 22, 20, 40, 0, 0, time.UTC)

var errDisk = errors.New("the disk is full")

// fakeJournal keeps everything in memory, and nothing while fail is set.
type fakeJournal struct {
	history journal.History
	draft   *journal.Draft
	set     map[string]json.RawMessage
	ids     int
	fail    error
}

func (f *fakeJournal) NewID(time.Time) string {
	f.ids++
	return fmt.Sprintf("ID%04d", f.ids)
}

func (f *fakeJournal) History() (journal.History, error) {
	return journal.History{CheckIns: slices.Clone(f.history.CheckIns), Sittings: slices.Clone(f.history.Sittings)}, nil
}

func (f *fakeJournal) SaveCheckIn(c journal.CheckIn) error {
	if f.fail != nil {
		return f.fail
	}
	at := slices.IndexFunc(f.history.CheckIns, func(old journal.CheckIn) bool { return old.ID == c.ID })
	if at < 0 {
		f.history.CheckIns = append(f.history.CheckIns, c)
		return nil
	}
	f.history.CheckIns[at] = c
	return nil
}

func (f *fakeJournal) SaveSitting(s journal.Sitting) error {
	if f.fail != nil {
		return f.fail
	}
	at := slices.IndexFunc(f.history.Sittings, func(old journal.Sitting) bool { return old.ID == s.ID })
	if at < 0 {
		f.history.Sittings = append(f.history.Sittings, s)
		return nil
	}
	f.history.Sittings[at] = s
	return nil
}

func (f *fakeJournal) SaveDraft(d journal.Draft) error {
	if f.fail == nil {
		f.draft = &d
	}
	return f.fail
}

func (f *fakeJournal) Draft() (journal.Draft, bool, error) {
	if f.draft == nil {
		return journal.Draft{}, false, nil
	}
	return *f.draft, true, nil
}

func (f *fakeJournal) ClearDraft() error {
	if f.fail == nil {
		f.draft = nil
	}
	return f.fail
}

func (f *fakeJournal) Setting(key string) (json.RawMessage, bool, error) {
	text, found := f.set[key]
	return text, found, nil
}

func (f *fakeJournal) SetSetting(key string, value any) error {
	text, err := json.Marshal(value)
	if err != nil || f.fail != nil {
		return errors.Join(err, f.fail)
	}
	if f.set == nil {
		f.set = map[string]json.RawMessage{}
	}
	f.set[key] = text
	return nil
}

// fakeSitting stands still at its eighth minute until it is ended.
type fakeSitting struct {
	ui.Steerable

	mu     sync.Mutex
	in     *fakeJournal
	record journal.Sitting
	status player.Status
	done   chan struct{}
	calls  []string
	saves  bool
}

func newFakeSitting(in *fakeJournal, brief generator.Brief, record journal.Sitting) *fakeSitting {
	f := &fakeSitting{in: in, record: record, done: make(chan struct{})}
	f.status = player.Status{State: player.Playing, Length: brief.Frames(), Frames: 480 * generator.Rate}
	f.status.Wish.Deadline = f.status.Length
	f.status.Piece = generator.Status{Section: "travel", Chord: "Dm9", Tonic: "D", Mode: "dorian", BPM: 64}
	return f
}

func (f *fakeSitting) note(call string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, call)
}

func (f *fakeSitting) Turn(dial journal.Dial, by float64) {
	f.note(fmt.Sprintf("turn %s %+.2f", dial, by))
}

func (f *fakeSitting) Level(_ generator.Parts, by float64) { f.note(fmt.Sprintf("level %+.0f", by)) }
func (f *fakeSitting) Hold(bool)                           { f.note("hold") }
func (f *fakeSitting) MoveOn()                             { f.note("move on") }
func (f *fakeSitting) NextSoundscape()                     { f.note("soundscape") }
func (f *fakeSitting) EndAt(int64)                         { f.note("end at") }
func (f *fakeSitting) Longer(time.Duration)                { f.note("longer") }
func (f *fakeSitting) Keep() int64                         { f.note("keep"); return 480 * generator.Rate }
func (f *fakeSitting) Pause()                              { f.become(player.Paused) }
func (f *fakeSitting) Resume()                             { f.become(player.Playing) }
func (f *fakeSitting) Home()                               { f.end(journal.Landed) }
func (f *fakeSitting) Stop()                               { f.end(journal.Stopped) }
func (f *fakeSitting) SetVolume(float64)                   {}
func (f *fakeSitting) SavePower(on bool)                   { f.saves = on }
func (f *fakeSitting) Done() <-chan struct{}               { return f.done }

func (f *fakeSitting) become(state player.State) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.status.State = state
}

// end ends the sitting as the player does: the record first, then Done.
func (f *fakeSitting) end(how journal.Ending) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.status.State == player.Over {
		return
	}
	f.status.State, f.status.Ended = player.Over, how
	f.record.Ended, f.record.Frames = how, f.status.Frames
	f.status.SaveErr = f.in.SaveSitting(f.record)
	close(f.done)
}

func (f *fakeSitting) Status() player.Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status
}

func (f *fakeSitting) Sitting() journal.Sitting {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.record
}

// fakeConfig wires the fakes together; last is the sitting that was started most
// recently.
func fakeConfig(in *fakeJournal) (cfg ui.Config, last func() *fakeSitting) {
	var latest *fakeSitting
	return ui.Config{
		Journal: in,
		Play: func(brief generator.Brief, record journal.Sitting) (ui.Sitting, error) {
			latest = newFakeSitting(in, brief, record)
			return latest, in.SaveSitting(record)
		},
		Seed:    func() uint32 { return 7 },
		Now:     func() time.Time { return evening },
		DataDir: "/home/ada/.local/share/dulcet",
	}, func() *fakeSitting { return latest }
}
