package ui

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dulcet/generator/words"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// staleAfter is how long the scales of a draft stay true: moods pass, words
// stay (design choice).
const staleAfter = time.Hour

// A checkInScreen asks how it is right now.
type checkInScreen struct {
	visit *visit
	form  *form
	id    string         // of the check-in, once it has been saved
	left  bool           // an unfinished draft was brought back
	taken *journal.Draft // what a sitting that is being started takes along

	// seed of the piece that follows, drawn when the goal is first asked for:
	// the journey that is shown and the piece that plays are the same.
	seed *uint32

	edits  edits         // of the music that follows; they stay while one goes back and forth
	heeded words.Reading // that the edits hold
}

func newCheckInScreen(v *visit) *checkInScreen {
	c := &checkInScreen{visit: v, form: newForm(v)}
	c.form.tell = newTeller(v)
	return c
}

// say begins with what was said on the command line.
func (c *checkInScreen) say(text string) {
	c.form.tell.editor.setText(text)
	c.form.tell.read()
	c.form.words.picked = c.form.tell.fill(&c.form.questions, c.form.words.picked)
	c.heed()
	c.visit.feeling = affectOf(c.form.questions.answer())
}

// heed takes over what was asked for in words.
func (c *checkInScreen) heed() {
	said := c.form.tell.reading
	c.edits.heed(said, c.heeded)
	c.heeded = said
}

// soundMsg says whether the music will be heard.
type soundMsg string

// Init asks about the sound at the first start.
func (c *checkInScreen) Init() tea.Cmd {
	sound := c.visit.Sound
	if sound == nil || !c.visit.FirstRun || c.visit.sound != "" {
		return nil
	}
	return func() tea.Msg { return soundMsg(sound()) }
}

func (c *checkInScreen) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(loadedMsg); ok && c.visit.unfinished != nil {
		return c.visit.show(c.visit.unfinished)
	}
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && c.form.door == noDoor {
		switch {
		case key.Matches(press, c.visit.keys.look):
			return c.visit.show(newLogScreen(c.visit, c))
		case key.Matches(press, c.visit.keys.quit):
			return leave
		}
	}
	event, cmd := c.form.update(msg)
	switch event {
	case formChanged:
		return tea.Batch(cmd, c.changed())
	case formNext:
		if c.visit.Recipe != nil {
			return c.visit.playCode(c.checkIn())
		}
		return c.visit.show(newGoalScreen(c.visit, c))
	case formBack:
		if key.Matches(press, c.visit.keys.back) { // and not the arrow up
			return c.visit.show(newHomeScreen(c.visit))
		}
	}
	return cmd
}

// changed keeps the answers as they are now.
func (c *checkInScreen) changed() tea.Cmd {
	c.heed()
	c.visit.feeling = affectOf(c.form.questions.answer())
	return c.visit.keep(c.form.draft(journal.Before, ""))
}

// offer brings back what was being answered when the program last ended. What
// was asked after a sitting goes back to that sitting.
func (c *checkInScreen) offer(loaded loadedMsg) tea.Cmd {
	draft := loaded.draft
	if !loaded.found || draft.Empty() {
		return nil
	}
	if alreadyKept(draft, loaded.history) {
		// The last visit ended between keeping the answers and clearing this.
		if c.form.untouched() {
			c.visit.saver.queue(c.visit.saver.draftClearer())
		}
		return nil
	}
	if draft.When == journal.After {
		sitting, _ := c.visit.history.Sitting(draft.Sitting)
		after := newAfterScreen(c.visit, nil, sitting)
		after.form.restore(draft)
		if c.form.untouched() {
			after.resumed = true
			c.visit.unfinished = after
			return nil
		}
		// The person was faster than the disk. What was begun after the sitting
		// becomes its check-in as it is, and the new answers are kept again,
		// because that cleared the draft.
		return tea.Batch(after.finish(), c.changed())
	}
	if !c.form.untouched() {
		// Faster than the disk again: the old words go before the new ones.
		c.form.note.setText(joinNotes(draft.Note, c.form.note.text()))
		c.form.tell.editor.setText(joinNotes(draft.Said, c.form.tell.editor.text()))
		c.form.tell.read()
		return c.changed()
	}
	if c.visit.Now().Sub(draft.Updated.Time) > staleAfter {
		draft.Mood, draft.Page = journal.Mood{}, 0
	}
	if draft.Empty() {
		return nil
	}
	c.form.restore(draft)
	c.heed()
	c.left = true
	c.visit.feeling = affectOf(draft.Mood)
	return nil
}

