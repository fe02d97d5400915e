package output

import "runtime"

// A fault is why nothing can be heard.
type fault int

const (
	faultNone     fault = iota
	faultProcess        // the child could not be started
	faultAbsent         // no device answered
	faultLost           // the device has gone
	faultRacing         // the device takes frames faster than real time
	faultProtocol       // the child said something that is no request
)

// absence says that there is no device on the system, and what to do.
func absence(system string) string {
	switch system {
	case "darwin":
		return "no sound device answers: choose an output in System Settings, Sound"
	case "windows":
		return "no sound device answers: choose an output in Settings, System, Sound"
	}
	return "no sound server or device: start or install PipeWire, PulseAudio or ALSA"
}

// sentence says on one line what is wrong and what to do.
func (f fault) sentence() string {
	switch f {
	case faultNone:
		return ""
	case faultProcess:
		return "dulcet could not start its speaker: playing on silently, trying again"
	case faultLost:
		return "the sound device has gone: playing on silently until it is back"
	case faultRacing:
		return "the sound device runs too fast to be heard: choose another output"
	case faultProtocol:
		return "something else spoke on the speaker's pipe: silent, trying again"
	}
	return absence(runtime.GOOS)
}
