package words

import (
	"slices"
	"unicode/utf8"
)

// What the words around a phrase make of it.
var (
	// musicNouns make a feeling that of the music.
	musicNouns = set(`music|song|songs|tune|tunes|track|tracks|sound|sounds|melody|melodies|vibe|vibes|playlist|piece|pieces|chords|tones|background|atmosphere|
tempo|notes|loops|instrumental|instrumentals|soundtrack|texture|textures|harmony|harmonies|ambience|soundscape|soundscapes|stuff`)
	// things are what a feeling or a texture is asked of.
	things = set("something|anything|nothing|sth|smth|sumthing")
	// polite words say how somebody is only where they speak of somebody.
	polite = set("rubbish|down|too much|good|great|well|nice|wonderful|amazing|fantastic|awesome|brilliant|lovely|fine|ok|okay|alright|bad|rough|low|sick|open|strong|positive|interested|ready|mad|clear|heavy|normal|loose|sharp")
	// selves are the words by which somebody speaks of themselves.
	selves = set("im|am|feel|feeling|feels|felt|ive|was|been|mood|doing|being|m|myself|me|got|get|getting|so|day|today|seem|bit|very|really|quite|pretty")
	// others are who somebody speaks of otherwise.
	others = set(`he|she|they|who|everyone|everybody|people|boss|wife|husband|partner|mom|mum|mother|dad|father|kid|kids|son|daughter|baby|friend|friends|sister|
brother|dog|cat|neighbour|neighbours|neighbor|neighbors|girlfriend|boyfriend|teacher|colleague|colleagues|roommate|flatmate|child|children|client|clients|manager|ex`)
	// settings are what a texture is said of when it is not said of music.
	settings = set("day|days|evening|evenings|night|nights|morning|week|weekend|afternoon|time|mood|head|heart|house|home|world|life|mind|year|place|work")
	// strict traits are common words that mean the music only when they stand
	// by it, or alone.
	strict = set(`deep|deeper|cool|cooler|cold|colder|light|lightly|round|natural|nature|simple|simpler|higher|interesting|weird|strange|complex|varied|familiar|
pure|driving|tape|electronic|pulse|flowing|floating|smooth|smoother|mild|epic|grand|rich|powerful|outdoors|vintage|plain|busy|lazy|hypnotic|unusual|thick|dim|dramatic|
directly|immediately|slowly|gradually|background|warmth|quicker|grains|bare|light`)
)

// place decides whether a phrase means what it says, and what of.
func (s *scan) place(f *find) bool {
	switch {
	case f.feeling != nil:
		return s.placeFeeling(f)
	case f.goal != nil:
		return s.placeGoal(f)
	case f.trait != nil:
		return s.placeTrait(f)
	case f.sound != nil:
		return s.before(f.from) != "to" || len(f.sound.parts) == 0 || f.name != "train"
	}
	return true
}

// before returns the word before a token, if no comma stands between.
func (s *scan) before(at int) string {
	if at == 0 || s.tokens[at].after >= listed {
		return ""
	}
	return s.tokens[at-1].word
}

// back returns the words before a token up to a comma, the nearest first,
// without degrees and denials.
func (s *scan) back(at int) []string {
	var words []string
	for i := at; i > 0 && s.tokens[i].after < listed && len(words) < 6; i-- {
		word := s.tokens[i-1].word
		switch {
		case word == "but" || word == "yet" || word == "though":
			return words
		case !passedOver.has(word):
			words = append(words, word)
		}
	}
	return words
}

// passedOver are the words that stand between a feeling and whom it is of.
var passedOver = set("finally|wont|doesnt|isnt|still|a|an|so|very|really|bit|little|not|more|less|quite|pretty|too|super|rather|just|kind|of|kinda|still|also|all|always|already|totally|completely|extremely|any|some|this|that|as|absolutely|slightly|fairly|and|incredibly|much|anymore|even")

func (s *scan) placeFeeling(f *find) bool {
	if s.ofAnother(f.from) {
		return false
	}
	f.ofMusic = isWritten(f.name) && s.aboutMusic(f.from, f.to)
	if polite.has(f.name) && (f.ofMusic || !s.ofSelf(f.from, f.to)) {
		return false
	}
	if musical.has(f.name) && !f.ofMusic && len(s.back(f.from)) == 0 {
		f.ofMusic = s.asksAlready()
	}
	f.wished = s.wishedFor(f.from)
	f.lessen = s.before(f.from) == "less" || f.denied && f.wished
	if f.wished {
		f.ofMusic = false
	}
	if f.lessen {
		f.denied = false
	}
	return true
}

// musical are feelings that are asked of music as often as they are felt.
var musical = set("upbeat|cheerful|lively|playful|mellow|chill|dreamy|floaty|peaceful|serene|tranquil|energetic|calm|melancholic|melancholy|wistful|cosy|cozy|intense|romantic|nostalgic|hopeful|tender|happy|joyful|relaxed")

// asksAlready reports whether the text has asked for something and has not yet
// spoken of a feeling.
func (s *scan) asksAlready() bool {
	asks := false
	for _, f := range s.finds {
		if f.isFelt() {
			return false
		}
		asks = asks || f.goal != nil || f.sound != nil || f.trait != nil
	}
	return asks
}

