package layout

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// RouteSpec says what a sampled route must be. The zero RouteSpec is not valid.
type RouteSpec struct {
	// Moves is the way to go from the locatum to the relatum, N, E, S or W each, from 1 to MaxObjects-1 of them.
	Moves []Cardinal
	// World is without end. Where rooms may share a place, a route may go back where it came from, to another room.
	World World
	// Distractors is the number of facts of each kind: Branch, Disconnected or Redundant.
	Distractors [DistractorKinds]int
}

// SampleRoute constructs a problem in p whose facts, unit steps all, are one to each move and the distractors. There is no
// other walk from the locatum to the relatum, or any two rooms, unless Redundant facts add longer ones; [Router] finds
// it. What bAbI's task 19 asks takes two moves and three Branch facts. Answer is the relation of the two rooms as a whole.
//
// It returns an error for a field outside its range, and a [*HopError] for a combination that no problem meets.
func (s *HopSampler) SampleRoute(p *HopProblem, spec RouteSpec, src seed.Source) error {
	var rows, cols int
	for _, move := range spec.Moves {
		if !move.Straight() {
			return fmt.Errorf("layout: route spec: move %d (%v); n, e, s and w are allowed", move, move)
		}
		r, c := move.Signs()
		rows, cols = rows+r, cols+c
	}
	hops := HopSpec{
		Hops: len(spec.Moves), Reading: UnitStep, World: spec.World, Straight: true,
		Answer: CardinalOf(-rows, -cols), Distractors: spec.Distractors,
	}
	if hops.Hops < 1 {
		return fmt.Errorf("layout: route spec: no moves; 1 to %d are allowed", MaxObjects-1)
	}
	if err := hops.Validate(); err != nil {
		return err
	}
	if spec.Distractors[Useless] > 0 {
		return &HopError{Spec: hops, Why: "a second way round would be a second walk"}
	}
	s.reset(&hops, src)
	s.steps, s.cells = append(s.steps[:0], spec.Moves...), append(s.cells[:0], Cell{})
	at := Cell{}
	for i, step := range s.steps {
		r, c := step.Signs()
		at = Cell{at.Row + r, at.Col + c}
		if s.apart() && slices.Contains(s.cells, at) {
			return &HopError{Spec: hops, Why: fmt.Sprintf("move %d leads to the place of a room before it, and no two rooms share one", i)}
		}
		s.cells = append(s.cells, at)
	}
	s.n = 1
	s.stateWalk(0, -1, NotDistractor)
	s.distract()
	s.write(p)
	return nil
}
