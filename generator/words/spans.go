package words

import (
	"math"
	"strconv"
)

// Minutes of each unit of time that people write, by its folded word.
var units = map[string]float64{
	"s": 1.0 / 60, "sec": 1.0 / 60, "secs": 1.0 / 60, "second": 1.0 / 60, "seconds": 1.0 / 60,
	"m": 1, "mn": 1, "mim": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "minuet": 1, "minuets": 1, "mintues": 1, "mintes": 1, "minuts": 1, "minits": 1,
	"h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
}

var numerals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
	"ninety": 90,
}

// A span is a length of time in a text.
type span struct {
	minutes float64
	tokens  int // how many it takes
}

// readSpan reads a length of time at a token: "20 min", "half an hour", "an hour
// and a half", "1h30", "twenty-five minutes", "20 to 30 minutes", "a couple of
// hours". Of a range it takes the middle.
func readSpan(t []token) (span, bool) {
	if s, ok := readFraction(t); ok {
		return s, true
	}
	number, n := readCount(t)
	if n == 0 {
		return span{}, false
	}
	if high, more := readCount(rest(t, n+1)); more > 0 && n < len(t) && (t[n].word == "to" || t[n].word == "or") && high > number {
		number, n = math.Round((number+high)/2), n+1+more
	} else if more := rest(t, n); len(more) > 0 && more[0].number && n > 0 && t[n-1].number && more[0].after == joined && separate(t[n-1], more[0]) {
		if high, _ := readCount(more); high > number {
			number, n = math.Round((number+high)/2), n+1
		}
	}
	unit, ok := unitAt(t, n)
	if !ok {
		return span{}, false
	}
	n++
	minutes := number * unit
	if unit == 60 {
		more, used := afterHours(rest(t, n))
		minutes, n = minutes+more, n+used
	} else if part, used := andPart(rest(t, n)); used > 0 {
		minutes, n = minutes+part*unit, n+used
	}
	return span{minutes, n}, true
}

// separate reports whether two numbers stand apart, as in "20-30" and "20 30".
func separate(a, b token) bool { return b.start > a.end }

// readFraction reads the parts of an hour that have no number before their unit.
func readFraction(t []token) (span, bool) {
	for _, f := range [...]struct {
		words   []string
		minutes float64
	}{
		{[]string{"three", "quarters", "of", "an", "hour"}, 45},
		{[]string{"3", "4", "of", "an", "hour"}, 45},
		{[]string{"quarter", "of", "an", "hour"}, 15},
		{[]string{"quarter", "hour"}, 15},
		{[]string{"half", "an", "hour"}, 30},
		{[]string{"half", "a", "hour"}, 30},
		{[]string{"half", "hour"}, 30},
		{[]string{"1", "2", "an", "hour"}, 30},
		{[]string{"1", "2", "hour"}, 30},
		{[]string{"hour", "and", "a", "half"}, 90},
		{[]string{"½", "an", "hour"}, 30},
		{[]string{"½", "hour"}, 30},
		{[]string{"½", "h"}, 30},
		{[]string{"half", "a", "minute"}, 0.5},
		{[]string{"half", "a", "min"}, 0.5},
	} {
		if fits(t, f.words) {
			return span{f.minutes, len(f.words)}, true
		}
	}
	return span{}, false
}

// readCount reads a number of units; tokens is 0 where there is none.
func readCount(t []token) (number float64, tokens int) {
	if len(t) == 0 {
		return 0, 0
	}
	if t[0].number {
		number, n := digits(t[0].word), 1
		switch {
		case len(t) > 1 && t[1].word == "½":
			return number + 0.5, 2
		case fits(rest(t, 1), []string{"and", "a", "half"}) && hasUnit(t, 4):
			return number + 0.5, 4
		case len(t) > 2 && t[1].word == "1" && t[2].word == "2" && t[2].after == slashed:
			return number + 0.5, 3
		}
		return number, n
	}
	number, n := 0.0, 0
	if tens, ok := numerals[t[0].word]; ok {
		number, n = tens, 1
		if ones, ok := numerals[wordAt(t, 1)]; ok && tens >= 20 && ones >= 1 && ones < 10 {
			number, n = tens+ones, 2
		}
		if fits(rest(t, n), []string{"and", "a", "half"}) && hasUnit(t, n+3) {
			return number + 0.5, n + 3
		}
		return number, n
	}
	return readVague(t)
}

