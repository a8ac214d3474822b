package layout

// Change is what may have happened between two maps of a place: somebody turned, and then a thing moved straight on. The zero Change
// is that nothing did.
type Change struct {
	Quarters int    // of the turn, clockwise, 0 to 3
	Moved    Action // a Shift of 1 cell or more; of 0 cells where no thing moved
}

// Changes appends all changes that make the map after of the map before: at most one thing moved straight on over free cells. Without
// views, at most one thing may face another way than before, which is the turn. With views, both show the place as somebody sees it who looks towards
// the top of each; what moved is told as the second shows it. Rooms do not count, nor do maps with hidden cells, things with extent, or things that take up one cell
// together explain anything.
func Changes(dst []Change, before, after *Map, views bool) []Change {
	for _, m := range [...]*Map{before, after} {
		for i := range m.Things {
			if len(m.Things[i].Cells) != 1 {
				return dst
			}
		}
	}
	if len(before.Things) != len(after.Things) || len(before.Ground) != len(after.Ground) {
		return dst
	}
	for quarters := range 4 {
		if c, ok := changeBy(before, after, views, quarters); ok {
			dst = append(dst, c)
		}
		if !views {
			break
		}
	}
	return dst
}

// changeBy returns the change with a turn of the view by so many quarters.
func changeBy(before, after *Map, views bool, quarters int) (change Change, ok bool) {
	s := Turn(-quarters)
	rows, cols := before.Rows, before.Cols
	if s&transposed != 0 {
		rows, cols = cols, rows
	}
	if rows != after.Rows || cols != after.Cols {
		return change, false
	}
	change.Quarters = quarters
	var from, to Cell
	turned := false
	// Things first: they tell turns from each other sooner than walls.
	for i := range before.Things {
		b := &before.Things[i]
		k := i
		if after.Things[k].Name != b.Name {
			if k = after.ThingNamed(b.Name); k < 0 {
				return change, false
			}
		}
		a := &after.Things[k]
		if facing := s.Cardinal(b.Facing); !views && a.Facing != facing {
			if turned || !facing.Straight() || !a.Facing.Straight() {
				return change, false
			}
			turned = true
			change.Quarters = (int(a.Facing) - int(facing) + 8) / 2 % 4
		}
		if p, q := s.Cell(b.At(), before.Rows, before.Cols), a.At(); p != q {
			if change.Moved.Count > 0 || p.Row != q.Row && p.Col != q.Col {
				return change, false
			}
			from, to = p, q
			change.Moved = Action{Thing: b.Name, Way: CardinalOf(q.Row-p.Row, q.Col-p.Col),
				Count: max(q.Row-p.Row, p.Row-q.Row, q.Col-p.Col, p.Col-q.Col)}
		}
	}
	for i, g := range before.Ground {
		if g == Hidden || after.GroundAt(s.Cell(before.Cell(i), before.Rows, before.Cols)) != g {
			return change, false
		}
	}
	dr, dc := change.Moved.Way.Signs()
	for c := from; c != to; c.Row, c.Col = c.Row+dr, c.Col+dc {
		if !after.Free(c) {
			return change, false
		}
	}
	return change, true
}
