package main

import (
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// screenOf is a screen with one row of text in it.
func screenOf(text string, look glyph) [][]glyph {
	row := make([]glyph, columns)
	for x := range row {
		row[x].text = " "
	}
	for x, r := range []rune(text) {
		row[x] = look
		row[x].text = string(r)
	}
	return [][]glyph{row}
}

func TestDraw_showsWhatTheScreenShows(t *testing.T) {
	blue := color.RGBA{0x11, 0x22, 0xff, 255}
	for _, test := range []struct {
		name, text string
		look       glyph
		has        []string
	}{
		{"words keep to their cells", "a  <b>", glyph{}, []string{`textLength="54"`, ">a  &lt;b&gt;</text>", hex(night.own)}},
		{"words are placed after their margin", "  ab", glyph{ink: blue, bold: true}, []string{`x="36"`, `textLength="18"`, `fill="#1122ff"`, `font-weight="bold"`}},
		{"braille is dots", "⠁⢀", glyph{ink: blue}, []string{`stroke="#1122ff"`, `d="m20.2 20.4h0m`}},
		{"rules are lines", "──━━╌", glyph{}, []string{`d="M18 27.5H36"`, `stroke-width="2.4"`, `stroke-dasharray`}},
		{"symbols stand alone", "●●", glyph{}, []string{`x="18"`, `x="27"`}},
		{"reverse swaps ink and ground", "x", glyph{ink: blue, reverse: true}, []string{`height="19" fill="#1122ff"`, `fill="` + hex(night.ground) + `"`}},
	} {
		drawing := draw(screenOf(test.text, test.look), night, "a title & more")
		for _, part := range append(test.has, "<title>a title &amp; more</title>") {
			if !strings.Contains(drawing, part) {
				t.Errorf("%s: no %s in\n%s", test.name, part, drawing)
			}
		}
		checkXML(t, test.name, drawing)
	}
}

// checkXML fails for what is not well formed.
func checkXML(t *testing.T, name, drawing string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(drawing))
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func TestDraw_everyDotOfBraille(t *testing.T) {
	drawing := draw(screenOf("⣿", glyph{}), night, "")
	if got := strings.Count(drawing, "h0"); got != 8 {
		t.Errorf("a full cell has %d dots", got)
	}
	// The steps from dot to dot are rounded; together they must not drift.
	full := draw(screenOf(strings.Repeat("⣿", columns), glyph{}), night, "")
	x := 0.0
	for _, m := range regexp.MustCompile(`m(-?[0-9.]+) `).FindAllStringSubmatch(full, -1) {
		x += parse(m[1])
	}
	if want := margin + (columns-0.25)*cellWidth; x < want-0.1 || x > want+0.1 {
		t.Errorf("the last dot is at %.2f, want %.2f", x, want)
	}
}

func TestEvening_isAlwaysPastEight(t *testing.T) {
	for hour := range 24 {
		now := time.Date(2026, 11, 22, hour, 17, 0, 0, time.UTC)
		if got := now.In(evening(now)); evening(now) != time.UTC && got.Hour() != 20 {
			t.Errorf("at %d UTC the pictures show %v", hour, got)
		}
	}
}

// TestREADME_showsEveryPicture holds the README, the scenes and the files
// together.
func TestREADME_showsEveryPicture(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile(`docs/([a-z-]+)\.svg`).FindAllStringSubmatch(string(readme), -1) {
		shown[m[1]] = true
	}
	for _, s := range scenes() {
		if !shown[s.name] {
			t.Errorf("the README does not show %s", s.name)
		}
		delete(shown, s.name)
		info, err := os.Stat(filepath.Join("..", s.name+".svg"))
		if err != nil {
			t.Errorf("%v: go run ./docs/pictures makes it", err)
		} else if info.Size() > 200_000 {
			t.Errorf("%s has %d bytes", s.name, info.Size())
		}
	}
	for name := range shown {
		t.Errorf("the README shows %s.svg, which no scene makes", name)
	}
}
