package layout_test

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// TestHopSpecErrors: what cannot be sampled says why, and leaves the problem as it was.
func TestHopSpecErrors(t *testing.T) {
	sharing := layout.World{Sharing: true}
	noise := func(kind layout.Distractor, n int) (d [layout.DistractorKinds]int) {
		d[kind] = n
		return d
	}
	for _, test := range []struct {
		name       string
		spec       layout.HopSpec
		infeasible bool // else out of range
		want       string
	}{
		{"zero", layout.HopSpec{}, false, "0 hops; 1 to 255"},
		{"negative", layout.HopSpec{Hops: -3, Answer: layout.N}, false, "-3 hops"},
		{"measured", layout.HopSpec{Hops: 1, Answer: layout.N, Reading: layout.Measured}, false, "measured"},
		{"no reading", layout.HopSpec{Hops: 1, Answer: layout.N, Reading: 77}, false, "reading 77"},
		{"no aspect", layout.HopSpec{Hops: 1, Answer: layout.N, Aspect: 3}, false, "aspect 3"},
		{"no relation", layout.HopSpec{Hops: 1, Answer: 9}, false, "answer 9"},
		{"other aspect", layout.HopSpec{Hops: 1, Answer: layout.E, Aspect: layout.Vertical}, false, "no vertical relation"},
		{"distractors of no kind", layout.HopSpec{Hops: 1, Answer: layout.E, Distractors: noise(layout.NotDistractor, 1)}, false, "no kind"},
		{"fewer than none", layout.HopSpec{Hops: 1, Answer: layout.E, Distractors: noise(layout.Branch, -1)}, false, "-1 branch facts"},
		{"too many of one", layout.HopSpec{Hops: 1, Answer: layout.E, Distractors: noise(layout.Redundant, 257)}, false, "257 redundant facts"},
		{"impossible world", layout.HopSpec{Hops: 1, Answer: layout.E, World: layout.World{Rows: -1}}, false, "-1 rows"},
		{"256 hops", layout.HopSpec{Hops: 256, Answer: layout.E}, true, "at most 256"},
		{"more hops than can be counted", layout.HopSpec{Hops: math.MaxInt, Answer: layout.E}, true, "at most 256"},
		{"hops and branches", layout.HopSpec{Hops: 200, Answer: layout.E, Distractors: noise(layout.Branch, 56)}, true, "257 objects; at most 256"},
		{"a grid with ends", layout.HopSpec{Hops: 1, Answer: layout.E, World: layout.World{Rows: 9}}, true, "without end"},
		{"overlap apart", layout.HopSpec{Hops: 4, Reading: layout.UnitStep}, true, "share"},
		{"overlap in one", layout.HopSpec{Hops: 1, Reading: layout.UnitStep, World: sharing}, true, "takes two steps"},
		{"overlap in odd straight steps", layout.HopSpec{Hops: 5, Reading: layout.UnitStep, World: sharing, Straight: true}, true, "odd number"},
		{"overlap aligned", layout.HopSpec{Hops: 5, World: sharing}, true, "without distances"},
		{"overlap half-plane", layout.HopSpec{Hops: 5, World: sharing, Reading: layout.HalfPlane}, true, "without distances"},
		{"level half-plane", layout.HopSpec{Hops: 5, Reading: layout.HalfPlane, Aspect: layout.Horizontal}, true, "level"},
		{"straight half-plane", layout.HopSpec{Hops: 5, Reading: layout.HalfPlane, Answer: layout.W}, true, "level"},
		{"diagonal of straight half-planes", layout.HopSpec{Hops: 5, Reading: layout.HalfPlane, Answer: layout.SW, Straight: true}, true, "one axis"},
		{"diagonal in one straight fact", layout.HopSpec{Hops: 1, Answer: layout.SW, Straight: true}, true, "never diagonal"},
		{"one useless fact", layout.HopSpec{Hops: 3, Answer: layout.SW, Distractors: noise(layout.Useless, 1)}, true, "takes two"},
		{"two useless straight steps", layout.HopSpec{Hops: 3, Reading: layout.UnitStep, Answer: layout.SW, Straight: true, Distractors: noise(layout.Useless, 2)}, true, "takes three"},
		{"four of them round one", layout.HopSpec{Hops: 1, Reading: layout.UnitStep, Answer: layout.W, Straight: true, Distractors: noise(layout.Useless, 4)}, true, "odd number"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var sampler layout.HopSampler
			problem := layout.HopProblem{Objects: 7}
			err := sampler.Sample(&problem, test.spec, seed.NewKey(1).Stream())
			var hop *layout.HopError
			if err == nil || !strings.Contains(err.Error(), test.want) || errors.Is(err, layout.ErrInfeasible) != test.infeasible ||
				errors.As(err, &hop) != test.infeasible || problem.Objects != 7 {
				t.Errorf("error %v, problem %v; want one with %q, infeasible %t", err, problem, test.want, test.infeasible)
			}
			if tooMany := strings.Contains(test.want, "at most 256"); errors.Is(err, layout.ErrTooMany) != tooMany {
				t.Errorf("%v: too many objects is %t", err, !tooMany)
			}
		})
	}
}

