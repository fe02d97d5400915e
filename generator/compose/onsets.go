package compose

import "dulcet/generator/theory"

// onsets keeps the density to the plan. An onset is one attack of one part:
// the notes of a chord that are struck together count once. What a stretch
// leaves over the next one gets; what the music breathes away it gets back
// slowly.
type onsets struct {
	asked   theory.Fixed // of this stretch
	later   theory.Fixed // of the rest of the phrase, which the melody may borrow
	written int
	carry   theory.Fixed // left over by the stretch before
	saved   theory.Fixed // by being thinner than the plan, to be given back
}

const (
	// mostCarried is how many onsets the next stretch makes up for at most.
	mostCarried = 4 * theory.One
	// mostSaved bounds what is given back, and payback is the number of
	// stretches over which it is (design choice).
	mostSaved = 24 * theory.One
	payback   = 10
)

// begin counts what the stretch may have. Thinning for the landing is for
// good.
func (o *onsets) begin(st *stretch, still bool) {
	plain := st.waypoint.Density.Mul(st.full).Mul(secondsOf(st.frames))
	fresh := plain.Mul(st.thin)
	o.later = fresh * theory.Fixed(st.phraseSpans-1-st.phraseSpan)
	o.asked, o.written = fresh, 0
	if still {
		o.carry, o.saved = 0, 0
		return
	}
	if st.section.phase != Land {
		o.saved = (o.saved + plain - fresh).Clamp(-mostSaved, mostSaved)
		fresh += o.saved / payback
		o.saved -= o.saved / payback
	}
	o.asked = fresh + o.carry
}

// left returns how many onsets the stretch may still have.
func (o *onsets) left() int {
	return max(0, int((o.asked+half)/theory.One)-o.written)
}

func (o *onsets) end() {
	o.carry = (o.asked - theory.Fixed(o.written)*theory.One).Clamp(-mostCarried-o.later, mostCarried)
}
