package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dulcet": func() { os.Exit(Main()) }})
}

// TestScripts runs every file of testdata/script: each is a piece of the
// command line's specification.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv(dataVariable, filepath.Join(env.WorkDir, "data"))
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("TERM", "xterm")
			env.Setenv("ESC", "\x1b")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":   planCode,
			"damage": damage,
			"exits":  exits,
			"json":   jsonHas,
			"long":   writeLong,
			"newest": newestID,
			"size":   fileSize,
		},
	})
}

// exits CODE COMMAND… runs a command that must end with the exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	var exit *exec.ExitError
	code := 0
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// jsonHas PATH [VALUE] looks a value up in the JSON on standard output, by
// names and indices with dots between them.
func jsonHas(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: json PATH [VALUE]")
	}
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &value))
	for step := range strings.SplitSeq(args[0], ".") {
		found := false
		switch v := value.(type) {
		case map[string]any:
			value, found = v[step]
		case []any:
			if i, err := strconv.Atoi(step); err == nil && i < len(v) {
				value, found = v[i], true
			}
		}
		if !found {
			ts.Fatalf("the output has no %s", args[0])
		}
	}
	got, err := json.Marshal(value)
	ts.Check(err)
	if len(args) == 2 && string(got) != args[1] {
		ts.Fatalf("%s is %s, want %s", args[0], got, args[1])
	}
	if value == nil || value == "" {
		ts.Fatalf("%s is empty", args[0])
	}
}

// writeLong COUNT FILE writes that many two-byte characters to a file.
func writeLong(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: long COUNT FILE")
	}
	count, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Repeat("ü", count)), 0o600))
}

// newestID VARIABLE sets a variable to the id of the newest record.
func newestID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: newest VARIABLE")
	}
	ts.Check(ts.Exec("dulcet", "log", "-n", "1"))
	id, _, _ := strings.Cut(ts.ReadFile("stdout"), " ")
	ts.Setenv(args[0], id)
}

// planCode VARIABLE WORD… sets a variable to the code of what "dulcet plan" would
// play for the words.
func planCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code VARIABLE [WORD…]")
	}
	ts.Check(ts.Exec("dulcet", append([]string{"plan"}, args[1:]...)...))
	_, after, _ := strings.Cut(ts.ReadFile("stdout"), "\ncode ")
	code, _, _ := strings.Cut(after, "\n")
	ts.Setenv(args[0], code)
}

// damage FILE OLD NEW replaces text in a binary file by text of the same
// length.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || len(args[1]) != len(args[2]) {
		ts.Fatalf("usage: damage FILE OLD NEW")
	}
	data := ts.ReadFile(args[0])
	if !strings.Contains(data, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(data, args[1], args[2])), 0o600))
}

// fileSize FILE BYTES checks the size of a file.
func fileSize(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: size FILE BYTES")
	}
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := fmt.Sprint(info.Size()); got != args[1] {
		ts.Fatalf("%s has %s bytes, want %s", args[0], got, args[1])
	}
}
