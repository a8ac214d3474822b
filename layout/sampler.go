package layout

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Sampler constructs problems to order: facts about n objects that are unique or ambiguous as asked, and a pair to ask
// about. Nothing is tried and thrown away. The zero Sampler is ready; it keeps scratch space between calls, so it must
// not be used from two goroutines at once.
//
// Objects are placed one by one, each with the facts that tie it to those before. In a unique problem a new object
// always gets facts that fix its row and its column against everything else: a row that holds an object with a stated
// fact in that row, a new row between two neighbouring rows with a fact to each, or a new outermost row with a fact to
// the outermost one; and the same for columns. In an ambiguous problem the last object is placed in or beside the line
// of another object and never related to anything in that line, which leaves the two open whatever else is said. The
// facts that are still missing are drawn from all other pairs.
//
// A core of the first objects makes the answer asked for certain: a stated pair, or a chain of facts that composes to
// it. The pair is then drawn from all that fit, not only from the core.
type Sampler struct {
	spec  Spec
	src   seed.Source
	place [axes]line // where the objects are, axis by axis
	facts []Fact

	lines    [SE + 1]int      // stated facts by the line they run along
	pairs    []pairState      // by a*n+b
	certain  [2]int           // the pair that has the answer, as numbered in the end
	reserved [2]int           // the pair that must stay unstated; equal when there is none
	names    []int            // the random numbering that the facts are given in
	choices  [][2]int         // scratch: what one random choice is made from
	open     [SE + 1][][2]int // scratch: the pairs that may still be stated, by line
}

// pairState says what may become of a pair.
type pairState uint8

const (
	unstated pairState = iota
	stated
	barred // must stay unstated
)

// line is one axis of a growing layout: the coordinate of every object, with no value from 0 to size-1 unused.
type line struct {
	at   []int
	size int
}

// A slot is a place on one axis for a new object: slot 2k+1 is the existing coordinate k, slot 2k the gap before it,
// and slot 2*size the gap after the last.
func existing(k int) int { return 2*k + 1 }

func isGap(slot int) bool { return slot%2 == 0 }

// insert gives the next object the slot.
func (l *line) insert(slot int) {
	k := slot / 2
	if isGap(slot) {
		for i, at := range l.at {
			if at >= k {
				l.at[i]++
			}
		}
		l.size++
	}
	l.at = append(l.at, k)
}

// beside returns a random slot on the given side of object i: exactly its coordinate for side 0, else any slot before
// (-1) or after it (1).
func (l *line) beside(i, side int, src seed.Source) int {
	slot := existing(l.at[i])
	switch {
	case side < 0:
		return src.Intn(slot)
	case side > 0:
		return slot + 1 + src.Intn(2*l.size-slot)
	}
	return slot
}

// count returns how many objects have coordinate k.
func (l *line) count(k int) (n int) {
	for _, at := range l.at {
		if at == k {
			n++
		}
	}
	return n
}

// Sample constructs the facts of a problem, spec.Facts in number, connecting all objects. Their order is that of
// construction, the certain pair first: shuffle them before they are said. It returns the error of [Spec.Validate]. The slice is the sampler's until the next call.
func (s *Sampler) Sample(spec Spec, src seed.Source) ([]Fact, error) {
	if err := spec.Validate(); err != nil {
		return nil, err
	}
	s.reset(spec, src)
	switch {
	case spec.Unique:
		s.core()
		s.fixOthers()
	case s.halfOpen():
		s.openPair()
	default:
		s.core()
		s.looseOthers(spec.Objects - 1)
		s.openLast()
	}
	s.addRedundant()
	s.number()
	return s.facts, nil
}

func (s *Sampler) reset(spec Spec, src seed.Source) {
	s.spec, s.src = spec, src
	for axis := range s.place {
		s.place[axis] = line{at: append(s.place[axis].at[:0], 0), size: 1}
	}
	s.facts, s.lines = s.facts[:0], [SE + 1]int{}
	n := spec.Objects
	s.pairs = slices.Grow(s.pairs[:0], n*n)[:n*n]
	clear(s.pairs)
	s.reserved = [2]int{}
}

