package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// chart is the map that a question of reading and measuring is asked about, and what is taken for granted of it.
type chart struct {
	Map *layout.Map // shared, do not change it
	// Extended: a thing with a name may take up several cells, which hang together by their sides. Otherwise each has one, so that none
	// of another lies under a hidden cell.
	Extended bool
	hidden   bool // some cells of the map are hidden
}

// mostCharted is how many things a map that is charted has at most, so that a set of them is a word.
const mostCharted = 64

// charted checks a family's knobs and returns the map of a subject, when its drawing alone tells everything on it apart.
func charted(f Family, s Subject) (chart, error) {
	if err := f.Validate(); err != nil {
		return chart{}, err
	}
	m, name := s.Map, f.Name()
	if m == nil {
		return chart{}, unsuitable(name, "there is no map")
	}
	if err := m.Validate(); err != nil {
		return chart{}, fmt.Errorf("qa: %s: %w: %w", name, ErrUnsuitable, err)
	}
	if len(m.Things) > mostCharted {
		return chart{}, unsuitable(name, "there are too many things")
	}
	c := chart{Map: m, hidden: slices.Contains(m.Ground, layout.Hidden)}
	c.Extended = c.hidden
	var kinds [256]string
	var seen [256]bool
	for i := range m.Rooms {
		if mark := m.Rooms[i].Mark; mark < 'a' || mark > 'z' || seen[mark] {
			return chart{}, unsuitable(name, "every room needs a small letter of its own")
		} else {
			seen[mark] = true
		}
	}
	stands := make([]bool, len(m.Ground))
	for i := range m.Things {
		t := &m.Things[i]
		switch {
		case !('A' <= t.Mark && t.Mark <= 'Z' || '0' <= t.Mark && t.Mark <= '9'):
			return chart{}, unsuitable(name, "every thing needs a capital letter or a digit")
		case seen[t.Mark] && (t.Kind == "" || kinds[t.Mark] != t.Kind):
			return chart{}, unsuitable(name, "drawings do not tell all things apart")
		case t.Kind != "" && (len(t.Cells) > 1 || t.Facing != layout.EQ):
			return chart{}, unsuitable(name, "things that their kind tells take up one cell and look nowhere")
		case t.Kind == "" && len(t.Name) == 1 && t.Name[0] != t.Mark:
			return chart{}, unsuitable(name, "a letter that is a name is the mark of another thing")
		}
		seen[t.Mark], kinds[t.Mark] = true, t.Kind
		c.Extended = c.Extended || len(t.Cells) > 1
		for _, at := range t.Cells {
			if stands[m.Index(at)] {
				return chart{}, unsuitable(name, "things overlap")
			}
			stands[m.Index(at)] = true
		}
	}
	for i := range m.Things {
		if !c.whole(i) {
			return chart{}, unsuitable(name, "a thing is in several pieces")
		}
	}
	return c, nil
}

// hides reports whether the map has hidden cells.
func (c *chart) hides() bool { return c.hidden }

// flood returns the cells that hang together with the first, by cells of the thing and hidden ones.
func (c *chart) flood(cells []layout.Cell) []layout.Cell {
	reached := []layout.Cell{cells[0]}
	for k := 0; k < len(reached); k++ {
		for _, step := range [...]layout.Cell{{Row: -1}, {Row: 1}, {Col: -1}, {Col: 1}} {
			next := layout.Cell{Row: reached[k].Row + step.Row, Col: reached[k].Col + step.Col}
			if (c.Map.Has(next) && c.Map.GroundAt(next) == layout.Hidden || slices.Contains(cells, next)) && !slices.Contains(reached, next) {
				reached = append(reached, next)
			}
		}
	}
	return reached
}

// whole reports whether a thing's cells may hang together.
func (c *chart) whole(thing int) bool {
	cells := c.Map.Things[thing].Cells
	if first, last, _ := layout.Span(cells); len(cells) <= 1 || (last.Row-first.Row+1)*(last.Col-first.Col+1) == len(cells) {
		return true
	}
	reached := c.flood(cells)
	return !slices.ContainsFunc(cells, func(at layout.Cell) bool { return !slices.Contains(reached, at) })
}

// most returns the cells that a thing may take up: its own, and the hidden ones that hang together with them where it may have several.
func (c *chart) most(thing int) []layout.Cell {
	t := &c.Map.Things[thing]
	if !c.Extended || t.Kind != "" || len(t.Cells) == 0 || !c.hides() {
		return t.Cells
	}
	all := slices.Clone(t.Cells)
	for _, at := range c.flood(t.Cells) {
		if !slices.Contains(all, at) {
			all = append(all, at)
		}
	}
	return all
}

// Media returns drawing, text and both.
func (c chart) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map.
func (c chart) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendMapEvidence(dst, c.Map, medium)
}

// Pieces returns the number of the map's cells.
func (c chart) Pieces() int {
	if c.Map == nil {
		return 0
	}
	return len(c.Map.Ground)
}

// Hops returns 0: no facts are stated.
func (c chart) Hops() int { return 0 }

// without returns the chart with a cell hidden.
func (c chart) without(family string, piece int) (chart, error) {
	if piece < 0 || piece >= c.Pieces() {
		return c, unsuitable(family, "there is no such cell")
	}
	c.Map, c.hidden = c.Map.Without(c.Map.Cell(piece)), true
	return c, nil
}

// turned returns the chart moved by a symmetry.
func (c chart) turned(s layout.Symmetry) chart {
	c.Map = c.Map.Transform(s)
	return c
}

// thing returns the thing with a name, nil where there is none.
func (c chart) thing(name string) *layout.Thing {
	if c.Map == nil {
		return nil
	}
	if i := c.Map.ThingNamed(name); i >= 0 {
		return &c.Map.Things[i]
	}
	return nil
}

// appendGrid appends how rows and columns are counted.
func (c chart) appendGrid(dst []byte) []byte {
	return append(dst, "Rows are counted from the top and columns from the left, both from 1."...)
}

// appendExtents appends how many cells things take up.
func (c chart) appendExtents(dst []byte) []byte {
	if c.Map == nil {
		return dst
	}
	if !c.Extended {
		return append(dst, " Each thing takes up one cell."...)
	}
	dst = append(dst, " A thing takes up one cell, or several that hang together by their sides"...)
	for i := range c.Map.Things {
		if c.Map.Things[i].Kind != "" {
			dst = append(dst, "; things known only by their kind, such as \"a "...)
			dst = append(dst, c.Map.Things[i].Kind...)
			dst = append(dst, "\", take up one cell each"...)
			break
		}
	}
	return append(dst, '.')
}

// names returns the names of the things that have one of their own, which those that only their kind tells have not.
func (c chart) names() []string {
	if c.Map == nil {
		return nil
	}
	all := make([]string, 0, len(c.Map.Things))
	for i := range c.Map.Things {
		if c.Map.Things[i].Kind == "" {
			all = append(all, c.Map.Things[i].Name)
		}
	}
	return all
}

// shownAt appends a cell in words.
func shownAt(dst []byte, at layout.Cell) []byte {
	return fmt.Appendf(dst, "row %d, column %d", at.Row+1, at.Col+1)
}
