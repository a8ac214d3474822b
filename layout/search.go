package layout

import "slices"

// searcher looks for a layout where the matrices do not show whether there is one. It holds copies of them, and tightens
// these.
//
// Objects in one cell are parted in the four ways that there are, one after the other. Most pairs need no search: on an
// axis where nothing keeps objects from being any distance apart, all pairs that are not level there can be parted
// together, by stretching the layout (of the real solutions, those that put some such pair on one line are finitely many
// thin slices). And where the difference of two objects has no end to one side, the objects on the far side of it can be
// moved away. What is left are pairs that on each axis are either level or kept together by distances.
type searcher struct {
	n       int // objects
	sides   [axes]int
	sharing bool
	m       [axes]boundMatrix
	rigid   [axes]bool
	corners []int
	idle    []bool // objects that nothing is known of: they take what cells are left

	at    [axes][]int32 // the least coordinate of every node
	shift []int32       // scratch of spread
	trail []change
	work  int // what is left of it
	cut   bool
}

// change is one that is taken back when a branch fails.
type change struct {
	axis, k int
	old     int32
}

// mostWork bounds one search, counted in entries of a matrix that are looked at: about 30 ms of it.
const mostWork = 1 << 24

// mostWhole bounds what leads to a whole layout by many small searches: about half a second.
const mostWhole = 1 << 28

// can reports whether some layout satisfies the facts and the clause. When the search is cut off it says yes.
func (net *Network) can(c clause) bool {
	if net.models.show(net, &c) {
		return true
	}
	s := &net.search
	s.load(net, c.framed(net.n))
	if !s.state(&c) {
		return false
	}
	s.work = mostWork
	switch {
	case !s.dive() && !s.solve():
		return false
	case s.work < 0:
		s.cut = true
	default:
		net.models.learn(s)
	}
	return true
}

// GaveUp reports whether a search was cut off in the last call of a method that answers a question or adds a fact. The
// answer is then sound, but it may leave more open than it should: what it gives as possible may not be. Each single
// search, of which a question may need several, is bounded at some ten million steps, dozens of milliseconds; what gives
// whole layouts, at half a second or so for each. That is far more than a page of plain statements needs; it takes dozens
// of objects crowded into a grid with hardly a cell to spare, or facts made up to be hard: the problem is NP-hard.
func (net *Network) GaveUp() bool { return net.search.cut }

// load copies what the network knows.
func (s *searcher) load(net *Network, framed bool) {
	s.start(net)
	for axis := range s.m {
		s.m[axis].copyFrom(&net.axis[axis])
		if framed && !s.m[axis].framed() {
			s.m[axis].frame(s.sides[axis])
		}
		s.rigid[axis] = s.rigid[axis] || net.said.rigid[axis]
	}
	for i, seen := range net.seen {
		s.idle[i] = !seen && net.world.leavesRoom(s.m[rowAxis].framed())
	}
	if net.said.readings&(1<<InCorner) != 0 {
		for _, f := range net.facts {
			if f.Reading == InCorner {
				s.corners = append(s.corners, f.Locatum)
			}
		}
	}
}

// blank makes the searcher know nothing but the world.
func (s *searcher) blank(net *Network, framed bool) {
	s.start(net)
	for axis := range s.m {
		s.m[axis].reset(s.n)
		if framed || net.world.Bounded() {
			s.m[axis].frame(s.sides[axis])
		}
	}
	for i := range s.idle {
		s.idle[i] = net.world.leavesRoom(s.m[rowAxis].framed())
	}
}

// leavesRoom reports whether there is always a cell left for an object that no fact is about: in a grid with both sides,
// which has enough of them, and where nothing speaks of a grid, but not where facts may say how far its sides are apart.
func (w World) leavesRoom(framed bool) bool { return !framed || w.Rows > 0 && w.Cols > 0 }

