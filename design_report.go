package gridscribe

import (
	"math"
	"slices"
)

// Design tells how a corpus shares out its records: what is asked for, what can be, and what a block of records gets.
// It is made for reports and data cards, and can be written as JSON.
type Design struct {
	Block      int64             `json:"block"` // records a block: see Corpus.Block
	Dimensions []DesignDimension `json:"dimensions"`
	Crossings  []DesignDimension `json:"crossings,omitempty"` // in the order of Config.Cross
	Impossible []ImpossibleCell  `json:"impossible,omitempty"`
}

// DesignDimension is a dimension or a crossing, and its cells.
type DesignDimension struct {
	// Of is the name of the dimension, or the names of those that are crossed, in the order of the design.
	Of    []string     `json:"of"`
	Cells []DesignCell `json:"cells"`
	// Exact says that in every block each cell gets its Target rounded up or down. With Config.Contrasts both records of a
	// pair count once for that. A cell that is left over where others cannot be may be a record or two further off, as
	// those are that decide what can be: Least and Most tell.
	Exact bool `json:"exact"`
	// Note says in what the records may differ from the design.
	Note string `json:"note,omitempty"`
}

// DesignCell is one value of a dimension, or one of each that are crossed.
type DesignCell struct {
	Values []string `json:"values"`
	// Asked is how many records of a block the weights ask for, and Target how many are due once the cells that cannot be
	// have been shared out to others. Both are rounded to a millionth of a record.
	Asked  float64 `json:"asked"`
	Target float64 `json:"target"`
	// Least and Most say how many records of a block it gets.
	Least int64 `json:"least"`
	Most  int64 `json:"most"`
}

// ImpossibleCell is a value of a dimension that cannot be where others have certain values, although it has a weight.
type ImpossibleCell struct {
	Dimension string   `json:"dimension"`
	Value     string   `json:"value"`
	Where     []Chosen `json:"where"`
	Reason    string   `json:"reason"`
	Asked     float64  `json:"asked"` // records a block that the weights ask for
	// To lists the values that the records get instead.
	To []string `json:"to"`
	// Regained says that the value gets as much more elsewhere, so that it has its share after all.
	Regained bool `json:"regained"`
}

// Chosen is a dimension and its value.
type Chosen struct {
	Dimension string `json:"dimension"`
	Value     string `json:"value"`
}

// Block returns the number of records in a block: in records m·Block() to (m+1)·Block()-1, for every m from 0, each
// value of each dimension and each cell of each crossing of the Config has its share, rounded up or down to a whole
// number of records (of pairs of records where Config.Contrasts is set). [Corpus.Design] tells the shares, and where
// they are not met exactly.
func (c *Corpus) Block() int64 { return c.design.block() }

// Design tells how the corpus shares out its records.
func (c *Corpus) Design() Design {
	a := c.design.allotment
	each := c.design.block() / blockUnits // records that share a cell
	d := Design{Block: c.design.block()}
	for i := range a.dims {
		dim := &a.dims[i]
		if !dim.hidden && !slices.Equal(dim.values, []string{ownAnswer}) {
			one := a.report(i, len(dim.margins)-1, each)
			one.Note = dim.note
			d.Dimensions = append(d.Dimensions, one)
		}
		d.Impossible = append(d.Impossible, a.impossible(i, each)...)
	}
	for _, one := range c.design.cross {
		last, number := a.crossMargin(one)
		d.Crossings = append(d.Crossings, a.report(last, number, each))
	}
	return d
}

// inRecords turns parts into records.
func inRecords(parts, each int64) float64 {
	return math.Round(float64(parts)/float64(parts1)*1e6) / 1e6 * float64(each)
}

