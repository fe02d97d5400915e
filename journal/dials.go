package journal

import (
	"encoding/json"
	"fmt"
	"math"
)

// A Dial is one musical dimension that taste and steering may move.
type Dial int

// The dials. Each runs −1…1 inside the safe range of its goal; 0 is what the
// goal and the mood ask for by themselves.
const (
	Tempo Dial = iota
	Density
	Brightness
	Warmth
	Register
	Colour
	Nature
	Pulse
	Directness
	dialCount
)

// DialSteps is how many settings a dial has in one unit, so that two tenths
// and a quarter are both one of them, and nobody hears a single step (design
// choice: what is less than 0.04 is not worth a word either).
const DialSteps = 40

// RoundDial returns the setting of a dial that is nearest to a value. Briefs,
// records and codes have no other, so that they all speak of the same music.
func RoundDial(value float64) float64 {
	return math.Round(value*DialSteps)/DialSteps + 0 // + 0 turns −0 into 0
}

var dialNames = [dialCount]string{"tempo", "density", "brightness", "warmth", "register", "colour", "nature", "pulse", "directness"}

// String returns the name of the dial as data and the command line have it.
func (d Dial) String() string {
	if d < 0 || d >= dialCount {
		return fmt.Sprintf("dial %d", int(d))
	}
	return dialNames[d]
}

// ParseDial reads the name of a dial.
func ParseDial(name string) (Dial, error) {
	for d, n := range dialNames {
		if n == name {
			return Dial(d), nil
		}
	}
	return 0, fmt.Errorf("unknown dial %q: the dials are %s", name, listed(dialNames[:], "and"))
}

// Dials is a setting of every dial, indexed by Dial. In JSON it is an object
// by name.
type Dials [dialCount]float64

// MarshalJSON writes every dial by name.
func (d Dials) MarshalJSON() ([]byte, error) {
	named := make(map[string]float64, dialCount)
	for i, v := range d {
		named[Dial(i).String()] = v
	}
	return json.Marshal(named)
}

// UnmarshalJSON reads dials by name; those that are missing are 0, and an
// unknown name is an error.
func (d *Dials) UnmarshalJSON(data []byte) error {
	var named map[string]float64
	if err := json.Unmarshal(data, &named); err != nil {
		return fmt.Errorf("read dials: %w", err)
	}
	*d = Dials{}
	for name, v := range named {
		dial, err := ParseDial(name)
		if err != nil {
			return err
		}
		d[dial] = v
	}
	return nil
}
