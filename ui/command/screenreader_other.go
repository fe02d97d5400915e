//go:build !linux && !darwin && !windows

package command

// screenReaderOn is not known of this system.
func screenReaderOn() bool { return false }
