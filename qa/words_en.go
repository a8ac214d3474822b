package qa

import "github.com/gridscribe/gridscribe/layout"

// The English of questions. A predicate is what may follow "is": words before the relatum and words after it.

type predicate struct{ before, after string }

// wholeWords say a whole relation at any distance, canonically and otherwise.
var wholeWords = [layout.Cardinals][2]predicate{
	layout.N:  {{"in the same column as ", " and above it"}, {"above ", " in the same column"}},
	layout.NE: {{"above and to the right of ", ""}, {"to the upper right of ", ""}},
	layout.E:  {{"in the same row as ", " and to the right of it"}, {"to the right of ", " in the same row"}},
	layout.SE: {{"below and to the right of ", ""}, {"to the lower right of ", ""}},
	layout.S:  {{"in the same column as ", " and below it"}, {"below ", " in the same column"}},
	layout.SW: {{"below and to the left of ", ""}, {"to the lower left of ", ""}},
	layout.W:  {{"in the same row as ", " and to the left of it"}, {"to the left of ", " in the same row"}},
	layout.NW: {{"above and to the left of ", ""}, {"to the upper left of ", ""}},
}

// sideWords say on which side something is, in whatever row or column.
var sideWords = [layout.Cardinals][2]predicate{
	layout.N: {{"in a higher row than ", ""}, {"higher up than ", ", in whatever column"}},
	layout.E: {{"in a column to the right of ", ""}, {"further right than ", ", in whatever row"}},
	layout.S: {{"in a lower row than ", ""}, {"lower down than ", ", in whatever column"}},
	layout.W: {{"in a column to the left of ", ""}, {"further left than ", ", in whatever row"}},
}

// stepWords say a whole relation at one step.
var stepWords = [layout.Cardinals][2]predicate{
	layout.N:  {{"exactly one step above ", ""}, {"exactly one row above ", " in the same column"}},
	layout.NE: {{"exactly one row above and one column to the right of ", ""}},
	layout.E:  {{"exactly one step to the right of ", ""}, {"exactly one column to the right of ", " in the same row"}},
	layout.SE: {{"exactly one row below and one column to the right of ", ""}},
	layout.S:  {{"exactly one step below ", ""}, {"exactly one row below ", " in the same column"}},
	layout.SW: {{"exactly one row below and one column to the left of ", ""}},
	layout.W:  {{"exactly one step to the left of ", ""}, {"exactly one column to the left of ", " in the same row"}},
	layout.NW: {{"exactly one row above and one column to the left of ", ""}},
}

// benchmarkWords are bAbI's and leave their reading to the prompt.
var benchmarkWords = [layout.Cardinals]string{
	layout.N: "above ", layout.NE: "to the upper right of ", layout.E: "to the right of ", layout.SE: "to the lower right of ",
	layout.S: "below ", layout.SW: "to the lower left of ", layout.W: "to the left of ", layout.NW: "to the upper left of ",
}

const samePlaceWords = "in the same place as "

// predicateOf returns how a claim is said of its relatum; ok is false where it takes a sentence.
func predicateOf(f layout.Fact, p Phrasing) (words predicate, ok bool) {
	if f.Reading == layout.Measured && f.Rows == (layout.Interval{}) && f.Cols == (layout.Interval{}) {
		return predicate{samePlaceWords, ""}, true
	}
	if !f.Reading.OfWords() || f.Relation == layout.EQ || !f.Relation.Valid() {
		return predicate{}, false
	}
	if p == Benchmark {
		return predicate{benchmarkWords[f.Relation], ""}, true
	}
	table := &wholeWords
	switch {
	case sided(f):
		table = &sideWords
	case f.Reading == layout.UnitStep:
		table = &stepWords
	}
	words = table[f.Relation][0]
	if variant := table[f.Relation][1]; p == Variant && variant.before != "" {
		words = variant
	}
	return words, true
}

// appendPredicate appends what may follow "A is", as in "in a higher row than B".
func appendPredicate(dst []byte, f layout.Fact, all []string, p Phrasing) []byte {
	words, _ := predicateOf(f, p)
	dst = append(append(dst, words.before...), askedName(all, f.Relatum)...)
	return append(dst, words.after...)
}

// appendList appends names as in "A, B and D".
func appendList(dst []byte, names []string, last string) []byte {
	for i, name := range names {
		switch {
		case i > 0 && i == len(names)-1:
			dst = append(append(append(dst, ' '), last...), ' ')
		case i > 0:
			dst = append(dst, ", "...)
		}
		dst = append(dst, name...)
	}
	return dst
}

// aspectMeanings say what the labels of a direction mean.
var aspectMeanings = [layout.Aspects]string{
	layout.Full: "Above and below mean in the same column, left and right in the same row, and the others mean any distance " +
		"both ways. ",
	layout.Vertical:   "Only the rows count, in whatever columns the two are. ",
	layout.Horizontal: "Only the columns count, in whatever rows the two are. ",
}

const overlapMeaning = "Overlap means in the same place. "
