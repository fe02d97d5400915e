package journal

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// answered is a check-in of a lived day, with what was answered of valence.
func answered(at time.Time, when When, valence float64) CheckIn {
	return CheckIn{Stamp: StampAt(at), When: when, Mood: Mood{Valence: Rated(valence)}}
}

func TestTrendOf_aDayIsTheMeanAndTheRangeOfItsAnswers(t *testing.T) {
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	trend := TrendOf([]CheckIn{
		answered(noon.AddDate(0, 0, -20), Alone, 1), // before the first day
		answered(noon, Before, -0.5),
		answered(noon.Add(time.Hour), Alone, 0.5),
		answered(noon.Add(2*time.Hour), Alone, 0.6),
		answered(noon.Add(3*time.Hour), After, 1),
		answered(noon.AddDate(0, 0, 2), Alone, 0), // neutral is an answer
		answered(noon.AddDate(0, 0, 4), Alone, 1), // after the last day
		{Stamp: StampAt(noon), When: Alone, Mood: Mood{Energy: Rated(-1)}},
	}, "2026-11-22", 7, 1)
	if len(trend.Points) != 7 || trend.Days != 7 || !trend.Earlier {
		t.Fatalf("the trend is %+v", trend)
	}
	day := trend.Points[4].Usual[0]
	if day.Answers != 3 || day.Days != 1 || math.Abs(day.Mean-0.2) > 1e-9 || day.Low != -0.5 || day.High != 0.6 {
		t.Errorf("the day is %+v", day)
	}
	if after := trend.Points[4].After[0]; after.Answers != 1 || after.Mean != 1 {
		t.Errorf("after the music it is %+v", after)
	}
	if gap := trend.Points[5].Usual[0]; gap != (Spread{}) {
		t.Errorf("a day without an answer is %+v", gap)
	}
	if neutral := trend.Points[6].Usual[0]; neutral.Answers != 1 || neutral.Mean != 0 {
		t.Errorf("a neutral day is %+v", neutral)
	}
	if energy := trend.Usual[1]; energy.Days != 1 || energy.Low != -1 {
		t.Errorf("energy is %+v", energy)
	}
	if trend.Usual[0].Days != 2 || trend.Usual[0].Enough() {
		t.Errorf("valence is %+v", trend.Usual[0])
	}
}

func TestTrendOf_goesByTheLivedDayWhateverTheClockDoes(t *testing.T) {
	for _, zone := range []string{"Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"} {
		location, err := time.LoadLocation(zone)
		if err != nil {
			t.Skip(err)
		}
		// Days on which the clock was moved, or a whole day was left out.
		for _, day := range []string{"2026-03-29", "2026-10-25", "2018-11-04", "2011-12-31", "2026-04-05"} {
			start, err := time.Parse(time.DateOnly, day)
			if err != nil {
				t.Fatal(err)
			}
			var checkIns []CheckIn
			for hour := 5; hour < 29; hour++ {
				at := time.Date(start.Year(), start.Month(), start.Day(), hour, 30, 0, 0, location)
				if at.Hour() >= dayStart && at.Day() == start.Day() || at.Hour() < dayStart && hour >= 24 {
					checkIns = append(checkIns, answered(at, Alone, 0.5))
				}
			}
			trend := TrendOf(checkIns, day, 3, 1)
			if got := trend.Points[2].Usual[0].Answers; got != len(checkIns) {
				t.Errorf("%s, %s: %d of %d answers are on the day itself", zone, day, got, len(checkIns))
			}
		}
	}
}

func TestTrendOf_weeksCountEachDayOnce(t *testing.T) {
	noon := time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC) // a Monday
	checkIns := []CheckIn{answered(noon.AddDate(0, 0, 1), Alone, -1)}
	for i := range 9 {
		checkIns = append(checkIns, answered(noon.Add(time.Duration(i)*time.Minute), Alone, 1))
	}
	trend := TrendOf(checkIns, "2026-11-22", 364, 7)
	if len(trend.Points) != 52 {
		t.Fatalf("a year has %d points", len(trend.Points))
	}
	if week := trend.Points[51].Usual[0]; week.Answers != 10 || week.Days != 2 || week.Mean != 0 || week.Low != -1 || week.High != 1 {
		t.Errorf("the week is %+v", week)
	}
}

func TestTrendOf_holdsTogetherForAnyHistory(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 1))
	for range 200 {
		var checkIns []CheckIn
		end := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
		for range random.IntN(80) {
			c := answered(end.Add(-time.Duration(random.IntN(100*24))*time.Hour), []When{Before, After, Alone}[random.IntN(3)], 2*random.Float64()-1)
			if random.IntN(10) == 0 {
				c.Day = []string{"", "yesterday", "2026-02-30", "9999-12-31"}[random.IntN(4)]
			}
			checkIns = append(checkIns, c)
		}
		days, per := 1+random.IntN(60), 1+random.IntN(9)
		trend := TrendOf(checkIns, "2026-11-22", days, per)
		answers, counted := 0, 0
		for _, point := range trend.Points {
			for _, s := range []Spread{point.Usual[0], point.After[0]} {
				answers += s.Answers
				if s.Answers > 0 && (s.Low > s.Mean+1e-9 || s.Mean > s.High+1e-9) {
					t.Fatalf("seed %d: %+v", seed, s)
				}
			}
			counted += point.Usual[0].Days
		}
		if counted != trend.Usual[0].Days || counted > days || answers > len(checkIns) {
			t.Fatalf("seed %d: %d days of %d, %d answers of %d", seed, counted, trend.Usual[0].Days, answers, len(checkIns))
		}
		if usual := trend.Usual[0]; usual.Low > usual.High {
			t.Fatalf("seed %d: most days are %+v", seed, usual)
		}
	}
	for _, none := range []Trend{TrendOf(nil, "", 7, 1), TrendOf(nil, "2026-11-22", 0, 1), TrendOf(nil, "2026-11-22", 7, 0)} {
		if len(none.Points) != 0 {
			t.Errorf("without days there is %+v", none)
		}
	}
}

// tenYears is a history of ten check-ins a day.
func tenYears() []CheckIn {
	var checkIns []CheckIn
	end := time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC)
	for i := range 36500 {
		c := answered(end.Add(-time.Duration(36500-i)*2*time.Hour), Alone, float64(i%21)/10-1)
		c.ID = fmt.Sprint(i)
		checkIns = append(checkIns, c)
	}
	return checkIns
}

func BenchmarkTrendOf_tenYears(b *testing.B) {
	checkIns := tenYears()
	for b.Loop() {
		TrendOf(checkIns, "2026-11-22", 364, 7)
	}
}
