package settings

import (
	"encoding/json"
	"errors"
)

// StoredKey is the key in the data file under which the values are kept, as one
// JSON object: names and their lists of texts.
const StoredKey = "settings"

// errStored is returned for what is kept and is no settings.
var errStored = errors.New("the settings that are kept cannot be read; the usual ones hold until one is changed")

// ParseStored reads what is kept under StoredKey; nothing is no value.
func ParseStored(text json.RawMessage) (Values, error) {
	if len(text) == 0 {
		return nil, nil
	}
	var values Values
	if err := json.Unmarshal(text, &values); err != nil {
		return nil, errStored
	}
	return values, nil
}
