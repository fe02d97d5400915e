// Package code writes numbers down as a short text that people can type, read
// out over a telephone, and trust.
//
// # Signs
//
// A code is made of 32 signs, the digits and letters of Crockford's base 32
// (Crockford 2019) in lower case: i, l, o and u are missing, because they are
// taken for 1, 0 and v. Whoever reads a code may write it in any case, with
// or without its groups: o is read as 0, i and l as 1, and spaces and dashes
// are passed over.
//
// # Numbers
//
// A Writer packs whole numbers, each with the count of values that it can
// have, into one large number in a mixed radix, the first in the lowest
// place. So a number costs exactly the bits that it needs, the first signs
// always say the same, and what is 0 at the end costs nothing. A Reader takes
// the same numbers out, in the same order.
//
// # The check sum
//
// The last four signs are the remainder of a cyclic code over the field of 32
// elements, whose generator is the minimal polynomial of an element of order
// 1025 (an ovoid code, length 1025, distance 4; Bierbrauer, Introduction to
// Coding Theory, 2004). Over the length of a code any three wrong signs are
// noticed, and with them every swap of two; of anything worse one in a million
// (2^20) is not. Because no two single mistakes have the same remainder, one
// wrong sign is not only noticed but found.
package code
