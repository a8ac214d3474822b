package layout_test

import (
	"flag"
	"slices"
	"testing"
	"time"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

var hopProblems = flag.Int("hops.problems", 20_000, "how many hop-controlled problems TestManyHopProblems checks")

var wordReadings = []layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep}

// hopChecker holds problems to every word of their spec, by the network and by the search that shares nothing with it.
type hopChecker struct {
	net, rest layout.Network
	world     layout.World
}

func (h *hopChecker) check(t fataler, spec layout.HopSpec, p *layout.HopProblem) {
	t.Helper()
	n, k := p.Objects, spec.Hops
	h.world = spec.World
	fail := func(what string, more ...any) {
		t.Helper()
		t.Fatalf("%+v: %s %v\nproblem %+v", spec, what, more, *p)
	}
	if n != spec.Objects() || len(p.Facts) != spec.Facts() || len(p.Kinds) != len(p.Facts) || len(p.Cells) != n {
		fail("sizes")
	}
	if p.Locatum == p.Relatum || p.Answer != spec.Answer {
		fail("question")
	}
	var counts [layout.DistractorKinds]int
	for i, f := range p.Facts {
		counts[p.Kinds[i]]++
		if f.Reading != spec.Reading || spec.Straight && !f.Relation.Straight() || !handHolds(f, p.Cells) {
			fail("fact", f)
		}
	}
	want := spec.Distractors
	want[layout.NotDistractor] = k
	if counts != want {
		fail("kinds", counts)
	}
	h.checkCells(fail, &spec, p)

	h.close(fail, &h.net, p, func(int) bool { return true })
	proof, ok := h.net.Prove(p.Locatum, p.Relatum, spec.Aspect)
	if answer, _ := h.net.Entails(p.Locatum, p.Relatum, spec.Aspect); !ok || answer != spec.Answer || proof.Hops() != k {
		fail("the network proves", answer, proof.Facts)
	}
	h.checkProof(fail, &spec, p)
	h.checkBare(fail, &spec, p)
	h.checkOracle(fail, &spec, p)
	h.checkKinds(fail, &spec, p)
}

type failer func(what string, more ...any)

// checkCells: no two objects share a cell that must not, and the least row and column are 0.
func (h *hopChecker) checkCells(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	rows, cols := p.Cells[0].Row, p.Cells[0].Col
	for i, c := range p.Cells {
		rows, cols = min(rows, c.Row), min(cols, c.Col)
		if !spec.World.Sharing && slices.Contains(p.Cells[:i], c) {
			fail("shared cell", c)
		}
	}
	if rows != 0 || cols != 0 {
		fail("cells do not start at 0")
	}
}

// close makes a network of some facts.
func (h *hopChecker) close(fail failer, net *layout.Network, p *layout.HopProblem, keep func(i int) bool) {
	if err := net.Reset(p.Objects, h.world); err != nil {
		fail("reset", err)
	}
	for i, f := range p.Facts {
		if keep(i) {
			if err := net.Add(f); err != nil {
				fail("add", err)
			}
		}
	}
}

// checkProof: the proof is a chain from locatum to relatum.
func (h *hopChecker) checkProof(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	at := p.Locatum
	if len(p.Proof) != spec.Hops {
		fail("proof", p.Proof)
	}
	for i, k := range p.Proof {
		f := p.Facts[k]
		switch {
		case p.Kinds[k] != layout.NotDistractor || slices.Contains(p.Proof[:i], k):
			fail("proof", p.Proof)
		case f.Locatum == at:
			at = f.Relatum
		case f.Relatum == at:
			at = f.Locatum
		default:
			fail("proof is no chain", p.Proof)
		}
	}
	if at != p.Relatum {
		fail("proof ends elsewhere", p.Proof)
	}
}

// checkBare: without the distractors it is the same problem, and without one more fact none.
func (h *hopChecker) checkBare(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	h.close(fail, &h.rest, p, func(i int) bool { return p.Kinds[i] == layout.NotDistractor })
	proof, ok := h.rest.Prove(p.Locatum, p.Relatum, spec.Aspect)
	if answer, _ := h.rest.Entails(p.Locatum, p.Relatum, spec.Aspect); !ok || answer != spec.Answer || proof.Hops() != spec.Hops {
		fail("the facts of the proof alone prove", answer, proof.Facts)
	}
	for n, left := range p.Proof {
		if n%(1+spec.Hops/32) != 0 {
			continue // some of the very many
		}
		h.close(fail, &h.rest, p, func(i int) bool { return p.Kinds[i] == layout.NotDistractor && i != left })
		if _, ok := h.rest.Entails(p.Locatum, p.Relatum, spec.Aspect); ok {
			fail("a fact of the proof is not needed", left)
		}
	}
}

