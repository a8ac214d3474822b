package layout

import (
	"fmt"
	"slices"
	"strings"
)

// ConflictError says that a fact cannot hold together with facts stated before.
type ConflictError struct {
	Fact Fact
	// With holds indices into Network.Facts, in increasing order: a smallest set that rules the fact out, found as [Proof]
	// says. It is empty where the world alone rules the fact out.
	With []int
	// MayShrink reports that the search was given up, so that a smaller set may exist.
	MayShrink bool
}

// Error names the fact and those it contradicts by number.
func (e *ConflictError) Error() string {
	var text strings.Builder
	if len(e.With) == 0 {
		fmt.Fprintf(&text, "layout: %v contradicts what is taken for granted about the grid", e.Fact)
		return text.String()
	}
	fmt.Fprintf(&text, "layout: %v contradicts", e.Fact)
	for i, k := range e.With {
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, " fact %d", k)
	}
	return text.String()
}

// excluded reports whether f contradicts what is known. The regime is that with f.
func (net *Network) excluded(f *Fact, regime regime) bool {
	a, b := f.Locatum, f.Relatum
	v := f.intervals()
	for axis := range v {
		known := net.between(axis, a, b)
		if v[axis].Hi < known.Lo || v[axis].Lo > known.Hi {
			return true
		}
		if regime == orders && v[axis].Lo == 0 && v[axis].Hi == 0 {
			if _, _, ok := net.shared(axis, a, b, 0); ok {
				return true
			}
		}
	}
	switch regime {
	case steps:
		return net.axis[rowAxis].least[a*net.n+b] == Unbounded && net.collides(f)
	case searched:
		return !net.can(net.claim(f))
	}
	return false
}

// between returns what the matrices say of x_a - x_b, either of them an object or a line of the frame.
func (net *Network) between(axis, a, b int) Interval {
	m := &net.axis[axis]
	if a >= 0 && b >= 0 {
		return m.between(a, b)
	}
	if m.framed() {
		return m.between(net.node(a), net.node(b))
	}
	// The frame goes without saying: it lies around all objects.
	n, d := m.n, m.least
	v := Anything()
	switch {
	case a == b:
		return Interval{}
	case a == BottomRight || b == TopLeft:
		return net.between(axis, b, a).Negate()
	case a == TopLeft && b == BottomRight:
		v.Hi = 0
		for _, bound := range d {
			v.Hi = min(v.Hi, int(bound))
		}
	case a == TopLeft:
		v.Hi = 0
		for i := range n {
			v.Hi = min(v.Hi, int(d[i*n+b]))
		}
	default: // b == BottomRight
		v.Hi = 0
		for _, bound := range d[a*n : a*n+n] {
			v.Hi = min(v.Hi, int(bound))
		}
	}
	return v
}

// collides reports whether a unit step between two objects that nothing relates puts two others in one cell.
func (net *Network) collides(f *Fact) bool {
	rows, cols := f.Relation.Signs()
	n, a, b := net.n, f.Locatum, f.Relatum
	r, c := net.axis[rowAxis].least, net.axis[colAxis].least
	for i := range n {
		if r[i*n+a] == Unbounded {
			continue
		}
		for j := range n {
			if r[b*n+j] < Unbounded && int(r[i*n+a]+r[b*n+j]) == -rows && int(c[i*n+a]+c[b*n+j]) == -cols {
				return true
			}
		}
	}
	return false
}

// conflict returns the error for a fact that contradicts what is known.
func (net *Network) conflict(f Fact, regime regime) *ConflictError {
	e := &ConflictError{Fact: f}
	if (regime == orders || regime == perAxis) && (!f.Bordered() || net.axis[rowAxis].framed()) {
		e.With = net.against(&f)
		e.MayShrink = net.proof.oneByOne
	} else {
		cut := net.search.cut
		e.With, e.MayShrink = net.smallest([]clause{net.claim(&f)})
		net.search.cut = cut
	}
	slices.Sort(e.With)
	return e
}

// against returns a smallest set of stated facts that rules f out, where the matrices show all: by the opposite of what
// it says of an axis, or by two objects that it would force into one cell.
func (net *Network) against(f *Fact) (with []int) {
	found := false
	try := func(goals ...bound) {
		if proof := net.prove(goals); !found || len(proof) < len(with) {
			with, found = append(with[:0], proof...), true
		}
	}
	a, b := net.node(f.Locatum), net.node(f.Relatum)
	for axis, v := range f.intervals() {
		known := net.axis[axis].between(a, b)
		if v.Hi < known.Lo {
			try(bound{axis, false, b, a, int32(-v.Hi - 1)})
		}
		if v.Lo > known.Hi {
			try(bound{axis, false, a, b, int32(v.Lo - 1)})
		}
		if v != (Interval{}) {
			continue
		}
		for i, j, ok := net.shared(axis, a, b, 0); ok; i, j, ok = net.shared(axis, a, b, i+1) {
			try(bound{axis, false, i, a, 0}, bound{axis, true, i, a, 0},
				bound{axis, false, j, b, 0}, bound{axis, true, j, b, 0},
				bound{1 - axis, false, i, j, 0}, bound{1 - axis, true, i, j, 0})
		}
	}
	return with
}

// shared looks for two objects that would share a cell if a and b were equal on the axis: i in the line of a and j in
// the line of b, already equal on the other axis. It returns the first such pair with i not below first.
func (net *Network) shared(axis, a, b, first int) (i, j int, ok bool) {
	merged, other := &net.axis[axis], &net.axis[1-axis]
	if net.world.Sharing || merged.equal(a, b) {
		return 0, 0, false
	}
	for i := first; i < net.n; i++ {
		if !merged.equal(i, a) {
			continue
		}
		for j := range net.n {
			if merged.equal(j, b) && other.equal(i, j) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}
