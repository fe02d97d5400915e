package output

import (
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// slice is the time that a thread of the audio side asks to run at a stretch.
// The shorter it is, the sooner Linux (from 6.12 on) lets a thread run that was
// woken, and anybody may ask for it (design choice).
const slice = 200 * time.Microsecond

// runSoon asks the system to let this process run soon after it is woken, with
// the given niceness where the person may have it. Where the system does not
// know how, the process runs like any other. Every thread has settings of its
// own and hands them down to the threads that it starts.
func runSoon(nice int) {
	threads, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return
	}
	for _, thread := range threads {
		id, err := strconv.Atoi(thread.Name())
		if err != nil {
			continue
		}
		now, err := unix.SchedGetAttr(id, 0)
		if err != nil || now.Policy != unix.SCHED_NORMAL {
			continue // somebody has given it a better place already
		}
		wanted := unix.SchedAttr{Nice: min(now.Nice, int32(nice)), Runtime: uint64(slice)}
		if unix.SchedSetAttr(id, &wanted, 0) != nil {
			wanted.Nice = now.Nice
			_ = unix.SchedSetAttr(id, &wanted, 0)
		}
	}
}
