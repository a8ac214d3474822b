package layout

import (
	"errors"
	"fmt"
	"math"
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
	least    int              // scratch: how often what the choices stand for was chosen before
	open     [SE + 1][][2]int // scratch: the pairs that may still be stated, by line
}

// pairState says what may become of a pair.
type pairState uint8

const (
	unstated pairState = iota
	stated
	barred // must stay unstated
)

// Sample constructs the facts of a problem, spec.Facts in number, connecting all objects. Their order is that of
// construction, the certain pair first: shuffle them before they are said. It returns the error of [Spec.Validate]. The
// slice is the sampler's until the next call.
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

// noChoices starts a random choice.
func (s *Sampler) noChoices() { s.choices, s.least = s.choices[:0], math.MaxInt }

// offer adds to the choices, of which only those with the least count are kept.
func (s *Sampler) offer(choice [2]int, count int) {
	if count > s.least {
		return
	}
	if count < s.least {
		s.choices, s.least = s.choices[:0], count
	}
	s.choices = append(s.choices, choice)
}

// choose returns one of the choices at random.
func (s *Sampler) choose() [2]int { return s.choices[s.src.Intn(len(s.choices))] }

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
	s.noChoices()
	for line, pairs := range s.open {
		if len(pairs) > 0 {
			s.offer([2]int{line}, s.lines[line])
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
	s.noChoices()
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
				s.offer([2]int{a, b}, 0)
			}
		}
	}
	if len(s.choices) == 0 {
		return 0, 0, fmt.Errorf("layout: choosing a pair for %+v: %w", spec, ErrNoPair)
	}
	pair := s.choices[src.Intn(len(s.choices))] // src is not the one that Sample drew from
	return pair[0], pair[1], nil
}
