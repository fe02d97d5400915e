package compose

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"runtime"
	"testing"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

func TestComposer_Next(t *testing.T) {
	for _, j := range journeys {
		for _, length := range []float64{0.25, 1, 2.5, minutes} {
			t.Run(fmt.Sprintf("%s of %g minutes is contiguous, sorted and ends on time", j.name, length), func(t *testing.T) {
				for _, seed := range seeds() {
					checkSpans(t, New(j.plan(seed, length)), j.plan(seed, length).Frames, seed)
				}
			})
		}
	}
}

// checkSpans takes all spans and holds them against the contract.
func checkSpans(t *testing.T, c *Composer, deadline int64, seed uint64) {
	t.Helper()
	var span score.Span
	at := int64(0)
	for !span.Final {
		c.Next(&span)
		if span.Frame != at {
			t.Fatalf("seed %d: span begins at %d, want %d", seed, span.Frame, at)
		}
		if span.Frames <= 0 || span.Frames > 16*score.Rate {
			t.Fatalf("seed %d: span at %d lasts %d frames", seed, at, span.Frames)
		}
		before := span.Frame
		for _, e := range span.Events {
			if e.Frame < before || e.Frame >= span.Frame+span.Frames {
				t.Fatalf("seed %d: event at %d after one at %d in span %d+%d", seed, e.Frame, before, span.Frame, span.Frames)
			}
			before = e.Frame
			if e.Part.Pitched() && (e.Pitch < 24 || e.Pitch > 96 || e.Frames <= 0 || e.Velocity <= 0) {
				t.Fatalf("seed %d: cannot be played: %+v", seed, e)
			}
			if e.Velocity < 0 || e.Velocity > theory.One {
				t.Fatalf("seed %d: velocity out of range: %+v", seed, e)
			}
		}
		at += span.Frames
	}
	if at != deadline {
		t.Fatalf("seed %d: the piece ends at %d, want %d", seed, at, deadline)
	}
	c.Next(&span)
	if !span.Final || span.Frames != 0 || len(span.Events) != 0 {
		t.Fatalf("seed %d: something follows the final span: %+v", seed, span)
	}
}

func TestComposer_New(t *testing.T) {
	t.Run("takes a plan that says nothing", func(t *testing.T) {
		checkSpans(t, New(Plan{Frames: 3 * 60 * score.Rate}), 3*60*score.Rate, 0)
	})
	t.Run("takes a plan of no length", func(t *testing.T) {
		var span score.Span
		New(Plan{}).Next(&span)
		if !span.Final || span.Frames != 0 {
			t.Fatalf("got %+v", span)
		}
	})
}

func TestComposer_Home(t *testing.T) {
	for _, j := range journeys {
		t.Run(j.name+" lands when asked", func(t *testing.T) {
			for _, seed := range seeds() {
				for _, after := range []int{1, 7, 20} {
					c := New(j.plan(seed, 20))
					var span score.Span
					sheet := &score.Sheet{}
					for range after {
						c.Next(&span)
						sheet.Add(&span)
					}
					at := span.Frame + span.Frames + 45*score.Rate
					c.Home(at)
					for !span.Final {
						c.Next(&span)
						sheet.Add(&span)
					}
					if end := span.Frame + span.Frames; end != at {
						t.Fatalf("seed %d: ends at %d, want %d", seed, end, at)
					}
					checkEnding(t, sheet, at, seed)
				}
			}
		})
	}
	t.Run("ignores a later deadline", func(t *testing.T) {
		plan := journeys[0].plan(1, 3)
		c := New(plan)
		c.Home(plan.Frames + score.Rate)
		checkSpans(t, c, plan.Frames, 1)
	})
}

func TestComposer_Deterministic(t *testing.T) {
	for _, j := range journeys {
		if a, b := fingerprint(t, j.plan(7, 5)), fingerprint(t, j.plan(7, 5)); a != b {
			t.Errorf("%s: the same plan made two scores", j.name)
		}
		if a, b := fingerprint(t, j.plan(7, 5)), fingerprint(t, j.plan(8, 5)); a == b {
			t.Errorf("%s: two seeds made one score", j.name)
		}
	}
}

func fingerprint(t *testing.T, plan Plan) [32]byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(plan).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(out.Bytes())
}

func TestComposer_NextAllocatesLittle(t *testing.T) {
	for _, j := range journeys {
		c := New(j.plan(3, 60))
		var span score.Span
		for range 40 {
			c.Next(&span)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		const spans = 60
		for range spans {
			c.Next(&span)
		}
		runtime.ReadMemStats(&after)
		if bytes := (after.TotalAlloc - before.TotalAlloc) / spans; bytes > 16<<10 {
			t.Errorf("%s: a span allocates %d bytes, at most 16 KB are allowed", j.name, bytes)
		}
	}
}

func TestComposer_NextForEightHours(t *testing.T) {
	if testing.Short() {
		t.Skip("composes eight hours")
	}
	for _, j := range journeys {
		c := New(j.plan(11, 480))
		var span score.Span
		var first, last runtime.MemStats
		sections := map[string]bool{}
		for !span.Final {
			c.Next(&span)
			for _, s := range span.Sections {
				sections[s.Form] = true
			}
			if first.HeapAlloc == 0 && span.Frame > 3600*score.Rate {
				runtime.GC()
				runtime.ReadMemStats(&first)
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&last)
		if grown := int64(last.HeapAlloc) - int64(first.HeapAlloc); grown > 256<<10 {
			t.Errorf("%s: the heap grew by %d bytes in seven hours", j.name, grown)
		}
		if !j.style.Repeat && len(sections) < 40 {
			t.Errorf("%s: eight hours have only %d kinds of section", j.name, len(sections))
		}
	}
}

func BenchmarkComposer_Next(b *testing.B) {
	for _, j := range journeys {
		b.Run(j.name, func(b *testing.B) {
			b.ReportAllocs()
			c := New(j.plan(1, 600))
			var span score.Span
			for b.Loop() {
				if c.Next(&span); span.Final {
					c = New(j.plan(1, 600))
				}
			}
		})
	}
}