// placed returns how many objects are placed.
func (s *Sampler) placed() int { return len(s.place[rowAxis].at) }

func (s *Sampler) relation(a, b int) Cardinal {
	rows, cols := &s.place[rowAxis], &s.place[colAxis]
	return CardinalOf(rows.at[a]-rows.at[b], cols.at[a]-cols.at[b])
}

// taken reports whether some object is at these coordinates.
func (s *Sampler) taken(slots [axes]int) bool {
	if isGap(slots[rowAxis]) || isGap(slots[colAxis]) {
		return false
	}
	for i, row := range s.place[rowAxis].at {
		if existing(row) == slots[rowAxis] && existing(s.place[colAxis].at[i]) == slots[colAxis] {
			return true
		}
	}
	return false
}

// put places the next object and returns its number.
func (s *Sampler) put(slots [axes]int) int {
	for axis := range s.place {
		s.place[axis].insert(slots[axis])
	}
	return s.placed() - 1
}

// state states the relation of a to b.
func (s *Sampler) state(a, b int) {
	relation := s.relation(a, b)
	s.facts = append(s.facts, Fact{Locatum: a, Relatum: b, Relation: relation})
	s.lines[relation.Line()]++
	s.mark(a, b, stated)
}

func (s *Sampler) mark(a, b int, state pairState) {
	n := s.spec.Objects
	s.pairs[a*n+b], s.pairs[b*n+a] = state, state
}

// spare returns how many more facts there are than a tree of all objects needs.
func (s *Sampler) spare() int { return s.spec.Facts - (s.spec.Objects - 1) }

// slack returns how many pairs may stay unstated, beside a reserved one.
func (s *Sampler) slack() int {
	n := s.spec.Objects
	slack := n*(n-1)/2 - s.spec.Facts
	if s.reserved[0] != s.reserved[1] {
		slack--
	}
	return slack
}

// whole returns a random whole relation with the answer asked for.
func (s *Sampler) whole() Cardinal {
	rows, cols := s.spec.Answer.Signs()
	switch s.spec.Aspect {
	case Vertical:
		cols = s.side(rows == 0)
	case Horizontal:
		rows = s.side(cols == 0)
	}
	return CardinalOf(rows, cols)
}

// side returns a random sign, 0 only where that is allowed.
func (s *Sampler) side(notZero bool) int {
	if notZero {
		return 2*s.src.Intn(2) - 1
	}
	return s.src.Intn(3) - 1
}

// core places the relatum of the certain pair, which is object 0, and a chain of objects to its locatum. The chain
// only ever steps outward, so that it determines its own layout.
func (s *Sampler) core() {
	whole := s.whole()
	if s.spec.Direct {
		s.step(whole)
		return
	}
	// One object stays out of the chain where that can be: in an ambiguous problem it is the open one, and in any it
	// brings facts that run along other lines.
	longest := max(2, s.spec.Objects-2)
	links := 2
	for links < longest && s.src.Intn(5) < 2 {
		links++
	}
	rows, cols := whole.Signs()
	var did [axes]bool
	for i := range links {
		step := whole
		if whole.Diagonal() {
			switch s.src.Intn(3) {
			case 0:
				step = CardinalOf(rows, 0)
			case 1:
				step = CardinalOf(0, cols)
			}
			if i == links-1 && (!did[rowAxis] || !did[colAxis]) {
				step = s.completing(whole, did)
			}
		}
		r, c := step.Signs()
		did[rowAxis], did[colAxis] = did[rowAxis] || r != 0, did[colAxis] || c != 0
		s.step(step)
	}
	s.reserved = [2]int{0, links}
}

