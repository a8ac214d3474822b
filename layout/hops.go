package layout

import "fmt"

// HopSpec says what a sampled [HopProblem] must be. The zero HopSpec is not valid.
//
// The proof is one chain, and some answers need a particular one, whatever the length. In the Aligned reading only a chain
// of nothing but "above" proves a whole "above", and in HalfPlane a whole diagonal takes that diagonal at every step (two
// chains, one for each axis, could prove them with more facts; they are never made). Ask for one axis, or for UnitStep,
// where the steps must not betray the answer.
type HopSpec struct {
	Hops     int     // the least number of stated facts that prove the answer, from 1 to MaxObjects-1
	Reading  Reading // of all facts: Aligned, HalfPlane or UnitStep
	World    World   // without end; Sharing as the text takes for granted
	Straight bool    // only facts with N, E, S and W

	Aspect Aspect   // what the question asks about its pair
	Answer Cardinal // the relation of locatum to relatum, as Aspect projects it

	// Distractors is the number of facts of each kind, up to MaxDistractors each; none of kind NotDistractor.
	Distractors [DistractorKinds]int
}

// MaxDistractors is the most facts of one kind that a [HopSpec] may ask for.
const MaxDistractors = MaxObjects

// HopError says why no problem meets a [HopSpec]. It wraps [ErrInfeasible], and [ErrTooMany] where the objects do not
// suffice.
type HopError struct {
	Spec HopSpec
	Why  string

	tooMany bool
}

// Error says which spec and why.
func (e *HopError) Error() string {
	s := e.Spec
	straight := ""
	if s.Straight {
		straight = ", straight facts only"
	}
	return fmt.Sprintf("layout: %d hops to %v answer %v, reading %v%s: infeasible: %s",
		s.Hops, s.Aspect, s.Answer, s.Reading, straight, e.Why)
}

// Unwrap returns ErrInfeasible, and ErrTooMany where objects are what is wanting.
func (e *HopError) Unwrap() []error {
	if e.tooMany {
		return []error{ErrInfeasible, ErrTooMany}
	}
	return []error{ErrInfeasible}
}

// Objects returns how many objects the problem will be about: the chain's, one a hop and one more, and those of the
// distractors. It is the same for every problem of the spec.
func (s HopSpec) Objects() int {
	n := s.Hops + 1 + s.Distractors[Branch]
	if d := s.Distractors[Disconnected]; d > 0 {
		n += d + 1
	}
	if u := s.Distractors[Useless]; u > 0 {
		n += u - 1
	}
	return n
}

// Facts returns how many facts the problem will state.
func (s HopSpec) Facts() int {
	m := s.Hops
	for _, d := range s.Distractors {
		m += d
	}
	return m
}

// Validate reports a field outside its range, or with a [*HopError] a combination that no problem meets. Everything that
// passes can be sampled.
func (s HopSpec) Validate() error {
	switch {
	case s.Hops < 1:
		return fmt.Errorf("layout: hop spec: %d hops; 1 to %d are allowed", s.Hops, MaxObjects-1)
	case !s.Reading.OfWords():
		return fmt.Errorf("layout: hop spec: reading %d (%v); aligned, half-plane and unit-step are allowed", s.Reading, s.Reading)
	case s.Aspect >= Aspects:
		return fmt.Errorf("layout: hop spec: aspect %d; full, vertical and horizontal are allowed", s.Aspect)
	case !s.Answer.Valid() || s.Answer.Project(s.Aspect) != s.Answer:
		return fmt.Errorf("layout: hop spec: answer %d (%v) is no %v relation", s.Answer, s.Answer, s.Aspect)
	}
	if err := s.validateDistractors(); err != nil {
		return err
	}
	if err := s.World.Validate(); err != nil {
		return err
	}
	if s.Hops >= MaxObjects {
		return &HopError{s, fmt.Sprintf("a chain has one object more than hops, and at most %d are allowed", MaxObjects), true}
	}
	if n := s.Objects(); n > MaxObjects {
		return &HopError{s, fmt.Sprintf("it takes %d objects; at most %d are allowed", n, MaxObjects), true}
	}
	if why := s.infeasible(); why != "" {
		return &HopError{Spec: s, Why: why}
	}
	return nil
}

func (s HopSpec) validateDistractors() error {
	if s.Distractors == [DistractorKinds]int{} {
		return nil
	}
	if n := s.Distractors[NotDistractor]; n != 0 {
		return fmt.Errorf("layout: hop spec: %d distractors of no kind; Hops is the number of facts that are none", n)
	}
	for kind, n := range s.Distractors {
		if n < 0 || n > MaxDistractors {
			return fmt.Errorf("layout: hop spec: %d %v facts; 0 to %d are allowed", n, Distractor(kind), MaxDistractors)
		}
	}
	return nil
}

// infeasible returns why no problem meets the spec, or nothing.
func (s HopSpec) infeasible() string {
	if s.World.Bounded() {
		return "the size of the grid tells something too, so that hops could not be kept exact; use a grid without end"
	}
	if why := s.noAnswer(); why != "" {
		return why
	}
	switch u := s.Distractors[Useless]; {
	case u == 1:
		return "one useless fact is none: a second way round takes two"
	case s.Reading == UnitStep && s.Straight && u == 2:
		return "a second way round of two straight steps is no longer than the chain's own; it takes three"
	case s.Reading == UnitStep && s.Straight && u > 0 && u%2 == 0 && s.Hops == 1:
		return "a second way round one straight step takes an odd number of straight steps"
	}
	return ""
}

// noAnswer returns why no chain has the answer.
func (s HopSpec) noAnswer() string {
	overlap := s.Aspect == Full && s.Answer == EQ
	switch {
	case overlap && !s.World.Sharing:
		return "two objects are in one place only where the world lets them share it"
	case overlap && s.Hops == 1:
		return "one fact never says that two objects are in one place; it takes two steps"
	case s.Straight && s.Hops == 1 && s.Answer.Diagonal():
		return "one straight fact is never diagonal"
	case s.Reading == UnitStep:
		if overlap && s.Straight && s.Hops%2 == 1 {
			return "an odd number of straight steps never leads back to the same place"
		}
		return ""
	case overlap:
		return "no chain of facts without distances says that two objects are in one place"
	case s.Reading == HalfPlane && s.Answer == EQ:
		return "half-plane facts never say that two objects are level"
	case s.Reading == HalfPlane && s.Aspect == Full && s.Answer.Straight():
		return "half-plane facts never say that two objects are level, as a whole straight answer does"
	case s.Reading == HalfPlane && s.Answer.Diagonal() && s.Straight:
		return "a chain of straight half-plane facts proves one axis only"
	}
	return ""
}

// HopProblem is a problem whose answer takes exactly so many facts. A [HopSampler] fills it and reuses its slices.
type HopProblem struct {
	Objects int
	// Facts are in random order, each stated from a random side, about objects that are numbered at random.
	Facts []Fact
	// Kinds says what each fact is for, by its index in Facts.
	Kinds            []Distractor
	Locatum, Relatum int
	Answer           Cardinal // as the aspect of the spec projects it
	// Proof holds indices into Facts: the chain from the locatum to the relatum, in order. It is a smallest proof, and the
	// only one unless a Redundant fact had to say one of its facts again.
	Proof []int
	// Cells is a placement that satisfies all facts, by object; the least row and the least column are 0. For UnitStep
	// it is exact but for where the disconnected objects are. It shares cells only where the world does.
	Cells []Cell
}
