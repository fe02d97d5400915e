package surprise

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the model down anew")

// TestModel_IsFixed compares the model with the one that was written down:
// numbers of surprise can be compared only as long as it stays.
func TestModel_IsFixed(t *testing.T) {
	var out strings.Builder
	fmt.Fprintln(&out, "# what follows two motions, in a hundred: leap down, down, same, up, leap up")
	for before := unheard; before <= leapUp; before++ {
		for latest := unheard; latest <= leapUp; latest++ {
			fmt.Fprintf(&out, "motion %d %d  %v\n", before, latest, countsAfter(before, latest))
		}
	}
	fmt.Fprintln(&out, "# what follows two paces, in a hundred: shorter, even, longer")
	for before := shorter; before <= longer; before++ {
		for latest := shorter; latest <= longer; latest++ {
			fmt.Fprintf(&out, "pace %d %d  %v\n", before, latest, paces[before][latest])
		}
	}
	fmt.Fprintf(&out, "sizes %v\nstability %v\nsmoothing %d\n", sizes, stability, smoothing)
	fmt.Fprintln(&out, "# bits, in 1/4096, of each interval from an octave down to an octave up that leads to the tonic, after a step up")
	for steps := -octave; steps <= octave; steps++ {
		fmt.Fprintf(&out, "%d ", pitchBits(same, up, steps, 0))
	}
	fmt.Fprintln(&out)
	path := filepath.Join("testdata", "model.txt")
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != strings.ReplaceAll(string(kept), "\r\n", "\n") {
		t.Errorf("the model has changed:\n%s", got)
	}
}