// readVague reads the counts that are no numbers. What "a few" and "a couple"
// stand for is a design choice.
func readVague(t []token) (number float64, tokens int) {
	for _, v := range [...]struct {
		words       []string
		hours, less float64 // of hours, and of what is less
	}{
		{[]string{"a", "couple", "of"}, 2, 2},
		{[]string{"a", "couple"}, 2, 2},
		{[]string{"couple", "of"}, 2, 2},
		{[]string{"couple"}, 2, 2},
		{[]string{"a", "good", "few"}, 3, 10},
		{[]string{"a", "few"}, 3, 5},
		{[]string{"few"}, 3, 5},
		{[]string{"several"}, 3, 10},
		{[]string{"a", "solid"}, 1, 1},
		{[]string{"a", "full"}, 1, 1},
		{[]string{"a", "whole"}, 1, 1},
		{[]string{"a", "good"}, 1, 1},
		{[]string{"an"}, 1, 1},
		{[]string{"a"}, 1, 1},
	} {
		if !fits(t, v.words) {
			continue
		}
		unit, ok := unitAt(t, len(v.words))
		switch {
		case !ok:
		case unit == 60:
			return v.hours, len(v.words)
		default:
			return v.less, len(v.words)
		}
	}
	return 0, 0
}

// afterHours reads what may follow hours: "and a half", "and 20 minutes", "30".
func afterHours(t []token) (minutes float64, tokens int) {
	if part, used := andPart(t); used > 0 {
		return part * 60, used
	}
	skipped := 0
	if wordAt(t, 0) == "and" {
		skipped = 1
	}
	more := rest(t, skipped)
	number, n := readCount(more)
	if n == 0 {
		return 0, 0
	}
	if unit, ok := unitAt(more, n); ok && unit == 1 {
		return number, skipped + n + 1
	}
	if skipped == 0 && more[0].number && number < 60 && more[0].after == joined && more[0].start == more[0].end-2 {
		return number, n
	}
	return 0, 0
}

// andPart reads "and a half" and "and a quarter".
func andPart(t []token) (part float64, tokens int) {
	switch {
	case fits(t, []string{"and", "a", "half"}):
		return 0.5, 3
	case fits(t, []string{"and", "a", "quarter"}):
		return 0.25, 3
	case fits(t, []string{"and", "three", "quarters"}):
		return 0.75, 3
	}
	return 0, 0
}

// clockTime reports whether the number at a token is a time of day, and how
// many tokens it takes: "10pm", "7 am", "eight o'clock".
func clockTime(t []token) (tokens int, is bool) {
	_, n := readCount(t)
	if n == 0 {
		return 0, false
	}
	if t[0].number && len(t) > n && t[n].number && t[n].after == parted { // 22:30
		n++
	}
	switch wordAt(t, n) {
	case "am", "pm", "oclock":
		// "at 7 am" is a time, and "10 am I too tired" is not worth a rule.
		return n + 1, t[n].after == joined
	}
	return 0, false
}

// hasUnit reports whether a unit of time stands at a place.
func hasUnit(t []token, at int) bool {
	_, ok := unitAt(t, at)
	return ok
}

// unitAt returns the minutes of the unit at a place.
func unitAt(t []token, at int) (float64, bool) {
	if at >= len(t) || t[at].after > joined {
		return 0, false
	}
	minutes, ok := units[t[at].word]
	return minutes, ok
}

func wordAt(t []token, at int) string {
	if at < len(t) {
		return t[at].word
	}
	return ""
}

// rest returns the tokens from a place on, none beyond the end.
func rest(t []token, from int) []token { return t[min(from, len(t)):] }

// digits reads a number that was written in digits; a huge one is infinite.
func digits(word string) float64 {
	if word == "½" {
		return 0.5
	}
	number, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return math.Inf(1)
	}
	return number
}
