package words

import "dulcet/journal"

// A say is a goal that was said.
type say struct {
	goal journal.Goal
	rank int
	find find
}

// goals returns what a find says of the goal.
func (f find) goals() (said say, denied, is bool) {
	switch {
	case f.goal != nil:
		return say{f.goal.goal, f.goal.rank, f}, f.denied, true
	case f.pattern != nil && !f.denied && f.pattern.goal != "":
		return say{f.pattern.goal, hinted, f}, false, true
	case f.rounds != Rounds{}:
		return say{journal.Focus, hinted, f}, false, true
	case f.bells > 0:
		return say{journal.Meditate, hinted, f}, false, true
	case f.feeling == nil, f.denied:
	case f.wished:
		goal := wantedBy(f)
		return say{goal, wished, f}, false, goal != ""
	case f.ofMusic:
		goal := wantedBy(f)
		return say{goal, hinted, f}, false, goal != ""
	}
	return say{}, false, false
}

// wantedBy returns the goal of somebody who wants to feel a thing, or less of
// it, by its place: ease is for calm, energy for energise, and what else is
// good for uplift (design choice).
func wantedBy(f find) journal.Goal {
	switch f.name {
	case "sleepy", "drowsy", "tired":
		if !f.lessen {
			return journal.Sleep
		}
	case "focused", "focussed", "alert", "in the zone":
		if !f.lessen {
			return journal.Focus
		}
	case "safe", "grounded", "steady", "centered", "centred":
		if !f.lessen {
			return journal.Ground
		}
	}
	sign := 1.0
	if f.lessen {
		sign = -1
	}
	value := func(d int) float64 { return sign * f.feeling.weight[d] * f.feeling.value[d] }
	switch {
	case value(tension) < -0.5:
		return journal.Calm
	case value(energy) > 0.5:
		return journal.Energise
	case value(valence) > 0.2:
		return journal.Uplift
	}
	return ""
}

func (r *Reading) deriveGoal() {
	var said []say
	refused := map[journal.Goal]bool{}
	for _, f := range r.finds {
		goal, denied, is := f.goals()
		switch {
		case !is:
		case denied:
			refused[goal.goal] = true
		default:
			said = append(said, goal)
		}
	}
	var chosen say
	for _, s := range said {
		if refused[s.goal] {
			continue
		}
		if s.rank > chosen.rank || s.rank == chosen.rank && s.find.contrast && !chosen.find.contrast {
			chosen = s
		}
	}
	r.Goal = chosen.goal
	for _, s := range said {
		if s.goal != chosen.goal && s.rank == chosen.rank && s.rank > hinted && !refused[s.goal] {
			r.note(string(chosen.goal) + " and " + string(s.goal) + " are both asked for: it follows " + string(chosen.goal) + ".")
		}
	}
}
