package gridscribe

import "math/bits"

// parts are the parts of a record in which shares and masses are counted.
const (
	partBits = 40
	parts1   = int64(1) << partBits
)

// mulDiv returns a·b/c where that fits.
func mulDiv(a, b, c int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	q, _ := bits.Div64(hi, lo, uint64(c))
	return int64(q)
}

// timesShare returns a share of a mass.
func timesShare(mass, share int64) int64 {
	hi, lo := bits.Mul64(uint64(mass), uint64(share))
	return int64(hi<<(64-partBits) | lo>>partBits)
}

// spread computes the shares of all classes from their masses. In every scope the weights hold as far as they can:
// classes in which few values can be are served first, and the others make up for what these could not take.
func (d *allotted) spread(masses []int64, shares func(class int32) []int64) {
	left := make([]int64, len(d.values))
	for s := range d.scopes {
		sc := &d.scopes[s]
		var mass int64
		for _, c := range sc.classes {
			mass += masses[c]
		}
		for v, w := range sc.weights {
			left[v] = mulDiv(mass, int64(w), int64(sc.total))
		}
		for _, c := range sc.classes {
			values, out := d.classes[c].values, shares(c)
			if len(values) == 1 {
				out[0] = parts1
			} else {
				proportions(left, sc.weights, values, out)
			}
			for k, v := range values {
				left[v] = max(0, left[v]-timesShare(masses[c], out[k]))
			}
		}
	}
}

// proportions sets shares that add up to 1 in the proportions of left, or of the weights where nothing is left.
func proportions(left []int64, weights []int, values []int32, out []int64) {
	var all int64
	for _, v := range values {
		all += left[v]
	}
	rest, largest := parts1, 0
	for k, v := range values {
		if all > 0 {
			out[k] = mulDiv(left[v], parts1, all)
		}
	}
	if all == 0 {
		for _, v := range values {
			all += int64(weights[v])
		}
		for k, v := range values {
			out[k] = mulDiv(int64(weights[v]), parts1, all)
		}
	}
	for k := range values {
		rest -= out[k]
		if out[k] > out[largest] {
			largest = k
		}
	}
	out[largest] += rest
}
