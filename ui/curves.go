package ui

import (
	"strings"

	"dulcet/generator"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// curveNames are the dimensions of a journey in the words of the questions.
var curveNames = [3]string{"well", "energy", "tension"}

// curves draws the three dimensions under each other and the phases below.
func curves(journey generator.Journey, width, height int, st theme.Styles) []string {
	const label = 9
	plot := max(1, width-label)
	values := [3][]float64{}
	samples := plot * 2
	for i := range samples {
		point := journey.At(journey.Seconds * float64(i) / float64(max(1, samples-1)))
		values[0] = append(values[0], point.Valence)
		values[1] = append(values[1], point.Energy)
		values[2] = append(values[2], point.Tension)
	}
	var lines []string
	for i, name := range curveNames {
		for row, curve := range widget.Curve(values[i], plot, height, st.Accent) {
			head := ""
			if row == height/2 {
				head = name
			}
			lines = append(lines, st.Soft.Render(widget.Pad(head, label))+curve)
		}
	}
	return append(lines, st.Faint.Render(widget.Pad("", label)+phaseLine(journey, plot)))
}

// phaseLine writes the name of each phase where it begins, or as near to that
// as the name before it lets it.
func phaseLine(journey generator.Journey, width int) string {
	line := []rune(widget.Pad("", width))
	free := 0
	for _, p := range phaseStarts(journey) {
		label := []rune("╷" + p.name)
		at := max(free, min(int(p.share*float64(width-1)), width-len(label)))
		if at+len(label) > width {
			continue
		}
		copy(line[at:], label)
		free = at + len(label) + 1
	}
	return string(line)
}

// A phaseStart is where a phase of a journey begins, as a share of the whole.
type phaseStart struct {
	name  string
	share float64
}

// phaseStarts lists the phases of a journey.
func phaseStarts(journey generator.Journey) []phaseStart {
	var starts []phaseStart
	for _, point := range journey.Points {
		if journey.Seconds <= 0 || len(starts) > 0 && starts[len(starts)-1].name == point.Phase {
			continue
		}
		starts = append(starts, phaseStart{point.Phase, point.Seconds / journey.Seconds})
	}
	return starts
}

// reasonParagraphs writes the reasons for a narrow column, what each is about
// above it.
func reasonParagraphs(reasons []generator.Reason, width int, st theme.Styles) []string {
	var lines []string
	for _, reason := range reasons {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, st.Accent.Render(widget.Cut(widget.CleanLine(reason.About), width)))
		for _, text := range widget.Wrap(reasonText(reason), width) {
			lines = append(lines, st.Soft.Render(text))
		}
	}
	return lines
}

// reasonText is what a reason says. A hyphen would be broken after.
func reasonText(reason generator.Reason) string {
	return strings.ReplaceAll(widget.CleanLine(reason.Text), " -", " −")
}

// reasonLines writes the reasons, each under what it is about.
func reasonLines(reasons []generator.Reason, width int, st theme.Styles) []string {
	label := 12
	for _, reason := range reasons {
		label = max(label, widget.Width(reason.About)+2)
	}
	var lines []string
	for _, reason := range reasons {
		for i, text := range widget.Wrap(reasonText(reason), max(1, width-label)) {
			head := ""
			if i == 0 {
				head = reason.About
			}
			lines = append(lines, st.Accent.Render(widget.Pad(head, label))+st.Soft.Render(text))
		}
	}
	return lines
}
