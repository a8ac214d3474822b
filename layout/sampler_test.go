package layout_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// drawn is a seed.Source whose choices rapid makes and shrinks; it keeps them for a second run.
type drawn struct {
	t    *rapid.T
	made []int
}

func (d *drawn) Intn(n int) int {
	if n < 1 {
		d.t.Fatalf("Intn(%d)", n)
	}
	x := rapid.IntRange(0, n-1).Draw(d.t, "choice")
	d.made = append(d.made, x)
	return x
}

// replayed makes the same choices again.
type replayed struct{ left []int }

func (r *replayed) Intn(int) int {
	x := r.left[0]
	r.left = r.left[1:]
	return x
}

// answersTo lists the answers that a question about two objects can have.
func answersTo(aspect layout.Aspect) []layout.Cardinal {
	switch aspect {
	case layout.Vertical:
		return []layout.Cardinal{layout.N, layout.S, layout.EQ}
	case layout.Horizontal:
		return []layout.Cardinal{layout.W, layout.E, layout.EQ}
	}
	return eightRelations
}

// specs calls yield with every combination of the fields for so many objects and facts, possible or not.
func specs(objects, facts int, yield func(layout.Spec)) {
	for _, unique := range []bool{false, true} {
		for _, direct := range []bool{false, true} {
			for _, aspect := range threeAspects {
				for _, answer := range answersTo(aspect) {
					for _, first := range []bool{false, true} {
						yield(layout.Spec{
							Objects: objects, Facts: facts, Unique: unique, Direct: direct,
							Aspect: aspect, Answer: answer, LocatumFirst: first,
						})
					}
				}
			}
		}
	}
}

// feasibleSpecs lists all that can be sampled with up to 8 objects and 12 facts.
var feasibleSpecs = sync.OnceValue(func() (all []layout.Spec) {
	for objects := range 9 {
		for facts := range 13 {
			specs(objects, facts, func(s layout.Spec) {
				if s.Validate() == nil {
					all = append(all, s)
				}
			})
		}
	}
	return all
})

// checkProblem holds facts and a pair to every word of the spec, by the order graph.
func checkProblem(t fataler, spec layout.Spec, facts []layout.Fact, a, b int) {
	t.Helper()
	n := spec.Objects
	if len(facts) != spec.Facts {
		t.Fatalf("%+v: %d facts: %v", spec, len(facts), facts)
	}
	stated := make(map[[2]int]bool)
	together := make([]int, n) // the least object known to be connected to each
	for i := range together {
		together[i] = i
	}
	for _, f := range facts {
		if f.Locatum < 0 || f.Locatum >= n || f.Relatum < 0 || f.Relatum >= n || f.Locatum == f.Relatum ||
			!slices.Contains(eightRelations, f.Relation) || f.Reading != layout.Aligned {
			t.Fatalf("%+v: fact %+v", spec, f)
		}
		pair := [2]int{min(f.Locatum, f.Relatum), max(f.Locatum, f.Relatum)}
		if stated[pair] {
			t.Fatalf("%+v: pair %v is stated twice in %v", spec, pair, facts)
		}
		stated[pair] = true
		from, to := together[f.Locatum], together[f.Relatum]
		for i, group := range together {
			if group == max(from, to) {
				together[i] = min(from, to)
			}
		}
	}
	if slices.Max(together) > 0 {
		t.Fatalf("%+v: not connected: %v", spec, facts)
	}
	r := reachable(n, facts)
	if r.impossible() {
		t.Fatalf("%+v: contradiction: %v", spec, facts)
	}
	if unique := r.determined(func(int) bool { return true }); unique != spec.Unique {
		t.Fatalf("%+v: determined is %t: %v", spec, unique, facts)
	}
	if a < 0 || b < 0 || a >= n || b >= n || a == b || (a < b) != spec.LocatumFirst {
		t.Fatalf("%+v: pair %d, %d", spec, a, b)
	}
	if direct := stated[[2]int{min(a, b), max(a, b)}]; direct != spec.Direct {
		t.Fatalf("%+v: pair %d, %d: stated is %t: %v", spec, a, b, direct, facts)
	}
	if got := r.entails(a, b)[spec.Aspect]; got != (entailed{spec.Answer, true}) {
		t.Fatalf("%+v: pair %d, %d: the facts entail %v: %v", spec, a, b, got, facts)
	}
}

