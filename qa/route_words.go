package qa

import (
	"fmt"
	"strconv"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

var routeTurnWords = [4]Word{"", "right", "back", "left"}

// AppendText appends the route and the question.
func (q Route) AppendText(dst []byte) []byte {
	if !q.asks() {
		return dst
	}
	facing := describe.CompassName(q.Facing)
	if q.Facing == layout.EQ {
		facing = thingName(q.Map, q.Stops[1])
	}
	opening := "You start at "
	if q.Phrasing != Canonical {
		opening = "Somebody stands at "
	}
	dst = appendAll(dst, opening, thingName(q.Map, q.Stops[0]), ", facing ", facing)
	if q.Phrasing != Canonical {
		dst = append(dst, ", and is told: "...)
	} else {
		dst = append(dst, ". "...)
	}
	blank := 0
	for i, turn := range q.turns {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		lead := "go forward to "
		if i == 0 && turn == 0 && q.Phrasing == Canonical {
			lead = "Go forward to "
		}
		if turn != 0 {
			word := "turn "
			if i == 0 && q.Phrasing == Canonical {
				word = "Turn "
			}
			dst = append(dst, word...)
			if blank < len(q.Blanks) && q.Blanks[blank] == i {
				blank++
				dst = fmt.Appendf(dst, "[%d]", blank)
			} else {
				dst = append(dst, routeTurnWords[turn]...)
			}
			dst = append(dst, ", "...)
		}
		dst = appendAll(dst, lead, thingName(q.Map, q.Stops[i+1]))
	}
	dst = append(dst, ". "...)
	side := "right"
	if q.OnLeft {
		side = "left"
	}
	who := "you"
	if q.Phrasing != Canonical {
		who = "that person"
	}
	switch {
	case q.Form == RouteTurns && len(q.Blanks) == 1:
		return append(dst, "Which turn must stand for [1]?"...)
	case q.Form == RouteTurns:
		dst = append(dst, "Which turns must stand for "...)
		all := make([]string, len(q.Blanks))
		for i := range all {
			all[i] = "[" + strconv.Itoa(i+1) + "]"
		}
		return append(appendList(dst, all, "and"), ", in this order?"...)
	case q.Form == RouteSeen && q.Phrasing == Canonical:
		return appendAll(dst, "What is the ", ordinal(q.Nth), " thing on your ", side, " on the way?")
	case q.Form == RouteSeen:
		return appendAll(dst, "What is the ", ordinal(q.Nth), " thing that this person passes on the ", side, "?")
	case q.Phrasing == Canonical:
		return appendAll(dst, "Which way do ", who, " face at the end?")
	}
	return appendAll(dst, "Which way does ", who, " face in the end?")
}

// AppendFormat appends how an answer is written.
func (q Route) AppendFormat(dst []byte) []byte {
	switch {
	case q.Form == RouteTurns && len(q.Blanks) < 2:
		return append(dst, "Answer with \"left\", \"right\" or \"back\"."...)
	case q.Form == RouteTurns:
		return append(dst, "Answer with \"left\", \"right\" or \"back\" for each, joined by commas."...)
	case q.Form == RouteSeen:
		return append(dst, "Answer with its name, or with \"none\" if there are not so many."...)
	}
	return append(dst, "Answer with \"north\", \"east\", \"south\" or \"west\"."...)
}

// AppendConventions appends what going forward and turning is, and what is passed.
func (q Route) AppendConventions(dst []byte) []byte {
	dst = append(dst, "North is up and row 1 is the top row. To go forward to a thing is to walk straight ahead, cell by cell, until one stands on its cell; things are in nobody's way, walls are. "+
		"To turn left or right is a quarter turn, to turn back is to turn round and face the other way."...)
	if q.Form == RouteSeen {
		side := "right"
		if q.OnLeft {
			side = "left"
		}
		dst = appendAll(dst, " After every step forward, and before any turn, the cell next to the walker on the ", side,
			" is looked at: a thing there counts, each time anew. The cell of the start is no step.")
	}
	return dst
}

var routeTurnOptions = []option{
	{"left", []string{"turn left", "turn to the left"}}, {"right", []string{"turn right", "turn to the right"}},
	{"back", []string{"turn back", "turn around", "around", "turn round"}},
}

var routeCompass = []option{{"north", []string{"n"}}, {"east", []string{"e"}}, {"south", []string{"s"}}, {"west", []string{"w"}}}

// AppendRationale appends the direction of every leg, the turns between, and what is passed.
func (q Route) AppendRationale(dst []byte) []byte {
	for i, way := range q.ways {
		if i > 0 {
			dst = append(dst, '\n')
		}
		compass := describe.CompassName(layout.Cardinal(way))
		dst = appendAll(dst, "From ", thingName(q.Map, q.Stops[i]), " to ", thingName(q.Map, q.Stops[i+1]), " is ", compass)
		if turn := q.turns[i]; turn != 0 {
			dst = appendAll(dst, ", after a turn ", string(routeTurnWords[turn]))
		}
		dst = append(dst, '.')
	}
	if q.Form == RouteSeen && q.asks() {
		dst = append(append(dst, "\nPassed: "...), Sequence(q.seen).String()...)
		dst = append(dst, '.')
	}
	return dst
}
