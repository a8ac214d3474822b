package layout

import "slices"

// Rows and columns are two independent axes: index 0 and 1 of everything that is kept per axis.
const (
	rowAxis = iota
	colAxis
	axes
)

// boundMatrix is a closed difference-bound matrix: least[i*n+j] is the least known upper bound of x_i - x_j, or
// Unbounded. It stays closed under composition, so each entry is the tightest that follows. The first nodes are the
// objects; where there is a frame, its first and its last line are the two nodes after them.
type boundMatrix struct {
	n       int // nodes
	objects int
	least   []int32
	decided int // unordered pairs of objects whose sign is known

	ends []end // scratch of tighten
}

// end is the end of a path that a new bound extends: the node there and the bound along the path.
type end struct {
	node  int
	bound int32
}

// reset makes a matrix of n objects, no frame, nothing known.
func (m *boundMatrix) reset(n int) {
	m.n, m.objects, m.decided = n, n, 0
	m.least = slices.Grow(m.least[:0], n*n)[:n*n]
	if n == 0 {
		return
	}
	for k := range min(n, len(m.least)) {
		m.least[k] = Unbounded
	}
	for done := n; done < len(m.least); done *= 2 {
		copy(m.least[done:], m.least[:done])
	}
	for i := range n {
		m.least[i*n+i] = 0
	}
}

func (m *boundMatrix) copyFrom(o *boundMatrix) {
	m.n, m.objects, m.decided = o.n, o.objects, o.decided
	m.least = append(m.least[:0], o.least...)
}

func (m *boundMatrix) framed() bool { return m.n > m.objects }

// frame adds the frame: every object lies between its two lines. A side of 0 leaves open how far they are apart; else the
// objects must have room.
func (m *boundMatrix) frame(side int) {
	n, wide := m.n, m.n+2
	first, last := n, n+1
	m.least = slices.Grow(m.least, wide*wide-n*n)[:wide*wide]
	d := m.least
	for i := n - 1; i >= 0; i-- {
		copy(d[i*wide:i*wide+n], d[i*n:i*n+n])
	}
	for j := range wide {
		d[first*wide+j], d[last*wide+j], d[j*wide+first], d[j*wide+last] = Unbounded, Unbounded, Unbounded, Unbounded
	}
	for i := range n {
		for j, bound := range d[i*wide : i*wide+n] {
			d[first*wide+j] = min(d[first*wide+j], bound)
			d[i*wide+last] = min(d[i*wide+last], bound)
		}
	}
	d[first*wide+first], d[last*wide+last], d[first*wide+last] = 0, 0, 0
	for i := range n {
		d[first*wide+last] = min(d[first*wide+last], d[i*wide+last])
	}
	m.n = wide
	if side > 0 {
		m.meet(last, first, Interval{side - 1, side - 1})
	}
}

// meet states that x_a - x_b is in v, which must not contradict the matrix, and closes it again.
func (m *boundMatrix) meet(a, b int, v Interval) {
	if v.Hi < Unbounded {
		m.tighten(a, b, int32(v.Hi))
	}
	if v.Lo > -Unbounded {
		m.tighten(b, a, int32(-v.Lo))
	}
}

// tighten states x_a - x_b <= w, which must not contradict the matrix, and closes it again: every path that the new
// bound shortens goes from some i to a, over it, and from b to some j. Only nodes i that come closer to b are looked at,
// and nodes j that a comes closer to: no path between others gets shorter.
func (m *boundMatrix) tighten(a, b int, w int32) {
	n, d := m.n, m.least
	if d[a*n+b] <= w {
		return
	}
	ends := m.endsOf(a, b, w)
	for i, at := 0, 0; i < n; i, at = i+1, at+n {
		row := d[at : at+n]
		toA := row[a]
		if toA == Unbounded || toA+w >= row[b] {
			continue
		}
		toA += w
		for _, e := range ends {
			old, new := row[e.node], toA+e.bound
			if new >= old {
				continue
			}
			row[e.node] = new
			if back := d[e.node*n+i]; signKnown(new, back) && !signKnown(old, back) && i < m.objects && e.node < m.objects {
				m.decided++
			}
		}
	}
}

// endsOf lists the nodes that a comes closer to by a new bound w to b, with the bound from b.
func (m *boundMatrix) endsOf(a, b int, w int32) []end {
	ends := m.ends[:0]
	to := m.from(a)
	for j, bound := range m.from(b) {
		if bound < Unbounded && bound+w < to[j] {
			ends = append(ends, end{j, bound})
		}
	}
	m.ends = ends
	return ends
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

// from returns the bounds of x_j less every other coordinate.
func (m *boundMatrix) from(j int) []int32 { return m.least[j*m.n : j*m.n+m.n] }
