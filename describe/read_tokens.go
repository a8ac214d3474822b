package describe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readToken is a word, a given name or a mark of punctuation.
type readToken struct {
	readWord
	newLine    bool // a line end stands before it
	start, end int32
	name       int32 // the number of a given name that stands here, or noName
}

// charKind sorts bytes for the splitting into words.
type charKind uint8

const (
	charOther charKind = iota
	charBlank
	charLower // also digits
	charUpper
	charJoin // a hyphen or an apostrophe
	charWide // the start of a longer character
)

var charKinds = func() (kinds [256]charKind) {
	for c := range kinds {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			kinds[c] = charBlank
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			kinds[c] = charLower
		case 'A' <= c && c <= 'Z':
			kinds[c] = charUpper
		case c == '-' || c == '\'':
			kinds[c] = charJoin
		case c >= utf8.RuneSelf:
			kinds[c] = charWide
		}
	}
	return kinds
}()

// token returns the token k places after the current one, which it splits off the text if need be.
func (r *Reader) token(k int) *readToken {
	for r.at+k >= len(r.tokens) {
		r.split()
	}
	return &r.tokens[r.at+k]
}

// split splits off tokens up to the end of a line or a sentence, or the end of the text.
func (r *Reader) split() {
	text := r.text
	for n := len(r.tokens); ; {
		i, newLine := r.next, r.next == 0
		for i < len(text) {
			if charKinds[text[i]] == charBlank {
				newLine = newLine || text[i] == '\n'
				i++
			} else if width := blankLen(text, i); width > 0 {
				i += width
			} else {
				break
			}
		}
		if newLine {
			if len(r.tokens) > n {
				return
			}
			i = r.skipMarker(i)
		}
		if i >= len(text) {
			r.next = len(text)
			r.tokens = append(r.tokens, readToken{
				readWord: readWord{role: roleEnd}, newLine: newLine, start: int32(i), end: int32(i), name: noName,
			})
			return
		}
		from := len(r.tokens)
		r.word(i, newLine || from == 0 || r.tokens[from-1].role == roleStop)
		r.tokens[from].newLine = newLine
		if r.tokens[len(r.tokens)-1].role == roleStop {
			return
		}
	}
}

// skipMarker returns the place after a list marker at text[i:], which starts a line: i when there is none. A bare marker
// is not the end of the text, and what is a name is none.
func (r *Reader) skipMarker(i int) int {
	n := markerLen(r.text[i:])
	if n == 0 {
		return i
	}
	if !r.names.open {
		if name, end := r.names.longest(r.text, i, false); name != noName && (end == len(r.text) || blankLen(r.text, end) > 0) {
			return i
		}
	}
	if after := skipBlanks(r.text, i+n); after < len(r.text) {
		return after
	}
	return i
}

// word appends the token at text[i:], which is no blank; a word with a possessive or with hyphens gives several. A
// sentence may start there.
func (r *Reader) word(i int, starts bool) {
	text := r.text
	if text[i] == '.' && (i+1 == len(text) || charKinds[text[i+1]] == charBlank) && (r.names.open || r.names.first['.'] == 0) {
		r.tokens = append(r.tokens, readToken{readWord: readWord{role: roleStop}, start: int32(i), end: int32(i + 1), name: noName})
		r.next = i + 1
		return
	}
	if e := r.names.first[text[i]]; !r.names.open && (e != 0 || starts) {
		if e != 0 && i+1 < len(text) && endsWord[text[i+1]] { // a letter that only one name starts with
			if entry := &r.names.entries[e-1]; entry.next < 0 && len(entry.text) == 1 && text[i]|0x20 != 'a' && !r.choices.on {
				r.tokens = append(r.tokens, readToken{
					readWord: readWord{role: roleName}, start: int32(i), end: int32(i + 1), name: entry.name,
				})
				r.next = i + 1
				return
			}
		}
		if name, end := r.choose(i, starts); name != noName {
			t := readToken{readWord: readWord{role: roleName}, start: int32(i), end: int32(end), name: name}
			if end == i+1 && text[i]|0x20 == 'a' { // it may be the article
				t.flags = flagA
			}
			r.tokens = append(r.tokens, t)
			r.possessive(end)
			return
		}
	}
	// Most words are short, of letters only, and end with a blank.
	var key wordKey
	j, shift := i, 0
	for ; j < len(text) && shift < 64; shift += 8 {
		c := foldedLetters[text[j]]
		if c == 0 {
			break
		}
		key.lo |= uint64(c) << shift
		j++
	}
	if shift == 64 {
		for shift = 0; j < len(text) && shift < 64; shift += 8 {
			c := foldedLetters[text[j]]
			if c == 0 {
				break
			}
			key.hi |= uint64(c) << shift
			j++
		}
	}
	if j == i || j < len(text) && !endsWord[text[j]] {
		r.anyWord(i)
		return
	}
	t := readToken{start: int32(i), end: int32(j), name: noName}
	t.readWord, _ = r.table.find(key)
	r.tokens = append(r.tokens, t)
	r.next = j
}

