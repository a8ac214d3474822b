package gridscribe

import "github.com/gridscribe/gridscribe/layout/seed"

// table holds how many records of a block each cell gets: one of the ways to round the masses of an allotment.
type table struct {
	dims []counts
	off  []offTarget // values and crossings' cells that are not their target rounded up or down
}

// counts are those of one dimension.
type counts struct {
	of     []int32  // by cell
	sums   []uint32 // quotas of the rows, one after the other
	offset []uint32 // by cell of the parent: how many records of the row come before the cell's
}

// offTarget is a node of a margin that could not be rounded as it should.
type offTarget struct{ dim, margin, node int }

// table returns one of the tables, and makes it at first use. Whoever makes it makes the same.
func (a *allotment) table(n int) *table {
	if t := a.tables[n].Load(); t != nil {
		return t
	}
	key := a.key.Named("table").At(int64(n))
	t := a.newTable(key)
	// Rows are rounded before what hangs on them: now and then no rounding of that goes with them, and others do better.
	for try := int64(1); len(t.off) > 0 && try < mostTables; try++ {
		if other := a.newTable(key.Named("again").At(try)); len(other.off) < len(t.off) {
			t = other
		}
	}
	a.tables[n].Store(t)
	return t
}

// mostTables is how many roundings are tried where something cannot be rounded as it should.
const mostTables = 8

func (a *allotment) newTable(key seed.Key) *table {
	t := &table{dims: make([]counts, len(a.dims))}
	var src seed.Stream
	for i := range a.dims {
		d, c := &a.dims[i], &t.dims[i]
		rows := make([]int64, len(d.rows))
		if d.parent < 0 {
			rows[0] = blockUnits
		} else {
			up := &t.dims[d.parent]
			c.offset = make([]uint32, len(up.of))
			for cell, n := range up.of {
				to := d.toRow[cell]
				c.offset[cell] = uint32(rows[to])
				rows[to] += int64(n)
			}
		}
		src.Reset(key.At(int64(i)))
		var off []offTarget
		c.of, off = d.round(rows, &src)
		for _, o := range off {
			o.dim = i
			t.off = append(t.off, o)
		}
		c.sums = make([]uint32, 0, d.cells+len(d.rows))
		for r := range d.rows {
			at := uint32(0)
			c.sums = append(c.sums, 0)
			start := int(d.rows[r].start)
			for k := range d.classes[d.rows[r].class].values {
				at += uint32(c.of[start+k])
				c.sums = append(c.sums, at)
			}
		}
	}
	return t
}

// round shares out the records of the rows to their cells in whole numbers. The rows come out exactly, and all nodes of
// the margins as their masses rounded up or down, as far as that goes; off lists where it does not.
func (d *allotted) round(rows []int64, src *seed.Stream) (cells []int32, off []offTarget) {
	masses := make([]int64, len(d.classes))
	for r := range d.rows {
		masses[d.rows[r].class] += rows[r] << partBits
	}
	shares := make([][]int64, len(d.classes))
	for c := range shares {
		shares[c] = make([]int64, len(d.classes[c].values))
	}
	d.spread(masses, func(c int32) []int64 { return shares[c] })

	f := newFlow(len(d.rows), d.margins)
	f.edges = make([]flowEdge, 0, d.cells+f.nodes)
	for r := range d.rows {
		row := &d.rows[r]
		for k, share := range shares[row.class] {
			cell := int(row.start) + k
			f.addCell(r, int(d.margins[0].node[cell]), rows[r]*share)
			for m := 1; m < len(d.margins); m++ {
				f.link(m-1, int(d.margins[m-1].node[cell]), int(d.margins[m].node[cell]))
			}
		}
	}
	f.close()
	f.round(src)
	f.repair()
	cells = make([]int32, d.cells)
	for i := range cells {
		cells[i] = int32(f.edges[i].flow >> partBits)
	}
	for m := range d.margins {
		for node := range d.margins[m].mass {
			e := &f.edges[f.out[f.start[m]+node]]
			if e.out() && !f.soft[f.start[m]+node] {
				off = append(off, offTarget{margin: m, node: node})
			}
		}
	}
	return cells, off
}
