package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// VisibleFamily asks what can be seen from somewhere on a map of walls and things: whether one thing, which of several, what comes first in a
// direction, and what hides one. Lines of sight that graze a corner are never asked about. Maps are drawn with north up in half of the questions only.
type VisibleFamily struct {
	Rows, Cols int // the size of sampled maps, 4 to 20 each; 0 stands for 6
	Things     int // how many things stand there, 3 to 12; 0 stands for 6
	Walls      int // how many of a hundred cells are walls, 1 to 40, about; 0 stands for 10, -1 for none
	// Cone: it is said where somebody looks, and nobody sees what is more than 45 degrees off. In half of the questions.
	Cone     bool
	Form     VisibleForm // what is asked; 0 draws one
	NorthUp  bool        // north is always up
	Phrasing Phrasing
}

// VisibleForm is what a [Visible] question asks. The zero value is AnySight.
type VisibleForm uint8

// The forms.
const (
	AnySight   VisibleForm = iota // any of the others
	SightOf                       // whether something can be seen
	FirstSight                    // what is seen first in a direction
	HiddenBy                      // which thing hides another
	InSight                       // which of some things can be seen
	visibleForms
)

// Name returns "visible".
func (VisibleFamily) Name() string { return "visible" }

// Summary says what the family asks.
func (VisibleFamily) Summary() string {
	return "what somebody on a map can see past walls and things, what comes first in a direction, and what hides what"
}

// Group returns View.
func (VisibleFamily) Group() Group { return View }

// Validate reports a knob out of range.
func (f VisibleFamily) Validate() error {
	switch {
	case f.Rows != 0 && (f.Rows < 4 || f.Rows > 20):
		return fmt.Errorf("qa: visible: %d rows; 4 to 20 are allowed, or 0 for 6", f.Rows)
	case f.Cols != 0 && (f.Cols < 4 || f.Cols > 20):
		return fmt.Errorf("qa: visible: %d columns; 4 to 20 are allowed, or 0 for 6", f.Cols)
	case f.Things != 0 && (f.Things < 3 || f.Things > 12):
		return fmt.Errorf("qa: visible: %d things; 3 to 12 are allowed, or 0 for 6", f.Things)
	case f.Walls < -1 || f.Walls > 40:
		return fmt.Errorf("qa: visible: %d walls of a hundred cells; 1 to 40 are allowed, 0 for 10, or -1 for none", f.Walls)
	case f.Form >= visibleForms:
		return fmt.Errorf("qa: visible: form %d; 0 to %d are allowed", f.Form, visibleForms-1)
	}
	if g := f.filled(); g.Things > g.Rows*g.Cols/2 {
		return fmt.Errorf("qa: visible: %d things on %d cells; no more than half the cells are allowed", g.Things, g.Rows*g.Cols)
	}
	return f.Phrasing.validate("visible")
}

// filled returns the family with knobs of zero replaced by what they stand for.
func (f VisibleFamily) filled() VisibleFamily {
	if f.Rows == 0 {
		f.Rows = 6
	}
	if f.Cols == 0 {
		f.Cols = 6
	}
	if f.Things == 0 {
		f.Things = 6
	}
	if f.Walls == 0 {
		f.Walls = 10
	}
	return f
}

// At returns the family with the knobs of a level.
func (f VisibleFamily) At(level int) Family {
	at := [Levels]VisibleFamily{
		{Rows: 6, Cols: 6, Things: 6, Walls: 10},
		{Rows: 8, Cols: 8, Things: 7, Walls: 12},
		{Rows: 10, Cols: 10, Things: 9, Walls: 12, Cone: true},
		{Rows: 13, Cols: 13, Things: 12, Walls: 12, Cone: true},
	}[clampLevel(level)-1]
	at.Form, at.NorthUp, at.Phrasing = f.Form, f.NorthUp, f.Phrasing
	return at
}

