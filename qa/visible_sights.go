package qa

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// sights is a map with what stands in each cell looked up, so that many lines of sight are quick.
type sights struct {
	m    *layout.Map
	cell []int16
	line []layout.Crossing
	// pair is what is known of sight between two of the first sixteen things: a TruthValue, and 8 where the line touches something.
	pair [16][16]uint8
}

// pairSight is sight between two things.
func (v *sights) pairSight(i, j int) (sees TruthValue, grazed bool) {
	if max(i, j) < len(v.pair) && v.pair[i][j] != 0 {
		return TruthValue(v.pair[i][j] & 7), v.pair[i][j]&8 != 0
	}
	l := v.between(v.m.Things[i].At(), v.m.Things[j].At())
	sees = l.sight()
	if grazed = l.grazed && sees == Yes; max(i, j) < len(v.pair) {
		known := uint8(sees)
		if grazed {
			known |= 8
		}
		// A line is the same backwards.
		v.pair[i][j], v.pair[j][i] = known, known
	}
	return sees, grazed
}

// What a cell is; the number of a thing with a name of its own that stands there alone, else.
const (
	openCell    int16 = -1 - iota // nothing that hides
	wallCell                      // a wall
	unknownCell                   // nobody knows
	severalCell                   // things that one cannot name
)

func newSights(m *layout.Map) *sights {
	v := &sights{m: m, cell: make([]int16, len(m.Ground)), line: make([]layout.Crossing, 0, 64)}
	for i, g := range m.Ground {
		v.cell[i] = openCell
		switch g {
		case layout.Wall:
			v.cell[i] = wallCell
		case layout.Hidden:
			v.cell[i] = unknownCell
		}
	}
	for i := range m.Things {
		for _, c := range m.Things[i].Cells {
			if k := m.Index(c); v.cell[k] == openCell && m.Things[i].Kind == "" {
				v.cell[k] = int16(i)
			} else {
				v.cell[k] = severalCell
			}
		}
	}
	return v
}

// sightLine is what a line of sight meets.
type sightLine struct {
	cells  int  // how many it comes through
	things int  // in how many of them stand things with names
	thing  int  // the number of the first of those, -1 for none
	others int  // how many are walls, or hold what has no name
	hidden int  // of how many nothing is known
	grazed bool // it touches a corner of something that hides, or may hide
}

// sight returns whether one sees along the line.
func (l sightLine) sight() TruthValue {
	switch {
	case l.things+l.others > 0:
		return No
	case l.hidden > 0:
		return Unknown
	}
	return Yes
}

func (v *sights) between(from, to layout.Cell) sightLine {
	l := sightLine{thing: -1}
	v.line = layout.AppendSight(v.line[:0], from, to)
	for _, x := range v.line {
		what := v.cell[v.m.Index(x.Cell)]
		switch {
		case x.Grazed:
			l.grazed = l.grazed || what != openCell
			continue
		case what >= 0:
			if l.things++; l.thing < 0 {
				l.thing = int(what)
			}
		case what == unknownCell:
			l.hidden++
		case what != openCell:
			l.others++
		}
		l.cells++
	}
	return l
}

// emptyBetween reports whether nothing that hides stands in the rectangle that two cells are corners of.
func (v *sights) emptyBetween(a, b layout.Cell) bool {
	for row := min(a.Row, b.Row); row <= max(a.Row, b.Row); row++ {
		for col := min(a.Col, b.Col); col <= max(a.Col, b.Col); col++ {
			if c := (layout.Cell{Row: row, Col: col}); v.cell[v.m.Index(c)] != openCell && c != a && c != b {
				return false
			}
		}
	}
	return true
}

// sees returns whether something can be seen; grazed where the line meets nothing but touches something.
func (q *Visible) sees(v *sights, target int) (sees TruthValue, grazed bool) {
	if q.Facing != layout.EQ {
		from, to := q.Map.Things[q.At].At(), q.Map.Things[target].At()
		sector, clear := layout.Quarters.Of(layout.GazeAlong(q.Facing).Split(layout.GazeTo(from, to)))
		if sector != 0 || !clear {
			return No, !clear
		}
	}
	return v.pairSight(q.At, target)
}

// sightRay is what one meets looking straight along a row or column.
type sightRay struct {
	hit  int16 // what is met first; openCell for nothing up to the edge
	at   layout.Cell
	away int // how many cells away that is, the edge included
	next int // the number of the thing that comes after what is met, -1 for none
}

func (q *Visible) first(v *sights) sightRay {
	rows, cols := q.Facing.Signs()
	c := q.Map.Things[q.At].At()
	r := sightRay{hit: openCell, next: -1}
	for {
		c.Row, c.Col = c.Row+rows, c.Col+cols
		if !q.Map.Has(c) || rows == 0 && cols == 0 {
			if r.hit == openCell {
				r.away++
			}
			return r
		}
		what := v.cell[q.Map.Index(c)]
		switch {
		case r.hit == openCell:
			r.away++
			if r.hit, r.at = what, c; what == severalCell {
				r.hit = unknownCell // one cannot say what it is
			}
		case what >= 0:
			r.next = int(what)
			return r
		}
	}
}

// hider returns the number of the one thing that hides the target, -1 where there is none or more hides it.
func (q *Visible) hider(v *sights) int {
	l := v.between(q.Map.Things[q.At].At(), q.Map.Things[q.Target].At())
	if l.things != 1 || l.others+l.hidden > 0 {
		return -1
	}
	return l.thing
}

// placeHidden draws two of which one thing alone hides one from the other. Mostly, where that can be had, something else is as near to the one who looks, or as
// little out of the way.
func (q *Visible) placeHidden(v *sights, at []int, src seed.Source) bool {
	type pair struct{ at, target, kind int }
	var room [200]pair
	pairs := room[:0]
	for _, q.At = range at {
		for _, q.Target = range at {
			if q.At == q.Target {
				continue
			}
			from, to := q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()
			hider := q.hider(v)
			if hider < 0 || v.between(from, to).grazed {
				continue
			}
			by := q.Map.Things[hider].At()
			kind := 3
			for _, i := range at {
				if i == q.At || i == q.Target || i == hider {
					continue
				}
				c := q.Map.Things[i].At()
				if editSteps(from, c) <= editSteps(from, by) {
					kind &^= 1
				}
				if editSteps(from, c)+editSteps(c, to) <= editSteps(from, by)+editSteps(by, to) {
					kind &^= 2
				}
			}
			pairs = append(pairs, pair{q.At, q.Target, kind})
		}
	}
	if len(pairs) == 0 {
		return false
	}
	if src.Intn(4) > 0 {
		pairs = prefer(pairs, func(p *pair) bool { return p.kind&1 == 0 })
		pairs = prefer(pairs, func(p *pair) bool { return p.kind&2 == 0 })
	}
	p := pairs[src.Intn(len(pairs))]
	q.At, q.Target = p.at, p.target
	return true
}