// completing returns a last step that gives a diagonal chain the part it has not yet.
func (s *Sampler) completing(whole Cardinal, did [axes]bool) Cardinal {
	rows, cols := whole.Signs()
	switch {
	case s.src.Intn(2) == 0:
		return whole
	case !did[rowAxis] && did[colAxis]:
		return CardinalOf(rows, 0)
	case !did[colAxis] && did[rowAxis]:
		return CardinalOf(0, cols)
	}
	return whole
}

// step places an object outermost in this direction from the one placed last and states it.
func (s *Sampler) step(c Cardinal) {
	last := s.placed() - 1
	var slots [axes]int
	rows, cols := c.Signs()
	for axis, sign := range [axes]int{rows, cols} {
		switch l := &s.place[axis]; {
		case sign < 0:
			slots[axis] = 0
		case sign > 0:
			slots[axis] = 2 * l.size
		default:
			slots[axis] = existing(l.at[last])
		}
	}
	s.state(s.put(slots), last)
}

// looseOthers places objects until so many are there, each tied by one fact to a random object in a random direction.
func (s *Sampler) looseOthers(objects int) {
	for s.placed() < objects {
		anchor := s.src.Intn(s.placed())
		// Where few pairs may stay unstated, the open object needs a line with few others in it: give this one its own
		// row and column.
		lonely := s.placed() == objects-1 && s.slack() < s.placed()
		direction := s.scarceDirection(lonely)
		rows, cols := direction.Signs()
		slots := [axes]int{s.place[rowAxis].beside(anchor, rows, s.src), s.place[colAxis].beside(anchor, cols, s.src)}
		if s.taken(slots) {
			// The gap before a coordinate lies on the same side of the anchor as the coordinate itself.
			if axis := s.src.Intn(axes); rows != 0 && (cols == 0 || axis == rowAxis) {
				slots[rowAxis] &^= 1
			} else {
				slots[colAxis] &^= 1
			}
		}
		if lonely {
			slots[rowAxis], slots[colAxis] = slots[rowAxis]&^1, slots[colAxis]&^1
		}
		s.state(s.put(slots), anchor)
	}
}

// scarceDirection returns a random direction along the line that the fewest facts run along so far. Facts would else
// betray the answer: those that prove "above" are vertical, so most of all facts would be.
func (s *Sampler) scarceDirection(diagonal bool) Cardinal {
	s.choices = s.choices[:0]
	least := len(s.facts)
	for c := N; c < Cardinals; c++ {
		if n := s.lines[c.Line()]; n <= least && (!diagonal || c.Diagonal()) {
			if n < least {
				least, s.choices = n, s.choices[:0]
			}
			s.choices = append(s.choices, [2]int{int(c)})
		}
	}
	return Cardinal(s.choose()[0])
}

// scarceSide returns a random side on the other axis that makes the scarcest line with a difference on this one.
func (s *Sampler) scarceSide(axis, difference int) int {
	s.choices = s.choices[:0]
	least := len(s.facts)
	for side := -1; side <= 1; side++ {
		c := CardinalOf(difference, side)
		if axis == colAxis {
			c = CardinalOf(side, difference)
		}
		if n := s.lines[c.Line()]; n <= least {
			if n < least {
				least, s.choices = n, s.choices[:0]
			}
			s.choices = append(s.choices, [2]int{side})
		}
	}
	return s.choose()[0]
}

// openLast places the last object in or beside a line and bars every fact to that line.
func (s *Sampler) openLast() {
	axis, at := s.openLine()
	anchor := s.outside(axis, at)
	var slots [axes]int
	slots[axis] = existing(at) - 1 + s.src.Intn(3)
	slots[1-axis] = s.place[1-axis].beside(anchor, s.scarceSide(axis, slots[axis]-existing(s.place[axis].at[anchor])), s.src)
	s.putOpen(slots, axis, at, anchor)
}