// WithPhrasing returns the family with another phrasing.
func (f VisibleFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of short walls and things, of which some stand between others.
func (f VisibleFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	m := layout.NewMap(f.Rows, f.Cols)
	for left := f.Rows * f.Cols * f.Walls / 100; left > 0; {
		c := layout.Cell{Row: src.Intn(f.Rows), Col: src.Intn(f.Cols)}
		run, along := 1+src.Intn(min(3, left)), src.Intn(2)
		left -= run
		for ; run > 0 && m.Has(c); run-- {
			m.Ground[m.Index(c)] = layout.Wall
			c.Row, c.Col = c.Row+along, c.Col+1-along
		}
	}
	// A third of the things is put where it hides one of the others from another; by chance that would be rare.
	between := f.Things / 3
	n := newNamer(src)
	cells := m.Scatter(make([]layout.Cell, 0, f.Things), f.Things-between, src)
	var room [40]layout.Crossing
	for range between {
		a := src.Intn(len(cells))
		b := (a + 1 + src.Intn(len(cells)-1)) % len(cells)
		on := keep(layout.AppendSight(room[:0], cells[a], cells[b]), func(x *layout.Crossing) bool {
			return !x.Grazed && m.GroundAt(x.Cell) == layout.Floor && !slices.Contains(cells, x.Cell)
		})
		if len(on) > 0 {
			cells = append(cells, on[src.Intn(len(on))].Cell)
		}
	}
	seed.Shuffle(src, cells)
	m.Things = make([]layout.Thing, len(cells))
	for i := range cells {
		m.Things[i] = n.thing(cells[i : i+1 : i+1]...)
	}
	return Subject{Map: m}, nil
}

// Ask asks about a map with two things or more on cells of their own, its north being up.
func (f VisibleFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Map == nil {
		return nil, unsuitable("visible", "there is no map")
	}
	if err := s.Map.Validate(); err != nil {
		return nil, fmt.Errorf("qa: visible: %w: %w", ErrUnsuitable, err)
	}
	north := drawCompass(f.NorthUp, src)
	q := Visible{Map: north.show(s.Map), North: north, Form: f.Form, Target: -1, Phrasing: f.Phrasing}
	var room [16]int
	at := spots(room[:0], q.Map)
	if len(at) < 2 {
		return nil, unsuitable("visible", "there are fewer than two things with names on cells of their own")
	}
	forms := [4]VisibleForm{f.Form}
	tries := 1
	if f.Form == AnySight {
		// Whether something can be seen is the main question. Where the map has none of a form, another is asked.
		first := [6]int{0, 0, 0, 1, 2, 3}[src.Intn(6)]
		for tries = range forms {
			forms[tries] = SightOf + VisibleForm((first+tries)%4)
		}
		tries = len(forms)
	}
	looks := layout.EQ
	if f.Cone && src.Intn(2) == 0 {
		looks = drawDirection(false, src)
	}
	v := newSights(q.Map)
	placed := false
	for i := 0; i < tries && !placed; i++ {
		switch q.Form, q.Facing = forms[i], looks; q.Form {
		case SightOf:
			placed = q.placeSight(v, at, src)
		case FirstSight:
			placed = q.placeFirst(v, at, src)
		case HiddenBy:
			q.Facing = layout.EQ
			placed = q.placeHidden(v, at, src)
		case InSight:
			q.Target = -1
			placed = q.placeChoice(v, at, src)
		}
	}
	if !placed {
		return nil, unsuitable("visible", "there is no such line of sight")
	}
	if err := gradable(q); err != nil {
		return nil, err
	}
	return q, nil
}

// mostApart is how far apart two are at most for the distance to be told from farther ones when answers are balanced.
const mostApart = 15

// pairKind is what is balanced of two who may see each other: how far apart they are, and whether in one row or column; and the answer.
type pairKind struct {
	apart, straight int
	sees            int // 0: yes, past something in the rectangle between them; 1: yes, and the rectangle is empty; 2: no
}

// placeSight draws who looks at what. Yes and no are equally likely, and so they are at any one distance, along rows and columns and across: far does not
// mean hidden. As often as it can be had, something stands in the rectangle between those who see each other.
func (q *Visible) placeSight(v *sights, at []int, src seed.Source) bool {
	var count [mostApart + 1][2][3]int
	visit := func(each func(k pairKind) bool) {
		for _, q.At = range at {
			for _, q.Target = range at {
				if q.At == q.Target {
					continue
				}
				sees, grazed := q.sees(v, q.Target)
				if sees == Unknown || grazed || sees == No && q.twice(v) {
					continue
				}
				a, b := q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()
				kind := pairKind{apart: min(max(a.Row-b.Row, b.Row-a.Row, a.Col-b.Col, b.Col-a.Col), mostApart), sees: 2}
				if a.Row == b.Row || a.Col == b.Col {
					kind.straight = 1
				}
				if sees == Yes {
					kind.sees = 0
					if v.emptyBetween(a, b) {
						kind.sees = 1
					}
				}
				if kind.apart > 1 && !each(kind) {
					return
				}
			}
		}
	}
	visit(func(k pairKind) bool { count[k.apart][k.straight][k.sees]++; return true })
	// A distance is as likely as it has pairs of the rarer answer; those that have only one answer are never asked about.
	total := 0
	weight := func(n [3]int) int { return min(n[0]+n[1], n[2]) }
	for _, both := range count {
		total += weight(both[0]) + weight(both[1])
	}
	if total == 0 {
		return false
	}
	nth := src.Intn(total)
	var drawn pairKind
	for k := 0; k < 2*len(count); k++ {
		if nth -= weight(count[k/2][k&1]); nth < 0 {
			drawn.apart, drawn.straight = k/2, k&1
			break
		}
	}
	of := count[drawn.apart][drawn.straight]
	switch {
	case src.Intn(2) == 0:
		drawn.sees = 2
	case of[0] == 0 || of[1] > 0 && src.Intn(4) == 0:
		drawn.sees = 1
	}
	nth = src.Intn(of[drawn.sees])
	visit(func(k pairKind) bool {
		if k == drawn {
			nth--
		}
		return nth >= 0
	})
	return true
}

// twice reports whether the target is hidden and would not be looked at either: a question about it has its answer for either reason.
func (q *Visible) twice(v *sights) bool {
	if q.Facing == layout.EQ {
		return false
	}
	from, to := q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()
	sector, _ := layout.Quarters.Of(layout.GazeAlong(q.Facing).Split(layout.GazeTo(from, to)))
	if sector == 0 {
		return false
	}
	sees, _ := v.pairSight(q.At, q.Target)
	return sees != Yes
}

// placeFirst draws from where one looks in which direction: one that sees a thing as often as one that sees a wall or nothing.
func (q *Visible) placeFirst(v *sights, at []int, src seed.Source) bool {
	q.Target = -1
	type ray struct {
		at, kind int
		facing   layout.Cardinal
	}
	var room [64]ray
	rays := room[:0]
	for _, q.At = range at {
		for q.Facing = layout.N; q.Facing < layout.Cardinals; q.Facing += 2 {
			if first := q.first(v); first.hit != unknownCell {
				kind := 0
				switch {
				case first.hit == wallCell:
					kind = 1
				case first.hit == openCell:
					kind = 2
				}
				rays = append(rays, ray{q.At, kind, q.Facing})
			}
		}
	}
	if things := src.Intn(2) == 0; things {
		rays = prefer(rays, func(r *ray) bool { return r.kind == 0 })
	} else {
		rays = prefer(rays, func(r *ray) bool { return r.kind != 0 })
	}
	if rays = narrow(src, rays, func(r *ray) int { return r.kind }); len(rays) == 0 {
		return false
	}
	r := rays[src.Intn(len(rays))]
	q.At, q.Facing = r.at, r.facing
	return true
}

// placeChoice draws who looks, in which direction where that is said, and three to five things. First how many of them are seen is drawn, and then
// who sees so many and misses the others; with nobody the number is drawn again.
func (q *Visible) placeChoice(v *sights, at []int, src seed.Source) bool {
	facings := 1
	if q.Facing != layout.EQ {
		facings = 4
	}
	n := 3 + src.Intn(max(1, min(5, len(at)/2)-2))
	for range 3 {
		// On maps of few things none and all are rarer to be had, and so are drawn half as often again.
		s := 0
		if len(at) < 8 {
			s = min(max((src.Intn(2*n+4)-1)/2, 0), n)
		} else {
			s = src.Intn(n + 1)
		}
		start, facing := src.Intn(len(at)), q.Facing
		for k := range facings * len(at) {
			q.At, q.Facing = at[(start+k/facings)%len(at)], facing.Turn(2*(k%facings))
			var rooms [2][16]int
			seen, unseen := rooms[0][:0], rooms[1][:0]
			for _, i := range at {
				if i == q.At {
					continue
				}
				switch sees, grazed := q.sees(v, i); {
				case grazed:
				case sees == Yes:
					seen = append(seen, i)
				case sees == No:
					unseen = append(unseen, i)
				}
			}
			if len(seen) < s || len(unseen) < n-s {
				continue
			}
			seed.Shuffle(src, seen)
			seed.Shuffle(src, unseen)
			q.Options = append(append(make([]int, 0, n), seen[:s]...), unseen[:n-s]...)
			seed.Shuffle(src, q.Options)
			return true
		}
	}
	return false
}
