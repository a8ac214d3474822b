package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// PoseFamily asks where somebody stands on a map and where they look, who tells which things lie where around them. No cue is idle: without any of them more
// poses would fit. Maps are drawn with north up in half of the questions only.
type PoseFamily struct {
	Rows, Cols int // the size of sampled maps, 3 to 12 each; 0 stands for 5
	Things     int // how many things stand there, 3 to 12 and no more than half the cells; 0 stands for 4
	Walls      int // how many of a hundred cells are walls, 0 to 40, about
	// Loose is how little the cues tell: 0 how many steps away something is, 1 that or only that it is straight on some side, 2 only that.
	// In all of them cues may tell half the map that something is in.
	Loose    int
	Sets     bool // in half of the questions all poses are asked for, which may be one or several
	NorthUp  bool // north is always up
	Phrasing Phrasing
}

// Name returns "pose".
func (PoseFamily) Name() string { return "pose" }

// Summary says what the family asks.
func (PoseFamily) Summary() string {
	return "where somebody stands on a map and which way they look, from what is ahead of them, behind them and on their sides"
}

// Group returns View.
func (PoseFamily) Group() Group { return View }

// Validate reports a knob out of range.
func (f PoseFamily) Validate() error {
	switch {
	case f.Rows != 0 && (f.Rows < 3 || f.Rows > 12):
		return fmt.Errorf("qa: pose: %d rows; 3 to 12 are allowed, or 0 for 5", f.Rows)
	case f.Cols != 0 && (f.Cols < 3 || f.Cols > 12):
		return fmt.Errorf("qa: pose: %d columns; 3 to 12 are allowed, or 0 for 5", f.Cols)
	case f.Things != 0 && (f.Things < 3 || f.Things > 12):
		return fmt.Errorf("qa: pose: %d things; 3 to 12 are allowed, or 0 for 4", f.Things)
	case f.Walls < 0 || f.Walls > 40:
		return fmt.Errorf("qa: pose: %d walls of a hundred cells; 0 to 40 are allowed", f.Walls)
	case f.Loose < 0 || f.Loose > 2:
		return fmt.Errorf("qa: pose: looseness %d; 0 to 2 are allowed", f.Loose)
	}
	if g := f.filled(); g.Things > g.Rows*g.Cols/2 {
		return fmt.Errorf("qa: pose: %d things on %d cells; no more than half the cells are allowed", g.Things, g.Rows*g.Cols)
	}
	return f.Phrasing.validate("pose")
}

// filled returns the family with knobs of zero replaced by what they stand for.
func (f PoseFamily) filled() PoseFamily {
	if f.Rows == 0 {
		f.Rows = 5
	}
	if f.Cols == 0 {
		f.Cols = 5
	}
	if f.Things == 0 {
		f.Things = 4
	}
	return f
}

// At returns the family with the knobs of a level.
func (f PoseFamily) At(level int) Family {
	at := [Levels]PoseFamily{
		{Rows: 5, Cols: 5, Things: 4},
		{Rows: 6, Cols: 7, Things: 5, Walls: 5, Loose: 1},
		{Rows: 8, Cols: 8, Things: 7, Walls: 8, Loose: 2},
		{Rows: 10, Cols: 10, Things: 8, Walls: 10, Loose: 2, Sets: true},
	}[clampLevel(level)-1]
	at.NorthUp, at.Phrasing = f.NorthUp, f.Phrasing
	return at
}

