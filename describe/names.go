package describe

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameTable finds names in a text: given ones; or, where names are open, any that stand where a name must stand. The
// zero nameTable has no names.
type nameTable struct {
	names []string
	open  bool

	// Given names, and without their article those that have one.
	entries []nameEntry
	first   [256]int32 // 1 + the first entry with this first byte
	odd     bool       // some name has words in it that sentences are made of

	// Open names.
	letters [128]int32 // 1 + the number of a name of one letter
	slots   []int32    // 1 + the number of a longer name, by hash
	longer  int        // how many longer names there are
	capital []bool     // by number: a longer name that was only seen with the capital that starts a sentence
}

type nameEntry struct {
	text string
	name int32
	next int32 // the next entry with the same first byte, -1 at the end
}

// give enters the names that are allowed.
func (t *nameTable) give(names []string, words *wordTable) error {
	t.names, t.open, t.odd = names, false, false
	t.entries, t.first = slices.Grow(t.entries[:0], len(names)), [256]int32{}
	for i, name := range names {
		if name == "" {
			t.names, t.entries = nil, t.entries[:0]
			return fmt.Errorf("describe: name %d is empty; a name has at least one letter", i)
		}
		if t.exactly(name) {
			t.names, t.entries = nil, t.entries[:0]
			return fmt.Errorf("describe: name %q is given twice; names must differ", name)
		}
		t.enter(name, i)
		t.odd = t.odd || (len(name) > 1 || name[0] <= '9') && isOdd(name, words)
	}
	for i, name := range names {
		if bare := withoutArticle(name); bare != name {
			if !t.exactly(bare) {
				t.enter(bare, i)
			} else {
				t.spoil(bare, i)
			}
		}
	}
	return nil
}

// giveOnce is like give, but does nothing for names that were given last.
func (t *nameTable) giveOnce(names []string, words *wordTable) error {
	if !t.open && len(names) > 0 && len(t.names) == len(names) && len(t.entries) >= len(names) {
		same := true
		for i := range names {
			same = same && t.entries[i].text == names[i]
		}
		if same {
			t.names = names
			return nil
		}
	}
	return t.give(names, words)
}

func (t *nameTable) enter(text string, name int) {
	head := &t.first[text[0]]
	t.entries = append(t.entries, nameEntry{text, int32(name), *head - 1})
	*head = int32(len(t.entries))
}

func (t *nameTable) exactly(text string) bool {
	for i := t.first[text[0]] - 1; i >= 0; i = t.entries[i].next {
		if t.entries[i].text == text {
			return true
		}
	}
	return false
}

// spoil makes a name without its article nobody's: "the lamp" and "a lamp" are two names, and "lamp" is neither.
func (t *nameTable) spoil(bare string, name int) {
	for i := t.first[bare[0]] - 1; i >= 0; i = t.entries[i].next {
		if e := &t.entries[i]; e.text == bare && t.names[e.name] != bare {
			e.name = noName
		}
	}
}

// withoutArticle returns a name of several words without the article that it starts with.
func withoutArticle(name string) string {
	for _, article := range englishLeadingArticles {
		if n := len(article); len(name) > n && strings.EqualFold(name[:n], article) {
			if rest := strings.TrimLeft(name[n:], " "); rest != "" {
				return rest
			}
		}
	}
	return name
}

// isOdd reports whether a name holds words that sentences are made of, or is no word at all.
func isOdd(name string, words *wordTable) bool {
	for word := range strings.FieldsSeq(name) {
		for _, c := range word {
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && c != '-' && c != '_' {
				return true
			}
		}
		if word[0] <= '9' {
			return true
		}
		if key, ok := keyOf(word); ok {
			if w, known := words.find(key); known && w.role != roleDet {
				return true
			}
		}
	}
	return false
}

// longest returns the longest given name that stands at text[i:] as a whole, and where it ends; noName when none does.
// Where a sentence starts, its first letter may be a capital.
func (t *nameTable) longest(text string, i int, starts bool) (name int32, end int) {
	name, end = noName, i
	for e := t.first[text[i]] - 1; e >= 0; e = t.entries[e].next {
		if after, ok := matchName(text, i, t.entries[e].text); ok && after > end && endsName(text, after) {
			name, end = t.entries[e].name, after
		}
	}
	if starts && name == noName && 'A' <= text[i] && text[i] <= 'Z' {
		for e := t.first[text[i]|0x20] - 1; e >= 0; e = t.entries[e].next {
			if s := t.entries[e].text; len(s) > 1 {
				if after, ok := matchName(text, i+1, s[1:]); ok && after > end && endsName(text, after) {
					name, end = t.entries[e].name, after
				}
			}
		}
	}
	return name, end
}

