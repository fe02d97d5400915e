package compose

import (
	"sort"

	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// The slowest and fastest pulse that bars are made of, beats a minute
// (design choice: slower bars are longer than a span, faster ones flicker).
const (
	slowestBPM = 30 * theory.One
	fastestBPM = 200 * theory.One
)

// at returns what the music should be like at a frame.
func (p *Plan) at(frame int64) Waypoint {
	w := p.between(frame)
	w.Frame = frame
	w.BPM = w.BPM.Clamp(slowestBPM, fastestBPM)
	w.Density = w.Density.Clamp(theory.One/10, 8*theory.One)
	w.Tension = w.Tension.Clamp(0, p.Style.MaxTension)
	w.Velocity = w.Velocity.Clamp(theory.One/10, theory.One)
	w.Articulation = w.Articulation.Clamp(theory.One/5, theory.One)
	return w
}

func (p *Plan) between(frame int64) Waypoint {
	count := len(p.Waypoints)
	if count == 0 {
		return Waypoint{
			BPM: 60 * theory.One, Density: theory.One, Register: 66 * theory.One,
			Articulation: theory.One, Velocity: theory.One / 2, Happiness: theory.One / 2,
			Brightness: 1500 * theory.One, Attack: theory.One / 5, Scenery: theory.One,
		}
	}
	after := sort.Search(count, func(i int) bool { return p.Waypoints[i].Frame > frame })
	switch after {
	case 0:
		return p.Waypoints[0]
	case count:
		return p.Waypoints[count-1]
	}
	a, b := p.Waypoints[after-1], p.Waypoints[after]
	u := theory.Fixed((frame - a.Frame) * int64(theory.One) / (b.Frame - a.Frame))
	a.BPM = theory.Lerp(a.BPM, b.BPM, u)
	a.Density = theory.Lerp(a.Density, b.Density, u)
	a.Register = theory.Lerp(a.Register, b.Register, u)
	a.Articulation = theory.Lerp(a.Articulation, b.Articulation, u)
	a.Velocity = theory.Lerp(a.Velocity, b.Velocity, u)
	a.Happiness = theory.Lerp(a.Happiness, b.Happiness, u)
	a.Tension = theory.Lerp(a.Tension, b.Tension, u)
	a.Brightness = theory.Lerp(a.Brightness, b.Brightness, u)
	a.Scenery = theory.Lerp(a.Scenery, b.Scenery, u)
	a.Attack = theory.Lerp(a.Attack, b.Attack, u)
	a.Level = theory.Lerp(a.Level, b.Level, u)
	return a
}

// nextPhase returns the first frame after the given one at which a new phase
// begins, or −1.
func (p *Plan) nextPhase(frame int64) int64 {
	for i := 1; i < len(p.Waypoints); i++ {
		if w := p.Waypoints[i]; w.Frame > frame && w.Phase != p.Waypoints[i-1].Phase {
			return w.Frame
		}
	}
	return -1
}

// beatFrames returns the length of a beat in frames.
func beatFrames(bpm theory.Fixed) int64 {
	return 60 * score.Rate * int64(theory.One) / int64(bpm)
}

// framesOf returns a time in seconds as frames.
func framesOf(seconds theory.Fixed) int64 { return int64(seconds) * score.Rate / int64(theory.One) }

// secondsOf returns frames as a time in seconds.
func secondsOf(frames int64) theory.Fixed {
	return theory.Fixed(frames * int64(theory.One) / score.Rate)
}
