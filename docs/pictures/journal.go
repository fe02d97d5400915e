package main

import (
	"math"
	"math/rand/v2"
	"time"

	"dulcet/generator"
	"dulcet/journal"
	"dulcet/store"
)

// fillJournal makes a journal of somebody who does not exist: nine weeks of
// evenings, most of them a little better after the music than before.
func fillJournal(folder string, now time.Time) error {
	kept, err := store.Open(folder)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(2026, 9))
	goals := []journal.Goal{journal.Unwind, journal.Calm, journal.Focus, journal.Sleep, journal.Unwind, journal.Uplift, journal.Breathe, journal.Reflect}
	words := [][]string{{"tired"}, {"wired", "restless"}, {"calm"}, {"hopeful"}, {"tense"}, {"content"}, {"flat"}, {"grateful", "tired"}}
	notes := []string{
		"long day, too many meetings. the rain helped.", "", "", "walked home along the river", "",
		"slept badly, but the morning was kind", "", "finished the chapter", "", "",
	}
	var records []journal.Record
	for day := 62; day >= 1; day-- {
		if random.Float64() < 0.35 {
			continue // gaps are gaps
		}
		at := now.AddDate(0, 0, -day).Add(time.Duration(random.IntN(110)-70) * time.Minute)
		progress := 1 - float64(day)/62
		mood := journal.Mood{
			Valence: rated(-0.25+0.5*progress+0.3*random.NormFloat64(), 0),
			Energy:  rated(-0.2+0.3*random.NormFloat64(), 0),
			Tension: rated(0.4-0.4*progress+0.3*random.NormFloat64(), 0),
		}
		pick := random.IntN(len(goals))
		of, err := evenings(kept, at, goals[pick], mood, words[random.IntN(len(words))], notes[random.IntN(len(notes))], random)
		if err != nil {
			return err
		}
		records = append(records, of...)
	}
	for _, today := range []struct {
		before time.Duration
		mood   journal.Mood
		words  []string
		note   string
	}{
		{11 * time.Hour, journal.Mood{Valence: rated(0.1, 0), Energy: rated(-0.3, 0), Tension: rated(0.1, 0)}, []string{"tired", "hopeful"}, ""},
		{5 * time.Hour, journal.Mood{Valence: rated(-0.2, 0), Energy: rated(0.2, 0), Tension: rated(0.5, 0)}, []string{"tense"}, "two hours of calls"},
	} {
		at := now.Add(-today.before)
		records = append(records, journal.CheckIn{
			ID: kept.NewID(at), Stamp: journal.StampAt(at), When: journal.Alone,
			Mood: today.mood, Words: today.words, Note: today.note,
		})
	}
	return kept.Save(records...)
}

// rated is an answer within the scale, moved by how much the music did.
func rated(x, moved float64) journal.Rating {
	return journal.Rated(math.Round(math.Max(-1, math.Min(1, x+moved))*20) / 20)
}

// evenings are the records of one sitting: the answers before it and after it,
// and itself.
func evenings(kept *store.Store, at time.Time, goal journal.Goal, mood journal.Mood, words []string, note string, random *rand.Rand) ([]journal.Record, error) {
	id, before, after := kept.NewID(at), kept.NewID(at.Add(time.Minute)), kept.NewID(at.Add(2*time.Minute))
	minutes := float64(10 + 5*random.IntN(4))
	better := journal.Mood{
		Valence: rated(mood.Valence.Or(0), 0.15+0.15*random.NormFloat64()),
		Energy:  rated(mood.Energy.Or(0), 0.1*random.NormFloat64()),
		Tension: rated(mood.Tension.Or(0), -0.3+0.2*random.NormFloat64()),
	}
	brief, err := generator.NewBrief(mood, goal, minutes, journal.Taste{}, random.Uint32())
	if err != nil {
		return nil, err
	}
	sitting := journal.Sitting{
		ID: id, Stamp: journal.StampAt(at), Goal: goal, Seed: brief.Seed, Engine: generator.Engine, Code: brief.Code(),
		Minutes: minutes, Frames: int64(minutes * 60 * generator.Rate), Mood: brief.Mood, Dials: brief.Dials,
		Ended: journal.Landed, Before: &before, After: &after, Favourite: random.IntN(9) == 0,
	}
	end := at.Add(time.Duration(minutes) * time.Minute)
	return []journal.Record{
		journal.CheckIn{ID: before, Stamp: journal.StampAt(at.Add(-time.Minute)), When: journal.Before, Sitting: &id, Mood: mood, Words: words},
		sitting,
		journal.CheckIn{ID: after, Stamp: journal.StampAt(end), When: journal.After, Sitting: &id, Mood: better, Note: note},
	}, nil
}