// TestHopSpecsThatLookInfeasible: the narrowest that can be sampled.
func TestHopSpecsThatLookInfeasible(t *testing.T) {
	sharing := layout.World{Sharing: true}
	for _, spec := range []layout.HopSpec{
		{Hops: 2, Reading: layout.UnitStep, World: sharing},
		{Hops: 3, Reading: layout.UnitStep, World: sharing},
		{Hops: 2, Reading: layout.UnitStep, World: sharing, Straight: true},
		{Hops: 1, Reading: layout.UnitStep, Aspect: layout.Vertical},
		{Hops: 1, Reading: layout.UnitStep, Aspect: layout.Horizontal, Straight: true},
		{Hops: 1, Aspect: layout.Horizontal, Straight: true},
		{Hops: 2, Answer: layout.NW, Straight: true},
		{Hops: 2, Answer: layout.NW, Straight: true, Reading: layout.UnitStep},
		{Hops: 12, Answer: layout.N, Straight: true, Reading: layout.UnitStep},
		{Hops: 1, Answer: layout.NW, Reading: layout.HalfPlane},
		{Hops: 1, Answer: layout.N, Straight: true, Aspect: layout.Vertical, Reading: layout.HalfPlane},
		{Hops: 1, Answer: layout.E, Distractors: [layout.DistractorKinds]int{0, 5, 5, 9, 2}},
		{Hops: 1, Answer: layout.E, Reading: layout.UnitStep, Distractors: [layout.DistractorKinds]int{0, 0, 0, 9, 0}},
		{Hops: 2, Answer: layout.E, Reading: layout.UnitStep, Straight: true, Distractors: [layout.DistractorKinds]int{0, 0, 0, 2, 4}},
		{Hops: 10, Answer: layout.SE, Reading: layout.UnitStep, Straight: true, Distractors: [layout.DistractorKinds]int{0, 0, 9, 2, 3}},
	} {
		checkHopSamples(t, spec, 50)
	}
}

func checkHopSamples(t *testing.T, spec layout.HopSpec, samples int) {
	t.Helper()
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	src := seed.NewKey(3).Stream()
	for range samples {
		if err := sampler.Sample(&problem, spec, src); err != nil {
			t.Fatal(err)
		}
		checker.check(t, spec, &problem)
	}
}

// TestPlainHopProblems: what the sampler falls back to is right too.
func TestPlainHopProblems(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	src := seed.NewKey(3).Stream()
	for k := 1; k <= 4; k++ {
		for u := 2; u <= 9; u++ {
			for _, straight := range []bool{false, true} {
				for _, aspect := range threeAspects {
					for _, answer := range answersTo(aspect) {
						spec := layout.HopSpec{Hops: k, Reading: layout.UnitStep, Straight: straight, Aspect: aspect, Answer: answer}
						spec.Distractors[layout.Useless] = u
						if spec.Validate() == nil {
							sampler.SamplePlain(&problem, spec, src)
							checker.check(t, spec, &problem)
						}
					}
				}
			}
		}
	}
}

