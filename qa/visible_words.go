package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendEvidence appends the map.
func (q Visible) AppendEvidence(dst []byte, medium Medium) []byte {
	return q.North.appendEvidence(dst, q.Map, medium)
}

// AppendConventions appends where north is and what sight means.
func (q Visible) AppendConventions(dst []byte) []byte {
	if !q.valid() {
		return dst
	}
	dst = q.North.appendWhere(dst)
	dst = append(dst, " Walls and things hide what is behind them. You see something exactly when the straight line from the centre of your cell to the centre of its"+
		" cell does not come through the inside of any other cell with a wall or a thing; a cell that the line only touches at a corner hides nothing."...)
	if slices.Contains(q.Map.Ground, layout.Door) {
		dst = append(dst, " Doors stand open and hide nothing."...)
	}
	switch {
	case q.Form == FirstSight:
		dst = append(dst, " Looking straight in a direction means looking along the row or column; beyond the edge of the map there is nothing."...)
	case q.Facing != layout.EQ:
		dst = append(dst, " You see nothing that is more than 45 degrees off the way you look."...)
	}
	return appendOneCell(dst, q.Map)
}

// AppendText appends where one stands and looks, and what is asked.
func (q Visible) AppendText(dst []byte) []byte {
	if !q.valid() {
		return dst
	}
	at, target := q.Map.Things[q.At].Name, ""
	if q.Target >= 0 {
		target = q.Map.Things[q.Target].Name
	}
	look := ""
	if q.Facing != layout.EQ {
		look = inWords(q.Phrasing, " and look ", ", looking ") + q.North.name(q.Facing)
	}
	switch q.Form {
	case FirstSight:
		return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s and look straight %s. What do you see first?",
			"What comes into view first when you stand at %s and look straight %s?"), at, q.North.name(q.Facing))
	case HiddenBy:
		return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s and cannot see %s. Which thing hides it?", "From %s there is no view of %s. Which thing is in the way?"), at,
			target)
	case SightOf:
		dst = fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s%s.", "Imagine standing at %s%s."), at, look)
		if q.Negated {
			return fmt.Appendf(dst, inWords(q.Phrasing, " Is %s out of your sight?", " Is it true that %s cannot be seen from there?"), target)
		}
		return fmt.Appendf(dst, inWords(q.Phrasing, " Can you see %s?", " Is %s in your sight?"), target)
	}
	dst = fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s%s.", "Imagine standing at %s%s."), at, look)
	not, out := "", "in"
	if q.Negated {
		not, out = " not", "out of"
	}
	if q.Phrasing == Canonical {
		dst = fmt.Appendf(dst, " Which of these can you%s see: ", not)
		return append(appendList(dst, q.names(), "and"), '?')
	}
	dst = append(appendList(append(dst, " Of "...), q.names(), "and"), ", which are "...)
	return append(append(dst, out...), " your sight?"...)
}

// AppendFormat appends which answers there are.
func (q Visible) AppendFormat(dst []byte) []byte {
	switch {
	case !q.valid():
		return dst
	case q.Form == SightOf:
		return append(dst, "Answer yes or no."...)
	case q.Form == FirstSight:
		return append(dst, "Answer with its name, with \"a wall\" or with \"nothing\"."...)
	case q.Form == HiddenBy:
		return append(dst, "Answer with its name."...)
	}
	return append(dst, "Answer with their names, set apart by commas, or with \"none\"."...)
}

// AppendRationale appends the cells that each line comes through, and what is in them.
func (q Visible) AppendRationale(dst []byte) []byte {
	if q.solve() == nil {
		return dst
	}
	start := len(dst)
	line := func(format string, args ...any) {
		if len(dst) > start {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, format, args...)
	}
	v := newSights(q.Map)
	at := &q.Map.Things[q.At]
	line("%s is at row %d, column %d.", capital(at.Name), at.At().Row+1, at.At().Col+1)
	if q.Facing != layout.EQ {
		line("On the map %s is %s.", q.North.name(q.Facing), mapDirections[q.Facing])
	}
	if q.Form == FirstSight {
		first := q.first(v)
		if first.hit == openCell {
			line("There is nothing that way up to the edge of the map.")
			return dst
		}
		line("The first cell that way that is not free is row %d, column %d.", first.at.Row+1, first.at.Col+1)
		return q.appendCell(append(dst, '\n'), v, first.at)
	}
	targets := q.Options
	if q.Form != InSight {
		targets = []int{q.Target}
	}
	for _, i := range targets {
		t := &q.Map.Things[i]
		line("%s is at row %d, column %d.", capital(t.Name), t.At().Row+1, t.At().Col+1)
		if q.Facing != layout.EQ {
			if sector, _ := layout.Quarters.Of(layout.GazeAlong(q.Facing).Split(layout.GazeTo(at.At(), t.At()))); sector != 0 {
				line("That is more than 45 degrees off.")
				continue
			}
		}
		l := v.between(at.At(), t.At())
		if l.cells == 0 {
			line("The line comes through no cell between.")
			continue
		}
		line("The line comes through")
		between := " "
		for _, x := range v.line {
			if !x.Grazed {
				dst = fmt.Appendf(dst, "%srow %d, column %d", between, x.Cell.Row+1, x.Cell.Col+1)
				between = "; "
			}
		}
		dst = append(dst, '.')
		free := true
		for _, x := range v.line {
			if what := v.cell[q.Map.Index(x.Cell)]; !x.Grazed && what != openCell && what != unknownCell {
				free = false
				dst = q.appendCell(append(dst, '\n'), v, x.Cell)
			}
		}
		if free {
			line("All of that is free.")
		}
	}
	return dst
}

func (q *Visible) appendCell(dst []byte, v *sights, c layout.Cell) []byte {
	dst = fmt.Appendf(dst, "Row %d, column %d is ", c.Row+1, c.Col+1)
	switch what := v.cell[q.Map.Index(c)]; {
	case what >= 0:
		dst = append(dst, q.Map.Things[what].Name...)
	case what == wallCell:
		dst = append(dst, aWall...)
	default:
		dst = append(dst, "taken"...)
	}
	return append(dst, '.')
}
