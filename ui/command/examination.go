package command

import (
	"fmt"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/store"
)

// examineData reads the whole journal and checks every record.
func (p *program) examineData() finding {
	found := finding{State: works}
	if p.nothingKept() {
		dir, _ := p.dataDir() // it has just been looked into
		found.State, found.Text = missing, fmt.Sprintf("nothing is kept yet; the first answer makes a journal in %s", dir)
		return found
	}
	kept, err := p.openStore()
	if err == nil {
		err = kept.Check()
	}
	var counts store.Counts
	if err == nil {
		counts, err = kept.Counts()
	}
	if err != nil {
		found.State, found.Text = broken, err.Error()
		return found
	}
	found.Value = map[string]float64{"checkins": float64(counts.CheckIns), "sittings": float64(counts.Sittings), "bytes": float64(counts.Bytes)}
	found.Text = fmt.Sprintf("%s and %s, every one readable, %d KB in %s",
		counted(counts.CheckIns, "check-in"), counted(counts.Sittings, "sitting"), (counts.Bytes+1023)/1024, kept.Path())
	return found
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// renderSeconds is how much music the rendering speed is measured on.
const renderSeconds = 60

// examineRendering measures how much faster than real time this machine makes
// music, on one core.
func (p *program) examineRendering() finding {
	found := finding{State: works}
	brief, err := generator.NewBrief(journal.Mood{}, journal.Calm, 5, journal.Taste{Goal: journal.Calm}, 1)
	if err != nil {
		found.State, found.Text = broken, err.Error()
		return found
	}
	speed := renderSpeed(brief, renderSeconds*generator.Rate)
	found.Value = map[string]float64{"times_real_time": rounded(speed, 1)}
	found.Text = fmt.Sprintf("%.0f times faster than real time", speed)
	if speed < 2 {
		found.State = missing
		found.Text += ": too slow to play without gaps; close other programs"
	}
	return found
}

// renderSpeed makes the first frames of a piece and returns how many seconds
// of music one second made.
func renderSpeed(brief generator.Brief, frames int64) float64 {
	piece := generator.New(brief)
	samples := make([][2]float64, 4096)
	start := time.Now()
	var done int64
	for done < frames {
		n, ok := piece.Stream(samples)
		if !ok {
			break
		}
		done += int64(n)
	}
	return framesTime(done).Seconds() / time.Since(start).Seconds()
}
