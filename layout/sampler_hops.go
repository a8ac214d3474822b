package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// HopSampler constructs problems whose answer takes exactly so many stated facts. The zero HopSampler is ready; it keeps
// scratch space between calls, some 400 KiB once it has counted walks, so it must not be used from two goroutines at once.
//
// The facts of the proof are a chain from the locatum to the relatum. Facts can only prove something of two objects that
// they connect, by chains between the two, so that no proof has fewer facts than the shortest way from one to the other
// in the graph of stated pairs. The distractors keep that way the only shortest. So the number of hops is right by
// construction, and none is ever counted.
//
// In the UnitStep reading all chains of the answer are equally likely up to some eleven hops, and nearly so up to 20; longer
// ones begin with freely drawn steps. Where the world keeps objects apart, chains that cross themselves are mended or drawn
// again, a bounded number of times, before, as always beyond 20 hops, a chain is made that cannot cross itself because it
// keeps to one direction on the whole. In the other readings the steps are drawn alike from those that can be part of a
// proof.
type HopSampler struct {
	spec   HopSpec
	src    seed.Source
	walks  [2]*walkCounts // over all steps, over straight steps; counted when they are needed
	endsOf [2][longestCounted + 1][2][extents][extents]*ends

	n     int // objects so far
	facts []hopFact
	cells []Cell     // UnitStep: where the objects are, from the locatum
	place [axes]line // the other readings: the order that they are in
	main  int        // the number of objects that are connected with the question
	loose [MaxObjects]bool

	steps []Cardinal // scratch: a walk
	tried []uint8    // scratch: by step of the walk, which directions have failed
	hopScratch
}

// hopFact is a fact in the order and the numbering of construction: the locatum of the problem is object 0, the relatum
// object Hops.
type hopFact struct {
	a, b     uint8
	relation Cardinal
	kind     Distractor
	says     int16 // the fact that it says again, or -1
	turned   bool  // whether it is stated from the side of b
}

// hopScratch is what the finishing touches and the rarer distractors need.
type hopScratch struct {
	names, order []int
	pairs        []bool // by a*n+b: whether the pair is stated
	fromLocatum  []int  // the least number of facts from the locatum to each object
	toRelatum    []int
	choices      []hopFact
	net          Network
}

// Sample constructs a problem in p, whose memory it reuses. It returns the error of [HopSpec.Validate], and p is then as
// it was. It costs O(facts + objects) without distractors in the UnitStep reading of a world where objects may share a
// cell, up to O(hops²) in the other worlds and readings; Redundant facts cost O(objects²) each, and in the
// readings Aligned and HalfPlane the closure of a [Network].
func (s *HopSampler) Sample(p *HopProblem, spec HopSpec, src seed.Source) error {
	if err := spec.Validate(); err != nil {
		return err
	}
	s.reset(&spec, src)
	if spec.Reading == UnitStep {
		s.walkChain()
	} else {
		s.orderChain()
	}
	if len(s.facts) < spec.Facts() {
		s.distract()
	}
	s.write(p)
	return nil
}

func (s *HopSampler) reset(spec *HopSpec, src seed.Source) {
	s.spec, s.src = *spec, src
	s.n, s.facts = 0, s.facts[:0]
}

// apart reports whether objects must be kept out of each other's cells. Facts without distances always leave room for it.
func (s *HopSampler) apart() bool { return !s.spec.World.Sharing }

// state states the relation of a to b.
func (s *HopSampler) state(a, b int, relation Cardinal, kind Distractor) {
	s.facts = append(s.facts, hopFact{a: uint8(a), b: uint8(b), relation: relation, kind: kind, says: -1})
}

// write gives the objects their numbers and the facts their order and sides.
func (s *HopSampler) write(p *HopProblem) {
	n, m, k := s.n, len(s.facts), s.spec.Hops
	s.names = permute(s.names, n, s.src)
	s.order = permute(s.order, m, s.src)
	p.Objects, p.Answer = n, s.spec.Answer
	p.Facts = slices.Grow(p.Facts[:0], m)[:m]
	p.Kinds = slices.Grow(p.Kinds[:0], m)[:m]
	p.Proof = append(p.Proof[:0], s.order[:k]...)
	p.Locatum, p.Relatum = s.names[0], s.names[k]
	p.Cells = slices.Grow(p.Cells[:0], n)[:n]
	s.writeCells(p.Cells)

	const sides = 16 // as many as one draw decides
	var bits int
	for i := range s.facts {
		if i%sides == 0 {
			bits = s.src.Intn(1 << min(m-i, sides))
		}
		f := &s.facts[i]
		f.turned = bits&1 == 1
		bits >>= 1
		if f.says >= 0 {
			f.turned = !s.facts[f.says].turned
		}
		a, b, relation := s.names[f.a], s.names[f.b], f.relation
		if f.turned {
			a, b, relation = b, a, relation.Converse()
		}
		at := s.order[i]
		p.Facts[at] = Fact{Locatum: a, Relatum: b, Relation: relation, Reading: s.spec.Reading}
		p.Kinds[at] = f.kind
	}
}

// permute fills dst with a random order of the numbers below n.
func permute(dst []int, n int, src seed.Source) []int {
	dst = slices.Grow(dst[:0], n)[:n]
	for i := range dst {
		j := src.Intn(i + 1)
		dst[i], dst[j] = dst[j], i
	}
	return dst
}

func (s *HopSampler) writeCells(dst []Cell) {
	if s.spec.Reading != UnitStep {
		for i, name := range s.names {
			dst[name] = Cell{s.place[rowAxis].at[i], s.place[colAxis].at[i]}
		}
		return
	}
	least := s.cells[0]
	for _, c := range s.cells {
		least.Row, least.Col = min(least.Row, c.Row), min(least.Col, c.Col)
	}
	for i, name := range s.names {
		dst[name] = Cell{s.cells[i].Row - least.Row, s.cells[i].Col - least.Col}
	}
}
