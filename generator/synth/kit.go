package synth

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/score"
)

// kitVoices is how many drums sound at once. A bar of a busy groove needs
// five; the rest lets an open hat ring over it.
const kitVoices = 8

// A drum is how one drum of the kit is built and what silences it.
type drum struct {
	number int // of the General MIDI percussion map
	group  drumGroup
	build  func(v *drumVoice, h *hit)
}

// A drumGroup is what cannot sound twice: a new hit of a group damps the one
// before, as the beater rests on the skin and a hat closes.
type drumGroup uint8

const (
	skin drumGroup = iota // the kick
	wood
	brush
	hats // a closed hat ends an open one
	beads
	drumGroups
)

// damping is how many seconds the last hit of a group takes to fall by 60 dB
// once the next one comes (design choice: what is struck again rings on
// longer than what is gripped).
var damping = [drumGroups]float64{skin: 0.09, wood: 0.12, brush: 0.25, hats: 0.045, beads: 0.15}

var drums = [...]drum{
	{score.Kick, skin, buildKick},
	{score.Rim, wood, buildRim},
	{score.Snare, brush, buildSnare},
	{score.ClosedHat, hats, buildClosedHat},
	{score.OpenHat, hats, buildOpenHat},
	{score.Shaker, beads, buildShaker},
}

// Kit is a small, soft drum kit, played close and quietly: a kick with a felt
// beater, the rim, a snare under brushes, dark hats and a shaker.
//
// A drum is up to three things: a tone that falls in pitch, modes that ring
// (wood, shell, metal), and strokes of noise whose level is grainy, as
// bristles and beads are. No hit is like another: strength, place and pitch
// of everything differ a little. A hit softer than 0.3 is another touch: the
// beater is pushed and not thrown, the brush sweeps and does not tap, the
// hand moves the shaker once.
type Kit struct {
	pool[drumVoice, *drumVoice]
	patch Patch
	seed  uint64
	count uint64
	hit   hit // the latest
}

// NewKit returns a kit. Note.Pitch is a number of the General MIDI percussion
// map; one that the kit does not have plays the drum of the nearest number.
// How long a note is held means nothing to a drum.
//
// Patch: Brightness opens the lowpass of every drum, Attack softens the onset
// from 2 to about 20 ms, Release is the decay, half to twice the usual,
// Warmth drives the kick and gives snare and rim more body, Movement is how
// much hits differ, Width how far the drums stand apart.
func NewKit(seed uint64) Instrument {
	swishNoise()
	return &Kit{pool: newPool[drumVoice](kitVoices), patch: middle, seed: seed}
}

// Set takes effect with the next hit: a drum that rings cannot change.
func (k *Kit) Set(p Patch) { k.patch = p.held() }

// Play strikes a drum.
func (k *Kit) Play(n Note) {
	k.count++
	n, audible := n.held()
	if !audible {
		return
	}
	d := drumAt(n.Pitch)
	k.damp(d.group)
	n.Frames = 1 // a drum is let go as it is struck
	k.hit = newHit(n, k.patch, dsp.DrawLot(k.seed, k.count))
	v := k.take(n)
	v.begin(&k.hit, d.group)
	d.build(v, &k.hit)
}

// Render adds the next quantum to out.
func (k *Kit) Render(out *dsp.Bus) { k.render(out) }

// damp lets what sounds of a group die away.
func (k *Kit) damp(group drumGroup) {
	for i := range k.lives {
		if v := &k.voices[i]; k.lives[i].busy && v.group == group {
			v.damp(damping[group])
		}
	}
}

// drumAt returns the drum whose number is nearest, the lower of two.
func drumAt(pitch float32) *drum {
	best, nearest := 0, math.Inf(1)
	for i := range drums {
		if away := math.Abs(float64(pitch) - float64(drums[i].number)); away < nearest {
			best, nearest = i, away
		}
	}
	return &drums[best]
}

// A hit is what a drum is built from.
type hit struct {
	velocity float64
	force    float64 // amplitude
	ghost    float64 // 0…1: how much it is the other touch
	patch    Patch
	vary     float64 // 0…1: how much hits differ
	lot      dsp.Lot
}

// newHit returns the hit of a note. Its amplitude is its velocity: parts for
// drums go further down than those for strings, and a ghost at 0.2 is meant
// to be heard, 14 dB under an accent (design choice).
func newHit(n Note, p Patch, l dsp.Lot) hit {
	velocity := float64(n.Velocity)
	return hit{
		velocity: velocity,
		force:    velocity,
		ghost:    math.Min(math.Max((0.35-velocity)/0.1, 0), 1),
		patch:    p,
		vary:     0.2 + 0.8*float64(p.Movement),
		lot:      l,
	}
}

// about returns x, or as much as share of it more or less.
func (h *hit) about(x, share float64) float64 { return x * (1 + share*h.vary*h.lot.Signed()) }

// decay returns a decay in seconds as the patch wants it.
func (h *hit) decay(seconds float64) float64 {
	return h.about(seconds*dsp.Geometric(0.5, 2, float64(h.patch.Release)), 0.12)
}

// rise returns the seconds that an onset takes.
func (h *hit) rise(seconds float64) float64 {
	return h.about(seconds*(1+0.6*(1-h.velocity))+0.012*float64(h.patch.Attack), 0.1)
}

// corner returns a frequency that moves up to an octave either way with the
// brightness, and down where a hit is soft.
func (h *hit) corner(hertz float64) float64 {
	return h.about(hertz*math.Exp2(2*float64(h.patch.Brightness)-1)*(0.65+0.35*h.velocity), 0.12)
}
