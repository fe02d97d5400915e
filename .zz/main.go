package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"dulcet/generator/words"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<20)
	for in.Scan() {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		fmt.Println("» " + in.Text())
		fmt.Println("   " + Dump(words.Read(in.Text())))
	}
}

func Dump(r words.Reading) string {
	var b strings.Builder
	p := func(n string, v float64, ok bool) {
		if ok {
			fmt.Fprintf(&b, "%s%+.2f ", n, v)
		}
	}
	v, ok := r.Mood.Valence.Value()
	p("v", v, ok)
	v, ok = r.Mood.Energy.Value()
	p("e", v, ok)
	v, ok = r.Mood.Tension.Value()
	p("t", v, ok)
	if len(r.Feelings) > 0 {
		fmt.Fprintf(&b, "%v ", r.Feelings)
	}
	if r.Goal != "" {
		fmt.Fprintf(&b, "goal=%s ", r.Goal)
	}
	if r.Minutes > 0 {
		fmt.Fprintf(&b, "%gmin ", r.Minutes)
	}
	for _, w := range r.Wanted {
		fmt.Fprintf(&b, "+%v ", w)
	}
	for _, w := range r.Refused {
		fmt.Fprintf(&b, "-%v ", w)
	}
	for i, d := range r.Dials {
		if d != 0 {
			fmt.Fprintf(&b, "%s%+.2f ", []string{"tempo", "density", "bright", "warm", "reg", "colour", "nature", "pulse", "direct"}[i], d)
		}
	}
	if r.Start > 0 {
		fmt.Fprintf(&b, "start=%d ", r.Start)
	}
	if r.Slow > 0 {
		fmt.Fprintf(&b, "slow=%g ", r.Slow)
	}
	if r.Breath != (words.Breath{}) {
		fmt.Fprintf(&b, "breath=%v ", r.Breath)
	}
	if r.Rounds != (words.Rounds{}) {
		fmt.Fprintf(&b, "rounds=%v ", r.Rounds)
	}
	if r.BellMinutes > 0 {
		fmt.Fprintf(&b, "bells=%g ", r.BellMinutes)
	}
	if r.Silence {
		b.WriteString("silence ")
	}
	if r.Crisis {
		b.WriteString("CRISIS ")
	}
	b.WriteString("| ")
	for _, c := range r.Chips {
		fmt.Fprintf(&b, "%s · ", c.Label)
	}
	if len(r.Unused) > 0 {
		fmt.Fprintf(&b, " ? %v", r.Unused)
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "\n   ! %s", n)
	}
	return b.String()
}
