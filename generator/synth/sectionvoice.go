package synth

import (
	"math"

	"dulcet/generator/dsp"
)

// A sectionVoice is one note of a section.
type sectionVoice struct {
	envelope   dsp.Envelope
	pair       dsp.PadPair
	zone       *sectionZone
	open       bool       // reads the upper two timbres
	speed      float32    // at which both tables are read, before drift
	apart      [2]float32 // what each table's speed differs, in parts
	wander     float32    // parts that a drift of 1 moves a speed by
	drift      [2]dsp.Drift
	breath     dsp.Drift
	vibrato    vibrato
	gain       float32 // by velocity and register
	pan        dsp.PadGains
	brightness float32 // from the instrument, 0…1
	timbre     float32 // at brightness 0 and full attack, 0…2
	reach      float32 // timbres that brightness 1 adds
	opening    float32 // timbres that the attack opens
	breathing  float32 // timbres that a breath of 1 moves
	bow        float32 // noise of the attack
	hiss       float32 // noise of what is held
	held       bool    // not yet let go
}

// begin makes the voice ready for a note on a zone's tables. What differs from
// section to section is set afterwards.
func (v *sectionVoice) begin(n Note, zone *sectionZone, l *dsp.Lot) {
	v.zone = zone
	v.open = false
	v.pair.Tables = [2]*dsp.PadTable{zone.tables[0], zone.tables[1]}
	v.pair.Start(l.Phase(), l.Phase())
	v.speed = float32(math.Exp2((float64(n.Pitch) - zone.pitch) / 12))
	v.breath = dsp.NewDrift(uint64(l.Phase()), 0.06)
	v.vibrato = vibrato{}
	for i := range v.drift {
		v.drift[i] = dsp.NewDrift(uint64(l.Phase()), float32(0.05+0.2*l.Unit()))
	}
	v.bow, v.hiss, v.held = 0, 0, true
}

// stand places the two groups of players about a position, the group that
// holds the pitch on either side by lot, so that the notes of a chord balance.
func (v *sectionVoice) stand(position, width float64, l *dsp.Lot) {
	if l.Signed() < 0 {
		width = -width
	}
	v.pan.Left0, v.pan.Right0 = dsp.Pan(position - width)
	v.pan.Left1, v.pan.Right1 = dsp.Pan(position + width)
}

// heldSpread is spread for what is held: it begins above 120 Hz, where long
// notes must be the same on both sides.
func heldSpread(pitch float32) float64 {
	return math.Min(math.Max((float64(pitch)-47)/20, 0), 1)
}

func (v *sectionVoice) release() {
	v.envelope.Release()
	v.held = false
}

// quiet allows for peaks, which lie 10 dB over the gain.
func (v *sectionVoice) quiet() bool    { return v.envelope.Quiet(faintest / (3 * v.gain)) }
func (v *sectionVoice) level() float32 { return v.gain * v.envelope.Value() }

// noise returns how loud the noise of the note is: that of the attack most
// in the middle of the rise, where the string does not yet hold the bow.
func (v *sectionVoice) noise() float32 {
	e := v.envelope.Value()
	return e * (v.hiss + v.bow*(1-e))
}

// render adds the next quantum to the bus.
func (v *sectionVoice) render(bus *dsp.HalfStereo, l *life) {
	v.envelope.Next()
	swell := v.envelope.Value()
	if !v.held {
		v.bow *= 0.99 // over in a quarter of a second
	}
	timbre := v.timbre + v.reach*v.brightness - v.opening*(1-swell) + v.breathing*v.breath.Next()
	first, second := v.turn(min(max(timbre, 0), sectionTimbres-1))
	bend := 1 + v.vibrato.next()
	v.pair.SetSpeeds(
		v.speed*(bend+v.apart[0]+v.wander*v.drift[0].Next()),
		v.speed*(bend+v.apart[1]+v.wander*v.drift[1].Next()),
	)
	level := v.gain * swell * l.fadeAfter()
	first *= level
	second *= level
	from := l.halfOffset()
	v.pair.Add(bus.Left[from:], bus.Right[from:], dsp.PadGains{
		Left0: first * v.pan.Left0, Right0: first * v.pan.Right0,
		Left1: second * v.pan.Left1, Right1: second * v.pan.Right1,
	})
}

// turn goes to a timbre and returns the gains of the two tables, of equal
// power since the tables are unrelated. The second table is always that of
// the middle timbre; the first is of the lower or the upper one and changes
// sides only while it is silent, which takes one quantum.
func (v *sectionVoice) turn(timbre float32) (first, second float32) {
	if up := timbre > 1; up != v.open {
		if v.pair.Silent(0) {
			v.open = up
			v.pair.Tables[0] = v.zone.tables[0]
			if up {
				v.pair.Tables[0] = v.zone.tables[2]
			}
		} else {
			timbre = 1
		}
	}
	away := timbre - 1 // −1…1
	if away < 0 {
		away = -away
	}
	quarter := uint32(away * (1 << 30))
	return dsp.Sine(quarter), dsp.Sine(1<<30 - quarter)
}