// sample makes a whole problem and checks it.
func sample(t fataler, sampler *layout.Sampler, net *layout.Network, spec layout.Spec, src seed.Source) (a, b int) {
	t.Helper()
	facts, err := sampler.Sample(spec, src)
	if err != nil {
		t.Fatalf("Sample(%+v): %v", spec, err)
	}
	if err := net.Reset(spec.Objects, layout.World{}); err != nil {
		t.Fatalf("%v", err)
	}
	for _, f := range facts {
		if err := net.Add(f); err != nil {
			t.Fatalf("%+v: %v", spec, err)
		}
	}
	a, b, err = sampler.ChoosePair(spec, net, src)
	if err != nil {
		t.Fatalf("ChoosePair(%+v) in %v: %v", spec, facts, err)
	}
	checkProblem(t, spec, facts, a, b)
	return a, b
}

func TestSampler(t *testing.T) {
	var sampler layout.Sampler
	var net layout.Network
	check := func(t *rapid.T, spec layout.Spec) {
		src := &drawn{t: t}
		a, b := sample(t, &sampler, &net, spec, src)
		facts := slices.Clone(net.Facts())

		var fresh layout.Sampler
		var again layout.Network
		c, d := sample(t, &fresh, &again, spec, &replayed{src.made})
		if a != c || b != d || !slices.Equal(facts, again.Facts()) {
			t.Fatalf("%+v: the same choices gave %v and %v, pairs %d, %d and %d, %d", spec, facts, again.Facts(), a, b, c, d)
		}
	}
	t.Run("small", rapid.MakeCheck(func(t *rapid.T) {
		check(t, rapid.SampledFrom(feasibleSpecs()).Draw(t, "spec"))
	}))
	t.Run("large", rapid.MakeCheck(func(t *rapid.T) {
		n := rapid.IntRange(9, 26).Draw(t, "objects")
		most := rapid.SampledFrom([]int{n + 2, 2 * n, n*(n-1)/2 - 2}).Draw(t, "most")
		spec := layout.Spec{
			Objects: n, Facts: rapid.IntRange(n-1, most).Draw(t, "facts"),
			Unique: rapid.Bool().Draw(t, "unique"), Direct: rapid.Bool().Draw(t, "direct"),
			Aspect:       rapid.SampledFrom(threeAspects).Draw(t, "aspect"),
			LocatumFirst: rapid.Bool().Draw(t, "locatum first"),
		}
		spec.Answer = rapid.SampledFrom(answersTo(spec.Aspect)).Draw(t, "answer")
		check(t, spec)
	}))
}

// TestEverySpec makes several records of everything that can be asked for with up to 8 objects and 12 facts.
func TestEverySpec(t *testing.T) {
	var sampler layout.Sampler
	var net layout.Network
	var src seed.Stream
	key := seed.NewKey(7).Named("every spec")
	records := int64(0)
	for _, spec := range feasibleSpecs() {
		for range 10 {
			src.Reset(key.At(records))
			records++
			sample(t, &sampler, &net, spec, &src)
		}
	}
	if records < 30_000 {
		t.Errorf("only %d records", records)
	}
}

// TestFullSpecs goes to the edges of what larger problems allow: a tree, and every pair stated that may be.
func TestFullSpecs(t *testing.T) {
	var sampler layout.Sampler
	var net layout.Network
	var src seed.Stream
	key := seed.NewKey(7).Named("full specs")
	records := int64(0)
	for _, n := range []int{9, 13, 26} {
		pairs := n * (n - 1) / 2
		for _, m := range []int{n - 1, n, pairs - 2, pairs - 1, pairs} {
			specs(n, m, func(spec layout.Spec) {
				if spec.Validate() != nil {
					return
				}
				src.Reset(key.At(records))
				records++
				sample(t, &sampler, &net, spec, &src)
			})
		}
	}
}

// TestLargestSpec: MaxObjects objects, too many for the order graph, by the network alone.
func TestLargestSpec(t *testing.T) {
	var sampler layout.Sampler
	n := layout.MaxObjects
	for _, spec := range []layout.Spec{
		{Objects: n, Facts: n - 1, Unique: true, Answer: layout.SW},
		{Objects: n, Facts: 2 * n, Direct: true, Aspect: layout.Vertical, LocatumFirst: true},
	} {
		facts, err := sampler.Sample(spec, seed.NewKey(7).Stream())
		if err != nil {
			t.Fatal(err)
		}
		net := networkOf(t, n, facts)
		if net.Determined() != spec.Unique || len(facts) != spec.Facts {
			t.Errorf("%+v: determined is %t with %d facts", spec, net.Determined(), len(facts))
		}
		if _, _, err := sampler.ChoosePair(spec, net, seed.NewKey(8).Stream()); err != nil {
			t.Error(err)
		}
	}
}

