package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// FoldAsks is what a question about folded paper asks for. The zero value is FoldSheet.
type FoldAsks uint8

// What is asked for.
const (
	FoldSheet FoldAsks = iota // the unfolded sheet: Dots
	FoldHoles                 // how many of its cells have a hole, or have none: a Number
	FoldHole                  // whether a cell of it has a hole, or has none: Yes or No
	foldAsks
)

// Fold asks about the holes of a sheet that is folded, punched and unfolded again. The zero Fold asks nothing, and no response to it is right.
type Fold struct {
	Paper    *layout.Paper // shared; do not change it
	Asks     FoldAsks
	Whole    bool          // ask for cells without a hole; means nothing with FoldSheet
	At       layout.Cell   // the cell that FoldHole asks about
	Hidden   []layout.Cell // of which the evidence does not show whether they are punched, in reading order
	Phrasing Phrasing
}

// Family returns "fold".
func (Fold) Family() string { return FoldFamily{}.Name() }

// asked reports whether there is anything that is asked.
func (q Fold) asked() bool { return q.Paper != nil && q.Asks < foldAsks && q.Paper.Validate() == nil }

// Media lists all media.
func (Fold) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the folds in words, and the folded and punched paper as a drawing, in words or both.
func (q Fold) AppendEvidence(dst []byte, medium Medium) []byte {
	if !q.asked() {
		return dst
	}
	p := q.Paper
	dst = fmt.Appendf(dst, "A sheet of paper of %d rows and %d columns is folded ", p.Rows, p.Cols)
	dst = append(dst, timesWord(len(p.Folds))...)
	dst = append(dst, ':')
	for i, f := range p.Folds {
		dst = fmt.Appendf(dst, "\n%d. ", i+1)
		dst = appendFold(dst, f, p.Extent(i))
	}
	dst = append(dst, "\n\nThen holes are punched through all layers"...)
	shown := p.Punches
	if len(q.Hidden) > 0 {
		shown = slices.DeleteFunc(slices.Clone(shown), func(c layout.Cell) bool { return slices.Contains(q.Hidden, c) })
	}
	if medium == AsText || medium == AsBoth {
		if len(shown) == 0 {
			dst = append(dst, ", nowhere that is known"...)
		} else {
			dst = append(describe.AppendCells(append(dst, " at "...), shown), ", and at no other cell"...)
		}
		if len(q.Hidden) > 0 {
			dst = append(dst, ", but nothing is known of "...)
			dst = describe.AppendCells(dst, q.Hidden)
		}
		if dst = append(dst, '.'); medium == AsText {
			return dst
		}
		dst = append(dst, " The folded paper:\n\n"...)
	} else {
		dst = append(dst, ". This is the folded paper:\n\n"...)
	}
	start := len(dst)
	b := p.Extent(len(p.Folds))
	for row := range p.Rows {
		if row > 0 {
			dst = append(dst, '\n')
		}
		for col := range p.Cols {
			mark := byte('-')
			if b.Contains(layout.Cell{Row: row, Col: col}) {
				mark = '.'
			}
			dst = append(dst, mark)
		}
	}
	set := func(cells []layout.Cell, mark byte) {
		for _, c := range cells {
			if c.Row >= 0 && c.Col >= 0 && c.Row < p.Rows && c.Col < p.Cols {
				dst[start+c.Row*(p.Cols+1)+c.Col] = mark
			}
		}
	}
	set(shown, '#')
	set(q.Hidden, '?')
	dst = append(dst, "\n\n# = hole\n. = paper without a hole\n- = no paper lies here any more"...)
	if len(q.Hidden) > 0 {
		dst = append(dst, "\n? = unknown"...)
	}
	return dst
}

