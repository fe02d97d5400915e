package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"dulcet/ui"
	"dulcet/ui/settings"
)

// configVariable is the environment variable that names the settings file.
const configVariable = "DULCET_CONFIG"

// A configFile is the TOML file with settings, as it was found. Nothing is ever
// written to it.
type configFile struct {
	path     string // empty where there is no folder for one
	named    bool   // on the command line or in the environment
	there    bool
	values   settings.Values
	mistakes []error // each with its line; what is without a mistake holds
}

// configPath returns where the settings file is looked for, and whether somebody
// has named it.
func (p *program) configPath() (path string, named bool) {
	if p.config != "" {
		return p.config, true
	}
	if path := os.Getenv(configVariable); path != "" {
		return path, true
	}
	if _, err := os.UserHomeDir(); err != nil && os.Getenv("XDG_CONFIG_HOME") == "" {
		return "", false
	}
	return filepath.Join(xdg.ConfigHome, "dulcet", "config.toml"), false
}

// readConfig reads the settings file. One that nobody has named may be missing.
// The error is of one that was named and cannot be read.
func (p *program) readConfig() (configFile, error) {
	var file configFile
	if file.path, file.named = p.configPath(); file.path == "" {
		return file, nil
	}
	data, err := readSome(file.path, settings.MaxTOML+1)
	switch {
	case err == nil:
		file.there = true
		file.values, file.mistakes = settings.ParseTOML(data, ui.Definitions())
	case file.named && errors.Is(err, fs.ErrNotExist):
		return file, fmt.Errorf("there is no settings file %s: name another with --config or %s, or none", file.path, configVariable)
	case file.named:
		return file, fmt.Errorf("the settings file cannot be read: %w", err)
	case !errors.Is(err, fs.ErrNotExist):
		file.mistakes = []error{fmt.Errorf("it cannot be read: %w", err)}
	}
	return file, nil
}

// readSome reads a file, at most so many bytes of it.
func readSome(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, most))
}

// name is the file for a sentence, with the home folder in short.
func (f configFile) name() string {
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if below, ok := strings.CutPrefix(f.path, home+string(filepath.Separator)); ok {
			return filepath.Join("~", below)
		}
	}
	return f.path
}

// notice is one line about what is wrong in the file, or empty.
func (f configFile) notice() string {
	switch len(f.mistakes) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("%s: %v", f.name(), f.mistakes[0])
	}
	return fmt.Sprintf("%s: %v (and more: \"dulcet doctor config\" lists them)", f.name(), f.mistakes[0])
}

// layers returns what the file and the flags set, and a notice for the person
// about a mistake in the file, or none.
func (p *program) layers(flags settings.Values) (layers settings.Layers, notice string, err error) {
	file, err := p.readConfig()
	if err != nil {
		return settings.Layers{}, "", err
	}
	return settings.Layers{File: file.values, Flags: flags, FileName: file.name()}, file.notice(), nil
}

// settled returns the settings for a command without screens. What does not hold
// is told on standard error.
func (p *program) settled(kept ui.SettingReader, flags settings.Values) (settings.Settings, error) {
	layers, notice, err := p.layers(flags)
	if err != nil {
		return settings.Settings{}, err
	}
	if notice != "" {
		p.tell(errors.New(notice))
	}
	if layers.Data, err = ui.ReadSettings(kept); err != nil {
		p.tell(err)
	}
	standing, refused := layers.Resolve(ui.Definitions())
	for _, err := range refused {
		p.tell(err)
	}
	return standing, nil
}
