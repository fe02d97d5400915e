// Package loudness measures how loud music is heard and how high its peaks
// reach, after Recommendation ITU-R BS.1770-4 and EBU R 128.
//
// A Meter takes frames of stereo as they come and answers at any time:
//
//	Integrated   LUFS of everything since the start, pauses left out
//	ShortTerm    LUFS of the last three seconds
//	Momentary    LUFS of the last 400 ms
//	TruePeak     highest peak between and on the samples, dBTP
//
// It keeps a histogram in place of a history, so that its memory is the same
// after a minute and after a night, and Add allocates nothing.
package loudness
