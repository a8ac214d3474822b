package gridscribe

import "slices"

// margin is a crossing of the dimension with earlier ones, all of which are rounded alike: each of its nodes, a cell of
// the crossing, gets its share rounded up or down. Margins go from fine to coarse; the last is the dimension alone.
type margin struct {
	of    []int
	cross int     // the crossing of the Config that asks for it, -1: none
	node  []int32 // by cell of the dimension
	mass  []int64 // by node: records a block, in parts
}

// cross is a crossing of the Config: numbers of dimensions in ascending order.
type cross struct {
	dims  []int
	index int // in Config.Cross
}

// sumMargins numbers the nodes of the margins and adds up their masses.
func (d *allotted) sumMargins() {
	for i := range d.margins {
		m := &d.margins[i]
		m.node = make([]int32, d.cells)
		seen := make(map[string]int32)
		at := make([]int, maxDimensions)
		var name []byte
		for r := range d.rows {
			row := &d.rows[r]
			d.place(row, at)
			name = appendKey(name[:0], at, m.of)
			c := &d.classes[row.class]
			for k, v := range c.values {
				full := appendValue(name, int(v))
				node, ok := seen[string(full)]
				if !ok {
					node = int32(len(m.mass))
					seen[string(full)] = node
					m.mass = append(m.mass, 0)
				}
				m.node[int(row.start)+k] = node
				m.mass[node] += timesShare(row.mass, c.shares[k])
			}
		}
	}
}

// setMargins adds the crossings to the rows of the dimensions that come last in them, and to those of the ones before,
// and says which margins are rounded.
func (a *allotment) setMargins(crosses []cross) error {
	for _, c := range crosses {
		for n := 1; n < len(c.dims); n++ {
			d := &a.dims[c.dims[n]]
			of := c.dims[:n]
			same := slices.IndexFunc(d.margins, func(m margin) bool { return slices.Equal(m.of, of) })
			if same >= 0 {
				continue
			}
			for _, m := range d.margins {
				if !subset(m.of, of) && !subset(of, m.of) {
					return crossError{m.cross, c.index}
				}
			}
			d.of = union(d.of, of)
			d.margins = append(d.margins, margin{of: of, cross: c.index})
		}
	}
	for i := range a.dims {
		d := &a.dims[i]
		d.addMargin(d.within)
		d.addMargin(nil)
	}
	// The cells of a crossing come out best where its parts of each class do.
	for i := range a.dims {
		d := &a.dims[i]
		for _, m := range d.margins {
			if of := union(m.of, union(d.within, d.needs)); m.cross >= 0 && len(of) > len(m.of) {
				up := &a.dims[of[len(of)-1]]
				if of = of[:len(of)-1]; up.addMargin(of) {
					up.of = union(up.of, of)
				}
			}
		}
	}
	for i := range a.dims {
		d := &a.dims[i]
		slices.SortStableFunc(d.margins, func(a, b margin) int { return len(b.of) - len(a.of) })
	}
	return nil
}

// addMargin adds a margin where it is nested with those that are there.
func (d *allotted) addMargin(of []int) bool {
	for _, m := range d.margins {
		if slices.Equal(m.of, of) || !subset(m.of, of) && !subset(of, m.of) {
			return false
		}
	}
	d.margins = append(d.margins, margin{of: of, cross: -1})
	return true
}

// crossError tells which crossings of the Config cannot both be exact.
type crossError struct{ a, b int }

func (e crossError) Error() string { return "crossings that share their last dimension are not nested" }
