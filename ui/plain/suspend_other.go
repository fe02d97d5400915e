//go:build !unix

package plain

import "os"

// suspendSignals never tells anything: nothing suspends a program here.
func suspendSignals() (<-chan os.Signal, func()) { return nil, func() {} }

// stopProcess has nothing to do.
func stopProcess() {}
