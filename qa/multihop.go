package qa

import (
	"errors"
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// MultihopFamily asks where one object is relative to another, and the answer needs an exact number of stated facts.
type MultihopFamily struct {
	// Hops is how many facts the answer needs: 1 or more, or 0 for as many as any pair of the subject needs.
	Hops int
	// Aspect is what is asked; the zero value asks for the whole relation.
	Aspect   layout.Aspect
	Phrasing Phrasing
	Texts    Texts
}

// Name returns "multihop".
func (MultihopFamily) Name() string { return "multihop" }

// Summary describes the family in one line.
func (MultihopFamily) Summary() string {
	return "where one object is relative to another, by exactly so many of the stated facts"
}

// Validate reports a field out of range.
func (f MultihopFamily) Validate() error {
	switch {
	case f.Hops < 0:
		return fmt.Errorf("qa: multihop: %d hops; 1 or more are allowed, or 0 for the most that there are", f.Hops)
	case f.Aspect >= layout.Aspects:
		return fmt.Errorf("qa: multihop: aspect %d; full, vertical and horizontal are allowed", f.Aspect)
	}
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws a label and a pair that has it by a proof of so many facts. Labels are equally frequent as far as the
// subject has such pairs. The error wraps [ErrUnsuitable] where no pair needs exactly so many facts.
func (f MultihopFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	type item struct {
		a, b     int32
		relation layout.Cardinal
	}
	n, hops := net.Len(), f.Hops
	all := make([]item, 0, n*n)
	needs := make([]int, n*n) // of pairs whose first is before the second: the same facts prove both ways round
	var lost patience
	for a := range n {
		for b := range n {
			answer, ok := net.Entails(a, b, f.Aspect)
			if lost.doubts(net); lost.spent() {
				return nil, unsuitable(f.Name(), tooCrowded)
			}
			if !ok || a == b {
				continue
			}
			need := needs[b*n+a]
			if need == 0 {
				proof, _ := net.Prove(a, b, f.Aspect)
				if need = proof.Hops(); !proof.MayShrink {
					needs[a*n+b] = need
				}
			}
			if f.Hops == 0 && need > hops {
				all, hops = all[:0], need
			}
			if need == hops {
				all = append(all, item{int32(a), int32(b), answer})
			}
		}
	}
	if len(all) == 0 {
		return nil, unsuitable(f.Name(), fmt.Sprintf("no answer needs %d facts", f.Hops))
	}
	all = narrow(src, all, func(it *item) int { return int(it.relation) })
	it := all[src.Intn(len(all))]
	return Multihop{Direction{
		Names: s.Layout.Names(), Locatum: int(it.a), Relatum: int(it.b), Aspect: f.Aspect, Relation: it.relation,
		Sharing: s.World.Sharing, Needs: hops, Phrasing: f.Phrasing,
	}}, nil
}

// Multihop asks where the locatum is relative to the relatum, as [Direction] does, which words, answers and grades it.
// The zero Multihop asks nothing, and no response to it is right.
type Multihop struct{ Direction }

// Family returns "multihop".
func (Multihop) Family() string { return MultihopFamily{}.Name() }
