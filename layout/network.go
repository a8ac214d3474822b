package layout

import (
	"errors"
	"fmt"
	"slices"
)

// Network holds stated facts about n objects, numbered from 0, in a [World], and everything that they entail. Each axis
// is a simple temporal network (Dechter, Meiri & Pearl 1991): a difference-bound matrix over whole numbers, kept closed
// under composition after every fact. Where a fact or the world speaks of the frame of the grid, its first and last line
// are two more nodes of each axis.
//
// All answers are exact: they are those of the layouts in which every fact holds, no two objects share a cell unless the
// world says so, and all objects are within the grid. Mostly they are read off the matrices:
//
//   - always where objects may share a cell and no fact has the reading InCorner;
//   - in a world without end where no fact names the frame and all facts have the readings Aligned and HalfPlane, or all
//     have UnitStep. Only [Network.Intervals] searches then, when objects in one row or column need room.
//
// Otherwise the rule of one object a cell, the corners and the grid's sides can add something that no matrix shows, and
// it is searched for: see [Network.GaveUp] for the cost.
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
	said  said

	proof  prover   // scratch of Prove
	search searcher // scratch of everything that is searched for
	models models
}

// said is what the facts speak of.
type said struct {
	readings uint8      // bit r for reading r
	frame    bool       // a fact names the frame
	rigid    [axes]bool // a fact keeps two objects from being any distance apart, other than level
}

// with returns what is said when f is said as well.
func (s said) with(f *Fact) said {
	s.readings |= 1 << f.Reading
	if f.Reading <= HalfPlane {
		return s // orders are never rigid, and about two objects
	}
	s.frame = s.frame || f.Bordered()
	for axis, v := range f.intervals() {
		s.rigid[axis] = s.rigid[axis] || rigid(v)
	}
	return s
}

// rigid reports whether an interval excludes some multiple of a number in it, so that a layout cannot be stretched.
func rigid(v Interval) bool { return v.Hi > 0 && v.Hi < Unbounded || v.Lo < 0 && v.Lo > -Unbounded }

// regime says how much of the truth the closed matrices show.
type regime uint8

const (
	searched regime = iota // not all
	perAxis                // all: objects may share a cell
	orders                 // all but the widths of intervals: only the order of objects is known, so they can be parted
	steps                  // all: objects are at a known offset or free of each other
)

// regime returns that of a network in this world whose facts say so much.
func (w World) regime(s said) regime {
	const ordering, stepping, cornered = 1<<Aligned | 1<<HalfPlane, 1 << UnitStep, 1 << InCorner
	switch {
	case w.Sharing && s.readings&cornered == 0:
		return perAxis
	case w.Bounded() || s.frame:
		return searched
	case s.readings&^ordering == 0:
		return orders
	case s.readings == stepping:
		return steps
	}
	return searched
}

// NewNetwork returns a network about n objects in a world, with no facts. It returns an error wrapping [ErrTooMany] when n is
// above [MaxObjects], a [*RoomError] when the grid has fewer cells than there are objects that may not share one, and an
// error when n is negative or the world not valid.
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
	if cells := w.Rows * min(w.Cols, MaxObjects); w.Rows > 0 && w.Cols > 0 && n > cells && !w.Sharing {
		return &RoomError{Objects: n, Rows: w.Rows, Cols: w.Cols}
	}
	net.n, net.world, net.said = n, w, said{}
	net.facts = net.facts[:0]
	for axis := range net.axis {
		net.axis[axis].reset(n)
	}
	if w.Bounded() {
		net.frame()
	}
	net.seen = slices.Grow(net.seen[:0], n)[:n]
	clear(net.seen)
	net.nseen = 0
	net.models.count = 0
	net.search.cut = false
	return nil
}

// frame gives both axes the frame.
func (net *Network) frame() {
	for axis, side := range net.world.sides() {
		net.axis[axis].frame(side)
	}
}

func (w World) sides() [axes]int { return [axes]int{w.Rows, w.Cols} }

// RoomError says that a grid has fewer cells than there are objects, in a world where no two may share one.
type RoomError struct{ Objects, Rows, Cols int }

// Error names all three numbers.
func (e *RoomError) Error() string {
	return fmt.Sprintf("layout: %d objects in a grid of %d rows and %d columns, which has %d cells, and no two may share one",
		e.Objects, e.Rows, e.Cols, e.Rows*e.Cols)
}

// World returns what the network takes for granted.
func (net *Network) World() World { return net.world }

// Len returns the number of objects.
func (net *Network) Len() int { return net.n }

// Facts returns the stated facts in the order in which they were added. The slice is the network's own.
func (net *Network) Facts() []Fact { return net.facts }

