package words

import (
	"strings"
	"sync"
)

// degrees are the words that say how much. Typed intensity is a radius on the
// circle of affect (design choice: 0.35, 0.65 and 1, with a plain word between
// the last two).
var degrees = [...]struct {
	phrases string
	radius  float64
}{
	{"lil bit|a lil|lil|a bit|a little|a little bit|little bit|little|bit|slightly|somewhat|mildly|kinda|kind of|sort of|sorta|a touch|a tad|tad|vaguely|bit of|a bit of", 0.35},
	{"quite|pretty|fairly|rather|reasonably|moderately|relatively", 0.65},
	{"very|really|so|super|extremely|totally|completely|absolutely|incredibly|way too|too|utterly|insanely|hella|deeply|proper|properly|mega|ultra|seriously|awfully|terribly|horribly|such|bloody|fucking|freaking|damn|real|hugely|immensely|overly|far too|much too|beyond|unbelievably|all sorts of|as hell|af|as fuck|to death|out of my mind|dead", 1},
}

// plainRadius is how much a word says without a degree.
const plainRadius = 0.8

// deniedRadius is how far a denied word reaches to the other side: "not tired"
// is not wide awake.
const deniedRadius = -0.35

// denials are the words that turn what follows around.
const denials = `not in the mood for|dont feel like|dont fancy|not up for|not feeling like|no music with|no songs with|nothing with|no tracks with|not|no|never|without|dont|doesnt|didnt|isnt|arent|wasnt|werent|aint|wont|wouldnt|shouldnt|nothing|neither|nor|minus|except|
hate|avoid|skip|dislike|cant stand|can not stand|cannot stand|anything but|instead of|rather than|no more|no longer|not any|not too|nothing too|leave out|turn off|
get rid of|free of|sans|enough of|sick of|hold the|stop|stop feeling|stop being|rather not|rid of|never any|dont want|dont want any|do not|do not want|did not|does not`

// plainPhrases are said without saying anything about the music, and would be
// misread word by word.
const plainPhrases = `dont know how i feel|not sure how i feel|dont know how im feeling|dont know what i feel|dont know|do not know|not sure|dunno|no idea|dont care|dont mind|no problem|no worries|not only|not just|nothing special|
nothing in particular|why not|if not|not much|nothing else|never mind|nevermind|cant wait|at night|at work|from work|on the train|my train|train home|the train home|glass of wine|a glass of wine|glass of water|glass of milk|
missed my train|its raining|it is raining|raining outside|raining|rainy day|rainy|too much noise|noise in my head|used to be|as well|rest of|the rest of|
im good thanks|do well|sleep well|day off|time off|right now|running late|no matter|of course|by myself|on my own|all day|all week|all morning|all afternoon|all evening|
all the time|not yet|more or less|no one|nobody|work trip|at least|at last|last night|tonight|too long|so long|sound good|sounds good|sounds great|
would be nice|would be good|would be great|would be lovely|that would be nice|is nice|is good|is great|is fine|are nice|are good|are great|
thats fine|its fine|good morning|good evening|good afternoon|good day|on the side|by the way|no strings attached|noise everywhere|feel like|feeling like|in the mood for|cant stop|cannot stop|couldnt stop|make it stop|
long time|real quick|make sense|fast asleep|warm up|light up|hard time|for real|on fire|under fire|after work|before work|to work|go to work|going to work|
a fan of|big fan of|voices in my head|wind up|break up|broke up|breakup|rain check|train of thought|train station|the high street|watch tv|read the news|run out|ran out|run into|full time|part time`

// ordinary are the words that carry no content of their own here. They are not
// told as unused.
var ordinary = set(`gimme|lemme|tbh|imo|idk|wait|write|finally|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reason|ugh|argh|sigh|phew|lol|usual|normal|default|moment|ago|quarter|quarters|am|pm|exactly|a|an|the|and|or|but|yet|though|although|however|if|then|than|that|this|these|those|there|here|it|its|im|i|ive|id|ill|me|my|mine|myself|we|us|our|
you|your|youre|yours|he|she|they|them|his|her|their|who|whom|what|which|when|where|why|how|is|are|am|was|were|be|been|being|isnt|do|does|did|done|doing|
have|has|had|having|havent|hasnt|can|could|cannot|cant|couldnt|would|should|will|might|may|must|shall|let|lets|get|gets|got|getting|gotten|go|goes|going|gone|went|
come|comes|coming|make|makes|making|made|give|gives|take|takes|taking|keep|keeps|put|want|wants|wanted|wanting|wanna|need|needs|needed|needing|gonna|gotta|
like|liked|likes|love|loves|loved|prefer|enjoy|fancy|hope|hoping|wish|try|tries|trying|tried|help|helps|please|pls|plz|thanks|thank|thankyou|ta|cheers|hi|hey|hello|
dear|dulcet|ok|yes|yeah|yep|no|maybe|perhaps|possibly|probably|guess|think|thinking|thought|know|say|said|saying|tell|mean|
for|from|to|of|in|on|at|by|with|into|onto|over|under|about|around|after|before|during|until|till|til|while|whilst|since|because|cause|cos|coz|cuz|as|off|up|down|out|
through|between|again|against|just|only|even|also|still|already|ever|always|often|sometimes|usually|now|today|tonight|later|soon|first|next|last|finally|once|
some|any|all|every|each|both|either|neither|few|many|much|more|most|less|least|lot|lots|loads|plenty|bunch|other|another|else|same|own|such|too|very|
something|anything|everything|nothing|someone|anyone|everyone|somewhere|anywhere|somehow|thing|things|stuff|kind|kinds|sort|type|way|ways|
feel|feels|feeling|feelings|felt|seem|seems|seemed|look|looks|looking|sound|sounds|sounding|sounded|hear|heard|hearing|play|playing|played|plays|
music|song|songs|tune|tunes|track|tracks|melody|melodies|vibe|vibes|playlist|piece|pieces|chords|tones|tone|atmosphere|tempo|notes|note|soundtrack|textures|texture|harmony|harmonies|
instrument|instruments|instrumental|instrumentals|mood|moods|session|sitting|time|times|while|minute|minutes|hour|hours|min|mins|second|seconds|
day|days|morning|mornings|afternoon|evening|evenings|night|nights|week|weekend|month|year|years|yesterday|tomorrow|
rather|instead|preferably|ideally|especially|particularly|basically|actually|literally|honestly|really|though|anyway|anymore|alright|well|oh|ah|um|uh|er|hmm|
im|theres|thats|whats|hows|wheres|theyre|weve|youve|hes|shes|itd|itll|whatever|etc|eg|ie|vs|per|plus|bit|such|because|one|ones|two|on|etc|sat|sit|sitting|stay|staying|start|starting|started|begin|end|ending|
able|unable|struggling|struggle|trouble|hard|harder|easy|easier|possible|quickly|long|longer|short|shorter|around|about|roughly|approximately|half|couple|several|suddenly|lately|currently|atm|rn|self|
everybody|back|away|together|apart|across|along|near|far|underneath|behind|beneath|softly|simply|nicely|gentle|body|mind|head|brain|heart|thoughts|shoulders|jaw|chest|soul|place|world|life|set|use|using|used|work|bring|lead|guide|carry`)

