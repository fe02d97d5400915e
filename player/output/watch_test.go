package output

import (
	"testing"
	"time"
)

// life runs a watch over a device that asks as asks says in every pulse, and
// returns the first verdict that ends it, with its time, and the time at which
// the device came alive.
func life(until time.Duration, asks func(at time.Duration) int) (end verdict, ended, came time.Duration) {
	var w watch
	for at := time.Duration(0); at < until; at += pulse {
		if n := asks(at); n > 0 {
			w.ask(n)
		}
		switch v := w.advance(pulse); v {
		case undecided:
		case alive:
			if came == 0 {
				came = at + pulse
			}
		default:
			return v, at + pulse, came
		}
	}
	return alive, until, came
}

func TestWatch_JudgesDevices(t *testing.T) {
	const (
		perPulse = Rate * int(pulse) / int(time.Second)
		dies     = 167 * pulse // 10 s, in whole pulses
	)
	prefill := func(frames int) func(time.Duration) int {
		return func(at time.Duration) int {
			if at == 0 {
				return frames
			}
			return 0
		}
	}
	real := func(at time.Duration) int {
		if at == 0 {
			return int(primed)
		}
		return perPulse
	}
	tests := map[string]struct {
		asks    func(time.Duration) int
		want    verdict
		from    time.Duration // when the verdict falls
		to      time.Duration
		comesBy time.Duration // 0: never alive
	}{
		"a real device":             {real, alive, time.Hour, time.Hour, 300 * time.Millisecond},
		"a clock 0.5 % fast":        {func(at time.Duration) int { return real(at) * 1005 / 1000 }, alive, time.Hour, time.Hour, 300 * time.Millisecond},
		"a slow clock":              {func(at time.Duration) int { return real(at) * 9 / 10 }, alive, time.Hour, time.Hour, 300 * time.Millisecond},
		"a driver without a device": {prefill(BufferFrames/2 + aheadFrames), absent, answerWithin, answerWithin + pulse, 0},
		"a sink that is suspended":  {prefill(int(primed)), absent, answerWithin, answerWithin + pulse, 0},
		"nothing at all":            {prefill(0), absent, answerWithin, answerWithin + pulse, 0},
		"a bottomless device":       {func(time.Duration) int { return 50 * perPulse }, racing, pulse, 100 * time.Millisecond, 0},
		"a device twice as fast":    {func(time.Duration) int { return 2 * perPulse }, racing, time.Second, 2 * time.Second, 300 * time.Millisecond},
		"a device that dies": {func(at time.Duration) int {
			if at > dies {
				return 0
			}
			return real(at)
		}, lost, dies + lostAfter, dies + lostAfter + 2*pulse, 300 * time.Millisecond},
		"a server that stalls for a second": {func(at time.Duration) int {
			if at%(10*time.Second) > 9*time.Second {
				return 0
			}
			return real(at)
		}, alive, time.Hour, time.Hour, 300 * time.Millisecond},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, at, came := life(time.Hour, test.asks)
			if got != test.want || at < test.from || at > test.to {
				t.Errorf("verdict %d after %v, want %d within %v to %v", got, at, test.want, test.from, test.to)
			}
			if test.comesBy == 0 && came != 0 || test.comesBy != 0 && (came == 0 || came > test.comesBy) {
				t.Errorf("alive after %v, want within %v", came, test.comesBy)
			}
		})
	}
}
