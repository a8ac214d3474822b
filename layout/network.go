package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Network holds stated facts about n objects, numbered from 0, and everything that they entail. Each axis is a simple
// temporal network (Dechter, Meiri & Pearl 1991): a difference-bound matrix over whole numbers, kept closed under
// composition after every fact, so that every answer is read off and none is searched for.
//
// Objects never share a cell. For facts in the Aligned reading all that is entailed and possible is exact under that
// rule too: such facts never leave a bound of "at most 0" open, so forbidding equality of an undecided pair excludes
// neither order. Only the widths in [Network.Intervals] leave the rule out: of two objects in a column whose order is
// open, each alone counts as a row between those above and those below, not both.
//
// The zero Network is about no objects; use [NewNetwork] or [Network.Reset]. A Network must not be used from two
// goroutines at once, not even to ask, because it keeps scratch space.
type Network struct {
	n     int
	world World
	axis  [axes]boundMatrix
	facts []Fact
	seen  []bool // objects that occur in a fact
	nseen int

	proof prover            // scratch of Prove
	grid  [axes]boundMatrix // scratch of Realise
}

// NewNetwork returns a network about n objects in a world, with no facts. It returns an error wrapping [ErrTooMany] when n is
// above [MaxObjects], and an error when n is negative or the world not valid.
func NewNetwork(n int, w World) (*Network, error) {
	net := new(Network)
	if err := net.Reset(n, w); err != nil {
		return nil, err
	}
	return net, nil
}

// Reset empties the network and makes it about n objects, keeping its memory. Errors are those of [NewNetwork].
func (net *Network) Reset(n int, w World) error {
	if err := w.Validate(); err != nil {
		return err
	}
	if n < 0 {
		return fmt.Errorf("layout: a network of %d objects; 0 to %d are allowed", n, MaxObjects)
	}
	if n > MaxObjects {
		return fmt.Errorf("layout: a network of %d objects; 0 to %d are allowed: %w", n, MaxObjects, ErrTooMany)
	}
	net.n, net.world = n, w
	net.facts = net.facts[:0]
	for axis := range net.axis {
		net.axis[axis].reset(n)
	}
	net.seen = slices.Grow(net.seen[:0], n)[:n]
	clear(net.seen)
	net.nseen = 0
	return nil
}

// World returns what the network takes for granted.
func (net *Network) World() World { return net.world }

// Len returns the number of objects.
func (net *Network) Len() int { return net.n }

// Facts returns the stated facts in the order in which they were added. The slice is the network's own.
func (net *Network) Facts() []Fact { return net.facts }

// ErrInvalidFact is wrapped by the error for a fact that no network could hold: an index out of range, an object
// related to itself, or a relation or reading that does not exist.
var ErrInvalidFact = errors.New("invalid fact")

// ConflictError says that a fact cannot hold together with facts stated before.
type ConflictError struct {
	Fact Fact
	// With holds indices into Network.Facts: a smallest set that rules the fact out, found as [Proof] says.
	With []int
}

// Error names the fact and those it contradicts by number.
func (e *ConflictError) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "layout: %v contradicts", e.Fact)
	for i, k := range e.With {
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, " fact %d", k)
	}
	return text.String()
}

// Add states a fact. It returns an error wrapping [ErrInvalidFact] for a malformed fact, and a [*ConflictError] for one
// that contradicts what is known; the network is then as it was before. A fact that agrees costs O(n²) at most, and less
// the more of it was entailed already; one that does not costs the search for the facts that it contradicts.
func (net *Network) Add(f Fact) error {
	if err := net.check(f); err != nil {
		return err
	}
	if with, conflict := net.against(f); conflict {
		return &ConflictError{Fact: f, With: with}
	}
	net.facts = append(net.facts, f)
	net.apply(f)
	return nil
}

func (net *Network) check(f Fact) error {
	switch {
	case f.Locatum < 0 || f.Locatum >= net.n || f.Relatum < 0 || f.Relatum >= net.n:
		return fmt.Errorf("layout: %v: there are %d objects, numbered from 0: %w", f, net.n, ErrInvalidFact)
	case f.Locatum == f.Relatum:
		return fmt.Errorf("layout: %v: an object has no relation to itself: %w", f, ErrInvalidFact)
	case !f.Relation.Valid() || f.Relation == EQ:
		return fmt.Errorf("layout: %v: the relation must be one of the eight directions, not %d: %w", f, f.Relation, ErrInvalidFact)
	case !f.Reading.OfWords():
		return fmt.Errorf("layout: %v: the reading must be aligned, half-plane or unit-step, not %d: %w", f, f.Reading, ErrInvalidFact)
	}
	return nil
}

