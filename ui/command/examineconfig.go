package command

import (
	"fmt"
	"strings"

	"dulcet/ui"
)

// examineConfig reads the settings file and what is kept of the settings, and
// lists every mistake.
func (p *program) examineConfig() finding {
	file, err := p.readConfig()
	if err != nil {
		return finding{State: broken, Text: err.Error()}
	}
	var wrong []string
	for _, mistake := range file.mistakes {
		wrong = append(wrong, fmt.Sprintf("%s: %v", file.name(), mistake))
	}
	layers, _, _ := p.layers(nil) // read a moment ago
	if !p.nothingKept() {
		if kept, err := p.openStore(); err == nil { // else the data is what is broken
			if layers.Data, err = ui.ReadSettings(kept); err != nil {
				wrong = append(wrong, err.Error())
			}
		}
	}
	standing, refused := layers.Resolve(ui.Definitions())
	for _, err := range append(refused, ui.KeyConflicts(standing.Keys)...) {
		wrong = append(wrong, err.Error())
	}
	found := finding{State: works, Value: map[string]float64{"set": float64(len(file.values)), "mistakes": float64(len(wrong))}}
	switch {
	case len(wrong) > 0:
		found.State, found.Text = broken, strings.Join(wrong, "; ")
	case file.path == "":
		found.Text = "there is no folder for a settings file, and none is needed"
	case !file.there:
		found.Text = fmt.Sprintf("there is no settings file %s, and none is needed", file.path)
	default:
		found.Text = fmt.Sprintf("%s in %s, every one understood", counted(len(file.values), "setting"), file.path)
	}
	return found
}
