package ui

import (
	"encoding/json"
	"fmt"
	"strings"

	"dulcet/generator"
	"dulcet/journal"
)

// steeredText tells how a sitting was steered, in the order in which that was
// heard: "1:40 brighter · 3:20 held". A record that cannot be read is left out.
func steeredText(steering []journal.Steer) string {
	var before generator.Wish
	var parts []string
	last, times := "", 0
	flush := func() {
		if times > 1 {
			parts[len(parts)-1] += fmt.Sprintf(" ×%d", times)
		}
	}
	for _, steer := range steering {
		now := generator.Wish{}
		if json.Unmarshal(steer.Wish, &now) != nil {
			continue
		}
		said := strings.Join(wishChanges(before, now), ", ")
		before = now
		switch said {
		case "":
		case last:
			times++
		default:
			flush()
			parts = append(parts, clock(float64(steer.Frame)/generator.Rate)+" "+said)
			last, times = said, 1
		}
	}
	flush()
	return strings.Join(parts, " · ")
}

// wishChanges says in a word or two each what one wish asks for beyond another.
func wishChanges(before, now generator.Wish) []string {
	var said []string
	for dial, value := range now.Dials {
		less, more := journal.Dial(dial).Ways()
		switch {
		case value > before.Dials[dial]:
			said = append(said, more)
		case value < before.Dials[dial]:
			said = append(said, less)
		}
	}
	if now.Levels != before.Levels {
		said = append(said, "the layers levelled")
	}
	if now.Hold != before.Hold {
		said = append(said, map[bool]string{true: "held", false: "let go"}[now.Hold])
	}
	if now.MoveOn != before.MoveOn {
		said = append(said, "moved on")
	}
	if now.Soundscape != before.Soundscape {
		said = append(said, "another soundscape")
	}
	switch {
	case now.Home != before.Home:
		said = append(said, "brought home")
	case now.Deadline != before.Deadline:
		said = append(said, "to end at "+clock(float64(now.Deadline)/generator.Rate))
	}
	return said
}

// keptText lists the moments of a sitting that were kept, or is empty.
func keptText(frames []int64) string {
	if len(frames) == 0 {
		return ""
	}
	var moments []string
	for _, frame := range frames {
		moments = append(moments, clock(float64(frame)/generator.Rate))
	}
	return "kept: " + strings.Join(moments, ", ")
}
