package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// PathForm is what is asked of a way. The zero value is PathSteps.
type PathForm uint8

// The forms.
const (
	PathSteps  PathForm = iota // a shortest way, step by step, or "none"
	PathLength                 // how long a shortest way is, or "none"
	PathReach                  // whether there is a way, yes or no
	pathForms
)

// String returns "steps", "length" or "reach".
func (f PathForm) String() string {
	if f >= pathForms {
		return "PathForm(?)"
	}
	return [pathForms]string{"steps", "length", "reach"}[f]
}

// MapPath asks for a way from one thing of a map to another round its walls, for how long the shortest is, or whether there is one. Any shortest way is
// right. Things are in nobody's way. The zero MapPath asks nothing, and no response to it is right.
type MapPath struct {
	Map      *layout.Map
	From, To int // indices into Map.Things, of things that take up one cell each
	Form     PathForm
	Gait     layout.Gait
	Phrasing Phrasing

	steps   int   // of a shortest way; -1: there is none
	moves   Moves // one of them
	reached int   // how many cells can be reached from the start
	rim     int   // how far the farthest of them is
}

// newMapPath solves a question. The error wraps ErrUnsuitable where cells of which nothing is known may change the answer.
func newMapPath(q MapPath, w *layout.Walker, src seed.Source) (MapPath, error) {
	if q.From == q.To || !singleCell(q.Map, q.From) || !singleCell(q.Map, q.To) {
		return MapPath{}, unsuitable(q.Family(), "a way needs two things that take up one cell each")
	}
	from, to := q.Map.Things[q.From].At(), q.Map.Things[q.To].At()
	if from == to {
		return MapPath{}, unsuitable(q.Family(), "both things are in one cell")
	}
	w.Load(q.Map, q.Gait, false)
	q.rim = w.From(from)
	q.reached = w.Reached()
	q.steps = w.Dist(to)
	q.moves = w.Moves(nil, to, src)
	if slices.Contains(q.Map.Ground, layout.Hidden) {
		w.Load(q.Map, q.Gait, true)
		w.From(from)
		if d := w.Dist(to); d != q.steps && (q.Form != PathReach || q.steps < 0) {
			return MapPath{}, unsuitable(q.Family(), "the way may lead over a cell of which nothing is known")
		}
	}
	return q, nil
}

// singleCell reports whether a map has a thing with this number, and it takes up one cell.
func singleCell(m *layout.Map, i int) bool {
	return m != nil && i >= 0 && i < len(m.Things) && len(m.Things[i].Cells) == 1
}

// asks reports whether the question asks something.
func (q MapPath) asks() bool {
	return q.steps != 0 && singleCell(q.Map, q.From) && singleCell(q.Map, q.To)
}

// Family returns "path".
func (MapPath) Family() string { return "path" }

// thingName returns the name of a thing of a map, "?" where there is none.
func thingName(m *layout.Map, i int) string {
	if m == nil || i < 0 || i >= len(m.Things) {
		return "?"
	}
	return m.Things[i].Name
}

// AppendText appends the question.
func (q MapPath) AppendText(dst []byte) []byte {
	words := [pathForms][2][3]string{
		PathSteps:  {{"Give a shortest way from ", " to ", "."}, {"Which steps lead from ", " to ", ", as few as possible?"}},
		PathLength: {{"How many steps does a shortest way from ", " to ", " take?"}, {"What is the least number of steps from ", " to ", "?"}},
		PathReach:  {{"Is there a way from ", " to ", "?"}, {"Can one get from ", " to ", "?"}},
	}[q.Form%pathForms][min(q.Phrasing, Variant)]
	return appendAll(dst, words[0], thingName(q.Map, q.From), words[1], thingName(q.Map, q.To), words[2])
}

// appendAll appends strings.
func appendAll(dst []byte, all ...string) []byte {
	for _, s := range all {
		dst = append(dst, s...)
	}
	return dst
}

// AppendFormat appends how an answer is written.
func (q MapPath) AppendFormat(dst []byte) []byte {
	switch {
	case q.Form == PathReach:
		return append(dst, "Answer with \"yes\" or \"no\"."...)
	case q.Form == PathLength:
		return append(dst, "Answer with a whole number, or with \"none\" if there is no way."...)
	case q.Gait == layout.Gait4:
		return append(dst, "Answer with the steps, n, e, s or w each, joined by commas, or with \"none\" if there is no way."...)
	}
	return append(dst, "Answer with the steps, n, ne, e, se, s, sw, w or nw each, joined by commas, or with \"none\" if there is no way."...)
}