// report reports a margin, by number, of a dimension.
func (a *allotment) report(dim, number int, each int64) DesignDimension {
	d := &a.dims[dim]
	m := &d.margins[number]
	of := append(slices.Clone(m.of), dim)
	out := DesignDimension{Exact: true}
	for _, one := range of {
		out.Of = append(out.Of, a.dims[one].name)
	}
	type cell struct {
		values []int
		asked  int64
		node   int32
	}
	var cells []*cell
	seen := make(map[string]*cell)
	at := make([]int, len(a.dims))
	for r := range d.rows {
		row := &d.rows[r]
		d.place(row, at)
		c := &d.classes[row.class]
		s := &d.scopes[c.scope]
		for v, w := range s.weights {
			if w == 0 {
				continue
			}
			at[dim] = v
			id := keyOf(at, of)
			one := seen[id]
			if one == nil {
				one = &cell{node: -1}
				for _, d := range of {
					one.values = append(one.values, at[d])
				}
				seen[id], cells = one, append(cells, one)
			}
			one.asked += mulDiv(row.mass, int64(w), int64(s.total))
			if k, ok := slices.BinarySearch(c.values, int32(v)); ok {
				one.node = m.node[int(row.start)+k]
			}
		}
	}
	slices.SortFunc(cells, func(a, b *cell) int { return slices.Compare(a.values, b.values) })
	counts := make([][]int64, roundings)
	for n := range counts {
		t := a.table(n)
		counts[n] = make([]int64, len(m.mass))
		for cell, count := range t.dims[dim].of {
			counts[n][m.node[cell]] += int64(count)
		}
		out.Exact = out.Exact && !slices.ContainsFunc(t.off, func(o offTarget) bool { return o.dim == dim && o.margin == number })
	}
	for _, one := range cells {
		var c DesignCell
		for k, v := range one.values {
			c.Values = append(c.Values, a.dims[of[k]].values[v])
		}
		c.Asked = inRecords(one.asked, each)
		if one.node >= 0 {
			c.Target = inRecords(m.mass[one.node], each)
			c.Least, c.Most = math.MaxInt64, 0
			for n := range counts {
				c.Least, c.Most = min(c.Least, counts[n][one.node]*each), max(c.Most, counts[n][one.node]*each)
			}
		}
		out.Cells = append(out.Cells, c)
	}
	return out
}

// impossible reports the values of a dimension that cannot be.
func (a *allotment) impossible(dim int, each int64) (all []ImpossibleCell) {
	d := &a.dims[dim]
	type lost struct {
		cell  ImpossibleCell
		asked int64
	}
	var list []*lost
	seen := make(map[string]*lost)
	at := make([]int, len(a.dims))
	of := union(d.within, d.needs)
	key := append(slices.Clone(of), dim)
	target := make([]int64, len(d.scopes)*len(d.values))
	asked := make([]int64, len(target))
	for r := range d.rows {
		row := &d.rows[r]
		c := &d.classes[row.class]
		for k, v := range c.values {
			target[int(c.scope)*len(d.values)+int(v)] += timesShare(row.mass, c.shares[k])
		}
		for v, w := range d.scopes[c.scope].weights {
			if w > 0 {
				asked[int(c.scope)*len(d.values)+v] += mulDiv(row.mass, int64(w), int64(d.scopes[c.scope].total))
			}
		}
	}
	for r := range d.rows {
		row := &d.rows[r]
		c := &d.classes[row.class]
		s := &d.scopes[c.scope]
		d.place(row, at)
		for v, w := range s.weights {
			if _, can := slices.BinarySearch(c.values, int32(v)); w == 0 || can {
				continue
			}
			at[dim] = v
			id := keyOf(at, key)
			one := seen[id]
			if one == nil {
				one = &lost{cell: ImpossibleCell{Dimension: d.name, Value: d.values[v], Reason: d.reason}}
				for _, w := range of {
					one.cell.Where = append(one.cell.Where, Chosen{a.dims[w].name, a.dims[w].values[at[w]]})
				}
				for k, v := range c.values {
					if c.shares[k] > 0 {
						one.cell.To = append(one.cell.To, d.values[v])
					}
				}
				n := int(c.scope)*len(d.values) + v
				one.cell.Regained = target[n] >= asked[n]-slack
				seen[id], list = one, append(list, one)
			}
			one.asked += mulDiv(row.mass, int64(w), int64(s.total))
		}
	}
	for _, one := range list {
		one.cell.Asked = inRecords(one.asked, each)
		all = append(all, one.cell)
	}
	return all
}
