package describe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gridscribe/gridscribe/layout"
)

// wordClass is a set of the jobs that a word can have in an answer about a direction.
type wordClass uint32

const (
	wordUp wordClass = 1 << iota
	wordDown
	wordLeft
	wordRight
	wordNegation
	wordHedge
	wordAnd
	wordLink   // may stand beside an "and" between two parts of a diagonal
	wordIs     // may stand between the locatum and the direction
	wordOf     // may stand between the direction and the relatum
	wordAnswer // makes a "right" before it mean correct
	wordLabel  // says nothing
	wordSame   // starts a way to say that a row or column is shared
)

// samePhrase is a way to say that a row, a column or both are shared.
type samePhrase struct {
	words    []string
	row, col bool
}

// gap is what separates a word from the one before it; the largest counts.
type gap uint8

const (
	blank gap = iota // blanks, quotes, Markdown
	glue             // a hyphen
	soft             // a comma, a bracket, a slash, a line end
	hard             // a full stop, a colon
)

// token is a word of an answer, or one of the two objects' names.
type token struct {
	word     string // folded as nextWord does; empty for a name
	raw      string
	before   gap
	question bool // a question mark follows it
	class    wordClass
	name     askedName
	relation layout.Cardinal // EQ when the word is no direction here
}

// askedName says which of the two objects that were asked about a token names.
type askedName uint8

const (
	otherWord askedName = iota
	locatumName
	relatumName
)

// tokenize splits an answer into words. The two names count where they stand as whole words; an empty one never does.
func (lex *Lexicon) tokenize(text, locatum, relatum string) []token {
	tokens := make([]token, 0, 16)
	before := blank
	for i := 0; i < len(text); {
		if name, end := askedNameAt(text, i, locatum, relatum); name != otherWord {
			tokens = append(tokens, token{raw: text[i:end], before: before, name: name})
			before, i = blank, end
			continue
		}
		if end := wordEnd(text, i); end > i {
			t := token{raw: text[i:end], word: foldWord(text[i:end]), before: before}
			t.class = lex.words[t.word]
			tokens = append(tokens, t)
			before, i = blank, end
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '&' || r == '+':
			tokens = append(tokens, token{raw: text[i : i+1], word: englishAnd, class: wordAnd, before: before})
			before = blank
		case r == '?' && len(tokens) > 0:
			tokens[len(tokens)-1].question = true
			before = hard
		default:
			before = max(before, gapOf(r, text, i))
		}
		i += size
	}
	return tokens
}

// gapOf returns how strongly the character r at text[i:] separates words.
func gapOf(r rune, text string, i int) gap {
	switch r {
	case '-', '_', '‐', '\u2011':
		glued := i > 0 && wordEnd(text, i-1) > i-1 && wordEnd(text, i+utf8.RuneLen(r)) > i+utf8.RuneLen(r)
		if glued {
			return glue
		}
		if r == '_' { // Markdown emphasis
			return blank
		}
		return soft
	case ' ', '\t', '\r', '\u00a0', '*', '`', '"', '\'', '“', '”', '‘', '’', '$', '\\', '~':
		return blank
	case '.', ';', ':', '!', '?', '…':
		return hard
	}
	return soft
}

// wordEnd returns the place after the word at text[i:]: letters and digits, with apostrophes inside and ':' between
// digits; i itself when there is no word.
func wordEnd(text string, i int) int {
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		case i > start && (r == '\'' || r == '’') && letterAt(text, i+size):
		case i > start && r == ':' && isDigit(text, i-1) && isDigit(text, i+1):
		default:
			return i
		}
		i += size
	}
	return i
}

// letterAt reports whether a letter stands at text[i:].
func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func isDigit(text string, i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }

// foldWord returns a word in lower case without apostrophes.
func foldWord(raw string) string {
	if strings.ContainsAny(raw, "'’") {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "'", ""), "’", "")
	}
	return strings.ToLower(raw)
}

// askedNameAt returns which name stands at text[i:] as a whole word, the longer one if both do. A name that starts with
// a blank is never found.
func askedNameAt(text string, i int, locatum, relatum string) (askedName, int) {
	if i > 0 {
		if last, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.IsLetter(last) || unicode.IsDigit(last) {
			return otherWord, i
		}
	}
	found, end := otherWord, i
	for _, try := range [...]struct {
		name string
		is   askedName
	}{{locatum, locatumName}, {relatum, relatumName}} {
		if try.name == "" || blankLen(try.name, 0) > 0 {
			continue
		}
		if e, ok := matchName(text, i, try.name); ok && e > end && (wordEnd(text, e) == e) {
			found, end = try.is, e
		}
	}
	return found, end
}
