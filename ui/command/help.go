package command

import (
	"image/color"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"

	"dulcet/ui/theme"
)

// helpColours gives the help the colours of the screens, on the terminal's own
// background.
func helpColours(pick lipgloss.LightDarkFunc) fang.ColorScheme {
	light, dark := theme.New(theme.Light, theme.Affect{}), theme.New(theme.Dark, theme.Affect{})
	either := func(onLight, onDark lipgloss.Style) color.Color {
		return pick(onLight.GetForeground(), onDark.GetForeground())
	}
	text, soft := either(light.Text, dark.Text), either(light.Soft, dark.Soft)
	faint, accent := either(light.Faint, dark.Faint), either(light.Accent, dark.Accent)
	return fang.ColorScheme{
		Base:           text,
		Title:          faint,
		Description:    text,
		Codeblock:      lipgloss.NoColor{},
		Program:        accent,
		DimmedArgument: faint,
		Comment:        faint,
		Flag:           accent,
		FlagDefault:    faint,
		Command:        accent,
		QuotedString:   soft,
		Argument:       soft,
		Help:           text,
		Dash:           faint,
	}
}
