package ui

import (
	"fmt"
	"math"
	"strings"
	"time"

	"dulcet/generator"
	"dulcet/player"
	"dulcet/ui/settings"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// volumeShown is how long the volume is shown after it was changed.
const volumeShown = 2 * time.Second

// messageLines is the most that a message may take from the picture.
const messageLines = 3

// below is what stands under the picture: what guides, the journey with its
// playhead, what is being played, and a line about the sound where there is
// something to say. While somebody writes it is that line alone.
func (p *playingScreen) below(width int, st theme.Styles) []string {
	content, margin := column(width)
	lines := append(p.guide(content, st), p.line(content, st), p.facts(content, st))
	if p.writing() {
		lines = nil
	}
	for i, text := range widget.Wrap(widget.CleanLine(p.message()), content) {
		if i < messageLines {
			lines = append(lines, st.Warn.Render(text))
		}
	}
	return widget.Indent(lines, margin)
}

// line is the time gone, the journey, and the time left.
func (p *playingScreen) line(width int, st theme.Styles) string {
	played := float64(p.status.Frames) / generator.Rate
	length := float64(p.status.Length) / generator.Rate
	left := "−" + p.clock(math.Max(0, length-played), math.Ceil)
	gone := p.clock(played, math.Floor)
	var marks []float64
	if length > 0 {
		for _, start := range phaseStarts(p.steered().Journey) {
			marks = append(marks, start.share)
		}
	}
	position := 0.0
	if length > 0 {
		position = played / length
	}
	bar := width - widget.Width(gone) - widget.Width(left) - 2
	return st.Soft.Render(gone) + " " + widget.Mark(widget.Target{Kind: pointPlayhead}, widget.Playhead(position, marks, max(1, bar), st)) + " " + st.Soft.Render(left)
}

// clock is a length as it is shown: to the second, and where nothing is to move by
// itself in minutes, made whole so that what is gone and what is left are never
// less than the sitting together.
func (p *playingScreen) clock(seconds float64, whole func(float64) float64) string {
	if p.visit.settings.Motion == settings.NoMotion {
		return fmt.Sprintf("%.0f min", whole(seconds/60))
	}
	return clock(seconds)
}

// facts are small: what it is for, the phase, the chord and the key.
func (p *playingScreen) facts(width int, st theme.Styles) string {
	piece := p.status.Piece
	left := []string{string(p.brief.Goal)}
	phase := piece.Point.Phase
	switch {
	case piece.Landing:
		phase = "coming home"
	case piece.MoveFrame > 0:
		phase = "moving on"
	case p.status.Wish.Hold:
		phase = "holding"
	}
	if phase != "" {
		left = append(left, phase)
	}
	var right []string
	if piece.Section != "" && piece.Section != piece.Point.Phase {
		right = append(right, piece.Section)
	}
	if piece.Chord != "" && p.visit.settings.Motion != settings.NoMotion {
		right = append(right, piece.Chord)
	}
	if piece.Tonic != "" {
		right = append(right, piece.Tonic+" "+piece.Mode)
	}
	switch {
	case p.status.State == player.Paused:
		right = []string{"paused"}
	case p.status.State == player.Ending:
		right = []string{"fading out"}
	case p.visit.Now().Sub(p.volumeSeen) < volumeShown:
		right = []string{volumeText(p.volume)}
	}
	return widget.Spread(
		st.Accent.Render(strings.Join(left, " · ")),
		st.Faint.Render(widget.CleanLine(strings.Join(right, " · "))), width)
}

// message is the one line about the sound.
func (p *playingScreen) message() string {
	switch {
	case p.status.Message != "":
		return p.status.Message
	case p.status.SaveErr != nil:
		return "this sitting is not in the journal yet: " + p.status.SaveErr.Error()
	}
	return ""
}

// volumeText is the volume in words.
func volumeText(decibels float64) string {
	if decibels <= -60 {
		return "volume off"
	}
	text := fmt.Sprintf("volume %.0f dB", decibels)
	return strings.Replace(text, "-", "−", 1)
}

// clock is a length as minutes and seconds, with hours where there are any.
func clock(seconds float64) string {
	whole := int(seconds)
	if whole >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", whole/3600, whole/60%60, whole%60)
	}
	return fmt.Sprintf("%d:%02d", whole/60, whole%60)
}
