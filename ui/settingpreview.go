package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dulcet/generator"
	"dulcet/player"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A preview is a strip of the picture under the settings of it, so that colours
// and motion are seen while they are chosen. It follows what plays, and moves by
// itself where nothing does.
type preview struct {
	picture picture
	beat    int // of its ticks: those of an older one are not answered
}

// newPreview shows the field of the sitting that plays, or the usual one.
func newPreview(from screen) preview {
	if playing, ok := from.(*playingScreen); ok {
		return preview{picture: newPicture(playing.brief.Goal)}
	}
	return preview{picture: newPicture("")}
}

// pictureGroup is the group of settings that the preview belongs to.
const pictureGroup = "picture"

// The preview's height, and the least lines of the list beside it (design
// choices).
const (
	previewRows = 3
	besideRows  = 9
)

// previewing reports whether the focus is on a setting that the preview shows.
func (s *settingScreen) previewing() bool {
	return s.rows[s.at].group == pictureGroup && !s.typing()
}

// previewTickMsg is the beat of the preview.
type previewTickMsg struct {
	beat int
	at   time.Time
}

// retick begins the ticks of the preview at the pace that holds now. Where it is
// not shown, or nothing is to move, there are none.
func (s *settingScreen) retick() tea.Cmd {
	s.preview.beat++
	return s.tickPreview()
}

func (s *settingScreen) tickPreview() tea.Cmd {
	pace := s.visit.usualPace()
	if !s.previewing() || pace.move == 0 {
		return nil
	}
	beat := s.preview.beat
	return s.visit.tick(pace.move, func(at time.Time) tea.Msg { return previewTickMsg{beat, at} })
}

// humLevel is the RMS level of the music that is made up where none plays.
const humLevel = 0.05

// ticked moves the preview.
func (s *settingScreen) ticked(msg previewTickMsg) tea.Cmd {
	if msg.beat != s.preview.beat {
		return nil
	}
	status := player.Status{State: player.Playing, Piece: generator.Status{Level: humLevel}}
	if s.visit.sitting != nil {
		status = s.visit.sitting.Status()
	}
	s.preview.picture.move(msg.at, s.visit.usualPace(), status, generator.Breathing{})
	return s.tickPreview()
}

// previewLines draws the preview where there is room for it under the list.
func (s *settingScreen) previewLines(width, height int, st theme.Styles) []string {
	if !s.previewing() || height < besideRows+previewRows+1 {
		return nil
	}
	return append([]string{""}, widget.Indent(s.preview.picture.view(width, previewRows, st), 2)...)
}
