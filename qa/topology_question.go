package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Topology asks how two things lie to each other, which room a thing is in, or whether it touches a wall. The zero Topology asks nothing, and no
// response to it is right.
type Topology struct {
	Map      *layout.Map
	Kind     TopologyKind
	X, Y     int         // numbers of the things asked about; Y only of RegionRelation
	Outer    bool        // of RoomHolding: the outermost room is asked for
	Relation layout.RCC8 // the answer of RegionRelation: that of X to Y
	Room     int         // the answer of RoomHolding
	Value    TruthValue  // the answer of WallTouch
	Phrasing Phrasing

	nested bool // rooms lie in others, so that it must be said which is asked for
	depth  int  // in how many rooms X lies
	told   bool // it is known that a drawing tells which things overlap
}

// regionOptions are the eight relations as they are answered, in the order of their numbers.
var regionOptions = []option{
	layout.DC:         {"disconnected", []string{"dc", "apart", "separate", "not connected"}},
	layout.EC:         {"touching", []string{"ec", "externally connected", "touch"}},
	layout.PO:         {"overlapping", []string{"po", "partially overlapping", "overlap"}},
	layout.TPP:        {"inside at the border", []string{"tpp", "inside, at the border", "tangential proper part"}},
	layout.NTPP:       {"strictly inside", []string{"ntpp", "non-tangential proper part"}},
	layout.TPPi:       {"containing at the border", []string{"tppi", "containing, at the border", "contains at the border"}},
	layout.NTPPi:      {"strictly containing", []string{"ntppi", "strictly contains"}},
	layout.SameRegion: {"equal", []string{"eq", "identical"}},
}

func (q Topology) asked() bool {
	return q.Map != nil && q.Kind != AnyTopology && q.Kind < topologyKinds && q.X < len(q.Map.Things) && q.Y < len(q.Map.Things) &&
		q.X >= 0 && q.Y >= 0 && (q.Kind != RoomHolding || q.Room >= 0 && q.Room < len(q.Map.Rooms))
}

// class returns the answer as a number.
func (q *Topology) class() int {
	switch q.Kind {
	case RegionRelation:
		return int(q.Relation)
	case WallTouch:
		return int(q.Value)
	}
	return q.Room
}

// Family returns "topology".
func (Topology) Family() string { return TopologyFamily{}.Name() }

// Media returns all media.
func (Topology) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map; a drawing says which things share the cells that it shows shared.
func (q Topology) AppendEvidence(dst []byte, medium Medium) []byte {
	if !q.asked() {
		return dst
	}
	if medium == AsText || medium == AsBoth {
		if dst = describe.AppendMap(dst, q.Map); medium == AsText {
			return dst
		}
		dst = append(dst, "\n\n"...)
	}
	dst = scene.AppendCells(dst, q.Map, scene.Plain)
	legend := len(dst)
	dst = scene.AppendLegend(dst, q.Map)
	if a, b, _ := sharers(q.Map); a >= 0 {
		if len(dst) == legend {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, "\n%c = both %s and %s", scene.SharedMark, q.Map.Things[a].Name, q.Map.Things[b].Name)
	}
	return dst
}

const regionConventions = "Every thing is in one piece, its cells joined by their sides. Every cell is a square, and its sides and corners belong to it. Two things are disconnected when they have no cell, side or " +
	"corner in common; touching when they have sides or corners in common, but no cell; equal when they have the same cells. A thing is inside another " +
	"when all its cells are cells of the other, which has more: inside at the border when at least one of the eight cells around one of its own " +
	"is none of the other's (cells beyond the map are nobody's), else strictly inside. The other then contains it, likewise at the border or strictly. In all " +
	"other cases they are overlapping."

// AppendConventions appends what the relations mean, what a room is, or what it is to touch.
func (q Topology) AppendConventions(dst []byte) []byte {
	switch {
	case !q.asked():
	case q.Kind == RegionRelation:
		dst = append(dst, regionConventions...)
	case q.Kind == WallTouch:
		dst = append(dst, "Every thing is in one piece, its cells joined by their sides. A thing touches a wall when one of its cells has a side or a "+
			"corner in common with a cell of a wall or with a door, which counts as wall, or when it is at the edge of the map."...)
	case q.nested:
		dst = append(dst, "A room is what its walls and doors enclose; what stands there is in the room. A room whose walls stand inside another room "+
			"lies in that room, and so does all that is in it. Of the rooms that a thing is in the innermost is the smallest and the outermost the largest."...)
	default:
		dst = append(dst, "A room is what its walls and doors enclose; what stands there is in the room."...)
	}
	return dst
}

