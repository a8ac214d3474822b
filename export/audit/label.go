package audit

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// network is a graph of which only the shape matters: vertices with a colour, and edges with a label.
type network struct {
	colors []string
	edges  []edge
}

// edge is a label seen from one end; the label seen from the other end is another edge.
type edge struct {
	from, to int32
	label    edgeLabel
}

type edgeLabel [6]int32

func compareLabels(a, b edgeLabel) int {
	for i := range a {
		if a[i] != b[i] {
			return cmp.Compare(a[i], b[i])
		}
	}
	return 0
}

// maxVertices is how many vertices a network may have.
const maxVertices = 1 << 15

// maxLeaves is how many labellings of one network are compared before the search gives up.
const maxLeaves = 4096

// labeller finds canonical labellings. It may be used again, by one goroutine at a time.
type labeller struct {
	n          int
	labels     []edgeLabel
	start      []int32  // by vertex, and one more: where its arcs start
	all        []uint64 // arcs with the vertex that they start at
	arcs       []uint64 // rank of the label << 32 | other end, sorted by vertex
	best, form []byte
	order      []int32 // vertices by their place in the best form
	colors     []string
	leaves     int
	// scratch space of one refinement
	signature []uint64
	sorted    []int32
	next      []int32
}

// canonical appends the least of all forms of the network, one for each labelling that its colours and edges allow: it is
// equal for two networks exactly if they differ only in the order of vertices and edges. Ok is false where there were too
// many to compare them all. The forms are narrowed down by refining colours by the colours of neighbours; then every vertex
// of the first class that has several is tried as its first one (McKay 1981). Of twins, which a swap of the two leaves in
// place, one will do.
func (l *labeller) canonical(dst []byte, net *network) (form []byte, ok bool) {
	l.prepare(net)
	color := make([]int32, l.n)
	distinct := slices.Clone(net.colors)
	slices.Sort(distinct)
	for v := range color {
		rank, _ := slices.BinarySearch(distinct, net.colors[v]) // the number of vertices of lesser colours
		color[v] = int32(rank)
	}
	l.best, l.leaves = l.best[:0], 0
	l.search(color)
	return append(dst, l.best...), l.leaves <= maxLeaves
}

// prepare files the edges under their vertices, each once. Labels are ranked.
func (l *labeller) prepare(net *network) {
	l.n, l.colors = len(net.colors), net.colors
	l.labels = l.labels[:0]
	for i := range net.edges {
		if at, ok := slices.BinarySearchFunc(l.labels, net.edges[i].label, compareLabels); !ok {
			l.labels = slices.Insert(l.labels, at, net.edges[i].label)
		}
	}
	l.all = l.all[:0]
	for i := range net.edges {
		e := &net.edges[i]
		rank, _ := slices.BinarySearchFunc(l.labels, e.label, compareLabels)
		l.all = append(l.all, uint64(e.from)<<48|uint64(rank)<<24|uint64(e.to)) // fewer than 65536 vertices, 2^24 labels
	}
	slices.Sort(l.all)
	l.all = slices.Compact(l.all)
	l.start, l.arcs = append(l.start[:0], 0), l.arcs[:0]
	for v := range uint64(l.n) {
		for at := len(l.arcs); at < len(l.all) && l.all[at]>>48 == v; at++ {
			l.arcs = append(l.arcs, l.all[at]<<16>>40<<32|l.all[at]&(1<<24-1))
		}
		l.start = append(l.start, int32(len(l.arcs)))
	}
}

func (l *labeller) arcsOf(v int32) []uint64 { return l.arcs[l.start[v]:l.start[v+1]] }

