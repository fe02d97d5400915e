package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A wordPicker is where feeling words are picked: a map of mood space to walk,
// and a line to type into.
type wordPicker struct {
	visit  *visit
	picked []string

	offered []words.Feeling // what the map is laid out from
	own     []string        // words that the person has used before, the latest first
	asked   journal.Mood    // the answers that the map was last opened with
	shown   wordMap         // as it was last drawn
	at      string          // the word with the cursor; empty until it has been moved
	column  int             // that the cursor keeps while it goes up and down; −1 for that of its word

	finder *wordFinder
}

func newWordPicker(v *visit) wordPicker {
	return wordPicker{visit: v, column: -1, finder: newWordFinder()}
}

// The size that a map is taken to have until it has been drawn.
const (
	usualMapWidth  = contentWidth
	usualMapHeight = 15
)

// open puts the cursor where the answers point, unless it has been there and
// was moved since.
func (p *wordPicker) open(answers journal.Mood) {
	p.finder.close()
	p.own, p.offered = usedWords(p.visit.history), words.Offered()
	if known := placedWords(p.visit.history, p.own); len(known) > 0 {
		p.offered = append(known, slices.DeleteFunc(p.offered, func(f words.Feeling) bool {
			return slices.ContainsFunc(known, func(k words.Feeling) bool { return k.Word == f.Word })
		})...)
	}
	if answers != p.asked {
		p.at, p.asked, p.column = "", answers, -1
	}
	p.shown = wordMap{}
}

// press moves the cursor or picks; it reports whether the key was one of its
// own and whether what is picked has changed.
func (p *wordPicker) press(msg tea.KeyPressMsg) (own, changed bool) {
	keys := p.visit.keys
	switch {
	case key.Matches(msg, keys.toggle):
		p.pick()
		return true, true
	case key.Matches(msg, keys.less):
		p.step(-1)
	case key.Matches(msg, keys.more):
		p.step(1)
	case key.Matches(msg, keys.previous):
		p.turn(-1)
	case key.Matches(msg, keys.followJ):
		p.turn(1)
	case key.Matches(msg, keys.typeWord):
		p.finder.open(p)
	default:
		return false, false
	}
	return true, false
}

// point picks the word that was pointed at, or gives it back.
func (p *wordPicker) point(msg pointedMsg) bool {
	switch {
	case msg.Kind != pointWord:
		return false
	case p.finder.typing:
		return p.finder.point(p, msg.Index)
	case msg.Index >= len(p.shown.spots):
		return false
	}
	p.at, p.column = p.shown.spots[msg.Index].Word, -1
	p.pick()
	return true
}

// keys are the keys that work among the words just now.
func (p *wordPicker) keys() []key.Binding {
	keys := p.visit.keys
	switch {
	case p.finder.typing && p.finder.at < 0 && p.finder.typed() == "":
		return []key.Binding{keys.picked, keys.chooseFound, keys.toMap}
	case p.finder.typing:
		return []key.Binding{keys.takeFound, keys.chooseFound, keys.toMap}
	case len(p.picked) == 0:
		return []key.Binding{keys.toggle, keys.typeWord, keys.walk, keys.pickOne, keys.back}
	}
	return []key.Binding{keys.toggle, keys.typeWord, keys.walk, keys.picked, keys.back}
}

// layOut is the map for a size.
func (p *wordPicker) layOut(width, height int) wordMap {
	var here *words.Feeling
	if !p.asked.Empty() {
		at := p.origin()
		here = &at
	}
	return layOut(p.offered, p.visit.settings.Questions[0], here, width, height)
}

// current is the map as it stands and the spot with the cursor, or −1 on a map
// without words.
func (p *wordPicker) current() (wordMap, int) {
	if p.shown.height == 0 {
		p.shown = p.layOut(usualMapWidth, usualMapHeight)
	}
	return p.shown, p.spot(p.shown)
}

// spot is the spot of a map that has the cursor: where a word that had it is not
// on this map, the one nearest to it.
func (p *wordPicker) spot(m wordMap) int {
	if at := m.find(p.at); at >= 0 {
		return at
	}
	origin := p.origin()
	if f, known := words.FeelingOf(p.at); known {
		origin = f
	}
	return m.nearest(origin)
}

// origin is where the three answers point.
func (p *wordPicker) origin() words.Feeling {
	return words.Feeling{
		Valence: p.asked.Valence.Or(0),
		Arousal: (p.asked.Energy.Or(0) + p.asked.Tension.Or(0)) / 2,
	}
}

// step goes to the word beside this one.
func (p *wordPicker) step(direction int) {
	m, at := p.current()
	if at < 0 {
		return
	}
	p.at, p.column = m.spots[m.beside(at, direction)].Word, -1
}

// turn goes to a word above or below. The column in which that began is kept, so
// that the way back is the same.
func (p *wordPicker) turn(direction int) {
	m, at := p.current()
	if at < 0 {
		return
	}
	if p.column < 0 {
		p.column = m.spots[at].middle()
	}
	p.at = m.spots[m.over(at, direction, p.column)].Word
}

// pick picks the word under the cursor, or gives it back.
func (p *wordPicker) pick() {
	if m, at := p.current(); at >= 0 {
		p.at = m.spots[at].Word
		p.toggle(p.at)
	}
}

// toggle picks a word, or gives it back.
func (p *wordPicker) toggle(word string) {
	if at := slices.Index(p.picked, word); at >= 0 {
		p.picked = slices.Delete(slices.Clone(p.picked), at, at+1)
		return
	}
	p.picked = append(slices.Clone(p.picked), word)
}

// tallestMap is the most rows that the map takes: on more the words would lie too
// far apart to be seen together (design choice).
const tallestMap = 21

// view draws the map, or what is found of what is typed, and below it what is
// picked.
func (p *wordPicker) view(width, height int, st theme.Styles) []string {
	below := p.pickedLines(width, height, st)
	room := height - len(below)
	if p.finder.typing {
		return append(widget.Fit(p.finder.view(p, width, room, st), width, room), below...)
	}
	p.shown = p.layOut(width, min(tallestMap, room))
	return append(p.shown.view(p.spot(p.shown), p.picked, st), below...)
}

// pickedLines names what is picked, also what is not on the map. They are as many
// when nothing is, so that the map stays as it is while words are picked.
func (p *wordPicker) pickedLines(width, height int, st theme.Styles) []string {
	line := st.Accent.Render(widget.Cut("● "+widget.CleanLine(strings.Join(p.picked, " · ")), width))
	switch {
	case len(p.picked) == 0 && !p.asked.Empty() && !p.finder.typing:
		line = st.Faint.Render("○ where your answers point")
	case len(p.picked) == 0:
		line = ""
	}
	if height < roomyHeight-6 {
		return []string{line}
	}
	return []string{"", line}
}
