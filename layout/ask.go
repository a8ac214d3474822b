package layout

// Intervals returns the tightest intervals that the facts imply for row(a)-row(b) and col(a)-col(b), each of them objects
// or [TopLeft] and [BottomRight]. They are exact: both ends occur in some layout. Of two objects in one column whose order
// is open, both count as rows between those above and those below. Any other index out of range gives unbounded intervals.
//
// An axis costs reading off two numbers where objects may share a cell and there are no corners, or all facts are unit
// steps in a world without end; else a search for each end.
func (net *Network) Intervals(a, b int) (rows, cols Interval) {
	net.search.cut = false
	if !net.hasNode(a) || !net.hasNode(b) {
		return Anything(), Anything()
	}
	return net.interval(rowAxis, a, b), net.interval(colAxis, a, b)
}

func (net *Network) has(a, b int) bool { return a >= 0 && b >= 0 && a < net.n && b < net.n }

func (net *Network) hasNode(i int) bool { return i >= BottomRight && i < net.n }

func (net *Network) regime() regime { return net.world.regime(net.said) }

// interval returns the exact interval of x_a - x_b.
func (net *Network) interval(axis, a, b int) Interval {
	v := net.between(axis, a, b)
	if a == b || v.Lo == v.Hi {
		return v
	}
	switch net.regime() {
	case perAxis:
		return v
	case steps:
		if a >= 0 && b >= 0 {
			return v
		}
	}
	return Interval{Lo: -net.most(axis, b, a, -v.Lo), Hi: net.most(axis, a, b, v.Hi)}
}

// endless is a difference that no chain of facts, worlds and partings bounds without bounding it below: MaxObjects+2
// nodes are MaxObjects+1 steps of at most MaxSide apart.
const endless = (MaxObjects + 4) * MaxSide

// most returns the largest x_a - x_b, Unbounded where there is no end, given the bound that the matrix has.
func (net *Network) most(axis, a, b, bound int) int {
	a, b = net.node(a), net.node(b)
	reach := func(x int) bool {
		var c clause
		c.add(axis, b, a, -x)
		return net.can(c)
	}
	if bound == Unbounded {
		// The objects on the far side of a can be moved away from b, whatever else, but for the corners.
		if net.said.readings&(1<<InCorner) == 0 || reach(endless) {
			return Unbounded
		}
		bound = endless
	}
	if reach(bound) {
		return bound
	}
	// Some layout has less, and as much as any that has been found. Go down in growing strides, then halve the last.
	high, stride := bound, 1
	low := high - stride
	for !reach(low) {
		if low < -endless {
			return bound // the facts contradict each other, which a search that was cut off did not find
		}
		high = low
		stride *= 2
		low = high - stride
	}
	for high-low > 1 {
		if mid := low + (high-low)/2; reach(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// Entails returns the aspect of a's relation to b that the facts imply, projected as by [Cardinal.Project]; ok is
// false when they leave it open, or for an index out of range. An object is EQ to itself.
func (net *Network) Entails(a, b int, aspect Aspect) (c Cardinal, ok bool) {
	net.search.cut = false
	if !net.has(a, b) {
		return EQ, false
	}
	var signs [axes]int
	for axis := range signs {
		if aspect == Vertical && axis == colAxis || aspect == Horizontal && axis == rowAxis {
			continue
		}
		sign, known := net.axis[axis].between(a, b).Sign()
		if !known {
			sign, known = net.onlySign(axis, a, b)
		}
		if !known {
			return EQ, false
		}
		signs[axis] = sign
	}
	return CardinalOf(signs[rowAxis], signs[colAxis]), true
}

// onlySign returns the one sign that x_a - x_b can have, where the matrix leaves several.
func (net *Network) onlySign(axis, a, b int) (sign int, ok bool) {
	if net.regime() != searched {
		return 0, false
	}
	for s := -1; s <= 1; s++ {
		if !net.canHave(axis, a, b, s) {
			continue
		}
		if ok {
			return 0, false
		}
		sign, ok = s, true
	}
	return sign, ok
}

// canHave reports whether x_a - x_b can have the sign.
func (net *Network) canHave(axis, a, b, sign int) bool {
	v := bySign(sign)
	if _, ok := v.Meet(net.axis[axis].between(a, b)); !ok {
		return false
	}
	var c clause
	c.meet(axis, a, b, v)
	return net.can(c)
}

// Possible returns the relations of a to b that some layout satisfying the facts shows; EQ is among them where the world
// lets objects share a cell. An object is EQ to itself, and one out of range can have any relation but, where cells are
// not shared, EQ.
func (net *Network) Possible(a, b int) CardinalSet {
	net.search.cut = false
	if a == b {
		return CardinalSet(0).Add(EQ)
	}
	rows, cols := Anything(), Anything()
	level := [axes]bool{true, true} // whether a and b can be level on the axis
	regime := orders
	if net.has(a, b) {
		rows, cols = net.axis[rowAxis].between(a, b), net.axis[colAxis].between(a, b)
		regime = net.regime()
		for axis := range level {
			if level[axis] = net.axis[axis].between(a, b).Contains(0); level[axis] && regime == orders {
				_, _, shares := net.shared(axis, a, b, 0)
				level[axis] = !shares
			}
		}
	}
	var out CardinalSet
	for c := range Cardinal(Cardinals) {
		r, k := c.Signs()
		if c == EQ && !net.world.Sharing || !meetsSign(rows, r, level[rowAxis]) || !meetsSign(cols, k, level[colAxis]) {
			continue
		}
		if regime != searched || net.can(related(a, b, c)) {
			out = out.Add(c)
		}
	}
	return out
}

// meetsSign reports whether the interval holds a number with this sign, given whether it can be 0.
func meetsSign(v Interval, s int, level bool) bool {
	switch {
	case s < 0:
		return v.Lo < 0
	case s > 0:
		return v.Hi > 0
	}
	return level
}

// Determined reports whether the facts imply the relation of every pair of objects, so that all layouts satisfying
// them look alike: they have the same compact form. It costs nothing but where something has to be searched for, and then
// a search for each pair that the matrices leave open, until one is.
func (net *Network) Determined() bool {
	net.search.cut = false
	return net.decidedAmong(net.n, func(int) bool { return true })
}

// DeterminedSoFar reports the same for the objects that occur in a fact, the others left aside.
func (net *Network) DeterminedSoFar() bool {
	net.search.cut = false
	return net.decidedAmong(net.nseen, func(i int) bool { return net.seen[i] })
}

// decidedAmong compares the number of decided pairs with that of all pairs of so many objects: an object in no fact is
// in no decided pair, but where the grid has sides. Then it looks at them all.
func (net *Network) decidedAmong(objects int, among func(i int) bool) bool {
	pairs := objects * (objects - 1) / 2
	if !net.axis[rowAxis].framed() && net.regime() != searched {
		return net.axis[rowAxis].decided == pairs && net.axis[colAxis].decided == pairs
	}
	for a := range net.n {
		for b := range a {
			if !among(a) || !among(b) {
				continue
			}
			for axis := range axes {
				if !net.axis[axis].known(a, b) {
					if _, ok := net.onlySign(axis, a, b); !ok {
						return false
					}
				}
			}
		}
	}
	return true
}
