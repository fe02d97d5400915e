package compose

import (
	"dulcet/generator/score"
	"dulcet/generator/surprise"
	"dulcet/generator/theory"
)

// melody is what the leading voices remember.
type melody struct {
	spoke       [2]int64                           // when each idea was last heard
	heard, sung int64                              // frames of the latest time, and of them those with melody
	ended       int64                              // where its latest note ends
	listeners   [score.PartCount]surprise.Listener // one who follows each line
	lines       [score.PartCount]line
	said        sayings
	first       int          // pitch with which a form that repeats begins
	tide        theory.Fixed // mean of the drift of the register over the whole piece
	hocketed    int          // section that shared its line latest
	hocketUntil int64        // until when no other section does
	// memory of the search for the next appearance of a motif
	trial, best           appearance
	trialSteps, bestSteps []int
	trialBeats, bestBeats []theory.Fixed
}

// line is where a voice is.
type line struct {
	pitch int // latest, or 0
	leap  int // latest interval in semitones where it was over a fifth, else 0
}

// appearance is a motif in one place of the music.
type appearance struct {
	motif     int
	operation score.Operation
	step      int // scale step of its first note
	steps     []int
	beats     []theory.Fixed
	cost      int
}

func (a *appearance) length() theory.Fixed {
	sum := theory.Fixed(0)
	for _, beats := range a.beats {
		sum += beats
	}
	return sum
}

// writeMelody writes the phrase that begins in the stretch: appearances of a
// motif one after another, then a rest. Another part may answer into it.
func (c *Composer) writeMelody(dst *score.Span, st *stretch) {
	from := len(dst.Events)
	c.writePhrase(dst, st)
	if !st.melodySilent {
		c.remember(st, dst.Events[from:])
	}
}

func (c *Composer) writePhrase(dst *score.Span, st *stretch) {
	if st.melodySilent || st.phraseSpan != 0 || st.section.texture.lead == nobody || c.listens(st) {
		return
	}
	t := &st.section.texture
	phraseBeats := st.length() * theory.Fixed(st.phraseSpans)
	sounding := phraseBeats.Mul(theory.One - c.restShare(st))
	sounding = min(sounding, st.length()-half)
	replied := !st.hush && c.replies(st)
	end := sounding
	if replied {
		end = sounding * 6 / 10
	}
	entry := c.entry(st)
	if st.closing && st.section.phase == Land {
		// The last phrase leads into the last chord.
		entry = max(entry, st.length()-c.motifs[0].Length()-theory.One)
		entry -= entry % half
		end = st.length() - entry
	}
	if c.onsets.left()+int(c.onsets.later/theory.One) < 2 && !c.overdue(st) && !c.owes(st) && (st.section.phase != Land || st.phrase%2 == 1) {
		return
	}
	last := c.sing(dst, st, phraseLine{
		part: t.lead, role: score.Melody, from: entry, to: entry + end,
		notes: c.melodyNotes(st, replied), register: c.register(st),
	})
	st.sung = last
	if !replied || last == 0 {
		return
	}
	st.sung = c.sing(dst, st, phraseLine{
		part: c.replier(st), role: score.Reply, from: last + half, to: last + half + sounding - end,
		notes: max(c.onsets.left()*6/10, 2), register: c.register(st) + 5*theory.One, answer: true,
	})
}

// phraseLine is what one voice is to sing in a stretch.
type phraseLine struct {
	part     score.Part
	role     score.Role
	from, to theory.Fixed // beats
	notes    int          // at most
	register theory.Fixed // mean pitch
	answer   bool
}

// melodyNotes returns how many notes the lead may have: a good half of the
// onsets that are left, less where another part answers.
func (c *Composer) melodyNotes(st *stretch, replied bool) int {
	onsets := c.onsets.left() + int(c.onsets.later/theory.One)
	if st.section.phase == Land {
		if st.closing {
			return len(c.motifs[0].Beats) // said once more, and slowly
		}
		return max(onsets, len(c.motifs[0].Beats)) // what else there is may go, the tune stays
	}
	if replied {
		return max((onsets*4+9)/10, c.fragment())
	}
	return max((onsets*6+9)/10, c.fragment())
}

// fragment returns for how many notes there must be room, at least, that the
// beginning of every idea can be said: one may be over.
func (c *Composer) fragment() int {
	least := 2
	for _, m := range c.motifs {
		least = max(least, len(m.Beats)/2)
	}
	return least
}

// replies reports whether another part answers the phrase: mostly where the
// question of a period is open.
func (c *Composer) replies(st *stretch) bool {
	if c.onsets.left() < 7 || st.closing || st.reply == st.section.texture.lead || st.reply == nobody {
		return false
	}
	likely := int64(theory.One) * 2 / 10
	if st.phrase%2 == 0 {
		likely *= 2
	}
	return c.ask(replyThread, uint64(c.phraseOf(st)), askReply).Happens(likely)
}

// answerer returns who answers in a texture: the guest where it can sing, else
// the accompanist.
func (c *Composer) answerer(t *texture) score.Part {
	if t.guests && t.guest != score.Bowl {
		return t.guest
	}
	return t.player
}

