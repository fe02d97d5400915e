// Package command is the command line of Dulcet, and the place where its
// parts are wired together: the store to the screens, the generator to the
// player, the player to the speaker.
//
// # Commands
//
// Each command is one file. "dulcet" alone opens the screens; everything that
// a script could want works without them:
//
//	dulcet                 ask, play, ask again
//	dulcet checkin         keep a check-in
//	dulcet play [GOAL]     play a sitting; with --no-ui in plain lines
//	dulcet plan [GOAL]     say what would be played, and why
//	dulcet render [GOAL]   write the same piece to a file
//	dulcet log             list what is kept, newest first
//	dulcet show ID         tell one record in full
//	dulcet settings        list and change what can be set
//	dulcet doctor          say what works on this machine
//	dulcet speaker         hold the sound device (hidden; the player starts it)
//	dulcet man             print the manual page (hidden)
//	dulcet completion      print the completion script of a shell
//
// # Manners
//
// What was asked for goes to standard output, everything said about it to
// standard error. With --json the output is JSON: one object, or one object a
// line where there are many. Mood numbers are −100…100 and an absent one is
// null; on the command line a mood is three numbers with commas between them
// and nothing where a question is skipped: "-20,,60". Text that came from
// data is shown with its control characters made harmless.
//
// A sitting is kept as "killed" from its beginning until it ends, which is
// what JSON says of it. In words it is "playing" while it is young and some
// dulcet has the speaker, and "broken off" once no pause explains the silence;
// between the two it may be either, and the log says just that.
//
// With --describe, play, plan and render read how somebody feels and what they
// want from a text (see generator/words). A flag goes before the text. What was
// understood and what was not used is told on standard error; the text itself is
// kept nowhere, and one that says nothing is no mistake. Words that sound like a
// crisis are answered with where help is, and the music plays.
//
// # Exit codes
//
//	0  done
//	1  failed: the sentence on standard error says what and what to do
//	2  wrong usage: an unknown command, flag or goal, a number out of range
//	3  no such thing: no record has that id
//
// # Where the data lies
//
// In the folder given with --data, else in the one that the environment
// variable DULCET_DATA names, else in "dulcet" in the data folder of the
// system (XDG Base Directory; ~/.local/share on Linux). A variable without a
// value counts as not set; a --data without one is refused, so that a script
// with a mistake does not write into somebody's journal. Commands that only
// read create nothing there.
//
// Where there is no home folder, the data folder has to be named.
//
// # What is set
//
// Settings lie in layers: what is usual, what the data file keeps, what the TOML
// file says, what --set and its short forms say for one run. The file is the one
// given with --config, else the one that DULCET_CONFIG names, else
// "dulcet/config.toml" in the folder of the system for settings. Nothing is ever
// written to it. A mistake in it costs only itself: a notice tells the first, the
// doctor all, and everything starts all the same. A file that was named has to
// be there.
//
// # Environment
//
//	DULCET_DATA     the data folder
//	DULCET_CONFIG   the settings file
//	DULCET_LOG      a file for what the sound libraries print; dropped without it
//	                and without --debug
//	NO_COLOR        no colours; TERM=dumb is plain text throughout
//	ACCESSIBLE      sentences and line prompts instead of screens, as --plain
//
// # Without screens
//
// "--plain" goes the same road in sentences and line prompts (package plain). A
// terminal that can only print gets it by itself. Without a terminal it has to be
// asked for, so that a script which forgot its arguments fails at once instead of
// waiting for an answer.
//
// # The debug log
//
// "--debug FILE" notes what happens in a run: messages of the screens by the
// names of their types, screens, sizes, how long things took, what failed, and
// what is said about the sound. What a person writes, answers or presses is not
// in it, so that it can be shown to somebody else.
//
// # Playing without sound
//
// "--silent" plays a sitting at its real pace through no device at all, for
// tests and for machines that must stay quiet. The record of a silent sitting
// is kept like any other.
package command
