package qa_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// visibleMeets returns how a segment between the centres of two cells meets the closed square of a third: not at all (0), at a point (1), inside (2). It
// clips the segment in fractions.
func visibleMeets(from, to, c egoSpot) int {
	type fraction struct{ n, d int }
	less := func(a, b fraction) bool { return a.n*b.d < b.n*a.d }
	lo, hi := fraction{0, 1}, fraction{1, 1}
	for _, axis := range [2][2]int{{to.row - from.row, c.row - from.row}, {to.col - from.col, c.col - from.col}} {
		d, at := axis[0], axis[1]
		if d == 0 {
			if at != 0 {
				return 0
			}
			continue
		}
		enter, leave := fraction{2*at - 1, 2 * d}, fraction{2*at + 1, 2 * d}
		if d < 0 {
			enter, leave = fraction{-2*at - 1, -2 * d}, fraction{-2*at + 1, -2 * d}
		}
		if less(lo, enter) {
			lo = enter
		}
		if less(leave, hi) {
			hi = leave
		}
	}
	switch {
	case less(lo, hi):
		return 2
	case less(hi, lo):
		return 0
	}
	return 1
}

// visibleBlockers returns the names of what a line of sight comes through, "#" for a wall.
func visibleBlockers(s egoScene, from, to egoSpot) (all []string) {
	for row := range s.rows {
		for col := range s.cols {
			c := egoSpot{row: row, col: col}
			if row == from.row && col == from.col || row == to.row && col == to.col || s.grid[row][col] == '.' || s.grid[row][col] == '+' {
				continue
			}
			if visibleMeets(from, to, c) == 2 {
				all = append(all, visibleName(s, row, col))
			}
		}
	}
	return all
}

func visibleName(s egoScene, row, col int) string {
	for name, at := range s.things {
		if at.row == row && at.col == col {
			return name
		}
	}
	return string(rune(s.grid[row][col]))
}

var (
	visibleStand = regexp.MustCompile(`^(?:You stand|Imagine standing) at (.+?)(?:(?: and look|, looking) (north|east|south|west))?\. `)
	visibleCan   = regexp.MustCompile(`^(?:Can you see|Is) (.+?)( out of your sight| in your sight)?\? Answer yes or no\.$`)
	visibleNot   = regexp.MustCompile(`^Is it true that (.+) cannot be seen from there\?`)
	visibleFirst = regexp.MustCompile(`^(?:You stand at|What comes into view first when you stand at) (.+) and look straight (north|east|south|west)[.?]`)
	visibleHides = regexp.MustCompile(`^(?:You stand at|From) (.+?)(?: and cannot see| there is no view of) (.+?)\. `)
	visibleWhich = regexp.MustCompile(`^(?:Which of these can you( not)? see: (.+?)\?|Of (.+?), which are (in|out of) your sight\?)`)
)

func visibleSolve(prompt string) (none qatest.Solution, err error) {
	s, err := egoRead(prompt)
	if err != nil {
		return none, err
	}
	if !strings.Contains(s.conventions, "does not come through the inside of any other cell with a wall or a thing; a cell that the line only touches at a corner hides nothing.") {
		return none, fmt.Errorf("it is not said what hides")
	}
	spot := func(name string) egoSpot {
		at, ok := s.things[name]
		if !ok {
			err = fmt.Errorf("%q is not on the map", name)
		}
		return at
	}
	if m := visibleFirst.FindStringSubmatch(s.asked); m != nil {
		at := spot(m[1])
		angle := (egoWinds[m[2]] + s.north) * math.Pi / 180
		down, right := -int(math.Round(math.Cos(angle))), int(math.Round(math.Sin(angle)))
		for err == nil {
			at.row, at.col = at.row+down, at.col+right
			if at.row < 0 || at.col < 0 || at.row >= s.rows || at.col >= s.cols {
				return qatest.Solution{Answer: "nothing", Right: func(given string) bool { return given == "nothing" || given == "none" }}, nil
			}
			switch s.grid[at.row][at.col] {
			case '.', '+':
			case '#':
				return qatest.Solution{Answer: "a wall"}, nil
			default:
				return qatest.Solution{Answer: visibleName(s, at.row, at.col)}, nil
			}
		}
		return none, err
	}
	if m := visibleHides.FindStringSubmatch(s.asked); m != nil {
		from, to := spot(m[1]), spot(m[2])
		if err != nil {
			return none, err
		}
		all := visibleBlockers(s, from, to)
		if len(all) != 1 || all[0] == "#" {
			return none, fmt.Errorf("not one thing hides it: %v", all)
		}
		return qatest.Solution{Answer: all[0]}, nil
	}
	m := visibleStand.FindStringSubmatch(s.asked)
	if m == nil {
		return none, fmt.Errorf("where one stands: %q", s.asked)
	}
	at := spot(m[1])
	look := -1.0
	if m[2] != "" {
		look = egoWinds[m[2]] + s.north
		if !strings.Contains(s.conventions, "You see nothing that is more than 45 degrees off the way you look.") {
			return none, fmt.Errorf("it is not said how wide one sees")
		}
	}
	sees := func(name string) bool {
		to := spot(name)
		if look >= 0 && math.Abs(math.Remainder(egoAngle(at, to)-look, 360)) > 45 {
			return false
		}
		return len(visibleBlockers(s, at, to)) == 0
	}
	asked := s.asked[len(m[0]):]
	answer := ""
	if m := visibleNot.FindStringSubmatch(asked); m != nil {
		answer = map[bool]string{true: "no", false: "yes"}[sees(m[1])]
	} else if m := visibleCan.FindStringSubmatch(asked); m != nil {
		answer = map[bool]string{false: "no", true: "yes"}[sees(m[1]) != (m[2] == " out of your sight")]
	} else if m := visibleWhich.FindStringSubmatch(asked); m != nil {
		var chosen []string
		for _, name := range strings.Split(strings.Replace(m[2]+m[3], " and ", ", ", 1), ", ") {
			if sees(name) == (m[1] == "" && m[4] != "out of") {
				chosen = append(chosen, name)
			}
		}
		sorted := func(all []string) string { all = slices.Clone(all); slices.Sort(all); return strings.Join(all, ", ") }
		if answer = strings.Join(chosen, ", "); answer == "" {
			answer = "none"
		}
		return qatest.Solution{Answer: answer, Right: func(given string) bool {
			return given == answer || sorted(strings.Split(given, ", ")) == sorted(chosen)
		}}, err
	} else {
		return none, fmt.Errorf("nothing is asked: %q", asked)
	}
	return qatest.Solution{Answer: answer}, err
}

var visibleKit = qatest.Kit{
	Families: []qa.Family{qa.VisibleFamily{}, qa.VisibleFamily{}.At(2).(qa.VisibleFamily).WithPhrasing(qa.Variant),
		qa.VisibleFamily{}.At(4).(qa.VisibleFamily).WithPhrasing(qa.Benchmark), qa.VisibleFamily{}.At(3).(qa.VisibleFamily).WithPhrasing(qa.Variant),
		qa.VisibleFamily{Rows: 20, Cols: 20, Things: 12, Walls: 30, Cone: true}, qa.VisibleFamily{}},
	Solve: visibleSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		words := []string{"yes", "no", "a wall", "nothing", "none", "cannot be determined"}
		if v := q.(qa.Visible); src.Intn(2) == 0 {
			return v.Map.Things[src.Intn(len(v.Map.Things))].Name
		}
		return words[src.Intn(len(words))]
	},
	Fill: egoFill,
}

func TestVisibleKit(t *testing.T) { qatest.Run(t, visibleKit) }
