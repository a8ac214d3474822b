package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// SamplePlain makes the problem that Sample falls back to where a winding chain leaves no room for the way round of a
// UnitStep problem. The spec must be valid and ask for Useless facts.
func (s *HopSampler) SamplePlain(p *HopProblem, spec HopSpec, src seed.Source) {
	s.reset(&spec, src)
	s.plainChain()
	shortest := 1
	if u := spec.Distractors[Useless]; spec.Straight && u%2 == 0 {
		shortest = 2
	}
	s.plainWayRound(spec.Distractors[Useless], shortest)
	s.write(p)
}

// SampleMarch makes the problem that Sample falls back to where no walk is found that keeps objects apart, and makes of
// all long walks that must.
func (s *HopSampler) SampleMarch(p *HopProblem, spec HopSpec, src seed.Source) {
	s.reset(&spec, src)
	s.march()
	s.placeWalk()
	s.n = 1
	s.stateWalk(0, -1, NotDistractor)
	s.write(p)
}
