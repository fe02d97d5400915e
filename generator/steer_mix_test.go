package generator

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dulcet/generator/fx"
	"dulcet/generator/measure"
	"dulcet/generator/score"
	"dulcet/journal"
)

// wishOf is a wish made by a change.
func wishOf(change func(*Wish)) Wish {
	var wish Wish
	change(&wish)
	return wish
}

// difference returns by how many decibels the difference of two stretches is
// under the first.
func difference(a, b [][2]float64) float64 {
	own, apart := 1e-20, 1e-20
	for i := range a {
		for side := range 2 {
			own += a[i][side] * a[i][side]
			apart += (a[i][side] - b[i][side]) * (a[i][side] - b[i][side])
		}
	}
	return 10 * math.Log10(apart/own)
}

func TestPiece_Steer_is_heard_within_30_ms_without_a_click(t *testing.T) {
	wishes := map[string]func(*Wish){
		"brighter": func(w *Wish) { w.Turn(journal.Brightness, 0.5) },
		"darker":   func(w *Wish) { w.Turn(journal.Brightness, -0.5) },
		"fuller":   func(w *Wish) { w.Turn(journal.Density, 0.5) },
		"sparser":  func(w *Wish) { w.Turn(journal.Density, -0.5) },
		"livelier": func(w *Wish) { w.Turn(journal.Tempo, 0.5) },
		"softer":   func(w *Wish) { w.Turn(journal.Tempo, -0.5) },
		"louder":   func(w *Wish) { w.Levels.Move(math.MaxUint32, 3) },
		"gone":     func(w *Wish) { w.Levels.Move(math.MaxUint32, LeastLevel) },
	}
	goals := []journal.Goal{journal.Drift, journal.Calm, journal.Sleep}
	if testing.Short() {
		goals = goals[:1]
	}
	for _, goal := range goals {
		brief := mustBrief(t, goal, 20, 4)
		const before, after = 12 * Rate, Rate / 2
		ahead := fx.Latency // that the master looks ahead
		if riseOf(goal) > 0 {
			ahead += fx.SlewDelay
		}
		plain := New(brief)
		stream(plain, before, constant(4800))
		want := stream(plain, after, constant(4800))
		heard := measure.New(Rate)
		heard.Add(want)
		usual := heard.Result()
		for name, change := range wishes {
			p := New(brief)
			stream(p, before, constant(4800))
			p.Steer(wishOf(change))
			got := stream(p, after, constant(4800))
			const within = Rate * 30 / 1000
			if slices.Equal(want[:within], got[:within]) {
				t.Errorf("%s, %s: not a sample of the first 30 ms is another", goal, name)
			}
			apart := difference(want[ahead:ahead+within], got[ahead:ahead+within])
			t.Logf("%s, %s: %.0f dB in 30 ms, %.0f dB in half a second", goal, name, apart, difference(want, got))
			if apart < -52 {
				t.Errorf("%s, %s: differs by %.0f dB in the 30 ms after the look-ahead", goal, name, apart)
			}
			heard := measure.New(Rate)
			heard.Add(got)
			if r := heard.Result(); r.Clicks > usual.Clicks || r.Steps > usual.Steps {
				t.Errorf("%s, %s: %d clicks and %d steps", goal, name, r.Clicks, r.Steps)
			}
		}
	}
}

// A script is what is wished at which frames.
type script []struct {
	frame int64
	wish  Wish
}

// performed plays a piece with a script; the size of every buffer is next's.
func performed(brief Brief, s script, frames int64, next func() int) [][2]float64 {
	p := New(brief)
	var out [][2]float64
	for at := int64(0); at < frames; {
		until := frames
		for _, step := range s {
			if step.frame == at {
				p.Steer(step.wish)
			}
			if step.frame > at {
				until = min(until, step.frame)
			}
		}
		n := min(int64(next()), until-at)
		buffer := make([][2]float64, n)
		got, ok := p.Stream(buffer)
		out = append(out, buffer[:got]...)
		at += int64(got)
		if !ok {
			break
		}
	}
	return out
}

