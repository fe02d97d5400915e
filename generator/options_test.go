package generator

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"dulcet/journal"
)

func TestParts_are_read_and_written_by_name(t *testing.T) {
	set, err := PartsOf("rain", "piano")
	if err != nil {
		t.Fatal(err)
	}
	if names := set.Names(); !slices.Equal(names, []string{"piano", "rain"}) {
		t.Errorf("the names are %v", names)
	}
	data, err := json.Marshal(set)
	if err != nil || string(data) != `["piano","rain"]` {
		t.Errorf("written as %s, %v", data, err)
	}
	var read Parts
	if err := json.Unmarshal(data, &read); err != nil || read != set {
		t.Errorf("read as %v, %v", read.Names(), err)
	}
	if _, err := PartsOf("trombone"); err == nil || !strings.Contains(err.Error(), "electric-piano") {
		t.Errorf("the error %v does not say what there is", err)
	}
	if err := json.Unmarshal([]byte(`["trombone"]`), &read); err == nil {
		t.Error("a trombone was read")
	}
}

func TestOptions_NewBrief_refuses_numbers_out_of_bounds_by_name(t *testing.T) {
	for want, options := range map[string]Options{
		"a reach":      {Course: Course{Reach: -1.5}},
		"a breath in":  {Breath: Breath{In: math.Inf(1)}},
		"a hold":       {Breath: Breath{Hold: math.NaN()}},
		"work":         {Rounds: Rounds{Work: -1}},
		"a dawn":       {DawnMinutes: 1e9},
		"a modulation": {Modulation: 0.6},
	} {
		_, err := options.NewBrief(journal.Mood{}, journal.Focus, 20, journal.Taste{}, 1)
		if !errors.Is(err, ErrOptions) || !strings.HasPrefix(err.Error(), want+" ") {
			t.Errorf("%+v: %v", options, err)
		}
	}
}
