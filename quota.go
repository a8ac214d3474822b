package gridscribe

import (
	"math/bits"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// quota shares the numbers below a total out to cells with counts, which add up to the total: each cell gets its count
// exactly, every run of numbers holds its share to within a few, and the numbers of one cell run on without a gap, so
// that they can be shared out further. quota[i] is the sum of the counts of all cells before i; there is one more than
// there are cells.
type quota []uint32

// total returns the sum of the counts.
func (q quota) total() int { return int(q[len(q)-1]) }

// cell returns the cell of number k, below the total, and the number's own running number within that cell. It halves
// the cells until one is left; each time the left half's numbers are spread as a line's steps over pixels (Bresenham
// 1965), from a phase that the hash draws.
func (q quota) cell(k uint32, hash uint64) (cell int, running uint32) {
	low, high := 0, len(q)-1
	for high-low > 1 {
		mid := int(uint(low+high) / 2)
		left, all := q[mid]-q[low], q[high]-q[low]
		switch {
		case left == 0:
			low = mid
			continue
		case left == all:
			high = mid
			continue
		}
		phase, _ := bits.Mul64(seed.Mix(hash+uint64(mid)), uint64(all))
		spread := k*left + uint32(phase) // below 2^32: no total is above blockUnits
		before := spread / all           // numbers below k that went left
		if spread-before*all+left >= all {
			k, high = before, mid
		} else {
			k, low = k-before, mid
		}
	}
	return low, k
}

// scatter permutes the numbers below total, each run of 64 by itself, so that quotas over the same numbers cannot keep
// step with each other, nor anything be told from a number. A run is turned round by a random number of places, and
// then every eight are mixed: what is spread evenly over numbers stays so.
func scatter(k, total uint32, hash uint64) uint32 {
	const run, part = 64, 8
	start := k &^ (run - 1)
	n := min(run, total-start)
	h := seed.Mix(hash ^ uint64(start+1)*0x9e3779b97f4a7c15)
	turned := k - start + uint32(h>>32*uint64(n)>>32)
	if turned >= n {
		turned -= n
	}
	from := turned &^ (part - 1)
	n = min(part, n-from)
	h = seed.Mix(h + uint64(from))
	for x := turned - from; ; {
		for r, step := h, 0; step < 4; r, step = r>>16, step+1 { // each step is a permutation of three bits
			x = (x*(uint32(r)|1) + uint32(r>>8)) & (part - 1)
			x ^= x >> 2
		}
		if x < n { // else walk on along the cycle
			return start + from + x
		}
	}
}
