package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"dulcet/journal"
	"dulcet/store"
)

// dataVariable is the environment variable that names the data folder.
const dataVariable = "DULCET_DATA"

// errNoHome is returned where the system does not say where data belongs.
var errNoHome = errors.New("there is no home folder to keep the journal in: name a folder with --data or " + dataVariable)

// dataDir returns the folder that holds the journal.
func (p *program) dataDir() (string, error) {
	if p.data != "" {
		return p.data, nil
	}
	if dir := os.Getenv(dataVariable); dir != "" {
		return dir, nil
	}
	if _, err := os.UserHomeDir(); err != nil && os.Getenv("XDG_DATA_HOME") == "" {
		return "", errNoHome
	}
	return filepath.Join(xdg.DataHome, "dulcet"), nil
}

// openStore opens the journal, creating it where it is missing.
func (p *program) openStore() (*store.Store, error) {
	dir, err := p.dataDir()
	if err != nil {
		return nil, err
	}
	return store.Open(dir)
}

// dataFile is the name of the journal in the data folder.
const dataFile = "dulcet.db"

// nothingKept reports whether there is no journal yet. Commands that only read
// ask first, because opening one makes it.
func (p *program) nothingKept() bool {
	dir, err := p.dataDir()
	if err == nil {
		_, err = os.Stat(filepath.Join(dir, dataFile))
	}
	return errors.Is(err, fs.ErrNotExist)
}

// history reads everything kept. Where records are damaged it returns the
// others and a *store.DamagedError.
func (p *program) history() (journal.History, error) {
	if p.nothingKept() {
		return journal.History{}, nil
	}
	kept, err := p.openStore()
	if err != nil {
		return journal.History{}, err
	}
	return kept.History()
}

// enough is for commands to which a part of the history is of use: it tells
// what is damaged on standard error and goes on with the rest.
func (p *program) enough(history journal.History, err error) (journal.History, error) {
	if isDamaged(err) {
		p.tell(err)
		err = nil
	}
	return history, err
}

// isDamaged reports whether an error lists damaged records, so that the others
// were read.
func isDamaged(err error) bool {
	var damaged *store.DamagedError
	return errors.As(err, &damaged)
}
