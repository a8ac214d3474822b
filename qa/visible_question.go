package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Visible asks what can be seen from somewhere on a map. Cells and directions are those on the map, N being up. The zero Visible asks nothing.
type Visible struct {
	Map      *layout.Map
	North    Compass
	Form     VisibleForm
	At       int             // the number of the thing where one stands
	Facing   layout.Cardinal // where one looks: straight there for FirstSight, else no more than 45 degrees off; EQ: all around
	Target   int             // of SightOf and HiddenBy: the number of what one looks for; else -1
	Options  []int           // of InSight: the things on offer, three or more
	Negated  bool            // of SightOf and InSight: it is asked what cannot be seen
	Phrasing Phrasing
}

const (
	aWall     = "a wall"
	noSight   = "nothing"
	nobodyYet = "nothing was asked"
)

// Family returns "visible".
func (Visible) Family() string { return "visible" }

// Media returns drawing, text and both.
func (Visible) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// Hops returns 0: nothing is stated as facts.
func (Visible) Hops() int { return 0 }

// valid reports whether the numbers of things are such.
func (q *Visible) valid() bool {
	if q.Map == nil || len(q.Map.Ground) != q.Map.Rows*q.Map.Cols || !q.Facing.Valid() {
		return false
	}
	has := func(i int) bool { return i >= 0 && i < len(q.Map.Things) && len(q.Map.Things[i].Cells) > 0 }
	for _, i := range q.Options {
		if !has(i) || i == q.At {
			return false
		}
	}
	if q.Target >= len(q.Map.Things) {
		return false
	}
	switch q.Form {
	case SightOf, HiddenBy:
		return has(q.At) && has(q.Target) && q.At != q.Target
	case FirstSight:
		return has(q.At) && q.Facing.Straight()
	case InSight:
		return has(q.At) && len(q.Options) > 2
	}
	return false
}

// solve returns the answer, nil where there is none.
func (q *Visible) solve() Answer {
	if !q.valid() {
		return nil
	}
	v := newSights(q.Map)
	switch q.Form {
	case SightOf:
		sees, _ := q.sees(v, q.Target)
		if sees == Unknown {
			return nil
		}
		if q.Negated {
			return Yes + No - sees
		}
		return sees
	case FirstSight:
		switch first := q.first(v); {
		case first.hit == unknownCell:
			return nil
		case first.hit == wallCell:
			return Word(aWall)
		case first.hit == openCell:
			return Word(noSight)
		default:
			return Word(q.Map.Things[first.hit].Name)
		}
	case HiddenBy:
		if hider := q.hider(v); hider >= 0 {
			return Word(q.Map.Things[hider].Name)
		}
		return nil
	}
	c := Choice{Options: len(q.Options)}
	for _, i := range q.Options {
		sees, _ := q.sees(v, i)
		if sees == Unknown {
			return nil
		}
		if (sees == Yes) != q.Negated {
			c.Names = append(c.Names, q.Map.Things[i].Name)
		}
	}
	return c
}

// Answer returns yes or no, a name, "a wall" or "nothing", or a choice of names.
func (q Visible) Answer() Answer {
	if a := q.solve(); a != nil {
		return a
	}
	return Word("")
}

// names returns the names that may be answered.
func (q *Visible) names() (all []string) {
	if q.Form == InSight {
		for _, i := range q.Options {
			all = append(all, q.Map.Things[i].Name)
		}
		return all
	}
	for i := range q.Map.Things {
		all = append(all, q.Map.Things[i].Name)
	}
	return all
}

// words returns the words that may be answered.
func (q *Visible) words() []option {
	all := optionsOf(q.names()...)
	if q.Form == FirstSight {
		all = append(all, option{aWall, []string{"wall", "the wall"}}, option{noSight, []string{"none", "the edge of the map", "the edge"}})
	}
	return all
}

// Verify grades yes or no, a name, or a list of names.
func (q Visible) Verify(response string) Verdict {
	answer := q.solve()
	if answer == nil {
		return Verdict{Reason: nobodyYet}
	}
	var given Answer
	var err error
	switch q.Form {
	case SightOf:
		given, err = readTruth(response, nil)
	case InSight:
		given, err = (&choiceReader{options: q.names()}).read(joinNames(response, q.names()))
	case FirstSight:
		given, err = readLed(response, q.words(), []string{"you see ", "i see ", "it is "}, []string{" first"})
	default:
		target := q.Map.Things[q.Target].Name
		given, err = readLed(response, q.words(), nil, []string{" hides it", " hides " + target, " is in the way", " blocks the view"})
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(answer), answer)
}

