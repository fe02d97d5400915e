package store

import (
	"crypto/rand"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// IDs makes ids for records. The zero IDs is ready, needs no journal and may be
// used by several goroutines.
type IDs struct {
	mu      sync.Mutex // guards entropy
	entropy *ulid.MonotonicEntropy
}

// New returns a new ULID for something that happened at t. Those of one
// millisecond follow each other in the order in which they were asked for.
func (i *IDs) New(t time.Time) string {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.entropy == nil {
		i.entropy = ulid.Monotonic(rand.Reader, 0)
	}
	milliseconds := min(uint64(max(0, t.UnixMilli())), ulid.MaxTime())
	id, err := ulid.New(milliseconds, i.entropy)
	for err != nil { // the millisecond's entropy has run out: start it anew
		i.entropy = ulid.Monotonic(rand.Reader, 0)
		id, err = ulid.New(milliseconds, i.entropy)
	}
	return id.String()
}
