package settings

import (
	"fmt"
	"strings"
	"unicode"
)

// TOML writes every setting as a TOML file with comments: what it does, what it
// can be and where its value comes from. What is as usual is a comment itself.
// ParseTOML reads the same settings from it.
func (l Layers) TOML(known []Definition) string {
	settled, _ := l.Resolve(known)
	var b strings.Builder
	group := ""
	for _, d := range known {
		if d.Group != group && len(known) > 1 {
			group = d.Group
			fmt.Fprintf(&b, "\n## %s\n", group)
		}
		fmt.Fprintf(&b, "\n# %s\n", d.About)
		if possible := d.possible(); possible != "" {
			fmt.Fprintf(&b, "# %s\n", possible)
		}
		source := l.Source(d.Name)
		if d.Usual(settled) && source == FromNowhere {
			fmt.Fprintf(&b, "# %s\n", d.assignment(settled))
			continue
		}
		fmt.Fprintf(&b, "%s # from %s\n", d.assignment(settled), onOneLine(l.Place(source)))
	}
	return strings.TrimPrefix(b.String(), "\n")
}

// possible says what the setting can be, where that is not clear from its
// value.
func (d Definition) possible() string {
	switch {
	case d.toggle:
		return ""
	case len(d.Choices) > 0:
		return strings.Join(d.Choices, ", ")
	case d.Range != nil:
		return fmt.Sprintf("%s to %s", written(d.Range.Least), written(d.Range.Most))
	}
	return ""
}

// assignment writes the value as a line of TOML.
func (d Definition) assignment(s Settings) string {
	value := d.get(s)
	switch {
	case d.List:
		quoted := make([]string, len(value))
		for i, text := range value {
			quoted[i] = quote(text)
		}
		return d.Name + " = [" + strings.Join(quoted, ", ") + "]"
	case d.toggle:
		return fmt.Sprintf("%s = %t", d.Name, value[0] == on)
	case d.Range != nil:
		return d.Name + " = " + value[0]
	}
	return d.Name + " = " + quote(value[0])
}

// quote writes a text as a TOML string. What a terminal might obey is escaped.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// onOneLine takes out of a name what would end a comment.
func onOneLine(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, name)
}
