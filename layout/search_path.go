package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Gait says which steps lead from a cell of a map to the next. The zero value is Gait4.
type Gait uint8

// The gaits. A step counts 1 in all of them.
const (
	Gait4     Gait = iota // north, east, south and west
	Gait8                 // diagonal steps too, whatever stands beside them
	Gait8Open             // diagonal steps too, but only between two cells that are open
	gaits
)

// Gaits is the number of gaits.
const Gaits = int(gaits)

// String returns "four", "eight" or "eight-open".
func (g Gait) String() string {
	if g >= gaits {
		return "Gait(?)"
	}
	return [gaits]string{"four", "eight", "eight-open"}[g]
}

// Distance returns how many steps lie between two cells where nothing is in the way.
func (g Gait) Distance(a, b Cell) int {
	rows, cols := max(a.Row-b.Row, b.Row-a.Row), max(a.Col-b.Col, b.Col-a.Col)
	if g == Gait4 {
		return rows + cols
	}
	return max(rows, cols)
}

// Walker finds the shortest ways on a map: over floor and through doors, whatever stands there. The zero Walker knows a map
// without cells; it keeps scratch space, so it must not be used from two goroutines at once.
type Walker struct {
	rows, cols int
	gait       Gait
	open       []bool // with a frame of cells that are not, so that no step needs to be checked for leaving the map
	dist       []int32
	queue      []int32
}

// Load takes a map. Hidden cells are open if hidden is set. The map is not kept. One without a ground for each of its cells, or nil, counts as
// one without cells.
func (w *Walker) Load(m *Map, gait Gait, hidden bool) {
	if m == nil || m.Rows < 0 || m.Cols < 0 || m.Cols > 0 && m.Rows > len(m.Ground)/m.Cols {
		m = new(Map)
	}
	w.rows, w.cols, w.gait = m.Rows, m.Cols, gait
	n := (m.Rows + 2) * (m.Cols + 2)
	w.open = slices.Grow(w.open[:0], n)[:n]
	w.dist = slices.Grow(w.dist[:0], n)[:n]
	clear(w.open)
	for row := range m.Rows {
		line := w.open[(row+1)*(m.Cols+2)+1:]
		for col, g := range m.Ground[row*m.Cols : (row+1)*m.Cols] {
			line[col] = g == Floor || g == Door || hidden && g == Hidden
		}
	}
	w.forget()
}

func (w *Walker) forget() {
	for i := range w.dist {
		w.dist[i] = unreached
	}
	w.queue = w.queue[:0]
}

func (w *Walker) index(c Cell) int { return (c.Row+1)*(w.cols+2) + c.Col + 1 }

func (w *Walker) has(c Cell) bool {
	return c.Row >= 0 && c.Col >= 0 && c.Row < w.rows && c.Col < w.cols
}

// moves lists the steps of a gait, straight ones first.
func (g Gait) moves() []Cardinal {
	if g == Gait4 {
		return gaitMoves[:4]
	}
	return gaitMoves[:]
}

var gaitMoves = [8]Cardinal{N, E, S, W, NE, SE, SW, NW}

// From measures how far all cells are from one, which it returns: the number of steps to the farthest that can be reached; -1 where
// the cell is not open.
func (w *Walker) From(c Cell) int {
	w.forget()
	if !w.has(c) || !w.open[w.index(c)] {
		return unreached
	}
	pitch := w.cols + 2
	var offset, besideA, besideB [8]int
	moves := w.gait.moves()
	for k, move := range moves {
		rows, cols := move.Signs()
		offset[k], besideA[k], besideB[k] = rows*pitch+cols, rows*pitch, cols
	}
	strict := w.gait == Gait8Open
	w.dist[w.index(c)] = 0
	w.queue = append(w.queue, int32(w.index(c)))
	for head := 0; head < len(w.queue); head++ {
		at := int(w.queue[head])
		d := w.dist[at] + 1
		for k := range moves {
			next := at + offset[k]
			if !w.open[next] || w.dist[next] != unreached || strict && k >= 4 && !(w.open[at+besideA[k]] && w.open[at+besideB[k]]) {
				continue
			}
			w.dist[next] = d
			w.queue = append(w.queue, int32(next))
		}
	}
	return int(w.dist[w.queue[len(w.queue)-1]])
}

// Dist returns how many steps a cell is away from the cell that was measured from last, -1 where no way leads there.
func (w *Walker) Dist(c Cell) int {
	if !w.has(c) {
		return unreached
	}
	return int(w.dist[w.index(c)])
}

// Reached returns how many cells can be reached from the cell that was measured from last, that cell included.
func (w *Walker) Reached() int { return len(w.queue) }

// Within appends the cells that can be reached, the nearest first.
func (w *Walker) Within(dst []Cell) []Cell {
	for _, i := range w.queue {
		dst = append(dst, Cell{int(i)/(w.cols+2) - 1, int(i)%(w.cols+2) - 1})
	}
	return dst
}

// Moves appends the steps of a shortest way to a cell from the one that was measured from last, each choice drawn from src; a nil src
// takes the first. It appends nothing where no way leads there.
func (w *Walker) Moves(dst []Cardinal, to Cell, src seed.Source) []Cardinal {
	if w.Dist(to) < 1 {
		return dst
	}
	start := len(dst)
	for at := to; w.Dist(at) > 0; {
		var back Cardinal
		fits := 0
		for _, move := range w.gait.moves() {
			rows, cols := move.Signs()
			before := Cell{at.Row - rows, at.Col - cols}
			if w.Dist(before) != w.Dist(at)-1 || !w.steps(before, move) {
				continue
			}
			if fits++; fits == 1 || src != nil && src.Intn(fits) == 0 {
				back = move
			}
		}
		rows, cols := back.Signs()
		at = Cell{at.Row - rows, at.Col - cols}
		dst = append(dst, back)
	}
	slices.Reverse(dst[start:])
	return dst
}

// steps reports whether a step can be taken from an open cell of the map.
func (w *Walker) steps(from Cell, move Cardinal) bool {
	rows, cols := move.Signs()
	if move == EQ || !move.Valid() || w.gait == Gait4 && !move.Straight() || !w.open[w.index(Cell{from.Row + rows, from.Col + cols})] {
		return false
	}
	return !move.Diagonal() || w.gait != Gait8Open ||
		w.open[w.index(Cell{from.Row + rows, from.Col})] && w.open[w.index(Cell{from.Row, from.Col + cols})]
}

// Goes takes steps from a cell and returns where they end; done is how many could be taken before the first that cannot.
func (w *Walker) Goes(from Cell, moves []Cardinal) (end Cell, done int) {
	if !w.has(from) || !w.open[w.index(from)] {
		return from, 0
	}
	for i, move := range moves {
		if !w.steps(from, move) {
			return from, i
		}
		rows, cols := move.Signs()
		from = Cell{from.Row + rows, from.Col + cols}
	}
	return from, len(moves)
}
