package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a border or a word of one line. Columns are display columns from 0; end is the first one after it.
type token struct {
	kind     tokenKind
	text     string // folded
	name     int    // for known: the index into the names asked for
	col, end int
	from, to int // bytes of the line
}

type tokenKind uint8

const (
	bar     tokenKind = iota // a vertical border
	mark                     // stands for an empty cell
	known                    // one of the names asked for
	unknown                  // any other word
	glued                    // several of the names asked for, without a blank between
)

// named reports whether the token shows an object.
func (t token) named() bool { return t.kind >= known }

// vocabulary is the names to look for in a drawing; with none, every word may be a name.
type vocabulary struct {
	names    []string
	index    map[string]int // by folded name
	maxWords int            // of one name
	uses     [128]bool      // the ASCII characters in names
}

func newVocabulary(names []string) vocabulary {
	v := vocabulary{names: names, index: make(map[string]int, len(names)), maxWords: 1}
	for i, name := range names {
		name = fold(name)
		if _, again := v.index[name]; !again {
			v.index[name] = i
		}
		for _, c := range []byte(name) {
			if c < utf8.RuneSelf {
				v.uses[c] = true
			}
		}
		v.maxWords = max(v.maxWords, 1+strings.Count(name, " "))
	}
	return v
}

// split finds the borders of a line and its words: the runs of other characters between blanks.
func split(text string) []token {
	var tokens []token
	col, open := 0, false // open: the last token is a word that goes on
	for i, c := range text {
		size := utf8.RuneLen(c)
		if c == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		end := col + runeWidth(c)
		if c == '\t' {
			end = col/8*8 + 8
		}
		switch {
		case isInvisible(c):
		case unicode.IsSpace(c):
			open = false
		case isBar(foldRune(c)):
			tokens = append(tokens, token{kind: bar, col: col, end: end, from: i, to: i + size})
			open = false
		case open:
			last := &tokens[len(tokens)-1]
			last.end, last.to = end, i+size
		default:
			tokens = append(tokens, token{kind: unknown, col: col, end: end, from: i, to: i + size})
			open = true
		}
		col = end
	}
	return tokens
}

// classify tells names from marks and other words, and joins the words of one name. The longest name wins.
func (v *vocabulary) classify(text string, tokens []token) []token {
	if len(tokens) == 1 && v.isDotted(fold(text[tokens[0].from:tokens[0].to])) {
		tokens = letters(text, tokens[0])
	}
	out := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.kind == bar {
			out = append(out, t)
			continue
		}
		for last := v.lastWord(tokens, i); last >= i; last-- {
			phrase := fold(text[t.from:tokens[last].to])
			if name, ok := v.index[phrase]; ok {
				t.kind, t.name, t.text = known, name, phrase
				t.end, t.to = tokens[last].end, tokens[last].to
				i = last
				break
			}
		}
		if t.kind == unknown {
			t.text = fold(text[t.from:t.to])
			switch {
			case isMark(t.text), len(t.text) == 1 && strings.Contains("*#", t.text):
				t.kind = mark
			case v.isGlued(t.text):
				t.kind = glued
			}
		}
		out = append(out, t)
	}
	return out
}

// isDotted reports whether a word has a character for every cell: names of one character, and dots for empty cells.
func (v *vocabulary) isDotted(word string) bool {
	dots := 0
	for _, c := range word {
		if c == '.' || c == '·' {
			dots++
		} else if _, ok := v.index[string(c)]; !ok {
			return false
		}
	}
	_, name := v.index[word]
	return dots > 0 && !name
}

// letters splits a word into its characters.
func letters(text string, word token) []token {
	var out []token
	col := word.col
	for from := word.from; from < word.to; {
		c, size := utf8.DecodeRuneInString(text[from:])
		if !isInvisible(c) {
			end := col + runeWidth(c)
			out = append(out, token{kind: unknown, col: col, end: end, from: from, to: from + size})
			col = end
		}
		from += size
	}
	return out
}