// against returns a smallest set of stated facts that rules f out, if f is ruled out: by the opposite of what it says of
// an axis, or by two objects that it would force into one cell.
func (net *Network) against(f Fact) (with []int, conflict bool) {
	try := func(goals ...bound) {
		if found := net.prove(goals); !conflict || len(found) < len(with) {
			with, conflict = append(with[:0], found...), true
		}
	}
	for axis, v := range f.intervals() {
		known := net.axis[axis].between(f.Locatum, f.Relatum)
		if v.Hi < known.Lo {
			try(bound{axis, false, f.Relatum, f.Locatum, int32(-v.Hi - 1)})
		}
		if v.Lo > known.Hi {
			try(bound{axis, false, f.Locatum, f.Relatum, int32(v.Lo - 1)})
		}
		if v != (Interval{}) {
			continue
		}
		for i, j, ok := net.shared(axis, f.Locatum, f.Relatum, 0); ok; i, j, ok = net.shared(axis, f.Locatum, f.Relatum, i+1) {
			try(bound{axis, false, i, f.Locatum, 0}, bound{axis, true, i, f.Locatum, 0},
				bound{axis, false, j, f.Relatum, 0}, bound{axis, true, j, f.Relatum, 0},
				bound{1 - axis, false, i, j, 0}, bound{1 - axis, true, i, j, 0})
		}
	}
	slices.Sort(with)
	return with, conflict
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

// apply closes both axes over a fact that does not contradict them.
func (net *Network) apply(f Fact) {
	for _, o := range [2]int{f.Locatum, f.Relatum} {
		if !net.seen[o] {
			net.seen[o] = true
			net.nseen++
		}
	}
	for axis, v := range f.intervals() {
		if v.Hi < Unbounded {
			net.axis[axis].tighten(f.Locatum, f.Relatum, int32(v.Hi))
		}
		if v.Lo > -Unbounded {
			net.axis[axis].tighten(f.Relatum, f.Locatum, int32(-v.Lo))
		}
	}
}

// Intervals returns the tightest intervals that the facts imply for row(a)-row(b) and col(a)-col(b), the rule of one
// object a cell left aside. Indices out of range give unbounded intervals.
func (net *Network) Intervals(a, b int) (rows, cols Interval) {
	if !net.has(a, b) {
		return Anything(), Anything()
	}
	return net.axis[rowAxis].between(a, b), net.axis[colAxis].between(a, b)
}

func (net *Network) has(a, b int) bool { return a >= 0 && b >= 0 && a < net.n && b < net.n }

// Entails returns the aspect of a's relation to b that the facts imply, projected as by [Cardinal.Project]; ok is
// false when they leave it open, or for an index out of range. An object is EQ to itself.
func (net *Network) Entails(a, b int, aspect Aspect) (c Cardinal, ok bool) {
	rows, cols := net.Intervals(a, b)
	r, rowKnown := rows.Sign()
	k, colKnown := cols.Sign()
	switch aspect {
	case Vertical:
		return CardinalOf(r, 0), rowKnown
	case Horizontal:
		return CardinalOf(0, k), colKnown
	}
	if !rowKnown || !colKnown {
		return EQ, false
	}
	return CardinalOf(r, k), true
}

// Possible returns the relations of a to b that some layout satisfying the facts shows. Two objects never share a cell.
// An index out of range can have any relation.
func (net *Network) Possible(a, b int) CardinalSet {
	if a == b {
		return CardinalSet(0).Add(EQ)
	}
	rows, cols := net.Intervals(a, b)
	var level [axes]bool // whether a and b can be equal on the axis
	for axis, v := range [axes]Interval{rows, cols} {
		level[axis] = v.Contains(0)
		if level[axis] && net.has(a, b) {
			_, _, shares := net.shared(axis, a, b, 0)
			level[axis] = !shares
		}
	}
	var out CardinalSet
	for c := N; c < Cardinals; c++ {
		r, k := c.Signs()
		if meetsSign(rows, r, level[rowAxis]) && meetsSign(cols, k, level[colAxis]) {
			out = out.Add(c)
		}
	}
	return out
}

// meetsSign reports whether the interval holds a number with this sign, given whether it can be 0.
func meetsSign(v Interval, s int, level bool) bool {
	switch {
	case s < 0:
		return v.Lo < 0
	case s > 0:
		return v.Hi > 0
	}
	return level
}

// Determined reports whether the facts imply the relation of every pair of objects, so that every layout satisfying
// them has the same compact form.
func (net *Network) Determined() bool { return net.decidedAmong(net.n) }

// DeterminedSoFar reports the same for the objects that occur in a fact, the others left aside.
func (net *Network) DeterminedSoFar() bool { return net.decidedAmong(net.nseen) }

// decidedAmong compares the number of decided pairs with that of all pairs of so many objects: an object in no fact is
// in no decided pair.
func (net *Network) decidedAmong(objects int) bool {
	pairs := objects * (objects - 1) / 2
	return net.axis[rowAxis].decided == pairs && net.axis[colAxis].decided == pairs
}