// foldedLetters are the letters of ASCII in lower case, 0 for all other bytes.
var foldedLetters = func() (folded [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		folded[c], folded[c-'a'+'A'] = c, c
	}
	return folded
}()

// endsWord are bytes that no word goes on with.
var endsWord = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '.': true, ',': true, ';': true, '?': true}

// anyWord appends the token at text[i:], whatever it is, but for a given name.
func (r *Reader) anyWord(i int) {
	text := r.text
	var key wordKey
	n, j := 0, i // n counts the letters, 17 for a word that cannot be known
	digits, join, apostrophe := true, false, false
chars:
	for j < len(text) {
		c := text[j]
		switch charKinds[c] {
		case charLower:
			digits = digits && c <= '9'
		case charUpper:
			c += 'a' - 'A'
			digits = false
		case charJoin:
			if n == 0 || c == '\'' && possessiveLen(text[j:]) > 0 {
				break chars
			}
			join, apostrophe = true, apostrophe || c == '\''
			j++
			continue
		case charWide:
			width, kind := wideChar(text, j)
			switch {
			case kind == charJoin && n > 0 && possessiveLen(text[j:]) == 0:
				join, apostrophe = true, apostrophe || text[j+2] == 0x98 || text[j+2] == 0x99
			case kind == charLower && (n > 0 || !unicode.IsMark(firstRune(text[j:]))):
				n = 17
			default:
				break chars
			}
			j += width
			continue
		default:
			if c == ':' && digits && !join && n > 0 && j+1 < len(text) && isDigit(text, j+1) {
				r.clockTime(i)
				return
			}
			if c != '_' || n == 0 {
				break chars
			}
			n = 17
			j++
			continue
		}
		if n < 16 {
			key.put(n, c)
			n++
		} else {
			n = 17
		}
		j++
	}
	if n == 0 {
		r.mark(i)
		return
	}
	t := readToken{start: int32(i), end: int32(j), name: noName}
	if n <= 16 {
		if text[i] <= '9' {
			t.readWord = numberWord(text[i:j], digits && !join)
		} else if w, ok := r.table.find(key); ok {
			t.readWord = w
		}
	}
	if t.role == roleUnknown && apostrophe {
		t.role = roleBad
	}
	if t.role == roleUnknown && (join || text[i] <= '9') && r.parts(i, j) {
		j = int(r.tokens[len(r.tokens)-1].end)
	} else {
		r.tokens = append(r.tokens, t)
	}
	r.possessive(j)
}

// possessive ends a word at text[i:], with a token of its own for "'s".
func (r *Reader) possessive(i int) {
	if i < len(r.text) && (r.text[i] == '\'' || r.text[i] == 0xe2) {
		if n := possessiveLen(r.text[i:]); n > 0 {
			r.tokens = append(r.tokens, readToken{
				readWord: readWord{role: rolePossessive}, start: int32(i), end: int32(i + n), name: noName,
			})
			i += n
		}
	}
	r.next = i
}

