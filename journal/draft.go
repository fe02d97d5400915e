package journal

// A Draft is a check-in that is still being answered. It is kept while
// somebody types, so that no word is lost when the window closes, and offered
// again at the next start.
type Draft struct {
	When    When     `json:"when"`
	Sitting string   `json:"sitting"` // id of the sitting it belongs to; empty for none
	Mood    Mood     `json:"mood"`
	Words   []string `json:"words"`
	Note    string   `json:"note"`
	Said    string   `json:"said,omitempty"` // in one's own words, for this sitting alone: no record keeps it
	Updated Stamp    `json:"updated"`        // when the last key was pressed
	Page    int      `json:"page"`           // which question was open, from 0
}

// Empty reports whether nothing worth offering again has been answered.
func (d Draft) Empty() bool {
	return d.Mood.Empty() && len(d.Words) == 0 && d.Note == "" && d.Said == ""
}
