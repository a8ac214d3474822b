package layout

import "slices"

// Rows and columns are two independent axes: index 0 and 1 of everything that is kept per axis.
const (
	rowAxis = iota
	colAxis
	axes
)

// boundMatrix is a closed difference-bound matrix: least[i*n+j] is the least known upper bound of x_i - x_j, or
// Unbounded. It stays closed under composition, so each entry is the tightest that follows.
type boundMatrix struct {
	n       int
	least   []int32
	decided int // unordered pairs whose sign is known

	tails []tail // scratch of tighten
}

// tail is the end of a path that tighten extends: the object j and the bound from the new edge's start to it.
type tail struct {
	j     int
	bound int32
}

func (m *boundMatrix) reset(n int) {
	m.n, m.decided = n, 0
	m.least = slices.Grow(m.least[:0], n*n)[:n*n]
	for k := range m.least {
		m.least[k] = Unbounded
	}
	for i := range n {
		m.least[i*n+i] = 0
	}
}

func (m *boundMatrix) copyFrom(o *boundMatrix) {
	m.n, m.decided = o.n, o.decided
	m.least = append(m.least[:0], o.least...)
}

// tighten states x_a - x_b <= w, which must not contradict the matrix, and closes it again: every path that the new
// bound shortens goes from some i to a, over it, and from b to some j.
func (m *boundMatrix) tighten(a, b int, w int32) {
	n, d := m.n, m.least
	if d[a*n+b] <= w {
		return
	}
	tails := m.tails[:0]
	for j, bound := range d[b*n : b*n+n] {
		if bound < Unbounded {
			tails = append(tails, tail{j, w + bound})
		}
	}
	m.tails = tails
	for i := range n {
		toA := d[i*n+a]
		if toA == Unbounded {
			continue
		}
		row := d[i*n : i*n+n]
		for _, t := range tails {
			old, new := row[t.j], toA+t.bound
			if new >= old {
				continue
			}
			row[t.j] = new
			if back := d[t.j*n+i]; signKnown(new, back) && !signKnown(old, back) {
				m.decided++
			}
		}
	}
}

// between returns the tightest interval for x_a - x_b.
func (m *boundMatrix) between(a, b int) Interval {
	return Interval{Lo: -int(m.least[b*m.n+a]), Hi: int(m.least[a*m.n+b])}
}

func (m *boundMatrix) known(a, b int) bool { return signKnown(m.least[a*m.n+b], m.least[b*m.n+a]) }

func (m *boundMatrix) equal(a, b int) bool { return m.least[a*m.n+b] == 0 && m.least[b*m.n+a] == 0 }

// signKnown reports whether two opposite upper bounds leave one sign: below 0, above 0, or exactly 0.
func signKnown(upper, back int32) bool {
	return upper < 0 || back < 0 || upper == 0 && back == 0
}
