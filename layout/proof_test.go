package layout_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// checkProofs asks for the proof of everything and compares it with the smallest of all subsets.
func checkProofs(t fataler, n int, facts []layout.Fact) {
	t.Helper()
	net := networkOf(t, n, facts)
	sizes := smallestProofs(n, facts)
	for a := range n {
		for b := range n {
			for _, aspect := range threeAspects {
				proof, ok := net.Prove(a, b, aspect)
				size := sizes[(a*n+b)*3+int(aspect)]
				if a == b || size < 0 {
					if ok || proof.Hops() != 0 {
						t.Fatalf("%v: %d to %d %v: proof %v of what is open", facts, a, b, aspect, proof.Facts)
					}
					continue
				}
				if !ok {
					t.Fatalf("%v: %d to %d %v: no proof, but %d facts are enough", facts, a, b, aspect, size)
				}
				checkProof(t, n, facts, proof, a, b, aspect)
				if proof.Hops() != size {
					t.Fatalf("%v: %d to %d %v: proof %v, but %d facts are enough", facts, a, b, aspect, proof.Facts, size)
				}
			}
		}
	}
}

// checkProof: the facts named entail the answer, each is named once, and they are those of one chain for each part that
// was asked about, which proves its part alone.
func checkProof(t fataler, n int, facts []layout.Fact, proof layout.Proof, a, b int, aspect layout.Aspect) {
	t.Helper()
	if proof.Hops() != len(proof.Facts) {
		t.Fatalf("%d hops with facts %v", proof.Hops(), proof.Facts)
	}
	if (proof.Rows == nil) != (aspect == layout.Horizontal) || (proof.Cols == nil) != (aspect == layout.Vertical) {
		t.Fatalf("%v: proof %+v of %d to %d %v: chains for the wrong parts", facts, proof, a, b, aspect)
	}
	rows := checkChain(t, n, facts, proof.Rows, a, b, layout.Vertical)
	cols := checkChain(t, n, facts, proof.Cols, a, b, layout.Horizontal)
	var all uint64
	for _, k := range proof.Facts {
		if k < 0 || k >= len(facts) || all>>k&1 == 1 {
			t.Fatalf("%v: proof %+v of %d to %d: not numbers of facts, each once", facts, proof, a, b)
		}
		all |= 1 << k
	}
	if all != rows|cols {
		t.Fatalf("%v: proof %+v of %d to %d %v: not the facts of its chains", facts, proof, a, b, aspect)
	}
}

// checkChain walks a chain from a to b and returns its facts; it must entail the aspect.
func checkChain(t fataler, n int, facts []layout.Fact, chain []int, a, b int, aspect layout.Aspect) (mask uint64) {
	t.Helper()
	if chain == nil {
		return 0
	}
	at := a
	for _, k := range chain {
		switch f := facts[k]; at {
		case f.Locatum:
			at = f.Relatum
		case f.Relatum:
			at = f.Locatum
		default:
			t.Fatalf("%v: chain %v from %d to %d: fact %d does not go on from object %d", facts, chain, a, b, k, at)
		}
		mask |= 1 << k
	}
	if at != b {
		t.Fatalf("%v: chain %v from %d to %d ends at %d", facts, chain, a, b, at)
	}
	some, all := reachableBy(n, facts, mask), reachable(n, facts)
	if got, want := some.entails(a, b)[aspect], all.entails(a, b)[aspect]; got != want {
		t.Fatalf("%v: chain %v from %d to %d proves %v, want %v", facts, chain, a, b, got, want)
	}
	return mask
}

func TestSmallestProofs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "n")
		checkProofs(t, n, agreeingFacts(t, n, 12))
	})
}