// checkOracle asks the search.
func (h *hopChecker) checkOracle(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	size, sets := shortestProof(p.Objects, p.Facts, p.Locatum, p.Relatum, spec.Aspect, spec.Hops)
	if size != spec.Hops {
		fail("the search finds a proof of", size)
	}
	again := false // whether a fact of the proof is said again
	for i, f := range p.Facts {
		for _, k := range p.Proof {
			g := p.Facts[k]
			same := min(f.Locatum, f.Relatum) == min(g.Locatum, g.Relatum) && max(f.Locatum, f.Relatum) == max(g.Locatum, g.Relatum)
			if i != k && same {
				if f != handConverseOf(g) || p.Kinds[i] != layout.Redundant {
					fail("said again, but not from the other side", f)
				}
				again = true
			}
		}
	}
	if (sets > 1) != again {
		fail("the search finds so many proofs", sets)
	}
	// A fact of the proof is said again only where there was nothing else.
	if again && spec.Distractors[layout.Branch]+spec.Distractors[layout.Disconnected] > 0 {
		fail("a fact of the proof is said again")
	}
	if spec.Reading != layout.UnitStep {
		return
	}
	rows, cols, ok := stepsBetween(p.Objects, p.Facts, p.Locatum, p.Relatum)
	if !ok || handRelation(rows, cols).Project(spec.Aspect) != spec.Answer {
		fail("the steps add up to", rows, cols)
	}
}

func handConverseOf(f layout.Fact) layout.Fact {
	g := handConverse(f)
	g.Reading = f.Reading
	return g
}

// checkKinds holds every distractor to its kind.
func (h *hopChecker) checkKinds(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	is := func(kinds ...layout.Distractor) func(int) bool {
		return func(i int) bool { return slices.Contains(kinds, p.Kinds[i]) }
	}
	connected := groups(p, func(int) bool { return true })
	withoutBranches := groups(p, is(layout.NotDistractor, layout.Useless))
	withoutRedundant := groups(p, is(layout.NotDistractor, layout.Useless, layout.Branch, layout.Disconnected))
	main := connected[p.Locatum]
	trees := make(map[int]bool)
	for i, f := range p.Facts {
		disconnected := p.Kinds[i] == layout.Disconnected
		if disconnected || p.Kinds[i] != layout.Redundant {
			if (connected[f.Locatum] == main) == disconnected {
				fail("connected or not", f, p.Kinds[i])
			}
		}
		switch p.Kinds[i] {
		case layout.Disconnected:
			trees[connected[f.Locatum]] = true
		case layout.Branch:
			// Without the other redundant facts, a branch is all that ties its end to the question.
			cut := groups(p, func(j int) bool { return j != i && p.Kinds[j] != layout.Redundant })
			if cut[p.Locatum] != cut[p.Relatum] || (cut[f.Locatum] == cut[p.Locatum]) == (cut[f.Relatum] == cut[p.Locatum]) {
				fail("no branch", f)
			}
			if withoutBranches[f.Locatum] == withoutBranches[f.Relatum] {
				fail("no new object", f)
			}
		case layout.Redundant:
			if withoutRedundant[f.Locatum] != withoutRedundant[f.Relatum] {
				fail("not redundant", f)
			}
		}
	}
	if len(trees) > 1 {
		fail("several disconnected trees", connected)
	}
	h.close(fail, &h.rest, p, is(layout.NotDistractor, layout.Branch, layout.Disconnected))
	for i, f := range p.Facts {
		if p.Kinds[i] == layout.Redundant && !h.follows(f) {
			fail("not redundant", f)
		}
		if p.Kinds[i] == layout.Useless && h.follows(f) {
			fail("redundant, not useless", f)
		}
	}
	if spec.Distractors[layout.Useless] > 0 {
		h.checkUseless(fail, spec, p)
	}
}

func (h *hopChecker) follows(f layout.Fact) bool {
	rows, cols := h.rest.Intervals(f.Locatum, f.Relatum)
	wantRows, wantCols := f.Intervals()
	return rows.Within(wantRows) && cols.Within(wantCols)
}

