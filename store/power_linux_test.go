package store

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// powerVariable asks for TestStore_PowerCut and says how many cuts.
const powerVariable = "DULCET_POWER_CUTS"

// TestStore_PowerCut takes the power from a disk at random moments of every
// write path: an ext4 file system in a file is shut down without its journal
// being written, so that only what was synced is left, and mounted again. It
// needs root and a loop device, so it runs only when it is asked for:
//
//	DULCET_POWER_CUTS=200 go test ./store -run PowerCut -v
func TestStore_PowerCut(t *testing.T) {
	cuts, err := strconv.Atoi(os.Getenv(powerVariable))
	if err != nil {
		t.Skip(powerVariable + " is not set: it mounts a file system, which needs root")
	}
	const perDisk = 8
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	var d disk
	var steps, promises, wholeUnpromised int
	for cut := range cuts {
		if cut%perDisk == 0 {
			d, steps = newDisk(t), 0
		}
		dir := filepath.Join(d.mount, "journal")
		delay := time.Duration(random.Int64N(int64(60 * time.Millisecond)))
		promised := runUntilCut(t, d, dir, delay, steps)
		steps += promised
		promises += promised

		s := mustOpen(t, dir)
		got := read(t, s)
		switch {
		case reflect.DeepEqual(got, expected(steps)):
		case reflect.DeepEqual(got, expected(steps+1)):
			wholeUnpromised++
			steps++
		default:
			t.Fatalf("cut %d after %v: the journal is neither as after step %d nor as after step %d:\n%s", cut, delay, steps, steps+1, summary(got))
		}
		if err := s.Check(); err != nil {
			t.Fatalf("cut %d: %v", cut, err)
		}
	}
	t.Logf("%d cuts, %d promised steps, %d unpromised ones that had arrived", cuts, promises, wholeUnpromised)
}

// runUntilCut lets the writing program work until the power goes, brings the
// disk back, and returns how many steps had been promised.
func runUntilCut(t *testing.T, d disk, dir string, delay time.Duration, first int) int {
	t.Helper()
	var out bytes.Buffer
	cmd := program(t, "write until killed", dir, first)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(delay)
	d.cutPower(t)
	_ = cmd.Process.Kill() // it may have ended by itself: its disk is gone
	_ = cmd.Wait()
	run(t, "umount", d.mount)
	run(t, "mount", "-o", "loop", d.image, d.mount)
	return bytes.Count(out.Bytes(), []byte("\n"))
}

// A disk is an ext4 file system in a file.
type disk struct{ image, mount string }

func newDisk(t *testing.T) disk {
	t.Helper()
	d := disk{filepath.Join(t.TempDir(), "image"), t.TempDir()}
	run(t, "truncate", "-s", "48M", d.image)
	run(t, "mkfs.ext4", "-q", "-F", d.image)
	run(t, "mount", "-o", "loop", d.image, d.mount)
	t.Cleanup(func() { run(t, "umount", d.mount) })
	return d
}

// The request that stops an ext4 file system at once, and its flag for not
// writing the file system's own journal first (Linux, fs/ext4/ext4.h).
const (
	shutdownRequest    = 0x8004587d
	withoutJournalFlag = 2
)

func (d disk) cutPower(t *testing.T) {
	t.Helper()
	root, err := os.Open(d.mount)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	flag := uint32(withoutJournalFlag)
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, root.Fd(), shutdownRequest, uintptr(unsafe.Pointer(&flag))); errno != 0 {
		t.Fatal(errno)
	}
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
}