// putOpen places an object in or beside the line at on the axis, bars every fact between them, and states its relation
// to the anchor.
func (s *Sampler) putOpen(slots [axes]int, axis, at, anchor int) {
	if s.taken(slots) {
		slots[axis] += 2*s.src.Intn(2) - 1 // beside the line instead of in it
	}
	for i, k := range s.place[axis].at {
		if k == at {
			s.mark(i, s.placed(), barred)
		}
	}
	s.state(s.put(slots), anchor)
}

// openLine returns a random row or column that does not hold everything and few enough objects to leave all their
// pairs with one more object unstated.
func (s *Sampler) openLine() (axis, at int) {
	slack := s.slack()
	s.choices = s.choices[:0]
	for a := range s.place {
		l := &s.place[a]
		for k := range l.size {
			if n := l.count(k); n <= slack && n < s.placed() {
				s.choices = append(s.choices, [2]int{a, k})
			}
		}
	}
	line := s.choose()
	return line[0], line[1]
}

// outside returns a random object that is not in the line at on the axis.
func (s *Sampler) outside(axis, at int) int {
	l := &s.place[axis]
	k := s.src.Intn(s.placed() - l.count(at))
	for i, c := range l.at {
		if c != at {
			if k == 0 {
				return i
			}
			k--
		}
	}
	return 0
}

// halfOpen decides whether the pair asked about shall itself be open on the axis that is not asked about. Only half of
// an inferred relation can be asked so, and it must be where no second pair may stay unstated.
func (s *Sampler) halfOpen() bool {
	if s.spec.Direct || s.spec.Aspect == Full {
		return false
	}
	n := s.spec.Objects
	return n < 4 || s.slack() < 2 || s.src.Intn(2) == 0
}

// openPair constructs an ambiguous problem whose certain pair is open on the axis that is not asked about: object 0,
// object 1 in another line of that axis, and a last object in or beside the line of object 0 that meets it over
// object 1 on the axis asked about.
func (s *Sampler) openPair() {
	rows, cols := s.spec.Answer.Signs()
	asked, total := rowAxis, rows
	if s.spec.Aspect == Horizontal {
		asked, total = colAxis, cols
	}
	other := 1 - asked
	first, second := total, total
	if total != 0 {
		switch s.src.Intn(3) {
		case 0:
			first = 0
		case 1:
			second = 0
		}
	}
	var signs [axes]int
	signs[asked], signs[other] = first, s.side(true)
	s.step(CardinalOf(signs[rowAxis], signs[colAxis]))
	s.reserved = [2]int{0, s.spec.Objects - 1}
	s.looseAround(other)

	at := s.place[other].at[0]
	var slots [axes]int
	slots[asked] = s.place[asked].beside(1, second, s.src)
	slots[other] = existing(at) - 1 + s.src.Intn(3)
	s.putOpen(slots, other, at, 1)
}

// looseAround places all objects but the last like looseOthers, and keeps the line of object 0 on the axis as small as
// the facts still to be stated need it.
func (s *Sampler) looseAround(axis int) {
	n := s.spec.Objects
	most := n*(n-1)/2 - s.spec.Facts
	for s.placed() < n-1 {
		anchor := s.src.Intn(s.placed())
		direction := s.scarceDirection(false)
		rows, cols := direction.Signs()
		slots := [axes]int{s.place[rowAxis].beside(anchor, rows, s.src), s.place[colAxis].beside(anchor, cols, s.src)}
		l := &s.place[axis]
		if at := l.at[0]; s.taken(slots) || slots[axis] == existing(at) && l.count(at) >= most {
			slots[axis] += 2*s.src.Intn(2) - 1 // a gap beside it
		}
		s.state(s.put(slots), anchor)
	}
}

// fixOthers places all remaining objects so that the layout stays determined.
func (s *Sampler) fixOthers() {
	spare := s.spare() - (len(s.facts) - (s.placed() - 1))
	for s.placed() < s.spec.Objects {
		anchors := 1
		if spare > 0 {
			anchors += s.src.Intn(2)
		}
		if spare > 1 && s.src.Intn(4) == 0 {
			anchors++
		}
		spare -= s.fixNext(min(anchors, s.placed())) - 1
	}
}

