package scene

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// read reads one block as a drawing. Beside an error about missing or unknown names it returns what is shown.
func (v *vocabulary) read(lines []line, b block) (Scene, *SyntaxError) {
	d := drawing{v: v, lines: lines, block: b}
	d.measure()
	d.place()
	if len(d.rows) > MaxSide {
		return Scene{}, &SyntaxError{Line: d.rows[MaxSide] + 1, Col: 1, Reason: TooLarge}
	}
	if d.byBorders {
		d.assignCells()
	} else if len(d.items) > 0 {
		if bad := alignColumns(d.items, d.origin); bad != nil {
			return Scene{}, d.fault(Malformed, *bad, bad.token.text)
		}
	}
	entities, err := d.entities()
	if entities == nil {
		return Scene{}, err
	}
	return Scene{Style: d.style(), Layout: layout.Layout{Entities: entities}}, err
}

// A drawing is a block on its way to being a scene.
type drawing struct {
	v     *vocabulary
	lines []line
	block

	// What measure finds.
	edge     int  // the leftmost display column
	cells    int  // the most cells of a row
	joints   int  // the most corners and crossings of a horizontal border
	inner    bool // a horizontal border stands between two rows
	ascii    bool // all borders are ASCII
	crowded  bool // a row with one cell shows several things
	rowLines int

	byBorders bool // columns are told by counting cells, not by alignment

	rows   []int // for every row of the drawing, the index of its line
	items  []item
	origin int // where the first column starts, from the edge
}

// measure looks at the borders.
func (d *drawing) measure() {
	d.ascii = true
	d.edge = d.lines[d.from].edge
	ruleSeen := false // since the last row
	for _, l := range d.lines[d.from:d.to] {
		switch l.kind {
		case rule:
			d.joints = max(d.joints, l.joints)
			d.ascii = d.ascii && l.ascii
			ruleSeen = d.rowLines > 0
		case row:
			d.inner = d.inner || ruleSeen
			ruleSeen = false
			d.rowLines++
			cells := countCells(l.tokens)
			d.cells = max(d.cells, cells)
			d.crowded = d.crowded || cells == 1 && len(l.tokens)-l.bars() > 1
		default:
			continue
		}
		d.edge = min(d.edge, l.edge)
	}
	oneColumn := d.joints <= 2 && !d.crowded && (d.inner || d.ascii && d.rowLines == 1)
	d.byBorders = d.bordered && (d.cells > 1 || oneColumn)
}

// style tells the style: borders between cells make a grid, borders around all cells make a panel. One name in one
// ASCII box counts as a grid.
func (d *drawing) style() Style {
	switch {
	case !d.bordered:
		return Simple
	case d.byBorders || d.joints > 2:
		return Grid
	}
	return Panel
}

// countCells returns how many cells a row has, when a border that stands first is its left border.
func countCells(tokens []token) (cells int) {
	for i, t := range tokens {
		if t.kind != bar && (i == 0 || tokens[i-1].kind == bar) {
			cells++
		}
		if t.kind == bar && i > 0 && tokens[i-1].kind == bar {
			cells++
		}
	}
	return cells
}

// place lists the names and marks with their row and, for the alignment, their distance from the edge. Blank lines are
// empty rows in a drawing without borders and nothing in one with them.
func (d *drawing) place() {
	d.origin = 0
	if d.bordered {
		d.origin = 1 // the blank after the left border
	}
	for i := d.from; i < d.to; i++ {
		l := d.lines[i]
		if l.kind == rule || l.kind == blank && d.bordered {
			continue
		}
		edge := d.edge
		if d.bordered {
			edge++ // the left border, even where it is missing
			if len(l.tokens) > 0 && l.tokens[0].kind == bar {
				edge = l.tokens[0].end
			}
		}
		for _, t := range l.tokens {
			if t.kind != bar {
				d.items = append(d.items, item{token: t, row: len(d.rows), x: t.col - edge})
			}
		}
		d.rows = append(d.rows, i)
	}
}

// assignCells sets every item's column to the number of its cell. A row that starts right of the drawing's edge with a
// border, and would have fewer cells than the widest row, has an empty first cell without a left border.
func (d *drawing) assignCells() {
	items := d.items
	for r, i := range d.rows {
		l := d.lines[i]
		cell := 0
		if l.tokens[0].kind == bar && (l.edge == d.edge || countCells(l.tokens) == d.cells) {
			cell = -1
		}
		for _, t := range l.tokens {
			if t.kind == bar {
				cell++
				continue
			}
			items[0].row, items[0].col = r, cell
			items = items[1:]
		}
	}
}

// entities checks what is shown against the names asked for. Entities come in the order of the names asked for, others
// after them in reading order. The first error in reading order is returned, but one about names asked for or not only
// when there is no other.
func (d *drawing) entities() ([]layout.Entity, *SyntaxError) {
	shown := make(map[string]bool, len(d.items))
	asked := make([]layout.Entity, len(d.v.names))
	var others []layout.Entity
	var stranger *SyntaxError
	var before *item // the last item that shows a name
	for i := range d.items {
		it := &d.items[i]
		t := it.token
		at := layout.Cell{Row: it.row, Col: it.col}
		switch {
		case t.kind == mark:
			continue
		case t.kind == glued:
			return nil, d.fault(Shared, *it, d.v.unglue(t.text)...)
		case it.col >= MaxSide:
			return nil, d.fault(TooLarge, *it)
		case before != nil && before.row == it.row && before.col == it.col:
			return nil, d.fault(Shared, *it, before.token.text, t.text)
		case shown[t.text]:
			return nil, d.fault(Duplicate, *it, t.text)
		case t.kind == known:
			asked[t.name] = layout.Entity{Name: d.v.names[t.name], At: at}
		default:
			others = append(others, layout.Entity{Name: t.text, At: at})
			if stranger == nil && len(d.v.names) > 0 {
				stranger = d.fault(Unknown, *it, t.text)
			}
		}
		shown[t.text] = true
		before = it
	}
	var missing []string
	for _, name := range d.v.names {
		if key := fold(name); !shown[key] {
			missing = append(missing, name)
			shown[key] = true // say it once
		}
	}
	asked = slices.DeleteFunc(asked, func(e layout.Entity) bool { return e == layout.Entity{} })
	asked = append(asked, others...)
	switch {
	case stranger != nil:
		return asked, stranger
	case len(missing) > 0:
		first := d.lines[d.from]
		return asked, &SyntaxError{Line: d.from + 1, Col: first.edge + 1, Reason: Missing, Names: missing}
	}
	return asked, nil
}

// fault returns an error at an item.
func (d *drawing) fault(reason Reason, it item, names ...string) *SyntaxError {
	return &SyntaxError{Line: d.rows[it.row] + 1, Col: it.token.col + 1, Reason: reason, Names: names}
}
