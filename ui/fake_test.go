package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player"
)

// fakeJournal keeps everything in memory. Slow holds up every write.
type fakeJournal struct {
	mu      sync.Mutex
	history journal.History
	draft   *journal.Draft
	drafts  int // times that a draft was written
	ids     int
	slow    time.Duration
	fail    error        // of records
	noDraft error        // of drafts
	waits   atomic.Int32 // times that somebody began to wait for the end of a sitting
	set     map[string]json.RawMessage
}

func (f *fakeJournal) NewID(time.Time) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ids++
	return fmt.Sprintf("ID%04d", f.ids)
}

func (f *fakeJournal) History() (journal.History, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return journal.History{
		CheckIns: append([]journal.CheckIn{}, f.history.CheckIns...),
		Sittings: append([]journal.Sitting{}, f.history.Sittings...),
	}, nil
}

func (f *fakeJournal) Setting(key string) (json.RawMessage, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	text, found := f.set[key]
	return text, found, nil
}

func (f *fakeJournal) SetSetting(key string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return f.write(func() {
		if f.set == nil {
			f.set = map[string]json.RawMessage{}
		}
		f.set[key] = text
	})
}

func (f *fakeJournal) setSlow(slow time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.slow = slow
}

func (f *fakeJournal) setFail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fail = err
}

// write changes a record, or fails when it is to.
func (f *fakeJournal) write(change func()) error {
	f.mu.Lock()
	fail := f.fail
	f.mu.Unlock()
	if fail != nil {
		return fail
	}
	return f.writeDraft(change)
}

// writeDraft changes the draft, which is a file of its own and still works
// when the records do not.
func (f *fakeJournal) writeDraft(change func()) error {
	f.mu.Lock()
	slow := f.slow
	f.mu.Unlock()
	time.Sleep(slow)
	f.mu.Lock()
	defer f.mu.Unlock()
	change()
	return nil
}

func (f *fakeJournal) SaveCheckIn(c journal.CheckIn) error {
	return f.write(func() {
		for i, old := range f.history.CheckIns {
			if old.ID == c.ID {
				f.history.CheckIns[i] = c
				return
			}
		}
		f.history.CheckIns = append(f.history.CheckIns, c)
	})
}

func (f *fakeJournal) SaveSitting(s journal.Sitting) error {
	return f.write(func() {
		for i, old := range f.history.Sittings {
			if old.ID == s.ID {
				f.history.Sittings[i] = s
				return
			}
		}
		f.history.Sittings = append(f.history.Sittings, s)
	})
}

func (f *fakeJournal) SaveDraft(d journal.Draft) error {
	f.mu.Lock()
	fail := f.noDraft
	f.mu.Unlock()
	if fail != nil {
		return fail
	}
	return f.writeDraft(func() { f.draft, f.drafts = &d, f.drafts+1 })
}

func (f *fakeJournal) Draft() (journal.Draft, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.draft == nil {
		return journal.Draft{}, false, nil
	}
	return *f.draft, true, nil
}

func (f *fakeJournal) ClearDraft() error { return f.writeDraft(func() { f.draft = nil }) }

// kept returns what has been written.
func (f *fakeJournal) kept() (journal.History, *journal.Draft) {
	history, _ := f.History()
	f.mu.Lock()
	defer f.mu.Unlock()
	return history, f.draft
}

// fakeSitting plays nothing, as long as it is asked to.
type fakeSitting struct {
	mu      sync.Mutex
	journal *fakeJournal
	record  journal.Sitting
	brief   generator.Brief
	status  player.Status
	done    chan struct{}
	over    bool
	calls   []string
	saves   atomic.Bool
}

func newFakeSitting(in *fakeJournal, brief generator.Brief, record journal.Sitting) *fakeSitting {
	f := &fakeSitting{journal: in, brief: brief, record: record, done: make(chan struct{})}
	f.status = player.Status{State: player.Playing, Length: brief.Frames(), Volume: -6, Sound: player.Sounding}
	f.advance(0)
	return f
}

// advance plays on by a number of seconds and strikes a note.
func (f *fakeSitting) advance(seconds float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.status.State != player.Playing {
		return
	}
	f.status.Frames = min(f.status.Length, f.status.Frames+int64(seconds*generator.Rate))
	at := float64(f.status.Frames) / generator.Rate
	piece := &f.status.Piece
	piece.Frame, piece.Deadline = f.status.Frames, f.status.Length
	piece.Section, piece.Chord, piece.Tonic, piece.Mode, piece.BPM = "two", "Dm9", "D", "dorian", 64
	piece.Point = f.brief.Journey.At(at)
	piece.Level = 0.06 + 0.03*math.Sin(at/3)
	piece.Struck[0] = generator.Struck{Frame: f.status.Frames + 1, Part: "piano", Pitch: 50 + int(at)*5%30, Velocity: 0.6}
}

