package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// CoordinatesAsks is what a question about boxes asks for. The zero value is CoordinatesOne.
type CoordinatesAsks uint8

// What is asked for.
const (
	CoordinatesOne    CoordinatesAsks = iota // the box of one thing: Boxes
	CoordinatesList                          // the boxes of all things: Boxes
	CoordinatesWhich                         // which thing has a box: a Word, its name
	CoordinatesDraw                          // the map, given the boxes: Redrawn
	CoordinatesMoved                         // the box of a thing that is moved: Boxes
	CoordinatesAround                        // the smallest box that holds two things: Boxes
	coordinatesAsks
)

// Coordinates asks about the boxes of things, which are the rectangles that they take up. The zero Coordinates asks nothing, and no response to it
// is right.
type Coordinates struct {
	Map         *layout.Map // shared; do not change it
	Asks        CoordinatesAsks
	Thing       string     // the thing asked about, or with CoordinatesWhich the answer; "" with CoordinatesList and CoordinatesDraw
	Other       string     // with CoordinatesAround
	Box         layout.Box // with CoordinatesWhich
	Down, Right int        // with CoordinatesMoved, in cells; negative: up, to the left
	Phrasing    Phrasing
}

// Family returns "coordinates".
func (Coordinates) Family() string { return CoordinatesFamily{}.Name() }

// asked reports whether there is anything that is asked.
func (q Coordinates) asked() bool {
	if q.Map == nil || q.Asks >= coordinatesAsks {
		return false
	}
	switch q.Asks {
	case CoordinatesList, CoordinatesDraw:
		return len(q.Map.Things) > 0
	case CoordinatesAround:
		return q.Map.ThingNamed(q.Thing) >= 0 && q.Map.ThingNamed(q.Other) >= 0
	}
	return q.Map.ThingNamed(q.Thing) >= 0
}

// Media lists the media that do not say the answer in so many words: of a map to be drawn the text, of boxes read off a map the drawing.
func (q Coordinates) Media() []Medium {
	switch q.Asks {
	case CoordinatesDraw:
		return []Medium{AsText}
	case CoordinatesMoved, CoordinatesAround:
		return []Medium{AsDrawing, AsText, AsBoth}
	}
	return []Medium{AsDrawing}
}

// AppendEvidence appends the map, or the list that it is to be drawn from.
func (q Coordinates) AppendEvidence(dst []byte, medium Medium) []byte {
	if q.Map == nil {
		return dst
	}
	if !slices.Contains(q.Media(), medium) {
		medium = q.Media()[0]
	}
	if q.Asks == CoordinatesDraw {
		dst = fmt.Appendf(dst, "A map has %d rows and %d columns. These things stand on it, and nothing else:", q.Map.Rows, q.Map.Cols)
		for i := range q.Map.Things {
			t := &q.Map.Things[i]
			dst = append(dst, "\n- "...)
			if t.Name != string(rune(t.Mark)) {
				dst = fmt.Appendf(dst, "%s, drawn as ", t.Name)
			}
			dst = append(dst, t.Mark)
			dst = appendBox(append(dst, ": "...), layout.BoxAround(t.Cells))
		}
		return dst
	}
	return appendMapEvidence(dst, q.Map, medium)
}

// AppendConventions appends how cells are counted and what a box is.
func (q Coordinates) AppendConventions(dst []byte) []byte {
	dst = append(dst, "Row 1 is at the top and column 1 on the left. Every thing fills a rectangle of cells; its box is given by its first and last row and its first "+
		"and last column, both included."...)
	if q.Asks == CoordinatesMoved {
		dst = append(dst, " Other things are not in the way of what is moved."...)
	}
	return dst
}

// AppendText appends the question.
func (q Coordinates) AppendText(dst []byte) []byte {
	variant := q.Phrasing != Canonical
	pick := func(canonical, other string) []byte {
		if variant {
			return append(dst, other...)
		}
		return append(dst, canonical...)
	}
	switch q.Asks {
	case CoordinatesOne:
		return pick("What is the box of "+q.Thing+"?", "Which rows and columns does "+q.Thing+" take up?")
	case CoordinatesList:
		return pick("List the boxes of all things.", "Say of each thing which rows and columns it takes up.")
	case CoordinatesWhich:
		box := string(appendBox(nil, q.Box))
		return pick("Which thing has the box "+box+"?", "What fills exactly "+box+"?")
	case CoordinatesDraw:
		return pick("Draw the map.", "What does this map look like? Draw it.")
	case CoordinatesAround:
		return pick("What is the smallest box that holds both "+q.Thing+" and "+q.Other+"?",
			"A rectangle is drawn around "+q.Thing+" and "+q.Other+" together, as small as it can be. Which rows and columns does it take up?")
	}
	way := boxShift(q.Down, q.Right)
	return pick("If "+q.Thing+" is moved "+way+", what is its box then?",
		"Move "+q.Thing+" "+way+". Which rows and columns does it take up then?")
}

