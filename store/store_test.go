package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"dulcet/journal"
)

// mustOpen returns the journal in the folder.
func mustOpen(tb testing.TB, dir string) *Store {
	tb.Helper()
	s, err := Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// aCheckIn returns the n-th of a row of check-ins, an hour apart.
func aCheckIn(s *Store, n int) journal.CheckIn {
	t := noon.Add(time.Duration(n) * time.Hour)
	return journal.CheckIn{
		ID:    s.NewID(t),
		Stamp: journal.StampAt(t),
		When:  journal.Alone,
		Mood:  journal.Mood{Valence: journal.Rated(-0.2), Tension: journal.Rated(float64(n%20) / 20)},
		Words: []string{"wired"},
		Note:  fmt.Sprintf("note %d: ünïcode, \x1b[31m and \n lines", n),
	}
}

// aSitting returns the n-th of a row of sittings, an hour apart.
func aSitting(s *Store, n int) journal.Sitting {
	t := noon.Add(time.Duration(n) * time.Hour)
	before := s.NewID(t)
	return journal.Sitting{
		ID: s.NewID(t), Stamp: journal.StampAt(t), Goal: journal.Calm, Seed: uint32(n), Engine: 1,
		Minutes: 20, Frames: 57_600_000, Dials: journal.Dials{journal.Tempo: -0.125},
		Varied: &journal.Dials{journal.Tempo: -0.025}, Propensity: 1.5,
		Steering: []journal.Steer{{Frame: 48000, Wish: []byte(`{"hold":true}`)}}, Kept: []int64{96000},
		Ended: journal.Landed, Before: &before,
	}
}

func TestStore_Save(t *testing.T) {
	t.Run("what was saved is read back the same, oldest first", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		want := journal.History{}
		for n := range 3 {
			want.CheckIns = append(want.CheckIns, aCheckIn(s, n))
			want.Sittings = append(want.Sittings, aSitting(s, n))
		}
		for n := range 3 { // newest first, to see that reading sorts
			if err := s.Save(want.CheckIns[2-n], want.Sittings[2-n]); err != nil {
				t.Fatal(err)
			}
		}
		got, err := mustOpen(t, s.Dir()).History()
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
	})
	t.Run("a record with a known id replaces it", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		sitting := aSitting(s, 1)
		sitting.Ended = journal.Killed
		if err := s.SaveSitting(sitting); err != nil {
			t.Fatal(err)
		}
		sitting.Ended = journal.Landed
		sitting.ID = strings.ToLower(sitting.ID)
		if err := s.SaveSitting(sitting); err != nil {
			t.Fatal(err)
		}
		history, err := s.History()
		if err != nil {
			t.Fatal(err)
		}
		if len(history.Sittings) != 1 || history.Sittings[0].Ended != journal.Landed {
			t.Errorf("got %+v, want the one sitting, landed", history.Sittings)
		}
	})
	t.Run("one bad record keeps out the others of its call", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := s.Save(aCheckIn(s, 1), journal.CheckIn{ID: "nine"}); err == nil {
			t.Fatal("a record without a ULID was saved")
		}
		if history, err := s.History(); err != nil || len(history.CheckIns) != 0 {
			t.Errorf("got %v, %v; want an empty history", history, err)
		}
	})
	t.Run("goroutines of one program lose nothing", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		failed := make(chan error, 8)
		for g := range 8 {
			go func() {
				var err error
				for n := range 5 {
					err = errors.Join(err, s.SaveCheckIn(aCheckIn(s, g*5+n)))
				}
				failed <- err
			}()
		}
		for range 8 {
			if err := <-failed; err != nil {
				t.Error(err)
			}
		}
		if history, err := s.History(); err != nil || len(history.CheckIns) != 40 {
			t.Errorf("got %d check-ins and %v, want 40", len(history.CheckIns), err)
		}
	})
}

