package generator

import (
	"math"
	"slices"

	"dulcet/generator/score"
	"dulcet/journal"
)

// codeFormat is the version of the way in which a code is written.
const codeFormat = 1

// Goals and parts by their numbers in codes. A new one is added at the end, so
// that the codes that are written down somewhere stay right.
var (
	codeGoals = [...]journal.Goal{
		journal.Calm, journal.Unwind, journal.Sleep, journal.Focus, journal.Uplift, journal.Energise, journal.Meditate,
		journal.Breathe, journal.Move, journal.Listen, journal.Ground, journal.Reflect, journal.Drift,
	}
	codeParts = [...]score.Part{
		score.Piano, score.Strings, score.Rain, score.Sea, score.Kit, score.Glass, score.Choir, score.Flute,
		score.ElectricPiano, score.Harp, score.Kalimba, score.Marimba, score.Bowl, score.Bell, score.Bass,
		score.UprightBass, score.Cloud, score.Thunder, score.Stream, score.Wind, score.Fire, score.Insects,
		score.Birds, score.Cafe, score.Train, score.Noise,
	}
)

// A passage takes the numbers of a recipe into a code, or out of one: both
// ways go through the same list, so that they cannot come apart.
type passage struct {
	write   func(number, radix uint64) // nil where the code is read
	read    func(radix uint64) uint64
	outside bool // a number was none that a brief can have
	newer   bool // the code has another format
}

// number passes a number of 0…radix−1.
func (p *passage) number(number *uint64, radix uint64) {
	switch {
	case p.write == nil:
		*number = p.read(radix)
	case *number < radix:
		p.write(*number, radix)
	default:
		p.outside = true
	}
}

// steps passes a number of low…high that has so many steps in one unit. The 0
// of a range with both signs is in its middle, and written as the lowest.
func (p *passage) steps(x *float64, low, high float64, steps int) {
	first, last := int64(math.Round(low*float64(steps))), int64(math.Round(high*float64(steps)))
	step := int64(math.Round(*x * float64(steps)))
	if step < first || step > last {
		p.outside = true
		return
	}
	count := last - first + 1
	number := uint64(((step % count) + count) % count)
	p.number(&number, uint64(count))
	if step = int64(number); step > last {
		step -= count
	}
	*x = float64(step) / float64(steps)
}

// flag passes a yes or no.
func (p *passage) flag(yes *bool) {
	number := uint64(0)
	if *yes {
		number = 1
	}
	p.number(&number, 2)
	*yes = number == 1
}

// recipe passes everything, what every sitting has first.
func (p *passage) recipe(r *Recipe) {
	format := uint64(codeFormat)
	if p.number(&format, 4); format != codeFormat {
		p.newer = true
		return
	}
	engine := uint64(r.Engine)
	p.number(&engine, 64)
	r.Engine = int(engine)
	p.goal(&r.Goal)
	seed := uint64(r.Seed)
	p.number(&seed, 1<<32)
	r.Seed = uint32(seed)
	p.mood(&r.Mood)
	p.minutes(&r.Minutes)
	if p.outside {
		return // the rest depends on these
	}
	p.dials(&r.Dials)
	p.options(&r.Options, r.Goal, r.Minutes)
}

func (p *passage) goal(goal *journal.Goal) {
	number := uint64(slices.Index(codeGoals[:], *goal)) // −1, for none, is far too large
	if p.number(&number, 16); number >= uint64(len(codeGoals)) {
		p.outside = true
		return
	}
	*goal = codeGoals[number]
}

func (p *passage) mood(m *journal.Mood) {
	for _, rating := range []*journal.Rating{&m.Valence, &m.Energy, &m.Tension} {
		value := rating.Or(0)
		p.steps(&value, -1, 1, moodSteps)
		*rating = journal.Rated(value)
	}
}

// minutes passes whole minutes, and steps of a minute where there are any.
func (p *passage) minutes(minutes *float64) {
	if !(*minutes <= MaxMinutes) {
		p.outside = true
		return
	}
	all := uint64(math.Round(*minutes * minuteSteps))
	whole, rest := all/minuteSteps, all%minuteSteps
	p.number(&whole, MaxMinutes+1)
	uneven := rest > 0
	if p.flag(&uneven); uneven {
		p.number(&rest, minuteSteps)
	}
	all = whole*minuteSteps + rest
	if *minutes = float64(all) / minuteSteps; !(*minutes >= MinMinutes && *minutes <= MaxMinutes) {
		p.outside = true
	}
}