func (f *fakeSitting) call(name string, change func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, name)
	change()
}

func (f *fakeSitting) Pause()  { f.call("pause", func() { f.status.State = player.Paused }) }
func (f *fakeSitting) Resume() { f.call("resume", func() { f.status.State = player.Playing }) }
func (f *fakeSitting) Home()   { f.call("home", func() { f.status.Piece.Landing = true }) }

// wish changes what is wished, and takes it for applied at once.
func (f *fakeSitting) wish(name string, change func(*generator.Wish)) {
	f.call(name, func() {
		change(&f.status.Wish)
		f.status.Piece.Wish = f.status.Wish
	})
}

func (f *fakeSitting) Turn(dial journal.Dial, by float64) {
	f.wish("turn "+dial.String(), func(w *generator.Wish) { w.Turn(dial, by) })
}

func (f *fakeSitting) Level(parts generator.Parts, decibels float64) {
	f.wish("level", func(w *generator.Wish) { w.Levels.Move(parts, decibels) })
}

func (f *fakeSitting) Hold(held bool) {
	f.wish("hold", func(w *generator.Wish) { w.Hold = held })
}

func (f *fakeSitting) MoveOn() {
	f.wish("move on", func(w *generator.Wish) { w.MoveOn++ })
	f.call("", func() { f.status.Piece.MoveFrame = f.status.Frames + 8*generator.Rate })
}

func (f *fakeSitting) NextSoundscape() {
	f.wish("soundscape", func(w *generator.Wish) { w.Soundscape++ })
}

func (f *fakeSitting) EndAt(frame int64) {
	f.wish("end", func(w *generator.Wish) { w.Deadline = frame })
	f.call("", func() { f.status.Length = frame })
}

func (f *fakeSitting) Longer(by time.Duration) {
	f.EndAt(f.Status().Length + int64(by.Seconds()*generator.Rate))
}

func (f *fakeSitting) Keep() int64 {
	f.call("keep", func() { f.status.Kept++ })
	return f.Status().Frames
}

func (f *fakeSitting) Stop() { f.call("stop", func() {}); f.end(journal.Stopped) }

func (f *fakeSitting) SetVolume(decibels float64) {
	f.call("volume", func() { f.status.Volume = decibels })
}

// SavePower notes what it was told last.
func (f *fakeSitting) SavePower(on bool) { f.saves.Store(on) }

// end ends the sitting as the player does: the record first, then Done.
func (f *fakeSitting) end(how journal.Ending) {
	f.mu.Lock()
	if f.over {
		f.mu.Unlock()
		return
	}
	f.over = true
	f.record.Ended, f.record.Frames = how, f.status.Frames
	f.status.State, f.status.Ended = player.Over, how
	record := f.record
	f.mu.Unlock()
	err := f.journal.SaveSitting(record)
	f.mu.Lock()
	f.status.Saved, f.status.SaveErr = err == nil, err
	f.mu.Unlock()
	close(f.done)
}

func (f *fakeSitting) Status() player.Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status
}

func (f *fakeSitting) Done() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.over {
		f.journal.waits.Add(1)
	}
	return f.done
}

func (f *fakeSitting) Sitting() journal.Sitting {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.record
}

// evening is the fixed time of the tests.
var evening = time.Date(2026, 11, 22, 20, 40, 0, 0, time.UTC)

var errDisk = errors.New("the disk is full")

// fakeConfig wires the fakes together; last is the sitting that was started
// most recently.
func fakeConfig(in *fakeJournal) (cfg Config, last func() *fakeSitting) {
	var mu sync.Mutex
	var latest *fakeSitting
	cfg = Config{
		Journal: in,
		Play: func(brief generator.Brief, record journal.Sitting) (Sitting, error) {
			sitting := newFakeSitting(in, brief, record)
			mu.Lock()
			latest = sitting
			mu.Unlock()
			return sitting, in.SaveSitting(record)
		},
		Seed:    func() uint32 { return 7 },
		Now:     func() time.Time { return evening },
		DataDir: "/home/ada/.local/share/dulcet",
	}
	return cfg, func() *fakeSitting {
		mu.Lock()
		defer mu.Unlock()
		return latest
	}
}
