package gridscribe

import (
	"math/big"
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout/seed"
)

func weightLists() *rapid.Generator[[]int] {
	weight := rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 1000), rapid.IntRange(0, maxWeight))
	return rapid.SliceOfN(weight, 1, 12).Filter(func(weights []int) bool { return sum(weights) > 0 })
}

// TestQuotaPrefixes: of every prefix each cell has its share to within one number for each halving, the numbers of a
// cell run on from 0 without a gap, and a cell without weight has none.
func TestQuotaPrefixes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := weightLists().Draw(t, "weights")
		key := seed.NewKey(rapid.Uint64().Draw(t, "seed"))
		q := newQuota(weights)
		total := sum(weights)
		if q.total() != total {
			t.Fatalf("the total is %d, want %d", q.total(), total)
		}
		halvings := bits.Len(uint(len(weights) - 1))
		counts := make([]int, len(weights))
		for k := range 600 {
			cell, running := q.cell(uint64(k), key)
			if running != uint64(counts[cell]) {
				t.Fatalf("number %d is number %d of cell %d, want %d", k, running, cell, counts[cell])
			}
			counts[cell]++
			for i, w := range weights {
				// |counts[i] - (k+1)·w/total| <= halvings, in whole numbers.
				if off := counts[i]*total - (k+1)*w; off > halvings*total || -off > halvings*total || w == 0 && counts[i] > 0 {
					t.Fatalf("of %d numbers cell %d of %v has %d", k+1, i, weights, counts[i])
				}
			}
		}
	})
}

// TestQuotaPeriods: over as many numbers as the weights have parts, every cell gets exactly its weight.
func TestQuotaPeriods(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.IntRange(0, 20), 1, 9).Filter(func(w []int) bool { return sum(w) > 0 }).
			Draw(t, "weights")
		key := seed.NewKey(rapid.Uint64().Draw(t, "seed"))
		q := newQuota(weights)
		start := rapid.Uint64Range(0, 1<<40).Draw(t, "start")
		counts := make([]int, len(weights))
		const periods = 4
		for k := range periods * sum(weights) {
			cell, _ := q.cell(start+uint64(k), key)
			counts[cell]++
		}
		// Only two cells split exactly: with more, the parts of a half have a period of their own.
		for i, w := range weights {
			slack := 0
			if len(weights) > 2 {
				slack = 2 * bits.Len(uint(len(weights)-1))
			}
			if off := counts[i] - periods*w; off > slack || -off > slack {
				t.Fatalf("from %d on cell %d of %v has %d of %d", start, i, weights, counts[i], periods*sum(weights))
			}
		}
	})
}

// TestQuotaOfHugeNumbers: far outside every corpus there is still a cell for each number, with weight.
func TestQuotaOfHugeNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := weightLists().Draw(t, "weights")
		q := newQuota(weights)
		cell, _ := q.cell(rapid.Uint64().Draw(t, "number"), seed.NewKey(rapid.Uint64().Draw(t, "seed")))
		if cell < 0 || cell >= len(weights) || weights[cell] == 0 {
			t.Fatalf("cell %d of %v", cell, weights)
		}
	})
}

// TestRatQuota: shares become weights in the same proportions, to a millionth.
func TestRatQuota(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ratio := rapid.Custom(func(t *rapid.T) *big.Rat {
			return big.NewRat(rapid.Int64Range(0, 100_000).Draw(t, "a"), rapid.Int64Range(1, 100_000).Draw(t, "b"))
		})
		shares := rapid.SliceOfN(ratio, 1, 8).Draw(t, "shares")
		total := new(big.Rat)
		for _, s := range shares {
			total.Add(total, s)
		}
		q := ratQuota(shares...)
		if total.Sign() == 0 {
			if q.total() != 0 {
				t.Fatalf("nothing becomes %v", q.sums)
			}
			return
		}
		if q.total() < 1 || q.total() > finest+len(shares) {
			t.Fatalf("%v become %v", shares, q.sums)
		}
		for i, s := range shares {
			want, _ := new(big.Rat).Quo(s, total).Float64()
			got := float64(q.weight(i)) / float64(q.total())
			if off := got - want; off > 1e-5 || off < -1e-5 || s.Sign() == 0 && q.weight(i) != 0 {
				t.Fatalf("share %d of %v becomes %v, want %v", i, shares, got, want)
			}
		}
	})
}

// TestScatterPermutes: every block of 64 numbers is permuted, and differently from the next.
func TestScatterPermutes(t *testing.T) {
	key := seed.NewKey(7)
	orders := make(map[[64]uint64]bool)
	const blocks = 200
	for block := range uint64(blocks) {
		var order [64]uint64
		seen := make(map[uint64]bool)
		for x := range uint64(64) {
			order[x] = scatter(block*64+x, key) - block*64
			seen[order[x]] = true
			if order[x] >= 64 {
				t.Fatalf("number %d of block %d becomes %d", x, block, order[x])
			}
		}
		if len(seen) != 64 {
			t.Fatalf("block %d keeps %d numbers", block, len(seen))
		}
		orders[order] = true
	}
	if len(orders) < blocks {
		t.Errorf("%d blocks have %d orders", blocks, len(orders))
	}
}
