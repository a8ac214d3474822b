package gridscribe

import (
	"math/big"
	"math/bits"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// quota shares running numbers out to weighted cells: of every prefix each cell gets its share to within a few numbers,
// and the numbers of one cell run on without a gap, so that they can be shared out further.
type quota struct {
	sums []uint64 // sums[i] is the sum of the weights of all cells before i; one more than there are cells
}

func newQuota(weights []int) quota {
	q := quota{sums: make([]uint64, 1, len(weights)+1)}
	for i, w := range weights {
		q.sums = append(q.sums, q.sums[i]+uint64(w))
	}
	return q
}

func evenQuota(cells int) quota {
	weights := make([]int, cells)
	for i := range weights {
		weights[i] = 1
	}
	return newQuota(weights)
}

// total returns the sum of the weights.
func (q *quota) total() int { return int(q.sums[len(q.sums)-1]) }

func (q *quota) weight(cell int) int { return int(q.sums[cell+1] - q.sums[cell]) }

// cell returns the cell of number k and the number's own running number within that cell. It halves the cells until
// one is left; each time the left half's numbers are spread as a line's steps over pixels (Bresenham 1965), from a
// phase that the key draws.
func (q *quota) cell(k uint64, key seed.Key) (cell int, running uint64) {
	low, high := 0, len(q.sums)-1
	for high-low > 1 {
		mid := (low + high) / 2
		left, all := q.sums[mid]-q.sums[low], q.sums[high]-q.sums[low]
		switch {
		case left == 0:
			low = mid
			continue
		case left == all:
			high = mid
			continue
		}
		high64, low64 := bits.Mul64(k, left)
		low64, carry := bits.Add64(low64, key.At(int64(mid)).Uint64()%all, 0)
		before, rest := bits.Div64(high64+carry, low64, all) // numbers below k that went left
		if rest+left >= all {
			k, high = before, mid
		} else {
			k, low = k-before, mid
		}
	}
	return low, k
}

// finest is the number of parts into which ratQuota divides at most.
const finest = 1_000_000

// ratQuota returns a quota with weights in these proportions: exact where a common denominator is small, else rounded.
func ratQuota(shares ...*big.Rat) quota {
	total := new(big.Rat)
	for _, s := range shares {
		total.Add(total, s)
	}
	weights := make([]int, len(shares))
	if total.Sign() == 0 {
		return newQuota(weights)
	}
	parts := big.NewInt(1)
	for i := range shares {
		d := new(big.Rat).Quo(shares[i], total).Denom()
		gcd := new(big.Int).GCD(nil, nil, parts, d)
		parts.Mul(parts, new(big.Int).Quo(d, gcd))
	}
	if !parts.IsInt64() || parts.Int64() > finest {
		parts.SetInt64(finest)
	}
	for i := range shares {
		w := new(big.Rat).Quo(shares[i], total)
		w.Mul(w, new(big.Rat).SetInt(parts))
		w.Add(w, big.NewRat(1, 2))
		weights[i] = int(new(big.Int).Quo(w.Num(), w.Denom()).Int64())
	}
	return newQuota(weights)
}