// Media returns all three.
func (MapPath) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map.
func (q MapPath) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendMapEvidence(dst, q.Map, medium)
}

// AppendConventions appends what steps there are and what is in the way.
func (q MapPath) AppendConventions(dst []byte) []byte {
	dst = appendGait(dst, q.Map, q.Gait)
	if q.Form != PathReach {
		dst = append(dst, " There may be no way."...)
	}
	return dst
}

// appendGait appends what steps there are on a map and what is in the way.
func appendGait(dst []byte, m *layout.Map, g layout.Gait) []byte {
	dst = append(dst, "North is up and row 1 is the top row. A step leads to the next cell north, east, south or west"...)
	switch g {
	case layout.Gait8:
		dst = append(dst, ", or diagonally, also between two walls; every step counts 1"...)
	case layout.Gait8Open:
		dst = append(dst, ", or diagonally if neither of the two cells on both sides of the step is a wall; every step counts 1"...)
	}
	dst = append(dst, ". Walls cannot be entered, all other cells of the map can, also those where something stands."...)
	if m != nil && slices.Contains(m.Ground, layout.Hidden) {
		dst = append(dst, " Cells of which nothing is known may be walls: ways must not lead over them."...)
	}
	return dst
}

// Answer returns the steps, their number, or "none"; yes or no where that is asked.
func (q MapPath) Answer() Answer {
	switch {
	case !q.asks():
		return Word("")
	case q.Form == PathReach:
		return yesOrNo(q.steps > 0)
	case q.steps < 0:
		return noWay
	case q.Form == PathLength:
		return Number{Value: q.steps}
	}
	return q.moves
}

// Hops returns 0: no facts are stated.
func (MapPath) Hops() int { return 0 }

// Verify grades a way, a length, or yes and no. A way is right if it leads to the goal in the least number of steps, over cells that
// are known to be open; steps are the letters n, e, s and w, the words north, east, south and west or up, right, down and left, or arrows, and where
// diagonal steps are allowed ne and north-east, too. "twice" repeats the step before, a number one that stands alone between commas, as in
// "2 north, east 1". One step a line is read as well; letters that run together are not, for "ne" may be one step or two.
func (q MapPath) Verify(response string) Verdict {
	if !q.asks() {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Form == PathReach {
		given, err := readReach(response)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given.Equal(q.Answer()), q.Answer())
	}
	read := func() (Answer, error) { return readSteps(response, q.Gait != layout.Gait4) }
	if q.Form == PathLength {
		read = func() (Answer, error) { return readLength(response, "steps") }
	}
	given, err := read()
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return q.grade(given)
}

func (q MapPath) grade(given Answer) Verdict {
	moves, ok := given.(Moves)
	if n, number := given.(Number); number {
		given = Number{Value: n.Value, Decimals: n.Decimals}
	}
	if !ok || q.steps < 0 || len(moves) != q.steps {
		return graded(given, given.Equal(q.Answer()), q.Answer())
	}
	var w layout.Walker
	w.Load(q.Map, q.Gait, false)
	end, done := w.Goes(q.Map.Things[q.From].At(), moves)
	v := graded(given, done == len(moves) && end == q.Map.Things[q.To].At(), q.Answer())
	if !v.Correct && done < len(moves) {
		v.Reason = fmt.Sprintf("step %d cannot be taken", done+1)
	}
	return v
}

// Difficulty is the number of steps to the goal; where it cannot be reached, those to the farthest cell that can.
func (q MapPath) Difficulty() int {
	if q.steps > 0 {
		return q.steps
	}
	return max(q.rim, 1)
}

