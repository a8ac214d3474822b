package qa

import (
	"github.com/gridscribe/gridscribe/layout"
)

// EgoFace is how an [Egocentric] question says where somebody looks. The zero value is ByCompass.
type EgoFace uint8

// The ways to say it.
const (
	ByCompass EgoFace = iota // in a direction of the compass
	ByThing                  // towards a thing
	AsShown                  // as the map shows of who stands there
)

// Egocentric asks where something is for somebody who stands and looks somewhere, or the other way round. Cells and directions are those on
// the map, N being up. The zero Egocentric asks nothing.
type Egocentric struct {
	Map      *layout.Map
	North    Compass
	Form     EgoForm
	Sectors  layout.Sectors // of EgoWhere
	At       int            // the number of the thing where one stands
	Face     EgoFace
	Toward   int             // ByThing: the number of the thing looked at; else -1
	Facing   layout.Cardinal // ByCompass: where one looks
	Away     bool            // one looks the opposite way
	Turns    []int           // the turns made then, in eighths clockwise
	Target   int             // what is asked about, or is on a side; -1 for none
	Side     int             // of EgoSide and EgoFacing: which side, in eighths clockwise from ahead
	Eight    bool            // eight directions of the compass are told apart, not four
	Phrasing Phrasing
}

// Family returns "egocentric".
func (Egocentric) Family() string { return "egocentric" }

// Media returns drawing, text and both.
func (Egocentric) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// Hops returns 0: nothing is stated as facts.
func (Egocentric) Hops() int { return 0 }

func (q *Egocentric) thing(i int) *layout.Thing {
	if q.Map == nil || i < 0 || i >= len(q.Map.Things) {
		return nil
	}
	return &q.Map.Things[i]
}

// gaze returns where one looks before the turns. ok is false where that is nowhere.
func (q *Egocentric) gaze() (g layout.Gaze, ok bool) {
	at := q.thing(q.At)
	if at == nil {
		return g, false
	}
	switch q.Face {
	case ByCompass:
		g = layout.GazeAlong(q.Facing)
	case ByThing:
		toward := q.thing(q.Toward)
		if toward == nil {
			return g, false
		}
		g = layout.GazeTo(at.At(), toward.At())
	case AsShown:
		g = layout.GazeAlong(at.Facing)
	}
	if q.Away {
		g = layout.Gaze{Rows: -g.Rows, Cols: -g.Cols}
	}
	return g, g != layout.Gaze{}
}

// turned returns by how many eighths clockwise all turns together turn.
func (q *Egocentric) turned() (eighths int) {
	for _, t := range q.Turns {
		eighths += t
	}
	return eighths
}

// solve returns the answer: the number of a sector, or a direction on the map. ok is false where there is none, or it is too close to another.
func (q *Egocentric) solve() (answer int, ok bool) {
	at, target := q.thing(q.At), q.thing(q.Target)
	if at == nil {
		return 0, false
	}
	g, looks := q.gaze()
	switch q.Form {
	case EgoWhere:
		if !looks || target == nil {
			return 0, false
		}
		return q.Sectors.Of(g.Turn(q.turned()).Split(layout.GazeTo(at.At(), target.At())))
	case EgoSide:
		c := g.Turn(q.turned() + q.Side).Cardinal()
		return int(c), looks && c != layout.EQ && (q.Eight || c.Straight())
	case EgoFacing:
		if target == nil {
			return 0, false
		}
		c := layout.GazeTo(at.At(), target.At()).Cardinal().Turn(q.turned() - q.Side)
		return int(c), c != layout.EQ && (q.Eight || c.Straight())
	case EgoBearing:
		if !looks || target == nil {
			return 0, false
		}
		to := layout.GazeTo(at.At(), target.At())
		sectors := layout.Quarters
		if q.Eight {
			sectors = layout.Eighths
		}
		sector, ok := sectors.Of(-to.Rows, to.Cols)
		return int(layout.N) + sector*8/sectors.Count(), ok
	}
	return 0, false
}

// word returns an answer as it is said; "" for none.
func (q *Egocentric) word(answer int) Word {
	if q.Form != EgoWhere {
		return Word(q.North.name(layout.Cardinal(answer)))
	}
	if all := sectorOptions[q.Sectors]; answer >= 0 && answer < len(all) {
		return Word(all[answer].word)
	}
	return ""
}

// Answer returns a side or an hour, or a direction of the compass.
func (q Egocentric) Answer() Answer {
	answer, ok := q.solve()
	if !ok {
		return Word("")
	}
	return q.word(answer)
}

