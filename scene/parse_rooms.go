package scene

import (
	"cmp"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// box is a rectangle of cells, both corners in it.
type box struct{ top, left, bottom, right int }

func boxOf(cells []layout.Cell) box {
	b := box{cells[0].Row, cells[0].Col, cells[0].Row, cells[0].Col}
	for _, c := range cells {
		b.hold(c)
	}
	return b
}

// hold makes the box larger so that it has the cell.
func (b *box) hold(c layout.Cell) {
	*b = box{min(b.top, c.Row), min(b.left, c.Col), max(b.bottom, c.Row), max(b.right, c.Col)}
}

func (b box) has(c layout.Cell) bool {
	return c.Row >= b.top && c.Row <= b.bottom && c.Col >= b.left && c.Col <= b.right
}

// rooms reads the rooms, in the order of the legend.
func (p *mapReader) rooms() *SyntaxError {
	var around [256]box // the cells that show a mark
	var shown [256]int
	things := 0
	for i, mark := range p.marks {
		c := p.m.Cell(i)
		switch {
		case mark < 'a' || mark > 'z':
			if covers(mark) {
				things++
			}
			continue
		case shown[mark] == 0:
			around[mark] = box{c.Row, c.Col, c.Row, c.Col}
		default:
			around[mark].hold(c)
		}
		shown[mark]++
	}
	for c := byte('a'); c <= 'z'; c++ {
		if p.told[c] == 0 {
			continue
		}
		if shown[c] == 0 {
			return p.fault(p.told[c]-1, Missing, string(rune(c)))
		}
		p.m.Rooms = append(p.m.Rooms, layout.Room{Name: p.meaning[c], Mark: c, Cells: make([]layout.Cell, 0, shown[c]+things)})
	}
	slices.SortFunc(p.m.Rooms, func(a, b layout.Room) int { return cmp.Compare(p.told[a.Mark], p.told[b.Mark]) })
	if len(p.m.Rooms) == 0 {
		return nil
	}
	housed := make([]bool, len(p.marks)) // some room has the cell
	for k := range p.m.Rooms {
		r := &p.m.Rooms[k]
		b := around[r.Mark]
		for row := b.top; row <= b.bottom; row++ {
			for col := b.left; col <= b.right; col++ {
				if i := row*p.m.Cols + col; covers(p.marks[i]) {
					r.Cells = append(r.Cells, layout.Cell{Row: row, Col: col})
					housed[i] = true
				}
			}
		}
	}
	for i, mark := range p.marks {
		if covers(mark) && !housed[i] {
			p.house(i, housed)
		}
	}
	return nil
}

// covers reports whether a mark hides which room its cell is of.
func covers(mark byte) bool {
	return isThingMark(mark) || mark == SharedMark || 'a' <= mark && mark <= 'z'
}

// house gives covered cells that touch each other and are in no room to the room whose floor alone they touch.
func (p *mapReader) house(from int, housed []bool) {
	cells := []layout.Cell{p.m.Cell(from)}
	housed[from] = true
	var touched byte
	single := true
	for k := 0; k < len(cells); k++ {
		for _, step := range [...]layout.Cell{{Row: -1}, {Row: 1}, {Col: -1}, {Col: 1}} {
			c := layout.Cell{Row: cells[k].Row + step.Row, Col: cells[k].Col + step.Col}
			if !p.m.Has(c) {
				continue
			}
			i := p.m.Index(c)
			switch mark := p.marks[i]; {
			case (isThingMark(mark) || mark == SharedMark) && !housed[i]:
				housed[i] = true
				cells = append(cells, c)
			case mark == FloorMark || 'a' <= mark && mark <= 'z':
				single = single && (touched == 0 || touched == mark)
				touched = mark
			}
		}
	}
	if !single {
		return
	}
	for k := range p.m.Rooms {
		if r := &p.m.Rooms[k]; r.Mark == touched {
			r.Cells = append(r.Cells, cells...)
			layout.SortCells(r.Cells)
		}
	}
}

// mostTries is how many steps the search for what things share a cell may take.
const mostTries = 1 << 17

// shared reads what stands on the cells that two things share.
func (p *mapReader) shared() *SyntaxError {
	var both []layout.Cell
	for i, mark := range p.marks {
		if mark == SharedMark {
			both = append(both, p.m.Cell(i))
		}
	}
	if len(both) == 0 {
		return nil
	}
	unclear := p.faultAt(p.m.Index(both[0]), Unexplained)
	var named []*layout.Thing
	for i := range p.m.Things {
		if t := &p.m.Things[i]; t.Kind == "" {
			named = append(named, t)
		}
	}
	if len(named) < 2 {
		return unclear
	}
	if len(named) == 2 {
		for _, t := range named {
			t.Cells = append(t.Cells, both...)
			layout.SortCells(t.Cells)
		}
		return nil
	}
	s := sharing{m: p.m, marks: p.marks, count: make([]int8, len(p.marks))}
	for _, t := range named {
		s.options = append(s.options, s.boxes(t))
	}
	if s.tries > mostTries { // some rectangles were not tried
		return unclear
	}
	s.tries = 0
	s.chosen = make([]int, len(named))
	if s.place(0, 2*len(both)); s.found != 1 || s.tries > mostTries {
		return unclear
	}
	for k, t := range named {
		if n := s.answer[k]; n >= 0 {
			b := s.options[k][n]
			for _, c := range both {
				if b.has(c) {
					t.Cells = append(t.Cells, c)
				}
			}
			layout.SortCells(t.Cells)
		}
	}
	return nil
}

// sharing is the search for the rectangles that things take up.
type sharing struct {
	m              *layout.Map
	marks          []byte
	options        [][]box
	count          []int8 // how many things a cell has
	chosen, answer []int  // options, -1 for none
	found, tries   int
}

// boxes lists the rectangles that hold all of a thing and beside it nothing but shared cells.
func (s *sharing) boxes(t *layout.Thing) (all []box) {
	fits := func(b box) bool {
		for row := b.top; row <= b.bottom; row++ {
			for col := b.left; col <= b.right; col++ {
				s.tries++
				if mark := s.marks[row*s.m.Cols+col]; mark != SharedMark && mark != t.Mark {
					return false
				}
			}
		}
		return true
	}
	grow := func(start box) {
		for top := start.top; top >= 0 && s.tries <= mostTries; top-- {
			for left := start.left; left >= 0 && s.tries <= mostTries; left-- {
				if !fits(box{top, left, start.top, start.left}) {
					break
				}
				for bottom := start.bottom; bottom < s.m.Rows; bottom++ {
					for right := start.right; right < s.m.Cols && s.tries <= mostTries; right++ {
						b := box{top, left, bottom, right}
						if !fits(b) {
							break
						}
						all = append(all, b)
					}
				}
			}
		}
	}
	if len(t.Cells) > 0 {
		grow(boxOf(t.Cells))
		return all
	}
	for i, mark := range s.marks {
		if c := s.m.Cell(i); mark == SharedMark {
			// Each rectangle once, from its top left corner.
			for bottom := c.Row; bottom < s.m.Rows; bottom++ {
				for right := c.Col; right < s.m.Cols && s.tries <= mostTries; right++ {
					b := box{c.Row, c.Col, bottom, right}
					if !fits(b) {
						break
					}
					all = append(all, b)
				}
			}
		}
	}
	return all
}

// place tries the rectangles of thing k and those after it; short is how many things the shared cells still lack.
func (s *sharing) place(k, short int) {
	if s.tries++; s.tries > mostTries || s.found > 1 || short < 0 {
		return
	}
	if k == len(s.options) {
		if short == 0 {
			s.found++
			s.answer = slices.Clone(s.chosen)
		}
		return
	}
	if len(s.options[k]) == 0 { // no rectangle: it shares nothing
		s.chosen[k] = -1
		s.place(k+1, short)
		return
	}
	for n, b := range s.options[k] {
		s.chosen[k] = n
		added, ok := s.add(b, 1)
		if ok {
			s.place(k+1, short-added)
		}
		s.add(b, -1)
		if s.tries > mostTries || s.found > 1 {
			return
		}
	}
}

// add adds to the number of things of the shared cells in a rectangle; ok is false when one has more than two.
func (s *sharing) add(b box, by int8) (cells int, ok bool) {
	ok = true
	for row := b.top; row <= b.bottom; row++ {
		for col := b.left; col <= b.right; col++ {
			if i := row*s.m.Cols + col; s.marks[i] == SharedMark {
				s.count[i] += by
				cells++
				ok = ok && s.count[i] <= 2
			}
			s.tries++
		}
	}
	return cells, ok
}
