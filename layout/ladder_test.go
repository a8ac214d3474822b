package layout

import "testing"

// TestProveLadders: two ladders of rungs between a pair, one that proves the rows and one that proves the columns, hold
// 2^rungs chains each and no fact in common. The search must give up, say so, and still find a sound proof.
func TestProveLadders(t *testing.T) {
	const rungs = 14
	// Objects 0 and 1 are the pair; ladder l has rungs 2+l*2*rungs+2k and the next.
	rung := func(l, k, side int) int { return 2 + l*2*rungs + 2*k + side }
	net, err := NewNetwork(2+4*rungs, World{})
	if err != nil {
		t.Fatal(err)
	}
	// Along a ladder one axis always steps the same way, and the other to and fro, so that it tells nothing.
	cells := make([]Cell, net.Len())
	cells[1] = Cell{Row: 1000, Col: 1000}
	for k := range rungs {
		for side := range 2 {
			along, across := 10*(k+1)+side, 100+side
			if k%2 == 1 {
				across = -across
			}
			cells[rung(0, k, side)] = Cell{Row: along, Col: across}
			cells[rung(1, k, side)] = Cell{Row: across, Col: along}
		}
	}
	add := func(a, b int) {
		t.Helper()
		if err := net.Add(Fact{Locatum: a, Relatum: b, Relation: cells[a].Relation(cells[b])}); err != nil {
			t.Fatal(err)
		}
	}
	for l := range 2 {
		for side := range 2 {
			add(0, rung(l, 0, side))
			for k := range rungs - 1 {
				add(rung(l, k, side), rung(l, k+1, side))
				add(rung(l, k, side), rung(l, k+1, 1-side))
			}
			add(rung(l, rungs-1, side), 1)
		}
	}
	proof, ok := net.Prove(0, 1, Full)
	if !ok || !proof.MayShrink {
		t.Fatalf("Prove: %+v, %t; want a proof that may shrink", proof, ok)
	}
	if want := 2 * (rungs + 1); proof.Hops() != want || len(proof.Rows) != rungs+1 || len(proof.Cols) != rungs+1 {
		t.Errorf("%d facts, chains of %d and %d; want %d in all, %d each", proof.Hops(), len(proof.Rows), len(proof.Cols),
			want, rungs+1)
	}
	own, err := NewNetwork(net.Len(), World{})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range proof.Facts {
		if err := own.Add(net.Facts()[k]); err != nil {
			t.Fatal(err)
		}
	}
	if c, ok := own.Entails(0, 1, Full); !ok || c != NW {
		t.Errorf("the facts of the proof entail %v, %t; want NW", c, ok)
	}
	// The next search starts afresh.
	if proof, ok := net.Prove(0, rung(0, 1, 0), Vertical); !ok || proof.MayShrink || proof.Hops() != 2 {
		t.Errorf("a short proof: %+v, %t; want two facts, surely the fewest", proof, ok)
	}
}
