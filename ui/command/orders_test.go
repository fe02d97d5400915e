package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestOrdersFrom_readsWhatSomebodyMayTypeInto(t *testing.T) {
	dir := t.TempDir()
	file, err := os.Create(filepath.Join(dir, "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	for name, in := range map[string]*os.File{"a file": file, "the null device": null} {
		if ordersFrom(in) != nil {
			t.Errorf("%s is read", name)
		}
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	orders := ordersFrom(reader)
	if _, err := fmt.Fprintf(writer, "brighter\r\n%s\nhold\n", strings.Repeat("x", 3*longestOrder)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"brighter", strings.Repeat("x", longestOrder), "hold"} {
		select {
		case got := <-orders:
			if got != want {
				t.Errorf("%.20q is read, want %.20q", got, want)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%.20q does not come", want)
		}
	}
	_ = writer.Close()
}
