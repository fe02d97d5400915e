package generator

import (
	"math"

	"dulcet/generator/dsp"
	"dulcet/generator/fx"
	"dulcet/generator/score"
	"dulcet/generator/soundscape"
	"dulcet/generator/synth"
	"dulcet/journal"
)

// A seat is where a part sits in the mix.
type seat struct {
	level float32 // linear, so that the parts balance at equal velocities
	send  float32 // share that goes to the room
}

// seats is the balance of the mix (design choice): the piano in front, what
// sustains behind and wide, the low end dry, bells far away, most soundscapes
// outside, where there is no room. The levels are such that the studies of all
// leads are as loud as each other (-31.5 LUFS), and so are those of what
// sustains and of the low end (-34.5).
var seats = [score.PartCount]seat{
	score.Strings:       {level: 0.27, send: 0.55},
	score.Glass:         {level: 0.135, send: 0.60},
	score.Choir:         {level: 0.23, send: 0.65},
	score.Flute:         {level: 0.20, send: 0.55},
	score.Piano:         {level: 0.62, send: 0.42},
	score.ElectricPiano: {level: 0.56, send: 0.34},
	score.Harp:          {level: 0.49, send: 0.50},
	score.Kalimba:       {level: 0.45, send: 0.45},
	score.Marimba:       {level: 0.49, send: 0.42},
	score.Bowl:          {level: 0.18, send: 0.75},
	score.Bell:          {level: 0.26, send: 0.80},
	score.Bass:          {level: 0.27, send: 0.10},
	score.UprightBass:   {level: 0.48, send: 0.14},
	score.Kit:           {level: 0.42, send: 0.12},
	score.Cloud:         {level: 0.80, send: 0.40}, // it is made of what goes to the room, which is half as loud
	score.Rain:          {level: 0.50, send: 0},
	score.Thunder:       {level: 0.50, send: 0.20},
	score.Sea:           {level: 0.55, send: 0},
	score.Stream:        {level: 0.50, send: 0},
	score.Wind:          {level: 0.50, send: 0},
	score.Fire:          {level: 0.50, send: 0},
	score.Insects:       {level: 0.40, send: 0.10},
	score.Birds:         {level: 0.40, send: 0.25},
	score.Cafe:          {level: 0.45, send: 0.10},
	score.Train:         {level: 0.50, send: 0},
	score.Noise:         {level: 0.45, send: 0},
}

// A band is every instrument of a piece, the room and the master.
type band struct {
	instruments [score.InstrumentCount]synth.Instrument
	beds        [score.PartCount]soundscape.Soundscape
	weather     *soundscape.Weather
	scenes      [score.PartCount]soundscape.Scene
	leaving     [score.PartCount]int // quanta for which a soundscape at level 0 is still heard; 0 is silent
	studio      studio
	warmth      float64 // by which the taste moves every patch
	softest     float32 // seconds that every note takes to speak, at least
	reverb      *fx.Reverb
	master      master
	faders      faders
	cloud       float32 // level of the cloud that the score asks for

	wet  dsp.Smoother // share of the room
	solo dsp.Bus      // one part
	dry  dsp.Bus
	send dsp.Bus        // what the instruments send to the room
	room dsp.HalfStereo // all that goes to the room
	fall dsp.Confluence // of send, to the rate of the room
	rise dsp.Confluence // of the whole mix
}

func newBand(brief Brief) *band {
	seed := func(part score.Part) uint64 { return uint64(brief.Seed)<<8 | uint64(part) }
	b := &band{
		reverb: fx.NewReverb(),
		master: newMaster(brief.Goal),
		faders: newFaders(brief),
		wet:    dsp.NewSmoother(0.3, 2),
	}
	b.softest = float32(limits[brief.Goal].onset)
	b.master.swell = newSwell(brief)
	if brief.Options.Silence && partsOf(brief)&soundscapeSet == 0 {
		// Nothing goes on that a loudness could be brought to.
		b.master.rider = newRider(purposes[brief.Goal].loudness, chimeMix)
		b.master.rider.hold()
	}
	b.studio = newStudio(brief)
	b.warm(brief.Dials[journal.Warmth])
	b.weather = soundscape.NewWeather(uint64(brief.Seed))
	asked := partsOf(brief)
	for part := range score.PartCount {
		switch {
		case !asked.has(part):
		case part.Plays():
			b.instruments[part] = synth.New(part, seed(part))
		case part.Bed():
			b.beds[part] = soundscape.New(part, seed(part), b.weather)
			b.scenes[part] = sceneOf(brief, part)
		}
	}
	return b
}