// WithPhrasing returns the family with another phrasing.
func (f PoseFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// Sample draws a map of things and walls.
func (f PoseFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	m := layout.NewMap(f.Rows, f.Cols)
	for range f.Rows * f.Cols * f.Walls / 100 {
		m.Ground[src.Intn(len(m.Ground))] = layout.Wall
	}
	return Subject{Map: sampleViewers(m, f.Things, 0, false, src)}, nil
}

// mostCues is how many cues a question has at most, mostPoses how many poses fit it.
const (
	mostCues  = 5
	mostPoses = 4
)

// Ask asks about a map with three things or more on cells of their own, its north being up.
func (f PoseFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Map == nil {
		return nil, unsuitable("pose", "there is no map")
	}
	if err := s.Map.Validate(); err != nil {
		return nil, fmt.Errorf("qa: pose: %w: %w", ErrUnsuitable, err)
	}
	north := drawCompass(f.NorthUp, src)
	q := FindPose{Map: north.show(s.Map), North: north, All: f.Sets && src.Intn(2) == 0, Phrasing: f.Phrasing}
	var room [16]int
	at := spots(room[:0], q.Map)
	if len(at) < 2 {
		return nil, unsuitable("pose", "there are fewer than two things with names on cells of their own")
	}
	fits := 1
	if q.All {
		fits = 1 + src.Intn(mostPoses)
	}
	free, _ := q.free()
	all := make([]stance, 0, 8*len(free))
	for _, c := range free {
		for facing := layout.N; facing < layout.Cardinals; facing += 2 {
			all = append(all, stance{c, facing})
		}
	}
	for try := range 12 {
		// One cue may tell all, at the edge of the map; that is too little to put together.
		if q.drawCues(f.Loose, fits, at, all, src) && (len(q.Cues) > 1 || q.All || try >= 8) {
			if all, ok := q.solve(); !ok || len(all) > mostPoses {
				break // a hidden cell fits too
			}
			return q, nil
		}
	}
	return nil, unsuitable("pose", "no few cues tell one place and direction")
}

// drawCues draws a pose and cues that it fits, until no more than so many of all fit. It uses the memory after them.
func (q *FindPose) drawCues(loose, fits int, at []int, all []stance, src seed.Source) bool {
	// One that is straight before or beside something, or there would be no cue that tells much.
	mark := q.Map.Things[at[src.Intn(len(at))]].At()
	line := all[len(all):]
	for _, s := range all {
		if (s.at.Row == mark.Row) != (s.at.Col == mark.Col) {
			line = append(line, s)
		}
	}
	if len(line) == 0 {
		return false
	}
	truth := line[src.Intn(len(line))]
	cues := q.cuesOf(truth, loose, at, src)
	left := append(line[:0], all...)
	q.Cues = make([]Cue, 0, mostCues)
	for i := 0; i < len(cues) && len(left) > fits; i++ {
		before := len(left)
		left = keep(left, func(s *stance) bool { return cues[i].fits(q.Map, *s) })
		if len(left) < before {
			if len(q.Cues) == mostCues {
				return false
			}
			q.Cues = append(q.Cues, cues[i])
		}
	}
	if len(left) > fits || len(left) > mostPoses {
		return false
	}
	// A later cue may make an earlier one idle.
	for i := 0; i < len(q.Cues) && len(q.Cues) > 1; {
		n := 0
		for _, s := range all {
			if q.fitsBut(i, s) {
				if n++; n > len(left) {
					break
				}
			}
		}
		if n == len(left) {
			q.Cues = append(q.Cues[:i], q.Cues[i+1:]...)
			i = 0
		} else {
			i++
		}
	}
	seed.Shuffle(src, q.Cues)
	return len(q.Cues) > 0
}

// fitsBut reports whether a stance fits all cues but one.
func (q *FindPose) fitsBut(but int, s stance) bool {
	for i := range q.Cues {
		if i != but && !q.Cues[i].fits(q.Map, s) {
			return false
		}
	}
	return true
}

// cuesOf returns true cues about things in random order, one of those that tell most first.
func (q *FindPose) cuesOf(s stance, loose int, at []int, src seed.Source) (cues []Cue) {
	strong := 0
	for _, i := range at {
		ahead, right := layout.GazeAlong(s.facing).Split(layout.GazeTo(s.at, q.Map.Things[i].At()))
		steps := loose == 0 || loose == 1 && src.Intn(3) == 0
		switch {
		case steps:
			cues = append(cues, Cue{Thing: i, Kind: CueSteps, Ahead: ahead, Right: right})
			strong++
		case ahead == 0 || right == 0:
			cues = append(cues, Cue{Thing: i, Kind: CueStraight, Side: sideOf(ahead, right)})
			strong++
		}
		// What is a little ahead and far to the left is said to be either.
		if ahead != 0 && right != 0 {
			side := sideOf(ahead, 0)
			if src.Intn(2) == 0 {
				side = sideOf(0, right)
			}
			cues = append(cues, Cue{Thing: i, Kind: CueSide, Side: side})
		}
	}
	seed.Shuffle(src, cues)
	for i := range cues {
		if cues[i].Kind != CueSide {
			cues[0], cues[i] = cues[i], cues[0]
			break
		}
	}
	if loose == 0 && strong > 1 {
		// Sides before more steps: two cues with steps tell everything.
		n := 1
		for i := 1; i < len(cues); i++ {
			if cues[i].Kind == CueSide {
				cues[n], cues[i] = cues[i], cues[n]
				n++
			}
		}
	}
	return cues
}

// sideOf returns the side, in quarters clockwise from ahead, on which something straight ahead or beside is.
func sideOf(ahead, right int) int {
	switch {
	case ahead > 0:
		return 0
	case ahead < 0:
		return 2
	case right > 0:
		return 1
	}
	return 3
}
