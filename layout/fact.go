package layout

import "fmt"

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

// Aligned is Text2Space's reading: "above" is the same column, any number of rows up; "upper-left" is strictly up and
// strictly left, any distance each.
const Aligned Reading = 0

// String returns the name of the reading, as it is recorded in rows.
func (r Reading) String() string {
	if r == Aligned {
		return "aligned"
	}
	return "Reading(?)"
}

// Fact states that the locatum has a relation to the relatum, both given by their index in a layout or network.
// The zero Fact relates object 0 to itself and is not valid.
type Fact struct {
	Locatum, Relatum int
	Relation         Cardinal // never EQ
	Reading          Reading
}

// Converse returns the same fact stated from the other side: "A is north of B" becomes "B is south of A".
func (f Fact) Converse() Fact {
	f.Locatum, f.Relatum, f.Relation = f.Relatum, f.Locatum, f.Relation.Converse()
	return f
}

// Holds reports whether the fact is true of two cells.
func (f Fact) Holds(locatum, relatum Cell) bool {
	return locatum.Relation(relatum) == f.Relation // the Aligned reading
}

// String gives the fact by object numbers, as in "0 N 1": object 0 is north of object 1.
func (f Fact) String() string {
	return fmt.Sprintf("%d %v %d", f.Locatum, f.Relation, f.Relatum)
}
