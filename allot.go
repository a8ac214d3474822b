package gridscribe

import (
	"slices"
	"sync/atomic"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// blockUnits is the number of records in a block: 2^6·3^2·5·7, so that halves, thirds, sevenths, fortieths and many
// more come out whole.
const blockUnits = 20_160

// A dimension is one choice that the design makes for every record: one of its values.
type dimension struct {
	name   string
	values []string
	note   string   // for the report
	own    []string // of answers: the families that draw their own
	hidden bool     // not for the report nor for crossings: a means to share out others
	// within are the earlier dimensions that the weights depend on. In each cell of these the weights hold as far as they
	// can.
	within []int
	// needs are further ones that decide which values can be.
	needs []int
	// weights returns the weights of the values. at holds the values of all dimensions by number, of which it may look at
	// those in within.
	weights func(at []int) []int
	// allowed reports whether a value can be, where at holds those of within and needs; nil: all can.
	allowed func(at []int, value int) bool
	reason  string // why a value that is not allowed cannot be
}

// allotment shares records out to the cells of dimensions. Each dimension is shared out within rows: the cells of some
// earlier dimensions, those that it depends on or is crossed with. These are chosen so that the rows of a dimension are
// sums of cells of one earlier dimension together with its own rows (the running intersection property of decomposable
// models), so that a record's number within its row is known by arithmetic. How many records of a block each cell gets
// is in tables.
type allotment struct {
	key    seed.Key
	dims   []allotted
	tables [roundings]atomic.Pointer[table]
}

// mostCells bounds the cells of a dimension, so that a design is made in about a second.
const mostCells = 1 << 18

// maxDimensions is how many dimensions an allotment may have.
const maxDimensions = 12

// roundings is the number of ways in which the counts of a block are rounded. Blocks take one or another, so that what
// comes less than once a block comes in some.
const roundings = 16

// allotted is a dimension and its place in the allotment.
type allotted struct {
	dimension
	of      []int // the dimensions whose cells are its rows
	parent  int   // the dimension whose cells are parts of the rows; -1: there is one row of all records
	scatter bool  // the numbers of the records are mixed, because another dimension goes by the same ones
	last    bool  // no dimension has it for a parent
	rows    []allottedRow
	cells   int
	toRow   []int32 // by cell of the parent
	classes []class
	scopes  []scope
	margins []margin
}

// allottedRow is one row. Its cells are numbered on from start, and hold the values of its class.
type allottedRow struct {
	at    []int32 // values of allotted.of
	start int32
	class int32
	mass  int64 // records a block before any rounding, in parts
}

// class is the rows of a scope in which the same values can be. They all get the same shares.
type class struct {
	scope  int32
	values []int32
	shares []int64 // of values, in parts, before any rounding
}

// scope is a cell of the dimensions that the weights depend on.
type scope struct {
	weights []int
	total   int
	classes []int32 // those in which fewest values can be first
}

// newAllotment computes the rows of all dimensions. impossible says what is wrong where no value of a dimension can be
// in a row.
func newAllotment(
	key seed.Key, dims []dimension, crosses []cross, impossible func(dim int, at []int) error,
) (*allotment, error) {
	a := &allotment{key: key, dims: make([]allotted, len(dims))}
	for i, d := range dims {
		a.dims[i] = allotted{dimension: d, parent: -1}
		a.dims[i].of = union(d.within, d.needs)
	}
	if err := a.setMargins(crosses); err != nil {
		return nil, err
	}
	children := make([]int, len(dims)+1)
	for i := len(dims) - 1; i > 0; i-- {
		d := &a.dims[i]
		if n := len(d.of); n > 0 {
			d.parent = d.of[n-1]
			up := &a.dims[d.parent]
			up.of = union(up.of, d.of[:n-1])
		}
	}
	for i := range a.dims {
		d := &a.dims[i]
		d.last = !slices.ContainsFunc(a.dims[i+1:], func(other allotted) bool { return other.parent == i })
		d.scatter = children[d.parent+1] > 0 || i == 0
		children[d.parent+1]++
		if err := a.fill(i, impossible); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// at sets the values of record i, 0 or more.
func (a *allotment) at(i int64, values *[maxDimensions]int) {
	block, first := i/blockUnits, uint32(i%blockUnits)
	h := a.key.At(block).Uint64()
	t := a.table(int(h % roundings))
	var cells [maxDimensions]int32
	var numbers [maxDimensions]uint32
	for k := range a.dims {
		d, counts := &a.dims[k], &t.dims[k]
		row, number := int32(0), first
		if d.parent >= 0 {
			cell := cells[d.parent]
			row, number = d.toRow[cell], counts.offset[cell]+numbers[d.parent]
		}
		r := &d.rows[row]
		c := &d.classes[r.class]
		if len(c.values) == 1 && (!d.scatter || d.last) {
			cells[k], numbers[k], values[k] = r.start, number, int(c.values[0])
			continue
		}
		start := int(r.start + row) // a quota has one sum more than cells
		q := quota(counts.sums[start : start+len(c.values)+1])
		hash := seed.Mix(h + uint64(k)<<32 + uint64(row))
		if d.scatter {
			number = scatter(number, uint32(q.total()), hash)
		}
		cell, running := q.cell(number, hash)
		cells[k], numbers[k], values[k] = r.start+int32(cell), running, int(c.values[cell])
	}
}