// warm sets how much warmer than usual, or cooler, everything is recorded and
// played: −1…1.
func (b *band) warm(dial float64) {
	b.warmth = 0.3 * dial
	b.studio.warm(dial)
}

// steer sets the faders and the tilt, in decibels an octave, to what is wished.
func (b *band) steer(wish *Wish, tilt float32) {
	b.faders.set(wish)
	b.master.tilt = tilt
	if b.studio.cloud != nil {
		b.studio.cloud.SetLevel(b.cloud * b.faders.smooth[score.Cloud].Target())
	}
}

// set tells everything where a span's controls and its tempo go.
func (b *band) set(c score.Controls, beatsPerMinute float64) {
	b.studio.tempo(beatsPerMinute)
	hz := c.Brightness.Float()
	bright := float32(clamp(math.Log2(hz/400)/3.5, 0, 1)) // 400 Hz … 4.5 kHz
	attack := float32(clamp(c.Attack.Float()/0.8, 0, 1))
	for part, instrument := range b.instruments {
		if instrument == nil {
			continue
		}
		patch := patches[part]
		patch.Brightness = float32(clamp(float64(patch.Brightness+bright-0.2), 0, 1))
		patch.Attack += attack * (1 - patch.Attack) * 0.8
		patch.Warmth = float32(clamp(float64(patch.Warmth)+b.warmth, 0, 1))
		instrument.Set(patch)
	}
	b.reverb.Set(float32(c.ReverbTime.Float()), 1-bright)
	b.reverb.SetSize(roomSize(c.ReverbTime.Float()))
	b.wet.SetTarget(float32(c.ReverbLevel.Float()))
	b.master.set(c)
}

// roomSize returns how large a room is that rings for so many seconds, the
// usual one being 1: what rings for long is large (design choice).
func roomSize(seconds float64) float32 { return float32(0.75 + 0.06*seconds) }

// patches is how each instrument is set before the mood moves it.
var patches = [score.InstrumentCount]synth.Patch{
	score.Strings:       {Brightness: 0.5, Attack: 0.45, Release: 0.5, Warmth: 0.6, Movement: 0.5, Width: 1},
	score.Glass:         {Brightness: 0.45, Attack: 0.45, Release: 0.6, Warmth: 0.5, Movement: 0.5, Width: 1},
	score.Choir:         {Brightness: 0.45, Attack: 0.5, Release: 0.55, Warmth: 0.6, Movement: 0.4, Width: 1},
	score.Flute:         {Brightness: 0.45, Attack: 0.3, Release: 0.4, Warmth: 0.6, Movement: 0.4, Width: 0.5},
	score.Piano:         {Brightness: 0.55, Attack: 0.1, Release: 0.5, Warmth: 0.6, Movement: 0.3, Width: 0.75},
	score.ElectricPiano: {Brightness: 0.45, Attack: 0.1, Release: 0.5, Warmth: 0.6, Movement: 0.4, Width: 0.9},
	score.Harp:          {Brightness: 0.55, Attack: 0.15, Release: 0.6, Warmth: 0.5, Movement: 0.3, Width: 0.85},
	score.Kalimba:       {Brightness: 0.5, Attack: 0.1, Release: 0.5, Warmth: 0.5, Movement: 0.3, Width: 0.85},
	score.Marimba:       {Brightness: 0.45, Attack: 0.15, Release: 0.5, Warmth: 0.6, Movement: 0.3, Width: 0.85},
	score.Bowl:          {Brightness: 0.4, Attack: 0.5, Release: 0.7, Warmth: 0.5, Movement: 0.5, Width: 0.9},
	score.Bell:          {Brightness: 0.4, Attack: 0.4, Release: 0.7, Warmth: 0.5, Movement: 0.5, Width: 1},
	score.Bass:          {Brightness: 0.35, Attack: 0.25, Release: 0.4, Warmth: 0.6, Movement: 0.2, Width: 0},
	score.UprightBass:   {Brightness: 0.4, Attack: 0.2, Release: 0.4, Warmth: 0.6, Movement: 0.2, Width: 0},
	score.Kit:           {Brightness: 0.4, Attack: 0.2, Release: 0.4, Warmth: 0.6, Movement: 0.4, Width: 0.8},
}