// AppendText appends the question.
func (q Topology) AppendText(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	x, y := q.Map.Things[q.X].Name, q.Map.Things[q.Y].Name
	canonical := q.Phrasing == Canonical
	which := ""
	if q.nested {
		if which = "innermost "; q.Outer {
			which = "outermost "
		}
	}
	switch {
	case q.Kind == RegionRelation && canonical:
		return fmt.Appendf(dst, "What is the relation of %s to %s?", x, y)
	case q.Kind == RegionRelation:
		return fmt.Appendf(dst, "How does %s lie with respect to %s?", x, y)
	case q.Kind == WallTouch && canonical:
		return fmt.Appendf(dst, "Does %s touch a wall?", x)
	case q.Kind == WallTouch:
		return fmt.Appendf(dst, "Is %s in touch with a wall?", x)
	case canonical && q.nested:
		return fmt.Appendf(dst, "What is the %sroom that %s is in?", which, x)
	case canonical:
		return fmt.Appendf(dst, "Which room is %s in?", x)
	}
	return fmt.Appendf(dst, "Name the %sroom that holds %s.", which, x)
}

// AppendFormat appends which answers there are.
func (q Topology) AppendFormat(dst []byte) []byte {
	switch {
	case !q.asked():
	case q.Kind == WallTouch:
		dst = append(dst, "Answer yes or no."...)
	case q.Kind == RegionRelation:
		dst = append(dst, "Answer with one of: "...)
		for i, o := range regionOptions {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			dst = append(dst, o.word...)
		}
		dst = append(dst, '.')
	default:
		dst = append(dst, "Answer with the name of the room."...)
	}
	return dst
}

// Answer returns one of the eight relations as a [Word], the name of a room, or a [TruthValue].
func (q Topology) Answer() Answer {
	switch {
	case !q.asked():
		return Word("")
	case q.Kind == WallTouch:
		return q.Value
	case q.Kind == RegionRelation && q.Relation.Valid():
		return Word(regionOptions[q.Relation].word)
	case q.Kind == RoomHolding:
		return Word(q.Map.Rooms[q.Room].Name)
	}
	return Word("")
}

// Hops returns 0: there are no stated facts.
func (Topology) Hops() int { return 0 }

func (q Topology) roomNames() []string {
	all := make([]string, len(q.Map.Rooms))
	for i := range all {
		all[i] = q.Map.Rooms[i].Name
	}
	return all
}

// Verify grades the words for a relation, or what the calculus calls it; the name of a room; or a yes or no.
func (q Topology) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Kind == WallTouch {
		given, err := readTruth(response, nil)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		if given == Unknown {
			return Verdict{Extracted: given.String(), Reason: fmt.Sprintf("%q is no answer to a yes-or-no question", given)}
		}
		return graded(given, given == q.Value, q.Value)
	}
	options := regionOptions
	if q.Kind == RoomHolding {
		options = optionsOf(q.roomNames()...)
		for i := range options {
			options[i].aliases = append(options[i].aliases, "in "+options[i].word)
		}
	}
	given, err := readWord(response, options)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}

// nearRelations lists to every relation the others, the likeliest to be taken for it first.
var nearRelations = [layout.RCC8s][]layout.RCC8{
	layout.DC:         {layout.EC, layout.PO, layout.TPP},
	layout.EC:         {layout.DC, layout.PO, layout.TPP},
	layout.PO:         {layout.EC, layout.TPP, layout.TPPi, layout.SameRegion},
	layout.TPP:        {layout.NTPP, layout.TPPi, layout.PO, layout.EC},
	layout.NTPP:       {layout.TPP, layout.NTPPi, layout.PO},
	layout.TPPi:       {layout.NTPPi, layout.TPP, layout.PO, layout.EC},
	layout.NTPPi:      {layout.TPPi, layout.NTPP, layout.PO},
	layout.SameRegion: {layout.PO, layout.TPP, layout.TPPi},
}

// Mistakes returns the relations that are taken for the right one, the other rooms, or the other truth value.
func (q Topology) Mistakes() (all []Answer) {
	switch {
	case !q.asked():
	case q.Kind == WallTouch:
		all = append(all, Yes+No-q.Value)
	case q.Kind == RegionRelation:
		for _, r := range nearRelations[q.Relation%layout.RCC8s] {
			all = append(all, Word(regionOptions[r].word))
		}
	default:
		for i, name := range q.roomNames() {
			if i != q.Room {
				all = append(all, Word(name))
			}
		}
	}
	return all
}

// Difficulty counts the things there are and the cells of those asked about, or the rooms there are and lie around it.
func (q Topology) Difficulty() int {
	switch {
	case !q.asked():
		return 1
	case q.Kind == RegionRelation:
		return max(1, len(q.Map.Things)+len(q.Map.Things[q.X].Cells)+len(q.Map.Things[q.Y].Cells))
	case q.Kind == WallTouch:
		return max(1, len(q.Map.Things)+len(q.Map.Things[q.X].Cells))
	}
	return max(1, len(q.Map.Rooms)+q.depth)
}

