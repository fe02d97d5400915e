package generator

import "dulcet/journal"

// An affect is a complete mood, −1…1 on each dimension.
type affect struct {
	valence, energy, tension float64
}

// arousal is the mean of energy and tension: both are arousal, turned by 45°
// (Yik, Russell & Steiger 2011).
func (a affect) arousal() float64 { return (a.energy + a.tension) / 2 }

// A span is a musical number of a goal: its value where the mood is the
// goal's target, and the limits that neither mood nor taste may cross.
type span struct {
	target, low, high float64
}

// A purpose is what a goal asks for in numbers.
type purpose struct {
	minutes    float64 // usual length of a sitting
	target     affect  // the mood that it leads to
	direct     bool    // goes straight to the target: meeting the mood would not serve
	stay       bool    // has no target of its own: stays where the listener is
	tempo      span    // beats a minute
	density    span    // onsets a second
	brightness span    // Hz: where the bright end is cut
	attack     span    // seconds, of sustained notes
	register   span    // mean MIDI pitch of the melody
	legato     span    // note length as a share of the time to the next onset
	loudness   float64 // LUFS
	descent    float64 // LU by which the loudness falls over the sitting
	majorFrom  float64 // second from which on the mode is a major one, or 0
}

// purposes holds SCIENCE's ranges for each goal. Loudness targets and default
// lengths are design choices, spread so that no two goals jump in level;
// everything else names its source.
var purposes = map[journal.Goal]purpose{
	// Slow, legato, soft attacks, 72 falling to 58 beats a minute: the ranges
	// of trials of calming music (de Witte et al. 2020; design choice inside).
	journal.Calm: {
		minutes: 20, target: affect{0.4, -0.1, -0.6},
		tempo: span{58, 54, 74}, density: span{1.0, 0.7, 2.2}, brightness: span{1500, 900, 2600},
		attack: span{0.18, 0.12, 0.6}, register: span{67, 58, 74}, legato: span{1.0, 0.95, 1.05}, loudness: -20,
	},
	journal.Unwind: {
		minutes: 25, target: affect{0.3, -0.4, -0.6},
		tempo: span{56, 50, 72}, density: span{0.8, 0.5, 1.8}, brightness: span{1200, 800, 2200},
		attack: span{0.22, 0.15, 0.7}, register: span{64, 55, 70}, legato: span{1.0, 0.95, 1.05}, loudness: -20,
	},
	// Brightness separates sleep from merely relaxing music (Kirk & Timmers
	// 2024); one tone in five seconds shortened sleep latencies (Costa 2025);
	// softer to −36 LUFS before it is gone (design choice).
	journal.Sleep: {
		minutes: 45, target: affect{0.1, -0.9, -0.8},
		tempo: span{50, 44, 58}, density: span{0.3, 0.2, 0.9}, brightness: span{700, 450, 900},
		attack: span{0.6, 0.4, 1.2}, register: span{57, 48, 62}, legato: span{1.05, 1.0, 1.05}, loudness: -24, descent: 12,
	},
	// Steady, sparse melody, moderate pulse (Huang & Shih 2011; design choice).
	journal.Focus: {
		minutes: 25, target: affect{0.2, 0.2, -0.2}, direct: true,
		tempo: span{78, 72, 90}, density: span{2.0, 1.5, 3.0}, brightness: span{1700, 1000, 2600},
		attack: span{0.12, 0.06, 0.4}, register: span{66, 58, 74}, legato: span{0.9, 0.75, 1.05}, loudness: -18,
	},
	// From low and dark to lighter, never all the way to bright and fast; no
	// minor mode for more than five minutes, sections being what they are,
	// since sad music holds back those who ruminate (Garrido & Schubert 2015).
	journal.Uplift: {
		minutes: 18, target: affect{0.5, 0.5, -0.1},
		tempo: span{100, 74, 106}, density: span{2.8, 1.2, 3.4}, brightness: span{2600, 1200, 3800},
		attack: span{0.06, 0.03, 0.3}, register: span{71, 62, 78}, legato: span{0.85, 0.6, 1.0}, loudness: -18, majorFrom: 90,
	},
	// Preferred tempi of exercise (Karageorghis et al. 2011), entered slowly.
	journal.Energise: {
		minutes: 15, target: affect{0.6, 0.8, 0.0},
		tempo: span{126, 104, 136}, density: span{4.6, 3.0, 6.0}, brightness: span{3600, 2000, 5200},
		attack: span{0.02, 0.01, 0.1}, register: span{72, 64, 79}, legato: span{0.65, 0.45, 0.9}, loudness: -18,
	},
	journal.Meditate: {
		minutes: 20, target: affect{0.2, -0.3, -0.6},
		tempo: span{54, 48, 62}, density: span{0.5, 0.3, 1.0}, brightness: span{1200, 800, 2000},
		attack: span{0.4, 0.2, 1.0}, register: span{64, 55, 70}, legato: span{1.05, 1.0, 1.05}, loudness: -23,
	},
	// Six breaths a minute: ten-second phrases (Bernardi et al. 2009).
	journal.Breathe: {
		minutes: 10, target: affect{0.3, -0.3, -0.6},
		tempo: span{60, 54, 66}, density: span{0.6, 0.4, 1.2}, brightness: span{1300, 900, 2200},
		attack: span{0.4, 0.2, 1.0}, register: span{65, 57, 72}, legato: span{1.05, 1.0, 1.05}, loudness: -23,
	},
	journal.Move: {
		minutes: 30, target: affect{0.3, 0.1, -0.4},
		tempo: span{66, 58, 80}, density: span{1.3, 0.8, 2.2}, brightness: span{1700, 1000, 2800},
		attack: span{0.15, 0.08, 0.5}, register: span{67, 58, 74}, legato: span{1.0, 0.9, 1.05}, loudness: -20,
	},
	journal.Listen: {
		minutes: 20, target: affect{0.3, 0.0, -0.3},
		tempo: span{68, 56, 88}, density: span{1.6, 0.8, 2.8}, brightness: span{2200, 1200, 3600},
		attack: span{0.1, 0.04, 0.4}, register: span{69, 58, 77}, legato: span{0.95, 0.8, 1.05}, loudness: -20,
	},
	// Foreseeable, no hard onset, nothing very high or low: after what is
	// known of startle (design choice; see SAMHSA 2014 on safety and choice).
	journal.Ground: {
		minutes: 15, target: affect{0.15, 0.2, -0.4}, direct: true,
		tempo: span{64, 60, 70}, density: span{1.2, 0.8, 1.8}, brightness: span{1100, 600, 1500},
		attack: span{0.2, 0.08, 0.6}, register: span{62, 54, 68}, legato: span{1.05, 1.0, 1.05}, loudness: -20,
	},
	journal.Reflect: {
		minutes: 20, target: affect{0.1, -0.1, -0.3},
		tempo: span{60, 52, 72}, density: span{0.8, 0.5, 1.6}, brightness: span{1400, 900, 2200},
		attack: span{0.2, 0.1, 0.6}, register: span{65, 56, 71}, legato: span{1.0, 0.9, 1.05}, loudness: -20,
	},
	// As the mood is: the whole range of the formulas.
	journal.Drift: {
		minutes: 30, stay: true,
		tempo: span{0, 45, 150}, density: span{0, 0.2, 6.5}, brightness: span{0, 500, 5200},
		attack: span{0, 0.01, 0.8}, register: span{0, 50, 80}, legato: span{0, 0.25, 1.05}, loudness: -18,
	},
}

// DefaultMinutes returns how long a sitting for the goal usually is.
func DefaultMinutes(goal journal.Goal) float64 { return purposes[goal].minutes }
