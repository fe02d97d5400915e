package ui

import (
	"strings"
	"testing"
)

func TestQuestions_areAskedInThePersonsOwnWords(t *testing.T) {
	d := drive(t, &fakeJournal{history: fullHistory()}, 80, 24)
	d.program.visit.settings.Questions = [3][2]string{{"müde \x1b[31m", "wach"}, {"leer", "voll"}, {"ruhig", "日本語"}}
	own := []string{"müde", "wach", "leer", "voll", "ruhig", "日本語"}
	d.mustShow(own...)
	d.keys("b", "enter")
	d.mustShow(own...)
	d.keys("esc", "esc", "5", "enter", "6", "enter", "7", "enter", "enter", "s")
	d.mustShow(own...)
	d.keys("enter", "enter", "8", "enter")
	d.mustShow(own...)
	if text := d.screenText(); strings.ContainsRune(text, '\x1b') || strings.Contains(text, "on edge") {
		t.Errorf("it shows\n%s", text)
	}
}
