package output

import (
	"errors"
	"math"
	"testing"
	"testing/synctest"
	"time"
)

// open returns a speaker whose attempts find these devices one after another,
// the last of them again and again, with the times of the attempts.
func open(devices ...func(time.Duration) int) (s *Speaker, fakes *[]*fake, attempts *[]time.Duration) {
	fakes, attempts = new([]*fake), new([]time.Duration)
	start := time.Now()
	s = newSpeaker(func() (*device, error) {
		*attempts = append(*attempts, time.Since(start))
		asks := devices[min(len(*attempts), len(devices))-1]
		if asks == nil {
			return nil, errors.New("no such program")
		}
		f := newFake(asks)
		*fakes = append(*fakes, f)
		return f.device, nil
	})
	return s, fakes, attempts
}

func TestSpeaker_IsWarmBeforeThereIsAnythingToPlay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, fakes, _ := open(playing)
		defer s.Close()
		if got := s.Status().State; got != Starting {
			t.Errorf("state %d at the start, want %d", got, Starting)
		}
		time.Sleep(2*time.Second + fakePeriod/2) // between two requests
		synctest.Wait()
		if got := s.Status(); got != (Status{State: Sounding}) {
			t.Errorf("status %+v after two seconds", got)
		}
		c := count(1 << 40)
		silence := len((*fakes)[0].heard())
		s.Play(c)
		time.Sleep(time.Second)
		synctest.Wait()
		got := (*fakes)[0].heard()[silence:]
		for i, x := range got {
			if x != float32(value(int64(i+1))) {
				t.Fatalf("frame %d is %v, want %v: the first frames were lost or faded", i, x, value(int64(i+1)))
			}
		}
		if len(got) < Rate*9/10 {
			t.Errorf("%d frames in a second", len(got))
		}
	})
}

func TestSpeaker_PullsAtRealPaceWhateverTheDeviceDoes(t *testing.T) {
	// One after another: never there, crashes at once, plays for 5 s, hangs,
	// cannot be started, swallows, plays on.
	crash := func(at time.Duration) int { return -1 }
	bottomless := func(time.Duration) int { return 40 * Frames(fakePeriod) }
	synctest.Test(t, func(t *testing.T) {
		s, _, attempts := open(dead, crash, until(5*time.Second), dead, nil, bottomless, playing)
		defer s.Close()
		c := count(1 << 40)
		s.Play(c)
		start, stalled := time.Now(), 0
		for time.Since(start) < 60*time.Second {
			synctest.Wait()
			before := c.pulled.Load()
			time.Sleep(200 * time.Millisecond)
			synctest.Wait()
			switch pulled := c.pulled.Load() - before; {
			case pulled > Rate*45/100: // 200 ms, and one request and one pulse
				t.Fatalf("%d frames within 200 ms at %v", pulled, time.Since(start))
			case pulled == 0:
				stalled++
			}
		}
		// Time stands still only until a device counts as lost: 1.5 s, once.
		if stalled > 8 {
			t.Errorf("nothing pulled for %d times 200 ms", stalled)
		}
		total, least := c.pulled.Load(), int64(60-2)*Rate
		if total < least || total > 60*Rate+int64(2*BufferFrames) {
			t.Errorf("%d frames in 60 s", total)
		}
		if got := s.Status(); got.State != Sounding || got.Message != "" {
			t.Errorf("status %+v in the end", got)
		}
		if len(*attempts) != 7 {
			t.Errorf("%d attempts, want 7: %v", len(*attempts), *attempts)
		}
	})
}

func TestSpeaker_GivesADeviceOnProbationSilenceAndThenFadesIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, fakes, _ := open(playing)
		defer s.Close()
		s.Play(&steady{})
		time.Sleep(2 * time.Second)
		synctest.Wait()
		got := (*fakes)[0].heard()
		for i := range BufferFrames {
			if got[i] != 0 {
				t.Fatalf("frame %d of the first buffer is %v", i, got[i])
			}
		}
		steepest := math.Pi / 2 / float64(Frames(fadeIn)) * 1.01
		for i := 1; i < len(got); i++ {
			if step := float64(got[i] - got[i-1]); step < 0 || step > steepest {
				t.Fatalf("step of %v at frame %d, at most %v", step, i, steepest)
			}
		}
		if last := got[len(got)-1]; last != 1 {
			t.Errorf("gain %v in the end", last)
		}
	})
}

