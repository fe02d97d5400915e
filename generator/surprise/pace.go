package surprise

import "dulcet/generator/theory"

// pace is how the time from note to note has changed.
type pace uint8

const (
	untimed pace = iota // there has been no time to compare with
	shorter             // under three quarters of the one before
	even
	longer // over four thirds
	pause  // three times as long and more: a breath
)

// paceOf compares the time to a note with the one before.
func paceOf(time, before int64) pace {
	switch {
	case time >= 3*before:
		return pause
	case 3*time > 4*before:
		return longer
	case 4*time < 3*before:
		return shorter
	}
	return even
}

// paces holds, for the last pace but one and the last, how often a shorter
// time, an even one and a longer one follow in a hundred: an even flow mostly
// goes on, after a long note things move again.
var paces = [longer + 1][longer + 1][longer]int{
	shorter: {
		shorter: {7, 48, 45},
		even:    {12, 66, 22},
		longer:  {62, 28, 10},
	},
	even: {
		shorter: {11, 48, 41},
		even:    {14, 68, 18},
		longer:  {56, 32, 12},
	},
	longer: {
		shorter: {9, 41, 50},
		even:    {32, 50, 18},
		longer:  {66, 26, 8},
	},
}

// paceBits returns the information of a pace after two others. A breath
// carries none: how long a phrase rests is not a matter of its notes.
func paceBits(before, latest, now pace) theory.Fixed {
	if now == pause {
		return 0
	}
	if latest == untimed {
		latest = even
	}
	if before == untimed {
		before = even
	}
	return information(paces[before][latest][now-shorter], 100)
}