// ErrInvalidFact is wrapped by the error for a fact that no network could hold: an index out of range, an object
// related to itself, a relation or reading that does not exist, a frame where the reading has none, an empty interval, or
// a distance above [MaxSide].
var ErrInvalidFact = errors.New("invalid fact")

// Add states a fact. It returns an error wrapping [ErrInvalidFact] for a malformed fact, and a [*ConflictError] for one
// that contradicts what is known or taken for granted; the network is then as it was before. A fact that agrees costs
// O(n²) at most, and less the more of it was entailed already, and where the closed matrices are not exact a search; one
// that does not costs the search for the facts that it contradicts.
func (net *Network) Add(f Fact) error {
	if err := net.check(&f); err != nil {
		return err
	}
	net.search.cut = false
	now := net.said.with(&f)
	if now.frame && !net.axis[rowAxis].framed() {
		net.frame()
		net.models.count = 0 // they may leave no room for the other objects between the sides that they have
	}
	regime := net.world.regime(now)
	if regime != searched {
		net.models.count = 0
	}
	if (regime != searched || !net.models.admit(net, &f)) && net.excluded(&f, regime) {
		return net.conflict(f, regime)
	}
	net.facts = append(net.facts, f)
	net.said = now
	net.apply(&net.facts[len(net.facts)-1])
	return nil
}

func (net *Network) check(f *Fact) error {
	switch {
	case !f.Reading.Valid():
		return fmt.Errorf("layout: %v: there are %d readings, numbered from 0, not %d: %w", *f, Readings, f.Reading, ErrInvalidFact)
	case f.Locatum < 0 || f.Locatum >= net.n:
		return net.noObject(f)
	case f.Reading == InCorner:
		if f.Relatum != TopLeft {
			return fmt.Errorf("layout: %v: the relatum of a corner must be TopLeft, not %d: %w", *f, f.Relatum, ErrInvalidFact)
		}
	case f.Relatum >= net.n || f.Relatum < BottomRight:
		return net.noObject(f)
	case f.Relatum < 0 && f.Reading != Measured:
		if f.Reading.OfWords() && f.Relatum >= BottomRight {
			return fmt.Errorf("layout: %v: only a measured fact is about the frame, not one that is %v; there are %d objects, numbered from 0: %w",
				*f, f.Reading, net.n, ErrInvalidFact)
		}
		return net.noObject(f)
	case f.Locatum == f.Relatum:
		return fmt.Errorf("layout: %v: an object has no relation to itself: %w", *f, ErrInvalidFact)
	}
	if f.Reading.OfWords() {
		if !f.Relation.Valid() || f.Relation == EQ {
			return fmt.Errorf("layout: %v: the relation must be one of the eight directions, not %d: %w", *f, f.Relation, ErrInvalidFact)
		}
		return nil
	}
	if f.Relation != EQ {
		return fmt.Errorf("layout: %v: a fact that is %v names no direction, but has the relation %v: %w",
			*f, f.Reading, f.Relation, ErrInvalidFact)
	}
	if f.Reading == Measured {
		for axis, v := range f.intervals() {
			if v.Lo > v.Hi || !measurable(v.Lo) || !measurable(v.Hi) || v.Lo == Unbounded || v.Hi == -Unbounded {
				return fmt.Errorf("layout: %v: the %s are from %d to %d; distances up to %d are allowed, the lower one first: %w",
					*f, [axes]string{"rows", "columns"}[axis], v.Lo, v.Hi, MaxSide, ErrInvalidFact)
			}
		}
	}
	return nil
}

// measurable reports whether x is a distance that a fact may name, or stands for no bound.
func measurable(x int) bool {
	return -MaxSide <= x && x <= MaxSide || x == Unbounded || x == -Unbounded
}

func (net *Network) noObject(f *Fact) error {
	return fmt.Errorf("layout: %v: there are %d objects, numbered from 0: %w", *f, net.n, ErrInvalidFact)
}

// node returns the node of an object or of a line of the frame, in a matrix that has the frame where it is needed.
func (net *Network) node(i int) int {
	if i < 0 {
		return net.n - 1 - i
	}
	return i
}

// apply closes both axes over a fact that does not contradict them.
func (net *Network) apply(f *Fact) {
	net.mention(f.Locatum)
	if !f.Bordered() {
		net.mention(f.Relatum)
	}
	a, b := f.Locatum, net.node(f.Relatum)
	v := f.intervals()
	for axis := range v {
		net.axis[axis].meet(a, b, v[axis])
	}
}

func (net *Network) mention(i int) {
	if !net.seen[i] {
		net.seen[i] = true
		net.nseen++
	}
}
