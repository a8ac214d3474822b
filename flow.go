package gridscribe

import (
	"math/bits"
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// flow rounds a table whose rows are whole to whole numbers. Records flow from the rows through the cells of the table
// to nodes of the finest margin, on to those of coarser ones and to the one sink; what flows out of a node is what
// flows in. Rounding turns the parts that flow along every edge into whole records.
type flow struct {
	edges []flowEdge
	rows  int
	start []int // by margin: its first node, behind the rows
	nodes int   // all, the sink last
	out   []int // by node of a margin, from 0: its edge towards the sink
	up    []int // likewise: the node it leads to
	bound []int64
	soft  []bool  // by node of a margin: no one asked for its bounds
	first []int32 // by node, with rows and sink: where its edges begin in links
	count []int32
	links []int32
}

// flowEdge is one edge, with what flows along it in parts of a record, and the whole numbers that are meant to.
type flowEdge struct {
	from, to  int32
	flow      int64
	low, high int64
}

// slack is what may be lost to the rounding of shares, in parts: a target this near to a whole number is that number.
const slack = parts1 >> 20

func newFlow(rows int, margins []margin) *flow {
	f := &flow{rows: rows}
	n := 0
	for _, m := range margins {
		f.start = append(f.start, n)
		n += len(m.mass)
		f.bound = append(f.bound, m.mass...)
		f.soft = append(f.soft, slices.Repeat([]bool{len(m.of) > 0 && m.cross < 0}, len(m.mass))...)
	}
	f.nodes = rows + n + 1
	f.out, f.up = make([]int, n), make([]int, n)
	for i := range f.up {
		f.up[i] = n
	}
	return f
}

// addCell adds the edge from a row to a node of the finest margin. Cells come before all other edges.
func (f *flow) addCell(row, node int, parts int64) {
	f.edges = append(f.edges, flowEdge{from: int32(row), to: int32(f.rows + node), flow: parts, high: blockUnits})
}

// link makes a node of the next margin that above a node of this one.
func (f *flow) link(m, node, next int) { f.up[f.start[m]+node] = f.start[m+1] + next }

// close adds the edges between margins and to the sink.
func (f *flow) close() {
	cells := len(f.edges)
	in := make([]int64, len(f.up)+1)
	for _, e := range f.edges[:cells] {
		in[int(e.to)-f.rows] += e.flow
	}
	for n, to := range f.up {
		f.out[n] = len(f.edges)
		f.edges = append(f.edges, flowEdge{
			from: int32(f.rows + n), to: int32(f.rows + to), flow: in[n],
			low: (f.bound[n] + slack) >> partBits, high: (f.bound[n] - slack + parts1 - 1) >> partBits,
		})
		in[to] += in[n]
	}
}

// connect lists the edges of every node that pass a test.
func (f *flow) connect(pass func(*flowEdge) bool) {
	f.first, f.count = make([]int32, f.nodes+1), make([]int32, f.nodes)
	for i := range f.edges {
		if e := &f.edges[i]; pass(e) {
			f.first[e.from+1]++
			f.first[e.to+1]++
		}
	}
	for n := range f.nodes {
		f.first[n+1] += f.first[n]
	}
	f.links = make([]int32, f.first[f.nodes])
	for i := range f.edges {
		if e := &f.edges[i]; pass(e) {
			for _, n := range [2]int32{e.from, e.to} {
				f.links[f.first[n]+f.count[n]] = int32(i)
				f.count[n]++
			}
		}
	}
}

func (e *flowEdge) whole() bool { return e.flow&(parts1-1) == 0 }

// next returns an edge of the node, other than one, along which no whole number flows; -1 if there is none.
func (f *flow) next(node, not int32) int32 {
	first := f.first[node]
	for k := int32(0); k < f.count[node]; {
		i := f.links[first+k]
		switch {
		case f.edges[i].whole():
			f.count[node]--
			f.links[first+k] = f.links[first+f.count[node]]
		case i == not:
			k++
		default:
			return i
		}
	}
	return -1
}

// round makes every flow whole, up or down (Gandhi et al. 2006, dependent rounding). Since a node passes on what it
// gets, none has just one edge with a fraction: walking along such edges closes a cycle. What flows round it is raised
// or lowered until the first edge is whole, at odds that leave every expectation as it is.
func (f *flow) round(src *seed.Stream) {
	f.connect(func(e *flowEdge) bool { return !e.whole() })
	type step struct{ node, edge int32 } // the edge by which the node was left
	var path []step
	place := make([]int32, f.nodes) // in path, plus 1
	for begin := range int32(f.nodes) {
		node, last := begin, int32(-1)
		for {
			i := f.next(node, last)
			if i < 0 {
				break // only at the beginning of a path
			}
			place[node] = int32(len(path)) + 1
			path = append(path, step{node, i})
			e := &f.edges[i]
			node, last = e.from^e.to^node, i
			if place[node] == 0 {
				continue
			}
			from := place[node] - 1
			up, down := parts1, parts1 // how far the cycle can be raised and lowered
			for _, s := range path[from:] {
				e := &f.edges[s.edge]
				below := e.flow & (parts1 - 1)
				if e.from == s.node {
					up, down = min(up, parts1-below), min(down, below)
				} else {
					up, down = min(up, below), min(down, parts1-below)
				}
			}
			by := up
			if draw, _ := bits.Mul64(src.Uint64(), uint64(up+down)); int64(draw) < up {
				by = -down
			}
			for _, s := range path[from:] {
				if e := &f.edges[s.edge]; e.from == s.node {
					e.flow += by
				} else {
					e.flow -= by
				}
				place[s.node] = 0
			}
			path = path[:from]
			last = -1
			if from > 0 {
				last = path[from-1].edge
			}
		}
		for _, s := range path {
			place[s.node] = 0
		}
		path = path[:0]
	}
}

// repair moves records round until every node of a margin is within its bounds. A node can be out of them because the
// records of its rows are whole already, and so not quite what the bounds were computed from. Bounds that no one asked
// for come second.
func (f *flow) repair() {
	if !slices.ContainsFunc(f.out, func(i int) bool { return f.edges[i].out() }) {
		return
	}
	f.connect(func(*flowEdge) bool { return true })
	bounds := make([]flowEdge, len(f.out))
	for n, i := range f.out {
		bounds[n] = f.edges[i]
		if f.soft[n] {
			f.edges[i].low, f.edges[i].high = 0, blockUnits
		}
	}
	f.restore()
	for n, i := range f.out {
		f.edges[i].low, f.edges[i].high = bounds[n].low, bounds[n].high
	}
	f.restore()
}

// out reports whether an edge is out of its bounds.
func (e *flowEdge) out() bool {
	n := e.flow >> partBits
	return n < e.low || n > e.high
}

func (f *flow) restore() {
	const mostFailures = 64 // each looks at all edges
	failures := 0
	for _, i := range f.out {
		for e := &f.edges[i]; e.out() && failures < mostFailures; {
			// One more along the edge is one less on the way back from its end to its beginning, and the other way round.
			if low := e.flow>>partBits < e.low; low && f.push(e.to, e.from, int32(i)) {
				e.flow += parts1
			} else if !low && f.push(e.from, e.to, int32(i)) {
				e.flow -= parts1
			} else {
				failures++
				break
			}
		}
	}
}

// push moves a record from one node to another without the edge not, and within the bounds of the edges that it goes
// by. It reports whether there is a way.
func (f *flow) push(from, to, not int32) bool {
	came := make([]int32, f.nodes) // by node: the edge, plus 1
	queue := []int32{from}
	for len(queue) > 0 && came[to] == 0 {
		node := queue[0]
		queue = queue[1:]
		for _, i := range f.links[f.first[node]:f.first[node+1]] {
			e := &f.edges[i]
			other := e.from ^ e.to ^ node
			n := e.flow >> partBits
			if i == not || other == from || came[other] != 0 ||
				e.from == node && n >= e.high || e.from != node && n <= e.low {
				continue
			}
			came[other] = i + 1
			queue = append(queue, other)
		}
	}
	if came[to] == 0 {
		return false
	}
	for node := to; node != from; {
		e := &f.edges[came[node]-1]
		if e.to == node {
			e.flow += parts1
			node = e.from
		} else {
			e.flow -= parts1
			node = e.to
		}
	}
	return true
}