// steady is a streamer of ones.
type steady struct{}

func (steady) Stream(samples [][2]float64) (int, bool) {
	for i := range samples {
		samples[i] = [2]float64{1, 1}
	}
	return len(samples), true
}

func (steady) Err() error { return nil }

func TestSpeaker_CountsExactlyWhatWasHandedOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, fakes, _ := open(until(7*time.Second), playing)
		defer s.Close()
		s.Play(&steady{})
		time.Sleep(20 * time.Second)
		synctest.Wait()
		heard := int64(0)
		for _, f := range *fakes {
			for _, x := range f.heard() {
				if x > 0 {
					heard++
				}
			}
		}
		if s.Heard() != heard {
			t.Errorf("%d frames counted, %d came through", s.Heard(), heard)
		}
	})
}

func TestSpeaker_SaysWhyThereIsNoSound(t *testing.T) {
	tests := map[string]struct {
		device func(time.Duration) int
		within time.Duration
		want   fault
	}{
		"no device":         {dead, answerWithin + pulse, faultAbsent},
		"crash":             {func(time.Duration) int { return -1 }, pulse, faultAbsent},
		"lost":              {until(2 * time.Second), 2*time.Second + lostAfter + 2*pulse, faultLost},
		"swallows":          {func(time.Duration) int { return Rate }, time.Second, faultRacing},
		"cannot be started": {nil, pulse, faultProcess},
		"babble":            {func(time.Duration) int { return mostFrames + 1 }, pulse, faultProtocol},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, fakes, _ := open(test.device)
				defer s.Close()
				time.Sleep(test.within)
				synctest.Wait()
				if got := s.Status(); got.State != Mute || got.Message != test.want.sentence() {
					t.Errorf("status %+v, want %q", got, test.want.sentence())
				}
				if len(*fakes) > 0 && !(*fakes)[0].killed.Load() {
					t.Error("the device that failed was not ended")
				}
			})
		})
	}
}

func TestSpeaker_TriesAgainSoonAndThenSteadily(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _, attempts := open(func(time.Duration) int { return -1 })
		defer s.Close()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		want := []time.Duration{0, 500 * time.Millisecond, time.Second, 1500 * time.Millisecond, 1500 * time.Millisecond, 1500 * time.Millisecond}
		at := time.Duration(0)
		for i, gap := range want {
			at += gap
			if i >= len(*attempts) || (*attempts)[i]-at < 0 || (*attempts)[i]-at > time.Duration(i+1)*pulse {
				t.Fatalf("attempts at %v, want number %d at %v", *attempts, i, at)
			}
		}
	})
}

func TestSpeaker_SoundsWithinFiveSecondsOfTheDeviceBeingBack(t *testing.T) {
	for back := 3 * time.Second; back < 12*time.Second; back += 170 * time.Millisecond {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			s := newSpeaker(func() (*device, error) {
				if time.Since(start) < back {
					return newFake(dead).device, nil
				}
				return newFake(playing).device, nil
			})
			defer s.Close()
			time.Sleep(back + 5*time.Second)
			synctest.Wait()
			if got := s.Status(); got.State != Sounding {
				t.Errorf("device back at %v: status %+v five seconds later", back, got)
			}
		})
	}
}

func TestSpeaker_CloseEndsTheDeviceAndThePulling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, fakes, _ := open(playing)
		c := count(1 << 40)
		s.Play(c)
		time.Sleep(time.Second)
		for range 2 {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if !(*fakes)[0].killed.Load() {
			t.Error("the device runs on")
		}
		before := c.pulled.Load()
		time.Sleep(5 * time.Second)
		if c.pulled.Load() != before {
			t.Error("pulled after it was closed")
		}
	})
}
