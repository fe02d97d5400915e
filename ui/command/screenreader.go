package command

import "time"

// screenReaderPatience is how long the system may take to say whether a screen
// reader is on (design choice: the answer comes in a few milliseconds or not at
// all).
const screenReaderPatience = 300 * time.Millisecond

// plainHint is what the screens say once where a screen reader is on, and nothing
// elsewhere. It asks the system, and so belongs behind the first screen.
func plainHint() string {
	if !screenReaderOn() {
		return ""
	}
	return "a screen reader seems to be on: dulcet --plain speaks in sentences"
}
