package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// CueKind is what a [Cue] tells. The zero value is CueSteps.
type CueKind uint8

// The kinds of cues.
const (
	CueSteps    CueKind = iota // how many steps ahead or behind and to the right or left something is
	CueStraight                // on which side it is exactly
	CueSide                    // on which side of the line along which one looks, or across it, it is
)

// Cue tells where something is for somebody who stands and looks somewhere.
type Cue struct {
	Thing        int // its number
	Kind         CueKind
	Side         int // ahead, right, behind or left: 0 to 3
	Ahead, Right int // of CueSteps; negative: behind, left
}

// stance is where somebody stands and looks on the map, N being up.
type stance struct {
	at     layout.Cell
	facing layout.Cardinal
}

// fits reports whether the cue is true of a stance.
func (c *Cue) fits(m *layout.Map, s stance) bool {
	ahead, right := layout.GazeAlong(s.facing).Split(layout.GazeTo(s.at, m.Things[c.Thing].At()))
	if c.Kind == CueSteps {
		return ahead == c.Ahead && right == c.Right
	}
	along, across := ahead, right
	if c.Side&1 == 1 {
		along, across = right, ahead
	}
	if c.Side >= 2 {
		along = -along
	}
	return along > 0 && (c.Kind == CueSide || across == 0)
}

// mirrored returns the cue with left and right swapped.
func (c Cue) mirrored() Cue {
	c.Right = -c.Right
	if c.Side&1 == 1 {
		c.Side = 4 - c.Side
	}
	return c
}

// FindPose asks where somebody stands and looks who tells what is where around them. Cells and sides are those on the map. The zero
// FindPose asks nothing.
type FindPose struct {
	Map      *layout.Map
	North    Compass
	Cues     []Cue
	All      bool // all poses that fit are asked for, else the only one
	Phrasing Phrasing
}

// Family returns "pose".
func (FindPose) Family() string { return "pose" }

// Media returns drawing, text and both.
func (FindPose) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// Hops returns 0: cues are no facts about the map.
func (FindPose) Hops() int { return 0 }

func (q *FindPose) valid() bool {
	if q.Map == nil || len(q.Cues) == 0 || len(q.Map.Ground) != q.Map.Rows*q.Map.Cols {
		return false
	}
	return !slices.ContainsFunc(q.Cues, func(c Cue) bool {
		return c.Thing < 0 || c.Thing >= len(q.Map.Things) || len(q.Map.Things[c.Thing].Cells) == 0 || c.Side < 0 || c.Side > 3 || c.Kind > CueSide
	})
}

// free returns the cells where one can stand, and those where nobody knows whether one can.
func (q *FindPose) free() (free, hidden []layout.Cell) {
	taken := make([]bool, len(q.Map.Ground))
	for i := range q.Map.Things {
		for _, c := range q.Map.Things[i].Cells {
			taken[q.Map.Index(c)] = true
		}
	}
	free = make([]layout.Cell, 0, len(taken))
	for i, g := range q.Map.Ground {
		switch {
		case taken[i] || g == layout.Wall:
		case g == layout.Hidden:
			hidden = append(hidden, q.Map.Cell(i))
		default:
			free = append(free, q.Map.Cell(i))
		}
	}
	return free, hidden
}

// fitting appends the stances on some cells that fit all cues.
func (q *FindPose) fitting(dst []stance, cells []layout.Cell) []stance {
	for _, c := range cells {
		for facing := layout.N; facing < layout.Cardinals; facing += 2 {
			if s := (stance{c, facing}); q.fitsBut(-1, s) {
				dst = append(dst, s)
			}
		}
	}
	return dst
}

// solve returns the poses that fit, in reading order. ok is false where there is none, more than one though the only one is asked for, or
// a hidden cell may be one.
func (q *FindPose) solve() (all Poses, ok bool) {
	if !q.valid() {
		return nil, false
	}
	free, hidden := q.free()
	for _, s := range q.fitting(nil, free) {
		all = append(all, q.said(s))
	}
	return all, len(all) > 0 && (q.All || len(all) == 1) && len(q.fitting(nil, hidden)) == 0
}

func (q *FindPose) said(s stance) Pose { return Pose{s.at, q.North.Said(s.facing)} }

// Answer returns the pose, or all of them.
func (q FindPose) Answer() Answer {
	all, ok := q.solve()
	switch {
	case !ok:
		return Poses{}
	case q.All:
		return all
	}
	return all[0]
}

// Verify grades a pose, or a list of poses in any order: partial credit is for those that are right among all that are right or were given.
func (q FindPose) Verify(response string) Verdict {
	all, ok := q.solve()
	if !ok {
		return Verdict{Reason: "nothing was asked"}
	}
	if !q.All {
		given, err := readPose(response)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given.Equal(all[0]), all[0])
	}
	given, err := readPoses(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	v := graded(given, given.Equal(all), all)
	if n := given.shared(all); !v.Correct {
		v.Reward = float64(n) / float64(len(all)+len(given)-n)
	}
	return v
}

