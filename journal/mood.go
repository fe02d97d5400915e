package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// A Rating is the answer to one question of the check-in, in −1…1, or no
// answer: the zero Rating is a skipped question.
type Rating struct {
	value float64
	given bool
}

// ErrRating is returned for a number that is no rating.
var ErrRating = errors.New("a mood number lies between -100 and 100")

// Rated returns the rating v, held to −1…1. NaN is no answer.
func Rated(v float64) Rating {
	if math.IsNaN(v) {
		return Rating{}
	}
	return Rating{value: math.Max(-1, math.Min(1, v)) + 0, given: true} // adding 0 takes the sign from −0
}

// Value returns the rating in −1…1 and whether the question was answered.
func (r Rating) Value() (float64, bool) { return r.value, r.given }

// Given reports whether the question was answered.
func (r Rating) Given() bool { return r.given }

// Or returns the rating, or fallback for a skipped question.
func (r Rating) Or(fallback float64) float64 {
	if r.given {
		return r.value
	}
	return fallback
}

// MarshalJSON writes −100…100, or null for a skipped question.
func (r Rating) MarshalJSON() ([]byte, error) {
	if !r.given {
		return []byte("null"), nil
	}
	return json.Marshal(math.Round(r.value*1e4) / 1e2)
}

// UnmarshalJSON reads −100…100 or null; any other number is ErrRating.
func (r *Rating) UnmarshalJSON(data []byte) error {
	var percent *float64
	if err := json.Unmarshal(data, &percent); err != nil {
		return fmt.Errorf("read a mood number: %w", err)
	}
	if percent == nil {
		*r = Rating{}
		return nil
	}
	if *percent < -100 || *percent > 100 {
		return ErrRating
	}
	*r = Rated(*percent / 100)
	return nil
}

// A Mood is how somebody feels, on the three dimensions of Wilhelm and
// Schoebi (2007): valence (unwell … well), energy (tired … awake) and tension
// (at ease … on edge). Energy and tension are separate because somebody
// anxious and tired has no place on a plane of valence and arousal.
type Mood struct {
	Valence Rating `json:"valence"`
	Energy  Rating `json:"energy"`
	Tension Rating `json:"tension"`
}

// Empty reports whether every question was skipped.
func (m Mood) Empty() bool {
	return !m.Valence.given && !m.Energy.given && !m.Tension.given
}

// Or fills the skipped answers of m from other.
func (m Mood) Or(other Mood) Mood {
	pick := func(a, b Rating) Rating {
		if a.given {
			return a
		}
		return b
	}
	return Mood{
		Valence: pick(m.Valence, other.Valence),
		Energy:  pick(m.Energy, other.Energy),
		Tension: pick(m.Tension, other.Tension),
	}
}
