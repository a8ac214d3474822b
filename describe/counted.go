package describe

import (
	"math/bits"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// The axes of a grid.
const (
	rowAxis = iota
	colAxis
	axes
)

// counted is a counted phrase: a pattern and, for an axis of which it says how many, the way to say that.
type counted struct {
	pattern uint16
	styles  [axes]uint8
}

// countedForm is a pattern of the lexicon taken apart.
type countedForm struct {
	vocabulary Vocabulary
	weight     int
	needs      [axes]axisNeed
	text       string
	parts      []gapped
	first      PhraseID // of its phrases, which differ in their styles
}

// gapped is text and the gap after it.
type gapped struct {
	text string
	gap  gapKind
	unit string // what is counted
}

// gapKind is what a pattern leaves to be filled in.
type gapKind uint8

const (
	gapNone gapKind = iota
	gapRelatum
	gapRows
	gapColumns
	gapUnits // of the axis that is not 0
	gapAbove
	gapUp
	gapHigher
	gapNorth
	gapLeft
	gapWest
	gapR
	gapC
	gapRWords
	gapCWords
	gapRth
	gapCth
	gapLeast
	gapMost
	gapBelowLeast
	gapAboveMost
)

var gapNames = map[string]gapKind{
	"b": gapRelatum, "rows": gapRows, "columns": gapColumns, "cells": gapUnits, "squares": gapUnits, "steps": gapUnits,
	"above": gapAbove, "up": gapUp, "higher": gapHigher, "north": gapNorth, "left": gapLeft, "west": gapWest,
	"r": gapR, "c": gapC, "r words": gapRWords, "c words": gapCWords, "rth": gapRth, "cth": gapCth,
	"n": gapLeast, "m": gapMost, "<n": gapBelowLeast, ">m": gapAboveMost,
}

// takeApart splits a text at its gaps.
func takeApart(text string) []gapped {
	var parts []gapped
	for {
		before, rest, found := strings.Cut(text, "{")
		if !found {
			return append(parts, gapped{text: before})
		}
		name, after, _ := strings.Cut(rest, "}")
		parts = append(parts, gapped{before, gapNames[name], strings.TrimSuffix(name, "s")})
		text = after
	}
}

// addCounted enters counted patterns of one vocabulary. Their phrases are numbered after all that came before.
func (lex *Lexicon) addCounted(vocabulary Vocabulary, patterns []countedPattern) {
	for _, p := range patterns {
		form := countedForm{
			vocabulary, p.weight, [axes]axisNeed{p.rows, p.cols}, p.text, takeApart(p.text),
			PhraseID(len(lex.phrases) + len(lex.counted)),
		}
		for r := range form.styles(rowAxis) {
			for c := range form.styles(colAxis) {
				lex.counted = append(lex.counted, counted{uint16(len(lex.forms)), [axes]uint8{uint8(r), uint8(c)}})
			}
		}
		at := &lex.byNeeds[vocabulary.index()][p.rows][p.cols]
		at.forms = append(at.forms, uint16(len(lex.forms)))
		at.weight += p.weight
		lex.forms = append(lex.forms, form)
	}
}

// formsOf are the patterns of one vocabulary that need the same, and their weight together.
type formsOf struct {
	forms  []uint16
	weight int
}

// styles returns how many ways there are to say the number of an axis: 1 where it is not said or in one way.
func (form *countedForm) styles(axis int) int {
	if form.needs[axis] == needCounted {
		return len(englishCounts)
	}
	return 1
}

// countStyleParts are the texts of englishCounts taken apart.
var countStyleParts = func() (parts [][]gapped) {
	for _, style := range englishCounts {
		parts = append(parts, takeApart(style.text))
	}
	return parts
}()

// axisNeeds is the set of needs that are met.
type axisNeeds uint16

func (s axisNeeds) first() axisNeed { return axisNeed(bits.TrailingZeros16(uint16(s))) }

func (s axisNeeds) has(need axisNeed) bool { return s>>need&1 == 1 }

// met returns the needs that a fact meets on both axes.
func met(f *Fact) [axes]axisNeeds {
	if f.Reading == layout.InCorner {
		return [axes]axisNeeds{1 << needCorner, 1 << needCorner}
	}
	return [axes]axisNeeds{metBy(f.Rows, f.Relatum), metBy(f.Cols, f.Relatum)}
}

func metBy(v layout.Interval, relatum int) axisNeeds {
	if v == layout.Anything() {
		return 1 << needOpen
	}
	exact := v.Lo == v.Hi
	var set axisNeeds
	put := func(need axisNeed, is bool) {
		if is {
			set |= 1 << need
		}
	}
	switch relatum {
	case layout.TopLeft:
		put(needFirst, v == layout.Interval{})
		put(needNumber, exact && v.Lo >= 0)
		put(needFirstFew, v.Lo == 0 && v.Hi > 0 && v.Hi < layout.Unbounded)
	case layout.BottomRight:
		put(needLast, v == layout.Interval{})
		put(needBack, exact && v.Hi < 0)
		put(needLastFew, v.Hi == 0 && v.Lo < 0 && v.Lo > -layout.Unbounded)
	default:
		from, to, oneSide := countsOf(v)
		put(needSame, v == layout.Interval{})
		put(needCounted, oneSide)
		put(needSide, oneSide && from == 1 && to == layout.Unbounded)
		put(needExact, oneSide && exact)
	}
	return set
}

// countsOf returns how many rows or columns it is to the one side that all of v is on; ok is false when there is none.
func countsOf(v layout.Interval) (from, to int, ok bool) {
	if v.Hi < 0 {
		v = v.Negate()
	}
	return v.Lo, min(v.Hi, layout.Unbounded), v.Lo > 0
}

// fits reports whether a style can say these numbers.
func (shape countShape) fits(from, to int) bool {
	switch shape {
	case countExact:
		return from == to
	case countAtLeast:
		return to >= layout.Unbounded
	case countBeyond:
		return to >= layout.Unbounded && from > 1
	case countAtMost:
		return from == 1 && 1 < to && to < layout.Unbounded
	case countBetween:
		return from < to && to < layout.Unbounded
	case countEither:
		return from+1 == to
	}
	return false
}

// hasCounted reports whether a counted phrase of one vocabulary states the fact.
func (lex *Lexicon) hasCounted(f *Fact, vocabulary Vocabulary) bool {
	return lex.weighCounted(met(f), vocabulary) > 0
}

// weighCounted returns the weight of all patterns of one vocabulary that fit.
func (lex *Lexicon) weighCounted(needs [axes]axisNeeds, vocabulary Vocabulary) (total int) {
	table := &lex.byNeeds[vocabulary.index()]
	for rows := needs[rowAxis]; rows != 0; rows &= rows - 1 {
		for cols := needs[colAxis]; cols != 0; cols &= cols - 1 {
			total += table[rows.first()][cols.first()].weight
		}
	}
	return total
}

// formAt returns the pattern of one vocabulary that fits at a place below their weight, heavier ones having more places.
func (lex *Lexicon) formAt(needs [axes]axisNeeds, vocabulary Vocabulary, place int) *countedForm {
	table := &lex.byNeeds[vocabulary.index()]
	for rows := needs[rowAxis]; rows != 0; rows &= rows - 1 {
		for cols := needs[colAxis]; cols != 0; cols &= cols - 1 {
			at := &table[rows.first()][cols.first()]
			if place >= at.weight {
				place -= at.weight
				continue
			}
			for _, i := range at.forms {
				if place -= lex.forms[i].weight; place < 0 {
					return &lex.forms[i]
				}
			}
		}
	}
	return nil
}

func (form *countedForm) fits(needs [axes]axisNeeds) bool {
	return needs[rowAxis].has(form.needs[rowAxis]) && needs[colAxis].has(form.needs[colAxis])
}

// chooseCounted draws a counted phrase of one vocabulary by weight, and the ways to say its numbers by theirs; plainWords
// when none states the fact.
func (lex *Lexicon) chooseCounted(f *Fact, vocabulary Vocabulary, src seed.Source) PhraseID {
	needs := met(f)
	total := lex.weighCounted(needs, vocabulary)
	if total == 0 {
		return plainWords
	}
	form := lex.formAt(needs, vocabulary, src.Intn(total))
	rows, cols := 0, 0
	if form.needs[rowAxis] == needCounted {
		rows = chooseCount(f.Rows, src)
	}
	if form.needs[colAxis] == needCounted {
		cols = chooseCount(f.Cols, src)
	}
	return form.first + PhraseID(rows*form.styles(colAxis)+cols)
}

func chooseCount(v layout.Interval, src seed.Source) int {
	from, to, _ := countsOf(v)
	total := 0
	for _, style := range englishCounts {
		if style.fits.fits(from, to) {
			total += style.weight
		}
	}
	left := src.Intn(total) // every interval on one side has a style
	for i, style := range englishCounts {
		if !style.fits.fits(from, to) {
			continue
		}
		if left -= style.weight; left < 0 {
			return i
		}
	}
	return 0
}

// plainCount returns the plainest way to say a number of rows or columns.
func plainCount(v layout.Interval) int {
	from, to, _ := countsOf(v)
	for i, style := range englishCounts {
		if style.fits.fits(from, to) {
			return i
		}
	}
	return 0
}

// countedFit returns the counted phrase with this number; ok is false when there is none or when it cannot state the fact.
func (lex *Lexicon) countedFit(id PhraseID, f *Fact) (c counted, ok bool) {
	i := int(id) - len(lex.phrases)
	if i < 0 || i >= len(lex.counted) || f.Reading.OfWords() {
		return counted{}, false
	}
	c = lex.counted[i]
	form := &lex.forms[c.pattern]
	if !form.fits(met(f)) {
		return counted{}, false
	}
	for axis, v := range [axes]layout.Interval{f.Rows, f.Cols} {
		if form.needs[axis] != needCounted {
			continue
		}
		if from, to, _ := countsOf(v); !englishCounts[c.styles[axis]].fits.fits(from, to) {
			return counted{}, false
		}
	}
	return c, true
}

// plainCounted returns the plainest counted phrase that states the fact; ok is false when none does.
func (lex *Lexicon) plainCounted(f *Fact) (c counted, ok bool) {
	needs := met(f)
	for i := range lex.forms {
		form := &lex.forms[i]
		if !form.fits(needs) {
			continue
		}
		c.pattern = uint16(i)
		for axis, v := range [axes]layout.Interval{f.Rows, f.Cols} {
			if form.needs[axis] == needCounted {
				c.styles[axis] = uint8(plainCount(v))
			}
		}
		return c, true
	}
	return counted{}, false
}