func (s *searcher) start(net *Network) {
	s.n, s.sides, s.sharing = net.n, net.world.sides(), net.world.Sharing
	for axis, side := range s.sides {
		s.rigid[axis] = side > 1
	}
	s.corners, s.trail = s.corners[:0], s.trail[:0]
	s.idle = slices.Grow(s.idle[:0], s.n)[:s.n]
}

// state adds a clause for good; false means that the matrices rule it out.
func (s *searcher) state(c *clause) bool {
	if c.corner > 0 {
		s.corners = append(s.corners, c.corner-1)
		s.idle[c.corner-1] = false
	}
	for _, e := range c.edges[:c.count] {
		if e.from < s.n {
			s.idle[e.from] = false
		}
		if e.to < s.n {
			s.idle[e.to] = false
		}
		s.rigid[e.axis] = s.rigid[e.axis] || e.weight > 0
		if !s.bound(e.axis, e.from, e.to, e.weight) {
			return false
		}
	}
	return true
}

// stateFacts adds facts of the network by number; false means that the matrices rule one out.
func (s *searcher) stateFacts(net *Network, facts []int) bool {
	for _, k := range facts {
		c := net.claim(&net.facts[k])
		if !s.state(&c) {
			return false
		}
	}
	return true
}

// bound states x_a - x_b <= w; false means that it contradicts the matrix.
func (s *searcher) bound(axis, a, b int, w int32) bool {
	m := &s.m[axis]
	n, d := m.n, m.least
	if d[a*n+b] <= w {
		return true
	}
	if back := d[b*n+a]; back < Unbounded && back+w < 0 {
		return false
	}
	ends := m.endsOf(a, b, w)
	s.work -= n
	for i, at := 0, 0; i < n; i, at = i+1, at+n {
		row := d[at : at+n]
		toA := row[a]
		if toA == Unbounded || toA+w >= row[b] {
			continue
		}
		toA += w
		s.work -= len(ends)
		for _, e := range ends {
			if old, new := row[e.node], toA+e.bound; new < old {
				s.trail = append(s.trail, change{axis, at + e.node, old})
				row[e.node] = new
			}
		}
	}
	return true
}

// undo takes changes back until so many are left.
func (s *searcher) undo(mark int) {
	for k := len(s.trail) - 1; k >= mark; k-- {
		c := s.trail[k]
		s.m[c.axis].least[c.k] = c.old
	}
	s.trail = s.trail[:mark]
}

// solve reports whether there is a layout, and leaves the matrices as tightened towards it and s.at set; the caller takes
// back what it needs. When the work is used up it reports true, with s.work below 0.
func (s *searcher) solve() bool {
	if !s.propagate() {
		return false
	}
	if s.work -= s.n * s.n; s.work < 0 {
		return true
	}
	for _, i := range s.corners {
		for axis := range s.m {
			if !s.onFrame(axis, i) {
				return s.chooseSide(axis, i)
			}
		}
	}
	s.settle()
	if s.sharing {
		return true
	}
	rows, cols := s.extent(rowAxis), s.extent(colAxis)
	closed := rows > 0 && cols > 0
	if closed && s.crowded() {
		return false
	}
	a, b, ok := s.stuck()
	if !ok {
		return true
	}
	// In a grid with few cells more than objects, the cell of one object tells more than the order of two.
	if closed && min(rows, 2*MaxObjects)*min(cols, 2*MaxObjects) <= 2*s.n {
		return s.chooseCell()
	}
	return s.part(a, b)
}

// dive looks for a layout on a closed grid without ever turning back: most often there is one to be found so. When it finds
// none it leaves everything as it was.
func (s *searcher) dive() bool {
	if s.sharing || len(s.corners) > 0 || s.extent(rowAxis) == 0 || s.extent(colAxis) == 0 ||
		s.sides[rowAxis] == 0 || s.sides[colAxis] == 0 {
		return false
	}
	mark := len(s.trail)
	for s.settle(); ; s.settle() {
		a, b, ok := s.together()
		if !ok {
			return true
		}
		if !s.bound(colAxis, a, b, -1) && !s.bound(rowAxis, a, b, -1) && !s.bound(colAxis, b, a, -1) && !s.bound(rowAxis, b, a, -1) {
			s.undo(mark)
			return false
		}
	}
}

