package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rule says what one package may import.
type rule struct {
	project    []string // packages of the project, without the module's name
	thirdParty []string // prefixes of import paths from elsewhere
}

const charm = "charm.land/"

// rules is the house: every package and what it may know of. What is missing
// here may not exist.
var rules = map[string]rule{
	"":                     {project: []string{"ui/command"}},
	"journal":              {thirdParty: []string{"gonum.org/"}},
	"store":                {project: []string{"journal"}, thirdParty: []string{"go.etcd.io/bbolt", "github.com/oklog/ulid", "github.com/gofrs/flock", "github.com/google/renameio"}},
	"generator/theory":     {},
	"generator/code":       {},
	"generator/chance":     {},
	"generator/dsp":        {},
	"generator/loudness":   {project: []string{"generator/dsp"}},
	"generator/score":      {project: []string{"generator/theory"}},
	"generator/surprise":   {project: []string{"generator/theory"}},
	"generator/compose":    {project: []string{"generator/theory", "generator/chance", "generator/score", "generator/surprise"}},
	"generator/synth":      {project: []string{"generator/dsp", "generator/score", "generator/theory", "generator/chance"}},
	"generator/words":      {project: []string{"journal", "generator/score"}},
	"generator/soundscape": {project: []string{"generator/dsp", "generator/score"}},
	"generator/fx":         {project: []string{"generator/dsp"}},
	"generator/measure":    {project: []string{"generator/loudness"}, thirdParty: []string{"gonum.org/v1/gonum/dsp/"}},
	"generator":            {project: []string{"journal", "generator/*"}},
	"player/output":        {project: []string{"generator/loudness"}, thirdParty: []string{"github.com/gopxl/beep/", "golang.org/x/sys/"}},
	"player":               {project: []string{"journal", "generator", "player/output"}, thirdParty: []string{"github.com/gopxl/beep/"}},
	"ui/terminal":          {thirdParty: []string{"github.com/charmbracelet/x/", "github.com/muesli/cancelreader"}},
	"ui/theme":             {thirdParty: []string{charm + "lipgloss/", "github.com/charmbracelet/x/ansi", "github.com/charmbracelet/colorprofile"}},
	"ui/settings":          {thirdParty: []string{"github.com/BurntSushi/toml"}},
	"ui/widget":            {project: []string{"ui/theme"}, thirdParty: []string{charm + "lipgloss/", "github.com/charmbracelet/x/ansi"}},
	"ui":                   {project: []string{"journal", "generator", "generator/words", "player", "ui/settings", "ui/theme", "ui/widget"}, thirdParty: []string{charm, "github.com/charmbracelet/"}},
	"ui/plain":             {project: []string{"journal", "generator", "generator/words", "player", "ui", "ui/settings", "ui/widget"}, thirdParty: []string{"github.com/charmbracelet/x/term"}},
	"docs/pictures":        {project: []string{"journal", "store", "generator"}, thirdParty: []string{"github.com/charmbracelet/", "github.com/creack/pty"}},
	"ui/command":           {project: []string{"*"}, thirdParty: []string{"*"}},
}

// TestHouse_Imports holds every file of the project, its tests apart, against
// the rules.
func TestHouse_Imports(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && path != "." {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		pkg := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		seen[pkg] = true
		allowed, known := rules[pkg]
		if !known {
			t.Errorf("%s: package %q is not in the table of this test", path, pkg)
			return nil
		}
		for _, imported := range importsOf(t, path) {
			if !allowed.allows(imported) {
				t.Errorf("%s imports %s, which %q may not", path, imported, pkg)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range rules {
		if !seen[pkg] {
			t.Errorf("package %q is in the table and nowhere else", pkg)
		}
	}
}

// importsOf returns the paths that a file imports.
func importsOf(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range file.Imports {
		paths = append(paths, strings.Trim(spec.Path.Value, `"`))
	}
	return paths
}

// allows reports whether a package under the rule may import the path.
// The standard library is free for all: its first element has no dot.
func (r rule) allows(path string) bool {
	if own, ok := strings.CutPrefix(path, "dulcet/"); ok {
		return slices.ContainsFunc(r.project, func(p string) bool { return matches(p, own) })
	}
	first, _, _ := strings.Cut(path, "/")
	if !strings.Contains(first, ".") {
		return true
	}
	return slices.ContainsFunc(r.thirdParty, func(p string) bool { return p == "*" || strings.HasPrefix(path, p) })
}

// matches reports whether a rule's entry, which may end in "*", covers the
// package.
func matches(entry, pkg string) bool {
	if prefix, any := strings.CutSuffix(entry, "*"); any {
		return strings.HasPrefix(pkg, prefix)
	}
	return entry == pkg
}

// TestHouse_RuleAllows makes sure that the rules can refuse.
func TestHouse_RuleAllows(t *testing.T) {
	for _, c := range []struct {
		pkg, path string
		want      bool
	}{
		{"journal", "encoding/json", true},
		{"journal", "gonum.org/v1/gonum/stat", true},
		{"journal", "dulcet/store", false},
		{"journal", "go.etcd.io/bbolt", false},
		{"generator", "dulcet/generator/fx", true},
		{"generator", "dulcet/player", false},
		{"generator/compose", "dulcet/generator/synth", false},
		{"ui", "dulcet/store", false},
		{"ui", "dulcet/player/output", false},
		{"ui/command", "dulcet/store", true},
	} {
		if got := rules[c.pkg].allows(c.path); got != c.want {
			t.Errorf("%s importing %s: allowed = %v, want %v", c.pkg, c.path, got, c.want)
		}
	}
}