// parts splits text[i:j] at its hyphens and between digits and letters, if all parts are words for which that is usual:
// "45-degree", "5x5".
func (r *Reader) parts(i, j int) bool {
	from := len(r.tokens)
	for i < j {
		if n := joinerLen(r.text[i:]); n > 0 {
			i += n
			continue
		}
		end := i
		for end < j && joinerLen(r.text[end:]) == 0 && isDigit(r.text, end) == isDigit(r.text, i) {
			end++
		}
		t := readToken{start: int32(i), end: int32(end), name: noName}
		if isDigit(r.text, i) {
			t.readWord = numberWord(r.text[i:end], true)
		} else if key, ok := keyOf(r.text[i:end]); ok {
			t.readWord, _ = r.table.find(key)
		}
		if t.flags&flagSplit == 0 || len(r.tokens)-from == 4 {
			r.tokens = r.tokens[:from]
			return false
		}
		r.tokens = append(r.tokens, t)
		i = end
	}
	return true
}

// numberWord reads a number in digits or an ordinal such as "2nd". Numbers of more than 7 digits are not known.
func numberWord(text string, digits bool) readWord {
	n, i := 0, 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' && i < 8 {
		n = n*10 + int(text[i]-'0')
		i++
	}
	if i > 7 {
		return readWord{}
	}
	if digits {
		return readWord{role: roleNumber, num: int32(n), flags: flagName | flagSplit}
	}
	switch text[i:] {
	case "st", "nd", "rd", "th":
		return readWord{role: roleOrdinal, num: int32(n), flags: flagName}
	}
	return readWord{}
}

// clockTime appends a time of day as "10:30" at text[i:]. The number of the token counts half hours.
func (r *Reader) clockTime(i int) {
	text, hour, minute, j := r.text, 0, 0, i
	for ; text[j] != ':'; j++ {
		hour = min(hour*10+int(text[j]-'0'), 99)
	}
	from := j + 1
	for j = from; isDigit(text, j); j++ {
		minute = min(minute*10+int(text[j]-'0'), 99)
	}
	t := readToken{start: int32(i), end: int32(j), name: noName}
	if letter := letterAt(text, j); !letter && j-from == 2 && hour <= 12 && (minute == 0 || minute == 30) {
		t.readWord = readWord{role: roleTime, num: int32(hour%12*2 + minute/30)}
	} else {
		t.role = roleBad
	}
	r.tokens = append(r.tokens, t)
	r.possessive(j)
}

// mark appends the punctuation at text[i:].
func (r *Reader) mark(i int) {
	text := r.text
	t := readToken{readWord: readWord{role: rolePunct}, start: int32(i), end: int32(i + 1), name: noName}
	switch c := text[i]; {
	case c == '.':
		if i+1 == len(text) || blankLen(text, i+1) > 0 {
			t.role = roleStop
		}
	case c == ',' || c == ';':
		t.role = roleComma
		if c == ';' {
			t.num = 1
		}
	case c == '?':
		t.role = roleQuestion
	case strings.HasPrefix(text[i:], "°"):
		t.role, t.end = roleDegree, int32(i+len("°"))
	case strings.HasPrefix(text[i:], "×"):
		t.readWord, t.end = readWord{role: roleBy, num: 1}, int32(i+len("×"))
	case c >= utf8.RuneSelf:
		_, size := utf8.DecodeRuneInString(text[i:])
		t.end = int32(i + size)
	}
	r.tokens = append(r.tokens, t)
	r.next = int(t.end)
}

// wideChar returns the width of a character beyond ASCII and what it is: a letter or digit (charLower), a hyphen or
// apostrophe, or something else.
func wideChar(text string, i int) (width int, kind charKind) {
	c, width := utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
		return width, charLower
	case joinerLen(text[i:]) > 0:
		return width, charJoin
	}
	return width, charOther
}

// markerLen returns the length of the list marker at the start of s, without the blank that must follow it.
func markerLen(s string) int {
	n := 0
	switch {
	case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "*"):
		n = 1
	case strings.HasPrefix(s, "•"):
		n = len("•")
	default:
		for n < len(s) && '0' <= s[n] && s[n] <= '9' {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	if blankLen(s, n) == 0 {
		return 0
	}
	return n
}

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}
