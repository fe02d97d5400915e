package command

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func TestSettings_dayStart(t *testing.T) {
	run := func(args ...string) []byte {
		t.Helper()
		cmd := exec.Command("dulcet", args...)
		cmd.Env = append(os.Environ(), "TZ=UTC")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %s", args, out)
		}
		return out
	}
	data := filepath.Join(t.TempDir(), "data")
	run("--data", data, "settings", "day-start", "23")
	var record struct {
		Time time.Time `json:"time"`
		Day  string    `json:"day"`
	}
	if err := json.Unmarshal(run("--data", data, "checkin", "--valence", "10", "--json"), &record); err != nil {
		t.Fatal(err)
	}
	if want := record.Time.UTC().Add(-23 * time.Hour).Format(time.DateOnly); record.Day != want {
		t.Errorf("a check-in at %v, with days from 23:00, is of %s, want %s", record.Time.UTC(), record.Day, want)
	}
}
