package scene

import (
	"cmp"
	"math"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// read reads one block as a drawing. Beside an error about missing or unknown names it returns what is shown.
func (v *vocabulary) read(lines []line, b block) (Scene, *SyntaxError) {
	d := drawing{v: v, lines: lines, block: b}
	d.measure()
	if d.rowLines == 0 {
		return Scene{}, &SyntaxError{Reason: NoDrawing}
	}
	d.place()
	if d.tooLong > 0 {
		return Scene{}, &SyntaxError{Line: d.tooLong + 1, Col: 1, Reason: TooLarge}
	}
	for _, it := range d.items {
		if it.token.kind == glued {
			return Scene{}, d.fault(Shared, it, v.unglue(it.token.text)...)
		}
	}
	var ambiguous *item
	if d.byBorders {
		ambiguous = d.assignCells()
	} else if len(d.items) > 0 {
		ambiguous = alignColumns(d.items, d.origin)
	}
	if ambiguous != nil {
		return Scene{}, d.fault(Malformed, *ambiguous, ambiguous.token.text)
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
	bordered bool // a row has a vertical border
	edge     int  // the leftmost display column
	cells    int  // the most cells of a row
	widest   int  // the first line with so many
	joints   int  // the most corners and crossings of a horizontal border
	inner    bool // a horizontal border stands between two rows
	ruled    bool // so do some that are not of a |---| table, always after as many lines
	ascii    bool // all borders are ASCII
	crowded  bool // a row with one cell shows several things
	rowLines int

	byBorders bool // columns are told by counting cells, not by alignment

	items   []item
	origin  int // where the first column starts, from the edge
	tooLong int // the line of a row beyond MaxSide
}

// measure looks at the borders.
func (d *drawing) measure() {
	d.ascii = true
	rowEdge, ruleEdge := math.MaxInt, math.MaxInt
	rules, heads := 0, 0  // since the last row
	tall, tallest := 0, 0 // lines between two rules: so far, and between the first two
	uneven, anyRule := false, false
	count := func() { // at the end of what stands between two rules
		uneven = uneven || tall > 0 && tallest > 0 && tall != tallest
		tallest, tall = max(tallest, tall), 0
	}
	for i, l := range d.lines[d.from:d.to] {
		switch l.kind {
		case rule:
			ruleEdge = min(ruleEdge, l.edge)
			d.joints = max(d.joints, l.joints)
			d.ascii = d.ascii && l.ascii
			if l.table {
				heads++
			} else {
				rules++
				count()
			}
		case row:
			rowEdge = min(rowEdge, l.edge)
			if d.rowLines > 0 {
				d.inner = d.inner || rules+heads > 0
				anyRule = anyRule || rules > 0
			}
			rules, heads = 0, 0
			d.rowLines++
			tall++
			d.bordered = d.bordered || l.bars() > 0
			cells := countCells(l.tokens)
			if cells > d.cells {
				d.cells, d.widest = cells, d.from+i
			}
			d.crowded = d.crowded || cells == 1 && len(l.tokens)-l.bars() > 1
		}
	}
	count()
	d.ruled = anyRule && !uneven
	d.edge = rowEdge
	if d.bordered {
		d.edge = min(rowEdge, ruleEdge)
	}
	// What stands before the first line of the drawing and after the last is no part of it.
	inside := func(l line) bool { return l.kind == row || l.kind == rule && d.bordered }
	for d.from < d.to && !inside(d.lines[d.from]) {
		d.from++
	}
	for d.to > d.from && !inside(d.lines[d.to-1]) {
		d.to--
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
// empty rows in a drawing without borders and nothing in one with them. Where horizontal borders part a grid into rows of
// one height, the lines between two of them are one row; else every line is one, for a border may be missing.
func (d *drawing) place() {
	d.origin = 0
	if d.bordered {
		d.origin = 1 // the blank after the left border
	}
	rows, parted := 0, true
	for i := d.from; i < d.to; i++ {
		l := d.lines[i]
		if l.kind == prose || l.kind == rule || l.kind == blank && d.bordered {
			parted = parted || l.kind == rule && !l.table
			continue
		}
		if parted || !d.ruled || !d.byBorders {
			rows++
			parted = false
		}
		if rows > MaxSide && d.tooLong == 0 {
			d.tooLong = i
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
				d.items = append(d.items, item{token: t, line: i, row: rows - 1, x: t.col - edge})
			}
		}
	}
}

// assignCells sets every item's column to the number of its cell, and puts the items in reading order. It returns an
// item in a row whose first border is below none of the widest row, or that has no border.
func (d *drawing) assignCells() (astray *item) {
	cell, line := 0, -1
	var tokens []token // of the line, from the next on
	for i := range d.items {
		it := &d.items[i]
		if it.line != line {
			line, tokens = it.line, d.lines[it.line].tokens
			var ok bool
			if cell, ok = d.firstCell(d.lines[line]); !ok {
				return it
			}
		}
		for tokens[0].kind == bar {
			cell++
			tokens = tokens[1:]
		}
		tokens = tokens[1:]
		it.col = cell
	}
	slices.SortStableFunc(d.items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	return nil
}

// firstCell returns the number of the cell left of a row's first border, when that stands first: -1 for the left border,
// and for a row that starts further right the cell left of the border of the widest row that it is below, within one
// column. Where something else stands first it returns 0, the cell of that, which must not start below a later one.
func (d *drawing) firstCell(l line) (first int, ok bool) {
	widest := d.lines[d.widest].tokens
	if l.tokens[0].kind != bar {
		end := slices.IndexFunc(widest[1:], func(t token) bool { return t.kind == bar })
		return 0, l.bars() > 0 && (end < 0 || l.edge <= widest[1+end].col)
	}
	if l.edge == d.edge || l.edge == d.edge+1 && countCells(l.tokens) == d.cells {
		return -1, true
	}
	cell, near := 0, 0
	if widest[0].kind == bar {
		cell = -1
	}
	for _, t := range widest {
		switch {
		case t.kind != bar:
			continue
		case t.col == l.edge:
			return cell, true
		case t.col == l.edge-1 || t.col == l.edge+1:
			first = cell
			near++
		case t.col > l.edge:
			return first, near == 1
		}
		cell++
	}
	return first, near == 1
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
	return &SyntaxError{Line: it.line + 1, Col: it.token.col + 1, Reason: reason, Names: names}
}
