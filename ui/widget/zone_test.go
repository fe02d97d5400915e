package widget

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestZones_areWhereTheTextIs(t *testing.T) {
	a, b := Target{1, 7, 0}, Target{2, 1114113, 3}
	bold := lipgloss.NewStyle().Bold(true)
	for _, test := range []struct {
		name string
		line string
		text string
		want []Zone
	}{
		{"no mark", "plain", "plain", nil},
		{"the whole line", Mark(a, "row"), "row", []Zone{{a, 0, 0, 3}}},
		{"after wide characters", "日本 " + Mark(a, "é👩‍👩‍👧"), "日本 é👩‍👩‍👧", []Zone{{a, 0, 5, 3}}},
		{"styled", bold.Render("x") + Mark(b, bold.Render("yz")), "xyz", []Zone{{b, 0, 1, 2}}},
		{"inside of a style", bold.Render("x" + Mark(b, "yz")), "xyz", []Zone{{b, 0, 1, 2}}},
		{"one in the other", Mark(a, "x"+Mark(b, "y")+"z"), "xyz", []Zone{{b, 0, 1, 1}, {a, 0, 0, 3}}},
		{"cut", Cut("ab"+Mark(a, "cdefgh")+"ij", 5), "abcd…", []Zone{{a, 0, 2, 3}}},
		{"cut away", Cut("abcdef"+Mark(a, "gh"), 3), "ab…", nil},
		{"filled up", Pad(Mark(a, "ab"), 4), "ab  ", []Zone{{a, 0, 0, 2}}},
		{"at both ends", Spread(Mark(a, "ab"), Mark(b, "c"), 6), "ab   c", []Zone{{a, 0, 0, 2}, {b, 0, 5, 1}}},
		{"moved", Indent([]string{Mark(a, "ab")}, 2)[0], "  ab", []Zone{{a, 0, 2, 2}}},
		{"nothing to point at", Mark(a, ""), "", nil},
		{"never closed", OpenMark(a) + "ab", "ab", []Zone{{a, 0, 0, 2}}},
		{"closed too often", "ab" + CloseMark() + "c", "abc", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, zones := Zones([]string{test.line})
			if got := ansi.Strip(lines[0]); got != test.text || !slices.Equal(zones, test.want) {
				t.Errorf("got %q with %v, want %q with %v", got, zones, test.text, test.want)
			}
			if strings.Contains(lines[0], markStart) {
				t.Errorf("%q still holds a mark", lines[0])
			}
		})
	}
}

func TestZones_marksHaveNoWidthAndLeaveNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, text, after := CleanLine(rapid.String().Draw(t, "before")), CleanLine(rapid.String().Draw(t, "text")), CleanLine(rapid.String().Draw(t, "after"))
		width := rapid.IntRange(0, 40).Draw(t, "width")
		// Something at both ends, since a mark between two runes that make up one
		// character would part them.
		bare := before + "||" + text + "||" + after
		marked := before + "|" + Mark(Target{1, 2, 3}, "|"+text+"|") + "|" + after
		if Width(bare) != Width(marked) {
			t.Fatalf("%q is %d wide with its mark, %d without", bare, Width(marked), Width(bare))
		}
		lines, zones := Zones([]string{Pad(marked, width)})
		if want := Pad(bare, width); lines[0] != want {
			t.Fatalf("%q has become %q", want, lines[0])
		}
		for _, zone := range zones {
			if zone.Column < 0 || zone.Column+zone.Width > width {
				t.Fatalf("%v lies outside of %d cells", zone, width)
			}
		}
	})
}

func TestZone_shareRunsFromEndToEnd(t *testing.T) {
	zone := Zone{Column: 10, Width: 11}
	for column, want := range map[int]float64{0: 0, 10: 0, 15: 0.5, 20: 1, 21: 1} {
		if got := zone.Share(column); got != want {
			t.Errorf("column %d is %v along, want %v", column, got, want)
		}
	}
	if !zone.Holds(10, 0) || zone.Holds(21, 0) || zone.Holds(10, 1) {
		t.Error("the zone holds other cells than its own")
	}
}
