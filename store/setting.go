package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Setting returns the JSON that is kept under the key, and whether there is
// any. A damaged one is a *DamagedError.
func (s *Store) Setting(key string) (json.RawMessage, bool, error) {
	var value []byte
	if err := s.view(func(tx *bolt.Tx) error {
		if bucket := tx.Bucket([]byte(settingsBucket)); bucket != nil {
			value = bytes.Clone(bucket.Get([]byte(key)))
		}
		return nil
	}); err != nil {
		return nil, false, err
	}
	if value == nil {
		return nil, false, nil
	}
	text, err := unseal(settingsBucket, []byte(key), value)
	if err != nil {
		return nil, false, &DamagedError{Path: s.path, Records: []DamagedRecord{{settingsBucket, key, err}}}
	}
	return text, true, nil
}

// SetSetting keeps the value under the key, as JSON. It returns when that is
// durable.
func (s *Store) SetSetting(key string, value any) error {
	if key == "" {
		return errors.New("cannot save a setting without a name")
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("write the setting %q as JSON: %w", key, err)
	}
	return s.write(entry{settingsBucket, []byte(key), text})
}