// lookalikes are ordinary words that differ by one letter from a word of the
// lexicon and mean something else; nothing is read into them.
var lookalikes = set(`admit|agent|aline|analogy|angel|angers|attach|averaged|averages|avoids|aware|balances|balls|beech|bench|bless|blood|blown|boats|boding|
boils|bones|boots|bottoms|brake|bread|breadth|breaks|brick|brink|broker|brood|brooks|bumped|buried|busted|called|caller|canon|cares|cases|
caves|cells|centre|chair|chairs|changing|chapter|chart|charts|checks|cheek|cheese|cheesy|child|chimp|chore|chose|clearing|clone|closed|
closer|clout|coach|coarse|coder|complains|complaint|conditioned|confuse|consent|contents|contest|context|controls|cores|cough|courses|
cracking|crank|crashed|creep|cries|crispy|crows|curse|dairy|danced|dancer|dances|dashes|dedicate|deleted|denser|determine|doubles|draft|
dream|dreams|drive|driver|drives|drove|dusty|eighth|equals|excerpt|exists|exited|failing|fairy|fever|fields|filed|files|filler|filling|
finder|fixed|float|focuses|forge|forged|forgot|forth|friend|fries|funny|gains|gathers|graceful|grain|grainy|grant|grass|guides|harmonic|
harms|health|horse|houses|hungry|insert|inserts|inter|isolate|jitter|jumps|large|latter|launch|leaning|lease|leaven|letters|likely|limits|
lived|living|loader|locking|logged|logging|looser|losing|lossy|lunge|magic|march|marry|master|masters|messing|mirrors|misses|newer|noisy|
outsize|overlay|overloads|packed|packing|panics|panty|paper|partly|parts|passed|patched|paving|paying|peach|pesky|piles|piper|placed|
placing|planet|plans|plant|plate|plates|player|pointing|pooled|popped|poser|powers|prayers|problems|projected|property|pulling|punch|purse|
quilt|quirk|quits|quote|raising|ranging|reasonable|recording|related|relay|revised|revisions|rights|rounds|scaled|score|scream|screams|
scroll|seeing|sensor|settles|shadow|shadows|shady|shaft|shard|shared|shares|shark|sheep|shifts|shifty|shine|ships|shock|shoes|shorts|
showers|showing|shows|sight|signing|signs|singe|sleek|sleeps|slurp|sniff|sober|soften|spade|spanning|spare|specials|speed|speeds|spice|
spirit|spring|springs|stack|staff|stake|stamped|stands|stare|staring|startle|steal|steam|steer|stick|stock|stoke|stole|stone|stops|stored|
storing|story|stranger|streak|streaks|stroked|sturdy|summary|summed|supers|surprises|sweep|sweeper|sweeping|swept|table|tales|tasty|tease|
tenses|terse|ticker|ticket|tiled|timers|tinder|tires|torch|touches|trail|trails|trait|traits|trick|tricked|trough|unread|verse|wafer|wages|
waiter|waiting|wakes|walks|wasting|wears|whine|whites|whole|willow|windows|windy|winning|wires|wishing|witch|wording|words|wordy|wright|
writer|writes|wrote`)

// A wordSet is a set of words that is made when it is first asked for, so that a
// program that reads nothing starts without it.
type wordSet struct{ words func() map[string]bool }

// set returns the set of the words of a list.
func set(list string) wordSet {
	return wordSet{sync.OnceValue(func() map[string]bool {
		words := map[string]bool{}
		for _, word := range phrasesOf(list) {
			words[word] = true
		}
		return words
	})}
}

func (s wordSet) has(word string) bool { return s.words()[word] }

// phrasesOf splits a list at the bars.
func phrasesOf(list string) []string {
	var phrases []string
	for phrase := range strings.SplitSeq(list, "|") {
		if phrase = strings.TrimSpace(phrase); phrase != "" {
			phrases = append(phrases, phrase)
		}
	}
	return phrases
}