// fixNext places one object so that facts to so many random objects, or to one where that cannot be, fix its row and
// its column against all others. It returns the number of facts.
func (s *Sampler) fixNext(anchors int) int {
	var chosen [anchorsMost]int
	if anchors > 1 {
		for k := range anchors {
			a := s.src.Intn(s.placed() - k) // counts the objects not chosen yet
			for _, c := range chosen[:k] {
				if a >= c {
					a++
				}
			}
			chosen[k] = a
			slices.Sort(chosen[:k+1])
		}
		if slots, ok := s.fixedCell(chosen[:anchors]); ok {
			s.placeFixed(slots, chosen[:anchors])
			return anchors
		}
	}
	chosen[0] = s.outermost()
	slots, _ := s.fixedCell(chosen[:1])
	s.placeFixed(slots, chosen[:1])
	return 1
}

func (s *Sampler) placeFixed(slots [axes]int, anchors []int) {
	next := s.put(slots)
	for _, a := range anchors {
		s.state(next, a)
	}
}

// outermost returns a random object in the first or last row or column; there always is one, and a cell beyond it
// that one fact fixes.
func (s *Sampler) outermost() int {
	s.choices = s.choices[:0]
	for i := range s.placed() {
		for axis := range s.place {
			if l := &s.place[axis]; l.at[i] == 0 || l.at[i] == l.size-1 {
				s.choices = append(s.choices, [2]int{i})
				break
			}
		}
	}
	return s.choose()[0]
}

// choose returns one of the gathered choices at random.
func (s *Sampler) choose() [2]int { return s.choices[s.src.Intn(len(s.choices))] }

// fixedCell returns a random free cell whose row and column are fixed by facts to the anchors.
func (s *Sampler) fixedCell(anchors []int) (cell [axes]int, ok bool) {
	var rowRoom, colRoom [maxSupported]int
	rows := s.place[rowAxis].supported(rowRoom[:0], anchors)
	cols := s.place[colAxis].supported(colRoom[:0], anchors)
	s.choices = s.choices[:0]
	least := anchorsMost * len(s.facts)
	for _, r := range rows {
		for _, c := range cols {
			slots := [axes]int{r, c}
			if s.taken(slots) {
				continue
			}
			n := 0
			for _, a := range anchors {
				n += s.lines[s.relationTo(slots, a).Line()]
			}
			if n <= least {
				if n < least {
					least, s.choices = n, s.choices[:0]
				}
				s.choices = append(s.choices, slots)
			}
		}
	}
	if len(s.choices) == 0 {
		return cell, false
	}
	return s.choose(), true
}

// relationTo returns the relation that an object in these slots would have to object a.
func (s *Sampler) relationTo(slots [axes]int, a int) Cardinal {
	return CardinalOf(slots[rowAxis]-existing(s.place[rowAxis].at[a]), slots[colAxis]-existing(s.place[colAxis].at[a]))
}

// anchorsMost is the most facts that fix one object.
const anchorsMost = 3

// maxSupported is the most slots that they support: their own, a gap between any two, the two outermost.
const maxSupported = 8

// supported appends the slots of the axis that facts to the anchors would fix.
func (l *line) supported(dst []int, anchors []int) []int {
	add := func(slot int) {
		if !slices.Contains(dst, slot) {
			dst = append(dst, slot)
		}
	}
	for i, a := range anchors {
		at := l.at[a]
		add(existing(at))
		if at == 0 {
			add(0)
		}
		if at == l.size-1 {
			add(2 * l.size)
		}
		for _, b := range anchors[:i] {
			if d := at - l.at[b]; d == 1 || d == -1 {
				add(2 * max(at, l.at[b]))
			}
		}
	}
	return dst
}

