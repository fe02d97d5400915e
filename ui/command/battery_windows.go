package command

import (
	"syscall"
	"unsafe"
)

// powerStatus is the SYSTEM_POWER_STATUS of the Windows API.
type powerStatus struct {
	line, battery, percent, saver byte
	secondsLeft, secondsFull      uint32
}

// onBattery reports whether the machine runs on its battery.
func onBattery() bool {
	const offline = 0 // the line gives no power; 255 where it is not known
	ask := syscall.NewLazyDLL("kernel32.dll").NewProc("GetSystemPowerStatus")
	if ask.Find() != nil {
		return false
	}
	var status powerStatus
	worked, _, _ := ask.Call(uintptr(unsafe.Pointer(&status)))
	return worked != 0 && status.line == offline
}
