package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/ui"
	"dulcet/ui/settings"
	"dulcet/ui/widget"
)

// settingsCommand is "dulcet settings".
func (p *program) settingsCommand() *cobra.Command {
	var asJSON, reset bool
	cmd := &cobra.Command{
		Use:   "settings [NAME [VALUE…]]",
		Short: "list and change what can be set",
		Long: "Lists everything that can be set as a TOML file: what it does, what it can be, and what it is; " +
			"what is as usual is a comment. With a name it tells that setting, with a value it keeps it in the data file, " +
			"several values for a list. Flags go before the name.\n\n" +
			"The same lines in config.toml (see \"dulcet doctor config\" for the folder) go before what is kept, " +
			"and --set before both.",
		Example: `dulcet settings
dulcet settings motion none
dulcet settings volume -6
dulcet settings keys.pause p space
dulcet settings --reset motion`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case reset && asJSON:
				return errors.New("--reset and --json do not go together")
			case reset && len(args) == 0:
				return errors.New("say which settings are to be as usual again")
			case asJSON && len(args) > 1:
				return errors.New("--json only tells: give at most a name")
			}
			return nil
		},
		ValidArgsFunction: completeSetting,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case reset:
				return p.resetSettings(args)
			case len(args) > 1:
				return p.keepSetting(args[0], args[1:])
			}
			return p.listSettings(args, asJSON)
		},
	}
	cmd.Flags().SetInterspersed(false) // so that -6 is a value
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the settings as JSON, one a line")
	cmd.Flags().BoolVar(&reset, "reset", false, "as usual again: forget what is kept of the settings named")
	return cmd
}

// completeSetting offers the names, then what the setting can be.
func completeSetting(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	const noFiles = cobra.ShellCompDirectiveNoFileComp
	if len(args) == 0 {
		return settingNames(""), noFiles
	}
	d, _ := settings.Find(ui.Definitions(), args[0])
	return d.Choices, noFiles
}

// standingLayers returns everything that is set. What is kept in the data file
// and cannot be read is told, and the rest holds.
func (p *program) standingLayers() (settings.Layers, error) {
	layers, notice, err := p.layers(nil)
	if err != nil {
		return layers, err
	}
	if notice != "" {
		p.tell(errors.New(notice))
	}
	if p.nothingKept() {
		return layers, nil
	}
	kept, err := p.openStore()
	if err != nil {
		return layers, err
	}
	if layers.Data, err = ui.ReadSettings(kept); err != nil {
		p.tell(err)
	}
	return layers, nil
}

// helpLines are the paragraphs for somebody in a bad moment, as they are set.
// What is set and cannot be read is told, and those that come with Dulcet are
// shown all the same.
func (p *program) helpLines() []string {
	layers, err := p.standingLayers()
	if err != nil {
		p.tell(err)
	}
	standing, _ := layers.Resolve(ui.Definitions())
	return ui.HelpLines(standing)
}

// listSettings prints every setting, or the ones that are named.
func (p *program) listSettings(names []string, asJSON bool) error {
	known := ui.Definitions()
	if len(names) > 0 {
		d, err := settings.Find(known, names[0])
		if err != nil {
			return usageError{err}
		}
		known = []settings.Definition{d}
	}
	layers, err := p.standingLayers()
	if err != nil {
		return err
	}
	if asJSON {
		return p.settingsJSON(known, layers)
	}
	_, err = fmt.Fprint(p.stdout, layers.TOML(known))
	return err
}

// settingsJSON prints settings as JSON, one a line.
func (p *program) settingsJSON(known []settings.Definition, layers settings.Layers) error {
	standing, _ := layers.Resolve(known)
	for _, d := range known {
		value := d.Get(standing)
		if value == nil {
			value = []string{}
		}
		err := writeJSON(p.stdout, struct {
			Name    string   `json:"name"`
			Group   string   `json:"group"`
			Value   []string `json:"value"`
			Source  string   `json:"source"`
			About   string   `json:"about"`
			Choices []string `json:"choices,omitempty"`
		}{d.Name, d.Group, value, layers.Source(d.Name).String(), d.About, d.Choices})
		if err != nil {
			return err
		}
	}
	return nil
}

// keepSetting keeps a value in the data file.
func (p *program) keepSetting(name string, value []string) error {
	known := ui.Definitions()
	if err := ui.CheckSetting(known, settings.Usual(), name, value); err != nil && p.nothingKept() {
		return usageError{err} // and no journal is made for it
	}
	return p.changeKept(func(kept settings.Values) (settings.Values, error) {
		standing, _ := settings.Layers{Data: kept}.Resolve(known)
		if err := ui.CheckSetting(known, standing, name, value); err != nil {
			return nil, usageError{err}
		}
		return kept.With(name, value), nil
	}, name)
}

// resetSettings forgets what is kept of settings.
func (p *program) resetSettings(names []string) error {
	for _, name := range names {
		if _, err := settings.Find(ui.Definitions(), name); err != nil {
			return usageError{err}
		}
	}
	if p.nothingKept() {
		return p.tellStanding(settings.Values{}, names)
	}
	return p.changeKept(func(kept settings.Values) (settings.Values, error) {
		for _, name := range names {
			kept = kept.With(name, nil)
		}
		return kept, nil
	}, names...)
}

// changeKept changes what the data file keeps, and prints how the settings named
// stand then.
func (p *program) changeKept(change func(settings.Values) (settings.Values, error), names ...string) error {
	kept, err := p.openStore()
	if err != nil {
		return err
	}
	values, err := ui.ReadSettings(kept)
	if err != nil {
		p.tell(err) // what is unreadable is replaced
	}
	if values, err = change(values); err != nil {
		return err
	}
	if err := kept.SetSetting(settings.StoredKey, values); err != nil {
		return fmt.Errorf("the setting was not saved: %w", err)
	}
	return p.tellStanding(values, names)
}

// tellStanding prints how settings stand, and says where the settings file goes
// before what is kept.
func (p *program) tellStanding(kept settings.Values, names []string) error {
	layers, notice, err := p.layers(nil)
	if err != nil {
		notice = err.Error() // what was asked for is done
	}
	if notice != "" {
		p.tell(errors.New(notice))
	}
	layers.Data = kept
	known := ui.Definitions()
	standing, _ := layers.Resolve(known)
	for _, conflict := range ui.KeyConflicts(standing.Keys) {
		p.tell(conflict)
	}
	for _, name := range names {
		d, err := settings.Find(known, name)
		if err != nil {
			return err
		}
		if layers.Source(name) == settings.FromFile {
			fmt.Fprintf(p.stderr, "%s is set in %s as well, which goes before what is kept\n", name, widget.CleanLine(layers.FileName))
		}
		if meaning := d.Meaning(standing); meaning != "" {
			fmt.Fprintln(p.stderr, meaning)
		}
		if _, err := fmt.Fprintf(p.stdout, "%s: %s\n", name, widget.CleanLine(strings.Join(d.Get(standing), ", "))); err != nil {
			return err
		}
	}
	return nil
}
