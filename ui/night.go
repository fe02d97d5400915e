package ui

import (
	"encoding/json"
	"time"

	"dulcet/journal"
)

// Nothing is asked after sleep until the next start.
const (
	nightRest  = 3 * time.Hour  // after its start nobody is asked yet: who looks in earlier is still awake (design choice)
	nightSpell = 24 * time.Hour // after its end nobody is asked any more
)

// nightSetting is the setting that keeps the id of the sitting whose night was
// asked about last.
const nightSetting = "asked-after"

// nightAsked reads it. Without it nothing was asked.
func nightAsked(from Journal) (id string) {
	text, found, err := from.Setting(nightSetting)
	if err != nil || !found || json.Unmarshal(text, &id) != nil {
		return ""
	}
	return id
}

// nightToAsk returns the latest sitting if it was sleep, nobody has said how it
// was, and the one whose id is asked is another; else nil.
func nightToAsk(history journal.History, asked string, now time.Time) *journal.Sitting {
	if len(history.Sittings) == 0 {
		return nil
	}
	last := history.Sittings[len(history.Sittings)-1]
	end := last.Time.Add(heard(last))
	switch {
	case last.Goal != journal.Sleep, last.After != nil, last.ID == asked, last.MayBePlaying(now):
		return nil
	case now.Sub(last.Time) < nightRest, now.Sub(end) > nightSpell:
		return nil
	}
	for _, c := range history.CheckIns {
		if c.When == journal.After && c.Sitting != nil && *c.Sitting == last.ID {
			return nil
		}
	}
	return &last
}

// nightQuestion asks about a sitting of sleep, which may have been by day.
func nightQuestion(s journal.Sitting) string {
	if hour := s.Local().Hour(); hour >= 18 || hour < 6 {
		return "how was last night?"
	}
	return "how was the sleep?"
}

// passNight takes it that the night has been asked about, for good.
func (v *visit) passNight() {
	if v.night == nil {
		return
	}
	id := v.night.ID
	v.night = nil
	v.saver.queue(func() error { return v.saver.journal.SetSetting(nightSetting, id) })
}