// alreadyKept reports whether the history has the check-in that was made from the
// draft: the same answers, given when or soon after its last key was pressed.
func alreadyKept(draft journal.Draft, history journal.History) bool {
	return slices.ContainsFunc(history.CheckIns, func(c journal.CheckIn) bool {
		age := c.Time.Sub(draft.Updated.Time)
		after := c.When == journal.After && c.Sitting != nil && *c.Sitting == draft.Sitting
		return 0 <= age && age < staleAfter &&
			(after || c.When != journal.After && draft.When != journal.After) &&
			c.Mood == draft.Mood && slices.Equal(c.Words, draft.Words) &&
			(c.Note == draft.Note || c.Note == joinNotes(draft.Note, draft.Said))
	})
}

// joinNotes puts two notes into one. Where one holds all lines of the other
// nothing is said twice.
func joinNotes(first, second string) string {
	holds := func(note, other string) bool { return other == "" || strings.Contains("\n"+note+"\n", "\n"+other+"\n") }
	switch {
	case holds(second, first):
		return second
	case holds(first, second):
		return first
	}
	return first + "\n" + second
}

// checkIn is the record of the answers.
func (c *checkInScreen) checkIn() journal.CheckIn {
	return journal.CheckIn{
		ID: c.id, Stamp: c.visit.stamp(), When: journal.Before,
		Mood: c.form.questions.answer(), Words: c.form.words.picked, Note: c.form.note.text(),
	}
}

func (c *checkInScreen) View(width, height int, st theme.Styles) []string {
	content, margin := column(width)
	now := c.visit.Now()
	head := widget.Spread(st.Faint.Render(greeting(now)), st.Faint.Render(dateLine(now)), content)
	below := c.below(content, height, st)
	room := height - len(below)
	if height >= roomyHeight-2 {
		room -= 2 // for the head; see frame
	}
	body := c.form.view("how is it right now?", content, room, st)
	return widget.Indent(frame(head, append(body, below...), formLines+2, height), margin)
}

// below is what stands under the questions: where a draft came from, and at
// the first start what this is.
func (c *checkInScreen) below(width, height int, st theme.Styles) []string {
	var text []string
	switch {
	case c.form.door != noDoor:
		return nil
	case c.left:
		text = []string{"what you had begun is back"}
	case len(c.form.sides(width, 1, false, st)) > 0:
		return nil // their place is needed
	case c.visit.FirstRun && len(c.visit.history.CheckIns)+len(c.visit.history.Sittings) == 0:
		text = welcome(c.visit.DataDir, c.visit.sound, width, height)
	}
	if len(text) == 0 {
		return nil
	}
	var lines []string
	if height >= roomyHeight-2 || len(text) < 3 {
		lines = append(lines, "")
	}
	for _, line := range text {
		lines = append(lines, st.Faint.Render(line))
	}
	return lines
}

// welcome says once what Dulcet is and is not, where it keeps what it is told,
// and whether the music will be heard, once that is known.
func welcome(dir, sound string, width, height int) []string {
	what := "dulcet makes music for the moment you are in. it is for everyday wellbeing; it is not therapy and cannot diagnose or treat anything."
	where := "your answers stay on this machine, in " + widget.CleanLine(dir)
	if height < 20 {
		what = "for everyday wellbeing; not therapy."
		where = "kept only in " + widget.CleanLine(dir)
		lines := []string{widget.Cut(what, width), widget.Cut(where, width)}
		if sound != "" {
			lines = append(lines, widget.Cut(widget.CleanLine(sound), width))
		}
		return lines
	}
	lines := append(widget.Wrap(what, width), widget.Wrap(where, width)...)
	return append(lines, widget.Wrap(widget.CleanLine(sound), width)...)
}

func (c *checkInScreen) ShortHelp() []key.Binding {
	if c.form.door != noDoor {
		return c.form.keys()
	}
	back := c.visit.keys.back
	if c.form.questions.focus == 0 {
		back = told(back, "home")
	}
	return append(c.form.keys(), back, c.visit.keys.quit)
}

func (c *checkInScreen) FullHelp() [][]key.Binding {
	return [][]key.Binding{c.form.allKeys(), {told(c.visit.keys.look, "look back"), told(c.visit.keys.quit, "leave; what is answered is kept")}}
}

func (c *checkInScreen) typing() bool       { return c.form.typing() }
func (c *checkInScreen) mood() theme.Affect { return c.visit.feeling }

// dateLine is the day and time in small.
func dateLine(at time.Time) string { return lower(at.Format("Mon 2 Jan · 15:04")) }
