package layout

// models are layouts that satisfy all facts: what one of them shows is possible, and need not be searched for. They come
// from searches, and grow with the facts.
type models struct {
	count, next int
	kept        [8]model
}

// model is a layout of the objects that occur in facts.
type model struct {
	at    [axes][]int32 // the coordinates of every node, the frame among them
	whole bool          // all other objects have their cells as well
}

// shows reports whether the clause holds in the model.
func (m *model) shows(net *Network, c *clause) bool {
	for _, e := range c.edges[:c.count] {
		if !m.whole && (!net.placed(e.from) || !net.placed(e.to)) {
			return false
		}
		if x := m.at[e.axis]; x[e.from]-x[e.to] > e.weight {
			return false
		}
	}
	return c.corner == 0 || (m.whole || net.placed(c.corner-1)) && m.inCorner(c.corner-1, net.n)
}

// placed reports whether every model has a place for the node.
func (net *Network) placed(i int) bool { return i >= net.n || net.seen[i] }

func (m *model) inCorner(i, n int) bool {
	for _, x := range m.at {
		if x[i] != x[n] && x[i] != x[n+1] {
			return false
		}
	}
	return true
}

// show reports whether some model shows the clause.
func (m *models) show(net *Network, c *clause) bool {
	for k := range m.kept[:m.count] {
		if m.kept[k].shows(net, c) {
			return true
		}
	}
	return false
}

// admit keeps the models in which a new fact holds, after giving a place to an object that no fact was about so far; it
// reports whether there are any.
func (m *models) admit(net *Network, f *Fact) bool {
	c := net.claim(f)
	newcomer := -1
	switch a, b := f.Locatum, f.Relatum; {
	case !net.world.leavesRoom(net.axis[rowAxis].framed()):
	case !net.seen[a] && (b < 0 || net.seen[b]):
		newcomer = a
	case b >= 0 && !net.seen[b] && net.seen[a]:
		newcomer = b
	}
	for k := m.count - 1; k >= 0; k-- {
		kept := &m.kept[k]
		if kept.shows(net, &c) || newcomer >= 0 && f.Reading != InCorner && kept.place(net, f, newcomer) {
			continue
		}
		m.count--
		m.kept[k], m.kept[m.count] = m.kept[m.count], m.kept[k]
	}
	return m.count > 0
}

// place gives an object the first cell that is free among a few nearest ones in which the fact holds.
func (m *model) place(net *Network, f *Fact, i int) bool {
	const near = 6 // in each direction
	other := net.node(f.Relatum)
	v := f.intervals()
	if i != f.Locatum {
		other, v[rowAxis], v[colAxis] = f.Locatum, v[rowAxis].Negate(), v[colAxis].Negate()
	}
	var lo, hi [axes]int32 // of the coordinates to try
	for axis, x := range m.at {
		lo[axis], hi[axis] = x[other]+int32(v[axis].Lo), x[other]+int32(v[axis].Hi)
		if v[axis].Lo == -Unbounded {
			lo[axis] = min(hi[axis], x[other]) - near
		}
		if v[axis].Hi == Unbounded {
			hi[axis] = max(lo[axis], x[other]) + near
		}
		if net.axis[axis].framed() {
			lo[axis], hi[axis] = max(lo[axis], x[net.n]), min(hi[axis], x[net.n+1])
		}
		hi[axis] = min(hi[axis], lo[axis]+2*near)
	}
	for row := lo[rowAxis]; row <= hi[rowAxis]; row++ {
		for col := lo[colAxis]; col <= hi[colAxis]; col++ {
			if net.world.Sharing || m.free(net, row, col) {
				m.put(net, i, [axes]int32{row, col})
				return true
			}
		}
	}
	return false
}

// free reports whether no object with a place has this cell.
func (m *model) free(net *Network, row, col int32) bool {
	rows, cols := m.at[rowAxis][:net.n], m.at[colAxis][:net.n]
	for j, r := range rows {
		if r == row && cols[j] == col && net.seen[j] {
			return false
		}
	}
	return true
}

// put gives object i its cell. Where nothing speaks of a frame, it lies close around all objects.
func (m *model) put(net *Network, i int, cell [axes]int32) {
	m.whole = false
	for axis, x := range m.at {
		x[i] = cell[axis]
		x[net.n], x[net.n+1] = min(x[net.n], cell[axis]), max(x[net.n+1], cell[axis])
	}
}

// learn takes in the layout that a search ended with, if it is one, in the place of the one that has been there longest.
func (m *models) learn(s *searcher) {
	if !s.spread() {
		return
	}
	k := m.count
	if k < len(m.kept) {
		m.count++
	} else {
		k = m.next
		m.next = (m.next + 1) % len(m.kept)
	}
	kept := &m.kept[k]
	kept.whole = s.placeIdle()
	for axis, at := range s.at {
		x := append(kept.at[axis][:0], at[:s.n]...)
		first, last := int32(0), int32(0)
		if s.m[axis].framed() {
			first, last = at[s.n], at[s.n+1]
		}
		for i, at := range x {
			if !s.idle[i] || kept.whole {
				first, last = min(first, at), max(last, at)
			}
		}
		kept.at[axis] = append(x, first, last)
	}
}
