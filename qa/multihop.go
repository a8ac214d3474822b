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
	var all []Multihop
	var lost patience
	names, hops := s.Layout.Names(), f.Hops
	for a := range net.Len() {
		for b := range net.Len() {
			answer, ok := net.Entails(a, b, f.Aspect)
			if lost.doubts(net); lost.spent() {
				return nil, unsuitable(f.Name(), tooCrowded)
			}
			if !ok || a == b {
				continue
			}
			q := Multihop{Direction{
				Names: names, Locatum: a, Relatum: b, Aspect: f.Aspect, Relation: answer,
				Sharing: s.World.Sharing, Phrasing: f.Phrasing,
			}.proved(net)}
			if f.Hops == 0 && q.Needs > hops {
				all, hops = all[:0], q.Needs
			}
			if q.Needs == hops {
				all = append(all, q)
			}
		}
	}
	if len(all) == 0 {
		return nil, unsuitable(f.Name(), fmt.Sprintf("no answer needs %d facts", f.Hops))
	}
	all = narrow(src, all, func(q *Multihop) int { return int(q.Relation) })
	return all[src.Intn(len(all))], nil
}

// Multihop asks where the locatum is relative to the relatum, as [Direction] does, which words, answers and grades it.
// The zero Multihop asks nothing, and no response to it is right.
type Multihop struct{ Direction }

// Family returns "multihop".
func (Multihop) Family() string { return MultihopFamily{}.Name() }
