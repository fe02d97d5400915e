package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"

	"dulcet/journal"
)

// writeJSON writes a value as one line of JSON.
func writeJSON(w io.Writer, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return writeEscaped(w, data)
}

// writeRecord writes a record as one line of JSON, in the shape in which it is
// kept and exported.
func writeRecord(w io.Writer, record journal.Record) error {
	data, err := journal.EncodeRecord(record)
	if err != nil {
		return err
	}
	return writeEscaped(w, data)
}

// writeEscaped writes JSON and a line end. Characters in it that a terminal
// might obey are escaped: encoding/json leaves DEL, the C1 controls and the
// marks that turn the direction of writing as they are.
func writeEscaped(w io.Writer, data []byte) error {
	var line bytes.Buffer
	for _, r := range string(data) {
		switch {
		case unicode.IsPrint(r):
			line.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&line, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&line, `\u%04x`, r)
		}
	}
	line.WriteByte('\n')
	_, err := w.Write(line.Bytes())
	return err
}
