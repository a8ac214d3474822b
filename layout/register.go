package layout

// Registering views: finding how they lie against each other from what they show. Every turn and every offset is tried,
// so that a registration said to be the only one is.

// pane is what a view shows, ready to be laid over others.
type pane struct {
	rows, cols int
	codes      []uint16 // of every cell; 0 agrees with all
	named      []uint16 // cell by cell too: the code of a thing that there is but one of, else 0
}

// The codes of grounds; things have larger ones.
const (
	codeHidden uint16 = iota
	codeFloor
	codeWall
	codeDoor
	codeThing = 256
	codeKind  = 512
)

// paneOf returns what a view shows. Things are told apart by their marks; of those without a kind there is but one each.
func paneOf(m *Map) pane {
	p := pane{m.Rows, m.Cols, make([]uint16, len(m.Ground)), make([]uint16, len(m.Ground))}
	for i, g := range m.Ground {
		p.codes[i] = [...]uint16{codeFloor, codeWall, codeDoor, codeHidden}[g&3]
	}
	for i := range m.Things {
		t := &m.Things[i]
		code := codeKind + uint16(t.Mark)
		if t.Kind == "" {
			code = codeThing + uint16(t.Mark)
		}
		for _, c := range t.Cells {
			k := m.Index(c)
			p.codes[k] = code
			if t.Kind == "" {
				p.named[k] = code
			}
		}
	}
	return p
}

// turned returns the pane turned by so many quarters clockwise.
func (p *pane) turned(quarters int) pane {
	if quarters&3 == 0 {
		return *p
	}
	s := Turn(quarters)
	t := pane{p.rows, p.cols, make([]uint16, len(p.codes)), make([]uint16, len(p.codes))}
	if quarters&1 != 0 {
		t.rows, t.cols = p.cols, p.rows
	}
	for i, code := range p.codes {
		c := s.Cell(Cell{i / p.cols, i % p.cols}, p.rows, p.cols)
		k := c.Row*t.cols + c.Col
		t.codes[k], t.named[k] = code, p.named[i]
	}
	return t
}

// pairs appends where pane b must lie for each thing to be at one place that both show and of which there is but one.
func (p *pane) pairs(dst []Cell, b *pane) []Cell {
	for i, code := range b.named {
		if code == 0 {
			continue
		}
		for k, other := range p.named {
			if other == code {
				dst = append(dst, Cell{k/p.cols - i/b.cols, k%p.cols - i%b.cols})
			}
		}
	}
	return dst
}

// common is what two panes have in common. Of things it is the most there can be: a hidden cell may be one.
type common struct{ cells, things int }

// over lays pane b over p so that its top-left cell is at a cell of p, maybe beyond its edges; ok reports whether they agree
// wherever both show something.
func (p *pane) over(b *pane, at Cell) (shared common, ok bool) {
	top, left := max(0, at.Row), max(0, at.Col)
	bottom, right := min(p.rows, at.Row+b.rows), min(p.cols, at.Col+b.cols)
	for row := top; row < bottom; row++ {
		for col := left; col < right; col++ {
			x, y := p.codes[row*p.cols+col], b.codes[(row-at.Row)*b.cols+col-at.Col]
			if x != y && x != codeHidden && y != codeHidden {
				return common{}, false
			}
			if z := max(x, y); z >= codeThing || z == codeHidden {
				shared.things++
			}
			shared.cells++
		}
	}
	return shared, true
}

// Registration is what is known of how views lie against each other. The zero Registration is any agreement at all.
type Registration struct {
	Turned bool // views may be turned against each other by quarters; they are never mirrored
	Cells  int  // how many cells a view and the next have in common at least
	Things int  // how many things, whether they have names or kinds; each hidden cell may be one
}

// Between appends every way in which a view can lie against a map or another view, whose cells count from its top left: so that
// both show the same wherever they show the same cell, that what there is but one of is in one place, and that they have enough in common. Of a
// thing without a kind there is but one; marks tell things apart. A cell that is hidden agrees with all.
func (r Registration) Between(dst []Window, base, view *Map) []Window {
	a, b := paneOf(base), paneOf(view)
	return r.between(dst, &a, &b)
}

func (r Registration) between(dst []Window, a, b *pane) []Window {
	turns := 1
	if r.Turned {
		turns = 4
	}
	var scratch [16]Cell
	for turn := range turns {
		t := b.turned(-turn)
		pairs := a.pairs(scratch[:0], &t)
		for row := 1 - t.rows; row < a.rows; row++ {
			for col := 1 - t.cols; col < a.cols; col++ {
				at := Cell{row, col}
				if !all(pairs, at) {
					continue
				}
				if shared, ok := a.over(&t, at); ok && shared.cells >= r.Cells && shared.things >= r.Things {
					dst = append(dst, Window{at, turn})
				}
			}
		}
	}
	return dst
}

// all reports whether all cells are this one.
func all(cells []Cell, is Cell) bool {
	for _, c := range cells {
		if c != is {
			return false
		}
	}
	return true
}

// mostLies is in how many ways a view may lie against the one before, when others may still tell which it is. More are not tried,
// which bounds the search.
const mostLies = 64

// Views finds how views lie against the first of them, when each has enough in common with the one before it. It returns the
// windows on the plane of the first view, whose top-left cell is 0, 0, and how many ways there are: 0, 1, or 2 for more. It says 2 without
// a search where one of three views or more lies against the one before in more than 64 ways.
func (r Registration) Views(views []*Map) (windows []Window, ways int) {
	if len(views) == 0 {
		return nil, 0
	}
	panes := make([]pane, len(views))
	steps := make([][]Window, len(views)) // of a view against the one before
	for i, v := range views {
		panes[i] = paneOf(v)
		if i > 0 {
			if steps[i] = r.between(nil, &panes[i-1], &panes[i]); len(steps[i]) == 0 {
				return nil, 0
			}
		}
	}
	placed := make([]Window, 1, len(views))
	for _, of := range steps {
		if len(views) > 2 && len(of) > mostLies {
			return nil, 2
		}
	}
	var try func()
	try = func() {
		k := len(placed)
		if k == len(views) {
			if ways++; ways == 1 {
				windows = append([]Window(nil), placed...)
			}
			return
		}
		for _, step := range steps[k] {
			w := placed[k-1].then(step, &panes[k-1], &panes[k])
			if agreeAll(panes[:k-1], placed, &panes[k], w) {
				placed = append(placed, w)
				if try(); ways > 1 {
					return
				}
				placed = placed[:k]
			}
		}
	}
	try()
	return windows, ways
}

// then returns the window of a view on the plane that w is on, when step is its window on view from, whose window is w.
func (w Window) then(step Window, from, view *pane) Window {
	rows, cols := step.Size(view.rows, view.cols)
	a := w.Cell(step.At, from.rows, from.cols)
	b := w.Cell(Cell{step.At.Row + rows - 1, step.At.Col + cols - 1}, from.rows, from.cols)
	return Window{Cell{min(a.Row, b.Row), min(a.Col, b.Col)}, (w.Turn + step.Turn) & 3}
}

// agreeAll reports whether a view agrees with others that are placed.
func agreeAll(others []pane, placed []Window, view *pane, w Window) bool {
	if len(others) == 0 {
		return true
	}
	t := view.turned(-w.Turn)
	for i := range others {
		o := others[i].turned(-placed[i].Turn)
		at := Cell{w.At.Row - placed[i].At.Row, w.At.Col - placed[i].At.Col}
		if !all(o.pairs(nil, &t), at) {
			return false
		}
		if _, ok := o.over(&t, at); !ok {
			return false
		}
	}
	return true
}
