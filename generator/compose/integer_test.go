package compose

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestSource_DecidesInIntegers keeps floating point out: it rounds
// differently from processor to processor, and a score must not.
func TestSource_DecidesInIntegers(t *testing.T) {
	for _, pattern := range []string{"*.go", "../chance/*.go", "../surprise/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no source in %s: %v", pattern, err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				checkIntegers(t, name)
			}
		}
	}
}

func checkIntegers(t *testing.T, name string) {
	t.Helper()
	positions := token.NewFileSet()
	file, err := parser.ParseFile(positions, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.BasicLit:
			if x.Kind == token.FLOAT {
				t.Errorf("%v: the floating point number %s", positions.Position(x.Pos()), x.Value)
			}
		case *ast.Ident:
			if x.Name == "float64" || x.Name == "float32" || x.Name == "FixedOf" || x.Name == "Float" {
				t.Errorf("%v: floating point: %s", positions.Position(x.Pos()), x.Name)
			}
		case *ast.ImportSpec:
			if x.Path.Value == `"math"` {
				t.Errorf("%v: imports math", positions.Position(x.Pos()))
			}
		}
		return true
	})
}
