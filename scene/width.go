package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameWidth returns how many display columns a name takes.
func nameWidth(name string) int {
	for i := 0; i < len(name); i++ {
		if name[i] >= utf8.RuneSelf {
			return wideNameWidth(name)
		}
	}
	return len(name)
}

func wideNameWidth(name string) int {
	width := 0
	for _, c := range name {
		width += runeWidth(c)
	}
	return width
}

// runeWidth returns the display columns of one character: 0 for a combining mark, 2 for an East Asian wide or
// full-width character or a pictograph, else 1. Sequences of several pictographs joined into one are not recognised.
func runeWidth(c rune) int {
	switch {
	case c < 0x300:
		return 1
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, c):
		return 2
	}
	return 1
}

// wide holds the blocks that Unicode's East Asian Width (UAX #11) gives two columns.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1},                                      // Hangul initials
		{Lo: 0x231a, Hi: 0x231b, Stride: 1},                                      // watch, hourglass
		{Lo: 0x25fd, Hi: 0x25fe, Stride: 1}, {Lo: 0x2614, Hi: 0x2615, Stride: 1}, // small squares, umbrella, cup
		{Lo: 0x2648, Hi: 0x2653, Stride: 1}, {Lo: 0x26aa, Hi: 0x26ab, Stride: 1}, // zodiac, circles
		{Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1}, {Lo: 0x2b50, Hi: 0x2b50, Stride: 5}, // large squares, star
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, {Lo: 0x3041, Hi: 0xa4cf, Stride: 1}, // CJK, kana, Yi
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1},                                      // Hangul syllables
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1}, {Lo: 0xfe30, Hi: 0xfe6f, Stride: 1}, // CJK compatibility
		{Lo: 0xff01, Hi: 0xff60, Stride: 1}, {Lo: 0xffe0, Hi: 0xffe6, Stride: 1}, // full-width forms
	},
	R32: []unicode.Range32{
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, {Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1}, // pictographs
		{Lo: 0x1f7e0, Hi: 0x1f7eb, Stride: 1}, {Lo: 0x1f900, Hi: 0x1faff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1}, // CJK extensions
	},
}

// isInvisible reports whether c is a blank without width: it is as if it were not there.
func isInvisible(c rune) bool { return c == '\u200b' || c == '\u2060' || c == '\ufeff' }

// fold turns full-width letters, digits and signs into their ASCII forms and every blank into a plain one, and leaves
// out what is invisible.
func fold(text string) string {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return strings.Map(foldRune, text)
		}
	}
	return text
}

func foldRune(c rune) rune {
	switch {
	case isInvisible(c):
		return -1
	case c >= 0xff01 && c <= 0xff5e:
		return c - 0xff01 + '!'
	case c != '\t' && unicode.IsSpace(c):
		return ' '
	}
	return c
}
