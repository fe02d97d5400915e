package words

import (
	"slices"
	"strings"
	"sync"
)

// wishes are the words before a feeling that somebody wants to have.
var wishes = sync.OnceValue(func() []string {
	return phrasesOf(`to feel|to be|to become|to get|to stay|wanna feel|wanna be|wanna get|make me|make me feel|help me feel|help me be|help me get|help me stay|
get me|keep me|bring me|me feel|need to be|like to be|want to be|stop feeling|stop being|to stop feeling|to stop being|get less|calm my|ease my|with my|reduce my|relieve my|lower my`)
})

// notWishes are words before those that make them something else: "used to be".
var notWishes = set("used|seem|seems|supposed|tend|started|starting|have|hard|hate|happy|sorry|glad|sad|beginning")

// wishedFor reports whether a feeling is one that somebody wants to have, or to
// have less of.
func (s *scan) wishedFor(at int) bool {
	if b := s.before(at); b == "more" && wordAt(s.tokens, at+1) == "than" {
		return false // "more tired than usual"
	} else if b == "more" || b == "less" {
		back := s.back(at)
		return len(back) == 0 || !slices.Contains([]string{"im", "am", "feeling", "getting", "been", "was"}, back[0])
	}
	if s.wishGoesOn(at) {
		return true
	}
	back := s.back(at)
	if len(back) > 1 && back[0] == "to" && slices.Contains(back, "from") {
		return true // "from sad to calm"
	}
	slices.Reverse(back)
	said := " " + strings.Join(back, " ")
	for _, wish := range wishes() {
		before, ends := strings.CutSuffix(said, " "+wish)
		if !ends {
			continue
		}
		words := strings.Fields(before)
		return len(words) == 0 || !notWishes.has(words[len(words)-1])
	}
	return false
}

// wishGoesOn reports whether a feeling stands beside one that was wished for:
// "to feel calm and rested".
func (s *scan) wishGoesOn(at int) bool {
	if len(s.finds) == 0 {
		return false
	}
	last := s.finds[len(s.finds)-1]
	if last.feeling == nil || !last.wished || last.to >= at {
		return false
	}
	for i := last.to; i < at; i++ {
		if s.tokens[i].after >= listed || !passedOver.has(s.tokens[i].word) {
			return false
		}
	}
	return true
}
