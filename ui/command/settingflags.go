package command

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dulcet/ui"
	"dulcet/ui/settings"
)

// A settingFlags is what is set on the command line for one run.
type settingFlags struct{ values settings.Values }

// screenFlags are the flags that only the screens heed.
var screenFlags = []string{"theme", "motion", "low-power", "no-mouse"}

// register gives the command the flags.
func (f *settingFlags) register(cmd *cobra.Command) {
	if f.values == nil {
		f.values = settings.Values{}
	}
	flags := cmd.Flags()
	flags.Var(assignmentFlag{f.values}, "set", "a setting for this run, as often as needed; \"dulcet settings\" lists them")
	theme, _ := settings.Find(ui.Definitions(), "theme")
	flags.Var(settingFlag{f.values, "theme"}, "theme", "the colours: "+strings.Join(theme.Choices, ", "))
	flags.Var(settingFlag{f.values, "motion"}, "motion", "how much moves: full, calm or none")
	flags.Var(switchFlag{f.values, "power", string(settings.LowPower)}, "low-power", "draw little, to save the battery or the line")
	flags.Var(switchFlag{f.values, "mouse", "off"}, "no-mouse", "leave the mouse to the terminal")
	flags.Lookup("low-power").NoOptDefVal, flags.Lookup("no-mouse").NoOptDefVal = "true", "true"
	noFiles := cobra.ShellCompDirectiveNoFileComp
	for _, name := range []string{"theme", "motion"} {
		must(cmd.RegisterFlagCompletionFunc(name, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			d, _ := settings.Find(ui.Definitions(), name)
			return d.Choices, noFiles
		}))
	}
	must(cmd.RegisterFlagCompletionFunc("set", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return settingNames("="), noFiles | cobra.ShellCompDirectiveNoSpace
	}))
}

// settingNames lists the settings for a shell, with what they do.
func settingNames(after string) []string {
	var names []string
	for _, d := range ui.Definitions() {
		names = append(names, cobra.CompletionWithDesc(d.Name+after, d.About))
	}
	return names
}

// setChecked sets a value, or says why it cannot be.
func setChecked(values settings.Values, name string, value []string) error {
	known := ui.Definitions()
	standing, _ := settings.Layers{Flags: values}.Resolve(known)
	if err := ui.CheckSetting(known, standing, name, value); err != nil {
		return err
	}
	values[name] = value
	return nil
}

// An assignmentFlag sets any setting, as NAME=VALUE.
type assignmentFlag struct{ values settings.Values }

// Set reads an assignment. The texts of a list have commas between them.
func (f assignmentFlag) Set(text string) error {
	name, value, found := strings.Cut(text, "=")
	if !found {
		return errors.New("a setting is set as NAME=VALUE, such as motion=none")
	}
	name = strings.TrimSpace(name)
	d, err := settings.Find(ui.Definitions(), name)
	if err != nil {
		return err
	}
	list := []string{value}
	if d.List {
		list = strings.Split(value, ",")
	}
	return setChecked(f.values, name, list)
}

// String is empty: nothing is set unless somebody sets it.
func (f assignmentFlag) String() string { return "" }

// Type names the value in the help.
func (f assignmentFlag) Type() string { return "NAME=VALUE" }

// A settingFlag sets one setting.
type settingFlag struct {
	values settings.Values
	name   string
}

// Set reads the value.
func (f settingFlag) Set(text string) error { return setChecked(f.values, f.name, []string{text}) }

// String returns the value, or nothing where it was not given.
func (f settingFlag) String() string { return strings.Join(f.values[f.name], ",") }

// Type names the value in the help.
func (f settingFlag) Type() string { return "NAME" }

// A switchFlag sets one setting to one value.
type switchFlag struct {
	values      settings.Values
	name, value string
}

// Set takes true, which sets it, or false, which does not.
func (f switchFlag) Set(text string) error {
	given, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("it is true or false, and %q is neither", text)
	}
	if given {
		return setChecked(f.values, f.name, []string{f.value})
	}
	return nil
}

// String tells the help that it is off.
func (f switchFlag) String() string { return "false" }

// Type tells the help that nothing has to follow.
func (f switchFlag) Type() string { return "bool" }
