package layout

import (
	"errors"
	"fmt"
)

// Spec says what a sampled problem must be. The zero Spec is not valid.
type Spec struct {
	Objects int  // at least 2
	Facts   int  // stated facts: at least Objects-1, because they connect all objects
	Unique  bool // the facts determine the whole layout, or they leave some pair open
	Direct  bool // the pair asked about is one of the stated, or its relation must be inferred

	Aspect Aspect   // what the question asks about its pair
	Answer Cardinal // the relation of locatum to relatum, as Aspect projects it; never EQ for Full

	LocatumFirst bool // whether the locatum has the smaller index
}

// ErrInfeasible is wrapped by the error for a [Spec] that no problem meets.
var ErrInfeasible = errors.New("infeasible")

// Validate reports a field outside its range, or with an error wrapping [ErrInfeasible] a combination that no problem
// meets. Everything that passes can be sampled.
func (s Spec) Validate() error {
	switch {
	case s.Objects < 2 || s.Objects > MaxObjects:
		return fmt.Errorf("layout: spec: %d objects; 2 to %d are allowed", s.Objects, MaxObjects)
	case s.Aspect >= Aspects:
		return fmt.Errorf("layout: spec: aspect %d; full, vertical and horizontal are allowed", s.Aspect)
	case !s.Answer.Valid() || s.Answer.Project(s.Aspect) != s.Answer || s.Aspect == Full && s.Answer == EQ:
		return fmt.Errorf("layout: spec: answer %d (%v) is no %v relation of two objects", s.Answer, s.Answer, s.Aspect)
	case !Feasible(s.Objects, s.Facts, s.Unique, s.Direct, s.Aspect):
		return fmt.Errorf("layout: spec: %d objects with %d facts, unique %t, direct %t, aspect %v: %w",
			s.Objects, s.Facts, s.Unique, s.Direct, s.Aspect, ErrInfeasible)
	}
	return nil
}

// Feasible reports whether a problem of this shape exists. It then exists for every answer of the aspect.
//
// The facts must connect the objects, and a pair can be stated once. An inferred pair stays unstated, and so does the
// open pair of an ambiguous problem; they are two pairs when the inferred relation is whole, but can be one when only
// half of it is asked for and the other half is the open one.
func Feasible(objects, facts int, unique, direct bool, aspect Aspect) bool {
	pairs := objects * (objects - 1) / 2
	if objects < 2 || facts < objects-1 {
		return false
	}
	unstated := 0
	switch {
	case unique && direct:
	case unique || direct:
		unstated = 1
	case aspect == Full:
		unstated = 2
	default:
		unstated = 1
	}
	return facts <= pairs-unstated
}
