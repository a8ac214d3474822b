package describe

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// nameTable finds names in a text: given ones, or in open mode any single word that the lexicon does not need.
type nameTable struct {
	names []string
	first [256]int32 // 1 + the first name with this first byte
	next  []int32    // the next name with the same first byte, -1 at the end
	few   [32]int32  // room for next
	open  bool
	seen  map[string]int // open mode: where a name is in names
}

// give enters the names that are allowed; nil allows any.
func (t *nameTable) give(names []string) error {
	if names == nil {
		t.open, t.seen = true, make(map[string]int)
		return nil
	}
	t.names, t.next = names, append(t.few[:0], make([]int32, len(names))...)
	for i, name := range names {
		if name == "" {
			return fmt.Errorf("describe: name %d is empty; a name has at least one letter", i)
		}
		head := &t.first[name[0]]
		for other := *head - 1; other >= 0; other = t.next[other] {
			if names[other] == name {
				return fmt.Errorf("describe: name %q is given twice; names must differ", name)
			}
		}
		t.next[i], *head = *head-1, int32(i+1)
	}
	return nil
}

// place is a name in a text.
type place struct {
	start, end int
	name       int32 // its number, in open mode any number until intern is called
}

// at returns a name that stands at text[i:]; ok is false when there is none. Several can: ask for the others with
// after.
func (t *nameTable) at(lex *Lexicon, text string, i int) (p place, ok bool) {
	switch {
	case i >= len(text):
		return place{}, false
	case t.open:
		end := openName(text, i)
		return place{start: i, end: end}, end > i && !lex.neverName(text[i:end])
	}
	return t.match(text, i, t.first[text[i]]-1)
}

// after returns the next name that stands at the same place as p.
func (t *nameTable) after(text string, p place) (place, bool) {
	if t.open {
		return place{}, false
	}
	return t.match(text, p.start, t.next[p.name])
}

func (t *nameTable) match(text string, i int, name int32) (place, bool) {
	for ; name >= 0; name = t.next[name] {
		if end, ok := matchName(text, i, t.names[name]); ok {
			return place{i, end, name}, true
		}
	}
	return place{}, false
}

// intern returns the number of the name at p, entering it when it is new.
func (t *nameTable) intern(text string, p place) int {
	if !t.open {
		return int(p.name)
	}
	name := text[p.start:p.end]
	i, known := t.seen[name]
	if !known {
		i = len(t.names)
		t.seen[name], t.names = i, append(t.names, name)
	}
	return i
}

// matchName returns the place after name when it stands at text[i:]; a blank in it stands for any run of blanks.
func matchName(text string, i int, name string) (end int, ok bool) {
	for n := 0; n < len(name); n++ {
		if name[n] == ' ' && blankLen(text, i) > 0 {
			i = skipBlanks(text, i)
			continue
		}
		if i >= len(text) || text[i] != name[n] {
			return 0, false
		}
		i++
	}
	return i, true
}

// openName returns the place after the run of letters, digits, '-' and '_' at text[i:], which must start with a letter
// or digit; i itself when there is none.
func openName(text string, i int) int {
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		inside := i > start && (r == '-' || r == '_' || unicode.IsMark(r))
		if !inside && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		i += size
	}
	return i
}

// neverName reports whether a word is one that sentences are made of.
func (lex *Lexicon) neverName(name string) bool {
	var buf wordBuffer
	word, end := nextWord(name, 0, &buf)
	return end == len(name) && lex.notName[string(word)]
}
