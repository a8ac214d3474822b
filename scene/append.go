package scene

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// MaxSide is the largest number of rows and of columns that a drawing has.
const MaxSide = 1024

// MaxText is the longest text in bytes that Parse reads, and in characters that Append draws.
const MaxText = 1 << 20

// Render returns the layout drawn in a style, as [Append] draws it.
func Render(l layout.Layout, s Style) string { return string(Append(nil, l, s)) }

// Append appends the layout drawn in a style and returns the extended buffer. Rows are joined by newlines; there is no
// newline at the end. Names stand as they are given, blanks included. With w the longest name in display columns,
//
//   - Simple starts a column every w+2 characters and leaves out trailing blanks;
//   - Grid has cells w+1 wide between borders, with a name of k columns (w-k)/2 blanks (rounded down) inside its cell;
//   - Panel is a box whose inside is one blank and then columns every w+2 characters.
//
// Any layout can be drawn: an entity outside rows and columns 0 to MaxSide-1 is left out, and of several in one cell
// the first is drawn. A layout with nothing to draw, or whose drawing would pass MaxText, gives nothing. A style
// outside the three draws as Simple.
// Append does not allocate for layouts of up to 1024 entities when dst has room.
func Append(dst []byte, l layout.Layout, s Style) []byte {
	if len(l.Entities) <= 32 {
		var scratch [32]uint64
		return draw(dst, l, s, scratch[:0])
	}
	var scratch [1024]uint64
	return draw(dst, l, s, scratch[:0])
}

// A place is an entity's row, column and index in one word, so that sorting places gives reading order.
const (
	rowShift  = 48
	colShift  = 32
	coordMask = 1<<16 - 1
	indexMask = 1<<32 - 1
)

// canvas is what the three styles share: the places in reading order, the size, and the width of the longest name.
type canvas struct {
	entities   []layout.Entity
	places     []uint64
	rows, cols int
	width      int
}

func draw(dst []byte, l layout.Layout, s Style, scratch []uint64) []byte {
	c := canvas{entities: l.Entities, places: scratch}
	for i, e := range l.Entities {
		if uint(e.At.Row) >= MaxSide || uint(e.At.Col) >= MaxSide {
			continue
		}
		c.places = append(c.places, uint64(e.At.Row)<<rowShift|uint64(e.At.Col)<<colShift|uint64(i))
		c.rows, c.cols = max(c.rows, e.At.Row+1), max(c.cols, e.At.Col+1)
		c.width = max(c.width, nameWidth(e.Name))
	}
	slices.Sort(c.places)
	c.places = slices.CompactFunc(c.places, func(a, b uint64) bool { return a>>colShift == b>>colShift })
	switch {
	case len(c.places) == 0 || c.size(s) > MaxText:
		return dst
	case s == Grid:
		return c.appendGrid(dst)
	case s == Panel:
		return c.appendPanel(dst)
	}
	return c.appendSimple(dst)
}

// size returns a bound on the characters of the drawing.
func (c *canvas) size(s Style) int64 {
	rows := int64(c.rows)
	line := int64(c.cols)*(int64(c.width)+2) + 4
	switch s {
	case Grid:
		return (2*rows + 1) * line
	case Panel:
		return (rows + 2) * line
	}
	return min(int64(len(c.places)), rows)*line + rows
}

// at returns the row, the column and the name of one place.
func (c *canvas) at(place uint64) (row, col int, name string) {
	return int(place >> rowShift), int(place >> colShift & coordMask), c.entities[place&indexMask].Name
}

func (c *canvas) appendSimple(dst []byte) []byte {
	row, x := 0, 0 // where the pen stands
	for _, place := range c.places {
		r, col, name := c.at(place)
		for ; row < r; row++ {
			dst, x = append(dst, '\n'), 0
		}
		start := col * (c.width + 2)
		dst = appendRun(dst, blanks, start-x)
		dst = append(dst, name...)
		x = start + nameWidth(name)
	}
	return dst
}

func (c *canvas) appendGrid(dst []byte) []byte {
	cell := c.width + 2 // with its left border
	line := c.cols*cell + 2
	dst = slices.Grow(dst, (2*c.rows+1)*line)
	first := len(dst)
	for range c.cols {
		dst = append(dst, '+')
		dst = appendRun(dst, dashes, cell-1)
	}
	dst = append(dst, '+')
	border := len(dst)

	places := c.places
	for row := range c.rows {
		dst = append(dst, '\n')
		col := 0
		for len(places) > 0 && int(places[0]>>rowShift) == row {
			_, at, name := c.at(places[0])
			places = places[1:]
			dst = appendEmptyCells(dst, at-col, cell)
			k := nameWidth(name)
			before := (c.width - k) / 2
			dst = append(dst, '|')
			dst = appendRun(dst, blanks, before)
			dst = append(dst, name...)
			dst = appendRun(dst, blanks, cell-1-k-before)
			col = at + 1
		}
		dst = appendEmptyCells(dst, c.cols-col, cell)
		dst = append(dst, '|', '\n')
		dst = append(dst, dst[first:border]...)
	}
	return dst
}

// appendEmptyCells appends n empty cells, each its left border and blanks.
func appendEmptyCells(dst []byte, n, cell int) []byte {
	for range n {
		dst = append(dst, '|')
		dst = appendRun(dst, blanks, cell-1)
	}
	return dst
}

func (c *canvas) appendPanel(dst []byte) []byte {
	inside := 1 + c.cols*(c.width+2)
	dst = append(dst, "┌"...)
	dst = appendRun(dst, strokes, inside*len("─"))
	dst = append(dst, "┐\n"...)

	places := c.places
	for row := range c.rows {
		dst = append(dst, "│"...)
		x := 0
		for len(places) > 0 && int(places[0]>>rowShift) == row {
			_, col, name := c.at(places[0])
			places = places[1:]
			start := 1 + col*(c.width+2)
			dst = appendRun(dst, blanks, start-x)
			dst = append(dst, name...)
			x = start + nameWidth(name)
		}
		dst = appendRun(dst, blanks, inside-x)
		dst = append(dst, "│\n"...)
	}
	dst = append(dst, "└"...)
	dst = appendRun(dst, strokes, inside*len("─"))
	return append(dst, "┘"...)
}

const (
	blanks  = "                                "
	dashes  = "--------------------------------"
	strokes = "────────────────────────────────"
)

// appendRun appends n bytes of a run of equal characters.
func appendRun(dst []byte, run string, n int) []byte {
	for ; n > len(run); n -= len(run) {
		dst = append(dst, run...)
	}
	return append(dst, run[:n]...)
}