// extent returns the most lines that the grid can have on the axis, 0 where there is no end.
func (s *searcher) extent(axis int) int {
	m := &s.m[axis]
	if !m.framed() {
		return 0
	}
	span := m.least[(s.n+1)*m.n+s.n]
	if span == Unbounded {
		return 0
	}
	return int(span) + 1
}

// propagate draws the conclusions that need no choice, or finds that there is no layout.
func (s *searcher) propagate() bool {
	for {
		before := len(s.trail)
		for _, i := range s.corners {
			for axis := range s.m {
				if !s.pushAside(axis, i) {
					return false
				}
			}
		}
		if !s.sharing && !s.separate() {
			return false
		}
		if len(s.trail) == before {
			return true
		}
	}
}

// pushAside moves an object in a corner to the one side of the axis that it can be at.
func (s *searcher) pushAside(axis, i int) bool {
	first, last := s.n, s.n+1
	m := &s.m[axis]
	atFirst, atLast := m.least[first*m.n+i] == 0, m.least[i*m.n+last] == 0
	switch {
	case !atFirst && !atLast:
		return false
	case !atLast:
		return s.bound(axis, i, first, 0)
	case !atFirst:
		return s.bound(axis, last, i, 0)
	}
	return true
}

// onFrame reports whether object i is known to be at one side of the axis.
func (s *searcher) onFrame(axis, i int) bool {
	m := &s.m[axis]
	return m.least[i*m.n+s.n] == 0 || m.least[(s.n+1)*m.n+i] == 0
}

func (s *searcher) chooseSide(axis, i int) bool {
	first, last, mark := s.n, s.n+1, len(s.trail)
	if s.bound(axis, i, first, 0) && s.solve() {
		return true
	}
	s.undo(mark)
	return s.bound(axis, last, i, 0) && s.solve()
}

// separate parts objects that are level on one axis and in a known order, or level, on the other.
func (s *searcher) separate() bool {
	for axis := range s.m {
		m, other := &s.m[axis], &s.m[1-axis]
		n := m.n
		for i := range s.n {
			if s.idle[i] {
				continue
			}
			row := m.least[i*n : i*n+i]
			for j, up := range row {
				if up != 0 || m.least[j*n+i] != 0 || s.idle[j] {
					continue
				}
				switch up, back := other.least[i*n+j], other.least[j*n+i]; {
				case up == 0 && back == 0:
					return false
				case up == 0 && !s.bound(1-axis, i, j, -1), back == 0 && !s.bound(1-axis, j, i, -1):
					return false
				}
			}
		}
	}
	return true
}

// settle gives every node its least coordinate.
func (s *searcher) settle() {
	for axis := range s.m {
		s.settleAxis(axis)
	}
}

func (s *searcher) settleAxis(axis int) {
	m := &s.m[axis]
	at := slices.Grow(s.at[axis][:0], m.n)[:m.n]
	s.at[axis] = at
	clear(at)
	if m.framed() { // all nodes lie behind the first line
		for i, bound := range m.from(s.n) {
			at[i] = -bound
		}
		return
	}
	for j := range m.n {
		for i, bound := range m.from(j) {
			at[i] = max(at[i], -bound)
		}
	}
}

