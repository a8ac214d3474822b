package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
)

// AppendText appends the question.
func (q Fit) AppendText(dst []byte) []byte {
	variant := q.Phrasing != Canonical
	line, size := "row", "narrowest"
	if q.Upright {
		line = "column"
	}
	if q.Wide {
		size = "widest"
	}
	name, way := thingName(q.Map, q.Thing), describe.CompassName(q.Way)
	switch {
	case q.Form == FitInto && variant:
		return appendAll(dst, "Somebody pushes ", name, " straight ", way, " as far as it goes. What does it hit?")
	case q.Form == FitInto:
		return appendAll(dst, capital(name), " slides ", way, " until something stops it. What stops it?")
	case q.Form == FitBy && variant:
		return appendAll(dst, "Somebody pushes ", name, " straight ", way, " as far as it goes. By how many cells does it move?")
	case q.Form == FitBy:
		return appendAll(dst, capital(name), " slides ", way, " until something stops it. How many cells does it slide?")
	case q.Form == FitRug && variant:
		return fmt.Appendf(dst, "Is there room on the free cells for a rug of %d by %d cells (rows by columns)?", q.Rows, q.Cols)
	case q.Form == FitRug:
		return fmt.Appendf(dst, "Does a rug of %d rows and %d columns fit somewhere on the free cells?", q.Rows, q.Cols)
	case variant:
		return fmt.Appendf(dst, "How many cells wide is the %s gap between walls in %s %d?", size, line, q.Line+1)
	}
	return fmt.Appendf(dst, "Look at the gaps in %s %d. How many cells wide is the %s of them?", line, q.Line+1, size)
}

// AppendFormat appends how an answer is written.
func (q Fit) AppendFormat(dst []byte) []byte {
	switch q.Form {
	case FitInto:
		return append(dst, "Answer with the name of the thing, with \"wall\", or with \"edge\" for the edge of the map."...)
	case FitRug:
		return append(dst, "Answer with \"yes\" or \"no\"."...)
	}
	return append(dst, "Answer with a whole number."...)
}

// AppendConventions appends what stops a thing, which cells are free, and what a gap is.
func (q Fit) AppendConventions(dst []byte) []byte {
	switch {
	case q.Form == FitInto || q.Form == FitBy:
		return append(dst, "North is up and row 1 is the top row. Every thing is in one piece and slides as a whole, without turning. It stops before any of its "+
			"cells would enter a wall or a cell of another thing, and at the edge of the map."...)
	case q.Form == FitRug:
		dst = append(dst, "A cell is free if it is no wall and nothing stands there. The rug covers whole cells; rows run from west to east, that is from left to right. "...)
		if q.Turnable {
			return append(dst, "It may be turned by a quarter, so that its rows and columns are swapped."...)
		}
		return append(dst, "It must not be turned."...)
	case q.Upright:
		return append(dst, "Column 1 is the leftmost. A gap is a run of cells in the column that are no walls, with a wall of the column at both ends, as wide as it has cells; "+
			"what stands in it makes it no narrower."...)
	}
	return append(dst, "Row 1 is the top row. A gap is a run of cells in the row that are no walls, with a wall of the row at both ends, as wide as it has cells; "+
		"what stands in it makes it no narrower."...)
}

// AppendRationale appends how far the thing gets and what it meets, where the rug lies or how wide the widest free place for it is, or the gaps.
func (q Fit) AppendRationale(dst []byte) []byte {
	if !q.asks() {
		return dst
	}
	switch q.Form {
	case FitInto, FitBy:
		name := capital(thingName(q.Map, q.Thing))
		dst = describe.AppendCells(appendAll(dst, name, " takes up "), q.Map.Things[q.Thing].Cells)
		rows, cols := q.Way.Signs()
		moved := slices.Clone(q.Map.Things[q.Thing].Cells)
		for i := range moved {
			moved[i].Row, moved[i].Col = moved[i].Row+q.slide.cells*rows, moved[i].Col+q.slide.cells*cols
		}
		dst = describe.AppendCells(appendAll(dst, ".\nAfter ", howMany(q.slide.cells, "cell"), " ", describe.CompassName(q.Way), " it takes up "), moved)
		if q.slide.only {
			into := string(q.obstacle(q.slide.into))
			switch into {
			case "wall":
				into = "a wall"
			case "edge":
				into = "the edge of the map"
			}
			return appendAll(dst, ".\nOne cell further, ", into, " is in its way.")
		}
		return append(dst, ".\nIt cannot go one cell further."...)
	case FitRug:
		cols, corner := widestFree(q.Map, thingsAt(q.Map), false)
		for i, size := range [][2]int{{q.Rows, q.Cols}, {q.Cols, q.Rows}} {
			if i == 1 && !q.Turnable {
				break
			}
			if i == 1 {
				dst = append(dst, '\n')
			}
			if at := corner[size[0]]; cols[size[0]] >= size[1] {
				return fmt.Appendf(dst, "%d rows and %d columns are free from %v on.", size[0], size[1], Place{at})
			}
			dst = fmt.Appendf(dst, "No more than %s side by side are free over %s; %d are needed.", howMany(cols[size[0]], "column"), howMany(size[0], "row"), size[1])
		}
		return dst
	}
	gaps, _ := gapsOf(nil, q.Map, q.Line, q.Upright)
	for i, g := range gaps {
		if i > 0 {
			dst = append(dst, '\n')
		}
		across := "column"
		if q.Upright {
			across = "row"
		}
		dst = appendLines(append(dst, "A gap: "...), across, g.first, g.last)
		dst = appendAll(dst, ", ", howMany(g.width(), "cell"), " wide.")
	}
	return dst
}
