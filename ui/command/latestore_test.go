package command

import (
	"testing"
	"time"

	"dulcet/store"
)

func TestLateStore_givesIDsBeforeItIsOpen(t *testing.T) {
	opening := make(chan struct{})
	late := openLater(func() (*store.Store, error) { <-opening; return store.Open(t.TempDir()) })
	now := time.Now()
	first, second := late.NewID(now), late.NewID(now)
	if len(first) != 26 || first >= second {
		t.Errorf("the ids are %q and %q", first, second)
	}
	close(opening)
	if _, err := late.get(); err != nil {
		t.Fatal(err)
	}
	if third := late.NewID(now); third <= second {
		t.Errorf("after %q the next id is %q", second, third)
	}
}
