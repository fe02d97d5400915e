package words

import "dulcet/generator/score"

// A sound is an everyday name of instruments or soundscapes.
type sound struct {
	phrases string // with | between them
	parts   []score.Part
	near    bool // the thing itself is not there, and these come nearest
}

// sounds are the names by which people call what can play.
var sounds = [...]sound{
	{"strings|string|string section|string quartet|string ensemble|violin|violins|cello|cellos|viola|violas|orchestra|orchestral|orchestral strings", parts(score.Strings), false},
	{"glass|glass harmonica|glass armonica|wine glasses|glassy pads|synth pads|synth pad|pads|pad", parts(score.Glass), false},
	{"choir|choirs|chorus of voices|voice|voices|vocals|vocal|singing|singer|humming|chant|chants|chanting|lyrics|choral", parts(score.Choir), false},
	{"flute|flutes|bamboo flute|woodwind|woodwinds|shakuhachi", parts(score.Flute), false},
	{"piano|pianos|grand piano|upright piano|felt piano|felt pianos|piano keys|piano music|pianist|🎹", parts(score.Piano), false},
	{"electric piano|electric pianos|rhodes|fender rhodes|wurlitzer|wurli|e piano|epiano", parts(score.ElectricPiano), false},
	{"harp|harps|lyre", parts(score.Harp), false},
	{"kalimba|kalimbas|thumb piano|thumb pianos|mbira", parts(score.Kalimba), false},
	{"marimba|marimbas", parts(score.Marimba), false},
	{"bowl|bowls|singing bowl|singing bowls|tibetan bowl|tibetan bowls|tibetan singing bowls", parts(score.Bowl), false},
	{"bell|bells|chime|chimes|wind chimes|wind chime|glockenspiel|celesta", parts(score.Bell), false},
	{"bass|sub bass|synth bass|bassline|bass line", parts(score.Bass), false},
	{"upright bass|double bass|contrabass|acoustic bass|stand up bass", parts(score.UprightBass), false},
	{"drum|drums|drumming|drum kit|drumkit|drum beat|drum beats|percussion|beat|beats|hi hats|hihats|snare|snares|kick drum|brushes|shaker|shakers|🥁", parts(score.Kit), false},
	{"cloud|grains|granular|granular cloud|shimmer|shimmering|shimmery", parts(score.Cloud), false},
	{"rain|rainfall|raindrops|rain drops|drizzle|downpour|rain sounds|heavy rain|light rain|soft rain|gentle rain|steady rain|rain noise|sound of rain|rain on the window|rain on a window|rain on the roof|rain on a roof|rain on a tin roof|rain on a tent|rain on the tent|rain on leaves|rain shower|rainstorm|☔|🌧", parts(score.Rain), false},
	{"thunder|distant thunder|rolling thunder|far away thunder|⚡", parts(score.Thunder), false},
	{"thunderstorm|thunderstorms|thunder storm|storm|storms|rain and thunder|⛈", parts(score.Rain, score.Thunder), false},
	{"sea|ocean|oceans|wave|waves|ocean waves|sea waves|sound of the sea|the sea|surf|beach|beaches|seaside|shore|seashore|tide|coast|🌊", parts(score.Sea), false},
	{"stream|streams|river|rivers|brook|creek|babbling brook|running water|flowing water|water sounds|sound of water|water|waterfall|waterfalls|fountain|trickling water", parts(score.Stream), false},
	{"wind|winds|breeze|breezes|gust|gusts|wind in the trees|wind in the leaves|rustling leaves|wind sounds|howling wind|🍃", parts(score.Wind), false},
	{"fire|fires|fireplace|fire place|campfire|camp fire|bonfire|crackling fire|log fire|open fire|fire crackling|crackling|hearth|wood stove|🔥", parts(score.Fire), false},
	{"insects|insect|cricket|crickets|cicada|cicadas|grasshoppers|summer night|summer nights|night sounds|summer evening", parts(score.Insects), false},
	{"bird|birds|birdsong|bird song|bird sounds|birds singing|singing birds|birdies|dawn chorus|chirping|chirping birds|tweeting birds|blackbird|blackbirds|robin|robins|🐦", parts(score.Birds), false},
	{"forest|forests|woods|woodland|jungle|in the woods|forest sounds|garden|meadow|🌲|🌳", parts(score.Birds, score.Wind), false},
	{"cafe|cafes|coffee shop|coffee shops|coffeeshop|coffee house|coffeehouse|cafe sounds|cafe noise|cafe chatter|chatter|murmur|murmuring|people talking|background chatter|restaurant|bar noise|library", parts(score.Cafe), false},
	{"train|trains|railway|railroad|rails|train ride|train journey|train at night|night train|train tracks|train sounds|train noise|sleeper train|trains at night|a train|🚂|🚆", parts(score.Train), false},
	{"noise|white noise|pink noise|brown noise|static|hiss|fan noise|fan|air conditioner|airplane noise|plane noise|grey noise|gray noise|whitenoise|brownnoise", parts(score.Noise), false},

	{"guitar|guitars|acoustic guitar|classical guitar|ukulele|banjo|lute|koto|zither|sitar", parts(score.Harp), true},
	{"music box|music boxes|handpan|hand pan|hang drum|steel drum|steel drums", parts(score.Kalimba), true},
	{"xylophone|vibraphone|balafon", parts(score.Marimba), true},
	{"gong|gongs|crystal bowls", parts(score.Bowl), true},
	{"clarinet|oboe|recorder|ocarina|pan pipes|pan flute|saxophone|sax|trumpet|trombone|french horn|harmonica|whistle", parts(score.Flute), true},
	{"organ|church organ|accordion|synth|synths|synthesizer|synthesizers|synthesiser|synthesisers|theremin", parts(score.Glass), true},
	{"harpsichord|clavichord|cembalo", parts(score.Piano), true},
	{"bongo|bongos|congas|djembe|tabla|taiko|tambourine|cajon", parts(score.Kit), true},
	{"frogs|owls|owl|night animals", parts(score.Insects), true},
	{"snow|snowstorm|blizzard|leaves", parts(score.Wind), true},
	{"lake|pond|bubbling|bath|shower sounds", parts(score.Stream), true},
	{"whale|whales|whale song|seagulls|gulls|dolphins", parts(score.Sea), true},
}

func parts(p ...score.Part) []score.Part { return p }
