package command

import (
	"context"
	"os"
	"path/filepath"

	"github.com/godbus/dbus/v5"
)

// screenReaderOn asks the accessibility bus of the desktop. Nothing is started
// for that: where there is no session bus, or nothing on it that knows, there is
// no screen reader for a terminal of a desktop either.
func screenReaderOn() bool {
	ctx, forget := context.WithTimeout(context.Background(), screenReaderPatience)
	defer forget()
	bus, err := dbus.Connect(sessionBus(), dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer func() { _ = bus.Close() }()
	var on bool
	err = bus.Object("org.a11y.Bus", "/org/a11y/bus").CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
		dbus.FlagNoAutoStart, "org.a11y.Status", "ScreenReaderEnabled").Store(&on)
	return err == nil && on
}

// sessionBus is the address of the bus of this login.
func sessionBus() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	return "unix:path=" + filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
}