// replier returns who answers; a bell that rang a moment ago leaves it to the
// accompanist.
func (c *Composer) replier(st *stretch) score.Part {
	t := &st.section.texture
	if st.reply != score.Bell {
		return st.reply
	}
	if t.player == nobody || c.mayRing(score.Bell, st.frame) {
		c.rang = st.frame
		return score.Bell
	}
	return t.player
}

// wandering is the standard deviation of the slow drift of the melody's
// register, in semitones (design choice: the line stays near its contour, and
// pitch drifts as 1/f all the same).
const wandering = 34 * theory.One / 10

// climax is how much higher the melody lies at the height of a section, in
// semitones (design choice).
const climax = 3 * theory.One

// descent is how far the melody sinks on the way home, in semitones (design
// choice).
const descent = 5 * theory.One

// register returns the mean pitch of the phrase: the journey's, raised
// towards the climax of the section and, a little, in questions. It drifts
// slowly around that.
func (c *Composer) register(st *stretch) theory.Fixed {
	r := st.waypoint.Register + theory.Fixed(st.section.texture.leadShift)*theory.One
	r += st.rise.Mul(climax) + st.lift
	drift := (c.drift(melodyThread) - c.melody.tide).Mul(wandering)
	if c.plan.Style.Pulse == Free {
		drift *= 2 // what drifts, drifts further
	}
	r += drift
	if st.phrase%2 == 0 {
		r += theory.One
	} else {
		r -= theory.One
	}
	if st.section.phase == Land {
		r -= st.progress.Mul(descent) // the way home goes down
	} else if st.closing {
		r -= 3 * theory.One
	}
	return max(r, (lowestFigure+6)*theory.One)
}

// sing writes appearances of a motif until the line is full and returns where
// the last note ends in beats, or 0 where nothing fitted.
func (c *Composer) sing(dst *score.Span, st *stretch, p phraseLine) (end theory.Fixed) {
	at, notes := p.from, p.notes
	to := min(p.to, st.length())
	for n := 0; n < maxAppearances; n++ {
		c.findAppearance(st, &p, at, to, notes, n)
		a := &c.melody.best
		if a.cost >= impossible {
			break
		}
		notes -= len(a.beats)
		following := at + a.length()
		// The last one holds its last note for what is left.
		last := notes < 2 || to-following < theory.One || n == maxAppearances-1
		end = c.writeAppearance(dst, st, &p, a, at, to, last)
		at = following
		if at%half != 0 {
			at += half - at%half
		}
		if last {
			break
		}
	}
	if end == 0 {
		return 0
	}
	return c.settle(dst, st, end)
}

// maxAppearances is how many appearances of a motif one phrase has at most.
const maxAppearances = 6

// longestHold returns for how many beats the last note of a phrase may be held
// beyond its own (design choice: about a breath).
func (c *Composer) longestHold() theory.Fixed {
	if c.plan.Style.Repeat {
		return 2 * theory.One
	}
	return 6 * theory.One
}

// writeAppearance plays the notes of an appearance and returns where the last
// one ends.
func (c *Composer) writeAppearance(dst *score.Span, st *stretch, p *phraseLine, a *appearance, at, to theory.Fixed, last bool) theory.Fixed {
	c.appearances++
	c.melody.spoke[a.motif] = st.frame
	key := st.section.key
	l := &c.melody.lines[p.part]
	step := a.step
	partner, theirs := c.share(st, p, a, at)
	for i, beats := range a.beats {
		if i > 0 {
			step += a.steps[i-1]
		}
		part := p.part
		if theirs>>i&1 == 1 {
			part = partner
		}
		held := beats
		if i == len(a.beats)-1 && last {
			held = max(beats, min(to-at, beats+c.longestHold()))
			held = min(held, st.length()-at)
		} else {
			held = beats.Mul(st.waypoint.Articulation)
			if part == score.Flute {
				held = max(held, beats.Mul(slurred(st.waypoint.Articulation)))
			}
		}
		pitch := key.Pitch(step)
		start := st.at(at)
		c.strike(dst, st, score.Event{
			Frame: start, Frames: st.at(at+held) - start, Part: part, Role: p.role, Pitch: pitch,
			Velocity: c.melodyVelocity(st, p, at), Motif: c.motifs[a.motif].ID, Operation: a.operation, Appearance: c.appearances,
		}, true)
		c.onsets.written++
		if l.pitch == 0 && p.role == score.Melody {
			c.melody.first = pitch
		}
		l.move(pitch)
		c.melody.listeners[p.part].Hear(key, pitch, start)
		at += beats
		if i == len(a.beats)-1 {
			at += held - beats
		}
	}
	c.melody.said.add(saying{motif: a.motif, operation: a.operation, pitch: key.Pitch(a.step), frame: st.frame})
	return at
}

// slurred returns the articulation of what is blown: slurred where it is calm,
// and always a little broader than what is struck (design choice).
func slurred(articulation theory.Fixed) theory.Fixed {
	return min(articulation+theory.One/10, theory.One*95/100)
}

// move takes the line to a pitch.
func (l *line) move(pitch int) {
	if l.pitch != 0 {
		l.leap = 0
		if interval := pitch - l.pitch; interval > widest || interval < -widest {
			l.leap = interval
		}
	}
	l.pitch = pitch
}

// widest is the largest interval in semitones that asks for no answer: a
// fifth.
const widest = 7
