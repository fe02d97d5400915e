// Package terminal asks a terminal what it can do.
//
// A terminal answers questions on the line on which keys arrive. The answers say
// whether it draws a frame as a whole, tells keys apart that the old encoding
// mixes up, reports the mouse, which background it has, and how many cells it
// gives to characters about which terminals differ. Some terminals answer
// nothing, so no answer is an answer too: every question set ends with one that
// nearly all know, and what has not come by then will not come.
package terminal