// TestFeasible compares the formula with an exhaustive search for up to 4 objects: every set of pairs, stated as they
// are in every placement.
func TestFeasible(t *testing.T) {
	for n := 2; n <= 4; n++ {
		exists := everyProblem(n)
		for m := range 9 {
			specs(n, m, func(spec layout.Spec) {
				if got := layout.Feasible(n, m, spec.Unique, spec.Direct, spec.Aspect); got != exists[spec] {
					t.Errorf("%+v: feasible is %t, a search says %t", spec, got, exists[spec])
				}
			})
		}
	}
	for _, n := range []int{math.MinInt, -4, -1, 0, 1} {
		for _, m := range []int{math.MinInt, -1, 0, 1, 2, math.MaxInt} {
			specs(n, m, func(spec layout.Spec) {
				if layout.Feasible(n, m, spec.Unique, spec.Direct, spec.Aspect) {
					t.Errorf("%+v is feasible", spec)
				}
			})
		}
	}
}

// everyProblem returns all specs for n objects that some problem meets.
func everyProblem(n int) map[layout.Spec]bool {
	var pairs [][2]int
	for b := range n {
		for a := range b {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	exists := make(map[layout.Spec]bool)
	for stated := range 1 << len(pairs) {
		if !connects(n, pairs, stated) {
			continue
		}
		// Placements that show the same relations of the stated pairs are the models of one set of facts.
		type facts [6]layout.Cardinal
		models := make(map[facts]int)
		shown := make(map[facts]*[6]layout.CardinalSet)
		for _, p := range placements(n, false) {
			var said, all facts
			size := 0
			for k, pair := range pairs {
				all[k] = handRelation(p.diff(0, pair[0], pair[1]), p.diff(1, pair[0], pair[1]))
				if stated>>k&1 == 1 {
					said[k] = all[k]
					size++
				}
			}
			if shown[said] == nil {
				shown[said] = new([6]layout.CardinalSet)
			}
			models[said]++
			for k, c := range all {
				shown[said][k] |= 1 << c
			}
		}
		size := 0
		for k := range pairs {
			size += stated >> k & 1
		}
		for said, count := range models {
			for k := range pairs {
				for _, aspect := range threeAspects {
					answer, ok := commonPart(shown[said][k], aspect)
					if !ok {
						continue
					}
					spec := layout.Spec{
						Objects: n, Facts: size, Unique: count == 1, Direct: stated>>k&1 == 1,
						Aspect: aspect, Answer: answer, LocatumFirst: true,
					}
					exists[spec] = true
					signs := handSigns[answer]
					spec.Answer, spec.LocatumFirst = handRelation(-signs[0], -signs[1]), false
					exists[spec] = true
				}
			}
		}
	}
	return exists
}

// commonPart returns what all relations of a set have in common on the axes asked about.
func commonPart(set layout.CardinalSet, aspect layout.Aspect) (common layout.Cardinal, ok bool) {
	var parts []layout.Cardinal
	for c, signs := range handSigns {
		if set>>c&1 == 0 {
			continue
		}
		switch aspect {
		case layout.Vertical:
			signs[1] = 0
		case layout.Horizontal:
			signs[0] = 0
		}
		parts = append(parts, handRelation(signs[0], signs[1]))
	}
	for _, p := range parts {
		if p != parts[0] {
			return 0, false
		}
	}
	return parts[0], true
}

func connects(n int, pairs [][2]int, stated int) bool {
	reached := 1
	for range n {
		for k, pair := range pairs {
			if link := 1<<pair[0] | 1<<pair[1]; stated>>k&1 == 1 && reached&link != 0 {
				reached |= link
			}
		}
	}
	return reached == 1<<n-1
}

func TestSpecValidate(t *testing.T) {
	good := layout.Spec{Objects: 5, Facts: 6, Unique: true, Answer: layout.NE}
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	with := func(change func(s *layout.Spec)) layout.Spec {
		s := good
		change(&s)
		return s
	}
	for _, test := range []struct {
		name       string
		spec       layout.Spec
		infeasible bool
		message    string
	}{
		{"zero", layout.Spec{}, false, "0 objects; 2 to 256 are allowed"},
		{"one object", with(func(s *layout.Spec) { s.Objects = 1 }), false, "1 objects"},
		{"fewer than none", with(func(s *layout.Spec) { s.Objects = -3 }), false, "-3 objects"},
		{"too many", with(func(s *layout.Spec) { s.Objects = 257 }), false, "257 objects"},
		{"far too many", with(func(s *layout.Spec) { s.Objects = math.MaxInt }), false, "objects; 2 to 256 are allowed"},
		{"aspect", with(func(s *layout.Spec) { s.Aspect = 3 }), false, "aspect 3"},
		{"same cell", with(func(s *layout.Spec) { s.Answer = layout.EQ }), false, "answer 0 (EQ) is no full relation"},
		{"no relation", with(func(s *layout.Spec) { s.Answer = 9 }), false, "is no full relation"},
		{"whole answer to half a question", with(func(s *layout.Spec) { s.Aspect = layout.Vertical }), false,
			"answer 2 (NE) is no vertical relation"},
		{"answer to the other half", with(func(s *layout.Spec) { s.Aspect, s.Answer = layout.Horizontal, layout.N }), false,
			"answer 1 (N) is no horizontal relation"},
		{"no facts", with(func(s *layout.Spec) { s.Facts = 0 }), true, "5 objects with 0 facts"},
		{"fewer facts than none", with(func(s *layout.Spec) { s.Facts = -1 }), true, "-1 facts"},
		{"not connected", with(func(s *layout.Spec) { s.Facts = 3 }), true, "5 objects with 3 facts"},
		{"all pairs stated, one to infer", with(func(s *layout.Spec) { s.Facts = 10 }), true, "unique true, direct false"},
		{"all pairs stated, one open", with(func(s *layout.Spec) { s.Facts, s.Unique, s.Direct = 10, false, true }), true,
			"unique false, direct true, aspect full"},
		{"two objects, one to infer", with(func(s *layout.Spec) { s.Objects, s.Facts = 2, 1 }), true, "2 objects with 1 facts"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := test.spec.Validate()
			if err == nil {
				t.Fatal("no error")
			}
			if errors.Is(err, layout.ErrInfeasible) != test.infeasible {
				t.Errorf("%q: infeasible is %t", err, !test.infeasible)
			}
			if !strings.Contains(err.Error(), test.message) {
				t.Errorf("%q does not say %q", err, test.message)
			}
			var sampler layout.Sampler
			facts, other := sampler.Sample(test.spec, seed.NewKey(7).Stream())
			if other == nil || other.Error() != err.Error() || facts != nil {
				t.Errorf("Sample gives %v, %v", facts, other)
			}
		})
	}
}

// TestNoPair: a network that holds nothing of what the spec asks.
func TestNoPair(t *testing.T) {
	var sampler layout.Sampler
	spec := layout.Spec{Objects: 3, Facts: 2, Unique: true, Answer: layout.N}
	for n := range 4 {
		net, _ := layout.NewNetwork(n, layout.World{})
		if _, _, err := sampler.ChoosePair(spec, net, seed.NewKey(7).Stream()); !errors.Is(err, layout.ErrNoPair) {
			t.Errorf("%d objects: %v, want no pair", n, err)
		}
	}
}

// TestChoosePairFromEitherSide: facts turned over and shuffled leave the same pairs to choose from.
func TestChoosePairFromEitherSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sampler layout.Sampler
		spec := rapid.SampledFrom(feasibleSpecs()).Draw(t, "spec")
		facts, err := sampler.Sample(spec, &drawn{t: t})
		if err != nil {
			t.Fatal(err)
		}
		facts = rapid.Permutation(slices.Clone(facts)).Draw(t, "order")
		for i := range facts {
			if rapid.Bool().Draw(t, "other side") {
				facts[i] = handConverse(facts[i])
			}
		}
		a, b, err := sampler.ChoosePair(spec, networkOf(t, spec.Objects, facts), &drawn{t: t})
		if err != nil {
			t.Fatalf("%v: %v", facts, err)
		}
		checkProblem(t, spec, facts, a, b)
	})
}

