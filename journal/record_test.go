package journal

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func TestStampAt(t *testing.T) {
	for name, c := range map[string]struct {
		time, zone, day string
	}{
		"noon":                                    {"2026-11-21T12:00:00", "Europe/Berlin", "2026-11-21"},
		"the last moment of the day before":       {"2026-11-21T03:59:59", "Europe/Berlin", "2026-11-20"},
		"the first moment of the day":             {"2026-11-21T04:00:00", "Europe/Berlin", "2026-11-21"},
		"the small hours of a new year":           {"2027-01-01T00:30:00", "Europe/Berlin", "2026-12-31"},
		"the morning on which an hour is missing": {"2026-03-29T03:30:00", "Europe/Berlin", "2026-03-28"},
		"and its four o'clock":                    {"2026-03-29T04:00:00", "Europe/Berlin", "2026-03-29"},
		"the morning that has an hour twice":      {"2026-10-25T02:30:00", "Europe/Berlin", "2026-10-24"},
		"and its four o'clock again":              {"2026-10-25T04:00:00", "Europe/Berlin", "2026-10-25"},
		"the night after a day that was skipped":  {"2011-12-31T02:00:00", "Pacific/Apia", "2011-12-30"},
		"the leap day":                            {"2028-03-01T01:00:00", "America/New_York", "2028-02-29"},
	} {
		t.Run(name, func(t *testing.T) {
			at, err := time.ParseInLocation("2006-01-02T15:04:05", c.time, mustZone(t, c.zone))
			if err != nil {
				t.Fatal(err)
			}
			stamp := StampAt(at)
			if stamp.Day != c.day || stamp.Zone != c.zone || !stamp.Time.Equal(at) || stamp.Time.Location() != time.UTC {
				t.Errorf("got %+v, want the day %s", stamp, c.day)
			}
			if local := stamp.Local().Format("2006-01-02T15:04:05"); local != c.time {
				t.Errorf("it was lived at %s, want %s", local, c.time)
			}
		})
	}
	t.Run("a day begins at the hour that somebody has chosen", func(t *testing.T) {
		for _, test := range []struct {
			start  int
			moment string
			day    string
		}{
			{0, "2026-11-21T00:00:00", "2026-11-21"},
			{0, "2026-11-20T23:59:59", "2026-11-20"},
			{6, "2026-11-21T05:59:59", "2026-11-20"},
			{6, "2026-11-21T06:00:00", "2026-11-21"},
			{23, "2026-11-21T22:59:59", "2026-11-20"},
		} {
			at, err := time.ParseInLocation("2006-01-02T15:04:05", test.moment, mustZone(t, "Europe/Berlin"))
			if err != nil {
				t.Fatal(err)
			}
			if got := StampFor(at, test.start).Day; got != test.day {
				t.Errorf("%s with days from %d is %s, want %s", test.moment, test.start, got, test.day)
			}
		}
	})
	t.Run("a zone without a name is written as its offset", func(t *testing.T) {
		for seconds, want := range map[int]string{0: "+00:00", 3600: "+01:00", -(3*3600 + 1800): "-03:30"} {
			at := time.Date(2026, 11, 21, 23, 30, 0, 0, time.FixedZone("", seconds))
			if stamp := StampAt(at); stamp.Zone != want || stamp.Day != "2026-11-21" || stamp.Local().Hour() != 23 {
				t.Errorf("got %+v, lived at %v; want zone %s", stamp, stamp.Local(), want)
			}
		}
		if stamp := StampAt(time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local)); stamp.Zone == "Local" {
			t.Errorf("the zone is called Local, which is another one everywhere")
		}
	})
	t.Run("a zone that this machine does not know is shown in UTC", func(t *testing.T) {
		stamp := StampAt(evening)
		stamp.Zone = "Mars/Olympus_Mons"
		if local := stamp.Local(); !local.Equal(evening) || local.Location() != time.UTC {
			t.Errorf("got %v", local)
		}
	})
	t.Run("every moment lies on one day, which never goes back", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			zone := location(rapid.SampledFrom([]string{"Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"}).Draw(t, "zone"))
			at := time.UnixMilli(rapid.Int64Range(9e11, 2.1e12).Draw(t, "time")).In(zone)
			first, later := StampAt(at), StampAt(at.Add(24*time.Hour))
			if later.Day < first.Day {
				t.Fatalf("%v is on %s, a day later on %s", at, first.Day, later.Day)
			}
			if hours := at.Sub(first.Time); hours < 0 || hours >= time.Millisecond {
				t.Fatalf("%v became %v", at, first.Time)
			}
		})
	})
}

func TestHistory_Lookup(t *testing.T) {
	h := History{CheckIns: []CheckIn{{ID: "a"}, {ID: "b", Note: "this"}}, Sittings: []Sitting{{ID: "c", Seed: 7}}}
	if c, ok := h.CheckIn("b"); !ok || c.Note != "this" {
		t.Errorf("got %+v, %v", c, ok)
	}
	if s, ok := h.Sitting("c"); !ok || s.Seed != 7 {
		t.Errorf("got %+v, %v", s, ok)
	}
	if _, ok := h.CheckIn("c"); ok {
		t.Error("a sitting was found among the check-ins")
	}
	if _, ok := h.Sitting("a"); ok {
		t.Error("a check-in was found among the sittings")
	}
}

func TestHistory_Steered_is_the_latest_of_a_code_that_was_steered(t *testing.T) {
	steering := []Steer{{Frame: 64}}
	history := History{Sittings: []Sitting{
		{ID: "1", Code: "a", Steering: steering},
		{ID: "2", Code: "a", Steering: steering},
		{ID: "3", Code: "b", Steering: steering},
		{ID: "4", Code: "a"},
		{ID: "5", Code: "c"},
	}}
	for code, want := range map[string]string{"a": "2", "b": "3", "c": "", "d": ""} {
		if s, found := history.Steered(code); s.ID != want || found != (want != "") {
			t.Errorf("of code %s it is %q, want %q", code, s.ID, want)
		}
	}
}

func TestCheckIn_Empty(t *testing.T) {
	id := "sitting"
	for _, c := range []CheckIn{{}, {ID: "id", Stamp: StampAt(time.Now()), When: After, Sitting: &id, Words: []string{}}} {
		if !c.Empty() {
			t.Errorf("%+v is not empty", c)
		}
	}
	for _, c := range []CheckIn{{Mood: Mood{Energy: Rated(0)}}, {Words: []string{"calm"}}, {Note: "."}} {
		if c.Empty() {
			t.Errorf("%+v is empty", c)
		}
	}
}