// Mistakes returns the contrary answer; what stands behind what is seen first, or is seen the other way or the way that the drawing suggests; other things that stand
// close to the line; and choices with one name more or less.
func (q Visible) Mistakes() (all []Answer) {
	right := q.solve()
	if right == nil {
		return nil
	}
	add := func(a Answer) {
		if a != nil && !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	name := func(i int) Answer { return Word(q.Map.Things[i].Name) }
	switch q.Form {
	case SightOf:
		return []Answer{Yes + No - right.(TruthValue), Unknown}
	case FirstSight:
		if next := q.first(newSights(q.Map)).next; next >= 0 {
			add(name(next))
		}
		for _, c := range [...]layout.Cardinal{q.North.Said(q.Facing), q.Facing.Turn(4), q.Facing.Turn(2), q.Facing.Turn(-2)} {
			other := q
			other.Facing = c
			add(other.solve())
		}
		add(Word(aWall))
		add(Word(noSight))
	case HiddenBy:
		from, to := q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()
		for far := range 3 {
			for i := range q.Map.Things {
				c := q.Map.Things[i].At()
				in := min(from.Row, to.Row)-far <= c.Row && c.Row <= max(from.Row, to.Row)+far && min(from.Col, to.Col)-far <= c.Col &&
					c.Col <= max(from.Col, to.Col)+far
				if in && i != q.At && i != q.Target && q.Map.Things[i].Kind == "" {
					add(name(i))
				}
			}
		}
		return all
	case InSight:
		chosen := right.(Choice)
		names := q.names()
		contrary := Choice{Options: chosen.Options}
		for _, n := range names {
			if !slices.Contains(chosen.Names, n) {
				contrary.Names = append(contrary.Names, n)
			}
		}
		for _, n := range names {
			other := Choice{Options: chosen.Options}
			for _, m := range names {
				if slices.Contains(chosen.Names, m) != (m == n) {
					other.Names = append(other.Names, m)
				}
			}
			add(other)
		}
		add(contrary)
		return all
	}
	for i := range q.Map.Things {
		if i != q.At && q.Map.Things[i].Kind == "" && len(all) < 6 {
			add(name(i))
		}
	}
	return all
}

// Turn asks the same on the map moved; the way north is on it stays.
func (q Visible) Turn(s layout.Symmetry) (Instance, bool) {
	if q.solve() == nil {
		return nil, false
	}
	q.Map, q.Facing = q.Map.Transform(s), s.Cardinal(q.Facing)
	return q, true
}

// Contrast asks what cannot be seen, the opposite direction, or the way back.
func (q Visible) Contrast() (Instance, bool) {
	switch q.Form {
	case SightOf, InSight:
		q.Negated = !q.Negated
	case FirstSight:
		q.Facing = q.Facing.Turn(4)
	case HiddenBy:
		q.At, q.Target = q.Target, q.At
	}
	return q, q.solve() != nil
}

// Pieces returns the number of cells of the map.
func (q Visible) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with a cell hidden, unless what stands there may matter.
func (q Visible) Without(piece int) (Instance, error) {
	before := q.solve()
	if before == nil || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("visible", "there is no such cell")
	}
	all := q.Map
	q.Map = all.Without(all.Cell(piece))
	move := func(i int) int {
		if i < 0 {
			return i
		}
		return q.Map.ThingNamed(all.Things[i].Name)
	}
	at, target := move(q.At), move(q.Target)
	if at < 0 || target < 0 && q.Target >= 0 {
		return nil, unsuitable("visible", "what the question names is hidden")
	}
	q.At, q.Target = at, target
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		if q.Options[i] = move(q.Options[i]); q.Options[i] < 0 {
			return nil, unsuitable("visible", "what the question names is hidden")
		}
	}
	if after := q.solve(); after == nil || !after.Equal(before) {
		return nil, unsuitable("visible", "a cell that the line comes through is hidden")
	}
	return q, nil
}

// Difficulty counts the cells that the lines come through, and where people look.
func (q Visible) Difficulty() int {
	if !q.valid() {
		return 1
	}
	v := newSights(q.Map)
	steps := 2
	if q.Facing != layout.EQ {
		steps++
	}
	switch q.Form {
	case FirstSight:
		return steps + q.first(v).away
	case InSight:
		for _, i := range q.Options {
			steps += 1 + v.between(q.Map.Things[q.At].At(), q.Map.Things[i].At()).cells
		}
		return steps
	}
	return steps + v.between(q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()).cells
}
