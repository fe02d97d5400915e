package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A favouritesScreen lists the pieces that were kept to be found again, newest
// first.
type favouritesScreen struct {
	visit  *visit
	from   screen
	pieces []entry
	at     int
	page   int       // lines that were last shown
	views  *lookBack // that it is one of; nil where it was opened from home
}

func newFavouritesScreen(v *visit, from screen) *favouritesScreen {
	f := &favouritesScreen{visit: v, from: from, page: 1}
	f.look()
	return f
}

// look finds the favourites. One that is none any more stays until the screen is
// left, so that the same key brings it back.
func (f *favouritesScreen) look() {
	history := f.visit.history
	shown := map[string]bool{}
	for _, piece := range f.pieces {
		shown[piece.sitting.ID] = true
	}
	history.Sittings = slices.DeleteFunc(slices.Clone(history.Sittings), func(s journal.Sitting) bool {
		return !f.visit.isFavourite(s) && !shown[s.ID]
	})
	f.pieces = slices.DeleteFunc(f.visit.entries(history), func(e entry) bool { return e.sitting == nil })
	f.choose(f.at)
}

// Init reads the history again: something may have been added in another
// window.
func (f *favouritesScreen) Init() tea.Cmd { return readHistory(f.visit.Journal) }

func (f *favouritesScreen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg, historyMsg:
		f.look()
	case pointedMsg:
		return f.point(msg)
	case tea.KeyPressMsg:
		return f.press(msg)
	}
	return nil
}

// point chooses a piece; pointing at it again plays it.
func (f *favouritesScreen) point(msg pointedMsg) tea.Cmd {
	if msg.Kind != pointRow || msg.wheel != 0 || msg.Index >= len(f.pieces) {
		return nil
	}
	f.choose(msg.Index)
	if msg.again {
		return f.visit.again(*f.pieces[f.at].sitting)
	}
	return nil
}

func (f *favouritesScreen) press(msg tea.KeyPressMsg) tea.Cmd {
	k := f.visit.keys
	if to, own := walkList(msg, k, f.at, f.page, len(f.pieces)); own {
		f.choose(to)
		return nil
	}
	switch {
	case key.Matches(msg, k.play), key.Matches(msg, k.again):
		if len(f.pieces) > 0 {
			return f.visit.again(*f.pieces[f.at].sitting)
		}
	case key.Matches(msg, k.favour):
		if len(f.pieces) > 0 {
			record := *f.pieces[f.at].sitting
			return f.visit.favour(record.ID, !f.visit.isFavourite(record))
		}
	case key.Matches(msg, k.view) && f.views != nil:
		return f.visit.show(f.views.next(favouritesName))
	case key.Matches(msg, k.back), key.Matches(msg, k.look) && f.views != nil:
		return f.visit.show(f.from)
	case key.Matches(msg, k.quit):
		return leave
	}
	return nil
}

func (f *favouritesScreen) choose(at int) { f.at = max(0, min(at, len(f.pieces)-1)) }

func (f *favouritesScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	head := st.Text.Render("favourites")
	if f.views != nil {
		head = f.views.head(favouritesName, f.visit.keys, content, st)
	}
	lines := []string{head, ""}
	if height >= roomyHeight-2 {
		lines = append([]string{""}, lines...)
	}
	f.page = max(1, height-len(lines))
	switch {
	case !f.visit.loaded:
		lines = append(lines, st.Faint.Render("reading…"))
	case len(f.pieces) == 0:
		lines = append(lines, st.Soft.Render("none yet."), st.Faint.Render(widget.Cut(f.visit.keys.favour.Help().Key+" after a sitting keeps its piece here.", content)))
	default:
		lines = append(lines, listed(len(f.pieces), f.at, f.page, func(i int) string {
			return row(i, f.row(f.pieces[i], i == f.at, content, st), content)
		})...)
	}
	return widget.Indent(lines, margin)
}

// row is one piece: what it is, when it was heard, and what was written to it.
func (f *favouritesScreen) row(e entry, chosen bool, width int, st theme.Styles) string {
	mark, what := "  ", st.Soft
	if chosen {
		mark, what = "› ", st.Strong
	}
	text := what.Render(mark+widget.Pad(e.title(), 20)) + st.Faint.Render(dayText(e.at, f.visit.Now(), f.visit.settings.DayStart))
	if !f.visit.isFavourite(*e.sitting) {
		text += st.Faint.Render(" · no favourite any more")
	}
	for _, c := range []journal.CheckIn{e.after, e.before} {
		if c.Note != "" && !f.visit.settings.Discreet {
			return widget.Cut(text+st.Faint.Render("  “"+widget.CleanLine(c.Note)+"”"), width)
		}
	}
	return widget.Cut(text, width)
}

func (f *favouritesScreen) ShortHelp() []key.Binding {
	k := f.visit.keys
	if len(f.pieces) == 0 {
		return append(f.tabs(), k.back, k.quit)
	}
	return append([]key.Binding{k.play}, append(f.tabs(), k.choose, told(k.favour, "favourite or not"), k.back)...)
}

func (f *favouritesScreen) FullHelp() [][]key.Binding {
	k := f.visit.keys
	return [][]key.Binding{f.tabs(), {
		told(k.play, "play it again"), k.choose, k.pageUp, k.pageDown, k.top, k.bottom,
		told(k.favour, "take it away, or back"), k.back, k.quit,
	}}
}

func (f *favouritesScreen) typing() bool       { return false }
func (f *favouritesScreen) mood() theme.Affect { return f.visit.feeling }

// tabs is the key to the next view, where this is one of several.
func (f *favouritesScreen) tabs() []key.Binding {
	if f.views == nil {
		return nil
	}
	return []key.Binding{nextKey(f.visit.keys, favouritesName)}
}