func TestStore_Lookup(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	first, second := aSitting(s, 1), aSitting(s, 2)
	if err := s.Save(first, second, aCheckIn(s, 3)); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		id   string
		want error
	}{
		"the whole id":                    {first.ID, nil},
		"in lower case, with spaces":      {" " + strings.ToLower(first.ID) + " ", nil},
		"the part that only it has":       {first.ID[:10], nil},
		"a part that two records share":   {first.ID[:4], ErrAmbiguous},
		"nothing":                         {"", ErrNotFound},
		"a part that none has":            {"7ZZZ", ErrNotFound},
		"more than an id":                 {first.ID + "0", ErrNotFound},
		"letters that no id has":          {"UUU", ErrNotFound},
		"beyond the largest id":           {"ZZZZ", ErrNotFound},
		"a check-in is not a sitting":     {aCheckIn(s, 3).ID, ErrNotFound},
		"bytes that are no text":          {"\xff\x00", ErrNotFound},
		"a letter that grows when raised": {"ß", ErrNotFound},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := s.Sitting(c.id)
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if err == nil && !reflect.DeepEqual(got, first) {
				t.Errorf("got %+v, want %+v", got, first)
			}
		})
	}
	if _, err := s.CheckIn(first.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a sitting was found among the check-ins: %v", err)
	}
}

func TestStore_Setting(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	if _, found, err := s.Setting("volume"); found || err != nil {
		t.Fatalf("got %v, %v before anything was set", found, err)
	}
	for _, value := range []float64{-6, -12} {
		if err := s.SetSetting("volume", value); err != nil {
			t.Fatal(err)
		}
	}
	if text, found, err := mustOpen(t, s.Dir()).Setting("volume"); string(text) != "-12" || !found || err != nil {
		t.Errorf("got %s, %v, %v; want -12", text, found, err)
	}
	if err := s.SetSetting("", 1); err == nil {
		t.Error("a setting without a name was kept")
	}
	if err := s.SetSetting("channel", make(chan int)); err == nil {
		t.Error("a setting that JSON cannot hold was kept")
	}
}

func TestStore_NewID(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	last := ""
	for range 1000 {
		id := s.NewID(noon)
		if id <= last {
			t.Fatalf("%s came after %s", id, last)
		}
		last = id
	}
	for _, moment := range []time.Time{{}, time.Unix(-1, 0), time.Date(99999, 1, 1, 0, 0, 0, 0, time.UTC)} {
		checkIn := aCheckIn(s, 0)
		checkIn.ID = s.NewID(moment)
		if err := s.SaveCheckIn(checkIn); err != nil {
			t.Errorf("the id of %v: %v", moment, err)
		}
	}
}

func TestStore_LockSpeaker(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	lock, err := s.LockSpeaker()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := mustOpen(t, s.Dir()).LockSpeaker(); !errors.Is(err, ErrSpeakerBusy) {
		t.Errorf("got %v, want ErrSpeakerBusy", err)
	}
	if err := s.SaveCheckIn(aCheckIn(s, 1)); err != nil {
		t.Errorf("saving while playing: %v", err)
	}
	for range 2 {
		if err := lock.Unlock(); err != nil {
			t.Error(err)
		}
	}
	again, err := s.LockSpeaker()
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Unlock(); err != nil {
		t.Error(err)
	}
}

