package layout

import "math"

// longestCounted is the length up to which walks are counted. Longer ones start with steps that are drawn alike, and only
// their last steps by count.
const longestCounted = 20

// walkCounts holds, by the steps of a walk and the rows and columns that it leads away, how many walks of unit steps
// there are: exactly up to about eleven steps, then in proportion, so that no number passes 32 bits anywhere. Walks are
// alike in all four quadrants; the sides are padded by zeros so that one step beyond need not be asked about.
type walkCounts struct {
	total [longestCounted + 1][longestCounted + 2][longestCounted + 2]uint32 // the sum of what count says of each next step
	count [longestCounted + 1][longestCounted + 2][longestCounted + 2]uint32 // total, scaled down where it grows large
	dirs  []Cardinal
}

var (
	allSteps      = []Cardinal{N, NE, E, SE, S, SW, W, NW}
	straightSteps = []Cardinal{N, E, S, W}
)

// newWalkCounts counts walks of straight steps or of all eight; some 0.2 ms.
func newWalkCounts(straight bool) *walkCounts {
	w := &walkCounts{dirs: allSteps}
	if straight {
		w.dirs = straightSteps
	}
	w.count[0][0][0] = 1
	for m := 1; m <= longestCounted; m++ {
		var most uint64
		var sums [longestCounted + 1][longestCounted + 1]uint64
		for r := range m + 1 {
			for c := range m + 1 {
				for _, d := range w.dirs {
					dr, dc := d.Signs()
					sums[r][c] += uint64(w.count[m-1][magnitude(r-dr)][magnitude(c-dc)])
				}
				most = max(most, sums[r][c])
			}
		}
		shift := 0
		for most>>shift >= 1<<28 {
			shift++
		}
		for r := range m + 1 {
			for c := range m + 1 {
				w.total[m][r][c] = uint32(sums[r][c])
				w.count[m][r][c] = scaled(sums[r][c], shift)
			}
		}
	}
	return w
}

// scaled keeps what is possible possible.
func scaled(x uint64, shift int) uint32 {
	if x == 0 {
		return 0
	}
	return uint32(max(x>>shift, 1))
}

func magnitude(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// extent is what an answer says of how far a walk leads along one axis.
type extent uint8

const (
	noWay   extent = iota // back to where it began
	someWay               // away, and it is known to which side
	anyWay                // anything
	extents
)

// ends is where walks of one length can end that have one answer: the places, one for all that differ only in a side
// that is left open, and how many walks end at them or before.
type ends struct {
	at   [][2]uint8
	upTo []uint32
}

// endsOf lists the ends of walks of m steps. Apart leaves out the place where they began.
func (w *walkCounts) endsOf(m int, rows, cols extent, apart bool) *ends {
	var sum uint64
	weigh := func(yield func(r, c int, weight uint64)) {
		for r := range m + 1 {
			for c := range m + 1 {
				weight := uint64(w.total[m][r][c])
				if rows == noWay && r != 0 || cols == noWay && c != 0 || rows == someWay && r == 0 ||
					cols == someWay && c == 0 || apart && r == 0 && c == 0 || weight == 0 {
					continue
				}
				if rows == anyWay && r != 0 {
					weight *= 2
				}
				if cols == anyWay && c != 0 {
					weight *= 2
				}
				yield(r, c, weight)
			}
		}
	}
	weigh(func(_, _ int, weight uint64) { sum += weight })
	shift := 0
	for sum>>shift > math.MaxInt32/2 {
		shift++
	}
	out := new(ends)
	var upTo uint32
	weigh(func(r, c int, weight uint64) {
		upTo += scaled(weight, shift)
		out.at = append(out.at, [2]uint8{uint8(r), uint8(c)})
		out.upTo = append(out.upTo, upTo)
	})
	return out
}

// draw returns one of the ends, each as likely as so many walks end there.
func (e *ends) draw(x uint32) (rows, cols int) {
	low, high := 0, len(e.upTo)-1
	for low < high {
		if mid := (low + high) / 2; x < e.upTo[mid] {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return int(e.at[low][0]), int(e.at[low][1])
}