// dials passes none, those that are learned, or all.
func (p *passage) dials(d *journal.Dials) {
	const none, learned, all = 0, int(journal.Brightness) + 1, len(d)
	groups := [...]int{none, learned, all}
	last := len(d)
	for last > 0 && d[last-1] == 0 {
		last--
	}
	group := uint64(slices.IndexFunc(groups[:], func(size int) bool { return last <= size }))
	p.number(&group, uint64(len(groups)))
	for i := range groups[group] {
		p.steps(&d[i], -1, 1, journal.DialSteps)
	}
}

// options passes what was asked for; the parts come last, because they cost
// nothing where none is named.
func (p *passage) options(o *Options, goal journal.Goal, minutes float64) {
	edited := o.Course != Course{}
	if p.flag(&edited); edited {
		p.course(&o.Course)
	}
	breathes := o.Breath != Breath{}
	if p.flag(&breathes); breathes {
		p.breath(&o.Breath)
	}
	switch goal {
	case journal.Focus:
		p.focus(o)
	case journal.Meditate:
		p.meditation(o, minutes)
	case journal.Sleep:
		p.steps(&o.DawnMinutes, 0, MaxMinutes, optionSteps)
	}
	for _, part := range codeParts {
		p.part(o, part)
	}
}

func (p *passage) course(c *Course) {
	start := uint64(c.Start)
	p.number(&start, uint64(StartBrighter)+1)
	c.Start = Start(start)
	p.steps(&c.Reach, -1, 1, courseSteps)
	p.steps(&c.Slow, 0, 1, courseSteps)
}

func (p *passage) breath(b *Breath) {
	if p.flag(&b.Passive); b.Passive {
		p.steps(&b.In, 0, maxBreathSeconds, passiveSteps)
		p.steps(&b.Out, 0, maxBreathSeconds, passiveSteps)
		return
	}
	for _, seconds := range []*float64{&b.In, &b.Hold, &b.Out, &b.Rest} {
		p.steps(seconds, 0, maxBreathSeconds, breathSteps)
	}
	p.steps(&b.Again, 0, maxAgainSeconds, breathSteps)
}

func (p *passage) focus(o *Options) {
	asked := o.Rounds != Rounds{} || o.Modulation != 0
	if p.flag(&asked); !asked {
		return
	}
	p.steps(&o.Rounds.Work, 0, maxWorkMinutes, optionSteps)
	p.steps(&o.Rounds.Rest, 0, maxBreakMinutes, optionSteps)
	p.steps(&o.Modulation, 0, maxModulation, modulationSteps)
}

// meditation passes silence and bells; those at times of their own each by the
// distance from the one before, and a distance of 0 ends them.
func (p *passage) meditation(o *Options, minutes float64) {
	p.flag(&o.Silence)
	rings := o.Bells.WarmUp != 0 || o.Bells.Every != 0 || len(o.Bells.At) > 0
	if p.flag(&rings); !rings {
		return
	}
	p.steps(&o.Bells.WarmUp, 0, maxWarmUpMinutes, optionSteps)
	regular := o.Bells.Every != 0
	if p.flag(&regular); regular {
		p.steps(&o.Bells.Every, 0, maxBellsMinutes, optionSteps)
		return
	}
	at := o.Bells.At
	o.Bells.At = nil
	left := int64((minutes - o.Bells.WarmUp) * optionSteps)
	for last := 0.0; left > 0; {
		distance := 0.0
		if len(at) > 0 {
			distance, at = at[0]-last, at[1:]
		}
		p.steps(&distance, 0, float64(left)/optionSteps, optionSteps)
		if distance == 0 {
			return
		}
		last += distance
		left -= int64(math.Round(distance * optionSteps))
		o.Bells.At = append(o.Bells.At, last)
	}
}

// part passes whether a part is wanted, refused, or neither.
func (p *passage) part(o *Options, part score.Part) {
	const neither, wanted, refused = 0, 1, 2
	number := uint64(neither)
	switch {
	case o.Refused.has(part):
		number = refused
	case o.Wanted.has(part):
		number = wanted
	}
	p.number(&number, 3)
	switch number {
	case wanted:
		o.Wanted |= partSet(part)
	case refused:
		o.Refused |= partSet(part)
	}
}
