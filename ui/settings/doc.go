// Package settings holds what a person can set: sound, theme, motion, keys,
// breath, privacy, and the words of the questions.
//
// A setting has a name, such as "motion" or "keys.pause", and one or more texts
// as its value. The names are the same in the data file, in the TOML file and
// after the flag --set. Values are laid over each other: what is usual, what is
// kept in the data file, what the TOML file says, what a flag says. Each layer
// covers the one before, and a setting that the TOML file or a flag gives cannot
// be changed from the screens, which say so.
//
// The package reads and writes nothing.
package settings