// endsName reports whether a name can end at text[:i].
func endsName(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	switch charKinds[text[i]] {
	case charLower, charUpper:
		return false
	case charJoin:
		return text[i] != '-' && possessiveLen(text[i:]) > 0
	case charWide:
		width, kind := wideChar(text, i)
		return kind == charOther || width == 3 && possessiveLen(text[i:]) > 0
	}
	return text[i] != '_'
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

// clear makes the table ready for the open names of a new text.
func (t *nameTable) clear(names []string) {
	t.names, t.open, t.odd, t.longer, t.capital = names[:0], true, false, 0, t.capital[:0]
	clear(t.letters[:])
	if len(t.slots) > fewNames {
		t.slots = t.slots[:fewNames]
	}
	clear(t.slots)
}

// fewNames is how many slots there are for a text with few names.
const fewNames = 64

// intern returns the number of the open name text[i:j], entering it when it is new and may be. The capital of one that
// starts a sentence tells no names apart: "Kitchen is north of hall. Attic is above kitchen."
func (t *nameTable) intern(text string, i, j int, enter, starts bool) int32 {
	if j == i+1 && text[i] < utf8.RuneSelf {
		at := &t.letters[text[i]]
		if *at == 0 && enter {
			t.names, t.capital = append(t.names, text[i:j]), append(t.capital, false)
			*at = int32(len(t.names))
		}
		return *at - 1
	}
	if 2*t.longer >= len(t.slots) {
		t.grow()
	}
	starts = starts && isUpper(text[i])
	slot := t.slot(text, i, j, starts)
	if t.slots[slot] == 0 && enter {
		name := text[i:j]
		if strings.ContainsAny(name, "\t\n\r\u00a0") || strings.Contains(name, "  ") {
			name = strings.Join(strings.Fields(name), " ")
		}
		t.names, t.capital = append(t.names, name), append(t.capital, starts)
		t.slots[slot] = int32(len(t.names))
		t.longer++
	}
	name := t.slots[slot] - 1
	if enter && !starts && t.capital[name] && strings.HasPrefix(text[i+1:], t.names[name][1:]) {
		t.names[name], t.capital[name] = text[i:i+len(t.names[name])], false
	}
	return name
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// knows reports whether these are the open names of the table.
func (t *nameTable) knows(names []string) bool {
	if len(names) != len(t.names) {
		return false
	}
	for i, name := range names {
		if name == "" || t.intern(name, 0, len(name), false, false) != int32(i) {
			return false
		}
	}
	t.names = names
	return true
}

// slot returns the slot of the name text[i:j], or else that of one that differs only by a capital that starts a sentence,
// or else the free one where it belongs.
func (t *nameTable) slot(text string, i, j int, starts bool) uint32 {
	hash, folded := uint32(2166136261), -1
	for k := i; k < j; {
		if width := blankLen(text, k); width > 0 {
			k, hash = skipBlanks(text, k), hash*16777619
			continue
		}
		c := text[k]
		if k == i {
			c = foldByte(c)
		}
		hash = (hash ^ uint32(c)) * 16777619
		k++
	}
	mask := uint32(len(t.slots) - 1)
	for at := (hash ^ hash>>15) & mask; ; at = (at + 1) & mask {
		if t.slots[at] == 0 {
			if folded >= 0 {
				return uint32(folded)
			}
			return at
		}
		k := t.slots[at] - 1
		name := t.names[k]
		if foldByte(name[0]) != foldByte(text[i]) {
			continue
		}
		if end, ok := matchName(text, i+1, name[1:]); ok && end == j {
			if name[0] == text[i] {
				return at
			}
			if starts || t.capital[k] {
				folded = int(at)
			}
		}
	}
}

func (t *nameTable) grow() {
	size := max(fewNames, 2*len(t.slots))
	if size <= cap(t.slots) {
		t.slots = t.slots[:size]
		clear(t.slots)
	} else {
		t.slots = make([]int32, size)
	}
	for i, name := range t.names {
		if len(name) > 1 || name[0] >= utf8.RuneSelf {
			t.slots[t.slot(name, 0, len(name), false)] = int32(i + 1)
		}
	}
}
