package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Claims says what kind of thing a question claims of two objects. The zero value is any kind.
type Claims uint8

// The kinds of claims.
const (
	// AnyClaims draws one of the kinds, each with equal chance.
	AnyClaims Claims = iota
	// SideClaims say on which side one object is, in whatever row or column: "in a higher row than". They are facts in the
	// HalfPlane reading.
	SideClaims
	// WholeClaims say a whole relation in the reading of the text: "in the same column as B and above it". In a text of
	// unit steps they say a whole relation either at any distance or at one step; in one of half-planes, diagonals alone.
	WholeClaims
)

func (c Claims) validate(family string) error {
	if c > WholeClaims {
		return fmt.Errorf("qa: %s: claims %d; 0 to %d are allowed", family, c, WholeClaims)
	}
	return nil
}

// assertion is something that can be said of objects 0 and 1.
type assertion struct {
	layout.Fact
	set layout.CardinalSet // the relations of which it is true; empty where it tells distances
}

func assertionOf(f layout.Fact) assertion {
	c := assertion{Fact: f}
	rows, cols := f.Intervals()
	for r := range layout.Cardinal(layout.Cardinals) {
		rowSign, colSign := r.Signs()
		if f.Reading != layout.UnitStep && rows.Contains(rowSign) && cols.Contains(colSign) {
			c.set = c.set.Add(r)
		}
	}
	return c
}

// about returns the claim made of other objects.
func (c *assertion) about(locatum, relatum int) layout.Fact { return about(c.Fact, locatum, relatum) }

// status judges the claim of two objects, of which it is known which relations they can have.
func (c *assertion) status(net *layout.Network, locatum, relatum int, possible layout.CardinalSet) layout.Status {
	switch {
	case c.set == 0:
		return net.Judge(c.about(locatum, relatum))
	case possible&c.set == 0:
		return layout.Contradicted
	case possible&^c.set == 0:
		return layout.Entailed
	}
	return layout.Open
}

// of returns what can be claimed in a text with this reading.
func (c Claims) of(reading layout.Reading) []assertion {
	all := make([]assertion, 0, 2*layout.Cardinals+4)
	add := func(r layout.Reading, wanted func(layout.Cardinal) bool) {
		for relation := layout.N; relation < layout.Cardinals; relation++ {
			if wanted(relation) {
				all = append(all, assertionOf(layout.Fact{Relatum: 1, Relation: relation, Reading: r}))
			}
		}
	}
	if c != WholeClaims {
		add(layout.HalfPlane, layout.Cardinal.Straight)
	}
	if c == SideClaims {
		return all
	}
	if reading == layout.HalfPlane {
		add(layout.HalfPlane, layout.Cardinal.Diagonal)
		return all
	}
	add(layout.Aligned, layout.Cardinal.Valid)
	if reading == layout.UnitStep {
		add(layout.UnitStep, layout.Cardinal.Valid)
	}
	return all
}

// sided reports whether a claim is one of SideClaims.
func sided(f layout.Fact) bool { return f.Reading == layout.HalfPlane && f.Relation.Straight() }

// about returns a claim made of other objects.
func about(claim layout.Fact, locatum, relatum int) layout.Fact {
	claim.Locatum, claim.Relatum = locatum, relatum
	return claim
}

// Reading returns the reading of the direction words in the subject's facts, that of the first that has one; Aligned
// where none does.
func (s Subject) Reading() layout.Reading {
	for _, f := range s.Facts {
		if f.Reading.OfWords() {
			return f.Reading
		}
	}
	return layout.Aligned
}

// AppendAssumptions appends what a prompt must say that shows the subject's facts as text: what its direction words mean,
// whether objects may share a cell, and the size of a grid that has an end. What a question means it says itself.
func (s Subject) AppendAssumptions(dst []byte) []byte {
	return describe.AppendAssumptions(dst, s.Reading(), s.World)
}

// stated says which pairs of objects a fact relates.
type stated struct {
	n     int
	pairs []bool
}

func (s Subject) stated() stated {
	n := s.Layout.Len()
	st := stated{n, make([]bool, n*n)}
	for _, f := range s.Facts {
		if !f.Bordered() && max(f.Locatum, f.Relatum) < n {
			st.pairs[f.Locatum*n+f.Relatum], st.pairs[f.Relatum*n+f.Locatum] = true, true
		}
	}
	return st
}

func (st stated) pair(a, b int) bool { return st.pairs[a*st.n+b] }

// among returns how many of the pairs of the first object and the two others a fact relates.
func (st stated) among(t [3]int) (pairs int) {
	for _, other := range t[1:] {
		if st.pair(t[0], other) {
			pairs++
		}
	}
	return pairs
}

// kindOf returns a number for the kind of a claim.
func kindOf(f layout.Fact) int {
	if sided(f) {
		return 0
	}
	return 1 + int(f.Reading)
}
