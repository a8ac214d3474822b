package layout

import (
	"fmt"
	"strconv"
)

// Aspect says which part of a relation a question asks about. The zero value is Full.
type Aspect uint8

// The three aspects.
const (
	Full       Aspect = iota // the whole relation, one of eight directions
	Vertical                 // above, below or the same row
	Horizontal               // left, right or the same column
)

// Aspects is the number of aspects.
const Aspects = 3

// String returns "full", "vertical" or "horizontal".
func (a Aspect) String() string {
	switch a {
	case Full:
		return "full"
	case Vertical:
		return "vertical"
	case Horizontal:
		return "horizontal"
	}
	return "Aspect(?)"
}

// Reading says what a direction word means. It is part of every fact. The zero value is Aligned.
type Reading uint8

// The readings. The first three give a direction word its meaning; the last two are for facts that no single direction
// word states.
const (
	// Aligned is Text2Space's reading: "above" is the same column, any number of rows up; "upper-left" is strictly up and
	// strictly left, any distance each.
	Aligned Reading = iota
	// HalfPlane is the reading of bAbI 17's questions and of SpartQA: "above" is strictly up, in whatever column;
	// "upper-left" is the same as in Aligned.
	HalfPlane
	// UnitStep is StepGame's reading: exactly one cell that way. "Above" is one row up in the same column, "upper-left" one
	// row up and one column left. Steps add and cancel.
	UnitStep
	// Measured facts say what they mean by their Rows and Cols; there is no direction word.
	Measured
	// InCorner says that the locatum is in one of the four corners of the grid, and which is left open.
	InCorner

	readings
)

// Readings is the number of readings.
const Readings = int(readings)

var readingNames = [readings]string{"aligned", "half-plane", "unit-step", "measured", "in-corner"}

// String returns the name of the reading, as it is recorded in rows.
func (r Reading) String() string {
	if r >= readings {
		return "Reading(?)"
	}
	return readingNames[r]
}

// Valid reports whether r is one of the five readings.
func (r Reading) Valid() bool { return r < readings }

// OfWords reports whether r is a reading of direction words: Aligned, HalfPlane or UnitStep.
func (r Reading) OfWords() bool { return r <= UnitStep }

// The frame of the grid: two cells that stand in the place of a relatum where a fact says in which row or column an
// object is, as in "A is in the second row" or "A is in the last column".
const (
	TopLeft     = -1 - iota // the cell in the first row and the first column
	BottomRight             // the cell in the last row and the last column
)

// Fact states that the locatum has a relation to the relatum, both given by their index in a layout or network. The
// relatum of a Measured fact may also be [TopLeft] or [BottomRight]. The zero Fact relates object 0 to itself and is not
// valid.
type Fact struct {
	Locatum, Relatum int
	Relation         Cardinal // one of the eight directions; EQ for the readings Measured and InCorner
	Reading          Reading
	// Rows and Cols hold the row and the column difference, locatum minus relatum, of a Measured fact. "At least three
	// rows below" is Rows [3,∞) and Cols (-∞,∞); "in the same place" is the zero Interval twice. Both are zero for the
	// other readings.
	Rows, Cols Interval
}

// Bordered reports whether the fact is about a place on the grid and not about a second object.
func (f Fact) Bordered() bool {
	return f.Reading == InCorner || f.Relatum == TopLeft || f.Relatum == BottomRight
}

// Converse returns the same fact stated from the other side: "A is north of B" becomes "B is south of A". A framed fact
// has no other side and is returned as it is.
func (f Fact) Converse() Fact {
	if f.Bordered() {
		return f
	}
	f.Locatum, f.Relatum, f.Relation = f.Relatum, f.Locatum, f.Relation.Converse()
	f.Rows, f.Cols = f.Rows.Negate(), f.Cols.Negate()
	return f
}

// Holds reports whether the fact is true of two cells. Of a fact with the reading InCorner it tells nothing, for want of
// the grid's size: it reports false.
func (f Fact) Holds(locatum, relatum Cell) bool {
	if f.Reading == Aligned {
		return locatum.Relation(relatum) == f.Relation
	}
	v := f.intervals()
	return f.Reading != InCorner && v[rowAxis].Contains(locatum.Row-relatum.Row) && v[colAxis].Contains(locatum.Col-relatum.Col)
}

// String gives the fact by object numbers, as in "0 N 1": object 0 is north of object 1. Readings other than Aligned are
// named, and Measured ones say their intervals.
func (f Fact) String() string {
	switch f.Reading {
	case Aligned:
		return fmt.Sprintf("%d %v %d", f.Locatum, f.Relation, f.Relatum)
	case Measured:
		return fmt.Sprintf("%d rows %v cols %v from %s", f.Locatum, f.Rows, f.Cols, objectName(f.Relatum))
	case InCorner:
		return fmt.Sprintf("%d in a corner", f.Locatum)
	}
	return fmt.Sprintf("%d %v %d (%v)", f.Locatum, f.Relation, f.Relatum, f.Reading)
}

func objectName(i int) string {
	switch i {
	case TopLeft:
		return "top-left"
	case BottomRight:
		return "bottom-right"
	}
	return strconv.Itoa(i)
}
