package describe

import (
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// appendMeasured appends what stands between "A is" and the full stop for a Measured or InCorner fact: the phrase with
// this number if it can state the fact, else plain words.
func (lex *Lexicon) appendMeasured(dst []byte, id PhraseID, f *Fact, names []string) []byte {
	if c, ok := lex.countedFit(id, f); ok {
		return lex.appendCounted(dst, c, f, names, countWords[:], ordinalWords[:])
	}
	return lex.appendPlain(dst, f, names)
}

// appendPlain appends the plainest words for a Measured or InCorner fact, with numbers in digits.
func (lex *Lexicon) appendPlain(dst []byte, f *Fact, names []string) []byte {
	if c, ok := lex.plainCounted(f); ok {
		return lex.appendCounted(dst, c, f, names, nil, nil)
	}
	return appendBounds(dst, f, names)
}

// appendCounted fills the gaps of a counted phrase that fits the fact. Numbers are written as these words as far as they
// go.
func (lex *Lexicon) appendCounted(dst []byte, c counted, f *Fact, names, words, ordinals []string) []byte {
	last := f.Relatum == layout.BottomRight
	for _, part := range lex.forms[c.pattern].parts {
		dst = append(dst, part.text...)
		switch part.gap {
		case gapRelatum:
			dst = appendName(dst, names, f.Relatum)
		case gapRows:
			dst = appendCount(dst, f.Rows, int(c.styles[rowAxis]), englishRow, words)
		case gapColumns:
			dst = appendCount(dst, f.Cols, int(c.styles[colAxis]), englishColumn, words)
		case gapUnits:
			v := f.Rows
			if v == (layout.Interval{}) {
				v = f.Cols
			}
			dst = appendCount(dst, v, 0, part.unit, words)
		case gapAbove, gapUp, gapHigher, gapNorth:
			dst = appendSide(dst, f.Rows, part.gap)
		case gapLeft, gapWest:
			dst = appendSide(dst, f.Cols, part.gap)
		case gapR:
			dst = strconv.AppendInt(dst, int64(placeOf(f.Rows, last)), 10)
		case gapC:
			dst = strconv.AppendInt(dst, int64(placeOf(f.Cols, last)), 10)
		case gapRWords:
			dst = appendNumber(dst, placeOf(f.Rows, last), words)
		case gapCWords:
			dst = appendNumber(dst, placeOf(f.Cols, last), words)
		case gapRth:
			dst = appendOrdinal(dst, placeOf(f.Rows, last), ordinals)
		case gapCth:
			dst = appendOrdinal(dst, placeOf(f.Cols, last), ordinals)
		}
	}
	return dst
}

// placeOf returns the number, counted from 1, of the row or column that is farthest from the frame.
func placeOf(v layout.Interval, last bool) int {
	if last {
		return 1 - v.Lo
	}
	return 1 + v.Hi
}

// appendSide appends the word of a gap for the side that an interval is on.
func appendSide(dst []byte, v layout.Interval, word gapKind) []byte {
	if v.Hi < 0 {
		return append(dst, sideWords[word][0]...)
	}
	return append(dst, sideWords[word][1]...)
}

// appendCount appends how many of a unit it is to one side, as in "at least two rows".
func appendCount(dst []byte, v layout.Interval, style int, unit string, words []string) []byte {
	from, to, _ := countsOf(v)
	one := false // the number that stands last is 1
	said := 0
	for _, part := range countStyleParts[style] {
		dst = append(dst, part.text...)
		switch part.gap {
		case gapLeast:
			said = from
		case gapMost:
			said = to
		case gapBelowLeast:
			said = from - 1
		case gapAboveMost:
			said = to + 1
		default:
			one = one && part.text == "" // "one or more rows"
			continue
		}
		one = said == 1
		dst = appendNumber(dst, said, words)
	}
	dst = append(append(dst, ' '), unit...)
	if !one {
		dst = append(dst, 's')
	}
	return dst
}

// appendNumber appends a number of at least 0 as a word, or in digits where the words end.
func appendNumber(dst []byte, n int, words []string) []byte {
	if n < len(words) {
		return append(dst, words[n]...)
	}
	return strconv.AppendInt(dst, int64(n), 10)
}

// appendOrdinal appends "second", or "13th" where the words end.
func appendOrdinal(dst []byte, n int, words []string) []byte {
	if n < len(words) {
		return append(dst, words[n]...)
	}
	dst = strconv.AppendInt(dst, int64(n), 10)
	ending := 3
	if ones := n % 10; n/10%10 != 1 && 1 <= ones && ones <= 3 {
		ending = ones - 1
	}
	return append(dst, englishOrdinalEndings[ending]...)
}

// appendBounds appends any Measured fact bound by bound. All that hold together are the fact.
func appendBounds(dst []byte, f *Fact, names []string) []byte {
	start := len(dst)
	clause := func() {
		if len(dst) > start {
			dst = append(append(append(dst, ' '), englishAnd...), ' ')
		}
	}
	relatum := func(axis int) {
		dst = append(dst, ' ')
		switch f.Relatum {
		case layout.TopLeft:
			dst = append(dst, frameFirst[axis]...)
		case layout.BottomRight:
			dst = append(dst, frameLast[axis]...)
		default:
			dst = appendName(dst, names, f.Relatum)
		}
	}
	// bound says that the difference is at least, or at most, a number.
	bound := func(axis, x int, words *[axes]string) {
		clause()
		dst = append(dst, words[axis]...)
		if f.Relatum == layout.TopLeft && x >= 0 {
			dst = append(append(append(dst, ' '), unitNames[axis]...), ' ')
			dst = strconv.AppendInt(dst, int64(x)+1, 10)
			return
		}
		if x != 0 {
			side := &sideTo
			if x < 0 {
				side, x = &sideFrom, -x
			}
			dst = appendMany(append(dst, ' '), x, unitNames[axis])
			dst = append(append(dst, ' '), side[axis]...)
		}
		relatum(axis)
	}
	for axis, v := range [axes]layout.Interval{f.Rows, f.Cols} {
		switch _, _, oneSide := countsOf(v); {
		case v == layout.Interval{} && !f.Bordered():
			clause()
			dst = append(dst, lineNames[axis]...)
			relatum(axis)
		case oneSide && !f.Bordered():
			clause()
			dst = appendCount(dst, v, plainCount(v), unitNames[axis], nil)
			side := &sideTo
			if v.Hi < 0 {
				side = &sideFrom
			}
			dst = append(append(dst, ' '), side[axis]...)
			relatum(axis)
		default:
			if v.Lo > -layout.Unbounded {
				bound(axis, v.Lo, &boundFrom)
			}
			if v.Hi < layout.Unbounded {
				bound(axis, v.Hi, &boundTo)
			}
		}
	}
	if len(dst) == start {
		dst = append(dst, englishAnywhere...)
		relatum(rowAxis)
	}
	return dst
}
