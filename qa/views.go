package qa

import (
	"strconv"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// Several views of one map: what questions about them have in common.

// mostViews is how many views there are at most.
const mostViews = 16

// checkViews returns an error that wraps ErrUnsuitable unless there are two views to so many, each of which is a valid map with cells, without
// rooms, on which things take up one cell each, have one to themselves and look nowhere, and a mark means the same in all.
func checkViews(family string, views []*layout.Map, most int) error {
	if len(views) < 2 || len(views) > most {
		return unsuitable(family, "there are "+strconv.Itoa(len(views))+" views")
	}
	type meaning struct{ kind, name string }
	var means [128]meaning
	marks := make([]byte, 0, 36)
	for _, v := range views {
		if v == nil || v.Rows < 1 || v.Cols < 1 || len(v.Rooms) > 0 {
			return unsuitable(family, "a view has no cells, or has rooms")
		}
		if err := v.Validate(); err != nil {
			return unsuitable(family, err.Error())
		}
		for i := range v.Things {
			t := &v.Things[i]
			m := meaning{t.Kind, ""}
			if t.Kind == "" {
				m.name = t.Name
			}
			switch {
			case len(t.Cells) != 1 || v.ThingAt(t.Cells[0]) != i || t.Facing != layout.EQ:
				return unsuitable(family, "a thing takes up several cells, shares one, or looks somewhere")
			case !('A' <= t.Mark && t.Mark <= 'Z' || '0' <= t.Mark && t.Mark <= '9'):
				return unsuitable(family, "the mark of a thing is no capital letter and no digit")
			}
			if before := means[t.Mark]; before != m {
				if before != (meaning{}) {
					return unsuitable(family, "a mark means two things")
				}
				for _, mark := range marks {
					if means[mark] == m {
						return unsuitable(family, "a thing has two marks")
					}
				}
				means[t.Mark], marks = m, append(marks, t.Mark)
			}
		}
	}
	return nil
}

// mostSide is how many rows and columns parts of a map have at most that are laid against each other in every way.
const mostSide = 24

// checkSides returns an error that wraps ErrUnsuitable where a view is too large to be laid against others.
func checkSides(family string, views []*layout.Map) error {
	for _, v := range views {
		if v.Rows > mostSide || v.Cols > mostSide {
			return unsuitable(family, "a view has more than "+strconv.Itoa(mostSide)+" rows or columns")
		}
	}
	return nil
}

// viewPieces returns of how many cells views consist.
func viewPieces(views []*layout.Map) (n int) {
	for _, v := range views {
		n += len(v.Ground)
	}
	return n
}

// pieceOfViews returns the view and the cell of a piece; ok is false where there is none.
func pieceOfViews(views []*layout.Map, piece int) (view int, cell layout.Cell, ok bool) {
	if piece < 0 {
		return 0, layout.Cell{}, false
	}
	for i, v := range views {
		if piece < len(v.Ground) {
			return i, v.Cell(piece), true
		}
		piece -= len(v.Ground)
	}
	return 0, layout.Cell{}, false
}

// viewsWithout returns views with one cell of one of them hidden.
func viewsWithout(views []*layout.Map, view int, cell layout.Cell) []*layout.Map {
	all := append([]*layout.Map(nil), views...)
	all[view] = views[view].Without(cell)
	return all
}

// turnedViews returns views each of which is moved by a symmetry.
func turnedViews(views []*layout.Map, s layout.Symmetry) []*layout.Map {
	all := make([]*layout.Map, len(views))
	for i, v := range views {
		all[i] = v.Transform(s)
	}
	return all
}

// appendViews appends views, each after a line that heading appends.
func appendViews(dst []byte, views []*layout.Map, medium Medium, heading func([]byte, int) []byte) []byte {
	for i, v := range views {
		if i > 0 {
			dst = append(dst, "\n\n"...)
		}
		dst = append(heading(dst, i), '\n')
		if medium != AsText {
			dst = scene.AppendMap(dst, v, scene.Plain)
		}
		if medium == AsBoth {
			dst = append(dst, "\n\n"...)
		}
		if medium == AsText || medium == AsBoth {
			dst = describe.AppendMap(dst, v)
		}
	}
	return dst
}

// appendNumbered appends a word and a number, as in "view 2".
func appendNumbered(dst []byte, what string, n int) []byte {
	return strconv.AppendInt(append(append(dst, what...), ' '), int64(n), 10)
}

// appendRowCol appends "row 2, column 3" for a cell that counts from 0.
func appendRowCol(dst []byte, c layout.Cell) []byte {
	return appendNumbered(append(appendNumbered(dst, "row", c.Row+1), ", "...), "column", c.Col+1)
}

// canvas is a map that views are cut out of, while things are put on it.
type canvas struct {
	world   *layout.Map
	windows []layout.Window
	size    [][2]int // rows and columns of the map that each window shows
	cover   []uint8  // of every cell: how many windows show it
	taken   []bool
	scratch []layout.Cell
}

// newCanvas returns a canvas for windows whose cells may be anywhere: they are moved so that the first row and column that they
// show follow so many others.
func newCanvas(windows []layout.Window, size [][2]int, rows, cols int) *canvas {
	top, left, bottom, right := windows[0].At.Row, windows[0].At.Col, 0, 0
	for _, w := range windows {
		top, left = min(top, w.At.Row), min(left, w.At.Col)
	}
	for i := range windows {
		windows[i].At.Row += rows - top
		windows[i].At.Col += cols - left
		bottom = max(bottom, windows[i].At.Row+size[i][0])
		right = max(right, windows[i].At.Col+size[i][1])
	}
	c := &canvas{world: layout.NewMap(bottom, right), windows: windows, size: size}
	c.cover, c.taken = make([]uint8, bottom*right), make([]bool, bottom*right)
	for i, w := range windows {
		for row := w.At.Row; row < w.At.Row+size[i][0]; row++ {
			for col := w.At.Col; col < w.At.Col+size[i][1]; col++ {
				c.cover[row*right+col]++
			}
		}
	}
	return c
}

// draw takes up to n free cells that are wanted, every choice of them equally likely. The cells are valid until the next draw.
func (c *canvas) draw(src seed.Source, n int, wanted func(k int) bool) []layout.Cell {
	c.scratch = c.scratch[:0]
	for k := range c.taken {
		if !c.taken[k] && wanted(k) {
			c.scratch = append(c.scratch, c.world.Cell(k))
		}
	}
	n = min(n, len(c.scratch))
	for k := range n {
		j := k + src.Intn(len(c.scratch)-k)
		c.scratch[k], c.scratch[j] = c.scratch[j], c.scratch[k]
		c.taken[c.world.Index(c.scratch[k])] = true
	}
	return c.scratch[:n]
}

// shows reports whether a window shows cell k.
func (c *canvas) shows(window, k int) bool {
	at, w := c.world.Cell(k), c.windows[window]
	return at.Row >= w.At.Row && at.Col >= w.At.Col && at.Row < w.At.Row+c.size[window][0] && at.Col < w.At.Col+c.size[window][1]
}

// walls makes one in so many of the cells that are shown and free a wall.
func (c *canvas) walls(src seed.Source, oneIn int) {
	for k := range c.taken {
		if !c.taken[k] && c.cover[k] > 0 && src.Intn(oneIn) == 0 {
			c.world.Ground[k] = layout.Wall
		}
	}
}

// frames returns the views. Each lists its things in an order of its own: lists that run alike would tell which thing of a kind is which, and what is
// masked.
func (c *canvas) frames(src seed.Source) []*layout.Map {
	all := make([]*layout.Map, len(c.windows))
	for i, w := range c.windows {
		all[i] = c.world.View(w, c.size[i][0], c.size[i][1])
		seed.Shuffle(src, all[i].Things)
	}
	return all
}
