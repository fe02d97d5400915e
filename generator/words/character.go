package words

import "dulcet/journal"

// A trait is a word for what the music should be like, and the dials that it
// turns.
type trait struct {
	phrases string // with | between them
	label   string
	turns   []turn
}

// A turn is how far a word turns a dial when it is said plainly.
type turn struct {
	dial journal.Dial
	by   float64
}

// plainTurn is how far a plain word turns a dial: less than half of the safe
// range, so that there is room for "very" (design choice).
const plainTurn = 0.4

// A sideTurn is for a dial that a word moves beside the one that it names.
const sideTurn = 0.2

// traits are the words of tempo, texture and colour (design choice, by the
// meaning of the dials).
var traits = [...]trait{
	{"slow|slowly|slower|slow paced|unhurried pace|adagio|largo|downtempo|lazy|sluggishly|glacial|slow tempo", "slower", []turn{{journal.Tempo, -plainTurn}}},
	{"fast|faster|quicker|fast paced|uptempo|up tempo|allegro|brisk|high energy|high tempo|speedy|driving", "faster", []turn{{journal.Tempo, plainTurn}}},
	{"sparse|sparser|minimal|minimalist|minimalistic|spacious|airy|few notes|not many notes|fewer notes|simple and slow|bare|stripped back|stripped down|roomy|lots of space|space between notes|empty spaces|open and airy|no melody|without melody|without a melody|no melodies", "sparser", []turn{{journal.Density, -plainTurn}}},
	{"busy|busier|dense|fuller|lush|rich|layered|intricate|thick|many notes|more notes|complex textures|epic|cinematic|grand", "fuller", []turn{{journal.Density, plainTurn}}},
	{"dark|darker|dark sounding|shadowy|moody music|nocturnal|dim|muted|muffled|dusky|mysterious|somber tones", "darker", []turn{{journal.Brightness, -plainTurn}}},
	{"bright|brighter|sparkling|sparkly|crisp|shiny|glittering|clear sounding|light and bright|summery", "brighter", []turn{{journal.Brightness, plainTurn}}},
	{"warm|warmer|warmth|mellow sounding|woolly|fuzzy|velvety|round|analog|analogue|vintage|tape|cosy sounding|toasty|honeyed", "warmer", []turn{{journal.Warmth, plainTurn}}},
	{"cold|colder|cool|cooler|icy|clean sounding|clinical|glacial sounding|crystalline|wintry|metallic", "cooler", []turn{{journal.Warmth, -plainTurn}}},
	{"soft|softer|softly|gentle|gentler|gently|tender sounding|delicate|mild|smooth|smoother|light|lightly|quiet|quieter|quietly|hushed|whispery|subtle|unobtrusive|nothing harsh|not harsh|easy on the ears|low key|lowkey|faint|background|low distraction|no distractions|no distraction|without distraction|without distractions|distraction free|not distracting", "softer", []turn{{journal.Brightness, -sideTurn}, {journal.Density, -sideTurn}}},
	{"loud|louder|harsh|aggressive|heavy sounding|powerful|punchy|bold sounding|edgy sounding", "bolder", []turn{{journal.Brightness, sideTurn}, {journal.Density, sideTurn}}},
	{"low notes|low tones|low pitched|deep|deeper|low sounds|low frequency|low frequencies|low register|bassy", "lower", []turn{{journal.Register, -plainTurn}}},
	{"high notes|high tones|high pitched|high sounds|higher|high frequencies|high register|trebly", "higher", []turn{{journal.Register, plainTurn}}},
	{"colourful|colorful|jazzy|jazz|jazz trio|interesting|surprising|adventurous|exotic|weird|strange|experimental|complex|varied|unusual|dissonant|bluesy", "more colourful", []turn{{journal.Colour, plainTurn}}},
	{"simple|simpler|plain|familiar|predictable|pure|uncomplicated|repetitive|consonant|easy listening|boring music|monotonous|no surprises|nothing surprising|nothing unexpected", "plainer", []turn{{journal.Colour, -plainTurn}}},
	{"nature|nature sounds|natural|natural sounds|outdoors|outdoor sounds|outside sounds|sounds of nature|soundscape|soundscapes|field recordings|ambience|in nature", "more nature", []turn{{journal.Nature, plainTurn}}},
	{"rhythm|rhythmic|rhythmical|groove|groovy|pulse|pulsing|pulsating|steady beat|steady pulse|steady rhythm|beat driven|with a beat|bouncy|hypnotic|danceable|funky|techno|house music|deep house|trance|edm|dance music|electronic", "more pulse", []turn{{journal.Pulse, plainTurn}}},
	{"beatless|ambient|floating|drone|drones|drony|droney|formless|free flowing|flowing|no beat|without a beat|without beats|no beats|no rhythm|without rhythm|weightless|ethereal", "less pulse", []turn{{journal.Pulse, -plainTurn}, {journal.Density, -sideTurn}}},
	{"gradual|gradually|little by little|bit by bit|step by step", "more gradual", []turn{{journal.Directness, -plainTurn}}},
	{"straight away|right away|immediately|quickly get me|directly|asap|as fast as possible", "more direct", []turn{{journal.Directness, plainTurn}}},
	{"lo fi|lofi|lo fi beats|lofi beats|lofi hip hop|lo fi hip hop|chillhop|vinyl|vinyl crackle|vinyl noise|tape hiss", "lo-fi", []turn{{journal.Warmth, plainTurn}, {journal.Brightness, -sideTurn}, {journal.Pulse, sideTurn}}},
	{"classical|classical music|chamber music|baroque", "more melody, less nature", []turn{{journal.Pulse, -sideTurn}, {journal.Nature, -sideTurn}}},
	{"dramatic|stirring", "bolder", []turn{{journal.Density, sideTurn}, {journal.Colour, sideTurn}}},
}

// A course is a wish about the way from the mood to the goal.
type course struct {
	phrases string
	label   string
	start   Start
	slow    float64
	turns   []turn
}

// courses are the wishes about the way.
var courses = [...]course{
	{"start where i am|start from where i am|meet me where i am|match my mood|mirror my mood|match how i feel|stay with it|stay with this feeling|stay with this|let me be sad|wallow|sit with this feeling|sit with it|sit with my feelings|have a good cry|good cry|let me cry|let it out|be with it|dont cheer me up|no need to cheer me up|dont try to cheer me up|dont fix me", "start where I am", StartHere, 0, []turn{{journal.Directness, -plainTurn}}},
	{"start bright|start brighter|start happy|start happier|distract me|a distraction|need distraction|take my mind off|take my mind off things|take my mind off it|get my mind off|snap me out of it|snap out of it|need cheering up|opposite of how i feel|the opposite", "start brighter", StartBrighter, 0, nil},
	{"no rush|in no hurry|take it slow|take it slowly|take your time|ease me in|ease me into|ease into|easy does it|slowly bring me|slowly get me|gently bring me|gently lead me|slowly lead me|dont rush me|dont rush|gently get me|slowly wake me up|wake me slowly|wake me gently|wake me up gently|wake me up slowly|wake up gently|wake up slowly|gently wake me up", "a slower way", StartUsual, 0.5, []turn{{journal.Directness, -sideTurn}}},
}