// TestChoosePairIsUniform: every pair that fits is asked about equally often.
func TestChoosePairIsUniform(t *testing.T) {
	var sampler layout.Sampler
	net := networkOf(t, 4, says("A N B", "B N C", "C N D"))
	src := seed.NewKey(7).Named("uniform pair").Stream()
	counts := make(map[[2]int]int)
	const draws = 6000
	for range draws {
		a, b, err := sampler.ChoosePair(layout.Spec{Answer: layout.S}, net, src)
		if err != nil {
			t.Fatal(err)
		}
		counts[[2]int{a, b}]++
	}
	want := [][2]int{{2, 0}, {3, 0}, {3, 1}}
	for _, pair := range want {
		if c := counts[pair]; c < draws/3-200 || c > draws/3+200 {
			t.Errorf("pair %v asked about %d times of %d", pair, c, draws)
		}
	}
	if len(counts) != len(want) {
		t.Errorf("pairs %v, want %v", counts, want)
	}
}

// TestSamplerLeans: with uniform answers no direction, no object number and no side is favoured. The choices are fixed
// by the key, so this passes always or never.
func TestSamplerLeans(t *testing.T) {
	const problems = 20_000
	for _, unique := range []bool{false, true} {
		for _, direct := range []bool{false, true} {
			t.Run(fmt.Sprintf("unique=%t/direct=%t", unique, direct), func(t *testing.T) {
				var sampler layout.Sampler
				var net layout.Network
				var src seed.Stream
				key := seed.NewKey(7).Named("leans")
				relations := make(map[string]int) // of the facts from the smaller index, straight and diagonal apart
				fromLater := make(map[string]int)
				mentions := make(map[string]int)
				locatum, relatum := make(map[string]int), make(map[string]int)
				otherHalf := make(map[string]int) // of the pair, where a question asks about one half
				for i := range int64(problems) {
					src.Reset(key.At(i))
					spec := layout.Spec{Objects: 5, Facts: 4 + int(i%5), Unique: unique, Direct: direct}
					spec.Aspect = threeAspects[src.Intn(3)]
					all := answersTo(spec.Aspect)
					spec.Answer, spec.LocatumFirst = all[src.Intn(len(all))], src.Intn(2) == 0
					facts, err := sampler.Sample(spec, &src)
					if err != nil {
						t.Fatal(err)
					}
					if err := net.Reset(spec.Objects, layout.World{}); err != nil {
						t.Fatal(err)
					}
					for _, f := range facts {
						if err := net.Add(f); err != nil {
							t.Fatal(err)
						}
						if f.Locatum > f.Relatum {
							fromLater["later first"]++
							f = handConverse(f)
						} else {
							fromLater["earlier first"]++
						}
						kind := "straight "
						if f.Relation == layout.NE || f.Relation == layout.SE || f.Relation == layout.SW || f.Relation == layout.NW {
							kind = "diagonal "
						}
						relations[kind+f.Relation.String()]++
						mentions[fmt.Sprint("object ", f.Locatum)]++
						mentions[fmt.Sprint("object ", f.Relatum)]++
					}
					a, b, err := sampler.ChoosePair(spec, &net, &src)
					if err != nil {
						t.Fatal(err)
					}
					locatum[fmt.Sprint("locatum ", a)]++
					relatum[fmt.Sprint("relatum ", b)]++
					for _, half := range []layout.Aspect{layout.Vertical, layout.Horizontal} {
						c, ok := net.Entails(a, b, half)
						if ok && c != layout.EQ && spec.Aspect != layout.Full && spec.Aspect != half {
							otherHalf["to the "+c.String()]++
						}
					}
				}
				straight, diagonal := make(map[string]int), make(map[string]int)
				for name, count := range relations {
					if strings.HasPrefix(name, "straight") {
						straight[name] = count
					} else {
						diagonal[name] = count
					}
				}
				nearlyEqual(t, straight, 4)
				nearlyEqual(t, diagonal, 4)
				nearlyEqual(t, fromLater, 2)
				nearlyEqual(t, mentions, 5)
				nearlyEqual(t, locatum, 5)
				nearlyEqual(t, relatum, 5)
				nearlyEqual(t, otherHalf, 4)
			})
		}
	}
}

// nearlyEqual allows each count five standard deviations, or a little more where what is counted comes in clusters.
func nearlyEqual(t *testing.T, counts map[string]int, bins int) {
	t.Helper()
	total := 0
	for _, c := range counts {
		total += c
	}
	mean := float64(total) / float64(bins)
	for name, c := range counts {
		if math.Abs(float64(c)-mean) > 6*math.Sqrt(mean) {
			t.Errorf("%s: %d times, where %.0f are expected: %v", name, c, mean, counts)
		}
	}
	if len(counts) != bins {
		t.Errorf("%d of %d occur: %v", len(counts), bins, counts)
	}
}
