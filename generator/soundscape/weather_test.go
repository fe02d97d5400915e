package soundscape

import (
	"math"
	"testing"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

const quantaASecond = dsp.Rate / dsp.Quantum

func TestWeather_stays_within_its_ranges_and_moves(t *testing.T) {
	w := NewWeather(3)
	lowest, highest, sum := 1.0, 0.0, 0.0
	const quanta = 1200 * quantaASecond
	for range quanta {
		w.Next()
		for name, x := range map[string]float32{"wind": w.Wind(), "wetness": w.Wetness(), "ease": w.Ease()} {
			if x < 0 || x > 1 {
				t.Fatalf("%s is %v", name, x)
			}
		}
		if c := w.Celsius(); c < 14 || c > 26 {
			t.Fatalf("%.1f °C", c)
		}
		wind := float64(w.Wind())
		lowest, highest, sum = min(lowest, wind), max(highest, wind), sum+wind
	}
	if mean := sum / quanta; math.Abs(mean-0.45) > 0.1 {
		t.Errorf("the mean wind is %.2f", mean)
	}
	if lowest > 0.15 || highest < 0.8 {
		t.Errorf("in twenty minutes the wind is between %.2f and %.2f only", lowest, highest)
	}
}

func TestWeather_WindAgo_is_what_Wind_was(t *testing.T) {
	w := NewWeather(5)
	var past []float32
	for range 3 * quantaASecond {
		w.Next()
		past = append(past, w.Wind())
	}
	for _, seconds := range []float32{0, 0.4, 1, 2.5} {
		quanta := int(seconds * quantaASecond)
		if got, want := w.WindAgo(seconds), past[len(past)-1-quanta]; got != want {
			t.Errorf("%v s ago: %v, want %v", seconds, got, want)
		}
	}
	if w.WindAgo(9) != w.WindAgo(2.5) || w.WindAgo(-1) != w.Wind() {
		t.Error("beyond its reach it does not stay at the end")
	}
}

func TestWeather_Thunders_frightens_at_once_and_ease_comes_back_slowly(t *testing.T) {
	w := NewWeather(2)
	for w.Ease() < 0.9 {
		w.Next()
	}
	before := w.Ease()
	for range quantaASecond {
		w.Thunders(1)
		w.Next()
	}
	struck := w.Ease()
	if struck > 0.3*before {
		t.Errorf("after a second of thunder the ease is %.2f, before %.2f", struck, before)
	}
	for range 2 * quantaASecond {
		w.Next()
	}
	if w.Ease() > 0.6 {
		t.Errorf("two seconds later it is %.2f again", w.Ease())
	}
}

// Causes come before effects: of two soundscapes in one weather the wind
// follows a gust sooner than the rain does.
func TestWeather_is_heard_in_the_wind_first_and_then_in_the_rain(t *testing.T) {
	takesSeconds(t)
	weather := NewWeather(9)
	wind, rain := New(score.Wind, 1, weather), New(score.Rain, 1, weather)
	wind.Set(Scene{Level: 1})
	rain.Set(Scene{Level: 1})
	var gusts, ofWind, ofRain []float64
	var slow [3]float64
	for n := range 240 * quantaASecond {
		weather.Next()
		var a, b dsp.Bus
		wind.Render(&a)
		rain.Render(&b)
		now := [3]float64{float64(weather.Wind()), power(&a), power(&b)}
		for i := range slow {
			slow[i] += (now[i] - slow[i]) / (0.3 * quantaASecond)
		}
		if n > 6*quantaASecond && n%75 == 0 {
			gusts = append(gusts, slow[0])
			ofWind = append(ofWind, math.Log(slow[1]))
			ofRain = append(ofRain, math.Log(slow[2]))
		}
	}
	early, sure := lag(gusts, ofWind)
	late, also := lag(gusts, ofRain)
	if sure < 0.5 || also < 0.3 {
		t.Errorf("wind follows the weather by %.2f and rain by %.2f", sure, also)
	}
	if early > 3 || late <= early {
		t.Errorf("wind lags by %.1f s and rain by %.1f s", 0.1*float64(early), 0.1*float64(late))
	}
}

func power(bus *dsp.Bus) (sum float64) {
	x := bus.Half()
	for i := range x.Left {
		sum += float64(x.Left[i]*x.Left[i] + x.Right[i]*x.Right[i])
	}
	return sum
}

// lag returns by how many steps effect comes after cause, and how much they
// correlate then.
func lag(cause, effect []float64) (steps int, best float64) {
	for by := range 25 {
		if r := correlation(cause[:len(cause)-by], effect[by:]); r > best {
			steps, best = by, r
		}
	}
	return steps, best
}

func correlation(x, y []float64) float64 {
	var mx, my float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(x))
	}
	var xx, yy, xy float64
	for i := range x {
		a, b := x[i]-mx, y[i]-my
		xx, yy, xy = xx+a*a, yy+b*b, xy+a*b
	}
	return xy / math.Sqrt(xx*yy)
}
