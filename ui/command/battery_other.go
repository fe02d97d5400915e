//go:build !linux && !darwin && !windows

package command

// onBattery is not known on this system.
func onBattery() bool { return false }
