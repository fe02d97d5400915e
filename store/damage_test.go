package store

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"dulcet/journal"
)

// mustRead returns the bytes of a file.
func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// mustWrite makes a file.
func mustWrite(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestStore_Damage changes a journal at random places, as bad memory, a bad
// disk or a cut copy would, and reads it. What comes back is either the truth
// or part of the truth with an error; the damaged file stays as it is.
func TestStore_Damage(t *testing.T) {
	t.Parallel()
	trials := 420
	if testing.Short() {
		trials = 70
	}
	s := mustOpen(t, t.TempDir())
	var truth journal.History
	for n := range 300 {
		truth.CheckIns = append(truth.CheckIns, numbered(n))
		if err := s.SaveCheckIn(truth.CheckIns[n]); err != nil {
			t.Fatal(err)
		}
	}
	whole := mustRead(t, s.Path())
	known := make(map[string]string)
	for _, c := range truth.CheckIns {
		known[c.ID] = c.Note
	}

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	kinds := []struct {
		name   string
		damage func([]byte) []byte
	}{
		{"a bit flipped", func(data []byte) []byte {
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
			return data
		}},
		{"a sector zeroed", func(data []byte) []byte {
			clear(data[random.IntN(len(data)/512)*512:][:512])
			return data
		}},
		{"a page zeroed", func(data []byte) []byte {
			clear(data[random.IntN(len(data)/4096)*4096:][:4096])
			return data
		}},
		{"two pages swapped", func(data []byte) []byte {
			a, b := data[random.IntN(len(data)/4096)*4096:][:4096], data[random.IntN(len(data)/4096)*4096:][:4096]
			for i := range a {
				a[i], b[i] = b[i], a[i]
			}
			return data
		}},
		{"a sector of noise", func(data []byte) []byte {
			sector := data[random.IntN(len(data)/512)*512:][:512]
			for i := range sector {
				sector[i] = byte(random.Uint32())
			}
			return data
		}},
		{"noise at the end", func(data []byte) []byte {
			for range 5000 {
				data = append(data, byte(random.Uint32()))
			}
			return data
		}},
		{"the end cut off", func(data []byte) []byte { return data[:random.IntN(len(data))] }},
	}
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			reported := 0
			for range trials / len(kinds) {
				damaged := kind.damage(slices.Clone(whole))
				dir := t.TempDir()
				path := filepath.Join(dir, fileName)
				mustWrite(t, path, damaged)
				history, err := openAndRead(dir)
				if err != nil {
					reported++
				}
				for _, c := range history.CheckIns {
					if note, ok := known[c.ID]; !ok || note != c.Note {
						t.Fatalf("a wrong check-in was returned: %+v", c)
					}
				}
				if err == nil && len(history.CheckIns) < len(truth.CheckIns)-1 {
					t.Fatalf("%d of %d check-ins came back without an error", len(history.CheckIns), len(truth.CheckIns))
				}
				if !bytes.Equal(mustRead(t, path), damaged) {
					t.Fatal("the damaged file was changed")
				}
			}
			t.Logf("%d of %d were reported", reported, trials/len(kinds))
		})
	}
}

// openAndRead is what every start does.
func openAndRead(dir string) (journal.History, error) {
	s, err := Open(dir)
	if err != nil {
		return journal.History{}, err
	}
	return s.History()
}

func TestStore_DamagedRecord(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	for n := range 3 {
		if err := s.Save(numbered(n), numberedSitting(n, journal.Landed)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetSetting("volume", -6); err != nil {
		t.Fatal(err)
	}
	flip := func(tx *bolt.Tx, bucket string, key []byte) error {
		b := tx.Bucket([]byte(bucket))
		value := bytes.Clone(b.Get(key))
		value[len(value)-2] ^= 1
		return b.Put(key, value)
	}
	damaged := numbered(1)
	e, err := entryOf(damaged)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.update(func(tx *bolt.Tx) error {
		return errors.Join(flip(tx, checkInsBucket, e.key), flip(tx, settingsBucket, []byte("volume")))
	}); err != nil {
		t.Fatal(err)
	}

	t.Run("History returns the others and names it", func(t *testing.T) {
		history, err := s.History()
		var damage *DamagedError
		if !errors.As(err, &damage) || !errors.Is(err, ErrDamaged) {
			t.Fatalf("got %v, want a DamagedError", err)
		}
		if len(damage.Records) != 1 || damage.Records[0].Key != damaged.ID || damage.Missing != 0 {
			t.Errorf("got %+v, want %s", damage, damaged.ID)
		}
		if len(history.CheckIns) != 2 || len(history.Sittings) != 3 {
			t.Errorf("got %d check-ins and %d sittings, want 2 and 3", len(history.CheckIns), len(history.Sittings))
		}
	})
	t.Run("CheckIn, Setting and Check report it", func(t *testing.T) {
		if _, err := s.CheckIn(damaged.ID); !errors.Is(err, ErrDamaged) {
			t.Errorf("CheckIn: %v", err)
		}
		if _, _, err := s.Setting("volume"); !errors.Is(err, ErrDamaged) {
			t.Errorf("Setting: %v", err)
		}
		if err := s.Check(); !errors.Is(err, ErrDamaged) {
			t.Errorf("Check: %v", err)
		}
	})
	t.Run("saving it again heals it", func(t *testing.T) {
		if err := errors.Join(s.SaveCheckIn(damaged), s.SetSetting("volume", -6)); err != nil {
			t.Fatal(err)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	})
	t.Run("a record in the place of another is noticed", func(t *testing.T) {
		other, err := entryOf(numbered(2))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.update(func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte(checkInsBucket))
			return b.Put(e.key, bytes.Clone(b.Get(other.key)))
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.CheckIn(damaged.ID); !errors.Is(err, ErrDamaged) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a record that vanished is noticed", func(t *testing.T) {
		if err := s.update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(checkInsBucket)).Delete(e.key)
		}); err != nil {
			t.Fatal(err)
		}
		var damage *DamagedError
		if _, err := s.History(); !errors.As(err, &damage) || damage.Missing != 1 {
			t.Errorf("got %v, want 1 missing", err)
		}
	})
}

