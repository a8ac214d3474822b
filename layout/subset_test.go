package layout_test

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// truthsOfSubsets are the truths of all sets of some facts, by the bits of the set.
func truthsOfSubsets(n int, w layout.World, facts []layout.Fact) []truth {
	all := make([]truth, 1<<len(facts))
	for mask := range all {
		var some []layout.Fact
		for k, f := range facts {
			if mask>>k&1 == 1 {
				some = append(some, f)
			}
		}
		all[mask] = truthFor(n, w, some, facts)
	}
	return all
}

// leastOf returns the size of the smallest set that is enough, and -1 when none is.
func leastOf(all []truth, enough func(tr *truth) bool) int {
	least := -1
	for mask := range all {
		if size := bits.OnesCount(uint(mask)); (least < 0 || size < least) && enough(&all[mask]) {
			least = size
		}
	}
	return least
}

func maskOf(facts []int) (mask int) {
	for _, k := range facts {
		mask |= 1 << k
	}
	return mask
}

// onlyOne reports whether the aspect of a set of relations is one.
func onlyOne(set layout.CardinalSet, aspect layout.Aspect) bool {
	seen := make(map[[2]int]bool)
	for c, s := range handSigns {
		if set>>c&1 == 0 {
			continue
		}
		switch aspect {
		case layout.Vertical:
			s[1] = 0
		case layout.Horizontal:
			s[0] = 0
		}
		seen[s] = true
	}
	return len(seen) == 1
}

// TestSmallestSetsOfAllReadings holds proofs, the reasons of Judge and the redundant facts of random networks in all
// worlds to every subset of the facts.
func TestSmallestSetsOfAllReadings(t *testing.T) {
	networks := 60
	if *everything {
		networks = 5_000
	}
	worlds := append(everyWorld(), layout.World{}, layout.World{}, layout.World{}, layout.World{Sharing: true})
	all := factsAbout(allPairs(4), 4)
	probes := all.all()
	proved, reasons, redundant := 0, 0, 0
	for k := range networks {
		src := seed.NewKey(6).At(int64(k)).Stream()
		n, w, facts := drawNetwork(src, worlds, all, 4)
		if len(facts) > 6 {
			facts = facts[:6]
		}
		net, err := layout.NewNetwork(n, w)
		if err != nil {
			continue
		}
		for _, f := range facts {
			_ = net.Add(f)
		}
		facts = net.Facts()
		subsets := truthsOfSubsets(n, w, facts)
		for a := range n {
			for b := range n {
				for _, aspect := range threeAspects {
					want := leastOf(subsets, func(tr *truth) bool { return onlyOne(tr.possible(a, b), aspect) })
					proof, ok := net.Prove(a, b, aspect)
					if a == b || want < 0 {
						if ok {
							t.Fatalf("%+v: %v: %d to %d %v: proof %v, want none", w, facts, a, b, aspect, proof.Facts)
						}
						continue
					}
					if !ok || proof.Hops() != want || proof.MayShrink || !onlyOne(subsets[maskOf(proof.Facts)].possible(a, b), aspect) {
						t.Fatalf("%+v: %v: %d to %d %v: proof %+v, %t, want %d facts", w, facts, a, b, aspect, proof, ok, want)
					}
					proved++
					checkProofChains(t, facts, proof, a, b)
				}
			}
		}
		for range 6 {
			f := probes[src.Intn(len(probes))]
			if f.Locatum >= n || f.Relatum >= n || f.Relatum < 0 && (w.Rows == 0 || w.Cols == 0) || subsets[0].tooFar(f) {
				continue
			}
			proof, status := net.ProveFact(f)
			if want := subsets[len(subsets)-1].judge(f); status != want {
				t.Fatalf("%+v: %v: %v is %v, want %v", w, facts, f, status, want)
			}
			if status == layout.Open {
				if proof.Hops() != 0 {
					t.Fatalf("%+v: %v: %v is open by %v", w, facts, f, proof.Facts)
				}
				continue
			}
			want := leastOf(subsets, func(tr *truth) bool { return tr.judge(f) == status })
			if proof.Hops() != want || proof.MayShrink || subsets[maskOf(proof.Facts)].judge(f) != status {
				t.Fatalf("%+v: %v: %v is %v by %+v, want %d facts", w, facts, f, status, proof, want)
			}
			reasons++
		}
		var follow []int
		for k, f := range facts {
			if subsets[(len(subsets)-1)&^(1<<k)].judge(f) == layout.Entailed {
				follow = append(follow, k)
			}
		}
		if got := net.Redundant(nil); !slices.Equal(got, follow) {
			t.Fatalf("%+v: %v: redundant %v, want %v", w, facts, got, follow)
		}
		redundant += len(follow)
	}
	t.Logf("%d proofs, %d reasons, %d redundant facts", proved, reasons, redundant)
}

// checkProofChains: a chain leads from one object to the other, over the frame perhaps, by facts of the proof.
func checkProofChains(t fataler, facts []layout.Fact, proof layout.Proof, a, b int) {
	t.Helper()
	for _, chain := range [][]int{proof.Rows, proof.Cols} {
		if chain == nil {
			continue
		}
		at := a
		for _, k := range chain {
			switch f := facts[k]; {
			case !slices.Contains(proof.Facts, k):
				t.Fatalf("%v: chain %v has a fact that proof %v has not", facts, chain, proof.Facts)
			case f.Locatum == at:
				at = f.Relatum
			case f.Relatum == at:
				at = f.Locatum
			default:
				t.Fatalf("%v: chain %v from %d to %d breaks at object %d", facts, chain, a, b, at)
			}
		}
		if at != b {
			t.Fatalf("%v: chain %v from %d to %d ends at %d", facts, chain, a, b, at)
		}
	}
}
