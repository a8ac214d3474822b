package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var topologyKit = qatest.Kit{
	Families: []qa.Family{qa.TopologyFamily{}, qa.TopologyFamily{Phrasing: qa.Variant, About: qa.RegionRelation, Side: 12, Things: 4, Bites: 6},
		qa.TopologyFamily{About: qa.RoomHolding, Side: 16, Rooms: 4, Things: 6, Nested: 3, Cells: 3},
		qa.TopologyFamily{About: qa.WallTouch, Phrasing: qa.Variant, Side: 12, Rooms: 3, Cells: 5, Things: 4}},
	Solve: solveTopology,
	Wrong: func(q qa.Question, src seed.Source) string {
		t := q.(qa.Topology)
		switch t.Kind {
		case qa.WallTouch:
			return []string{"yes", "no", "cannot be determined"}[src.Intn(3)]
		case qa.RoomHolding:
			return t.Map.Rooms[src.Intn(len(t.Map.Rooms))].Name
		}
		return topologyWords[src.Intn(len(topologyWords))]
	},
	Fill: func(prompt string) []string {
		both := ""
		if m := topologyRelation.FindStringSubmatch(prompt); m != nil {
			both = strings.Join(slices.DeleteFunc(m[1:], func(s string) bool { return s == "" }), " and ")
		}
		return extentFill(prompt, both)
	},
	Turned: func(q qa.Instance, _ layout.Symmetry) string { return q.Answer().String() },
}

var topologyWords = []string{"disconnected", "touching", "overlapping", "inside at the border", "strictly inside", "containing at the border",
	"strictly containing", "equal"}

var (
	topologyRelation = regexp.MustCompile(`What is the relation of (.+) to (.+)\?|How does (.+) lie with respect to (.+)\?`)
	topologyRoom     = regexp.MustCompile(`(?:What is the (innermost|outermost) |Which )room (?:that )?(?:is )?(.+?)(?: is)? in\?|Name the (innermost |outermost )?room that holds (.+)\. Answer`)
	topologyWall     = regexp.MustCompile(`Does (.+) touch a wall\?|Is (.+) in touch with a wall\?`)
)

func solveTopology(prompt string) (qatest.Solution, error) {
	s, err := readExtentScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	two := func(m []string) (string, string) {
		m = slices.DeleteFunc(slices.Clone(m[1:]), func(s string) bool { return s == "" })
		if len(m) == 1 {
			return m[0], ""
		}
		return m[0], m[1]
	}
	if m := topologyRelation.FindStringSubmatch(s.rest); m != nil {
		a, b := two(m)
		x, y := s.things[a], s.things[b]
		if len(x) == 0 || len(y) == 0 {
			return qatest.Solution{}, errors.New("a thing is missing")
		}
		if !onePiece(x) || !onePiece(y) {
			return qatest.Solution{}, errors.New("a thing is in pieces")
		}
		return qatest.Solution{Answer: topologyWords[topologyByPoints(x, y)]}, nil
	}
	if m := topologyWall.FindStringSubmatch(s.rest); m != nil {
		a, _ := two(m)
		if len(s.things[a]) == 0 || !onePiece(s.things[a]) {
			return qatest.Solution{}, errors.New("no such thing")
		}
		for c := range s.things[a] {
			for r := c.Row - 1; r <= c.Row+1; r++ {
				for k := c.Col - 1; k <= c.Col+1; k++ {
					g := s.ground[layout.Cell{Row: r, Col: k}]
					if r < 0 || k < 0 || r >= s.rows || k >= s.cols || g == '#' || g == '+' {
						return qatest.Solution{Answer: "yes"}, nil
					}
				}
			}
		}
		return qatest.Solution{Answer: "no"}, nil
	}
	m := topologyRoom.FindStringSubmatch(s.rest)
	if m == nil {
		return qatest.Solution{}, errors.New("no question")
	}
	outer := strings.HasPrefix(m[1]+m[3], "outermost")
	name := m[2] + m[4]
	cells := s.things[name]
	if len(cells) == 0 {
		return qatest.Solution{}, fmt.Errorf("no thing %q", name)
	}
	if !s.drawn {
		best, size := "", 0
		for room, all := range s.rooms {
			in := true
			for c := range cells {
				in = in && all[c]
			}
			if in && (best == "" || (len(all) > size) == outer) {
				best, size = room, len(all)
			}
		}
		return qatest.Solution{Answer: best}, nil
	}
	in := 0
	for c := range cells {
		if in != 0 && s.comps[c] != in {
			return qatest.Solution{}, errors.New("the thing is in two parts")
		}
		in = s.comps[c]
	}
	if outer {
		for found := true; found; {
			found = false
			for n := range s.marks {
				if n != in && s.encloses(n, in) {
					in, found = n, true
					break
				}
			}
		}
	}
	room, err := s.part(in)
	return qatest.Solution{Answer: room}, err
}

// topologyByPoints decides by the points of closed squares: their corners, and the middles of sides and squares.
func topologyByPoints(x, y map[layout.Cell]bool) int {
	type point struct{ r, c int }
	points := func(cells map[layout.Cell]bool) (closed, open map[point]bool) {
		closed, open = map[point]bool{}, map[point]bool{}
		for c := range cells {
			for i := range 9 {
				closed[point{2*c.Row + i/3, 2*c.Col + i%3}] = true
			}
		}
		for p := range closed {
			full := true
			for r := p.r - 2; r <= p.r; r++ {
				for k := p.c - 2; k <= p.c; k++ {
					full = full && (r&1 == 1 || k&1 == 1 || cells[layout.Cell{Row: r / 2, Col: k / 2}] && r >= 0 && k >= 0)
				}
			}
			if full {
				open[p] = true
			}
		}
		return closed, open
	}
	cx, ox := points(x)
	cy, oy := points(y)
	meet, part := func(a, b map[point]bool) bool {
		for p := range a {
			if b[p] {
				return true
			}
		}
		return false
	}, func(a, b map[point]bool) bool {
		for p := range a {
			if !b[p] {
				return false
			}
		}
		return true
	}
	switch {
	case !meet(cx, cy):
		return 0
	case !meet(ox, oy):
		return 1
	case part(cx, cy) && part(cy, cx):
		return 7
	case part(cx, oy):
		return 4
	case part(cx, cy):
		return 3
	case part(cy, ox):
		return 6
	case part(cy, cx):
		return 5
	}
	return 2
}

func TestTopologyKit(t *testing.T) { qatest.Run(t, topologyKit) }
