package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// Rift makes the map a field of walls that one line of walls cuts in two, and returns on which side each cell lies: -1 and 1, and 0 on the
// line. The walls are percent of the cells, or those of the line where they are more. With gap one cell of the line is open,
// and so are the cells before and behind it. No step, diagonal ones included, crosses the line elsewhere. The map should have 4 rows and columns or more.
func (m *Map) Rift(percent int, gap bool, src seed.Source) []int8 {
	upright := src.Intn(2) == 1
	long, wide := m.Cols, m.Rows
	if upright {
		long, wide = wide, long
	}
	side := make([]int8, len(m.Ground))
	if wide < 3 || long < 2 {
		return side
	}
	index := func(along, across int) int {
		if upright {
			along, across = across, along
		}
		return across*m.Cols + along
	}
	open, gate := -1, 0
	if gap {
		open = 1 + src.Intn(long-1)
	}
	walls := 0
	at := 1 + src.Intn(wide-2)
	for k := range long {
		from := at
		if k > 0 && k != open {
			// The line stays connected, and turns gently.
			at = min(max(at+src.Intn(5)-2, 1), wide-2)
		}
		if k == open {
			gate = at
		}
		low, high := min(from, at), max(from, at)
		for across := range wide {
			i := index(k, across)
			switch {
			case across < low:
				side[i] = -1
			case across > high:
				side[i] = 1
			default:
				m.Ground[i] = Wall
				walls++
			}
		}
	}
	var kept [3]int
	if gap {
		kept = [3]int{index(open, gate), index(open, gate-1), index(open, gate+1)}
		m.Ground[kept[0]] = Floor
		walls--
	}
	free := make([]int, 0, len(side))
	for i, s := range side {
		if s != 0 && (!gap || i != kept[1] && i != kept[2]) {
			free = append(free, i)
		}
	}
	for k := 0; k < len(free) && walls < len(side)*percent/100; k++ {
		j := k + src.Intn(len(free)-k)
		free[k], free[j] = free[j], free[k]
		m.Ground[free[k]] = Wall
		walls++
	}
	return side
}

// Maze makes the map a maze: the cells with odd row and column, counted from 0, are its chambers, and all others walls, but for those openings
// that make the chambers a tree. Every spanning tree is equally likely (Wilson 1996). A last row or column of walls is double where
// the map has an even number of them.
func (m *Map) Maze(src seed.Source) {
	for i := range m.Ground {
		m.Ground[i] = Wall
	}
	rows, cols := (m.Rows-1)/2, (m.Cols-1)/2
	if rows < 1 || cols < 1 {
		return
	}
	pitch := m.Cols
	chamber := func(k int) int { return (2*(k/cols)+1)*pitch + 2*(k%cols) + 1 }
	leads := make([]int8, rows*cols) // the way on of the walk under way
	m.Ground[chamber(src.Intn(rows*cols))] = Floor
	for start := range rows * cols {
		at := start
		for m.Ground[chamber(at)] == Wall {
			way := src.Intn(4)
			next, ok := mazeStep(at, way, rows, cols)
			if !ok {
				continue
			}
			leads[at] = int8(way)
			at = next
		}
		// The walk without its loops, as the last choice at every chamber tells.
		for at = start; m.Ground[chamber(at)] == Wall; {
			next, _ := mazeStep(at, int(leads[at]), rows, cols)
			m.Ground[chamber(at)] = Floor
			m.Ground[(chamber(at)+chamber(next))/2] = Floor
			at = next
		}
	}
}

// mazeStep returns the chamber next to another.
func mazeStep(at, way, rows, cols int) (int, bool) {
	switch way {
	case 0:
		return at - cols, at >= cols
	case 1:
		return at + 1, at%cols != cols-1
	case 2:
		return at + cols, at < (rows-1)*cols
	default:
		return at - 1, at%cols != 0
	}
}

// Sever closes an opening of a maze near the middle of one of its longest ways, and returns the cells of the two parts; false where the map has no way that
// is long enough. A map that is no tree may still hang together: then the second part is empty.
func (m *Map) Sever(w *Walker, src seed.Source) (parts [2][]Cell, ok bool) {
	start := m.Scatter(nil, 1, src)
	if len(start) == 0 {
		return parts, false
	}
	w.Load(m, Gait4, false)
	w.From(start[0])
	within := w.Within(nil)
	if len(within) < 5 {
		return parts, false
	}
	one := within[len(within)-1]
	w.From(one)
	within = w.Within(within[:0])
	other := within[len(within)-1]
	moves := w.Moves(nil, other, nil)
	// A way from chamber to chamber has openings at its odd steps.
	openings := max((len(moves)-1)/2, 1)
	k := openings/3 + src.Intn(max(openings/3, 1))
	cut, _ := w.Goes(one, moves[:min(2*k+1, len(moves)-1)])
	m.Ground[m.Index(cut)] = Wall
	w.Load(m, Gait4, false)
	w.From(one)
	parts[0] = w.Within(nil)
	if w.Dist(other) < 0 {
		w.From(other)
		parts[1] = w.Within(nil)
	}
	return parts, true
}

// Gaps lays a line of walls over a row, or a column where upright is set, with so many gaps, if they find room: each has a wall at both ends
// and is 1 to 4 cells wide.
func (m *Map) Gaps(line int, upright bool, gaps int, src seed.Source) {
	n, lines := m.Cols, m.Rows
	if upright {
		n, lines = lines, n
	}
	if line < 0 || line >= lines {
		return
	}
	for gaps > 0 && 2*gaps+1 > n {
		gaps--
	}
	// What is left after one cell for every gap and every wall is shared out, to gaps at first.
	widths := make([]int, 2*gaps+1) // walls and gaps in turn
	for i := range widths {
		widths[i] = 1
	}
	for left := n - len(widths); left > 0; left-- {
		i := src.Intn(len(widths))
		if i%2 == 1 && widths[i] == 4 {
			i--
		}
		widths[i]++
	}
	at := 0
	for i, width := range widths {
		for range width {
			c := Cell{line, at}
			if upright {
				c = Cell{at, line}
			}
			if i%2 == 0 {
				m.Ground[m.Index(c)] = Wall
			}
			at++
		}
	}
}
