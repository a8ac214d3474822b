package describe

import (
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendMap appends sentences that say all of a map: its size, walls and doors, rooms, things, and what is not known. Rows and
// columns are counted from 1.
func AppendMap(dst []byte, m *layout.Map) []byte {
	dst = append(dst, "The map has "...)
	dst = appendSize(dst, m.Rows, "row")
	dst = append(dst, " and "...)
	dst = appendSize(dst, m.Cols, "column")
	dst = append(dst, "; row 1 is at the top, column 1 on the left."...)
	for _, g := range [...]struct {
		ground layout.Ground
		what   string
	}{{layout.Wall, "Walls: "}, {layout.Door, "Doors: "}, {layout.Hidden, "Nothing is known of: "}} {
		dst = appendGround(dst, m, g.ground, g.what)
	}
	for i := range m.Rooms {
		dst = append(dst, ' ')
		dst = appendCapital(dst, m.Rooms[i].Name)
		dst = append(dst, " takes up "...)
		dst = append(AppendCells(dst, m.Rooms[i].Cells), '.')
	}
	for i := range m.Things {
		t := &m.Things[i]
		dst = append(dst, ' ')
		if t.Kind != "" {
			dst = append(append(dst, "A "...), t.Kind...)
		} else {
			dst = appendCapital(dst, t.Name)
		}
		if len(t.Cells) == 1 {
			dst = append(dst, " is at "...)
		} else {
			dst = append(dst, " takes up "...)
		}
		dst = AppendCells(dst, t.Cells)
		if t.Facing != layout.EQ {
			dst = append(dst, " and faces "...)
			dst = append(dst, CompassName(t.Facing)...)
		}
		dst = append(dst, '.')
	}
	return dst
}

// appendGround appends where a ground is, in the words of [AppendCells]; nothing where it is nowhere.
func appendGround(dst []byte, m *layout.Map, ground layout.Ground, what string) []byte {
	n := 0
	var first, last layout.Cell
	left, right := m.Cols, 0
	for i, g := range m.Ground {
		if g == ground {
			last = m.Cell(i)
			if n == 0 {
				first = last
			}
			left, right = min(left, last.Col), max(right, last.Col)
			n++
		}
	}
	if n == 0 {
		return dst
	}
	dst = append(append(dst, ' '), what...)
	if (last.Row-first.Row+1)*(last.Col-first.Col+1) == n && left >= first.Col && right <= last.Col {
		dst = appendSpan(dst, "row", first.Row, last.Row)
		dst = appendSpan(append(dst, ", "...), "column", first.Col, last.Col)
		return append(dst, '.')
	}
	for i := 0; i < len(m.Ground); {
		if m.Ground[i] != ground {
			i++
			continue
		}
		j, end := i+1, i+m.Cols-i%m.Cols
		for j < end && m.Ground[j] == ground {
			j++
		}
		if i != m.Index(first) {
			dst = append(dst, "; "...)
		}
		row := i / m.Cols
		dst = appendSpan(dst, "row", row, row)
		dst = appendSpan(append(dst, ", "...), "column", i-row*m.Cols, j-1-row*m.Cols)
		i = j
	}
	return append(dst, '.')
}

// AppendCells appends where cells are, rows and columns counted from 1: "row 2, column 3", "rows 2 to 4, columns 1 to 3" for
// a rectangle, and for any others the pieces of each row, as in "row 1, columns 2 to 4; row 2, column 3". The cells must be in reading order.
func AppendCells(dst []byte, cells []layout.Cell) []byte {
	if len(cells) == 0 {
		return append(dst, "nowhere"...)
	}
	first, last := cells[0], cells[len(cells)-1]
	if (last.Row-first.Row+1)*(last.Col-first.Col+1) == len(cells) && !slices.ContainsFunc(cells, func(c layout.Cell) bool {
		return c.Col < first.Col || c.Col > last.Col
	}) {
		dst = appendSpan(dst, "row", first.Row, last.Row)
		return appendSpan(append(dst, ", "...), "column", first.Col, last.Col)
	}
	for i := 0; i < len(cells); {
		j := i + 1
		for j < len(cells) && cells[j].Row == cells[i].Row && cells[j].Col == cells[j-1].Col+1 {
			j++
		}
		if i > 0 {
			dst = append(dst, "; "...)
		}
		dst = appendSpan(dst, "row", cells[i].Row, cells[i].Row)
		dst = appendSpan(append(dst, ", "...), "column", cells[i].Col, cells[j-1].Col)
		i = j
	}
	return dst
}

func appendSpan(dst []byte, what string, first, last int) []byte {
	dst = append(dst, what...)
	if first == last {
		return strconv.AppendInt(append(dst, ' '), int64(first+1), 10)
	}
	dst = strconv.AppendInt(append(dst, "s "...), int64(first+1), 10)
	return strconv.AppendInt(append(dst, " to "...), int64(last+1), 10)
}

func appendSize(dst []byte, n int, what string) []byte {
	dst = append(append(strconv.AppendInt(dst, int64(n), 10), ' '), what...)
	if n != 1 {
		dst = append(dst, 's')
	}
	return dst
}

// appendCapital appends a name with the capital that starts a sentence.
func appendCapital(dst []byte, name string) []byte {
	start := len(dst)
	dst = append(dst, name...)
	if len(name) > 0 && 'a' <= dst[start] && dst[start] <= 'z' {
		dst[start] -= 'a' - 'A'
	}
	return dst
}

// CompassName returns the name of a direction, "north" to "north-west"; "" for EQ.
func CompassName(c layout.Cardinal) string {
	if !c.Valid() {
		return ""
	}
	return compassNames[c]
}
