package generator

import (
	"fmt"
	"math"
	"testing"

	"dulcet/generator/score"
	"dulcet/journal"
)

func TestPiece_Steer_moves_the_deadline_and_lands_on_it(t *testing.T) {
	for _, test := range []struct {
		goal            journal.Goal
		minutes         float64
		second, to, end int // asked at, asked for, wanted; in seconds
	}{
		{journal.Calm, 2, 20, 80, 80},
		{journal.Sleep, 2, 104, 150, 150}, // called off while it lands
		{journal.Focus, 3, 30, 1, 0},      // as soon as it can be: within a minute
	} {
		name := fmt.Sprintf("%s of %g minutes, at %d s to %d s", test.goal, test.minutes, test.second, test.to)
		if testing.Short() && test.goal != journal.Focus {
			continue
		}
		p := New(mustBrief(t, test.goal, test.minutes, 3))
		stream(p, test.second*Rate, constant(4096))
		p.Steer(Wish{Deadline: int64(test.to) * Rate})
		stream(p, Rate, constant(4096))
		status := p.Status()
		if test.end > 0 && status.Deadline != int64(test.end)*Rate {
			t.Errorf("%s: the status says %d s", name, status.Deadline/Rate)
		}
		if status.Wish.Deadline != int64(test.to)*Rate || status.MusicFrame <= status.WishFrame {
			t.Errorf("%s: the status says %+v", name, status)
		}
		out := stream(p, math.MaxInt32, constant(4096))
		seconds := float64(len(out))/Rate + float64(test.second) + 1
		if test.end > 0 && seconds != float64(test.end) || seconds > float64(test.second+HomeSeconds) && test.end == 0 {
			t.Errorf("%s: ended after %.2f s", name, seconds)
		}
		if !p.Status().Closing || status.Closing {
			t.Errorf("%s: its last chord has been struck: %v at the end, %v before", name, p.Status().Closing, status.Closing)
		}
		if peak := loudest(out[max(0, len(out)-Rate/20):]); peak > 1e-3 {
			t.Errorf("%s: the last 50 ms reach %.5f, want silence", name, peak)
		}
		if peak := loudest(out[max(0, len(out)-40*Rate):max(0, len(out)-10*Rate)]); peak < 0.003 {
			t.Errorf("%s: the landing reaches %.5f: nothing lands", name, peak)
		}
	}
}

func TestPiece_Steer_home_and_then_longer_plays_on(t *testing.T) {
	if testing.Short() {
		t.Skip("plays two minutes of music")
	}
	p := New(mustBrief(t, journal.Unwind, 10, 2))
	stream(p, 20*Rate, constant(4096))
	p.Steer(Wish{Home: 1})
	stream(p, 20*Rate, constant(4096))
	if s := p.Status(); !s.Landing || s.Deadline > 80*Rate {
		t.Fatalf("not coming home: %+v", s)
	}
	p.Steer(Wish{Home: 1, Deadline: 5 * 60 * Rate})
	stream(p, 30*Rate, constant(4096))
	if s := p.Status(); s.Landing || s.Deadline != 5*60*Rate || s.Section == "land" {
		t.Errorf("still coming home: %+v", s)
	}
	if p.band.master.rider.held {
		t.Error("the loudness is still left alone as in a landing")
	}
}

func TestPiece_Steer_moves_on_when_the_status_says(t *testing.T) {
	p := New(mustBrief(t, journal.Listen, 20, 5))
	stream(p, 15*Rate, constant(4096))
	before := p.Status().Section
	p.Steer(Wish{MoveOn: 1})
	stream(p, Rate/2, constant(4096))
	at := p.Status().MoveFrame
	if at < 15*Rate || at > 60*Rate {
		t.Fatalf("moves on at %.1f s", float64(at)/Rate)
	}
	stream(p, int(at)-15*Rate-Rate/2-100, constant(4096))
	if now := p.Status().Section; now != before {
		t.Errorf("%s before it was said", now)
	}
	stream(p, Rate/4, constant(4096))
	if s := p.Status(); s.Section == before || s.MoveFrame != 0 {
		t.Errorf("still %s, moves on at %d", s.Section, s.MoveFrame)
	}
	ground := New(mustBrief(t, journal.Ground, 20, 5))
	ground.Steer(Wish{MoveOn: 1})
	stream(ground, Rate/2, constant(4096))
	if s := ground.Status(); s.MoveFrame != 0 || s.Wish.MoveOn != 1 {
		t.Errorf("ground, which is foreseeable, moves on at %d", s.MoveFrame)
	}
}

