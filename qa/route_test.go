package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var routeText = regexp.MustCompile(`^(?:You start at|Somebody stands at) (.*?), facing (.*?)(?:\. |, and is told: )(.*?)\. (Wh.*?\?) (Answer with .*)$`)

var (
	routeSeen  = regexp.MustCompile(`^What is the (\d+)(?:st|nd|rd|th) thing (?:on your|that this person passes on the) (left|right)(?: on the way)?\?$`)
	routeBlank = regexp.MustCompile(`^\[\d\]$`)
)

// routeSolve walks: where a turn is left out it tries all three, and follows those from which the next thing is straight ahead.
func routeSolve(prompt string) (s qatest.Solution, err error) {
	m, rest, err := planParse(prompt)
	if err != nil {
		return s, err
	}
	if m == nil || len(rest) != 2 {
		return s, fmt.Errorf("%d paragraphs", len(rest))
	}
	match := routeText.FindStringSubmatch(rest[1])
	if match == nil {
		return s, fmt.Errorf("%q is not understood", rest[1])
	}
	compass := []string{"north", "east", "south", "west"}
	steps := [][2]int{{-1, 0}, {0, 1}, {1, 0}, {0, -1}}
	reach := func(at [2]int, heading int, name string) (path [][2]int, ok bool) {
		goal, there := m.cells[name]
		if !there || len(goal) != 1 {
			return nil, false
		}
		for {
			at = [2]int{at[0] + steps[heading][0], at[1] + steps[heading][1]}
			if at[0] < 0 || at[1] < 0 || at[0] >= m.rows || at[1] >= m.cols || m.ground[at[0]][at[1]] == '#' {
				return nil, false
			}
			path = append(path, at)
			if at == goal[0] {
				return path, true
			}
		}
	}
	start, ok := m.cells[match[1]]
	if !ok || len(start) != 1 {
		return s, fmt.Errorf("no %q", match[1])
	}
	at, heading := start[0], -1
	for d, name := range compass {
		if _, sees := reach(at, d, match[2]); name == match[2] || sees {
			heading = d
		}
	}
	if heading < 0 {
		return s, fmt.Errorf("facing %q", match[2])
	}
	seen := routeSeen.FindStringSubmatch(match[4])
	var turns, passed []string
	orders := strings.Split(match[3], ", ")
	for i, order := range orders {
		order = strings.ToLower(order[:1]) + order[1:]
		if name, forward := strings.CutPrefix(order, "go forward to "); forward {
			path, ok := reach(at, heading, name)
			if !ok {
				return s, fmt.Errorf("%q cannot be done", order)
			}
			for _, c := range path {
				at = c
				if seen == nil {
					continue
				}
				side := steps[(heading+map[string]int{"left": 3, "right": 1}[seen[2]])%4]
				for name, cells := range m.cells {
					for _, other := range cells {
						if other == [2]int{c[0] + side[0], c[1] + side[1]} {
							passed = append(passed, name)
						}
					}
				}
			}
			continue
		}
		turn, ok := strings.CutPrefix(order, "turn ")
		if !ok || i+1 == len(orders) {
			return s, fmt.Errorf("order %q", order)
		}
		quarters := map[string]int{"right": 1, "back": 2, "left": 3}
		if routeBlank.MatchString(turn) {
			found := ""
			for word, q := range quarters {
				if _, ok := reach(at, (heading+q)%4, orders[i+1][len("go forward to "):]); ok {
					if found != "" {
						return s, errors.New("several turns fit")
					}
					found = word
				}
			}
			if turn = found; found == "" {
				return s, errors.New("no turn fits")
			}
			turns = append(turns, turn)
		}
		if quarters[turn] == 0 {
			return s, fmt.Errorf("turn %q", turn)
		}
		heading = (heading + quarters[turn]) % 4
	}
	switch {
	case seen != nil:
		n := 0
		fmt.Sscan(seen[1], &n)
		if !strings.Contains(rest[0], "next to the walker on the "+seen[2]) || len(turns) > 0 {
			return s, errors.New("the side is another in the conventions")
		}
		if n > len(passed) {
			return qatest.Solution{Answer: "none"}, nil
		}
		return qatest.Solution{Answer: passed[n-1]}, nil
	case strings.HasPrefix(match[4], "Which turn") && strings.Count(match[4], "[") == len(turns) && len(turns) > 0:
		return qatest.Solution{Answer: strings.Join(turns, ", ")}, nil
	case strings.HasPrefix(match[4], "Which way do") && len(turns) == 0:
		return qatest.Solution{Answer: compass[heading]}, nil
	}
	return s, fmt.Errorf("%q is not understood", match[4])
}

func routeWrong(q qa.Question, src seed.Source) string {
	turns := []string{"left", "right", "back"}
	r := q.(qa.Route)
	switch {
	case r.Form == qa.RouteTurns && len(r.Blanks) > 1:
		all := make(qa.Sequence, len(r.Blanks))
		for i := range all {
			all[i] = turns[src.Intn(3)]
		}
		return all.String()
	case r.Form == qa.RouteTurns:
		return turns[src.Intn(3)]
	case r.Form == qa.RouteSeen:
		if k := src.Intn(len(r.Map.Things) + 1); k > 0 {
			return r.Map.Things[k-1].Name
		}
		return "none"
	}
	return []string{"north", "east", "south", "west"}[src.Intn(4)]
}

var routeKit = qatest.Kit{
	Families: []qa.Family{qa.RouteFamily{}, qa.RouteFamily{Phrasing: qa.Variant}, qa.RouteFamily{Side: 20, Things: 24, Legs: 10, Blanks: 6, Phrasing: qa.Benchmark},
		qa.RouteFamily{Side: 5, Things: 8, Legs: 4, Blanks: 2}},
	Solve: routeSolve, Wrong: routeWrong, Fill: fitFill,
}

func TestRouteKit(t *testing.T) { qatest.Run(t, routeKit) }
