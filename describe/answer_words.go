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
	wordPreposition // a direction that is a preposition: what follows it is the relatum, with no "of"
	wordNegation    // the answer is denied
	wordHedge       // the answer is doubted
	wordPaired      // denies, or tells of a motion, together with a word soon after it
	wordAnd
	wordLink     // may stand beside an "and" between two parts of a diagonal
	wordIs       // may stand between the locatum and the direction
	wordOf       // may stand between the direction and the relatum
	wordAgainst  // an object that stands after it is the relatum
	wordTo       // between two objects it leads from the first to the second
	wordPronoun  // stands for some object
	wordSo       // a conclusion follows
	wordMotion   // somebody goes somewhere
	wordCompared // of two numbers it says which is greater
	wordNumber   // a number of a row or a column
	wordLine     // a row or a column: a number when no count stands before it
	wordZero
	wordSays   // makes an "I" before it the one who answers
	wordAnswer // makes a "right" before it mean correct, and an "A" the article
	wordLabel  // says nothing
	wordSame   // starts a way to say that a row or column is shared

	wordDirection = wordUp | wordDown | wordLeft | wordRight
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
	hard             // a colon, a semicolon
	full             // a full stop, an empty line
)

// Places where the name of an object may stand, but none of a known one does.
const (
	noName  = -1
	pronoun = -2 // a word that stands for some object
	nobody  = -3 // an object that was asked about and has no name
)

// token is a word of an answer, or the name of an object.
type token struct {
	word     string // folded as nextWord does; empty for a name
	raw      string
	class    wordClass
	name     int32 // the number of the object, or noName
	before   gap
	line     bool            // a line end stands before it
	question bool            // a question mark follows it
	owner    bool            // a name with "'s"
	relation layout.Cardinal // EQ when the word is no direction here
}

// tokenize splits an answer into words and names.
func (lex *Lexicon) tokenize(text string, names []string) []token {
	tokens := make([]token, 0, 16)
	next := token{name: noName}
	add := func(raw, word string, after gap) {
		next.raw, next.word = raw, word
		if word != "" && (len(raw) != 1 || raw[0] < 'A' || raw[0] > 'Z') { // a letter in capitals is no word
			next.class = lex.words[word]
		}
		tokens = append(tokens, next)
		next = token{name: noName, before: after}
	}
	for i := 0; i < len(text); {
		if name, end := lex.nameAt(text, i, names); name != noName {
			next.name = int32(name)
			owns := possessiveLen(text[end:])
			next.owner = owns > 0
			add(text[i:end], "", blank)
			i = end + owns
			continue
		}
		if end := wordEnd(text, i); end > i {
			add(text[i:end], foldWord(text[i:end]), blank)
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == '-' && strings.HasPrefix(text[i:], "->") {
			size = 2
		}
		switch symbol := text[i : i+size]; {
		case r == '&' || r == '+':
			add(symbol, englishAnd, blank)
		case r == '?' && len(tokens) > 0:
			tokens[len(tokens)-1].question = true
			next.before = full
		case r == '\n':
			if next.before = max(next.before, soft); next.line {
				next.before = full
			}
			next.line = true
		case size > 1 && lex.words[symbol]&wordTo != 0:
			next.before = max(next.before, soft)
			add(symbol, symbol, soft)
		case size > 1 && lex.words[symbol] != 0:
			add(symbol, symbol, blank)
		default:
			next.before = max(next.before, gapOf(r, text, i))
		}
		i += size
	}
	return lex.articles(tokens)
}

// articles makes plain words of an "A" that is the article and an "I" that is the one who answers.
func (lex *Lexicon) articles(tokens []token) []token {
	for i := range tokens[:max(len(tokens)-1, 0)] {
		t, next := &tokens[i], tokens[i+1]
		if t.name == noName || len(t.raw) != 1 || t.owner || next.before > blank || next.name != noName {
			continue
		}
		if t.raw == englishArticle && next.class&wordAnswer != 0 || t.raw == englishSpeaker && next.class&wordSays != 0 {
			t.name, t.word = noName, foldWord(t.raw)
		}
	}
	return tokens
}

// gapOf returns how strongly the character r at text[i:] separates words.
func gapOf(r rune, text string, i int) gap {
	switch r {
	case '-', '_', '‐', '\u2011':
		if wordBefore(text, i) && wordEnd(text, i+utf8.RuneLen(r)) > i+utf8.RuneLen(r) {
			return glue
		}
		if r == '_' { // Markdown emphasis
			return blank
		}
		return soft
	case ' ', '\t', '\r', '\u00a0', '*', '`', '"', '\'', '“', '”', '‘', '’', '$', '\\', '~':
		return blank
	case ';', ':':
		return hard
	case '.', '!', '?', '…':
		return full
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
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && !unicode.Is(unicode.Variation_Selector, r):
		case i > start && (r == '\'' || r == '’') && letterAt(text, i+size):
		case i > start && r == ':' && isDigit(text, i-1) && isDigit(text, i+1):
		default:
			return i
		}
		i += size
	}
	return i
}

// wordBefore reports whether a letter or digit ends at text[:i].
func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
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

// possessiveLen returns the length of the "'s" at the start of s, 0 when there is none.
func possessiveLen(s string) int {
	for _, mark := range englishPossessives {
		if strings.HasPrefix(s, mark) && wordEnd(s, len(mark)) == len(mark) {
			return len(mark)
		}
	}
	return 0
}

// nameAt returns the longest name that stands at text[i:] as a whole word, and the place after it; noName when none
// does. A name that a hyphen joins to another word does not, nor one that is empty or starts with a blank.
func (lex *Lexicon) nameAt(text string, i int, names []string) (name, end int) {
	name, end = noName, i
	for n, try := range names {
		if try == "" || try[0] != text[i] && try[0] != text[i]+('a'-'A') || blankLen(try, 0) > 0 {
			continue
		}
		after, ok := matchName(text, i, try)
		if !ok && len(try) > 1 && 'A' <= text[i] && text[i] <= 'Z' && text[i] != try[0] && !lex.knows(foldWord(try)) {
			after, ok = matchName(text, i+1, try[1:]) // "Lamp" for lamp
		}
		if ok && after > end && wordEnd(text, after) == after {
			name, end = n, after
		}
	}
	if name != noName && (wordBefore(text, i) || hyphenBefore(text, i) || hyphenAfter(text, end)) {
		return noName, i
	}
	return name, end
}

// knows reports whether a word means something in answers.
func (lex *Lexicon) knows(word string) bool {
	_, letter := englishLetters[word]
	return letter || lex.words[word] != 0 || lex.notName[word]
}

// hyphenBefore reports whether a hyphen joins what stands at text[i:] to the word before it.
func hyphenBefore(text string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	return size > 0 && gapOf(r, text, i-size) == glue
}

// hyphenAfter reports whether a hyphen joins the word that ends at text[:i] to the one after it.
func hyphenAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && gapOf(r, text, i) == glue
}