// TestProofs lists proofs that a simpler rule gets wrong. The question is always about A and B.
func TestProofs(t *testing.T) {
	for _, test := range []struct {
		name  string
		facts []string
		full  []int // nil where it is open
		vert  []int
		horz  []int
	}{
		{"stated", []string{"A N B"}, []int{0}, []int{0}, []int{0}},
		{"stated from the other side", []string{"C N D", "B SE A"}, []int{1}, []int{1}, []int{1}},
		{"stated and provable", []string{"A N C", "C N B", "A N B"}, []int{2}, []int{2}, []int{2}},
		{"a chain", []string{"C N B", "A N C"}, []int{1, 0}, []int{1, 0}, []int{1, 0}},
		{"open", []string{"A N C", "B N C"}, nil, nil, []int{0, 1}},
		{"not connected", []string{"A N C", "B N D"}, nil, nil, nil},
		{
			// Both shortest chains say only "the same column"; the third and longest decides the rows.
			"the shortest chains are not enough",
			[]string{"A N P", "P S B", "A N Q", "Q N R", "R N B"},
			[]int{2, 3, 4}, []int{2, 3, 4}, []int{0, 1},
		},
		{
			"one chain for each axis",
			[]string{"A NE P", "P NW B", "A SW Q", "Q NW B"},
			[]int{0, 1, 2, 3}, []int{0, 1}, []int{2, 3},
		},
		{
			// The two short chains need four facts; one longer chain proves both axes with three.
			"one long chain beats two short ones",
			[]string{"A NE P", "P NW B", "A SW Q", "Q NW B", "A NW R", "R NW S", "S NW B"},
			[]int{4, 5, 6}, []int{0, 1}, []int{2, 3},
		},
		{
			// Rows over P, Q, B; columns over P, R, B: the first fact serves both.
			"two chains share their first fact",
			[]string{"A NW P", "P NE Q", "Q NW B", "P NW R", "R SW B"},
			[]int{0, 1, 2, 3, 4}, []int{0, 1, 2}, []int{0, 3, 4},
		},
		{
			"two chains share their last fact",
			[]string{"P NW B", "A NE Q", "Q NW P", "A SW R", "R NW P"},
			[]int{0, 1, 2, 3, 4}, []int{1, 2, 0}, []int{3, 4, 0},
		},
		{
			// Columns have a short chain (3, 4) that shares nothing and a long one (0, 5, 6, 7) that shares a fact.
			"sharing does not always pay",
			[]string{"A NW P", "P NE Q", "Q NW B", "A SW R", "R NW B", "P NW S", "S SW T", "T NW B"},
			[]int{0, 1, 2, 3, 4}, []int{0, 1, 2}, []int{3, 4},
		},
		{
			// Columns have a chain of three (4, 5, 6) and one of four (0, 1, 7, 8) of which rows need two anyway.
			"the longer chain pays when it shares",
			[]string{
				"A NW P", "P NW Q", "Q NE R", "R NW B", "A SW S", "S NW T", "T NW B", "Q SW U", "U NW B",
			},
			[]int{0, 1, 2, 3, 7, 8}, []int{0, 1, 2, 3}, []int{4, 5, 6},
		},
		{
			"level by a chain that goes back and forth",
			[]string{"A E P", "P W Q", "Q E B", "A SE R", "R NE S", "S NE B"},
			[]int{0, 1, 2, 3, 4, 5}, []int{0, 1, 2}, []int{3, 4, 5},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			names := map[byte]byte{'A': 'A', 'B': 'B'}
			var lines []string
			for _, line := range test.facts {
				text := []byte(line)
				for _, i := range []int{0, len(text) - 1} {
					if _, known := names[text[i]]; !known {
						names[text[i]] = 'A' + byte(len(names))
					}
					text[i] = names[text[i]]
				}
				lines = append(lines, string(text))
			}
			facts := says(lines...)
			n := objectsOf(facts)
			net := networkOf(t, n, facts)
			for aspect, want := range [][]int{test.full, test.vert, test.horz} {
				proof, ok := net.Prove(0, 1, layout.Aspect(aspect))
				got := slices.Sorted(slices.Values(proof.Facts))
				if want = slices.Sorted(slices.Values(want)); ok != (want != nil) || !slices.Equal(got, want) {
					t.Errorf("%v: proof %v, %t, want %v", layout.Aspect(aspect), proof.Facts, ok, want)
				}
			}
			checkProofs(t, n, facts)
		})
	}
}

// TestProofOfManyHops: a chain as long as a network can hold it, and a shorter way that turns up later.
func TestProofOfManyHops(t *testing.T) {
	var facts []layout.Fact
	for i := range 12 {
		facts = append(facts, layout.Fact{Locatum: i, Relatum: i + 1, Relation: eightRelations[i%2]}) // N and NE
	}
	net := networkOf(t, 13, facts)
	if proof, ok := net.Prove(0, 12, layout.Full); !ok || proof.Hops() != 12 {
		t.Errorf("%d hops, %t, want 12", proof.Hops(), ok)
	}
	back := []int{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
	if proof, ok := net.Prove(12, 0, layout.Vertical); !ok || !slices.Equal(proof.Rows, back) {
		t.Errorf("%v, %t, want the whole chain from its end", proof.Facts, ok)
	}
	if err := net.Add(layout.Fact{Locatum: 11, Relatum: 1, Relation: layout.SW}); err != nil {
		t.Fatal(err)
	}
	if proof, ok := net.Prove(0, 12, layout.Full); !ok || !slices.Equal(proof.Facts, []int{0, 12, 11}) {
		t.Errorf("%v, %t, want 0 12 11", proof.Facts, ok)
	}
}