// checkUseless: the useless facts make one way round, and unless they are unit steps none follows from all the others.
func (h *hopChecker) checkUseless(fail failer, spec *layout.HopSpec, p *layout.HopProblem) {
	onChain := make(map[int]bool)
	for _, k := range p.Proof {
		onChain[p.Facts[k].Locatum], onChain[p.Facts[k].Relatum] = true, true
	}
	uses := make(map[int]int)
	for i, f := range p.Facts {
		if p.Kinds[i] == layout.Useless {
			uses[f.Locatum]++
			uses[f.Relatum]++
		}
	}
	ends := 0
	for object, times := range uses {
		if onChain[object] {
			ends++
		}
		if onChain[object] && times != 1 || !onChain[object] && times != 2 {
			fail("no way round: object in so many useless facts", object, times)
		}
	}
	if ends != 2 || len(uses) != spec.Distractors[layout.Useless]+1 {
		fail("no way round", uses)
	}
	if spec.Reading == layout.UnitStep {
		return
	}
	for i, f := range p.Facts {
		if p.Kinds[i] != layout.Useless {
			continue
		}
		h.close(fail, &h.rest, p, func(j int) bool { return j != i })
		if h.follows(f) {
			fail("useless fact follows from all others", f)
		}
	}
}

// groups numbers the connected groups of objects by their least object.
func groups(p *layout.HopProblem, keep func(i int) bool) []int {
	group := make([]int, p.Objects)
	for i := range group {
		group[i] = i
	}
	for i, f := range p.Facts {
		if !keep(i) {
			continue
		}
		low, high := min(group[f.Locatum], group[f.Relatum]), max(group[f.Locatum], group[f.Relatum])
		for j := range group {
			if group[j] == high {
				group[j] = low
			}
		}
	}
	return group
}

// hopSpecOf turns choices into a spec, which may be infeasible.
func hopSpecOf(intn func(n int) int) layout.HopSpec {
	spec := layout.HopSpec{
		Hops:    1 + intn(12),
		Reading: wordReadings[intn(3)],
		World:   layout.World{Sharing: intn(2) == 0},
		Aspect:  threeAspects[intn(3)],
	}
	answers := append([]layout.Cardinal{layout.EQ}, answersTo(spec.Aspect)...)
	spec.Answer = answers[intn(len(answers))]
	spec.Straight = intn(4) == 3
	if intn(2) == 1 {
		for kind := layout.Disconnected; int(kind) < layout.DistractorKinds; kind++ {
			spec.Distractors[kind] = intn(6)
		}
	}
	return spec
}

// mended makes an infeasible spec feasible, with few changes.
func mended(t fataler, spec layout.HopSpec) layout.HopSpec {
	t.Helper()
	for _, change := range []func(){
		func() {},
		func() { spec.Distractors[layout.Useless] += 3 - spec.Distractors[layout.Useless]%2 },
		func() { spec.Straight = false },
		func() { spec.World.Sharing = true },
		func() { spec.Hops = max(spec.Hops, 2) },
		func() { spec.Reading = layout.UnitStep },
	} {
		if change(); spec.Validate() == nil {
			return spec
		}
	}
	t.Fatalf("%+v cannot be mended: %v", spec, spec.Validate())
	return spec
}

func TestHopProblems(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	rapid.Check(t, func(t *rapid.T) {
		src := &drawn{t: t}
		spec := mended(t, hopSpecOf(src.Intn))
		src.made = nil
		if err := sampler.Sample(&problem, spec, src); err != nil {
			t.Fatal(err)
		}
		checker.check(t, spec, &problem)
		// The same choices make the same problem, whatever the memory held before.
		var fresh layout.HopSampler
		var again layout.HopProblem
		if err := fresh.Sample(&again, spec, &replayed{src.made}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(again.Facts, problem.Facts) || !slices.Equal(again.Cells, problem.Cells) {
			t.Fatalf("%+v: %+v, then %+v", spec, problem, again)
		}
	})
}

// TestManyHopProblems makes problems of all kinds, and reports how long that takes alone.
func TestManyHopProblems(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var checker hopChecker
	var src seed.Stream
	var sampling time.Duration
	var hops [13]int
	for i := range *hopProblems {
		src.Reset(seed.NewKey(1).Named("hops").At(int64(i)))
		spec := mended(t, hopSpecOf(src.Intn))
		start := time.Now()
		err := sampler.Sample(&problem, spec, &src)
		sampling += time.Since(start)
		if err != nil {
			t.Fatal(err)
		}
		checker.check(t, spec, &problem)
		hops[spec.Hops]++
	}
	t.Logf("%d problems, by hops %v; %v to sample them", *hopProblems, hops[1:], sampling)
}
