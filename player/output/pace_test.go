package output

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPacer_LosesNoFrameOverAnyLaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var pace pacer
		var total time.Duration
		frames := 0
		for range 500 {
			lap := time.Duration(rapid.Int64Range(0, int64(longestPulse)).Draw(t, "lap"))
			total += lap
			frames += pace.frames(lap)
		}
		if want := Frames(total); frames != want {
			t.Fatalf("%d frames in %v, want %d", frames, total, want)
		}
	})
}

func TestStopwatch_DoesNotCountTheTimeThatAProcessWasStopped(t *testing.T) {
	start := time.Unix(0, 0)
	watch := stopwatch{last: start}
	if got := watch.lap(start.Add(pulse)); got != pulse {
		t.Errorf("lap %v, want %v", got, pulse)
	}
	if got := watch.lap(start.Add(time.Hour)); got != longestPulse {
		t.Errorf("lap %v after an hour, want %v", got, longestPulse)
	}
	if got := watch.lap(start.Add(time.Hour + pulse)); got != pulse {
		t.Errorf("lap %v after that, want %v", got, pulse)
	}
	if got := watch.lap(start); got != 0 {
		t.Errorf("lap %v for a clock that went back, want 0", got)
	}
}
