package command

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/player/output"
	"dulcet/store"
)

// A recording is what was heard, to be streamed again.
type recording [][2]float64

func (r *recording) Stream(samples [][2]float64) (int, bool) {
	n := copy(samples, *r)
	*r = (*r)[n:]
	return n, n > 0
}

func (r *recording) Err() error { return nil }

// steeredSitting plays a piece of two minutes to its end, brings it home on the
// way, and keeps that in the folder as a player would. It returns what was
// heard too.
func steeredSitting(t *testing.T, dir string) (journal.Sitting, recording) {
	t.Helper()
	brief, err := generator.NewBrief(journal.Mood{Tension: journal.Rated(0.5)}, journal.Ground, 2, journal.Taste{}, 4711)
	if err != nil {
		t.Fatal(err)
	}
	piece := generator.New(brief)
	wish := generator.Wish{Home: 1}
	wish.Dials[journal.Warmth] = 0.4
	var heard recording
	buffer := make([][2]float64, 4801)
	for chunk := 0; ; chunk++ {
		if chunk == 70 {
			piece.Steer(wish)
		}
		n, ok := piece.Stream(buffer)
		if heard = append(heard, buffer[:n]...); !ok {
			break
		}
	}
	written, err := json.Marshal(wish)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Date(2026, 11, 21, 21, 40, 0, 0, time.UTC)
	sitting := journal.Sitting{
		ID: kept.NewID(began), Stamp: journal.StampAt(began), Goal: brief.Goal, Seed: brief.Seed, Engine: generator.Engine,
		Code: brief.Code(), Minutes: brief.Minutes, Frames: int64(len(heard)), Mood: brief.Mood, Dials: brief.Dials, Propensity: 1,
		Steering: []journal.Steer{{Frame: piece.Status().WishFrame, Wish: written}}, Ended: journal.Landed,
	}
	if err := kept.SaveSitting(sitting); err != nil {
		t.Fatal(err)
	}
	return sitting, heard
}

// dulcet runs the program and returns what it says on its two streams.
func dulcet(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	cmd := exec.Command("dulcet", args...)
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("dulcet %s: %v: %s", strings.Join(args, " "), err, said.String())
	}
	return out.String(), said.String()
}

func TestRender_code(t *testing.T) {
	if testing.Short() {
		t.Skip("plays two minutes of music")
	}
	t.Parallel()
	dir := t.TempDir()
	data, file, want := filepath.Join(dir, "data"), filepath.Join(dir, "again.wav"), filepath.Join(dir, "heard.wav")
	sitting, heard := steeredSitting(t, data)
	frames := int64(len(heard))
	if err := output.WriteWAV(context.Background(), want, &heard, frames, false, nil); err != nil {
		t.Fatal(err)
	}

	t.Run("a steered sitting of the journal is written as it was heard", func(t *testing.T) {
		_, said := dulcet(t, "--data", data, "render", "--code", strings.ToUpper(sitting.Code), "--out", file)
		if !strings.Contains(said, "steered as the sitting of 2026-11-21 21:40 was, by one wish; --no-steering leaves that out\n") {
			t.Errorf("it says %q", said)
		}
		a, err := os.ReadFile(want)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("the files of %d and %d bytes differ", len(a), len(b))
		}
	})
	t.Run("the score is of what was heard", func(t *testing.T) {
		for _, c := range []struct {
			args   []string
			frames int64
		}{
			{nil, sitting.Frames},
			{[]string{"--no-steering"}, 2 * 60 * generator.Rate},
			{[]string{"--data", filepath.Join(dir, "elsewhere")}, 2 * 60 * generator.Rate},
		} {
			score, said := dulcet(t, append([]string{"--data", data, "render", "--code", sitting.Code, "--score", "-"}, c.args...)...)
			if want := fmt.Sprintf(`"frames":%d,`, c.frames); !strings.Contains(score[:200], want) {
				t.Errorf("%v: the score begins with %q, want %s", c.args, score[:200], want)
			}
			if steered := strings.Contains(said, "steered as"); steered != (c.args == nil) {
				t.Errorf("%v: it says %q", c.args, said)
			}
		}
	})
	t.Run("the record tells its code", func(t *testing.T) {
		shown, _ := dulcet(t, "--data", data, "show", sitting.ID)
		if !strings.Contains(shown, "code     "+sitting.Code+"\n") || !strings.Contains(shown, "dulcet play --code "+sitting.Code+"\n") {
			t.Errorf("it says %q", shown)
		}
		listed, _ := dulcet(t, "--data", data, "log", "--json")
		if !strings.Contains(listed, fmt.Sprintf(`"code":%q`, sitting.Code)) {
			t.Errorf("it says %q", listed)
		}
	})
}

func TestFillCoded_tellsWhatItCannotSteer(t *testing.T) {
	asked := requestOf("--code d0w00-000gs-c9ke2-xnas")
	code := asked.code.recipe.Code()
	history := journal.History{Sittings: []journal.Sitting{{ID: "x", Code: code, Steering: []journal.Steer{{Frame: 64, Wish: json.RawMessage(`{"dials":{"sweetness":1}}`)}}}}}
	if _, err := asked.fill(history, time.Now()); err == nil || !strings.Contains(err.Error(), "--no-steering") {
		t.Errorf("the error is %v", err)
	}
	asked.unsteered = true
	made, err := asked.fill(history, time.Now())
	if err != nil || made.earlier != nil || made.brief.Code() != code || made.varied != nil || made.propensity != 1 {
		t.Errorf("without steering it is %+v, %v", made, err)
	}
}
