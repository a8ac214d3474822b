package layout

import (
	"math/bits"
	"strings"
)

// Cardinal is one of the nine base relations of the projection-based cardinal direction calculus (Frank 1996; Ligozat
// 1998): the signs of the row and the column difference between a locatum and a relatum. The zero value is EQ.
type Cardinal uint8

// The nine relations, locatum against relatum: N is the same column and a smaller row, NE a smaller row and a larger
// column, and so on clockwise.
const (
	EQ Cardinal = iota
	N
	NE
	E
	SE
	S
	SW
	W
	NW
)

// Cardinals is the number of base relations.
const Cardinals = 9

var cardinalSigns = [Cardinals][2]int8{
	EQ: {0, 0}, N: {-1, 0}, NE: {-1, 1}, E: {0, 1}, SE: {1, 1}, S: {1, 0}, SW: {1, -1}, W: {0, -1}, NW: {-1, -1},
}

var cardinalBySigns = [3][3]Cardinal{{NW, N, NE}, {W, EQ, E}, {SW, S, SE}}

var cardinalNames = [Cardinals]string{"EQ", "N", "NE", "E", "SE", "S", "SW", "W", "NW"}

// CardinalOf returns the relation with the signs of these row and column differences (locatum minus relatum).
func CardinalOf(rows, cols int) Cardinal {
	return cardinalBySigns[sign(rows)+1][sign(cols)+1]
}

// sign has no branches: which way they go is random, and drawings ask often.
func sign(d int) int {
	const top = bits.UintSize - 1
	return d>>top | int(uint(-d)>>top)
}

// Signs returns the signs of the row and the column difference: -1, 0 or 1. N is (-1, 0). A value outside the nine
// relations counts as EQ.
func (c Cardinal) Signs() (rows, cols int) {
	if c >= Cardinals {
		return 0, 0
	}
	s := cardinalSigns[c]
	return int(s[0]), int(s[1])
}

// Valid reports whether c is one of the nine relations.
func (c Cardinal) Valid() bool { return c < Cardinals }

// Converse returns the relation of the relatum to the locatum: N becomes S, EQ stays.
func (c Cardinal) Converse() Cardinal {
	if c >= Cardinals {
		return EQ
	}
	return converses[c]
}

var converses = [Cardinals]Cardinal{EQ: EQ, N: S, NE: SW, E: W, SE: NW, S: N, SW: NE, W: E, NW: SE}

// Straight reports whether c lies along one axis: N, E, S or W.
func (c Cardinal) Straight() bool {
	rows, cols := c.Signs()
	return (rows == 0) != (cols == 0)
}

// Diagonal reports whether c has a part on both axes: NE, SE, SW or NW.
func (c Cardinal) Diagonal() bool {
	rows, cols := c.Signs()
	return rows != 0 && cols != 0
}

// Line returns the one of N, NE, E and SE that runs along the same line as c, which is c or its converse; EQ for EQ.
func (c Cardinal) Line() Cardinal {
	if c > SE && c.Valid() {
		return c.Converse()
	}
	return c
}

// Project returns the part of c that aspect asks about: for Vertical N, S or EQ (same row), for Horizontal W, E or EQ
// (same column), for Full c itself.
func (c Cardinal) Project(aspect Aspect) Cardinal {
	rows, cols := c.Signs()
	switch aspect {
	case Vertical:
		return CardinalOf(rows, 0)
	case Horizontal:
		return CardinalOf(0, cols)
	}
	return c
}

// Compose returns the relations that A can have to C when A has relation c to B and B has relation next to C.
func (c Cardinal) Compose(next Cardinal) CardinalSet {
	r1, c1 := c.Signs()
	r2, c2 := next.Signs()
	var out CardinalSet
	for _, rows := range composeSigns(r1, r2) {
		for _, cols := range composeSigns(c1, c2) {
			out = out.Add(CardinalOf(rows, cols))
		}
	}
	return out
}

// composeSigns returns the possible signs of x+y given the signs of x and of y.
func composeSigns(x, y int) []int {
	switch {
	case x == 0 || x == y:
		return []int{y}
	case y == 0:
		return []int{x}
	}
	return []int{-1, 0, 1}
}

// String returns the compass name: "EQ", "N", "NE" and so on; "Cardinal(?)" for a value outside the nine.
func (c Cardinal) String() string {
	if c >= Cardinals {
		return "Cardinal(?)"
	}
	return cardinalNames[c]
}

// CardinalSet is a set of base relations, bit c for relation c. The zero value is the empty set.
type CardinalSet uint16

// AllCardinals is the set of all nine relations: nothing is known.
const AllCardinals CardinalSet = 1<<Cardinals - 1

// Add returns the set with c in it; a value outside the nine relations adds nothing.
func (s CardinalSet) Add(c Cardinal) CardinalSet { return (s | 1<<c) & AllCardinals }

// Has reports whether c is in the set.
func (s CardinalSet) Has(c Cardinal) bool { return c.Valid() && s&(1<<c) != 0 }

// Converse returns the relations of the relatum to the locatum.
func (s CardinalSet) Converse() (out CardinalSet) {
	for s &= AllCardinals; s != 0; s &= s - 1 {
		out |= 1 << Cardinal(bits.TrailingZeros16(uint16(s))).Converse()
	}
	return out
}

// Only returns the single relation in the set; ok is false when the set holds none or several.
func (s CardinalSet) Only() (c Cardinal, ok bool) {
	s &= AllCardinals
	if s == 0 || s&(s-1) != 0 {
		return EQ, false
	}
	for !s.Has(c) {
		c++
	}
	return c, true
}

// String lists the members in clockwise order from EQ, as in "{N NE}".
func (s CardinalSet) String() string {
	var names []string
	for c := EQ; c < Cardinals; c++ {
		if s.Has(c) {
			names = append(names, c.String())
		}
	}
	return "{" + strings.Join(names, " ") + "}"
}

// Turn returns the relation turned by so many eighths clockwise: N by 2 is E; negative ones turn the other way. EQ stays.
func (c Cardinal) Turn(eighths int) Cardinal {
	if c == EQ || !c.Valid() {
		return c
	}
	return N + Cardinal((int(c-N)+eighths)&7)
}
