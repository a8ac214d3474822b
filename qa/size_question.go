package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Size asks for the area, width or height of a thing or room, which of several is the largest, or how many times as large as another it is. The
// zero Size asks nothing, and no response to it is right.
type Size struct {
	Map      *layout.Map
	OfRooms  bool // rooms are asked about, not things
	Kind     SizeKind
	Of       SizeKind // of SizeMost: SizeArea, SizeWidth or SizeTall
	Least    bool     // of SizeMost: the smallest is asked for
	Objects  []int    // numbers of the rooms or things asked about
	CellSide int      // of a cell, in centimetres; 0: sizes are in cells
	Number   Number   // the answer, but of SizeMost
	Right    int      // of SizeMost: which of the objects is the answer
	Phrasing Phrasing

	sizes []measures // of all rooms or things
}

func (q Size) asked() bool {
	if q.Map == nil || q.Kind == AnySize || q.Kind >= sizeKinds || len(q.Objects) == 0 || q.Right < 0 || q.Right >= len(q.Objects) ||
		q.Kind == SizeRatio && len(q.Objects) < 2 {
		return false
	}
	for _, o := range q.Objects {
		if o < 0 || q.OfRooms && o >= len(q.Map.Rooms) || !q.OfRooms && o >= len(q.Map.Things) {
			return false
		}
	}
	return true
}

func (q *Size) name(i int) string {
	if q.OfRooms {
		return q.Map.Rooms[q.Objects[i]].Name
	}
	return q.Map.Things[q.Objects[i]].Name
}

func (q *Size) names() []string {
	all := make([]string, len(q.Objects))
	for i := range all {
		all[i] = q.name(i)
	}
	return all
}

// Family returns "size".
func (Size) Family() string { return SizeFamily{}.Name() }

// Media returns all media.
func (Size) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map, and how long the side of a cell is where that is asked about.
func (q Size) AppendEvidence(dst []byte, medium Medium) []byte {
	if !q.asked() {
		return dst
	}
	if medium == AsText || medium == AsBoth {
		dst = describe.AppendMap(dst, q.Map)
	}
	if medium == AsBoth {
		dst = append(dst, "\n\n"...)
	}
	if medium != AsText {
		dst = scene.AppendMap(dst, q.Map, scene.Plain)
	}
	if q.CellSide > 0 {
		dst = fmt.Appendf(dst, "\n\nScale: the side of a cell is %v.", trimmed(Number{Value: q.CellSide, Decimals: 2, Unit: "m"}))
	}
	return dst
}

// AppendConventions appends what belongs to a thing or room, and what width and height are.
func (q Size) AppendConventions(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	if q.OfRooms {
		dst = append(dst, "A room is what its walls and doors enclose, without them; the cells under what stands in it are part of it."...)
	} else {
		dst = append(dst, "Every thing is in one piece, its cells joined by their sides."...)
	}
	switch {
	case q.Kind == SizeRatio || q.Of == SizeArea:
		dst = append(dst, " The area is the number of cells"...)
		if q.CellSide > 0 {
			dst = append(dst, " times the area of a cell"...)
		}
		return append(dst, '.')
	case q.Of == SizeWidth:
		dst = append(dst, " The width is counted in columns, from the leftmost cell to the rightmost, both included."...)
	default:
		dst = append(dst, " The height is counted in rows, from the topmost cell to the bottommost, both included."...)
	}
	return dst
}

var sizeSuperlatives = [sizeKinds][2]string{SizeArea: {"largest area", "smallest area"}, SizeWidth: {"greatest width", "least width"},
	SizeTall: {"greatest height", "least height"}}

var sizeComparatives = [sizeKinds][2]string{SizeArea: {"larger in area", "smaller in area"}, SizeWidth: {"wider", "narrower"}, SizeTall: {"taller", "less tall"}}

var sizeWords = [sizeKinds][2]string{SizeArea: {"area", "large in area"}, SizeWidth: {"width", "wide"}, SizeTall: {"height", "tall"}}

