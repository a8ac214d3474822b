package describe

import "github.com/gridscribe/gridscribe/layout"

// relation is what the places of a predicate say so far of a subject against one landmark.
type relation struct {
	rows, cols int8 // the direction, as signs
	flags      relFlags
	// How many rows and columns, where relRows and relCols say so.
	countRows, countCols layout.Interval
}

// relFlags say more about a relation.
type relFlags uint16

const (
	relRow0     relFlags = 1 << iota // in the same row
	relCol0                          // in the same column
	relVertical                      // must be straight up or down
	relHorizontal
	relDiagonal
	relStraight // said to be straight
	relRows     // countRows holds
	relCols
	relSteps  // counted in steps: 0 along the other axis
	relClock  // by the clock
	relCorner // in a corner
	relAngle  // at an angle
	relLoose  // "lower", which compares nothing
	relOpen   // "somewhere": nothing is said of the other axis

	// What says something of its own.
	relSays = relRow0 | relCol0 | relRows | relCols
)

// empty reports whether nothing was said.
func (rel *relation) empty() bool { return rel.rows == 0 && rel.cols == 0 && rel.flags == 0 }

// direct reports whether there is a direction or something else that makes a fact.
func (rel *relation) direct() bool { return rel.rows != 0 || rel.cols != 0 || rel.flags&relSays != 0 }

// directionless reports whether something was said, but no direction and no count.
func (rel *relation) directionless() bool {
	return rel.rows == 0 && rel.cols == 0 && rel.flags != 0 && rel.flags&(relRows|relCols) == 0
}

// merge adds what other says; false when both cannot hold.
func (rel *relation) merge(other *relation) bool {
	if rel.rows*other.rows < 0 || rel.cols*other.cols < 0 {
		return false
	}
	if rel.rows == 0 {
		rel.rows = other.rows
	}
	if rel.cols == 0 {
		rel.cols = other.cols
	}
	ok := true
	if other.flags&relRows != 0 {
		if rel.flags&relRows != 0 {
			rel.countRows, ok = rel.countRows.Meet(other.countRows)
		} else {
			rel.countRows = other.countRows
		}
	}
	if other.flags&relCols != 0 && ok {
		if rel.flags&relCols != 0 {
			rel.countCols, ok = rel.countCols.Meet(other.countCols)
		} else {
			rel.countCols = other.countCols
		}
	}
	rel.flags |= other.flags
	return ok && rel.possible()
}

// possible reports whether the direction agrees with what else is said.
func (rel *relation) possible() bool {
	up, across := rel.rows != 0, rel.cols != 0
	switch f := rel.flags; {
	case f&relRow0 != 0 && up, f&relCol0 != 0 && across, f&relVertical != 0 && across, f&relHorizontal != 0 && up:
		return false
	case f&relVertical != 0 && f&(relRow0|relHorizontal) != 0, f&relHorizontal != 0 && f&relCol0 != 0:
		return false
	case f&relDiagonal != 0 && f&(relRow0|relCol0|relVertical|relHorizontal) != 0:
		return false
	}
	return true
}

// opposite reports whether other is straight across from rel, and both are mere directions.
func (rel *relation) opposite(other *relation) bool {
	const counted = relSays&^(relRow0|relCol0) | relClock | relCorner | relAngle
	return (rel.rows != 0 || rel.cols != 0) && rel.rows == -other.rows && rel.cols == -other.cols &&
		(rel.flags|other.flags)&counted == 0
}

// line turns a need to be straight into a shared row or column.
func (f relFlags) line() relFlags {
	if f&relVertical != 0 {
		return relCol0
	}
	return relRow0
}

// emit adds the fact that the subject has a relation to the landmark.
func (r *Reader) emit(subject, landmark placed, rel relation) bool {
	if subject.name == landmark.name {
		return r.fail(SelfRelation, int(landmark.at))
	}
	if r.paired != noPair && r.inPair(subject.name) && r.inPair(landmark.name) {
		rel.flags |= r.pairCon
		r.paired, r.pairCon = pairDone, 0
	}
	f, problem := rel.fact(r.reading)
	if problem != NoProblem {
		return r.fail(problem, int(subject.at))
	}
	f.Locatum, f.Relatum = int(subject.name), int(landmark.name)
	r.d.Facts = append(r.d.Facts, f)
	return true
}