// ofAnother reports whether a feeling is that of somebody else: "my boss is
// angry".
func (s *scan) ofAnother(at int) bool {
	back := s.back(at)
	if len(back) == 0 {
		return false
	}
	switch back[0] {
	case "hes", "shes", "theyre", "baby", "kids", "kid", "dog", "cat", "partner", "wife", "husband", "neighbours", "neighbors":
		return true
	}
	if len(back) < 2 {
		return false
	}
	switch back[0] {
	case "is", "was", "are", "were", "isnt", "gets", "seems", "looks", "feels", "sounds":
		return others.has(back[1])
	}
	return false
}

// ofSelf reports whether a feeling is said of oneself, or is all that is said
// up to a comma.
func (s *scan) ofSelf(from, to int) bool {
	alone := true
	for at := to; at < len(s.tokens) && s.tokens[at].after < listed && alone; at++ {
		alone = ordinary.has(s.tokens[at].word)
	}
	back := s.back(from)
	if len(back) == 0 {
		return alone && !slices.ContainsFunc(s.finds, func(f find) bool { return f.sound != nil && f.to == from })
	}
	return selves.has(back[0])
}

// aboutMusic reports whether a feeling or a texture is that of the music:
// "happy songs", "something slow and sad", "sad piano".
func (s *scan) aboutMusic(from, to int) bool {
	for at := to; at < len(s.tokens) && s.tokens[at].after < parted; {
		word := s.tokens[at].word
		if musicNouns.has(word) {
			return true
		}
		e := s.match(s.tokens, at)
		switch {
		case e != nil && e.sounds() && s.tokens[at].after < listed:
			return true
		case e != nil && s.adjectiveEntry(e):
			at += len(e.words)
		case word == "and":
			at++
		default:
			at = len(s.tokens)
		}
	}
	for at := from; at > 0 && s.tokens[at].after < parted && at > from-8; at-- {
		word := s.tokens[at-1].word
		switch {
		case things.has(word):
			return word != "nothing" || s.tokens[at].after < listed
		case word == "it" && at > 1:
			return slices.Contains([]string{"make", "keep", "play", "have", "want", "like"}, s.tokens[at-2].word)
		case word == "that" || word == "thats" || word == "is" || word == "which":
			if at > 1 && musicNouns.has(s.tokens[at-2].word) {
				return true
			}
		case passedOver.has(word):
		default:
			e := s.match(s.tokens, at-1)
			if e == nil || !s.adjectiveEntry(e) && e.senses[0].degree == 0 && !e.senses[0].denial {
				return false
			}
		}
	}
	return false
}

// adjectiveEntry reports whether an entry says how something is.
func (s *scan) adjectiveEntry(e *entry) bool {
	return slices.ContainsFunc(e.senses, func(m sense) bool { return m.trait != nil || m.feeling != nil })
}

// pastOf are the words before a goal that make it something that has been.
var (
	pastOf    = set("after|post|been|was|were|finished|done|did|from|since|missed|skipped|hate|hated|yesterdays|todays")
	notPastOf = set("trying|try|tried|to|cant|couldnt|need|want|wanna|help|for")
)

func (s *scan) placeGoal(f *find) bool {
	switch s.before(f.from) {
	case "my", "enough", "much", "lost", "hours":
		if f.name == "sleep" {
			return false
		}
	}
	if s.ofAnother(f.from) {
		return false
	}
	for i := f.from; i > 0 && i > f.from-pastReach && s.tokens[i].after < listed; i-- {
		word := s.tokens[i-1].word
		switch {
		case notPastOf.has(word):
			return true
		case pastOf.has(word) && f.goal.rank == named:
			return false
		}
	}
	return true
}

func (s *scan) placeTrait(f *find) bool {
	ofMusic := s.aboutMusic(f.from, f.to)
	back := s.back(f.from)
	if !ofMusic && len(back) > 0 && slices.Contains([]string{"im", "am", "feel", "feeling", "felt", "been", "was"}, back[0]) {
		return false
	}
	if f.to < len(s.tokens) && s.tokens[f.to].after == joined {
		next := s.tokens[f.to]
		if settings.has(next.word) || !next.number && !s.known[next.word] {
			return false
		}
	}
	if word := s.before(f.from); word == "asleep" || word == "sleep" {
		return false
	}
	if s.before(f.from) == "less" {
		f.lessen = true
	}
	return ofMusic || !strict.has(f.name) || s.standsAlone(f.from, f.to)
}

// standsAlone reports whether a phrase stands between commas, or beside an
// "and" or a "not".
func (s *scan) standsAlone(from, to int) bool {
	before, after := s.before(from), ""
	if to < len(s.tokens) && s.tokens[to].after < listed {
		after = s.tokens[to].word
	}
	between := func(word string) bool {
		switch word {
		case "", "and", "but", "or", "please", "not", "very", "really", "too", "more", "less", "no", "quite", "bit", "super", "pretty", "with", "some":
			return true
		}
		return false
	}
	return between(before) && between(after)
}

// isWritten reports whether a phrase is one of letters, not a picture.
func isWritten(name string) bool { return name[0] < utf8.RuneSelf }
