package settings

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// MaxTOML is the size in bytes of the largest TOML file that is read (design
// choice: every setting that there is takes less than a tenth of it).
const MaxTOML = 1 << 20

// maxMistakes is how many mistakes of a file are told one by one; who has made
// more has given another file.
const maxMistakes = 20

// ParseTOML reads a TOML file. Tables become dotted names, numbers and switches
// become texts. Each mistake is a sentence that begins with its line: text that
// is no TOML, a name that there is no setting of, a value that cannot be. The
// values are those without a mistake.
func ParseTOML(data []byte, known []Definition) (Values, []error) {
	if len(data) > MaxTOML {
		return nil, []error{fmt.Errorf("it has %d KB, and settings take at most %d: it is probably another file", len(data)>>10, MaxTOML>>10)}
	}
	top := map[string]toml.Primitive{}
	meta, err := toml.Decode(string(data), &top)
	if err != nil {
		return nil, []error{brokenTOML(err)}
	}
	r := tomlReader{meta: meta, known: known, place: map[string]int{}, values: Values{}}
	for i, key := range meta.Keys() {
		r.place[key.String()] = i
	}
	r.table(nil, top)
	return r.values, r.mistakes()
}

// brokenTOML says where a file stops being TOML.
func brokenTOML(err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("it cannot be read: %w", err)
	}
	return fmt.Errorf("line %d: this is not TOML (%s): correct it, and nothing in the file counts until then",
		parse.Position.Line, strings.TrimSuffix(parse.Message, "."))
}

// A tomlReader flattens a file that has been parsed.
type tomlReader struct {
	meta   toml.MetaData
	known  []Definition
	place  map[string]int // of every key in the file
	values Values
	found  []mistake
	more   int // mistakes that are only counted
}

// A mistake is what is wrong on a line.
type mistake struct {
	line  int // 0 where the parser does not tell
	about error
}

// mistakes returns what is wrong, from the first line on.
func (r *tomlReader) mistakes() []error {
	slices.SortStableFunc(r.found, func(a, b mistake) int { return a.line - b.line })
	var list []error
	for _, m := range r.found {
		if m.line > 0 {
			m.about = fmt.Errorf("line %d: %w", m.line, m.about)
		}
		list = append(list, m.about)
	}
	if r.more > 0 {
		list = append(list, fmt.Errorf("and %d more mistakes: this is probably another file", r.more))
	}
	return list
}

// table reads what is in a table, in the order in which it stands there.
func (r *tomlReader) table(above toml.Key, entries map[string]toml.Primitive) {
	keys := make([]toml.Key, 0, len(entries))
	for name := range entries {
		keys = append(keys, append(slices.Clone(above), name))
	}
	slices.SortFunc(keys, func(a, b toml.Key) int { return r.place[a.String()] - r.place[b.String()] })
	for _, key := range keys {
		r.entry(key, entries[key[len(key)-1]])
	}
}

// entry reads one value, or the table that it is.
func (r *tomlReader) entry(key toml.Key, primitive toml.Primitive) {
	name := strings.Join(key, ".")
	at := slices.IndexFunc(r.known, func(d Definition) bool { return d.Name == name })
	if at >= 0 {
		r.read(primitive, func(value any) error { return r.keep(r.known[at], value) })
		return
	}
	if r.heads(name) {
		var below map[string]toml.Primitive // nil still for what is no table
		if err := r.meta.PrimitiveDecode(primitive, &below); err == nil && below != nil {
			r.table(key, below)
			return
		}
	}
	if len(r.found) >= maxMistakes {
		r.more++
		return
	}
	r.read(primitive, func(any) error {
		_, unknown := Find(r.known, name)
		return unknown
	})
}

// keep takes a value over, or says why it cannot be.
func (r *tomlReader) keep(d Definition, value any) error {
	texts, err := textsOf(value)
	if err != nil {
		return fmt.Errorf("%s: %w", d.Name, err)
	}
	var scratch Settings
	if err := d.Set(&scratch, texts); err != nil {
		return err
	}
	r.values[d.Name] = texts
	return nil
}

// read has a value taken, and notes with its line what is wrong with it. The
// parser tells the line only with the error of a type that reads itself.
func (r *tomlReader) read(primitive toml.Primitive, take func(any) error) {
	value := tomlValue{take: take}
	err := r.meta.PrimitiveDecode(primitive, &value)
	if err == nil {
		return
	}
	var located toml.ParseError
	if errors.As(err, &located) {
		err = value.err
	}
	r.found = append(r.found, mistake{line: located.Position.Line, about: err})
}

// heads reports whether the name is that of a table in which there are settings.
func (r *tomlReader) heads(name string) bool {
	return slices.ContainsFunc(r.known, func(d Definition) bool { return strings.HasPrefix(d.Name, name+".") })
}

// A tomlValue is any value of a file.
type tomlValue struct {
	take func(any) error
	err  error
}

// UnmarshalTOML takes the value.
func (v *tomlValue) UnmarshalTOML(value any) error {
	v.err = v.take(value)
	return v.err
}

// textsOf returns a value as texts.
func textsOf(value any) ([]string, error) {
	list, isList := value.([]any)
	if !isList {
		text, err := textOf(value)
		return []string{text}, err
	}
	texts := make([]string, 0, len(list))
	for _, entry := range list {
		text, err := textOf(entry)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// textOf returns a single value as a text.
func textOf(value any) (string, error) {
	switch v := value.(type) {
	case string:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return written(v), nil
	case bool:
		return strconv.FormatBool(v), nil
	}
	return "", errors.New("it is a text, a number, true or false, or a list of texts")
}
