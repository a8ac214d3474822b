package scene

import "github.com/gridscribe/gridscribe/layout"

// Scene is what a drawing shows. The zero Scene is an empty drawing in the simple style.
type Scene struct {
	Style  Style
	Layout layout.Layout // rows and columns from 0
}

// Parse finds the drawing in a text and reads it. Names are the names that it must show, each once and no others; with
// none given it may show any names. The entities of the scene stand in the order of names, or in reading order where
// none are given. Any error is a *[SyntaxError]; when it is about Missing or Unknown names, the scene holds what was
// shown all the same.
//
// The style is told by the borders. Prose around the drawing, code fences, indentation, tabs, trailing blanks, missing
// or uneven borders, ASCII for box-drawing characters and the other way round, full-width letters, and empty cells
// marked with . _ - or · are all accepted. A line is prose, and ends a drawing, when it holds a word that is neither a
// name nor stands apart as a drawn name would: "A is above B" is prose. Lines that all start with a dash are a list.
//
// What is found is exact. In a grid the borders count the columns, however wide a cell is. Where there are no borders
// between names, the column comes from the alignment. With w the longest name, names that stand whole multiples of w+2
// characters from the left edge are in those columns, empty ones included. Otherwise names whose starts differ by less
// than half the pitch are in one column, and columns are counted without empty ones; the pitch is w+2, or the least
// distance of two starts in one row where that is less. The edge is the panel's left border, or the leftmost name.
//
// Of several drawings the last that reads without error counts, those in code fences before those outside. Rows parted
// by blank lines are one drawing as long as no name repeats and no part is complete by itself; drawings parted by prose
// or by fences are never merged. If none reads without error, the error is about the one that shows most of the names,
// the last of equals.
func Parse(text string, names []string) (Scene, error) {
	if len(text) > MaxText {
		return Scene{}, &SyntaxError{Reason: TooLarge}
	}
	v := newVocabulary(names)
	lines := v.readLines(text)
	best, bestRank := Scene{}, -1
	err := &SyntaxError{Reason: NoDrawing}
	for _, b := range v.blocks(lines) {
		found := shown(lines[b.from:b.to])
		if len(found) == 0 || isList(lines[b.from:b.to]) {
			continue
		}
		scene, fault := v.read(lines, b)
		rank := countKnown(found)
		if fault == nil {
			rank = len(names) + 1
			if lines[b.from].fenced {
				rank++
			}
		}
		if rank >= bestRank {
			best, bestRank, err = scene, rank, fault
		}
	}
	if err != nil {
		return best, err
	}
	return best, nil
}

// isList reports whether all lines start with a dash and a blank, as the items of a list do. A drawing's first
// column is never all empty.
func isList(lines []line) bool {
	for _, l := range lines {
		if l.kind != blank && (l.kind != row || l.tokens[0].kind != mark || l.tokens[0].text != "-") {
			return false
		}
	}
	return true
}