func TestPiece_Steer_next_soundscape_glides_to_another_at_once(t *testing.T) {
	p := New(mustBrief(t, journal.Calm, 20, 3))
	stream(p, 10*Rate, constant(4800))
	levels := func() (loudest int, level float32) {
		for part := range p.band.scenes {
			if l := p.band.scenes[part].Level; l > level {
				loudest, level = part, l
			}
		}
		return loudest, level
	}
	heard := map[int]bool{}
	for n := range uint32(4) {
		was, before := levels()
		p.Steer(Wish{Soundscape: n + 1})
		stream(p, 64, constant(64))
		now, level := levels()
		if now == was || level == 0 || p.band.scenes[was].Level != 0 {
			t.Errorf("part %d at %v follows part %d at %v", now, level, was, before)
		}
		heard[now] = true
	}
	if len(heard) != 4 {
		t.Errorf("%d soundscapes in four wishes", len(heard))
	}
}

func TestPiece_Steer_brings_a_soundscape_that_is_turned_up(t *testing.T) {
	p := New(mustBrief(t, journal.Calm, 20, 3))
	stream(p, 10*Rate, constant(4800))
	for _, layer := range p.brief.Layers() {
		for part, scene := range p.band.scenes {
			if !layer.Parts.has(score.Part(part)) || p.band.beds[part] == nil {
				continue
			}
			sounded := scene.Level > 0
			var more Wish
			more.Levels.Move(layer.Parts, 3)
			p.Steer(more)
			stream(p, 64, constant(64))
			if p.band.scenes[part].Level == 0 {
				t.Errorf("%s does not come", layer.Name)
			}
			p.Steer(Wish{})
			stream(p, 64, constant(64))
			if sounds := p.band.scenes[part].Level > 0; sounds != sounded {
				t.Errorf("%s sounds %v after it, %v before", layer.Name, sounds, sounded)
			}
		}
	}
}

func TestPiece_Steer_longer_has_more_bells_and_rounds(t *testing.T) {
	longer := []Steering{{Frame: 60 * Rate, Wish: Wish{Deadline: 12 * 60 * Rate}}}
	for _, test := range []struct {
		goal    journal.Goal
		options Options
		marks   func(e score.Event, at int64) bool
		minute  int64
	}{
		{journal.Meditate, Options{Bells: Bells{Every: 2}}, func(e score.Event, at int64) bool { return e.Frame == at && e.Part == score.Bowl }, 8},
		{journal.Focus, Options{Rounds: Rounds{Work: 4, Rest: 2}}, func(e score.Event, at int64) bool {
			return e.Role == score.Colour && e.Frame > at-15*Rate && e.Frame < at+15*Rate && e.Pitch >= 72
		}, 6},
	} {
		brief, err := test.options.NewBrief(journal.Mood{}, test.goal, 5, journal.Taste{}, 2)
		if err != nil {
			t.Fatal(err)
		}
		sheet := ComposeSteered(brief, longer)
		if sheet.Frames != 12*60*Rate {
			t.Errorf("%s lasts %d s", test.goal, sheet.Frames/Rate)
		}
		marked := false
		for _, e := range sheet.Events {
			marked = marked || test.marks(e, test.minute*60*Rate)
		}
		if !marked {
			t.Errorf("%s: nothing marks minute %d of a sitting that was made longer", test.goal, test.minute)
		}
	}
}
