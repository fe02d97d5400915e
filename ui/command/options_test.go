package command

import (
	"math"
	"testing"
	"time"

	"dulcet/generator"
)

func TestDawnFlag_counts_to_the_next_time_of_day(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones here:", err)
	}
	for _, c := range []struct {
		dawn    string
		now     time.Time
		minutes float64 // 0 is refused
	}{
		{"07:00", time.Date(2026, 11, 21, 22, 30, 0, 0, berlin), 510},
		{"07:00", time.Date(2026, 11, 22, 0, 30, 0, 0, berlin), 390},
		{"07:00", time.Date(2026, 11, 22, 6, 55, 0, 0, berlin), 0},
		{"07:00", time.Date(2026, 11, 22, 7, 0, 0, 0, berlin), 0},
		{"07:00", time.Date(2026, 10, 24, 23, 0, 0, 0, berlin), 540}, // an hour more: summer time ends
		{"07:00", time.Date(2026, 3, 28, 23, 0, 0, 0, berlin), 420},  // an hour less
	} {
		var flag dawnFlag
		if err := flag.Set(c.dawn); err != nil {
			t.Fatal(err)
		}
		minutes, err := flag.minutesFrom(c.now)
		if (err != nil) != (c.minutes == 0) || math.Abs(minutes-c.minutes) > 1e-9 {
			t.Errorf("from %v to %s there are %g minutes, %v, want %g", c.now, c.dawn, minutes, err, c.minutes)
		}
	}
}

func TestBreathFlag_reads_names_seconds_and_rates(t *testing.T) {
	for text, want := range map[string]generator.Breath{
		"4-6":         {In: 4, Out: 6},
		"4-7-8":       {In: 4, Hold: 7, Out: 8},
		"Box":         {In: 4, Hold: 4, Out: 4, Rest: 4},
		"sigh":        {In: 2, Again: 1, Out: 6, Rest: 1},
		"3.5-7":       {In: 3.5, Out: 7},
		"4-2-6-1":     {In: 4, Hold: 2, Out: 6, Rest: 1},
		"passive":     generator.PassiveBreath(14),
		"passive:10 ": generator.PassiveBreath(10),
	} {
		var flag breathFlag
		if err := flag.Set(text); err != nil || flag.breath != want {
			t.Errorf("%q is read as %+v, %v", text, flag.breath, err)
		}
	}
	for _, text := range []string{"", "4", "4-", "0-6", "4-6-8-1-1", "4-21", "nan-4", "passive:two", "passive:1"} {
		var flag breathFlag
		if err := flag.Set(text); err == nil {
			t.Errorf("%q is read as %+v", text, flag.breath)
		}
	}
}

func TestBellsFlag_reads_what_it_prints(t *testing.T) {
	for _, text := range []string{"5", "3,7,15", "0.5"} {
		var flag bellsFlag
		if err := flag.Set(text); err != nil || flag.String() != text {
			t.Errorf("%q is read as %q, %v", text, flag.String(), err)
		}
	}
}