// Mistakes returns ways that go straight through walls, are turned round or mirrored, and lengths that are those or count cells.
func (q MapPath) Mistakes() []Answer {
	if !q.asks() {
		return nil
	}
	if q.Form == PathReach {
		return []Answer{yesOrNo(q.steps < 0)}
	}
	from, to := q.Map.Things[q.From].At(), q.Map.Things[q.To].At()
	var all []Answer
	if q.Form == PathLength {
		straight := q.Gait.Distance(from, to)
		wrong := []int{straight, q.steps + 1, q.steps - 1, q.steps + 2, straight + 1, straight + 2}
		if q.steps < 0 {
			wrong = []int{straight, straight + 2, straight + 1, straight + 4}
		}
		for _, n := range wrong {
			if n > 0 {
				all = append(all, Number{Value: n})
			}
		}
		all = append(all, noWay)
	} else {
		var plain layout.Walker
		empty := layout.NewMap(q.Map.Rows, q.Map.Cols)
		plain.Load(empty, q.Gait, false)
		plain.From(from)
		direct := plain.Moves(nil, to, nil)
		longer := append(Moves{direct[0]}, direct...)
		wrong := []Moves{direct}
		for _, moves := range []Moves{q.moves, direct} {
			if len(moves) > 0 {
				back, turned, swapped := slices.Clone(moves), slices.Clone(moves), slices.Clone(moves)
				for i, move := range moves {
					back[len(moves)-1-i], turned[i] = move.Converse(), layout.Symmetry(6).Cardinal(move)
					swapped[i] = layout.Symmetry(2).Cardinal(move)
				}
				wrong = append(wrong, moves[:len(moves)-1], turned, swapped, back)
			}
		}
		all = append(all, noWay)
		for _, moves := range append(wrong, longer) {
			if len(moves) > 0 {
				all = append(all, moves)
			}
		}
	}
	return wrongOnly(all, func(a Answer) bool { return q.grade(a).Correct })
}

// wrongOnly keeps the answers that are not right, each once.
func wrongOnly(all []Answer, right func(Answer) bool) []Answer {
	kept := all[:0]
	for _, a := range all {
		if !right(a) && !slices.ContainsFunc(kept, a.Equal) {
			kept = append(kept, a)
		}
	}
	return kept
}

// Turn asks the same of the map moved.
func (q MapPath) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	return q.again()
}

// again solves the question anew.
func (q MapPath) again() (Instance, bool) {
	turned, err := newMapPath(q, new(layout.Walker), nil)
	return turned, err == nil
}

// Contrast asks for the way back.
func (q MapPath) Contrast() (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	q.From, q.To = q.To, q.From
	return q.again()
}

// Pieces returns the number of cells.
func (q MapPath) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with one cell hidden. The error wraps ErrUnsuitable where the cell matters.
func (q MapPath) Without(piece int) (Instance, error) {
	if !q.asks() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	rest, ids, err := hideCell(q.Map, piece, q.Family(), q.From, q.To)
	if err != nil {
		return nil, err
	}
	q.Map, q.From, q.To = rest, ids[0], ids[1]
	return newMapPath(q, new(layout.Walker), nil)
}

// hideCell hides a cell of a map, and returns the numbers that things have then. The error wraps ErrUnsuitable where it hides one of
// them or a part of it.
func hideCell(m *layout.Map, piece int, family string, things ...int) (*layout.Map, []int, error) {
	cell := m.Cell(piece)
	rest := m.Without(cell)
	ids := make([]int, len(things))
	for k, i := range things {
		if slices.Contains(m.Things[i].Cells, cell) {
			return nil, nil, unsuitable(family, "something that is asked about is hidden")
		}
		ids[k] = rest.ThingNamed(m.Things[i].Name)
	}
	return rest, ids, nil
}

// AppendRationale appends the cells of a shortest way; where there is none, how many cells can be reached.
func (q MapPath) AppendRationale(dst []byte) []byte {
	if !q.asks() {
		return dst
	}
	at := q.Map.Things[q.From].At()
	dst = fmt.Appendf(dst, "%s is at %v.", capital(thingName(q.Map, q.From)), Place{at})
	if q.steps < 0 {
		return fmt.Appendf(dst, "\nFrom there %s can be reached, itself included, in %s or fewer.\n%s at %v is not among them.", howMany(q.reached, "cell"), howMany(q.rim, "step"),
			capital(thingName(q.Map, q.To)), Place{q.Map.Things[q.To].At()})
	}
	for i, move := range q.moves {
		rows, cols := move.Signs()
		at = layout.Cell{Row: at.Row + rows, Col: at.Col + cols}
		dst = fmt.Appendf(dst, "\nStep %d, %s, leads to %v.", i+1, describe.CompassName(move), Place{at})
	}
	return fmt.Appendf(dst, "\nThat is where %s is.", thingName(q.Map, q.To))
}
