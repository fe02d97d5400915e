package theme

import (
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// terminals are palettes of sixteen colours in wide use, with the backgrounds
// that they come with.
var terminals = []struct {
	name   string
	on     map[Background]uint32
	colors [16]uint32
}{
	{"xterm", map[Background]uint32{Dark: 0x000000, Light: 0xffffff}, [16]uint32{0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff}},
	{"the Linux console", map[Background]uint32{Dark: 0x000000}, [16]uint32{0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff}},
	{"Windows", map[Background]uint32{Dark: 0x0c0c0c}, [16]uint32{0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2}},
	{"Tango", map[Background]uint32{Dark: 0x000000, Light: 0xffffff}, [16]uint32{0x2e3436, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf, 0x555753, 0xef2929, 0x8ae234, 0xfce94f, 0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec}},
}

func TestSixteenStyles_canBeReadInCommonPalettes(t *testing.T) {
	// The colours are the terminals', so the marks stand lower: what is said must
	// be read everywhere, what stands beside it nearly so.
	marks := map[string]float64{"text": 7, "soft": 4, "faint": 3, "accent": 3.1, "strong": 3.1, "warn": 4.5}
	for _, terminal := range terminals {
		for background, on := range terminal.on {
			moods(func(mood Affect) {
				for name, style := range named(usual.Styles(background, mood, colorprofile.ANSI)) {
					index, ok := style.GetForeground().(ansi.BasicColor)
					if !ok {
						t.Fatalf("%s is %v and no colour of the sixteen", name, style.GetForeground())
					}
					ink := rgbOf(terminal.colors[index])
					if style.GetFaint() {
						ink = dimmed(ink)
					}
					if got := contrast(ink, rgbOf(on)); got < marks[name] {
						t.Errorf("%s, background %d, mood %v: %s in colour %d has contrast %.2f, want at least %.1f", terminal.name, background, mood, name, index, got, marks[name])
					}
				}
			})
		}
	}
}

func TestSixteenStyles_thePictureIsSeenInCommonPalettes(t *testing.T) {
	for _, terminal := range terminals {
		for background, on := range terminal.on {
			for _, background := range []Background{background, Unknown} {
				moods(func(mood Affect) {
					s := usual.Styles(background, mood, colorprofile.ANSI)
					for _, height := range []float64{0, 1} {
						index := s.Field(height).GetForeground().(ansi.BasicColor)
						if got := contrast(rgbOf(terminal.colors[index]), rgbOf(on)); got < 1.9 {
							t.Errorf("%s, background %d, mood %v: colour %d has contrast %.2f", terminal.name, background, mood, index, got)
						}
					}
				})
			}
		}
	}
}

// dimmed is what most terminals that have just sixteen colours make of a dim
// one: two thirds of its light.
func dimmed(c color.RGBA) color.RGBA {
	part := func(x uint8) uint8 { return uint8(int(x) * 2 / 3) }
	return color.RGBA{part(c.R), part(c.G), part(c.B), 255}
}

func rgbOf(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

func TestSixteenStyles_ranksAreToldApart(t *testing.T) {
	for _, background := range []Background{Dark, Light} {
		moods(func(mood Affect) {
			s := usual.Styles(background, mood, colorprofile.ANSI)
			seen := map[string]bool{}
			for _, style := range []lipgloss.Style{s.Text, s.Soft, s.Faint, s.Accent, s.Strong} {
				seen[style.Render("x")] = true
			}
			if len(seen) != 5 {
				t.Errorf("background %d, mood %v: five ranks look like %d", background, mood, len(seen))
			}
		})
	}
}

func TestSixteenStyles_keepToTheForegroundWhileTheBackgroundIsUnknown(t *testing.T) {
	for name, style := range named(sixteenStyles(Unknown, 40)) {
		if _, own := style.GetForeground().(lipgloss.NoColor); !own {
			t.Errorf("%s is coloured", name)
		}
	}
}