// Mistakes returns what comes of left and right swapped, of up taken for north, of looking up the map, of the opposite direction, of rows and columns swapped and of
// neighbouring cells; and with all poses asked for, one too few or too many.
func (q FindPose) Mistakes() (out []Answer) {
	all, ok := q.solve()
	if !ok {
		return nil
	}
	var wrong Poses
	add := func(p Pose) {
		if !slices.Contains(all, p) && !slices.Contains(wrong, p) && p.Row >= 0 && p.Col >= 0 {
			wrong = append(wrong, p)
		}
	}
	free, _ := q.free()
	mirror := q
	mirror.Cues = make([]Cue, len(q.Cues))
	for i, c := range q.Cues {
		mirror.Cues[i] = c.mirrored()
	}
	swapped := mirror.fitting(nil, free)
	for _, s := range swapped[:min(len(swapped), 2)] {
		add(q.said(s))
	}
	right := all[0]
	add(Pose{right.Cell, q.North.OnMap(right.Facing)})
	for _, c := range free {
		if s := (stance{c, layout.N}); q.fitsBut(-1, s) || mirror.fitsBut(-1, s) {
			add(Pose{c, layout.N})
		}
	}
	add(Pose{right.Cell, right.Facing.Turn(4)})
	add(Pose{layout.Cell{Row: right.Col, Col: right.Row}, right.Facing})
	for _, c := range [...]layout.Cardinal{layout.E, layout.S, layout.W, layout.N} {
		rows, cols := c.Signs()
		if next := (layout.Cell{Row: right.Row + rows, Col: right.Col + cols}); q.Map.Has(next) {
			add(Pose{next, right.Facing})
		}
	}
	add(Pose{right.Cell, right.Facing.Turn(2)})
	wrong = wrong[:min(len(wrong), 6)]
	if !q.All {
		for _, p := range wrong {
			out = append(out, p)
		}
		return out
	}
	for i := range all {
		if len(all) > 1 {
			out = append(out, slices.Delete(slices.Clone(all), i, i+1))
		}
		if i < len(wrong) {
			other := slices.Clone(all)
			other[i] = wrong[i]
			out = append(out, other)
		}
	}
	for _, p := range wrong[:min(len(wrong), 2)] {
		out = append(out, append(slices.Clone(all), p))
	}
	return out
}

// Turn asks the same on the map moved; the way north is on it stays, and a mirror swaps left and right.
func (q FindPose) Turn(s layout.Symmetry) (Instance, bool) {
	if _, ok := q.solve(); !ok {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	if s.Mirrors() {
		q.Cues = slices.Clone(q.Cues)
		for i := range q.Cues {
			q.Cues[i] = q.Cues[i].mirrored()
		}
	}
	return q, true
}

// Contrast asks with left and right swapped, where that has an answer.
func (q FindPose) Contrast() (Instance, bool) {
	if !q.valid() {
		return nil, false
	}
	before := q.Cues
	q.Cues = make([]Cue, len(before))
	for i := range before {
		q.Cues[i] = before[i].mirrored()
	}
	all, ok := q.solve()
	return q, ok && len(all) <= mostPoses && !slices.Equal(q.Cues, before)
}

// Pieces returns the number of cells of the map.
func (q FindPose) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with a cell hidden, unless a cue names what stands there or one could stand there.
func (q FindPose) Without(piece int) (Instance, error) {
	before, ok := q.solve()
	if !ok || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable("pose", "there is no such cell")
	}
	all := q.Map
	q.Map, q.Cues = all.Without(all.Cell(piece)), slices.Clone(q.Cues)
	for i := range q.Cues {
		c := &q.Cues[i]
		if c.Thing = q.Map.ThingNamed(all.Things[c.Thing].Name); c.Thing < 0 {
			return nil, unsuitable("pose", "what a cue names is hidden")
		}
	}
	if after, ok := q.solve(); !ok || !after.Equal(before) {
		return nil, unsuitable("pose", "one may stand on the hidden cell")
	}
	return q, nil
}

// Difficulty counts the cues, and the poses that fit the one that tells most, each of which is to be tried.
func (q FindPose) Difficulty() int {
	if !q.valid() {
		return 1
	}
	free, _ := q.free()
	least := 4 * len(free)
	for i := range q.Cues {
		one := q
		one.Cues = q.Cues[i : i+1]
		least = min(least, len(one.fitting(nil, free)))
	}
	return max(least, 1) + len(q.Cues)
}
