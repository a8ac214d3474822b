package gridscribe

import "slices"

// level is a crossing of the dimension with earlier ones, all of which are rounded alike: each of its nodes, a cell of the crossing,
// gets its share rounded up or down. Levels go from fine to coarse; the last is the dimension alone.
type level struct {
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

// sumLevels numbers the nodes of the levels and adds up their masses.
func (d *planned) sumLevels() {
	for l := range d.levels {
		lv := &d.levels[l]
		lv.node = make([]int32, d.cells)
		seen := make(map[string]int32)
		at := make([]int, maxDimensions)
		var name []byte
		for r := range d.rows {
			row := &d.rows[r]
			for k, dim := range d.of {
				at[dim] = int(row.at[k])
			}
			name = appendKey(name[:0], at, lv.of)
			c := &d.classes[row.class]
			for k, v := range c.values {
				full := append(name, byte(v), byte(v>>8), byte(v>>16))
				node, ok := seen[string(full)]
				if !ok {
					node = int32(len(lv.mass))
					seen[string(full)] = node
					lv.mass = append(lv.mass, 0)
				}
				lv.node[int(row.start)+k] = node
				lv.mass[node] += timesShare(row.mass, c.shares[k])
			}
		}
	}
}

// setLevels adds the crossings to the rows of the dimensions that come last in them, and to those of the ones before, and says
// which levels are rounded.
func (p *plan) setLevels(crosses []cross) error {
	for _, c := range crosses {
		for n := 1; n < len(c.dims); n++ {
			d := &p.dims[c.dims[n]]
			of := c.dims[:n]
			same := slices.IndexFunc(d.levels, func(l level) bool { return slices.Equal(l.of, of) })
			if same >= 0 {
				continue
			}
			for _, l := range d.levels {
				if !subset(l.of, of) && !subset(of, l.of) {
					return crossError{l.cross, c.index}
				}
			}
			d.of = union(d.of, of)
			d.levels = append(d.levels, level{of: of, cross: c.index})
		}
	}
	for i := range p.dims {
		d := &p.dims[i]
		d.addLevel(d.within)
		d.addLevel(nil)
	}
	// The cells of a crossing come out best where its parts of each class do.
	for i := range p.dims {
		d := &p.dims[i]
		for _, l := range d.levels {
			if of := union(l.of, union(d.within, d.needs)); l.cross >= 0 && len(of) > len(l.of) {
				up := &p.dims[of[len(of)-1]]
				if of = of[:len(of)-1]; up.addLevel(of) {
					up.of = union(up.of, of)
				}
			}
		}
	}
	for i := range p.dims {
		d := &p.dims[i]
		slices.SortStableFunc(d.levels, func(a, b level) int { return len(b.of) - len(a.of) })
	}
	return nil
}

// addLevel adds a level where it is nested with those that are there.
func (d *planned) addLevel(of []int) bool {
	for _, l := range d.levels {
		if slices.Equal(l.of, of) || !subset(l.of, of) && !subset(of, l.of) {
			return false
		}
	}
	d.levels = append(d.levels, level{of: of, cross: -1})
	return true
}

// crossError tells which crossings of the Config cannot both be exact.
type crossError struct{ a, b int }

func (e crossError) Error() string { return "crossings that share their last dimension are not nested" }