// Verify grades a side or an hour, or a direction of the compass.
func (q Egocentric) Verify(response string) Verdict {
	answer := q.Answer()
	if answer == Answer(Word("")) {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Word
	var err error
	if q.Form == EgoWhere {
		given, err = readLed(response, sectorOptions[q.Sectors], q.leads(), egoTails)
	} else {
		given, err = readCompass(response, q.leads())
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(answer), answer)
}

// Mistakes returns what comes of left and right swapped, of looking up the map, of up taken for north, of turns forgotten, and other
// answers that there are.
func (q Egocentric) Mistakes() (all []Answer) {
	right, ok := q.solve()
	if !ok {
		return nil
	}
	add := func(answer int, ok bool) {
		if w := q.word(answer); ok && answer != right && w != "" {
			for _, a := range all {
				if a == Answer(w) {
					return
				}
			}
			all = append(all, w)
		}
	}
	if q.Form == EgoWhere {
		n := q.Sectors.Count()
		mirrored := n - right
		if q.Sectors == layout.Halves || q.Sectors == layout.Quadrants {
			mirrored--
		}
		add(mirrored%n, true)
		up := q
		up.Face, up.Facing, up.Away, up.Turns = ByCompass, layout.N, false, nil
		add(up.solve())
		up.Facing = q.North.OnMap(layout.N)
		add(up.solve())
		q.without(add)
		for _, d := range [...]int{n / 2, 1, n - 1, 2, n - 2, n / 4, 3 * n / 4} {
			add((right+d)%n, true)
		}
		return all
	}
	c := layout.Cardinal(right)
	add(int(q.North.OnMap(c)), true)
	q.without(add)
	for _, d := range [...]int{4, 2, 6, 1, 7} {
		if q.Eight || d%2 == 0 {
			add(int(c.Turn(d)), true)
		}
	}
	return all
}

// without adds the answers to the question with something in it overlooked.
func (q Egocentric) without(add func(answer int, ok bool)) {
	if q.Form == EgoBearing {
		seen := q
		seen.Form, seen.Sectors = EgoWhere, layout.Eighths
		if sector, ok := seen.solve(); ok && (q.Eight || sector%2 == 0) {
			add(int(q.North.OnMap(layout.N).Turn(sector)), true)
		}
		return
	}
	if q.Face == ByCompass && q.Form != EgoFacing && q.North != NorthUp {
		other := q
		other.Facing = q.North.Said(q.Facing)
		add(other.solve())
	}
	if len(q.Turns) > 0 {
		other := q
		other.Turns = q.Turns[:len(q.Turns)-1]
		add(other.solve())
		other.Turns = make([]int, len(q.Turns))
		for i, t := range q.Turns {
			other.Turns[i] = -t
		}
		add(other.solve())
	}
	if q.Away {
		other := q
		other.Away = false
		add(other.solve())
	}
}

// Turn asks the same on the map moved; the way north is on it stays.
func (q Egocentric) Turn(s layout.Symmetry) (Instance, bool) {
	if _, ok := q.solve(); !ok {
		return nil, false
	}
	q.Map, q.Facing = q.Map.Transform(s), s.Cardinal(q.Facing)
	_, ok := q.solve()
	return q, ok
}

// Contrast asks with the back where the face was, about the opposite side, or back from what the question was about.
func (q Egocentric) Contrast() (Instance, bool) {
	switch q.Form {
	case EgoWhere:
		q.Away = !q.Away
	case EgoSide, EgoFacing:
		q.Side = (q.Side + 4) % 8
	case EgoBearing:
		if q.Face == AsShown {
			return nil, false
		}
		q.At, q.Target = q.Target, q.At
	}
	_, ok := q.solve()
	return q, ok
}

// Pieces returns the number of cells of the map.
func (q Egocentric) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with a cell hidden, unless one of those stands there whom the question names.
func (q Egocentric) Without(piece int) (Instance, error) {
	if piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("egocentric", "there is no such cell")
	}
	hidden := q.Map.Without(q.Map.Cell(piece))
	for _, i := range []*int{&q.At, &q.Toward, &q.Target} {
		if t := q.thing(*i); t != nil {
			if *i = hidden.ThingNamed(t.Name); *i < 0 {
				return nil, unsuitable("egocentric", "what the question names is hidden")
			}
		}
	}
	q.Map = hidden
	return q, nil
}

// Difficulty counts what is to be found on the map, the turns, and how finely directions are parted.
func (q Egocentric) Difficulty() int {
	steps := 2 + len(q.Turns)
	if q.Form != EgoFacing {
		steps += [4]int{ByCompass: 1, ByThing: 2, AsShown: 2}[q.Face&3]
	}
	if q.Away {
		steps++
	}
	if q.North != NorthUp && (q.Form != EgoWhere || q.Face != ByThing) {
		steps++
	}
	switch {
	case q.Form == EgoWhere:
		steps += [8]int{layout.Halves: 1, layout.Quarters: 2, layout.Quadrants: 2, layout.Eighths: 3, layout.Hours: 4}[q.Sectors&7]
	case q.Eight:
		steps += 2
	default:
		steps++
	}
	return steps
}
