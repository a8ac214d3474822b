package layout

// edge states x_from - x_to <= weight on one axis, of two nodes: objects, or the lines of the frame, n and n+1.
type edge struct {
	axis, from, to int
	weight         int32
}

// clause is what a search is asked to find a layout for, on top of the facts.
type clause struct {
	edges  [2 * axes]edge
	count  int
	corner int // one more than the object that is in a corner; 0 for none
}

func (c *clause) add(axis, from, to int, weight int) {
	c.edges[c.count] = edge{axis, from, to, int32(weight)}
	c.count++
}

// meet adds that x_a - x_b is in v.
func (c *clause) meet(axis, a, b int, v Interval) {
	if v.Hi < Unbounded {
		c.add(axis, a, b, v.Hi)
	}
	if v.Lo > -Unbounded {
		c.add(axis, b, a, -v.Lo)
	}
}

// framed reports whether the clause is about the frame of a grid with n objects.
func (c *clause) framed(n int) bool {
	for _, e := range c.edges[:c.count] {
		if e.from >= n || e.to >= n {
			return true
		}
	}
	return c.corner > 0
}

// claim returns the clause that says the same as f.
func (net *Network) claim(f *Fact) (c clause) {
	if f.Reading == InCorner {
		c.corner = f.Locatum + 1
		return c
	}
	for axis, v := range f.intervals() {
		c.meet(axis, net.node(f.Locatum), net.node(f.Relatum), v)
	}
	return c
}

// related returns the clause that says that a has the relation to b, of the objects' order alone.
func related(a, b int, relation Cardinal) (c clause) {
	rows, cols := relation.Signs()
	c.meet(rowAxis, a, b, bySign(rows))
	c.meet(colAxis, a, b, bySign(cols))
	return c
}

// denials appends the clauses of which one holds where f does not.
func (net *Network) denials(dst []clause, f *Fact) []clause {
	a := net.node(f.Locatum)
	if f.Reading == InCorner {
		first, last := net.n, net.n+1
		for axis := range axes {
			var c clause
			c.meet(axis, a, first, bySign(1))
			c.meet(axis, a, last, bySign(-1))
			dst = append(dst, c)
		}
		return dst
	}
	for axis, v := range f.intervals() {
		dst = outside(dst, axis, a, net.node(f.Relatum), v)
	}
	return dst
}

// outside appends the clauses of which one holds where x_a - x_b is not in v.
func outside(dst []clause, axis, a, b int, v Interval) []clause {
	if v.Hi < Unbounded {
		var c clause
		c.meet(axis, a, b, Interval{v.Hi + 1, Unbounded})
		dst = append(dst, c)
	}
	if v.Lo > -Unbounded {
		var c clause
		c.meet(axis, a, b, Interval{-Unbounded, v.Lo - 1})
		dst = append(dst, c)
	}
	return dst
}
