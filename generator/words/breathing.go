package words

import "dulcet/journal"

// A pattern is a way to breathe or to divide the time that people ask for by
// its name.
type pattern struct {
	phrases string // with | between them
	label   string
	breath  Breath
	rounds  Rounds
	silence bool
	goal    journal.Goal // that the pattern is mostly for, if no other was said
}

// patterns are the breaths and the rounds of work. Slow breathing at about six
// breaths a minute, out longer than in, is the usual advice (Laborde and others
// 2022); the sigh is that of Balban and others (2023); box and 4-7-8 are taught
// with just these counts.
var patterns = [...]pattern{
	{"slow breathing|slow breath|slow breaths|breathe slowly|breathing slowly|slow deep breathing|deep breathing|deep breaths|belly breathing|paced breathing|breath pacer|breathing pacer|breathing guide|breathing exercise|breathing exercises|guided breathing|4 6|4 6 breathing|slow my breathing|breathe with me|help me breathe", "slow breathing, 4 in and 6 out", Breath{In: 4, Out: 6}, Rounds{}, false, journal.Breathe},
	{"coherent breathing|coherence breathing|resonance breathing|resonant breathing|even breathing|equal breathing|5 5|5 5 breathing|heart coherence", "even breathing, 5 in and 5 out", Breath{In: 5, Out: 5}, Rounds{}, false, journal.Breathe},
	{"box breathing|box breath|square breathing|four square breathing|4 4 4 4|4 4 4 4 breathing|tactical breathing", "box breathing, 4-4-4-4", Breath{In: 4, Hold: 4, Out: 4, Rest: 4}, Rounds{}, false, journal.Breathe},
	{"4 7 8|4 7 8 breathing|4 7 8 breath|478|478 breathing|four seven eight|four seven eight breathing", "4-7-8 breathing", Breath{In: 4, Hold: 7, Out: 8}, Rounds{}, false, journal.Breathe},
	{"cyclic sighing|cyclic sigh|physiological sigh|physiological sighs|sighing|double inhale|sigh breathing|sighs", "cyclic sighing", Breath{In: 2, Again: 1, Out: 6, Rest: 1}, Rounds{}, false, journal.Breathe},
	{"pomodoro|pomodoros|pomodoro timer", "25 minutes of work, 5 of rest", Breath{}, Rounds{Work: 25, Rest: 5}, false, journal.Focus},
	{"no music|without music|without any music|in silence|silence|silent meditation|just bells|only bells|sit in silence|bells only", "no music", Breath{}, Rounds{}, true, journal.Meditate},
}
