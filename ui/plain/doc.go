// Package plain is the terminal program in sentences and line prompts, for a
// person with a screen reader, a terminal that can only print, or a pipe.
package plain
