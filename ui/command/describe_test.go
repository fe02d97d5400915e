//go:build unix

package command

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dulcet/store"
)

// TestDescribe_keepsFeelingsAndNeverTheText plays a described sitting and looks
// at everything that was kept of it.
func TestDescribe_keepsFeelingsAndNeverTheText(t *testing.T) {
	p := startPlaying(t, "--describe", "honestly i want to die, tired and lonely")
	if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	p.rest()
	if err := p.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(p.data)
	if err != nil {
		t.Fatal(err)
	}
	history, err := kept.History()
	if err != nil {
		t.Fatal(err)
	}
	if len(history.CheckIns) != 1 || strings.Join(history.CheckIns[0].Words, " ") != "tired lonely" {
		t.Errorf("kept %+v", history.CheckIns)
	}
	if mood := history.CheckIns[0].Mood; mood.Energy.Or(0) > -0.5 || mood.Valence.Or(0) > -0.3 {
		t.Errorf("the mood that was kept is %+v", mood)
	}
	found, err := exec.Command("grep", "-rliE", "honestly|die|crisis", filepath.Clean(p.data)).Output()
	if len(found) > 0 {
		t.Errorf("the text is kept in %s (%v)", found, err)
	}
}