// fact makes a fact of what was said, without its objects.
func (rel *relation) fact(reading layout.Reading) (f Fact, problem Problem) {
	if !rel.possible() {
		return f, Contradiction
	}
	if !rel.direct() || rel.flags&relDiagonal != 0 && rel.rows == 0 || rel.flags&relDiagonal != 0 && rel.cols == 0 {
		return f, AmbiguousDirection
	}
	const straight = relStraight | relVertical | relHorizontal | relRow0 | relCol0
	if rel.flags&(relRows|relCols|relOpen) == 0 && (rel.rows != 0 || rel.cols != 0) {
		f.Relation, f.Reading = layout.CardinalOf(int(rel.rows), int(rel.cols)), reading
		if reading == layout.HalfPlane && rel.flags&straight != 0 && f.Relation.Straight() {
			f.Reading = layout.Aligned
		}
		return f, NoProblem
	}
	// Of a number or a mere side, "vertically" may mean along the rows, or straight.
	if f := rel.flags; f&relVertical != 0 && f&relCol0 == 0 || f&relHorizontal != 0 && f&relRow0 == 0 {
		return Fact{}, AmbiguousDirection
	}
	side := reading
	if rel.flags&relOpen != 0 { // "in a higher row", "somewhere above": at any distance in every reading
		side = layout.HalfPlane
	}
	rows := axisOf(int(rel.rows), rel.countRows, rel.flags&relRows != 0, rel.flags&relRow0 != 0, side)
	cols := axisOf(int(rel.cols), rel.countCols, rel.flags&relCols != 0, rel.flags&relCol0 != 0, side)
	// What is counted in steps, or is straight, is so along one axis.
	along := rel.flags&relSteps != 0 && reading != layout.HalfPlane || rel.flags&(relStraight|relVertical|relHorizontal) != 0
	if along && rel.flags&(relRows|relCols) != relRows|relCols {
		switch {
		case rel.flags&relSteps != 0 && (rel.rows != 0 || rel.cols != 0):
			return f, AmbiguousDirection // "two steps above and to the left"
		case rel.flags&relRows != 0 && rel.cols == 0:
			cols = layout.Interval{}
		case rel.flags&relCols != 0 && rel.rows == 0:
			rows = layout.Interval{}
		}
	}
	if rows.Lo > rows.Hi || cols.Lo > cols.Hi {
		return f, Contradiction
	}
	f.Reading, f.Rows, f.Cols = layout.Measured, rows, cols
	return f, NoProblem
}

// axisOf is what is said of one axis.
func axisOf(sign int, count layout.Interval, counted, same bool, reading layout.Reading) layout.Interval {
	v := layout.Anything()
	switch {
	case same:
		v = layout.Interval{}
	case sign < 0:
		v.Hi = -1
	case sign > 0:
		v.Lo = 1
	}
	if sign != 0 && reading == layout.UnitStep {
		v = layout.Interval{Lo: sign, Hi: sign}
	}
	if counted {
		v = layout.Interval{Lo: max(v.Lo, count.Lo), Hi: min(v.Hi, count.Hi)}
	}
	return v
}

// framed is where on the grid the subjects are, counted from its first and from its last row and column.
type framed struct {
	rows, cols         layout.Interval // from the top left
	lastRows, lastCols layout.Interval // from the bottom right
	said               frameSaid
}

type frameSaid uint8

const (
	frameRow frameSaid = 1 << iota
	frameCol
	frameLastRow
	frameLastCol
	frameCorner
)

// framedFacts adds the facts of a place on the grid.
func (r *Reader) framedFacts(subject placed, f *framed) {
	one := func(relatum int, rows, cols layout.Interval, row, col bool) {
		if !row && !col {
			return
		}
		if !row {
			rows = layout.Anything()
		}
		if !col {
			cols = layout.Anything()
		}
		r.d.Facts = append(r.d.Facts, Fact{
			Locatum: int(subject.name), Relatum: relatum, Reading: layout.Measured, Rows: rows, Cols: cols,
		})
	}
	one(layout.TopLeft, f.rows, f.cols, f.said&frameRow != 0, f.said&frameCol != 0)
	one(layout.BottomRight, f.lastRows, f.lastCols, f.said&frameLastRow != 0, f.said&frameLastCol != 0)
	if f.said&frameCorner != 0 {
		r.d.Facts = append(r.d.Facts, Fact{Locatum: int(subject.name), Relatum: layout.TopLeft, Reading: layout.InCorner})
	}
}

// add adds what is said of the distance to a row or column of the grid; false when nothing is left.
func (f *framed) add(said frameSaid, v layout.Interval) bool {
	var to *layout.Interval
	switch said {
	case frameRow:
		to = &f.rows
	case frameCol:
		to = &f.cols
	case frameLastRow:
		to = &f.lastRows
	default:
		to = &f.lastCols
	}
	if f.said&said != 0 {
		var ok bool
		*to, ok = to.Meet(v)
		return ok
	}
	*to = v
	f.said |= said
	return true
}