// lastWord returns the last word that a name starting at word i could reach.
func (v *vocabulary) lastWord(tokens []token, i int) int {
	last := i
	for last+1 < len(tokens) && last+1 < i+v.maxWords && tokens[last+1].kind != bar {
		last++
	}
	return last
}

// maxGlued is the longest word, in bytes, that is searched for names without a blank between.
const maxGlued = 64

// isGlued reports whether a word is several names, as in AB or A/B.
func (v *vocabulary) isGlued(word string) bool { return len(v.unglue(word)) > 1 }

// unglue splits a word into the names it is made of; nil when it is not made of names.
func (v *vocabulary) unglue(word string) []string {
	if len(v.index) == 0 || len(word) > maxGlued {
		return nil
	}
	var names []string
	for word != "" {
		n := len(word)
		for n > 0 {
			if _, ok := v.index[word[:n]]; ok {
				break
			}
			n--
		}
		if n == 0 {
			return nil
		}
		names = append(names, word[:n])
		word = strings.TrimLeft(word[n:], ",/&")
	}
	return names
}

// plausible reports whether token i of a line could be a drawn name that was not asked for, and not a word of prose:
// letters and digits that are one character long, or that stand apart as prose does not.
func (v *vocabulary) plausible(tokens []token, i int) bool {
	t := tokens[i]
	if !isWord(t.text) {
		return false
	}
	if utf8.RuneCountInString(t.text) == 1 {
		return true
	}
	apartLeft := i == 0 || tokens[i-1].kind == bar || t.col-tokens[i-1].end >= 2
	apartRight := i+1 == len(tokens) || tokens[i+1].kind == bar || tokens[i+1].col-t.end >= 2
	alone := len(tokens) == 1 && len(v.names) > 0
	return apartLeft && apartRight && !alone
}

// isWord reports whether the text is made of letters, digits and pictographs, with hyphens and the like only inside.
func isWord(text string) bool {
	inside := strings.Map(func(c rune) rune {
		if strings.ContainsRune("-_'’", c) {
			return 'x'
		}
		return c
	}, text)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return isWordRune(first) && isWordRune(last) && !strings.ContainsFunc(inside, func(c rune) bool { return !isWordRune(c) })
}

func isWordRune(c rune) bool {
	return unicode.In(c, unicode.Letter, unicode.Digit, unicode.Mark, unicode.So) && !isBox(c)
}

// isMark reports whether a word stands for an empty cell.
func isMark(word string) bool { return word != "" && strings.Trim(word, "._-·") == "" }

func isBar(c rune) bool {
	return c == '|' || isBox(c) && strings.ContainsRune("│┃║╎╏┆┇┊┋", c)
}

func isStroke(c rune) bool {
	return c == '-' || c == '=' || isBox(c) && strings.ContainsRune("─━═╌╍┄┅┈┉", c)
}

// isBox reports whether c is a box-drawing character.
func isBox(c rune) bool { return c >= 0x2500 && c <= 0x257f }

// isJoint reports whether c is a corner or crossing of borders.
func isJoint(c rune) bool {
	return c == '+' || isBox(c) && !isBar(c) && !isStroke(c)
}

// ValidName reports whether Parse reads this name back wherever Append draws it, when it is among the names asked for:
// UTF-8 text with something other than borders and the marks of empty cells in it, no vertical border or line break, no
// blank at its ends, and no start that opens a code fence. Two names that differ only in full-width letters or in
// the kind of blank are the same to Parse.
func ValidName(name string) bool {
	if !utf8.ValidString(name) || name == "" || isFence(name) || nameWidth(name) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	shown := false
	for _, c := range name {
		if isInvisible(c) || unicode.IsControl(c) {
			return false
		}
		c = foldRune(c)
		if isBar(c) {
			return false
		}
		shown = shown || !isBorder(c) && !strings.ContainsRune(" ._·", c)
	}
	return shown && !unicode.IsSpace(first) && !unicode.IsSpace(last)
}
