package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/theory"
)

// apart is the least time in seconds between two strokes of what rings, by
// part and by whether there is a beat, so that each is an event (design
// choice; three minutes and more where one meditates or drifts off).
func apart(part score.Part, pulse Pulse) int64 {
	switch {
	case pulse == Free:
		return 180
	case part == score.Bowl:
		return 150
	}
	return 40
}

// mayRing reports whether a bell or bowl may be struck now.
func (c *Composer) mayRing(part score.Part, frame int64) bool {
	return frame-c.rang >= apart(part, c.plan.Style.Pulse)*score.Rate
}

// writeColour strikes the guest where it is one that rings: once where a
// section begins, and now and then where a new chord does.
func (c *Composer) writeColour(dst *score.Span, st *stretch) {
	t := &st.section.texture
	if !t.guests || !rings(t.guest) || st.reply != c.answerer(t) || st.hush || st.chordCount == 0 || !c.mayRing(t.guest, st.frame) || c.onsets.left() == 0 {
		return
	}
	likely := int64(theory.One) * 3 / 10
	if st.beatAt == 0 {
		likely = int64(theory.One)
	}
	first := &st.chords[0]
	if !first.begins || !c.ask(colourThread, uint64(c.span), askBell).Happens(likely) {
		return
	}
	at := theory.Fixed(0)
	if st.beats >= 4 {
		at = theory.One
	}
	if st.opens {
		at = theory.Fixed(st.beats/3) * theory.One // the chord first
	}
	c.strike(dst, st, score.Event{
		Frame: st.at(at), Frames: st.long(2 * theory.One), Part: t.guest, Role: score.Colour,
		Pitch: c.strokePitch(st, t.guest, first), Velocity: st.waypoint.Velocity.Mul(theory.One / 2),
	}, true)
	c.onsets.written++
	c.rang = st.at(at)
}

// strokePitch returns what is struck: a bell's tone of the chord over the
// melody, or a bowl's tonic or fifth under it.
func (c *Composer) strokePitch(st *stretch, part score.Part, now *sounding) int {
	set := now.chord.Set()
	if part == score.Bell {
		centre := int(st.waypoint.Register/theory.One) + theory.SemitonesPerOctave
		return playable(part, set.Nearest(min(max(centre, 72), 84)))
	}
	tonic := st.section.key.Tonic
	if stable := set & theory.SetOf(tonic, tonic+7); stable != 0 {
		set = stable
	}
	pitch := set.Nearest(62)
	if pitch < lowestFigure {
		pitch += theory.SemitonesPerOctave
	}
	return playable(part, pitch)
}

// beside says which bed may join which, at half its level: what is heard
// together out of doors.
var beside = [score.PartCount]score.Part{
	score.Rain: score.Thunder, score.Stream: score.Birds, score.Fire: score.Insects,
	score.Sea: score.Wind, score.Wind: score.Birds, score.Insects: score.Wind,
}

// chooseBeds draws which bed sounds and how much, and how much of the cloud. A
// faint bed may be silent for a section, so that its return is heard.
func (c *Composer) chooseBeds(t *texture, s *section) {
	style := &c.plan.Style
	if len(style.Stay) > 0 {
		c.chooseStaying(t)
		return
	}
	levels := [...]theory.Fixed{theory.One, theory.One * 8 / 10, theory.One * 6 / 10}
	level := levels[c.ask(sceneryThread, uint64(s.index), askBedLevel).Below(len(levels))]
	if s.index == 0 || style.Repeat {
		level = theory.One
	}
	if clouds := [...]theory.Fixed{0, theory.One * 6 / 10, theory.One}; style.Cloud > 0 && s.index > 0 {
		t.beds[score.Cloud] = style.Cloud.Clamp(0, theory.One).Mul(clouds[c.ask(sceneryThread, uint64(s.index), askCloud).Below(len(clouds))])
	}
	if len(style.Beds) == 0 || style.BedLevel <= 0 {
		return
	}
	event := uint64(s.material / 2)
	bed := choose(style.Beds, c.ask(sceneryThread, event, askBed).Bits(32), style.Beds[0].Part)
	t.beds[bed] = style.BedLevel.Mul(level)
	other := beside[bed]
	if !style.Repeat && other.Bed() && hasVoice(style.Beds, other) && c.ask(sceneryThread, event, askBeside).Happens(int64(half)) {
		t.beds[other] = t.beds[bed] / 2
	}
}

// staying holds, for one to four beds that stay, what each has of the level of
// one, so that they are about as loud together: the roots of ½, ⅓ and ¼, since
// they have nothing in common.
var staying = [...]theory.Fixed{theory.One, theory.One, theory.One * 71 / 100, theory.One * 58 / 100, half}

// chooseStaying gives what was asked for its level, the same in every section.
func (c *Composer) chooseStaying(t *texture) {
	style := &c.plan.Style
	beds := 0
	for _, part := range style.Stay {
		if part.Bed() {
			beds++
		}
	}
	for _, part := range style.Stay {
		if part == score.Cloud {
			t.beds[part] = style.Cloud.Clamp(0, theory.One)
		} else if part.Bed() {
			t.beds[part] = style.BedLevel.Clamp(0, theory.One).Mul(staying[min(beds, len(staying)-1)])
		}
	}
}

// hasVoice reports whether the part is among the voices, of whatever weight.
func hasVoice(voices []Voice, part score.Part) bool {
	for _, v := range voices {
		if v.Part == part {
			return true
		}
	}
	return false
}

// leastBedMove is the smallest change of a bed's level worth telling.
const leastBedMove = theory.One / 64

// writeBeds moves the beds and the cloud to the levels of the section.
func (c *Composer) writeBeds(dst *score.Span, st *stretch) {
	for part := score.Cloud; part < score.PartCount; part++ {
		level := st.section.texture.beds[part]
		if part.Bed() {
			level = level.Mul(st.waypoint.Scenery).Clamp(0, theory.One)
		}
		if st.section.phase == Land {
			level = level.Mul(theory.One - st.progress/2)
		}
		if moved := level - c.beds[part]; max(moved, -moved) < leastBedMove {
			continue
		}
		c.moveBed(dst, part, level, st.frame, st.frames)
	}
}

// moveBed lets a bed glide to a level.
func (c *Composer) moveBed(dst *score.Span, part score.Part, level theory.Fixed, frame, frames int64) {
	c.beds[part] = level
	dst.Events = append(dst.Events, score.Event{Frame: frame, Frames: frames, Part: part, Role: score.Scenery, Velocity: level})
}
