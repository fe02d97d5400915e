package words

import "dulcet/journal"

// How plainly a goal was said. The plainest counts.
const (
	hinted = 1 + iota // by the kind of music, or by a feeling that needs it
	wished            // "cheer me up"
	named             // "studying", "can't sleep"
)

// A purpose is what people say when they want a sitting for something.
type purpose struct {
	phrases string // with | between them
	goal    journal.Goal
	rank    int
	minutes float64 // that the words speak of; 0 where they speak of none
}

// purposes are the ways to say a goal. The lengths of a nap and of a break are
// design choices.
var purposes = [...]purpose{
	{"deep sleep|sleep|sleeping|asleep|to sleep|fall asleep|falling asleep|drift off|drifting off|nod off|doze off|doze|go to bed|going to bed|bedtime|bed time|off to bed|in bed|cant sleep|cannot sleep|can not sleep|couldnt sleep|trouble sleeping|struggling to sleep|help me sleep|insomnia|sleepless|back to sleep|good nights sleep|get some sleep|get some shut eye|shut eye|until i fall asleep|till i fall asleep|til i fall asleep|until im asleep|to fall asleep to|sleep tight|slumber|lullaby|good night|goodnight", journal.Sleep, named, 0},
	{"nap|naps|napping|power nap|powernap|catnap|cat nap|siesta|snooze|quick nap|short nap|forty winks|40 winks|lie down", journal.Sleep, named, 20},

	{"focus|focusing|focussing|concentrate|concentrating|concentration|cant focus|cant concentrate|need to focus|study|studying|study session|homework|revise|revising|revision|exam prep|cramming|learn|learning|coding|programming|code|debugging|deep work|deepwork|deep focus|work session|need to work|have to work|get work done|working on|got to work|get some work done|get things done|getting things done|get stuff done|getting stuff done|get this done|stay on task|on task|lock in|work music|while i work|while working|to work to|for work|for working|finish my|essay|thesis|paperwork|emails|email|taxes|admin|spreadsheet|spreadsheets|dissertation|read|reading|to read|while i read|write code|drawing|painting|sewing|knitting|crafting|writing", journal.Focus, named, 0},
	{"pomodoro|pomodoros|pomodoro timer", journal.Focus, named, 0},

	{"cheer me up|cheer up|cheering up|cheered up|lift my mood|lift my spirits|lift me up|lift me|boost my mood|mood boost|mood booster|brighten my day|brighten up|brighten me up|pick me up|perk me up|uplift|uplifting|uplift me|uplifted|feel better|feel good|feel happier|feel happy again|make me smile|make me happy|make me feel better|make me feel good|happier|get out of this mood|get out of this funk|snap out of it|lighten the mood|lighten up|feelgood|something to smile about|hug|need a hug|comfort me|comfort|comforting|lighter", journal.Uplift, wished, 0},

	{"energise|energize|energise me|energize me|energy boost|boost my energy|boost of energy|more energy|give me energy|give me some energy|need energy|need some energy|need more energy|wake up|waking up|wake me up|wake me|slowly wake me up|wake me slowly|wake me gently|wake me up gently|wake me up slowly|wake up gently|wake up slowly|gently wake me up|get going|get me going|get moving|get me moving|get up and go|get out of bed|getting out of bed|out of bed|pump me up|hype me up|fire me up|psych me up|motivate me|motivate|motivation|need motivation|kick start|kickstart|energising|energizing|invigorating|morning boost|start the day|start my day|before a workout|pre workout", journal.Energise, wished, 0},
	{"workout|work out|working out|gym|exercise|exercising|training|running|run|going for a run|jog|jogging|cardio|hiit|cycling|spinning|lifting|weights|dance|dancing|party|partying|clean|cleaning|chores|housework|tidy|tidying|dishes|washing up|vacuuming|pre game|pregame", journal.Energise, named, 0},

	{"yoga|stretch|stretching|stretches|stretch out|tai chi|qigong|qi gong|pilates|walk|walking|slow walk|go for a walk|going for a walk|stroll|strolling|mobility|asanas|vinyasa|yin yoga|sun salutation|sun salutations|move|moving|move my body|gentle movement", journal.Move, named, 0},

	{"meditate|meditation|meditating|meditative|mindfulness|mindful|zazen|vipassana|loving kindness|body scan|to sit with|sit in silence|sit quietly|sitting quietly|transcendental|mantra|prayer|pray|praying|contemplation", journal.Meditate, named, 0},

	{"breathe|breathing|breathwork|breath|breaths|breathing exercise|breathing exercises|breath work|deep breaths|deep breath|catch my breath|take a breath|help me breathe|slow my breathing|breathe with me", journal.Breathe, named, 0},

	{"just listen|mindful listening|listen closely|close listening|really listen|just music|hear music|listen to music|listen to something|enjoy music|enjoy some music|deep listening", journal.Listen, wished, 0},
	{"listen|listening", journal.Listen, hinted, 0},

	{"ground me|grounding|ground myself|feel grounded|feel safe|steady me|stabilise|stabilize|anchor|anchor me|flashback|flashbacks|triggered|come back to myself|come back to my body|back in my body|dissociation|meltdown|sensory overload|shutdown|shutting down", journal.Ground, named, 0},
	{"panic attack|panic attacks|panicking|panicky|panicked|having a panic attack|panic|freaking out|unsafe|cant breathe|hard to breathe", journal.Ground, hinted, 0},

	{"journal|journaling|journalling|journal writing|write in my journal|writing in my journal|diary|reflect|reflecting|reflection|to think|think things through|think about things|think things over|process my day|process my feelings|processing my feelings|process things|morning pages|sort my thoughts|sort out my thoughts|gather my thoughts|contemplate|ponder|to reminisce|letter", journal.Reflect, named, 0},

	{"drift|drifting|for how i feel|how i feel|match my mood|my mood right now|surprise me|no goal|no particular goal|space out|zone out|daydream|daydreaming|just be|just exist|go with the flow|let it flow|stay with it|stay with this feeling|stay with this|let me be sad|be with it|wallow|sit with this feeling|sit with it|sit with my feelings|have a good cry|good cry|let me cry|let it out", journal.Drift, wished, 0},

	{"calm down|calm me|calm me down|calming|calming down|calm my nerves|calm my mind|calm myself|calm please|some calm|of calm|need calm|want calm|for calm|calm session|calmer|calm music|destress|de stress|de stressing|stress relief|relieve stress|less stress|relax|relaxing|relaxation|to relax|help me relax|chill out|chillout|chilling|chilling out|cool down|cool off|settle|settle down|settle my nerves|soothe|soothe me|soothing|take the edge off|quiet my mind|quieten my mind|quiet mind|clear my head|clear my mind|clear head|slow down|slowing down|some peace|peace|peace and quiet|inner peace|some quiet|tranquility|tranquillity|serenity|ease my mind|peace of mind|switch my brain off|turn my brain off|shut my brain off|stop thinking|stop overthinking|stop worrying", journal.Calm, wished, 0},
	{"break|a break|coffee break|tea break|lunch break|time out|timeout|reset|pause", journal.Calm, hinted, 0},
	{"quick break|short break|quick breather|breather|quick reset|quick pause|short reset", journal.Calm, hinted, 5},

	{"unwind|unwinding|wind down|winding down|wind me down|switch off|switching off|decompress|decompressing|let go of the day|let the day go|end of the day|end the day|end of day|shake off the day|shake off work|come down|coming down|put my feet up|evening relaxation|before bed|before sleep|before bedtime|let go|letting go|loosen up|relax after work|relax after the day|rest|resting|to rest|bath time|have a bath|in the bath|take a bath|forget work|forget about work|forget the day|lounge|lounging|sofa|couch", journal.Unwind, wished, 0},
}