// timesWord says how often.
func timesWord(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// appendFold appends a sentence about a fold of paper that lies in a box. It names the flap by where it ends, for "the left half" would be wrong
// of most.
func appendFold(dst []byte, f layout.Fold, b layout.Box) []byte {
	what, first, last := "row", b.Row, b.Row+b.Rows-1
	if f.Flap == layout.E || f.Flap == layout.W {
		what, first, last = "column", b.Col, b.Col+b.Cols-1
	}
	where, way := "right of", "to the left"
	switch f.Flap {
	case layout.N:
		where, way = "above", "down"
	case layout.S:
		where, way = "below", "up"
	case layout.W:
		where, way = "left of", "to the right"
	}
	from, to := first, f.Crease-1
	if f.Flap == layout.S || f.Flap == layout.E {
		from, to = f.Crease, last
	}
	dst = fmt.Appendf(dst, "The part %s the crease between %ss %d and %d, ", where, what, f.Crease, f.Crease+1)
	if from == to {
		dst = fmt.Appendf(dst, "that is %s %d, ", what, from+1)
	} else {
		dst = fmt.Appendf(dst, "that is %ss %d to %d, ", what, from+1, to+1)
	}
	return fmt.Appendf(dst, "is folded %s over the crease, onto the rest.", way)
}

// AppendConventions appends how cells are counted and that the paper is unfolded again.
func (q Fold) AppendConventions(dst []byte) []byte {
	return append(dst, "Row 1 is at the top and column 1 on the left. Rows and columns keep the numbers that they have on the flat sheet: what is not folded over "+
		"stays where it is. A hole takes up one cell and goes through all layers that lie there. Then the paper is unfolded again, the last fold first, "+
		"each about its own crease."...)
}

// AppendText appends the question.
func (q Fold) AppendText(dst []byte) []byte {
	variant := q.Phrasing != Canonical
	switch q.Asks {
	case FoldSheet:
		if variant {
			return append(dst, "What does the flat sheet look like in the end? Draw all of it."...)
		}
		return append(dst, "Draw the whole sheet after it has been unfolded."...)
	case FoldHoles:
		having := "a hole"
		if q.Whole {
			having = "no hole"
		}
		if variant {
			return fmt.Appendf(dst, "Count the cells with %s on the flat sheet at the end. How many are there?", having)
		}
		return fmt.Appendf(dst, "How many cells of the unfolded sheet have %s?", having)
	}
	at := Place{q.At}.String()
	switch {
	case variant && q.Whole:
		return fmt.Appendf(dst, "When the sheet is flat again, is the cell at %s without a hole?", at)
	case variant:
		return fmt.Appendf(dst, "When the sheet is flat again, does the cell at %s have a hole?", at)
	case q.Whole:
		return fmt.Appendf(dst, "Is the unfolded sheet whole, without a hole, at %s?", at)
	}
	return fmt.Appendf(dst, "Is there a hole at %s of the unfolded sheet?", at)
}

// AppendFormat appends what an answer looks like.
func (q Fold) AppendFormat(dst []byte) []byte {
	switch q.Asks {
	case FoldSheet:
		return append(dst, "Answer with one line for each row, # for a cell with a hole and . for one without."...)
	case FoldHoles:
		return append(dst, "Answer with a number."...)
	}
	return append(dst, "Answer with yes or no."...)
}

// Answer returns the sheet, the number, or yes or no.
func (q Fold) Answer() Answer {
	if !q.asked() {
		return TruthValue(0)
	}
	switch q.Asks {
	case FoldSheet:
		return Dots{q.Paper.Unfold()}
	case FoldHoles:
		n := q.Paper.Unfold().Count()
		if q.Whole {
			n = q.Paper.Rows*q.Paper.Cols - n
		}
		return Number{Value: n}
	}
	return yesOrNo(slices.Contains(q.Paper.Punches, q.Paper.Under(q.At)) != q.Whole)
}

// Hops returns 0: no stated facts.
func (Fold) Hops() int { return 0 }

// Verify grades a drawing, a number, or yes or no.
func (q Fold) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	switch q.Asks {
	case FoldSheet:
		return verifyDots(response, Dots{q.Paper.Unfold()})
	case FoldHoles:
		given, err = readNumber(response, "", "holes", "hole", "cells", "cell")
	default:
		given, err = readTruth(response, nil)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	right := q.Answer()
	return graded(given, given.Equal(right), right)
}

// Difficulty counts the cells that each unfolding has to be thought through for: those with a hole, or for one cell the folds; and the folds.
func (q Fold) Difficulty() int {
	if !q.asked() {
		return 1
	}
	folds := len(q.Paper.Folds)
	if q.Asks == FoldHole {
		return 2*folds + len(q.Paper.Punches)
	}
	return folds + q.Paper.Unfold().Count()
}

// Mistakes returns the answers of those who unfold about the middle, leave out a fold or do not unfold at all.
func (q Fold) Mistakes() []Answer {
	if !q.asked() {
		return nil
	}
	p := q.Paper
	if q.Asks == FoldHole {
		return []Answer{Yes + No - q.Answer().(TruthValue)}
	}
	var all []Answer
	right := p.Unfold()
	add := func(m *layout.Matrix) {
		if q.Asks == FoldSheet {
			if a := (Dots{m}); !m.Equal(right) && !slices.ContainsFunc(all, func(b Answer) bool { return a.Equal(b) }) {
				all = append(all, a)
			}
			return
		}
		n := Number{Value: m.Count()}
		if q.Whole {
			n.Value = len(m.Dots) - n.Value
		}
		if m.Count() != right.Count() && !slices.Contains(all, Answer(n)) {
			all = append(all, n)
		}
	}
	add(middledHoles(p))
	for folds := 1; folds <= len(p.Folds); folds++ {
		add(p.UnfoldTo(folds))
	}
	// A hole more or less, and the sheet the wrong way round.
	for i := range right.Dots {
		if right.Dots[i] && right.Count() > 1 {
			less := right.Clone()
			less.Dots[i] = false
			add(less)
			break
		}
	}
	for i := range right.Dots {
		if !right.Dots[i] {
			more := right.Clone()
			more.Dots[i] = true
			add(more)
			break
		}
	}
	for s := range layout.Symmetry(layout.Symmetries) {
		if m := right.Transform(s); q.Asks == FoldSheet && m.Rows == right.Rows {
			add(m)
		}
	}
	return all
}
