package output

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestSource_IsSilenceWithoutAStreamer(t *testing.T) {
	var s source
	s.scratch = [][2]float64{{9, 9}, {9, 9}}
	for _, frame := range s.pull(2) {
		if frame != [2]float64{} {
			t.Fatal("left-over frames were pulled")
		}
	}
}

func TestSource_PullsADrainedStreamerNoMore(t *testing.T) {
	var s source
	c := count(100)
	s.Play(c)
	frames := s.pull(150)
	if frames[99][0] != value(100) || frames[100][0] != 0 {
		t.Errorf("frames 99 and 100 are %v and %v", frames[99], frames[100])
	}
	calls := c.calls.Load()
	s.pull(10)
	if c.calls.Load() != calls {
		t.Error("pulled after it had drained")
	}
}

func TestSource_RemoveLeavesTheStreamerThatCameAfter(t *testing.T) {
	var s source
	first, second := count(100), count(100)
	s.Play(first)
	s.Play(second)
	s.Remove(first)
	if s.pull(1)[0][0] != value(1) || second.pulled.Load() != 1 {
		t.Error("the second streamer is not pulled")
	}
	s.Remove(second)
	if s.pull(1)[0][0] != 0 || second.pulled.Load() != 1 {
		t.Error("the second streamer is pulled after it was removed")
	}
}

func TestSource_AllocatesNothingOnceWarm(t *testing.T) {
	var s source
	s.Play(count(1 << 40))
	s.pull(4800)
	if n := testing.AllocsPerRun(50, func() { s.pull(4800) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestSilent_PullsSeldomWherePowerIsSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := NewSilent()
		defer s.Close()
		c := count(1 << 40)
		s.Play(c)
		for _, test := range []struct {
			saving bool
			pulls  int64
		}{{true, 4}, {false, 16}, {true, 4}} {
			s.SavePower(test.saving)
			time.Sleep(time.Second) // it is heard at the next pull
			pulled, calls := c.pulled.Load(), c.calls.Load()
			time.Sleep(3 * time.Second)
			if got := c.calls.Load() - calls; got < 3*test.pulls || got > 3*(test.pulls+1) {
				t.Errorf("saving %v: %d pulls in 3 s, want %d", test.saving, got, 3*test.pulls)
			}
			if got := c.pulled.Load() - pulled; got < 2*Rate || got > 4*Rate {
				t.Errorf("saving %v: %d frames in 3 s", test.saving, got)
			}
		}
		time.Sleep(48 * time.Second)
		if got := c.pulled.Load(); got > 60*Rate || got < 60*Rate-int64(Frames(easyPulse)) {
			t.Errorf("%d frames in 60 s", got)
		}
	})
}

func TestSilent_PullsAtRealPaceUntilItIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := NewSilent()
		c := count(1 << 40)
		s.Play(c)
		time.Sleep(25*time.Minute + pulse/2)
		synctest.Wait()
		if want := int64(25 * 60 * Rate); c.pulled.Load() != want {
			t.Errorf("%d frames in 25 minutes, want %d", c.pulled.Load(), want)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error("closed twice:", err)
		}
		before := c.pulled.Load()
		time.Sleep(time.Second)
		if c.pulled.Load() != before {
			t.Error("pulled after it was closed")
		}
	})
}
