package layout

import "slices"

// models are layouts that a search came upon and that satisfy all facts: what one of them shows is possible, and need not
// be searched for again.
type models struct {
	count, next int
	kept        [8]model
}

// model is a layout: the coordinates of every node, the frame among them.
type model [axes][]int32

// shows reports whether the clause holds in the model, which has n objects.
func (m *model) shows(c *clause, n int) bool {
	for _, e := range c.edges[:c.count] {
		if x := m[e.axis]; x[e.from]-x[e.to] > e.weight {
			return false
		}
	}
	if c.corner == 0 {
		return true
	}
	for _, x := range m {
		if at := x[c.corner-1]; at != x[n] && at != x[n+1] {
			return false
		}
	}
	return true
}

// show reports whether some model shows the clause.
func (m *models) show(c *clause, n int) bool {
	for k := range m.kept[:m.count] {
		if m.kept[k].shows(c, n) {
			return true
		}
	}
	return false
}

// keep forgets the models in which a new fact does not hold.
func (m *models) keep(net *Network, f *Fact) {
	if m.count == 0 {
		return
	}
	c := net.claim(f)
	for k := m.count - 1; k >= 0; k-- {
		if !m.kept[k].shows(&c, net.n) {
			m.count--
			m.kept[k], m.kept[m.count] = m.kept[m.count], m.kept[k]
		}
	}
}

// learn takes in the layout that a search ended with, if it is one, in the place of the one that has been there longest.
func (m *models) learn(s *searcher) {
	if !s.proper() {
		return
	}
	k := m.count
	if k < len(m.kept) {
		m.count++
	} else {
		k = m.next
		m.next = (m.next + 1) % len(m.kept)
	}
	for axis := range m.kept[k] {
		at := s.at[axis][:s.n]
		first, last := int32(0), int32(0)
		if s.m[axis].framed() {
			first, last = s.at[axis][s.n], s.at[axis][s.n+1]
		} else if s.n > 0 {
			first, last = slices.Min(at), slices.Max(at)
		}
		m.kept[k][axis] = append(append(m.kept[k][axis][:0], at...), first, last)
	}
}

// most returns the largest x_a - x_b in a model; there must be one.
func (m *models) most(axis, a, b int) int32 {
	x := m.kept[0][axis]
	most := x[a] - x[b]
	for k := 1; k < m.count; k++ {
		x := m.kept[k][axis]
		most = max(most, x[a]-x[b])
	}
	return most
}