// AppendText appends the question.
func (q Size) AppendText(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	canonical := q.Phrasing == Canonical
	switch q.Kind {
	case SizeMost:
		if canonical && len(q.Objects) == 2 {
			dst = fmt.Appendf(dst, "Which is %s: ", sizeComparatives[q.Of][side(q.Least)])
		} else if canonical {
			dst = fmt.Appendf(dst, "Which has the %s: ", sizeSuperlatives[q.Of][side(q.Least)])
		} else {
			dst = appendList(append(dst, "Of "...), q.names(), "and")
			return fmt.Appendf(dst, ", which one has the %s?", sizeSuperlatives[q.Of][side(q.Least)])
		}
		return append(appendList(dst, q.names(), "or"), '?')
	case SizeRatio:
		if canonical {
			return fmt.Appendf(dst, "How many times as large as the area of %s is the area of %s?", q.name(1), q.name(0))
		}
		return fmt.Appendf(dst, "By what number is the area of %s to be multiplied to get the area of %s?", q.name(1), q.name(0))
	}
	if canonical {
		return fmt.Appendf(dst, "What is the %s of %s?", sizeWords[q.Kind][0], q.name(0))
	}
	return fmt.Appendf(dst, "How %s is %s?", sizeWords[q.Kind][1], q.name(0))
}

// AppendFormat appends in what unit the answer is.
func (q Size) AppendFormat(dst []byte) []byte {
	switch {
	case !q.asked():
		return dst
	case q.Kind == SizeMost:
		return append(dst, "Answer with its name."...)
	case q.Kind == SizeRatio:
		return append(dst, "Answer with a number."...)
	case q.CellSide == 0:
		return append(dst, "Answer with the number of cells."...)
	case q.Kind == SizeArea:
		return append(dst, "Answer in square metres (m²), not rounded."...)
	}
	return append(dst, "Answer in metres (m), not rounded."...)
}

// Answer returns a [Number], or a name as a [Word].
func (q Size) Answer() Answer {
	switch {
	case !q.asked():
		return Word("")
	case q.Kind == SizeMost:
		return Word(q.name(q.Right))
	}
	return q.Number
}

// Hops returns 0: there are no stated facts.
func (Size) Hops() int { return 0 }

var sizeUnits = map[string][]string{
	"m²": {"m2", "m^2", "sq m", "square metres", "square meters", "square metre", "square meter"},
	"m":  {"metres", "meters", "metre", "meter"},
	"":   {"times", "times as large"},
}

// sizeCounted is what may follow a number of cells.
var sizeCounted = [sizeKinds][]string{SizeArea: {"cells", "cell", "square cells"}, SizeWidth: {"cells", "cell", "columns", "column", "cells wide"},
	SizeTall: {"cells", "cell", "rows", "row", "cells tall"}}

// Verify grades a number, exactly, with its unit or without any, or a name.
func (q Size) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Kind == SizeMost {
		given, err := readWord(response, optionsOf(q.names()...))
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given.Equal(q.Answer()), q.Answer())
	}
	after := sizeUnits[q.Number.Unit]
	if q.CellSide == 0 && q.Kind != SizeRatio {
		after = sizeCounted[q.Kind]
	}
	var leads []string
	if q.Kind != SizeRatio {
		words, name := sizeWords[q.Kind], q.name(0)
		leads = []string{"the " + words[0] + " is ", "the " + words[0] + " of " + name + " is ", name + " is ", "its " + words[0] + " is "}
		for _, unit := range append([]string{q.Number.Unit}, after...) {
			after = append(after[:len(after):len(after)], unit+" "+words[1])
		}
	}
	given, err := readNumberSaid(response, q.Number.Unit, leads, after...)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Number), q.Number)
}

