package ui

import "testing"

// What can be scrolled says so in its last line, and what is all to be seen does not.
func TestProgram_namesTheKeysThatScrollOnlyWhereThereIsMore(t *testing.T) {
	for _, test := range []struct {
		name   string
		height int
		keys   []string
		want   bool
	}{
		{"help of a short list", 40, []string{"?"}, false},
		{"help in a small window", 12, []string{"?"}, true},
		{"support", 24, []string{"!"}, false},
		{"a sitting in the log", 90, []string{"b", "down", "enter"}, false},
		{"a sitting in a small window", 12, []string{"b", "down", "enter"}, true},
		{"reasons", 60, []string{"enter", "enter", "enter", "enter", "w"}, false},
		{"reasons in a small window", 12, []string{"enter", "enter", "enter", "enter", "w"}, true},
	} {
		in := &fakeJournal{history: fullHistory()}
		d := drive(t, in, 100, test.height)
		d.keys(test.keys...)
		if d.shows("↑/↓ more") != test.want {
			t.Errorf("%s shows:\n%s", test.name, d.screenText())
		}
	}
}

// What was asked for is read to its end where there is room for a second line.
func TestCheckIn_showsAllThatWasAskedForWhereThereIsRoom(t *testing.T) {
	d := drive(t, &fakeJournal{}, 80, 24)
	d.keys("t")
	d.write("rain, birds and a stream, not loud, slow, sparse, a long breath of 5-5, no piano")
	d.keys("enter")
	d.mustShow("rain", "no piano")
	d.keys("enter", "enter", "enter")
	d.mustShow("what for?", "sleep", "until", "rain", "no piano")
}
