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
// Objects never share a cell. For facts in the Aligned reading the closure is exact under that rule too: such facts
// never leave a bound of "at most 0" open, so forbidding equality of an undecided pair excludes neither order.
//
// The zero Network is about no objects; use [NewNetwork] or [Network.Reset]. A Network must not be used from two
// goroutines at once, not even to ask, because it keeps scratch space.
type Network struct {
	n     int
	axis  [axes]boundMatrix
	facts []Fact
	seen  []bool // objects that occur in a fact
	nseen int

	proof prover            // scratch of Prove
	grid  [axes]boundMatrix // scratch of Realise
}

// NewNetwork returns a network about n objects with no facts. It returns an error wrapping [ErrTooMany] when n is
// above [MaxObjects], and an error when n is negative.
func NewNetwork(n int) (*Network, error) {
	net := new(Network)
	if err := net.Reset(n); err != nil {
		return nil, err
	}
	return net, nil
}

// Reset empties the network and makes it about n objects, keeping its memory. Errors are those of [NewNetwork].
func (net *Network) Reset(n int) error {
	if n < 0 {
		return fmt.Errorf("layout: a network of %d objects; 0 to %d are allowed", n, MaxObjects)
	}
	if n > MaxObjects {
		return fmt.Errorf("layout: a network of %d objects; 0 to %d are allowed: %w", n, MaxObjects, ErrTooMany)
	}
	net.n = n
	net.facts = net.facts[:0]
	net.clear()
	return nil
}

func (net *Network) clear() {
	for axis := range net.axis {
		net.axis[axis].reset(net.n)
	}
	net.seen = slices.Grow(net.seen[:0], net.n)[:net.n]
	clear(net.seen)
	net.nseen = 0
}

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
	With []int // indices into Network.Facts: a smallest set that rules the fact out
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
// that contradicts what is known; the network is then as it was before. The cost is O(n²) at most, and O(1) for a fact
// that was already entailed.
func (net *Network) Add(f Fact) error {
	if err := net.check(f); err != nil {
		return err
	}
	for axis, v := range f.intervals() {
		known := net.axis[axis].between(f.Locatum, f.Relatum)
		if v.Hi < known.Lo {
			return net.conflict(f, bound{axis, false, f.Relatum, f.Locatum, int32(-v.Hi - 1)})
		}
		if v.Lo > known.Hi {
			return net.conflict(f, bound{axis, false, f.Locatum, f.Relatum, int32(v.Lo - 1)})
		}
	}
	net.facts = append(net.facts, f)
	if a, b, clash := net.apply(f); clash {
		err := net.conflict(f, bound{rowAxis, false, a, b, 0}, bound{rowAxis, true, a, b, 0},
			bound{colAxis, false, a, b, 0}, bound{colAxis, true, a, b, 0})
		net.rebuild(net.facts[:len(net.facts)-1])
		return err
	}
	return nil
}

func (net *Network) check(f Fact) error {
	switch {
	case f.Locatum < 0 || f.Locatum >= net.n || f.Relatum < 0 || f.Relatum >= net.n:
		return fmt.Errorf("layout: %v: objects are numbered 0 to %d: %w", f, net.n-1, ErrInvalidFact)
	case f.Locatum == f.Relatum:
		return fmt.Errorf("layout: %v: an object has no relation to itself: %w", f, ErrInvalidFact)
	case !f.Relation.Valid() || f.Relation == EQ:
		return fmt.Errorf("layout: %v: the relation must be one of the eight directions: %w", f, ErrInvalidFact)
	case f.Reading != Aligned:
		return fmt.Errorf("layout: %v: the reading must be aligned: %w", f, ErrInvalidFact)
	}
	return nil
}

// apply closes both axes over the fact. It reports the first pair of objects that the facts now force into one cell.
func (net *Network) apply(f Fact) (a, b int, clash bool) {
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
	return net.sharedCell(f)
}

// sharedCell looks for two objects that are equal on both axes. Only a straight fact can merge classes, and then one
// of the pair was in the locatum's line and the other in the relatum's.
func (net *Network) sharedCell(f Fact) (a, b int, clash bool) {
	if !f.Relation.Straight() {
		return 0, 0, false
	}
	merged, other := &net.axis[colAxis], &net.axis[rowAxis] // a vertical fact merges columns
	if rows, _ := f.Relation.Signs(); rows == 0 {
		merged, other = other, merged
	}
	for i := range net.n {
		if !merged.equal(i, f.Locatum) {
			continue
		}
		for j := range net.n {
			if i != j && merged.equal(j, f.Relatum) && other.equal(i, j) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

func (net *Network) rebuild(facts []Fact) {
	net.clear()
	net.facts = facts
	for _, f := range facts {
		net.apply(f)
	}
}

// conflict explains why f cannot be added: the fewest stated facts that entail the goals, f itself not counted.
func (net *Network) conflict(f Fact, goals ...bound) error {
	with := slices.DeleteFunc(slices.Clone(net.prove(goals)), func(k int) bool { return net.facts[k] == f })
	slices.Sort(with)
	return &ConflictError{Fact: f, With: with}
}

// Intervals returns the tightest intervals that the facts imply for row(a)-row(b) and col(a)-col(b). Indices out of
// range give unbounded intervals.
func (net *Network) Intervals(a, b int) (rows, cols Interval) {
	if !net.has(a, b) {
		return anything, anything
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
func (net *Network) Possible(a, b int) CardinalSet {
	if a == b {
		return CardinalSet(0).Add(EQ)
	}
	rows, cols := net.Intervals(a, b)
	var out CardinalSet
	for c := N; c < Cardinals; c++ {
		r, k := c.Signs()
		if meetsSign(rows, r) && meetsSign(cols, k) {
			out = out.Add(c)
		}
	}
	return out
}

// meetsSign reports whether the interval holds a number with this sign.
func meetsSign(v Interval, s int) bool {
	switch {
	case s < 0:
		return v.Lo < 0
	case s > 0:
		return v.Hi > 0
	}
	return v.Contains(0)
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