// Mistakes returns the others that are compared, or what comes of counting one cell more or less, the wrong way, the rectangle around a shape, or
// of a scale that is not squared.
func (q Size) Mistakes() (all []Answer) {
	if !q.asked() {
		return nil
	}
	if q.Kind == SizeMost {
		for i := range q.Objects {
			if i != q.Right {
				all = append(all, Word(q.name(i)))
			}
		}
		return all
	}
	add := func(n Number) {
		if n.Value <= 0 || n.Equal(q.Number) {
			return
		}
		for _, a := range all {
			if a.Equal(n) {
				return
			}
		}
		all = append(all, n)
	}
	if q.Objects[0] >= len(q.sizes) {
		return nil
	}
	s := q.sizes[q.Objects[0]]
	cells := s.of(q.Kind).least
	if q.Kind == SizeRatio {
		step := Number{Value: q.Number.Value, Decimals: q.Number.Decimals}
		for _, by := range []int{1, -1, 2, -2, -3} {
			step.Value = q.Number.Value + by
			add(step)
		}
		if len(q.Objects) > 1 && q.Objects[1] < len(q.sizes) {
			add(Number{Value: s.area.least - q.sizes[q.Objects[1]].area.least})
		}
		return all
	}
	switch q.Kind {
	case SizeArea:
		add(q.number(s.box, q.Kind))
		if q.CellSide > 0 {
			n := q.number(cells, SizeWidth)
			n.Unit = q.Number.Unit
			add(n)
			add(Number{Value: cells, Unit: q.Number.Unit})
		}
		add(q.number(2*(s.width.least+s.height.least), q.Kind))
	case SizeWidth:
		add(q.number(s.height.least, q.Kind))
	case SizeTall:
		add(q.number(s.width.least, q.Kind))
	}
	for _, by := range []int{1, -1, 2, -2, -3} {
		add(q.number(cells+by, q.Kind))
	}
	return all
}

// Difficulty counts the cells to be counted: of an area its own, of a width or height as many as it is long; and the scale as one more.
func (q Size) Difficulty() int {
	steps := side(q.CellSide > 0)
	for _, o := range q.Objects {
		if o >= 0 && o < len(q.sizes) {
			of := q.Of
			if q.Kind == SizeRatio {
				of = SizeArea
			}
			steps += q.sizes[o].of(of).least
		}
	}
	return max(1, steps)
}

// Turn asks of the map moved by a symmetry, which swaps width and height where it swaps rows and columns.
func (q Size) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	return q, q.settle(q.measures())
}

// Contrast asks for the smallest instead of the largest, and the other way round.
func (q Size) Contrast() (Instance, bool) {
	if !q.asked() || q.Kind != SizeMost {
		return nil, false
	}
	q.Least = !q.Least
	return q, q.settle(q.sizes)
}

// Pieces returns the number of cells.
func (q Size) Pieces() int {
	if !q.asked() {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with a cell hidden.
func (q Size) Without(piece int) (Instance, error) {
	if !q.asked() || piece < 0 || piece >= len(q.Map.Ground) {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	m := q.Map.Without(q.Map.Cell(piece))
	objects := make([]int, len(q.Objects))
	for i := range objects {
		objects[i] = m.ThingNamed(q.name(i))
		if q.OfRooms {
			objects[i] = -1
			for k := range m.Rooms {
				if m.Rooms[k].Name == q.name(i) {
					objects[i] = k
				}
			}
		}
	}
	q.Map, q.Objects = m, objects
	if !q.settle(q.measures()) {
		return nil, unsuitable(q.Family(), "what is hidden may matter")
	}
	return q, nil
}

// AppendRationale appends how many cells each has that is asked about, and what they come to.
func (q Size) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	of := max(q.Of, SizeArea)
	for i, o := range q.Objects {
		if o >= len(q.sizes) {
			return dst
		}
		n := q.sizes[o].of(of).least
		if i > 0 {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, "The %s of %s is %v.", sizeWords[of][0], q.name(i), (&Size{}).number(n, of))
	}
	if q.CellSide > 0 && q.Kind != SizeMost && q.Kind != SizeRatio {
		side := trimmed(Number{Value: q.CellSide, Decimals: 2})
		dst = fmt.Appendf(dst, "\n%d × %v", q.sizes[q.Objects[0]].of(of).least, side)
		if of == SizeArea {
			dst = fmt.Appendf(dst, " × %v", side)
		}
		dst = fmt.Appendf(dst, " = %v", Number{Value: q.Number.Value, Decimals: q.Number.Decimals})
	}
	return dst
}
