package ui

import (
	"math/rand/v2"
	"slices"
	"sort"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// guidance holds the lines of the goals that offer some, one at a time. The
// first of a goal comes first. They ask and never test, leave the breath alone
// or free, and can be let go of (design choices, after what mindfulness teachers
// say of inviting language).
var guidance = map[journal.Goal][]string{
	journal.Meditate: {
		"sit in a way that you can keep without effort",
		"let the eyes close, or rest on one place",
		"feel where the body meets what carries it",
		"there is nothing to do well here",
		"the breath goes by itself; you may watch it",
		"one breath, from its beginning to its end",
		"a thought has come: see it, and come back",
		"coming back is all of it, as often as it takes",
		"let the shoulders be as heavy as they are",
		"let the jaw and the tongue be loose",
		"let the hands be warm or cold, as they are",
		"hear the sound that is farthest away",
		"hear the space between two sounds",
		"is there some quiet behind the sounds?",
		"whatever is here now may be here",
		"if something hurts, move slowly, and sit again",
		"wish yourself well, in words of your own",
		"think of somebody you like, and wish them well",
		"what does not suit you, leave",
		"nothing has to happen next",
	},
	journal.Listen: {
		"follow the lowest sound for a while",
		"follow the highest sound for a while",
		"which sound is nearest to you?",
		"which sound is farthest away?",
		"listen to one note until it is quite gone",
		"hear how each note begins",
		"listen to the left for a while, then to the right",
		"when does the harmony change? wait for it",
		"is there a figure that comes back?",
		"hear the room that the music stands in",
		"find the slowest thing that moves",
		"find the quickest thing that moves",
		"find nothing for a while, and let all of it in",
		"if this sound had a colour, which would it be?",
		"how many voices are there now?",
		"listen to the silence between two phrases",
		"who answers whom?",
		"guess the next note, and enjoy being wrong",
		"where in the body are the low notes?",
		"choose one instrument, and stay with it",
	},
}

// When guidance is said, in seconds: the first line after half a minute, each
// for as long as it takes to try it (design choice).
const (
	firstGuidance    = 30
	shortestGuidance = 40
	longestGuidance  = 90
	guidanceFade     = 2 // at its beginning and its end, in which it is fainter
)

// A cue is a line of guidance and the second of the sitting at which it comes;
// it stays until the next one does.
type cue struct {
	seconds float64
	text    string
}

// cuesFor plans the guidance of a sitting, as far as any sitting goes. It
// depends on the seed and the goal alone. Every line comes once before any comes
// again.
func cuesFor(brief generator.Brief) []cue {
	lines := guidance[brief.Goal]
	if len(lines) == 0 || brief.Options.Silence {
		return nil
	}
	random := rand.New(rand.NewPCG(uint64(brief.Seed), uint64(len(lines))))
	var cues []cue
	last := -1
	for at := float64(firstGuidance); at < generator.MaxMinutes*60; {
		order := random.Perm(len(lines))
		switch {
		case last < 0: // the first line first
			swap := slices.Index(order, 0)
			order[0], order[swap] = order[swap], order[0]
		case order[0] == last:
			order[0], order[1] = order[1], order[0]
		}
		for _, line := range order {
			cues = append(cues, cue{at, lines[line]})
			at += shortestGuidance + (longestGuidance-shortestGuidance)*random.Float64()
			last = line
		}
	}
	return cues
}

// cueAt returns the line of a moment and how many seconds it has left and has
// been there, whichever is less; no line before the first.
func cueAt(cues []cue, seconds float64) (text string, edge float64) {
	next := sort.Search(len(cues), func(i int) bool { return cues[i].seconds > seconds })
	if next == 0 {
		return "", 0
	}
	edge = seconds - cues[next-1].seconds
	if next < len(cues) {
		edge = min(edge, cues[next].seconds-seconds)
	}
	return cues[next-1].text, edge
}

// guidanceLines draws the line of a moment in as many lines as the longest
// takes, so that nothing moves when it changes.
func guidanceLines(goal journal.Goal, text string, edge float64, width int, st theme.Styles) []string {
	room := 1
	for _, line := range guidance[goal] {
		room = max(room, len(widget.Wrap(line, width)))
	}
	style := st.Soft
	if edge < guidanceFade {
		style = st.Faint
	}
	var lines []string
	for _, line := range widget.Wrap(text, width) {
		lines = append(lines, style.Render(line))
	}
	return widget.Fit(lines, width, room)
}
