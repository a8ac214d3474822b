package qa

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// wayWords say ways on a drawing.
var wayWords = [layout.Cardinals]string{layout.N: "up", layout.E: "to the right", layout.S: "down", layout.W: "to the left"}

// editTurnWords say turns by quarters clockwise.
var editTurnWords = [4]string{"", "right", "around", "left"}

var (
	// closerWords are by the sign of the change, from -1.
	closerWords   = [3]Word{"closer", "neither", "farther"}
	closerOptions = []option{{"closer", []string{"nearer"}}, {"farther", []string{"further", "farther away", "further away"}}, {"neither", []string{"the same", "same", "equally far", "as far as before", "as far as it was", "unchanged", "same distance", "the same distance",
		"neither closer nor farther", "neither farther nor closer"}}}
	quarterOptions = []option{{"north", []string{"n"}}, {"east", []string{"e"}}, {"south", []string{"s"}}, {"west", []string{"w"}}}
	nothingOption  = option{string(nothingThere), []string{"empty", "it is empty", "nothing is there", "there is nothing", "nothing stands there", "nothing was seen", "the cell is empty", "none"}}
)

// readPlaceOf reads the cell that a response gives, which may say of what it is the place: "the stove is at row 2, column 3".
func readPlaceOf(response, thing string) (Place, error) {
	parse := func(text string) (Place, bool) {
		if n, rest := namedAt(text, []string{thing}); n >= 0 {
			for _, is := range []string{" is at ", " is now at ", " is then at ", " ends up at ", " stands at ", " is in "} {
				if place, ok := strings.CutPrefix(rest, is); ok {
					return placeOf(place)
				}
			}
		}
		return placeOf(text)
	}
	return settle(response, parse, func(text string, given *Place) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

// moveCells appends a number of cells, as in "1 cell".
func moveCells(dst []byte, n int) []byte {
	dst = append(strconv.AppendInt(dst, int64(n), 10), " cell"...)
	if n != 1 {
		dst = append(dst, 's')
	}
	return dst
}

// appendAction appends what is to be done, a sentence.
func appendAction(dst []byte, a layout.Action, p Phrasing) []byte {
	variant := p != Canonical
	switch a.Deed {
	case layout.Shift:
		if variant {
			dst = append(append(dst, "Push "...), a.Thing...)
			dst = append(append(dst, ' '), describe.CompassName(a.Way)...)
			return append(moveCells(append(dst, " by "...), a.Count), '.')
		}
		dst = append(append(append(dst, "Move "...), a.Thing...), ' ')
		dst = append(moveCells(dst, a.Count), ' ')
		return append(append(dst, wayWords[a.Way%layout.Cardinals]...), '.')
	case layout.Swap:
		if variant {
			dst = append(appendCapital(dst, a.Thing), " and "...)
			return append(append(dst, a.Other...), " change places."...)
		}
		dst = append(append(append(dst, "Swap "...), a.Thing...), " and "...)
		return append(append(dst, a.Other...), '.')
	case layout.Remove:
		if variant {
			return append(append(append(dst, "Take "...), a.Thing...), " off the map."...)
		}
		return append(append(append(dst, "Remove "...), a.Thing...), '.')
	case layout.Swing:
		way := editTurnWords[a.Count&3]
		dst = appendCapital(dst, a.Thing)
		switch {
		case !variant || a.Count == 2:
			return append(append(append(dst, " turns "...), way...), '.')
		default:
			return append(append(append(dst, " makes a quarter turn to the "...), way...), '.')
		}
	}
	dst = appendCapital(dst, a.Thing)
	if variant {
		return append(moveCells(append(dst, " walks "...), a.Count), " ahead."...)
	}
	return append(moveCells(append(dst, " goes forward "...), a.Count), '.')
}

// AppendText appends the actions, one a line with its number, and what is asked.
func (e Edit) AppendText(dst []byte) []byte {
	if e.Map == nil {
		return dst
	}
	variant := e.Phrasing != Canonical
	switch {
	case e.Backwards && variant:
		dst = append(dst, "Carry out this list of actions in the reverse order, from the last to the first:\n"...)
	case e.Backwards:
		dst = append(dst, "Do these actions in the reverse order, beginning with the last one listed:\n"...)
	case variant:
		dst = append(dst, "Carry out this list of actions from the first to the last:\n"...)
	default:
		dst = append(dst, "Do these actions one after the other:\n"...)
	}
	for k, a := range e.Actions {
		dst = append(strconv.AppendInt(dst, int64(k+1), 10), ". "...)
		dst = append(appendAction(dst, a, e.Phrasing), '\n')
	}
	word := func(canonical, other string) {
		if variant {
			canonical = other
		}
		dst = append(dst, canonical...)
	}
	near, nearest := "nearest", "closest"
	if e.Farthest {
		near, nearest = "farthest", "most distant"
	}
	switch e.Asks {
	case Redraw:
		word("Draw the map as it is then.", "What does the map look like afterwards?")
	case WhereNow:
		word("Where is ", "At which row and column does ")
		dst = append(dst, e.Thing...)
		word(" then?", " stand afterwards?")
	case WhatIsThere:
		word("What is at ", "Which thing stands at ")
		dst = append(dst, Place{e.Cell}.String()...)
		word(" then?", " afterwards?")
	case CloserNow:
		word("Is ", "Compared with before, is ")
		dst = append(dst, e.Thing...)
		word(" then closer to ", " afterwards nearer to ")
		dst = append(dst, e.Other...)
		word(" than it was before, farther away, or neither?", ", farther from it, or as far as it was?")
	case NearestNow:
		word("Which thing is then ", "Afterwards, which thing is the ")
		word(near, nearest)
		word(" to ", " one, seen from ")
		if e.Farthest && !variant {
			dst = append(dst[:len(dst)-len(" to ")], " from "...)
		}
		dst = append(append(dst, e.Thing...), '?')
	case FacingNow:
		word("Which way does ", "In which direction is ")
		dst = append(dst, e.Thing...)
		word(" face then?", " looking afterwards?")
	}
	return dst
}

// AppendFormat says what form the answer takes.
func (e Edit) AppendFormat(dst []byte) []byte {
	if e.Map == nil {
		return dst
	}
	switch e.Asks {
	case Redraw:
		dst = append(dst, "Answer with the map alone, without a legend: a line for each row and a character for each cell, . for free floor"...)
		if slices.Contains(e.Map.Ground, layout.Wall) {
			dst = append(dst, ", # for a wall"...)
		}
		if slices.Contains(e.Map.Ground, layout.Door) {
			dst = append(dst, ", + for a free door"...)
		}
		if len(e.Map.Rooms) > 0 {
			dst = append(dst, ", the small letter of its room for the free floor of a room"...)
		}
		return append(dst, ", and its mark for each thing."...)
	case WhereNow:
		return append(dst, `Answer with the row and the column, as in "row 2, column 3".`...)
	case WhatIsThere:
		return append(dst, `Answer with the name of the thing, or "nothing".`...)
	case CloserNow:
		return append(dst, `Answer "closer", "farther" or "neither".`...)
	case NearestNow:
		return append(dst, "Answer with the name of the thing."...)
	}
	return append(dst, `Answer "north", "east", "south" or "west".`...)
}

// AppendConventions says how things move, and how distance is measured.
func (e Edit) AppendConventions(dst []byte) []byte {
	if e.Map == nil {
		return dst
	}
	done := func(deeds ...layout.Deed) bool {
		return slices.ContainsFunc(e.Actions, func(a layout.Action) bool { return slices.Contains(deeds, a.Deed) })
	}
	dst = append(dst, "Row 1 is the top row and column 1 the leftmost column; up is north."...)
	if e.Asks == Redraw {
		dst = append(dst, " Under every thing there is free floor."...)
	}
	if done(layout.Shift, layout.Advance) {
		dst = append(dst, " A thing that moves goes straight on, cell by cell, and does not turn. Where a wall, the edge of the map or another thing is in its "+
			"way, it stays on the cell before it, and the rest of that action is left out; the other things stay where they are."...)
	}
	if slices.Contains(e.Map.Ground, layout.Door) {
		dst = append(dst, " Doors are open: things can stand there and go through."...)
	}
	if done(layout.Advance) {
		dst = append(dst, " Whoever goes forward or ahead moves the way they face."...)
	}
	if done(layout.Swing) {
		dst = append(dst, " To turn left or right is a quarter turn on the spot, as seen by the one who turns; to turn around is half a turn."...)
	}
	if done(layout.Swap) {
		dst = append(dst, " Things that are swapped or change places keep the way they face, and nothing is in their way."...)
	}
	if done(layout.Remove) {
		dst = append(dst, " What is removed or taken off the map leaves its cell free."...)
	}
	if e.Asks == CloserNow || e.Asks == NearestNow {
		dst = append(dst, " The distance of two things is how many rows they are apart plus how many columns (Manhattan distance), whatever stands between them."...)
	}
	return dst
}

// AppendRationale says what each action comes to.
func (e Edit) AppendRationale(dst []byte) []byte {
	if e.Map == nil || !e.answered() {
		return dst
	}
	m := e.Map.Clone()
	for k := range e.Actions {
		a := e.action(k)
		moved, err := a.Apply(m)
		if err != nil {
			return dst
		}
		if k > 0 {
			dst = append(dst, '\n')
		}
		number := k
		if e.Backwards {
			number = len(e.Actions) - 1 - k
		}
		dst = append(strconv.AppendInt(append(dst, "Action "...), int64(number+1), 10), ": "...)
		place := func(name string) {
			if i := m.ThingNamed(name); i >= 0 {
				dst = append(dst, name...)
				dst = append(append(dst, " is at "...), Place{m.Things[i].At()}.String()...)
			}
		}
		switch a.Deed {
		case layout.Remove:
			dst = append(append(dst, a.Thing...), " is gone"...)
		case layout.Swing:
			dst = append(append(dst, a.Thing...), " faces "...)
			dst = append(dst, describe.CompassName(m.Things[m.ThingNamed(a.Thing)].Facing)...)
		case layout.Swap:
			place(a.Thing)
			dst = append(dst, ", "...)
			place(a.Other)
		default:
			dst = append(moveCells(append(append(dst, a.Thing...), " moves "...), moved), "; "...)
			place(a.Thing)
		}
		dst = append(dst, '.')
	}
	if e.Asks == CloserNow {
		before, _ := e.apart(e.Map)
		now, _ := e.apart(m)
		dst = append(append(append(append(dst, '\n'), capital(e.Thing)...), " and "...), e.Other...)
		dst = strconv.AppendInt(append(dst, " were "...), int64(before), 10)
		dst = append(strconv.AppendInt(append(dst, " apart and are "...), int64(now), 10), " apart."...)
	}
	return dst
}