// TestStore_DamagedPage loses every page of sittings; the check-ins are still
// there to be read.
func TestStore_DamagedPage(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	var all []journal.Record
	for n := range 200 {
		all = append(all, numbered(n), numberedSitting(n, journal.Landed))
	}
	if err := s.Save(all...); err != nil {
		t.Fatal(err)
	}
	data := mustRead(t, s.Path())
	for page := range slices.Chunk(data, os.Getpagesize()) {
		if bytes.Contains(page, []byte(`"kind":"sitting"`)) && !bytes.Contains(page, []byte(`"kind":"checkin"`)) {
			clear(page)
		}
	}
	mustWrite(t, s.Path(), data)

	history, err := s.History()
	var damage *DamagedError
	if !errors.As(err, &damage) || damage.Page == nil || !strings.Contains(err.Error(), fileName) {
		t.Errorf("got %v, want a damaged page", err)
	}
	if len(history.CheckIns) != 200 || len(history.Sittings) != 0 {
		t.Errorf("got %d check-ins and %d sittings, want 200 and 0", len(history.CheckIns), len(history.Sittings))
	}
	if err := s.Check(); !errors.Is(err, ErrDamaged) {
		t.Errorf("Check: %v", err)
	}
	if err := s.SaveCheckIn(numbered(200)); err != nil {
		t.Errorf("a new check-in can still be saved: %v", err)
	}
}

func TestUnseal(t *testing.T) {
	value := seal(entry{"a bucket", []byte("key"), []byte("text")})
	if text, err := unseal("a bucket", []byte("key"), value); err != nil || string(text) != "text" {
		t.Errorf("got %q, %v", text, err)
	}
	for name, open := range map[string]func() ([]byte, error){
		"from another bucket":    func() ([]byte, error) { return unseal("b bucket", []byte("key"), value) },
		"under another key":      func() ([]byte, error) { return unseal("a bucket", []byte("kez"), value) },
		"with the end cut off":   func() ([]byte, error) { return unseal("a bucket", []byte("key"), value[:len(value)-1]) },
		"with no more than that": func() ([]byte, error) { return unseal("a bucket", []byte("key"), value[:3]) },
		"with nothing":           func() ([]byte, error) { return unseal("a bucket", []byte("key"), nil) },
	} {
		if text, err := open(); !errors.Is(err, errChecksum) {
			t.Errorf("%s: got %q, %v", name, text, err)
		}
	}
	for bit := range len(value) * 8 {
		flipped := bytes.Clone(value)
		flipped[bit/8] ^= 1 << (bit % 8)
		if text, err := unseal("a bucket", []byte("key"), flipped); err == nil {
			t.Errorf("bit %d flipped: got %q", bit, text)
		}
	}
}

// TestStore_TornCreation lays down what a power cut can leave of a file that
// was just being made: any part of it, with the rest missing or zero.
func TestStore_TornCreation(t *testing.T) {
	good := mustRead(t, mustOpen(t, t.TempDir()).Path())
	dir := t.TempDir()
	var leftovers []string
	for end := 0; end <= len(good); end += 512 {
		cut := filepath.Join(dir, leftoverPrefix+"cut-"+strconv.Itoa(end))
		mustWrite(t, cut, good[:end])
		zeroed := filepath.Join(dir, leftoverPrefix+"zeroed-"+strconv.Itoa(end))
		mustWrite(t, zeroed, append(slices.Clone(good[:end]), make([]byte, len(good)-end)...))
		leftovers = append(leftovers, cut, zeroed)
	}
	s := mustOpen(t, dir)
	if err := s.SaveCheckIn(aCheckIn(s, 1)); err != nil {
		t.Fatal(err)
	}
	for _, path := range leftovers {
		if _, err := os.Stat(path); err != nil {
			t.Fatalf("a file that another program may be making was removed: %v", err)
		}
		long := time.Now().Add(-2 * leftoverAge)
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	mustOpen(t, dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if want := []string{"create.lock", fileName, queueName}; !slices.Equal(names, want) {
		t.Errorf("the folder holds %v, want %v", names, want)
	}
	if history, err := s.History(); err != nil || len(history.CheckIns) != 1 {
		t.Errorf("got %v, %v", history, err)
	}
}
