package command

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// getScreenReader is SPI_GETSCREENREADER of the Windows API.
const getScreenReader = 0x0046

// screenReaderOn reads the system parameter that screen readers set.
func screenReaderOn() bool {
	var on int32 // a BOOL
	read, _, _ := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW").Call(
		getScreenReader, 0, uintptr(unsafe.Pointer(&on)), 0)
	return read != 0 && on != 0
}
