package describe

import (
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendAssumptions appends what a prompt must say before a text in this reading, about this world, can be understood as
// it is meant: what a direction word says, whether objects may share a cell, and how large the grid is where it has an
// end. The sentences are joined by blanks. The readings Measured and InCorner stand for a text without direction words.
// [Read] understands these sentences.
func AppendAssumptions(dst []byte, reading layout.Reading, world layout.World) []byte {
	start := len(dst)
	for i := range englishAssumptions {
		a := &englishAssumptions[i]
		if a.alias || !a.readings.Has(reading) || !a.says.needed(world) {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		dst = a.append(dst, world)
	}
	return dst
}

// needed reports whether a world needs the assumption to be said.
func (s assumed) needed(world layout.World) bool {
	switch s {
	case assumesApart:
		return !world.Sharing
	case assumesSharing:
		return world.Sharing
	case assumesGrid:
		return world.Rows > 0 && world.Cols > 0
	case assumesRows:
		return world.Rows > 0 && world.Cols <= 0
	case assumesCols:
		return world.Rows <= 0 && world.Cols > 0
	case assumesOrigin:
		return world.Bounded()
	}
	return true
}

func (a *assumption) append(dst []byte, world layout.World) []byte {
	for text := a.text; text != ""; {
		gap := strings.IndexByte(text, '{')
		if gap < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:gap]...)
		var ok bool
		if text, ok = strings.CutPrefix(text[gap:], rowsGap); ok {
			dst = appendMany(dst, world.Rows, englishRow)
		} else {
			text = strings.TrimPrefix(text, colsGap)
			dst = appendMany(dst, world.Cols, englishColumn)
		}
	}
	return dst
}

// The gaps of assumptions.
const rowsGap, colsGap = "{rows}", "{columns}"

// appendMany appends a number in digits and what is counted, as in "4 rows".
func appendMany(dst []byte, n int, unit string) []byte {
	dst = strconv.AppendInt(dst, int64(n), 10)
	dst = append(append(dst, ' '), unit...)
	if n != 1 {
		dst = append(dst, 's')
	}
	return dst
}

// assumptionAt returns the assumption that stands at text[i:] as a whole sentence, the numbers of rows and columns that
// it gives (0 where it gives none), and the place after it. Letter case and the length of blanks do not matter, and a
// number may be a word.
func assumptionAt(text string, i int) (a *assumption, world layout.World, end int) {
	for k := range englishAssumptions {
		a := &englishAssumptions[k]
		if world, end, ok := a.match(text, i); ok {
			return a, world, end
		}
	}
	return nil, layout.World{}, i
}

func (a *assumption) match(text string, i int) (world layout.World, end int, ok bool) {
	for k := 0; k < len(a.text); {
		switch c := a.text[k]; {
		case c == '{':
			n, after, ok := numberAt(text, i)
			if !ok || n < 1 || n > layout.MaxSide {
				return world, 0, false
			}
			unit, side := englishRow, &world.Rows
			if a.text[k+1] == colsGap[1] {
				unit, side = englishColumn, &world.Cols
			}
			after = skipBlanks(text, after)
			if n != 1 {
				unit += "s"
			}
			if !hasFolded(text[after:], unit) {
				return world, 0, false
			}
			*side, i = n, after+len(unit)
			k += strings.IndexByte(a.text[k:], '}') + 1
			continue
		case c == ' ':
			after := skipBlanks(text, i)
			if after == i {
				return world, 0, false
			}
			i = after
		case c == '.' && k == len(a.text)-1 && (i == len(text) || text[i] == '\n'):
			return world, i, true
		case i >= len(text):
			return world, 0, false
		case c == '\'' && joinerLen(text[i:]) > 0:
			i += joinerLen(text[i:])
		case foldByte(text[i]) != foldByte(c):
			return world, 0, false
		default:
			i++
		}
		k++
	}
	return world, i, i == len(text) || blankLen(text, i) > 0
}

// numberAt reads a number at text[i:], in digits or as a word up to twelve.
func numberAt(text string, i int) (n, end int, ok bool) {
	var buf wordBuffer
	word, end := nextWord(text, i, &buf)
	if len(word) == 0 || len(word) > 9 {
		return 0, i, false
	}
	for n, name := range countWords {
		if name == string(word) {
			return n, end, true
		}
	}
	for _, c := range word {
		if c < '0' || c > '9' {
			return 0, i, false
		}
		n = 10*n + int(c-'0')
	}
	return n, end, true
}

func foldByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func hasFolded(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}