// stuck returns a pair of objects in one cell that stretching and moving away cannot part, one with few ways to part it.
func (s *searcher) stuck() (a, b int, ok bool) {
	rows, cols := &s.m[rowAxis], &s.m[colAxis]
	r, c := s.at[rowAxis], s.at[colAxis]
	fewest := 5
	for j := range s.n {
		if s.idle[j] {
			continue
		}
		for i := range j {
			if r[i] != r[j] || c[i] != c[j] || s.idle[i] || rows.loose(i, j, s.rigid[rowAxis]) || cols.loose(i, j, s.rigid[colAxis]) {
				continue
			}
			ways := 0
			for _, m := range [axes]*boundMatrix{rows, cols} {
				if m.least[i*m.n+j] > 0 {
					ways++
				}
				if m.least[j*m.n+i] > 0 {
					ways++
				}
			}
			if ways < fewest {
				a, b, fewest = i, j, ways
			}
		}
	}
	return a, b, fewest < 5
}

// loose reports whether two objects can be parted on the axis together with all others that can.
func (m *boundMatrix) loose(i, j int, rigid bool) bool {
	up, back := m.least[i*m.n+j], m.least[j*m.n+i]
	if up < 0 || back < 0 || up == Unbounded || back == Unbounded {
		return true
	}
	return !rigid && (up != 0 || back != 0)
}

// part tries to have a left of b, above it, right of it, below it. Each way leaves out those before.
func (s *searcher) part(a, b int) bool {
	mark := len(s.trail)
	for _, way := range [...]edge{{colAxis, a, b, -1}, {rowAxis, a, b, -1}, {colAxis, b, a, -1}, {rowAxis, b, a, -1}} {
		deeper := len(s.trail)
		if s.bound(way.axis, way.from, way.to, -1) && s.solve() {
			return true
		}
		s.undo(deeper)
		if !s.bound(way.axis, way.to, way.from, 0) {
			break
		}
	}
	s.undo(mark)
	return false
}

// spread goes on from the end of a successful search to a layout, in which those pairs are parted as well that can be parted
// together. It reports whether it got there; the idle objects are left aside.
//
// Two nodes are of one cluster when their difference is bounded both ways. No bound leads from a cluster to one with no
// fewer nodes behind it, so that the clusters can be moved apart in this order, each with its distances kept.
func (s *searcher) spread() bool {
	if s.sharing {
		return true
	}
	if _, _, ok := s.together(); !ok {
		return true
	}
	for axis := range s.m {
		m, at := &s.m[axis], s.at[axis]
		n := m.n
		width := int(slices.Max(at)) + 1
		if width > (1<<28)/(n*n) {
			return false
		}
		s.shift = slices.Grow(s.shift[:0], n)[:n]
		for i := range s.shift {
			behind := 0
			for j, bound := range m.from(i) {
				if bound == Unbounded {
					continue
				}
				if behind++; j < i && m.least[j*n+i] < Unbounded {
					s.shift[i] = s.shift[j] // j is the first of the cluster
					behind = 0
					break
				}
			}
			if behind > 0 {
				s.shift[i] = int32(((n-behind)*n + i) * width)
			}
		}
		for i, shift := range s.shift {
			at[i] += shift
		}
		if _, _, ok := s.together(); !ok {
			return true
		}
	}
	return false
}

// placeIdle gives the idle objects cells that are left: the first ones in a grid with two sides, and any where cells are
// shared. It reports false where it gives none.
func (s *searcher) placeIdle() bool {
	if s.sharing || !slices.Contains(s.idle, true) {
		return true
	}
	if s.sides[rowAxis] == 0 || s.sides[colAxis] == 0 {
		return false
	}
	r, c := s.at[rowAxis], s.at[colAxis]
	cell := 0
	for i := range s.n {
		if !s.idle[i] {
			continue
		}
		for ; ; cell++ {
			row, col := int32(cell/s.sides[colAxis]), int32(cell%s.sides[colAxis])
			busy := false
			for j := range s.n {
				busy = busy || !s.idle[j] && r[j] == row && c[j] == col
			}
			if !busy {
				r[i], c[i] = row, col
				cell++
				break
			}
		}
	}
	return true
}
