package store

import (
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	bolterrors "go.etcd.io/bbolt/errors"
)

// queueName is the file whose lock a call holds while it waits for the data
// file.
const queueName = "dulcet.queue"

// joinQueue returns when this call is the next to get the data file. Locks of
// files go to whoever asks in the right moment, and a program that writes in a
// loop asks again before the others have woken: with one lock they starve. So
// a call first takes a second lock, which it gives back when it has the data
// file. Who has just let the data file go finds that lock held by the next.
//
// A folder in which nothing can be made, such as one on a read-only medium,
// has no queue, and needs none.
func joinQueue(dir string, deadline time.Time) (leave func(), err error) {
	queue := flock.New(filepath.Join(dir, queueName), flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	for arrived := time.Now(); ; time.Sleep(queuePause(time.Since(arrived))) {
		first, err := queue.TryLock()
		if first || err != nil {
			return func() { _ = queue.Close() }, nil
		}
		if time.Now().After(deadline) {
			_ = queue.Close()
			return nil, bolterrors.ErrTimeout
		}
	}
}

// queuePause returns how long a call that has waited so long rests before it
// asks again. Those who have waited longer ask more often, and are served
// sooner.
func queuePause(waited time.Duration) time.Duration {
	return max(lockPoll/4, 4*lockPoll-waited/50)
}
