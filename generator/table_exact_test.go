package generator

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dulcet/generator/compose"
	"dulcet/generator/score"
	"dulcet/journal"
)

var update = flag.Bool("update", false, "write the golden scores anew")

// TestTable_ScoresAreExact compares every number of whole scores of every
// goal, which must be the same on every processor.
func TestTable_ScoresAreExact(t *testing.T) {
	var out strings.Builder
	for _, goal := range journal.Goals() {
		for seed := range uint32(2) {
			fmt.Fprintf(&out, "%-9s seed %d  %x\n", goal, seed, fingerprint(Compose(mustBrief(t, goal, 10, seed))))
		}
	}
	compareGolden(t, "fingerprints.txt", out.String())
}

// fingerprint returns a digest of everything that is played.
func fingerprint(sheet *score.Sheet) []byte {
	digest := sha256.New()
	for _, part := range []any{sheet.Motifs, sheet.Tempos, sheet.Sections, sheet.Chords, sheet.Events} {
		write(digest, part)
	}
	return digest.Sum(nil)[:16]
}

func write(digest hash.Hash, part any) { fmt.Fprintf(digest, "%v\n", part) }

// compareGolden holds text against a file in testdata, or writes the file.
func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("cannot read the golden score; run go test ./generator -update and review what it writes: %v", err)
	}
	want := strings.Split(strings.ReplaceAll(string(kept), "\r\n", "\n"), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			t.Errorf("%s differs from line %d on:\n%s\nReview the change and run go test ./generator -update.", path, i+1, line)
			return
		}
	}
}

// Limits of what composing may take.
const (
	bytesPerBar = 16 << 10
	heapGrowth  = 64 << 10
)

// TestTable_ComposingCostsLittleMemory composes for an hour, or for eight
// where everything is measured: no bar allocates much, and nothing is kept.
func TestTable_ComposingCostsLittleMemory(t *testing.T) {
	minutes := 60.0
	if thorough() {
		minutes = 480
	}
	for _, goal := range journal.Goals() {
		composer := compose.New(mustBrief(t, goal, minutes, 1).plan())
		var span score.Span
		var before, after runtime.MemStats
		early, most := uint64(0), uint64(0)
		for spans := 0; !span.Final; spans++ {
			runtime.ReadMemStats(&before)
			composer.Next(&span)
			runtime.ReadMemStats(&after)
			bars := max(1, span.Beats/max(1, span.Meter))
			most = max(most, (after.TotalAlloc-before.TotalAlloc)/uint64(bars))
			if spans == 40 {
				early = heldHeap()
			}
		}
		if most > bytesPerBar {
			t.Errorf("%s: a bar takes up to %d bytes, at most %d are allowed", goal, most, bytesPerBar)
		}
		if late := heldHeap(); late > early+heapGrowth {
			t.Errorf("%s: the heap grows from %d to %d bytes in %.0f minutes", goal, early, late, minutes)
		}
		runtime.KeepAlive(composer)
	}
}

// heldHeap returns how many bytes are in use.
func heldHeap() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// BenchmarkCompose composes half an hour of every goal. "%core" is the share
// of one core that playing live spends on composing; at most 0.02 is wanted,
// and 5 ms a bar.
func BenchmarkCompose(b *testing.B) {
	for _, goal := range journal.Goals() {
		b.Run(string(goal), func(b *testing.B) {
			plan := mustBrief(b, goal, 30, 1).plan()
			b.ReportAllocs()
			bars, frames := 0, int64(0)
			for b.Loop() {
				composer := compose.New(plan)
				var span score.Span
				for !span.Final {
					composer.Next(&span)
					bars += span.Beats / max(1, span.Meter)
				}
				frames += plan.Frames
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(bars), "ms/bar")
			b.ReportMetric(100*b.Elapsed().Seconds()/(float64(frames)/score.Rate), "%core")
		})
	}
}
