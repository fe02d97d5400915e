package generator

import (
	"dulcet/generator/chance"
	"dulcet/generator/dsp"
	"dulcet/generator/fx"
	"dulcet/generator/score"
	"dulcet/generator/soundscape"
	"dulcet/journal"
)

// A production is the colour of a recording, each number 0…1 (design choice).
type production struct {
	echo  float32 // level of the tempo echo
	tape  float32
	vinyl float32
	fifth float32 // share of the cloud that floats a fifth up: where chords stay long enough to bear it
	glue  bool    // what moves is held together by a compressor
}

// productions says how each goal is recorded: dry and near for work, on worn
// tape in the evening, in the open where one drifts. A tape costs the same
// however little is heard of it, so that it is used for good or not at all.
var productions = map[journal.Goal]production{
	journal.Calm:     {echo: 0.12},
	journal.Unwind:   {echo: 0.12, tape: 0.4, vinyl: 0.25},
	journal.Sleep:    {tape: 0.25},
	journal.Focus:    {tape: 0.35, vinyl: 0.3, glue: true},
	journal.Uplift:   {echo: 0.14, glue: true},
	journal.Energise: {echo: 0.1, glue: true},
	journal.Meditate: {echo: 0.15, fifth: 0.15},
	journal.Breathe:  {},
	journal.Move:     {echo: 0.14},
	journal.Listen:   {echo: 0.14},
	journal.Ground:   {},
	journal.Reflect:  {echo: 0.1, tape: 0.35, vinyl: 0.15},
	journal.Drift:    {echo: 0.22},
}

// A studio is what colours the mix of a piece; what a piece does without is
// nil and costs nothing.
type studio struct {
	echo       *fx.Echo
	cloud      *fx.Cloud
	tape       *fx.Tape
	usualTape  float32 // amount
	vinyl      *fx.Vinyl
	glue       *fx.Compressor
	modulation *fx.Modulation
}

// How the glue works (design choices): two or three decibels off the loudest
// notes, none off the rest. It stands before the fader, so that its threshold
// is far under the level of the finished piece.
const glueThresholdDecibels = -26

func newStudio(brief Brief) studio {
	p, seed := productions[brief.Goal], uint64(brief.Seed)
	var s studio
	if p.echo > 0 {
		s.echo = fx.NewEcho()
		s.echo.SetLevel(p.echo)
		s.echo.SetFeedback(0.38)
	}
	if partsOf(brief).has(score.Cloud) {
		s.cloud = fx.NewCloud(seed)
		s.cloud.SetFifth(p.fifth)
	}
	s.tape, s.usualTape = fx.NewTape(seed), p.tape
	if p.vinyl > 0 {
		s.vinyl = fx.NewVinyl(seed)
		s.vinyl.SetAmount(p.vinyl)
	}
	if p.glue {
		s.glue = fx.NewCompressor()
		s.glue.Set(glueThresholdDecibels, 0)
	}
	if brief.Options.Modulation > 0 {
		s.modulation = fx.NewModulation()
		s.modulation.SetDepth(float32(brief.Options.Modulation))
	}
	return s
}

// warm moves the tape by a dial of −1…1. A tape of no amount passes the sound
// as it is and costs nothing.
func (s *studio) warm(dial float64) {
	s.tape.SetAmount(float32(clamp(float64(s.usualTape)+0.4*dial, 0, 1)))
}

// tempo sets what moves with the beat. An echo comes three quarters of a beat
// after the sound, where it answers and does not double.
func (s *studio) tempo(beatsPerMinute float64) {
	if s.echo != nil {
		s.echo.SetTime(float32(0.75 * 60 / beatsPerMinute))
	}
	if s.modulation != nil {
		s.modulation.SetRate(fx.ModulationRate(beatsPerMinute))
	}
}

// play adds the cloud and the echo of what goes to the room to that, and to
// what is heard of it as it is.
func (s *studio) play(room, dry *dsp.HalfStereo) {
	if s.cloud != nil {
		var cloud dsp.HalfStereo
		s.cloud.Process(room, &cloud)
		seat := &seats[score.Cloud]
		cloud.Add(dry, seat.level)
		cloud.Add(room, seat.level*seat.send)
	}
	if s.echo != nil {
		var repeats dsp.HalfStereo
		s.echo.Process(room, &repeats)
		repeats.Add(dry, 1)
		repeats.Add(room, echoSend)
	}
}

// echoSend is the share of the repeats that goes to the room (design choice).
const echoSend = 0.5

// record takes the mix through tape and the rest, in place.
func (s *studio) record(x *dsp.Stereo) {
	if s.glue != nil {
		s.glue.Process(x)
	}
	if s.modulation != nil {
		s.modulation.Process(x)
	}
	s.tape.Process(x)
	if s.vinyl != nil {
		s.vinyl.Process(x)
	}
}

// sceneOf returns how near and of what kind a soundscape is in a piece: drawn
// once from the seed, far where one sleeps, and always gentle where nothing
// may startle.
func sceneOf(brief Brief, part score.Part) soundscape.Scene {
	draw := func(purpose uint32) float32 {
		return float32(chance.New(uint64(brief.Seed)).At(uint32(part), 0, purpose).Fixed()) / chance.Scale
	}
	scene := soundscape.Scene{
		Distance:  0.15 + 0.5*draw(0),
		Character: draw(1),
		Gentle:    startles(brief.Goal),
	}
	if brief.Goal == journal.Sleep {
		scene.Distance = 0.6 + 0.35*draw(0)
	}
	if part == score.Noise {
		// From brown to a little darker than pink: brighter noise tires.
		scene.Character = 0.25 + 0.2*draw(1)
	}
	return scene
}
