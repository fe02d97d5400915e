package ui

import (
	"image/color"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"dulcet/ui/theme"
)

// How the views are held in colour. A view is words, which style each cell has,
// and what colours the styles are. The words are goldens, NAME_80x24 and so on;
// the styles are goldens as well, NAME_styles, a letter for each cell at every
// size; the colours are a golden of package theme. That these three make the
// whole is tested here: in every light a screen has the same words, and each cell
// is sent exactly the colour that its letter has in that light. So no view is held
// once for dark, once for light and once without colours, a change of a colour
// changes one file, and no golden holds numbers that processors round differently.

// A styledCell is a cluster of the screen with what is sent to style it.
type styledCell struct {
	text, style string
	width       int
}

// styledCells reads a line of the screen.
func styledCells(line string) []styledCell {
	var cells []styledCell
	var state byte
	style := ""
	for len(line) > 0 {
		sequence, width, n, next := ansi.DecodeSequence(line, state, nil)
		switch {
		case width > 0:
			cells = append(cells, styledCell{sequence, style, width})
		case sequence == "\x1b[m" || sequence == "\x1b[0m":
			style = ""
		case strings.HasPrefix(sequence, "\x1b["):
			if justColour.MatchString(style) && colours.MatchString(sequence) {
				style = "" // what is painted over
			}
			style += sequence
		}
		line, state = line[n:], next
	}
	return cells
}

// letters are the styles by the letters of the maps: text, soft, faint, accent,
// bold (strong), warn; u is strong that a walk has come to, x text and y soft; c is
// the cursor of an editor; A is the bottom of the picture and Y its top.
func letters(st theme.Styles) map[rune]lipgloss.Style {
	under := func(style lipgloss.Style) lipgloss.Style { return style.Bold(true).Underline(true) }
	styles := map[rune]lipgloss.Style{
		't': st.Text, 's': st.Soft, 'f': st.Faint, 'a': st.Accent, 'b': st.Strong, 'w': st.Warn,
		'u': under(st.Strong), 'x': under(st.Text), 'y': under(st.Soft), 'c': st.Accent.Reverse(true),
	}
	for step := range 25 {
		styles['A'+rune(step)] = st.Field(float64(step) / 24)
	}
	return styles
}

// sent is what is sent before a text of a style.
func sent(style lipgloss.Style) string {
	before, _, _ := strings.Cut(style.Render("x"), "x")
	return before
}

// inLight gives the window to a terminal with that light.
func (d *driver) inLight(ground color.Color, profile colorprofile.Profile) {
	d.program.Update(tea.ColorProfileMsg{Profile: profile})
	d.program.Update(tea.BackgroundColorMsg{Color: ground})
}

// styleMap draws which style each cell of the window has, as it is on dark in
// all colours, where no two styles are alike. Blank cells are left out; '.' has no
// style, and '?' has attributes of its own, but no colour of its own.
func styleMap(t *testing.T, d *driver) string {
	t.Helper()
	d.inLight(color.Black, colorprofile.TrueColor)
	letter, palette := map[string]rune{}, ""
	for name, style := range letters(d.program.styles) {
		if other, taken := letter[sent(style)]; taken {
			t.Fatalf("the styles %c and %c are alike", other, name)
		}
		letter[sent(style)] = name
		palette += sent(style)
	}
	var b strings.Builder
	for _, line := range d.program.lines() {
		var row strings.Builder
		for _, cell := range styledCells(line) {
			name, known := letter[cell.style]
			switch {
			case cell.text == " " || cell.text == "\u00a0":
				name = ' '
			case cell.style == "":
				name = '.'
			case !known:
				name = '?'
				for _, colour := range trueColour.FindAllString(cell.style, -1) {
					if !strings.Contains(palette, colour) {
						t.Errorf("%q has a colour that no style of the theme has: %q", cell.text, cell.style)
					}
				}
			}
			row.WriteString(strings.Repeat(string(name), cell.width))
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
	return b.String()
}

// colours are the parameters that set a colour.
var colours = regexp.MustCompile(`\[(\d+;)*([34][0-8]|9[0-7]|10[0-7])[;m]`)

// justColour is what sets a colour and no attribute.
var justColour = regexp.MustCompile(`^\x1b\[(38;2;\d+;\d+;\d+|38;5;\d+|3[0-7]|9[0-7])m$`)

// trueColour is a colour among other parameters.
var trueColour = regexp.MustCompile(`[34]8;2;\d+;\d+;\d+`)

// lights are what a terminal may have, each with what it says.
var lights = []struct {
	name    string
	ground  color.Color
	profile colorprofile.Profile
}{
	{"dark", color.Black, colorprofile.TrueColor},
	{"light", color.White, colorprofile.TrueColor},
	{"dark in 256 colours", color.Black, colorprofile.ANSI256},
	{"light in 16 colours", color.White, colorprofile.ANSI},
	{"no colour", color.Black, colorprofile.ASCII},
}

// checkLights compares the window in every light with its words and its map.
func checkLights(t *testing.T, d *driver, words, styles string) {
	t.Helper()
	rows := strings.Split(styles, "\n")
	for _, light := range lights {
		d.inLight(light.ground, light.profile)
		if d.screenText() != words {
			t.Errorf("%s: the words are not the same:\n%s", light.name, d.screenText())
		}
		known := letters(d.program.styles)
		for y, line := range d.program.lines() {
			row, x := []rune(rows[y]), 0
			for _, cell := range styledCells(line) {
				if light.profile == colorprofile.ASCII && colours.MatchString(cell.style) {
					t.Fatalf("%s: line %d, cell %d %q is styled %q", light.name, y, x, cell.text, cell.style)
				}
				if x < len(row) && row[x] != ' ' && row[x] != '.' && row[x] != '?' {
					if want := sent(known[row[x]]); cell.style != want {
						t.Fatalf("%s: line %d, cell %d %q is styled %q, want %q of style %c", light.name, y, x, cell.text, cell.style, want, row[x])
					}
				}
				x += cell.width
			}
		}
	}
}