// addRedundant states random further pairs until there are enough facts.
func (s *Sampler) addRedundant() {
	missing := s.spec.Facts - len(s.facts)
	if missing == 0 {
		return
	}
	if a, b := s.reserved[0], s.reserved[1]; a != b {
		s.mark(a, b, barred)
	}
	n := s.spec.Objects
	for i := range s.open {
		s.open[i] = s.open[i][:0]
	}
	for a := range n {
		for b := range a {
			if s.pairs[a*n+b] == unstated {
				line := s.relation(a, b).Line()
				s.open[line] = append(s.open[line], [2]int{a, b})
			}
		}
	}
	for range missing {
		line := s.scarceLine()
		pairs := s.open[line]
		k, last := s.src.Intn(len(pairs)), len(pairs)-1
		s.state(pairs[k][0], pairs[k][1])
		pairs[k], s.open[line] = pairs[last], pairs[:last]
	}
}

// scarceLine returns a random one of the lines with pairs left that the fewest facts run along.
func (s *Sampler) scarceLine() (line int) {
	s.choices = s.choices[:0]
	least := len(s.facts)
	for line, pairs := range s.open {
		if n := s.lines[line]; len(pairs) > 0 && n <= least {
			if n < least {
				least, s.choices = n, s.choices[:0]
			}
			s.choices = append(s.choices, [2]int{line})
		}
	}
	return s.choose()[0]
}

// number renames the objects at random, so that an index tells nothing, except that the certain pair is in the order
// asked for.
func (s *Sampler) number() {
	n := s.spec.Objects
	s.names = slices.Grow(s.names[:0], n)[:n]
	for i := range s.names {
		s.names[i] = i
	}
	seed.Shuffle(s.src, s.names)
	relatum, locatum := 0, 1
	if s.reserved[0] != s.reserved[1] {
		locatum = s.reserved[1]
	}
	if a, b := &s.names[locatum], &s.names[relatum]; (*a < *b) != s.spec.LocatumFirst {
		*a, *b = *b, *a
	}
	s.certain = [2]int{s.names[locatum], s.names[relatum]}
	for i := range s.facts {
		f := &s.facts[i]
		f.Locatum, f.Relatum = s.names[f.Locatum], s.names[f.Relatum]
	}
}

// CertainPair returns the pair that makes the answer of the last sample certain: its facts were built around it. The
// pair that is asked about is often another.
func (s *Sampler) CertainPair() (locatum, relatum int) { return s.certain[0], s.certain[1] }

// ErrNoPair says that a network holds no pair that meets a spec.
var ErrNoPair = errors.New("no pair")

// ChoosePair returns a random ordered pair that meets the spec in the network: stated or not, its answer entailed, the
// locatum before the relatum or after. The network must hold facts sampled for the same spec, in any order and stated
// from either side; else the error may wrap [ErrNoPair].
func (s *Sampler) ChoosePair(spec Spec, net *Network, src seed.Source) (locatum, relatum int, err error) {
	n := net.Len()
	s.pairs = slices.Grow(s.pairs[:0], n*n)[:n*n]
	clear(s.pairs)
	for _, f := range net.Facts() {
		s.pairs[f.Locatum*n+f.Relatum], s.pairs[f.Relatum*n+f.Locatum] = stated, stated
	}
	s.choices = s.choices[:0]
	for low := range n {
		for high := low + 1; high < n; high++ {
			if (s.pairs[low*n+high] == stated) != spec.Direct {
				continue
			}
			a, b := low, high
			if !spec.LocatumFirst {
				a, b = high, low
			}
			if answer, ok := net.Entails(a, b, spec.Aspect); ok && answer == spec.Answer {
				s.choices = append(s.choices, [2]int{a, b})
			}
		}
	}
	if len(s.choices) == 0 {
		return 0, 0, fmt.Errorf("layout: choosing a pair for %+v: %w", spec, ErrNoPair)
	}
	pair := s.choices[src.Intn(len(s.choices))]
	return pair[0], pair[1], nil
}