// play starts a note, or moves a bed, offset frames into the next quantum.
func (b *band) play(event *score.Event, offset int) {
	level := float32(event.Velocity.Float())
	switch {
	case event.Part == score.Cloud && b.studio.cloud != nil:
		b.cloud = level
		b.studio.cloud.SetLevel(level * b.faders.smooth[score.Cloud].Target())
	case event.Part.Bed() && b.beds[event.Part] != nil:
		b.scenes[event.Part].Level = level
		b.beds[event.Part].Set(b.scenes[event.Part])
		b.leaving[event.Part] = leavingQuanta
	}
	if !event.Part.Plays() || b.instruments[event.Part] == nil {
		return
	}
	b.instruments[event.Part].Play(synth.Note{
		Pitch:    float32(event.Pitch),
		Velocity: level,
		Frames:   event.Frames,
		Offset:   min(offset, dsp.Quantum-1),
		Attack:   b.softest,
	})
}

// render makes the next quantum of the whole mix.
func (b *band) render(out *dsp.Stereo) {
	b.faders.next()
	b.dry.Clear()
	b.send.Clear()
	for part, instrument := range b.instruments {
		if instrument == nil || instrument.Sounding() == 0 {
			continue
		}
		b.solo.Clear()
		instrument.Render(&b.solo)
		b.faders.apply(score.Part(part), &b.solo)
		s := &seats[part]
		b.solo.Mix(&b.dry, &b.send, s.level, s.level*s.send)
	}
	b.fall.Down(&b.send, &b.room)
	b.studio.play(&b.room, b.dry.Half())
	b.weather.Next()
	for part, bed := range b.beds {
		if b.leaving[part] == 0 {
			continue
		}
		if b.scenes[part].Level == 0 {
			b.leaving[part]--
		}
		b.solo.Clear()
		bed.Render(&b.solo)
		b.faders.apply(score.Part(part), &b.solo)
		s := &seats[part]
		b.solo.Add(&b.dry, s.level)
		if s.send > 0 {
			b.solo.Half().Add(&b.room, s.level*s.send)
		}
	}
	b.mixRoom()
	b.rise.Up(&b.dry, out)
	b.studio.record(out)
	b.master.process(out)
}

// leavingQuanta is how long a soundscape is rendered after it was sent away: the
// five seconds of its glide, with some room.
const leavingQuanta = 6 * Rate / dsp.Quantum

// mixRoom lays the room over the dry mix.
func (b *band) mixRoom() {
	var wet dsp.HalfStereo
	b.reverb.Process(&b.room, &wet)
	level, step := b.wet.Next()
	step *= dsp.Rate / dsp.HalfRate
	dry := b.dry.Half()
	for i := range wet.Left {
		dry.Left[i] += level * wet.Left[i]
		dry.Right[i] += level * wet.Right[i]
		level += step
	}
}

// sounding returns the number of voices that are not silent.
func (b *band) sounding() int {
	voices := 0
	for _, instrument := range b.instruments {
		if instrument == nil {
			continue
		}
		voices += instrument.Sounding()
	}
	return voices
}
