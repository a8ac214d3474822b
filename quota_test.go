package gridscribe

import (
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout/seed"
)

func quotaOf(counts []int) quota {
	q := quota{0}
	for _, n := range counts {
		q = append(q, q[len(q)-1]+uint32(n))
	}
	return q
}

// TestQuota: every cell gets its count exactly; every run of numbers holds its share to within one number for each
// halving, at both ends of the run; and the numbers of a cell run on from 0 without a gap.
func TestQuota(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(0, 300))
		weights := rapid.SliceOfN(count, 1, 12).Filter(func(n []int) bool { return sum(n) > 0 }).Draw(t, "counts")
		hash := rapid.Uint64().Draw(t, "hash")
		q := quotaOf(weights)
		total := sum(weights)
		if q.total() != total {
			t.Fatalf("the total is %d, want %d", q.total(), total)
		}
		halvings := bits.Len(uint(len(weights) - 1))
		counts := make([]int, len(weights))
		for k := range total {
			cell, running := q.cell(uint32(k), hash)
			if running != uint32(counts[cell]) {
				t.Fatalf("number %d is number %d of cell %d, want %d", k, running, cell, counts[cell])
			}
			counts[cell]++
			for i, w := range weights {
				// |counts[i] - (k+1)·w/total| <= halvings, in whole numbers.
				if off := counts[i]*total - (k+1)*w; off > halvings*total || -off > halvings*total {
					t.Fatalf("of %d numbers cell %d of %v has %d", k+1, i, weights, counts[i])
				}
			}
		}
		for i, w := range weights {
			if counts[i] != w {
				t.Fatalf("cell %d of %v gets %d", i, weights, counts[i])
			}
		}
	})
}

// TestScatterPermutes: the numbers of every run of 64 are permuted, also of a shorter last one, and differently from
// the next.
func TestScatterPermutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Uint32Range(1, 1000).Draw(t, "total")
		hash := rapid.Uint64().Draw(t, "hash")
		seen := make(map[uint32]bool)
		for k := range total {
			x := scatter(k, total, hash)
			if x >= total || x/64 != k/64 || seen[x] {
				t.Fatalf("of %d numbers %d becomes %d", total, k, x)
			}
			seen[x] = true
		}
	})
	orders, places := make(map[[64]uint32]bool), make(map[[2]uint32]int)
	const runs = 20_000
	for run := range uint32(runs) {
		var order [64]uint32
		for x := range uint32(64) {
			order[x] = scatter(run*64+x, runs*64, 7) - run*64
			places[[2]uint32{x, order[x]}]++
		}
		orders[order] = true
	}
	if len(orders) < runs*9/10 {
		t.Errorf("%d runs have %d orders", runs, len(orders))
	}
	for place, n := range places {
		if n < 200 || n > 430 { // 312 are due, give or take 18
			t.Errorf("number %d comes to place %d in %d runs of %d", place[0], place[1], n, runs)
		}
	}
	if len(places) != 64*64 {
		t.Errorf("%d moves of %d occur", len(places), 64*64)
	}
}

// TestScatterDecorrelates: two even quotas over the same numbers, scattered apart, meet in every combination about as
// often as any other.
func TestScatterDecorrelates(t *testing.T) {
	const total = 20_160
	a, b := quotaOf([]int{total / 2, total / 2}), quotaOf([]int{total / 4, total / 4, total / 4, total / 4})
	var counts [2][4]int
	for block := range uint64(20) {
		for k := range uint32(total) {
			x, _ := a.cell(k, seed.Mix(block))
			y, _ := b.cell(scatter(k, total, seed.Mix(^block)), seed.Mix(block+1<<32))
			counts[x][y]++
		}
	}
	for x := range counts {
		for y, n := range counts[x] {
			if due := 20 * total / 8; n < due-due/20 || n > due+due/20 {
				t.Errorf("cells %d and %d meet %d times, %d are due", x, y, n, due)
			}
		}
	}
}
