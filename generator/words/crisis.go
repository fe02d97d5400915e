package words

import (
	"strings"
	"sync"
)

// crisisPhrases are words that ask for more than music: explicit, few, and
// matched as they stand (design choice). What they match is shown to the person
// and kept nowhere.
var crisisPhrases = compiled(`suicide|suicidal|kill myself|killing myself|end my life|ending my life|end it all|
take my life|take my own life|taking my own life|want to die|wanna die|wanting to die|wish i was dead|wish i were dead|
wish i wasnt alive|wish i wasnt here|wish i wouldnt wake up|hope i dont wake up|better off dead|better off without me|
dont want to live|dont wanna live|dont want to be alive|dont wanna be alive|dont want to be here anymore|dont wanna be here anymore|
dont want to exist|no reason to live|no point in living|no point living|not worth living|cant go on anymore|cant go on like this|
hurt myself|hurting myself|harm myself|harming myself|self harm|self harming|selfharm|cutting myself|
unalive|im not safe|am not safe|dont feel safe|im in danger|in crisis|crisis line|crisis helpline|suicide hotline|helpline`)

// passing are the words that people put between others without changing what
// they say.
var passing = set("just|really|so|honestly|actually|literally|kinda|fucking|simply|sometimes|all|too|i|to")

// compiled splits phrases at the bars and into words, without the passing ones,
// when they are first asked for.
func compiled(phrases string) func() [][]string {
	return sync.OnceValue(func() [][]string {
		var all [][]string
		for _, phrase := range phrasesOf(phrases) {
			all = append(all, withoutPassing(strings.Fields(phrase)))
		}
		return all
	})
}

func withoutPassing(words []string) []string {
	kept := make([]string, 0, len(words))
	for _, word := range words {
		if !passing.has(word) {
			kept = append(kept, word)
		}
	}
	return kept
}

// InCrisis reports whether a text, such as a note, says something that asks for
// more than music.
func InCrisis(text string) bool {
	tokens, _ := tokenise(text)
	theLexicon().correct(tokens)
	return inCrisis(tokens)
}

// inCrisis reports whether the text says one of the crisis phrases, or is a
// plain call for help.
func inCrisis(tokens []token) bool {
	var said []string
	for _, t := range tokens {
		said = append(said, t.word)
	}
	switch strings.Join(said, " ") {
	case "help", "help me", "please help", "please help me", "crisis", "i need help", "need help", "sos":
		return true
	}
	said = withoutPassing(said)
	for i := range said {
		for _, phrase := range crisisPhrases() {
			if startsWith(said[i:], phrase) {
				return true
			}
		}
	}
	return false
}

// HelpLines returns what is shown to somebody whose words sound like a crisis,
// a line each: where help is, by the country. The numbers stand as of 2026 and
// are checked against the services' own pages before each release: 988 Suicide
// & Crisis Lifeline (US, Canada), Samaritans (UK, Ireland), Lifeline
// (Australia), findahelpline.com for all others.
func HelpLines() []string {
	return []string{
		"that sounds very hard. you do not have to be alone with it.",
		"in danger now: the emergency number, 112, 911 or 999.",
		"to talk to somebody: 988 in the US and Canada, call or text; 116 123 in the UK and Ireland; 13 11 14 in Australia; elsewhere findahelpline.com.",
		"telling somebody you trust can help too. the music can stay on.",
	}
}