// boxShift says a move, as in "2 rows down and 1 column to the left".
func boxShift(down, right int) string {
	var both []string
	say := func(n int, what, ahead, back string) {
		if n == 0 {
			return
		}
		if n < 0 {
			n, ahead = -n, back
		}
		if n > 1 {
			what += "s"
		}
		both = append(both, fmt.Sprintf("%d %s %s", n, what, ahead))
	}
	say(down, "row", "down", "up")
	say(right, "column", "to the right", "to the left")
	return strings.Join(both, " and ")
}

// AppendFormat appends what an answer looks like.
func (q Coordinates) AppendFormat(dst []byte) []byte {
	switch q.Asks {
	case CoordinatesWhich:
		return append(dst, "Answer with its name."...)
	case CoordinatesDraw:
		return append(dst, "Answer with one line for each row, one character for each cell: the mark of the thing that stands there, or . where nothing stands."...)
	case CoordinatesList:
		return append(dst, "Answer with one line for each thing, as in \"name: rows 1 to 3, columns 2 to 4\"; one row or column alone is written as in \"row 1\"."...)
	}
	return append(dst, "Answer as in \"rows 1 to 3, columns 2 to 4\"; one row or column alone is written as in \"row 1\"."...)
}

// box returns the box of a thing of the map.
func (q Coordinates) box(name string) layout.Box {
	boxes, _ := thingBoxes(q.Map)
	if i := q.Map.ThingNamed(name); i >= 0 && i < len(boxes) {
		return boxes[i]
	}
	return layout.Box{}
}

// Answer returns the boxes, the name or the drawing.
func (q Coordinates) Answer() Answer {
	if !q.asked() {
		return Word("")
	}
	switch q.Asks {
	case CoordinatesWhich:
		return Word(q.Thing)
	case CoordinatesDraw:
		return Redrawn(strings.Split(string(scene.AppendCells(nil, q.Map, scene.Plain)), "\n"))
	case CoordinatesList:
		boxes, _ := thingBoxes(q.Map)
		all := make(Boxes, len(boxes))
		for i := range all {
			all[i] = NamedBox{q.Map.Things[i].Name, boxes[i]}
		}
		return all
	}
	b := q.box(q.Thing)
	switch q.Asks {
	case CoordinatesMoved:
		b.Row, b.Col = b.Row+q.Down, b.Col+q.Right
	case CoordinatesAround:
		o := q.box(q.Other)
		b = layout.BoxAround([]layout.Cell{{Row: b.Row, Col: b.Col}, {Row: b.Row + b.Rows - 1, Col: b.Col + b.Cols - 1}, {Row: o.Row, Col: o.Col},
			{Row: o.Row + o.Rows - 1, Col: o.Col + o.Cols - 1}})
	}
	return Boxes{{Box: b}}
}

// Hops returns 0: no stated facts.
func (Coordinates) Hops() int { return 0 }

// Verify grades boxes, a name or a drawing.
func (q Coordinates) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	right := q.Answer()
	names := make([]string, len(q.Map.Things))
	for i := range names {
		names[i] = q.Map.Things[i].Name
	}
	var given Answer
	var err error
	switch q.Asks {
	case CoordinatesWhich:
		given, err = readWord(response, optionsOf(names...))
	case CoordinatesDraw:
		var drawn Redrawn
		if drawn, err = readRedrawn(response, q.Map.Rows, q.Map.Cols, nil); err == nil {
			empty := Redrawn(slices.Repeat([]string{strings.Repeat(".", q.Map.Cols)}, q.Map.Rows))
			return gradeRedrawn(drawn, empty, right.(Redrawn))
		}
	case CoordinatesList:
		var listed Boxes
		if listed, err = readBoxes(response, names); err == nil {
			return gradeBoxes(listed, right.(Boxes))
		}
	case CoordinatesAround:
		given, err = readBox(response, "")
	default:
		given, err = readBox(response, q.Thing)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(right), right)
}

// Difficulty counts the numbers of boxes that must be found and reckoned with, and the things to tell apart.
func (q Coordinates) Difficulty() int {
	if !q.asked() {
		return 1
	}
	n := len(q.Map.Things)
	switch q.Asks {
	case CoordinatesList, CoordinatesDraw:
		return 4 * n
	case CoordinatesWhich:
		return 4 + n
	case CoordinatesMoved:
		return 6 + n
	case CoordinatesAround:
		return 8 + n
	}
	return 3 + n
}

