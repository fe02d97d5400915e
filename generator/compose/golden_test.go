package compose

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dulcet/generator/score"
)

var update = flag.Bool("update", false, "write the golden scores anew")

// TestWrite_Golden compares what a musician reads: half a minute of each
// journey, and its end. A difference is a change of style.
func TestWrite_Golden(t *testing.T) {
	for _, j := range journeys {
		t.Run(j.name, func(t *testing.T) {
			sheet := Write(j.plan(1, 6))
			var out bytes.Buffer
			for _, stretch := range [][2]int64{{90, 122}, {330, 360}} {
				fmt.Fprintf(&out, "# %s, %d s to %d s\n", j.name, stretch[0], stretch[1])
				if err := sheet.WriteText(&out, stretch[0]*score.Rate, stretch[1]*score.Rate); err != nil {
					t.Fatal(err)
				}
			}
			compareGolden(t, filepath.Join("testdata", j.name+".txt"), out.String())
		})
	}
}

// TestWrite_Fingerprint compares every number of whole scores, which must be
// the same on every processor.
func TestWrite_Fingerprint(t *testing.T) {
	var out strings.Builder
	for _, j := range journeys {
		for seed := range uint64(3) {
			fmt.Fprintf(&out, "%-9s seed %d  %x\n", j.name, seed, fingerprint(t, j.plan(seed, 10)))
		}
	}
	compareGolden(t, filepath.Join("testdata", "fingerprints.txt"), out.String())
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("cannot read the golden score; run go test -update and review what it writes: %v", err)
	}
	if got == string(want) {
		return
	}
	wantLines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(wantLines) || line != wantLines[i] {
			t.Fatalf("%s differs from line %d on:\n%s\nReview the change and run go test -update.", path, i+1, line)
		}
	}
	t.Fatalf("%s is longer than what was composed", path)
}
