package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// countedReader reads counted phrases back by their patterns: what stands after "A is", up to the end of its text.
type countedReader struct {
	lex   *Lexicon
	names []string
	text  string

	form    *countedForm
	relatum int
	side    [axes]int             // the sign of the difference, 0 when it is not said
	count   [axes]layout.Interval // how many, or the place counted from 1
	found   []Fact
}

// readCounted returns the facts that a clause states, about the locatum; none when it is not understood, several when it
// can be read in several ways.
func (lex *Lexicon) readCounted(text string, locatum int, names []string) []Fact {
	r := countedReader{lex: lex, names: names, text: text}
	for i := range lex.forms {
		r.form = &lex.forms[i]
		r.relatum, r.side, r.count = 0, [axes]int{}, [axes]layout.Interval{}
		r.match(r.form.parts, 0, func(end int) {
			if end == len(text) {
				r.take(locatum)
			}
		})
	}
	return r.found
}

// match matches parts at text[i:] and calls then with every place where they can end.
func (r *countedReader) match(parts []gapped, i int, then func(end int)) {
	if len(parts) == 0 {
		then(i)
		return
	}
	part := parts[0]
	if !strings.HasPrefix(r.text[i:], part.text) {
		return
	}
	i += len(part.text)
	rest := func(end int) { r.match(parts[1:], end, then) }
	switch part.gap {
	case gapNone:
		rest(i)
	case gapRelatum:
		for n, name := range r.names {
			if strings.HasPrefix(r.text[i:], name) {
				r.relatum = n
				rest(i + len(name))
			}
		}
	case gapRows:
		r.matchCount(rowAxis, englishRow, i, rest)
	case gapColumns:
		r.matchCount(colAxis, englishColumn, i, rest)
	case gapUnits:
		axis := rowAxis
		if r.form.needs[rowAxis] == needSame {
			axis = colAxis
		}
		r.matchCount(axis, part.unit, i, rest)
	case gapAbove, gapUp, gapHigher, gapNorth, gapLeft, gapWest:
		axis := rowAxis
		if part.gap == gapLeft || part.gap == gapWest {
			axis = colAxis
		}
		for s, word := range sideWords[part.gap] {
			if strings.HasPrefix(r.text[i:], word) {
				r.side[axis] = 2*s - 1
				rest(i + len(word))
			}
		}
	default:
		if part.gap >= gapLeast {
			return
		}
		axis := rowAxis
		if part.gap == gapC || part.gap == gapCWords || part.gap == gapCth {
			axis = colAxis
		}
		if n, end, ok := ordinalAt(r.text, i); ok {
			r.count[axis] = layout.Interval{Lo: n, Hi: n}
			rest(end)
		}
	}
}

// matchCount matches "at least two rows" at text[i:].
func (r *countedReader) matchCount(axis int, unit string, i int, then func(end int)) {
	for k, style := range englishCounts {
		v, at, ok := layout.Interval{Lo: 1, Hi: layout.Unbounded}, i, true
		if style.fits == countExact {
			v.Hi = 0 // until it is said
		}
		for _, part := range countStyleParts[k] {
			if ok = strings.HasPrefix(r.text[at:], part.text); !ok {
				break
			}
			at += len(part.text)
			if part.gap == gapNone {
				continue
			}
			var n int
			if n, at, ok = numberAt(r.text, at); !ok {
				break
			}
			switch part.gap {
			case gapLeast:
				v.Lo = n
			case gapMost:
				v.Hi = n
			case gapBelowLeast:
				v.Lo = n + 1
			case gapAboveMost:
				v.Hi = n - 1
			}
		}
		if !ok {
			continue
		}
		if v.Hi == 0 {
			v.Hi = v.Lo
		}
		rest, ok := strings.CutPrefix(r.text[at:], " "+unit)
		if !ok || !style.fits.fits(v.Lo, v.Hi) || v.Lo < 1 || v.Lo > layout.MaxSide {
			continue
		}
		rest = strings.TrimPrefix(rest, "s")
		r.count[axis] = v
		then(len(r.text) - len(rest))
	}
}

// take enters the fact that a whole match states, unless it is entered or no fact.
func (r *countedReader) take(locatum int) {
	f := Fact{Locatum: locatum, Relatum: r.relatum, Reading: layout.Measured}
	for axis, v := range [axes]*layout.Interval{&f.Rows, &f.Cols} {
		said := r.count[axis]
		switch r.form.needs[axis] {
		case needOpen:
			*v = layout.Anything()
		case needCounted, needExact:
			*v = said
		case needSide:
			*v = layout.Interval{Lo: 1, Hi: layout.Unbounded}
		case needFirst:
			f.Relatum = layout.TopLeft
		case needNumber:
			f.Relatum, *v = layout.TopLeft, layout.Interval{Lo: said.Lo - 1, Hi: said.Lo - 1}
		case needFirstFew:
			f.Relatum, *v = layout.TopLeft, layout.Interval{Hi: said.Lo - 1}
		case needLast:
			f.Relatum = layout.BottomRight
		case needBack:
			f.Relatum, *v = layout.BottomRight, layout.Interval{Lo: 1 - said.Lo, Hi: 1 - said.Lo}
		case needLastFew:
			f.Relatum, *v = layout.BottomRight, layout.Interval{Lo: 1 - said.Lo}
		case needCorner:
			f.Relatum, f.Reading = layout.TopLeft, layout.InCorner
		}
		if r.side[axis] < 0 {
			*v = v.Negate()
		}
	}
	if f.Locatum == f.Relatum || !r.form.fits(met(&f)) {
		return
	}
	for _, known := range r.found {
		if known == f {
			return
		}
	}
	r.found = append(r.found, f)
}

// ordinalAt reads a number at text[i:], as "2", "two", "second" or "13th".
func ordinalAt(text string, i int) (n, end int, ok bool) {
	if n, end, ok := numberAt(text, i); ok {
		return n, end, true
	}
	var buf wordBuffer
	word, end := nextWord(text, i, &buf)
	for n, name := range ordinalWords {
		if name == string(word) {
			return n, end, true
		}
	}
	for _, ending := range englishOrdinalEndings {
		if digits, found := strings.CutSuffix(string(word), ending); found {
			if n, after, ok := numberAt(digits, 0); ok && after == len(digits) {
				return n, end, true
			}
		}
	}
	return 0, i, false
}