func TestStore_Check(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	if err := s.Save(aCheckIn(s, 1), aCheckIn(s, 2), aSitting(s, 3)); err != nil {
		t.Fatal(err)
	}
	if err := s.SetSetting("day", 4); err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	got, err := s.Counts()
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	want := Counts{CheckIns: 2, Sittings: 1, Settings: 1, Schema: len(migrations), Bytes: info.Size()}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestLocalZone(t *testing.T) {
	t.Run("it tells the time of this machine", func(t *testing.T) {
		now := time.Now()
		_, here := now.Zone()
		_, there := now.In(LocalZone()).Zone()
		if here != there {
			t.Errorf("LocalZone is %d s from UTC, this machine %d s", there, here)
		}
	})
	t.Run("a name that does not fit is not believed", func(t *testing.T) {
		t.Setenv("TZ", "Pacific/Kiritimati") // read too late to change time.Local
		if _, offset := time.Now().Zone(); offset == 14*3600 {
			t.Skip("this machine is on Kiritimati")
		}
		if zone := LocalZone(); zone.String() == "Pacific/Kiritimati" {
			t.Errorf("got %v", zone)
		}
	})
}

func TestStore_History(t *testing.T) {
	t.Run("a second reading sees what has changed, whoever changed it", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		kept, changed, gone := numberedSitting(1, journal.Killed), numberedSitting(2, journal.Killed), numberedSitting(3, journal.Killed)
		if err := s.Save(kept, changed, gone, numbered(1)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.History(); err != nil {
			t.Fatal(err)
		}
		changed.Ended = journal.Landed
		other := mustOpen(t, s.Dir())
		if err := other.Save(changed, numbered(2)); err != nil {
			t.Fatal(err)
		}
		e, err := entryOf(gone)
		if err != nil {
			t.Fatal(err)
		}
		if err := other.update(func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(sittingsBucket))
			return errors.Join(b.Delete(e.key), b.SetSequence(2))
		}); err != nil {
			t.Fatal(err)
		}
		got, err := s.History()
		if err != nil {
			t.Fatal(err)
		}
		want := journal.History{
			CheckIns: []journal.CheckIn{numbered(1), numbered(2)},
			Sittings: []journal.Sitting{kept, changed},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
	})
	t.Run("lists are the caller's own", func(t *testing.T) {
		s := mustOpen(t, t.TempDir())
		if err := s.Save(numbered(1), numbered(2)); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			history, err := s.History()
			if err != nil || len(history.CheckIns) != 2 || history.CheckIns[0].ID != numbered(1).ID {
				t.Fatalf("got %v, %v", history, err)
			}
			history.CheckIns[0] = journal.CheckIn{}
			_ = append(history.CheckIns[:0], journal.CheckIn{}, journal.CheckIn{})
		}
	})
}

// tenYears returns a journal of three check-ins a day and more than a sitting
// a day.
func tenYears(b *testing.B) *Store {
	s := mustOpen(b, b.TempDir())
	var all []journal.Record
	for n := range 11_000 {
		all = append(all, aCheckIn(s, n*8))
	}
	for n := range 4_000 {
		all = append(all, aSitting(s, n*22))
	}
	if err := s.Save(all...); err != nil {
		b.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(s.Dir(), fileName))
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("ten years are %.1f MB", float64(info.Size())/1e6)
	return s
}

// BenchmarkStore_History is what the first look back waits for.
func BenchmarkStore_History(b *testing.B) {
	s := tenYears(b)
	for b.Loop() {
		s.readings = nil
		if _, err := s.History(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStore_HistoryAgain is what every later one waits for.
func BenchmarkStore_HistoryAgain(b *testing.B) {
	s := tenYears(b)
	for b.Loop() {
		if _, err := s.History(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen is what a start waits for.
func BenchmarkOpen(b *testing.B) {
	s := tenYears(b)
	for b.Loop() {
		mustOpen(b, s.Dir())
	}
}

// BenchmarkStore_SaveCheckIn is what an answer waits for, with ten years of
// answers there before.
func BenchmarkStore_SaveCheckIn(b *testing.B) {
	s := tenYears(b)
	n := 0
	for b.Loop() {
		if err := s.SaveCheckIn(aCheckIn(s, n)); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

// BenchmarkStore_SaveDraft is what every pause in typing costs.
func BenchmarkStore_SaveDraft(b *testing.B) {
	s := mustOpen(b, b.TempDir())
	draft := journal.Draft{When: journal.Before, Note: strings.Repeat("words ", 1000)}
	for b.Loop() {
		if err := s.SaveDraft(draft); err != nil {
			b.Fatal(err)
		}
	}
}
