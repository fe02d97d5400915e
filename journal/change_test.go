package journal

import "testing"

// feeling returns a mood from numbers of −100…100.
func feeling(valence, energy, tension float64) Mood {
	return Mood{Rated(valence / 100), Rated(energy / 100), Rated(tension / 100)}
}

func TestChange(t *testing.T) {
	for name, c := range map[string]struct {
		before, after Mood
		goal          Goal
		want          string
	}{
		"nothing answered": {Mood{}, Mood{}, Calm, ""},
		"no question answered both times": {
			Mood{Valence: Rated(0)}, Mood{Tension: Rated(-1)}, Calm, "",
		},
		"a change that answering alone can make": {
			feeling(0, 0, 53), feeling(0, 0, 0), Calm, "About the same. Some days are.",
		},
		"just reliable": {
			feeling(0, 0, 54), feeling(0, 0, 0), Calm, "A little calmer than when you began.",
		},
		"large": {
			feeling(0, 0, 90), feeling(0, 0, -10), Calm, "Calmer than when you began.",
		},
		"worse, and offered something else": {
			feeling(0, 0, 0), feeling(-60, 0, 0), Uplift, "A little heavier than when you began. Want something gentler, or quiet?",
		},
		"much more on edge": {
			feeling(0, 0, -50), feeling(0, 0, 60), Calm, "More on edge than when you began. Want something gentler, or quiet?",
		},
		"tired is the aim of sleep": {
			feeling(0, 60, 0), feeling(0, -60, 0), Sleep, "Sleepier than when you began.",
		},
		"tired is not the aim of energise": {
			feeling(0, 60, 0), feeling(0, 0, 0), Energise, "A little more tired than when you began.",
		},
		"two changes, the goal's first": {
			feeling(0, -40, 80), feeling(0, 60, -20), Calm, "Calmer and more awake than when you began.",
		},
		"two changes, of another goal": {
			feeling(0, -40, 80), feeling(0, 60, -20), Energise, "More awake and calmer than when you began.",
		},
		"better and worse are both told": {
			feeling(60, 0, 90), feeling(0, 0, -20), Calm, "Calmer and heavier than when you began.",
		},
		"questions that were skipped once are passed over": {
			Mood{Valence: Rated(-0.5), Energy: Rated(-1)}, Mood{Valence: Rated(0.1), Tension: Rated(1)}, Uplift, "A little lighter than when you began.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Change(c.before, c.after, c.goal); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