// everyWish is a script with a wish of every kind.
func everyWish() script {
	var w Wish
	steps := script{}
	add := func(second float64, change func(*Wish)) {
		change(&w)
		steps = append(steps, struct {
			frame int64
			wish  Wish
		}{int64(second*Rate) + 17, w})
	}
	add(3, func(w *Wish) { w.Turn(journal.Brightness, -0.25) })
	add(4.2, func(w *Wish) { w.Levels.Move(partSet(score.Strings)|partSet(score.Piano), -6) })
	add(8, func(w *Wish) { w.Hold = true })
	add(12, func(w *Wish) { w.Soundscape++ })
	add(14, func(w *Wish) { w.Turn(journal.Density, 0.5) })
	add(16, func(w *Wish) { w.MoveOn++; w.Hold = false })
	add(20, func(w *Wish) { w.Deadline = 4 * 60 * Rate })
	add(24, func(w *Wish) { w.Turn(journal.Tempo, 0.25) })
	return steps
}

func TestPiece_Steer_gives_the_same_samples_whatever_the_buffers_and_changes_none_before(t *testing.T) {
	const seconds = 28
	brief := mustBrief(t, journal.Drift, 3, 12)
	steps := everyWish()
	plain := performed(brief, nil, seconds*Rate, func() int { return 4800 })
	want := performed(brief, steps, seconds*Rate, func() int { return 4800 })
	random := rand.New(rand.NewPCG(3, 4))
	got := performed(brief, steps, seconds*Rate, func() int { return 1 + random.IntN(1500) })
	if !slices.Equal(want, got) {
		t.Error("other buffers, other samples")
	}
	first := steps[0].frame + 63
	first -= first % 64 // the quantum that a wish is applied at
	if !slices.Equal(plain[:first], want[:first]) {
		t.Error("a wish changed what had been handed over")
	}
	if slices.Equal(plain[first:first+Rate], want[first:first+Rate]) {
		t.Error("a wish changed nothing")
	}
}

// Whatever is wished, however often, no limit of the sound is crossed.
func TestPiece_Steer_keeps_what_holds_everywhere(t *testing.T) {
	seconds := 30
	goals := []journal.Goal{journal.Sleep, journal.Ground, journal.Focus}
	if testing.Short() {
		seconds, goals = 12, goals[:2]
	}
	for _, goal := range goals {
		brief := mustBrief(t, goal, 20, 6)
		p, listener := New(brief), measure.New(Rate)
		listener.Add(make([][2]float64, Rate))
		var down, up Wish
		for _, layer := range brief.Layers() {
			down.Levels.Move(layer.Parts, LeastLevel)
			up.Levels.Move(layer.Parts, MostLevel)
		}
		for dial := range down.Dials {
			down.Turn(journal.Dial(dial), -1)
			up.Turn(journal.Dial(dial), 1)
		}
		for second := range seconds {
			switch {
			case second%10 == 4:
				p.Steer(down)
			case second%10 == 7:
				p.Steer(up)
			case second%10 == 9:
				p.Steer(Wish{Soundscape: uint32(second), MoveOn: uint32(second), Levels: Levels{score.Rain: math.NaN()}, Dials: journal.Dials{math.NaN(), 1e9, -1e9}})
			}
			listener.Add(stream(p, Rate, constant(4800)))
		}
		for _, words := range PromiseOf(goal).BrokenAnywhere(listener.Result()) {
			t.Errorf("%s: %s", goal, words)
		}
	}
}

func TestFaders_turn_up_by_less_where_nothing_may_startle(t *testing.T) {
	for _, goal := range journal.Goals() {
		brief := mustBrief(t, goal, 20, 1)
		f := newFaders(brief)
		wish := Wish{Levels: Levels{score.Strings: 99, score.Rain: -99}}
		wish.Dials[journal.Density] = 99
		f.set(&wish)
		for range 10 * Rate / 64 {
			f.next()
		}
		want := linear(brief.MostLevel())
		if got := f.from[score.Strings]; math.Abs(float64(got-want)) > 1e-3 || f.from[score.Rain] != 0 || f.gliding {
			t.Errorf("%s: strings at %v, want %v, rain at %v, gliding %v", goal, got, want, f.from[score.Rain], f.gliding)
		}
		if startles(goal) != (brief.MostLevel() < MostLevel) {
			t.Errorf("%s may be turned up by %v dB", goal, brief.MostLevel())
		}
	}
}
