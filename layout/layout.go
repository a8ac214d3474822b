// Package layout knows what is where, which relations hold, and what follows from what.
//
// A [Layout] places named entities on cells. A [Network] holds stated facts, of any [Reading] and in any [World], and answers
// what they entail: which relation, how tightly, by which shortest proof, what else is possible, whether the whole layout is
// determined, and which and how many layouts there are. A [Sampler] constructs problems (facts and a pair to ask about) to
// order.
package layout

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Layout is a set of named entities on a grid, each alone in its cell. The zero Layout is empty and valid.
type Layout struct {
	Entities []Entity
}

// Len returns the number of entities.
func (l Layout) Len() int { return len(l.Entities) }

// Relation returns the relation of entity a to entity b, by index.
func (l Layout) Relation(a, b int) Cardinal { return l.Entities[a].At.Relation(l.Entities[b].At) }

// Names returns the names of the entities in order.
func (l Layout) Names() []string {
	names := make([]string, len(l.Entities))
	for i, e := range l.Entities {
		names[i] = e.Name
	}
	return names
}

// Index returns the index of the entity with this name; ok is false when there is none.
func (l Layout) Index(name string) (i int, ok bool) {
	i = slices.IndexFunc(l.Entities, func(e Entity) bool { return e.Name == name })
	return i, i >= 0
}

// Bounds returns the number of rows and columns that the layout spans, counted from row 0 and column 0.
func (l Layout) Bounds() (rows, cols int) {
	for _, e := range l.Entities {
		rows, cols = max(rows, e.At.Row+1), max(cols, e.At.Col+1)
	}
	return rows, cols
}

// Validate reports the first entity with no name, a name used before, a negative cell, or a cell already taken.
func (l Layout) Validate() error {
	names := make(map[string]bool, len(l.Entities))
	cells := make(map[Cell]string, len(l.Entities))
	for i, e := range l.Entities {
		switch other, taken := cells[e.At]; {
		case e.Name == "":
			return fmt.Errorf("layout: entity %d has no name", i)
		case names[e.Name]:
			return fmt.Errorf("layout: name %q stands twice; every entity needs its own", e.Name)
		case e.At.Row < 0 || e.At.Col < 0:
			return fmt.Errorf("layout: %q is at row %d, column %d; rows and columns start at 0", e.Name, e.At.Row, e.At.Col)
		case taken:
			return fmt.Errorf("layout: %q and %q share row %d, column %d", other, e.Name, e.At.Row, e.At.Col)
		}
		names[e.Name], cells[e.At] = true, e.Name
	}
	return nil
}

// Compact returns the layout without its empty rows and columns: every relation stays, distances shrink to ranks.
func (l Layout) Compact() Layout {
	out := Layout{Entities: slices.Clone(l.Entities)}
	compactAxis(out.Entities, func(c *Cell) *int { return &c.Row })
	compactAxis(out.Entities, func(c *Cell) *int { return &c.Col })
	return out
}

// IsCompact reports whether every row and column from 0 to the bounds holds an entity.
func (l Layout) IsCompact() bool { return slices.Equal(l.Entities, l.Compact().Entities) }

func compactAxis(entities []Entity, coord func(*Cell) *int) {
	used := make([]int, 0, len(entities))
	for i := range entities {
		used = append(used, *coord(&entities[i].At))
	}
	slices.Sort(used)
	used = slices.Compact(used)
	for i := range entities {
		c := coord(&entities[i].At)
		*c, _ = slices.BinarySearch(used, *c)
	}
}

// Transform returns the layout moved by a symmetry of its bounding box; names keep their order.
func (l Layout) Transform(s Symmetry) Layout {
	rows, cols := l.Bounds()
	out := Layout{Entities: slices.Clone(l.Entities)}
	for i := range out.Entities {
		out.Entities[i].At = s.Cell(out.Entities[i].At, rows, cols)
	}
	return out
}

// Canonical returns one text for all layouts that are equal up to empty rows and columns, renaming and the eight
// symmetries of the square: the least of the eight drawings of its occupied cells, "0,1 2,0" for two entities.
func (l Layout) Canonical() string {
	compact := l.Compact()
	best := ""
	for s := range Symmetries {
		moved := compact.Transform(Symmetry(s))
		slices.SortFunc(moved.Entities, func(a, b Entity) int { return compareCells(a.At, b.At) })
		var text strings.Builder
		for i, e := range moved.Entities {
			if i > 0 {
				text.WriteByte(' ')
			}
			fmt.Fprintf(&text, "%d,%d", e.At.Row, e.At.Col)
		}
		if t := text.String(); s == 0 || t < best {
			best = t
		}
	}
	return best
}

func compareCells(a, b Cell) int {
	if a.Row != b.Row {
		return cmp.Compare(a.Row, b.Row)
	}
	return cmp.Compare(a.Col, b.Col)
}

// ErrTooMany is wrapped by errors about more objects than [MaxObjects].
var ErrTooMany = errors.New("too many objects")

// MaxObjects is the largest number of objects that a network or sampler accepts.
const MaxObjects = 256