// Turn asks of the map moved by a symmetry. The answer stays.
func (q Topology) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asked() {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	return q, true
}

// Contrast asks for the relation of the second thing to the first, or for the outermost room instead of the innermost.
func (q Topology) Contrast() (Instance, bool) {
	switch {
	case !q.asked() || q.Kind == WallTouch || q.Kind == RoomHolding && !q.nested:
		return nil, false
	case q.Kind == RegionRelation:
		q.X, q.Y = q.Y, q.X
	default:
		q.Outer = !q.Outer
	}
	return q, q.solve() == nil
}

// Pieces returns the number of cells.
func (q Topology) Pieces() int {
	if !q.asked() {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with a cell hidden.
func (q Topology) Without(piece int) (Instance, error) {
	if !q.asked() || piece < 0 || piece >= len(q.Map.Ground) {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	x, y := q.Map.Things[q.X].Name, q.Map.Things[q.Y].Name
	q.Map, q.told = q.Map.Without(q.Map.Cell(piece)), false
	if q.X, q.Y = q.Map.ThingNamed(x), q.Map.ThingNamed(y); q.Kind != RegionRelation {
		q.Y = max(q.Y, 0)
	}
	nested := q.nested
	if err := q.solve(); err != nil {
		return nil, err
	}
	if q.Kind == RoomHolding && q.nested != nested {
		return nil, unsuitable(q.Family(), "a room is hidden")
	}
	return q, nil
}

// AppendRationale appends which cells two things have, and which both have; of one thing where it meets a wall, or the rooms that it is in from
// the innermost out.
func (q Topology) AppendRationale(dst []byte) []byte {
	if !q.asked() {
		return dst
	}
	x, y := &q.Map.Things[q.X], &q.Map.Things[q.Y]
	dst = appendAll(dst, capital(x.Name), " takes up ")
	dst = append(describe.AppendCells(dst, x.Cells), ".\n"...)
	switch q.Kind {
	case WallTouch:
		return q.appendWall(dst, x.Cells)
	case RoomHolding:
		return q.appendRooms(dst, x.Cells)
	}
	dst = append(append(dst, capital(y.Name)...), " takes up "...)
	dst = append(describe.AppendCells(dst, y.Cells), ".\n"...)
	var common []layout.Cell
	for _, c := range x.Cells {
		for _, d := range y.Cells {
			if c == d {
				common = append(common, c)
			}
		}
	}
	if len(common) == 0 {
		return append(dst, "They have no cell in common."...)
	}
	dst = append(dst, "Both take up "...)
	return append(describe.AppendCells(dst, common), '.')
}

// appendWall appends the first wall, door or edge of the map that a thing touches.
func (q Topology) appendWall(dst []byte, cells []layout.Cell) []byte {
	for _, c := range cells {
		for d := layout.N; d < layout.Cardinals; d++ {
			rows, cols := d.Signs()
			at := layout.Cell{Row: c.Row + rows, Col: c.Col + cols}
			switch g := q.Map.GroundAt(at); {
			case at.Row < 0 || at.Col < 0 || at.Row >= q.Map.Rows || at.Col >= q.Map.Cols:
				return fmt.Appendf(dst, "At %v it is at the edge of the map.", Place{c})
			case g == layout.Wall:
				return fmt.Appendf(dst, "Next to %v there is wall at %v.", Place{c}, Place{at})
			case g == layout.Door:
				return fmt.Appendf(dst, "Next to %v there is a door at %v.", Place{c}, Place{at})
			}
		}
	}
	return append(dst, "It is not at the edge of the map, and none of the cells around it is wall or door."...)
}

// appendRooms appends the rooms that all the cells are in, the smallest first.
func (q Topology) appendRooms(dst []byte, cells []layout.Cell) []byte {
	thing := layout.BoxAround(cells)
	var holds []int
	boxes := make([]layout.Box, len(q.Map.Rooms))
	for i := range q.Map.Rooms {
		if boxes[i] = layout.BoxAround(q.Map.Rooms[i].Cells); boxes[i].Intersect(thing) == thing {
			holds = append(holds, i)
		}
	}
	slices.SortStableFunc(holds, func(a, b int) int { return boxes[a].Area() - boxes[b].Area() })
	for k, i := range holds {
		if k > 0 {
			dst = append(dst, '\n')
		}
		first, last, _ := layout.Span(q.Map.Rooms[i].Cells)
		dst = append(append(dst, capital(q.Map.Rooms[i].Name)...), " is around it: "...)
		dst = appendLines(dst, "row", first.Row, last.Row)
		dst = append(appendLines(append(dst, ", "...), "column", first.Col, last.Col), '.')
	}
	return dst
}
