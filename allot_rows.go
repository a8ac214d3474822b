package gridscribe

import "slices"

// fill computes the rows, classes and cells of a dimension.
func (a *allotment) fill(i int, impossible func(dim int, at []int) error) error {
	d := &a.dims[i]
	at := make([]int, len(a.dims))
	for k := range at {
		at[k] = -1
	}
	if d.parent < 0 {
		d.rows = []allottedRow{{mass: blockUnits * parts1}}
	} else {
		a.sumRows(d)
	}
	scopes, classes := make(map[string]int32), make(map[string]int32)
	for r := range d.rows {
		row := &d.rows[r]
		d.place(row, at)
		within := keyOf(at, d.within)
		s, ok := scopes[within]
		if !ok {
			s = int32(len(d.scopes))
			scopes[within] = s
			weights := d.weights(at)
			d.scopes = append(d.scopes, scope{weights: weights, total: sum(weights)})
		}
		var values []int32
		var name []byte
		for v, w := range d.scopes[s].weights {
			if w > 0 && (d.allowed == nil || d.allowed(at, v)) {
				values = append(values, int32(v))
				name = appendValue(name, v)
			}
		}
		if len(values) == 0 {
			return impossible(i, at)
		}
		id := string(append(name, byte(s), byte(s>>8), byte(s>>16), byte(s>>24)))
		c, ok := classes[id]
		if !ok {
			c = int32(len(d.classes))
			classes[id] = c
			d.classes = append(d.classes, class{scope: s, values: values, shares: make([]int64, len(values))})
			d.scopes[s].classes = append(d.scopes[s].classes, c)
		}
		row.class, row.start = c, int32(d.cells)
		if d.cells += len(values); d.cells > mostCells {
			return sizeError(i)
		}
	}
	masses := make([]int64, len(d.classes))
	for _, row := range d.rows {
		masses[row.class] += row.mass
	}
	for s := range d.scopes {
		slices.SortStableFunc(d.scopes[s].classes, func(a, b int32) int {
			return len(d.classes[a].values) - len(d.classes[b].values)
		})
	}
	d.spread(masses, func(c int32) []int64 { return d.classes[c].shares })
	d.sumMargins()
	return nil
}

// sizeError is the number of a dimension that has too many cells.
type sizeError int

func (e sizeError) Error() string { return "a dimension has too many cells" }

// sumRows makes the rows from the cells of the parent.
func (a *allotment) sumRows(d *allotted) {
	up := &a.dims[d.parent]
	d.toRow = make([]int32, up.cells)
	seen := make(map[string]int32)
	at := make([]int, len(a.dims))
	for r := range up.rows {
		row, c := &up.rows[r], &up.classes[up.rows[r].class]
		up.place(row, at)
		for k, v := range c.values {
			at[d.parent] = int(v)
			id := keyOf(at, d.of)
			to, ok := seen[id]
			if !ok {
				to = int32(len(d.rows))
				seen[id] = to
				values := make([]int32, len(d.of))
				for k, dim := range d.of {
					values[k] = int32(at[dim])
				}
				d.rows = append(d.rows, allottedRow{at: values})
			}
			d.toRow[int(row.start)+k] = to
			d.rows[to].mass += timesShare(row.mass, c.shares[k])
		}
	}
}

// place sets the values of a row.
func (d *allotted) place(row *allottedRow, at []int) {
	for k, dim := range d.of {
		at[dim] = int(row.at[k])
	}
}

func union(a, b []int) []int {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}

func subset(a, b []int) bool {
	return !slices.ContainsFunc(a, func(v int) bool { return !slices.Contains(b, v) })
}

// appendKey appends what tells the cells of dimensions apart.
func appendKey(dst []byte, at, of []int) []byte {
	for _, dim := range of {
		dst = appendValue(dst, at[dim])
	}
	return dst
}

func appendValue(dst []byte, v int) []byte { return append(dst, byte(v), byte(v>>8), byte(v>>16)) }

// keyOf is what appendKey appends.
func keyOf(at, of []int) string { return string(appendKey(nil, at, of)) }
