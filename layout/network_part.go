package layout

import "slices"

// CopyFrom makes the network a copy of another that shares nothing with it, in its own memory where that suffices.
func (net *Network) CopyFrom(o *Network) {
	if net == o {
		return
	}
	net.n, net.world, net.said = o.n, o.world, o.said
	for axis := range net.axis {
		net.axis[axis].copyFrom(&o.axis[axis])
	}
	net.facts = append(net.facts[:0], o.facts...)
	net.seen, net.nseen = append(net.seen[:0], o.seen...), o.nseen
	net.models.copyFrom(&o.models)
	net.search.cut = false
}

// Select makes the network one of some of the facts of another, by their numbers there, in the same world and about the same objects.
// What is a part of facts that agree needs no search. Numbers out of range are left out.
func (net *Network) Select(of *Network, facts []int) {
	if net == of {
		whole := new(Network)
		whole.CopyFrom(of)
		of = whole
	}
	if net.Reset(of.n, of.world) != nil {
		return // not reached: the other network is of that size, in that world
	}
	for _, k := range facts {
		if k < 0 || k >= len(of.facts) {
			continue
		}
		net.facts = append(net.facts, of.facts[k])
		f := &net.facts[len(net.facts)-1]
		net.said = net.said.with(f)
		if net.said.frame && !net.axis[rowAxis].framed() {
			net.frame()
		}
		net.apply(f)
	}
	if net.regime() == searched && of.regime() == searched {
		net.models.copyFrom(&of.models) // what satisfies all facts satisfies some of them
	}
}

// Suggest gives a network that no facts are in yet a layout to look at first: what it shows is possible, and is not searched for. Nothing else
// depends on it. It is taken, and true returned, only where a grid has an end and objects do not share cells, and where the cells, one for each
// object, are such a layout. It then serves as long as the facts that are added hold in it.
func (net *Network) Suggest(cells []Cell) bool {
	if len(net.facts) > 0 || len(cells) != net.n || net.n == 0 || !net.world.Bounded() || net.regime() != searched {
		return false
	}
	for i, c := range cells {
		if min(c.Row, c.Col) < -MaxSide || max(c.Row, c.Col) > MaxSide || slices.Contains(cells[:i], c) {
			return false
		}
	}
	around := BoxAround(cells)
	first, last := [axes]int{around.Row, around.Col}, [axes]int{around.Row + around.Rows - 1, around.Col + around.Cols - 1}
	for axis, side := range net.world.sides() {
		if side == 0 {
			continue
		}
		if first[axis] < 0 || last[axis] >= side {
			return false
		}
		first[axis], last[axis] = 0, side-1
	}
	net.models.count, net.models.next = 1, 0
	kept := &net.models.kept[0]
	kept.whole = true
	for axis := range kept.at {
		x := kept.at[axis][:0]
		for _, c := range cells {
			x = append(x, int32([axes]int{c.Row, c.Col}[axis]))
		}
		kept.at[axis] = append(x, int32(first[axis]), int32(last[axis]))
	}
	return true
}

func (m *models) copyFrom(o *models) {
	m.count, m.next = o.count, o.next
	for k := range o.kept[:o.count] {
		m.kept[k].whole = o.kept[k].whole
		for axis, x := range o.kept[k].at {
			m.kept[k].at[axis] = append(m.kept[k].at[axis][:0], x...)
		}
	}
}

// Allows reports whether f could be added: whether it is a valid fact and [Network.Judge] does not say that it is contradicted. It costs one search at
// most.
func (net *Network) Allows(f Fact) bool {
	net.search.cut = false
	return net.check(&f) == nil && !net.excluded(&f, net.world.regime(net.said.with(&f)))
}