func TestMarches(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	rapid.Check(t, func(t *rapid.T) {
		src := &drawn{t: t}
		spec := hopSpecOf(src.Intn)
		spec.Reading, spec.World, spec.Distractors = layout.UnitStep, layout.World{}, [layout.DistractorKinds]int{}
		if spec.Validate() != nil {
			return
		}
		sampler.SampleMarch(&problem, spec, src)
		checker.check(t, spec, &problem)
	})
}

// stubborn always makes the same choice.
type stubborn int

func (s stubborn) Intn(n int) int { return min(int(s), n-1) }

// TestHopSamplerUnderStubbornChoices: no choices make it go on for ever or run out of room.
func TestHopSamplerUnderStubbornChoices(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	for _, src := range []stubborn{0, 1, 2, 3, 1 << 30} {
		for i := range 3000 {
			spec := mended(t, hopSpecOf(seed.NewKey(9).At(int64(i)).Stream().Intn))
			if err := sampler.Sample(&problem, spec, src); err != nil {
				t.Fatal(err)
			}
			checker.check(t, spec, &problem)
		}
	}
}

// TestLongHopProblems: chains as long as objects allow. The search for ways is for up to 64 objects, so that only unit
// steps are given to it.
func TestLongHopProblems(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	for _, k := range []int{13, 20, 21, 22, 40, 255} {
		for _, straight := range []bool{false, true} {
			for _, world := range []layout.World{{}, {Sharing: true}} {
				for _, spec := range []layout.HopSpec{
					{Reading: layout.UnitStep, Answer: layout.NE},
					{Reading: layout.UnitStep, Answer: layout.W},
					{Reading: layout.UnitStep, Aspect: layout.Vertical},
					{Reading: layout.UnitStep},
					{Answer: layout.SE},
					{Reading: layout.HalfPlane, Answer: layout.N, Aspect: layout.Vertical},
				} {
					spec.Hops, spec.Straight, spec.World = k, straight, world
					if spec.Validate() != nil {
						continue
					}
					if k < 100 {
						spec.Distractors = [layout.DistractorKinds]int{0, 3, 3, 1, k + 1 + k%2}
						if k >= 20 {
							spec.Distractors[layout.Disconnected] = 10
						}
					}
					if err := sampler.Sample(&problem, spec, seed.NewKey(5).At(int64(k)).Stream()); err != nil {
						t.Fatal(err)
					}
					if spec.Reading == layout.UnitStep || len(problem.Facts) <= 64 && problem.Objects <= 64 {
						checker.check(t, spec, &problem)
					}
				}
			}
		}
	}
}

// TestHopSamplesAllocateNothing: once the scratch space has grown, a problem costs no memory.
func TestHopSamplesAllocateNothing(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var src seed.Stream
	round := func() {
		for i := range 2000 {
			src.Reset(seed.NewKey(11).At(int64(i)))
			if err := sampler.Sample(&problem, mended(t, hopSpecOf(src.Intn)), &src); err != nil {
				t.Fatal(err)
			}
		}
	}
	mendings := testing.AllocsPerRun(1, func() {
		for i := range 2000 {
			src.Reset(seed.NewKey(11).At(int64(i)))
			mended(t, hopSpecOf(src.Intn))
		}
	})
	round()
	if allocs := testing.AllocsPerRun(1, round); allocs > mendings {
		t.Errorf("%v allocations in a round of 2000 problems, want none", allocs-mendings)
	}
}

// TestHopGolden holds the promise of seed.Version: problems never change while it is 2, on no platform.
func TestHopGolden(t *testing.T) {
	const want = 0x2cf97983fdd169fa
	if seed.Version != 2 {
		t.Fatalf("stream version is %d, this golden is for 2: write a new one", seed.Version)
	}
	var sampler layout.HopSampler
	var problem layout.HopProblem
	hash := fnv.New64a()
	for i := range 3000 {
		src := seed.NewKey(1).Named("golden").At(int64(i)).Stream()
		if err := sampler.Sample(&problem, mended(t, hopSpecOf(src.Intn)), src); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(hash, problem)
	}
	if got := hash.Sum64(); got != want {
		t.Errorf("problems hash to %#016x, want %#016x", got, uint64(want))
	}
}
