package layout

// Window says where a view of a part of a map lies on it. The zero Window is at the top left of the map, not turned.
type Window struct {
	At   Cell // the cell of the map at the top left of the part that is shown
	Turn int  // by how many quarters clockwise the view is turned against the map
}

// View returns the part of a map of so many rows and columns that a window shows, turned. Things and rooms lose the cells
// that lie beyond it, and are gone with their last; beyond the map all is wall. It shares nothing with the map.
func (m *Map) View(w Window, rows, cols int) *Map {
	s := Turn(w.Turn)
	v := &Map{Rows: rows, Cols: cols, Ground: make([]Ground, rows*cols)}
	if s&transposed != 0 {
		v.Rows, v.Cols = cols, rows
	}
	for row := range rows {
		for col := range cols {
			g := m.GroundAt(Cell{w.At.Row + row, w.At.Col + col})
			v.Ground[v.Index(s.Cell(Cell{row, col}, rows, cols))] = g
		}
	}
	count := 0
	for i := range m.Things {
		count += len(m.Things[i].Cells)
	}
	for i := range m.Rooms {
		count += len(m.Rooms[i].Cells)
	}
	// All cells share one array; the full slice expression keeps an append to one from running into the next.
	all := make([]Cell, 0, count)
	shown := func(cells []Cell) []Cell {
		start := len(all)
		for _, c := range cells {
			c.Row, c.Col = c.Row-w.At.Row, c.Col-w.At.Col
			if c.Row >= 0 && c.Col >= 0 && c.Row < rows && c.Col < cols {
				all = append(all, s.Cell(c, rows, cols))
			}
		}
		if len(all)-start > 1 {
			SortCells(all[start:])
		}
		return all[start:len(all):len(all)]
	}
	for i := range m.Things {
		if cells := shown(m.Things[i].Cells); len(cells) > 0 {
			t := m.Things[i]
			t.Cells, t.Facing = cells, s.Cardinal(t.Facing)
			v.Things = append(v.Things, t)
		}
	}
	for i := range m.Rooms {
		if cells := shown(m.Rooms[i].Cells); len(cells) > 0 {
			r := m.Rooms[i]
			r.Cells = cells
			v.Rooms = append(v.Rooms, r)
		}
	}
	return v
}

// Cell returns the cell of the map that a view of so many rows and columns, as it is drawn, shows at a cell of its own.
func (w Window) Cell(c Cell, rows, cols int) Cell {
	c = Turn(-w.Turn).Cell(c, rows, cols)
	return Cell{c.Row + w.At.Row, c.Col + w.At.Col}
}

// Seen returns the cell of a view of so many rows and columns, as it is drawn, that shows a cell of the map; it may lie beyond the view.
func (w Window) Seen(c Cell, rows, cols int) Cell {
	rows, cols = w.Size(rows, cols)
	return Turn(w.Turn).Cell(Cell{c.Row - w.At.Row, c.Col - w.At.Col}, rows, cols)
}

// Size returns of how many rows and columns of the map a view shows a part that has so many itself.
func (w Window) Size(rows, cols int) (int, int) {
	if w.Turn&1 != 0 {
		return cols, rows
	}
	return rows, cols
}