// Mistakes returns boxes with rows for columns, counted from 0, or one too far; other things; and maps drawn so.
func (q Coordinates) Mistakes() (all []Answer) {
	if !q.asked() {
		return nil
	}
	right := q.Answer()
	add := func(a Answer) {
		if !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	switch r := right.(type) {
	case Word:
		for i := range q.Map.Things {
			add(Word(q.Map.Things[i].Name))
		}
	case Redrawn:
		for s := layout.Symmetry(1); s < layout.Symmetries; s++ {
			if m := q.Map.Transform(s); m.Rows == q.Map.Rows && m.Cols == q.Map.Cols {
				add(Redrawn(strings.Split(string(scene.AppendCells(nil, m, scene.Plain)), "\n")))
			}
		}
	case Boxes:
		if q.Asks == CoordinatesMoved {
			b := q.box(q.Thing)
			add(Boxes{{Box: b}})
			b.Row, b.Col = b.Row-q.Down, b.Col-q.Right
			if b.Row >= 0 && b.Col >= 0 {
				add(Boxes{{Box: b}})
			}
		}
		if q.Asks == CoordinatesAround {
			add(Boxes{{Box: q.box(q.Thing)}})
			add(Boxes{{Box: q.box(q.Other)}})
		}
		for _, wrong := range [...]func(layout.Box) layout.Box{
			func(b layout.Box) layout.Box { return layout.Box{Row: b.Col, Col: b.Row, Rows: b.Cols, Cols: b.Rows} },
			func(b layout.Box) layout.Box { b.Row, b.Col = b.Row-1, b.Col-1; return b },
			func(b layout.Box) layout.Box { b.Rows, b.Cols = b.Rows+1, b.Cols+1; return b },
			func(b layout.Box) layout.Box { b.Row = q.Map.Rows - b.Row - b.Rows; return b },
		} {
			boxes := slices.Clone(r)
			for i := range boxes {
				boxes[i].Box = wrong(boxes[i].Box)
			}
			add(boxes)
		}
	}
	return all
}

// Turn asks about the map moved by a symmetry; the box and the move that are said move along.
func (q Coordinates) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	rows, cols := q.Map.Rows, q.Map.Cols
	q.Map = q.Map.Transform(s)
	if q.Asks == CoordinatesWhich {
		q.Box = q.box(q.Thing)
	}
	from, to := s.Cell(layout.Cell{}, rows, cols), s.Cell(layout.Cell{Row: q.Down, Col: q.Right}, rows, cols)
	q.Down, q.Right = to.Row-from.Row, to.Col-from.Col
	return q, true
}

// Contrast moves the thing the other way, where there is room.
func (q Coordinates) Contrast() (Instance, bool) {
	if !q.asked() || q.Asks != CoordinatesMoved {
		return nil, false
	}
	b := q.box(q.Thing)
	q.Down, q.Right = -q.Down, -q.Right
	if b.Row += q.Down; b.Row < 0 || b.Row+b.Rows > q.Map.Rows {
		return nil, false
	}
	if b.Col += q.Right; b.Col < 0 || b.Col+b.Cols > q.Map.Cols {
		return nil, false
	}
	return q, true
}

// Pieces returns the number of cells.
func (q Coordinates) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return q.Map.Rows * q.Map.Cols
}

// Without hides a cell. A list needs all cells, for anything may stand there; one thing's box is certain as long as no rectangle but one
// can be made of what it shows and what is hidden.
func (q Coordinates) Without(piece int) (Instance, error) {
	if !q.asked() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("coordinates", "there is no such piece")
	}
	if q.Asks == CoordinatesList || q.Asks == CoordinatesDraw {
		return nil, unsuitable("coordinates", "every cell is needed")
	}
	before := q.Answer()
	q.Map = q.Map.Without(q.Map.Cell(piece))
	if !q.asked() || q.box(q.Thing).Empty() || q.Asks == CoordinatesAround && q.box(q.Other).Empty() || !q.Answer().Equal(before) {
		return nil, unsuitable("coordinates", "the box is not certain then")
	}
	return q, nil
}

// AppendRationale appends the boxes that the answer is made of.
func (q Coordinates) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	say := func(name string, b layout.Box) {
		dst = append(append(dst, capital(name)...), " takes up "...)
		dst = append(appendBox(dst, b), '.')
	}
	switch q.Asks {
	case CoordinatesList, CoordinatesDraw:
		for i := range q.Map.Things {
			if i > 0 {
				dst = append(dst, '\n')
			}
			say(q.Map.Things[i].Name, layout.BoxAround(q.Map.Things[i].Cells))
		}
		return dst
	}
	say(q.Thing, q.box(q.Thing))
	switch q.Asks {
	case CoordinatesAround:
		dst = append(dst, '\n')
		say(q.Other, q.box(q.Other))
	case CoordinatesMoved:
		dst = fmt.Appendf(dst, "\nIts rows change by %d, its columns by %d.", q.Down, q.Right)
	}
	return dst
}