// search refines colours and compares the forms of all labellings that are left. The colour of a vertex is the number of
// vertices of lesser colours.
func (l *labeller) search(color []int32) {
	l.refine(color)
	cell, size := int32(-1), int32(0)
	for at := int32(0); at < int32(l.n); at += size {
		if size = l.classSize(at, color); size > 1 {
			cell = at
			break
		}
	}
	if cell < 0 {
		l.leaf(color)
		return
	}
	members := slices.Clone(l.sorted[cell : cell+size])
	for i, v := range members {
		if slices.ContainsFunc(members[:i], func(u int32) bool { return l.twins(u, v) }) {
			continue
		}
		next := slices.Clone(color)
		for _, u := range members {
			if u != v {
				next[u]++
			}
		}
		if l.search(next); l.leaves > maxLeaves {
			return
		}
	}
}

// classSize returns how many vertices have the colour of the one that stands at a place of sorted.
func (l *labeller) classSize(at int32, color []int32) int32 {
	end := at + 1
	for end < int32(l.n) && color[l.sorted[end]] == color[l.sorted[at]] {
		end++
	}
	return end - at
}

// refine splits classes until vertices of one colour have as many arcs of each label to each colour. It leaves the vertices
// in sorted, by colour.
func (l *labeller) refine(color []int32) {
	l.sorted, l.next = l.sorted[:0], append(l.next[:0], color...)
	for v := range int32(l.n) {
		l.sorted = append(l.sorted, v)
	}
	classes := 0
	for {
		l.signature = l.signature[:0]
		for v := range int32(l.n) {
			from := len(l.signature)
			for _, a := range l.arcsOf(v) {
				l.signature = append(l.signature, a>>32<<32|uint64(color[uint32(a)]))
			}
			slices.Sort(l.signature[from:])
		}
		compare := func(a, b int32) int {
			if c := cmp.Compare(color[a], color[b]); c != 0 {
				return c
			}
			return slices.Compare(l.signature[l.start[a]:l.start[a+1]], l.signature[l.start[b]:l.start[b+1]])
		}
		slices.SortFunc(l.sorted, compare)
		found := 0
		for i, v := range l.sorted {
			if i > 0 && compare(l.sorted[i-1], v) == 0 {
				l.next[v] = l.next[l.sorted[i-1]]
				continue
			}
			l.next[v] = int32(i)
			found++
		}
		copy(color, l.next)
		if found == classes || found == l.n {
			return
		}
		classes = found
	}
}

// twins reports whether swapping two vertices leaves the network as it is.
func (l *labeller) twins(u, v int32) bool {
	a, b := l.arcsOf(u), l.arcsOf(v)
	if l.colors[u] != l.colors[v] || len(a) != len(b) {
		return false
	}
	swapped := make([]uint64, len(a))
	for i, arc := range a {
		switch to := int32(uint32(arc)); to {
		case u:
			arc = arc>>32<<32 | uint64(v)
		case v:
			arc = arc>>32<<32 | uint64(u)
		}
		swapped[i] = arc
	}
	slices.Sort(swapped)
	return slices.Equal(swapped, b)
}

// leaf compares the form of one labelling with the best.
func (l *labeller) leaf(place []int32) {
	l.leaves++
	form := binary.AppendUvarint(l.form[:0], uint64(l.n))
	for _, label := range l.labels {
		for _, x := range label {
			form = binary.AppendVarint(form, int64(x))
		}
	}
	var arcs []uint64
	for _, v := range l.sorted {
		form = append(append(form, l.colors[v]...), 0)
		arcs = arcs[:0]
		for _, a := range l.arcsOf(v) {
			arcs = append(arcs, a>>32<<32|uint64(place[uint32(a)]))
		}
		slices.Sort(arcs)
		form = binary.AppendUvarint(form, uint64(len(arcs)))
		for _, a := range arcs {
			form = binary.AppendUvarint(binary.AppendUvarint(form, a>>32), a&(1<<32-1))
		}
	}
	l.form = form
	if l.leaves == 1 || slices.Compare(form, l.best) < 0 {
		l.best = append(l.best[:0], form...)
		l.order = append(l.order[:0], l.sorted...)
	}
}
