package layout_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// chainOf returns the relations along the proof, from the locatum.
func chainOf(p *layout.HopProblem) (chain []layout.Cardinal) {
	at := p.Locatum
	for _, k := range p.Proof {
		f := p.Facts[k]
		if f.Locatum != at {
			f = handConverse(f)
		}
		chain, at = append(chain, f.Relation), f.Relatum
	}
	return chain
}

// TestChainsAreDrawnAlike: all chains of unit steps that have the answer come equally often. Numbers are fixed by the
// seed.
func TestChainsAreDrawnAlike(t *testing.T) {
	for _, spec := range []layout.HopSpec{
		{Hops: 3, Answer: layout.N},
		{Hops: 3, Answer: layout.SW},
		{Hops: 3},
		{Hops: 2, Aspect: layout.Vertical},
		{Hops: 2, Aspect: layout.Horizontal, Answer: layout.E},
		{Hops: 4, Straight: true},
		{Hops: 4, Straight: true, Answer: layout.NE},
		{Hops: 5, Straight: true, Answer: layout.W, Aspect: layout.Horizontal},
	} {
		spec.Reading, spec.World.Sharing = layout.UnitStep, true
		dirs := eightRelations
		if spec.Straight {
			dirs = fourMoves
		}
		counts := make(map[string]int)
		var count func(chain []layout.Cardinal, rows, cols int)
		count = func(chain []layout.Cardinal, rows, cols int) {
			if len(chain) == spec.Hops {
				if handRelation(rows, cols).Project(spec.Aspect) == spec.Answer {
					counts[fmt.Sprint(chain)] = 0
				}
				return
			}
			for _, d := range dirs {
				count(append(chain, d), rows+handSigns[d][0], cols+handSigns[d][1])
			}
		}
		count(nil, 0, 0)
		var sampler layout.HopSampler
		var problem layout.HopProblem
		src := seed.NewKey(21).Stream()
		total := 60 * len(counts)
		for range total {
			if err := sampler.Sample(&problem, spec, src); err != nil {
				t.Fatal(err)
			}
			chain := fmt.Sprint(chainOf(&problem))
			if _, ok := counts[chain]; !ok {
				t.Fatalf("%+v: chain %s has another answer", spec, chain)
			}
			counts[chain]++
		}
		stat := 0.0
		for _, n := range counts {
			stat += float64((n-60)*(n-60)) / 60
		}
		free := float64(len(counts) - 1)
		if deviation := (stat - free) / math.Sqrt(2*free); math.Abs(deviation) > 5 {
			t.Errorf("%+v: chi-square %.1f with %d chains", spec, stat, len(counts))
		}
	}
}

// guesses are what a reader could say who does not follow the chain: each names one of the stated relations, or none.
var guesses = []struct {
	name string
	of   func(p *layout.HopProblem) layout.Cardinal
}{
	{"first fact", func(p *layout.HopProblem) layout.Cardinal { return p.Facts[0].Relation }},
	{"last fact", func(p *layout.HopProblem) layout.Cardinal { return p.Facts[len(p.Facts)-1].Relation }},
	{"most frequent relation", func(p *layout.HopProblem) layout.Cardinal {
		var counts [layout.Cardinals]int
		best := p.Facts[0].Relation
		for _, f := range p.Facts {
			if counts[f.Relation]++; counts[f.Relation] > counts[best] {
				best = f.Relation
			}
		}
		return best
	}},
	{"order of the two numbers", func(p *layout.HopProblem) layout.Cardinal {
		if p.Locatum < p.Relatum {
			return layout.NW
		}
		return layout.SE
	}},
	{"which is mentioned first", func(p *layout.HopProblem) layout.Cardinal {
		for _, f := range p.Facts {
			switch {
			case f.Locatum == p.Locatum || f.Relatum == p.Locatum:
				return layout.NW
			case f.Locatum == p.Relatum || f.Relatum == p.Relatum:
				return layout.SE
			}
		}
		return layout.EQ
	}},
	{"the locatum's fact", func(p *layout.HopProblem) layout.Cardinal { return chainOf(p)[0] }},
}

// TestHopsHaveNoShortcut: with all answers equally frequent, guesses that do not follow the chain stay near to chance. The
// fact about the locatum is the one that has a part in the answer.
func TestHopsHaveNoShortcut(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	const rounds = 600
	for _, k := range []int{2, 5, 10} {
		for _, noise := range []int{0, 2} {
			hits := make([]int, len(guesses))
			total := 0
			src := seed.NewKey(31).At(int64(k)).Stream()
			for range rounds {
				for answer := range layout.Cardinal(layout.Cardinals) {
					spec := layout.HopSpec{Hops: k, Reading: layout.UnitStep, Answer: answer, World: layout.World{Sharing: true}}
					spec.Distractors = [layout.DistractorKinds]int{0, noise, noise, noise, noise}
					if err := sampler.Sample(&problem, spec, src); err != nil {
						t.Fatal(err)
					}
					total++
					for i, g := range guesses {
						if g.of(&problem) == answer {
							hits[i]++
						}
					}
				}
			}
			for i, g := range guesses {
				right := float64(hits[i]) / float64(total)
				t.Logf("k=%d, %d distractors of each kind: %s: %.3f (chance 0.111)", k, noise, g.name, right)
				if limit := map[bool]float64{false: 0.16, true: 0.30}[i == len(guesses)-1]; right > limit {
					t.Errorf("k=%d: %s gives the answer in %.3f", k, g.name, right)
				}
			}
		}
	}
}
