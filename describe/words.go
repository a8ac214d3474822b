package describe

import "strings"

// Text is read as words between blanks. The reader of phrases and the reader of answers share this notion of a word:
// ASCII letters, digits and ':', folded to lower case; hyphens and apostrophes inside a word are left out, so that
// "o’clock", "o'clock" and "oclock" are one word, and so are "north-west" and "northwest".

// wordBuffer holds a folded word. No word that we know is longer; a longer one is cut off, and so stays unknown.
type wordBuffer [24]byte

// nextWord folds the word at text[i:] into buf and returns it with the place after it. The word is empty when
// something else stands there.
func nextWord(text string, i int, buf *wordBuffer) (word []byte, end int) {
	n := 0
	for i < len(text) {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= ':':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		default:
			mark := joinerLen(text[i:])
			if mark == 0 || n == 0 {
				return buf[:n], i
			}
			i += mark
			continue
		}
		if n < len(buf) {
			buf[n] = c
			n++
		}
		i++
	}
	return buf[:n], i
}

// joinerLen returns the length of a hyphen or apostrophe at the start of s, 0 when there is none.
func joinerLen(s string) int {
	switch {
	case s[0] == '-' || s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "’") || strings.HasPrefix(s, "‘") || strings.HasPrefix(s, "‐") || strings.HasPrefix(s, "\u2011"):
		return 3
	}
	return 0
}

// blankLen returns the length of the blank (or line end) at text[i:], 0 when there is none.
func blankLen(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch text[i] {
	case ' ', '\t', '\n', '\r':
		return 1
	case 0xc2:
		if i+1 < len(text) && text[i+1] == 0xa0 { // no-break space
			return 2
		}
	}
	return 0
}

// skipBlanks returns the first place at or after i that is no blank.
func skipBlanks(text string, i int) int {
	for n := blankLen(text, i); n > 0; n = blankLen(text, i) {
		i += n
	}
	return i
}
