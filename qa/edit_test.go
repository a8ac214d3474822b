package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var editKit = qatest.Kit{
	Families: []qa.Family{
		qa.EditFamily{}, qa.EditFamily{Phrasing: qa.Variant}, qa.EditFamily{Side: 7, Things: 12, Walls: 10, Actions: 10, Phrasing: qa.Benchmark},
		qa.EditFamily{Side: 4, Things: 5, Actions: 10},
	},
	Solve: editSolve,
	Wrong: editWrong,
	Fill:  moveFills,
}

func TestEditKit(t *testing.T) { qatest.Run(t, editKit) }

func editWrong(q qa.Question, src seed.Source) string {
	e := q.(qa.Edit)
	name := func() string { return e.Map.Things[src.Intn(len(e.Map.Things))].Name }
	switch e.Asks {
	case qa.WhereNow:
		return fmt.Sprintf("row %d, column %d", 1+src.Intn(e.Map.Rows), 1+src.Intn(e.Map.Cols))
	case qa.WhatIsThere:
		if src.Intn(3) == 0 {
			return "nothing"
		}
		return name()
	case qa.CloserNow:
		return []string{"closer", "farther", "neither"}[src.Intn(3)]
	case qa.NearestNow:
		return name()
	case qa.FacingNow:
		return moveCompass[src.Intn(4)]
	}
	lines := strings.Split(q.Answer().String(), "\n")
	r := src.Intn(len(lines))
	line := []byte(lines[r])
	line[src.Intn(len(line))] = ".#AB"[src.Intn(4)]
	lines[r] = string(line)
	if src.Intn(3) == 0 {
		lines = lines[1:]
	}
	return strings.Join(lines, "\n")
}

var editActions = []struct {
	pattern *regexp.Regexp
	do      func(m *moveMap, part []string) error
}{
	{regexp.MustCompile(`^Move (.+) (\d+) cells? (up|down|to the left|to the right)\.$`), func(m *moveMap, p []string) error { return editSlide(m, p[1], p[2], p[3]) }},
	{regexp.MustCompile(`^Push (.+) (north|east|south|west) by (\d+) cells?\.$`), func(m *moveMap, p []string) error { return editSlide(m, p[1], p[3], p[2]) }},
	{regexp.MustCompile(`^(.+) (?:goes forward (\d+) cells?|walks (\d+) cells? ahead)\.$`), func(m *moveMap, p []string) error {
		if m.things[moveName(p[1])] == nil {
			return fmt.Errorf("no %s", p[1])
		}
		return editSlide(m, moveName(p[1]), p[2]+p[3], m.things[moveName(p[1])].facing)
	}},
	{regexp.MustCompile(`^Swap (.+) and (.+)\.$`), func(m *moveMap, p []string) error { return editSwap(m, p[1], p[2]) }},
	{regexp.MustCompile(`^(.+) and (.+) change places\.$`), func(m *moveMap, p []string) error { return editSwap(m, moveName(p[1]), p[2]) }},
	{regexp.MustCompile(`^(?:Remove (.+)|Take (.+) off the map)\.$`), func(m *moveMap, p []string) error {
		if m.things[p[1]+p[2]] == nil {
			return fmt.Errorf("no %s", p[1]+p[2])
		}
		delete(m.things, p[1]+p[2])
		return nil
	}},
	{regexp.MustCompile(`^(.+) (?:turns|makes a quarter turn to the) (left|right|around)\.$`), func(m *moveMap, p []string) error {
		t := m.things[moveName(p[1])]
		if t == nil {
			return fmt.Errorf("no %s", p[1])
		}
		k := slices.Index(moveCompass, t.facing) + map[string]int{"left": 3, "right": 1, "around": 2}[p[2]]
		t.facing = moveCompass[k%4]
		return nil
	}},
}

func editSwap(m *moveMap, a, b string) error {
	if m.things[a] == nil || m.things[b] == nil {
		return fmt.Errorf("no %s or no %s", a, b)
	}
	s, t := m.things[a], m.things[b]
	s.row, s.col, t.row, t.col = t.row, t.col, s.row, s.col
	return nil
}

func editSlide(m *moveMap, name, count, way string) error {
	t := m.things[name]
	if t == nil {
		return fmt.Errorf("no %s", name)
	}
	n, _ := strconv.Atoi(count)
	for range n {
		r, c := t.row+moveWays[way][0], t.col+moveWays[way][1]
		if r < 0 || c < 0 || r >= m.rows || c >= m.cols || m.ground[r][c] == '#' || m.at(r, c) != "" {
			return nil
		}
		t.row, t.col = r, c
	}
	return nil
}

var (
	editNumbered = regexp.MustCompile(`(?m)^\d+\. (.*)$`)
	editQueries  = []*regexp.Regexp{
		regexp.MustCompile(`Draw the map as it is then\.|What does the map look like afterwards\?`),
		regexp.MustCompile(`(?:Where is (.+) then\?|At which row and column does (.+) stand afterwards\?)`),
		regexp.MustCompile(`(?:What is at|Which thing stands at) row (\d+), column (\d+) (?:then|afterwards)\?`),
		regexp.MustCompile(`(?:Is (.+) then closer to (.+) than it was before, farther away, or neither\?|Compared with before, is (.+) afterwards nearer to (.+), farther from it, or as far as it was\?)`),
		regexp.MustCompile(`(?:Which thing is then (nearest to|farthest from) (.+)\?|Afterwards, which thing is the (closest|most distant) one, seen from (.+)\?)`),
		regexp.MustCompile(`(?:Which way does (.+) face then\?|In which direction is (.+) looking afterwards\?)`),
	}
)

// editSolve simulates on a table of cells.
func editSolve(prompt string) (qatest.Solution, error) {
	var none qatest.Solution
	before, err := moveRead(prompt)
	if err != nil {
		return none, err
	}
	m := before.clone()
	actions := editNumbered.FindAllStringSubmatch(prompt, -1)
	if strings.Contains(prompt, "reverse order") {
		slices.Reverse(actions)
	}
	if len(actions) == 0 {
		return none, errors.New("no actions")
	}
actions:
	for _, action := range actions {
		for _, try := range editActions {
			if part := try.pattern.FindStringSubmatch(action[1]); part != nil {
				if err := try.do(m, part); err != nil {
					return none, err
				}
				continue actions
			}
		}
		return none, fmt.Errorf("the action %q", action[1])
	}
	lines := strings.Split(prompt, "\n")
	question := lines[len(lines)-1]
	apart := func(m *moveMap, a, b string) int {
		s, t := m.things[a], m.things[b]
		return moveAbs(s.row-t.row) + moveAbs(s.col-t.col)
	}
	for k, query := range editQueries {
		part := query.FindStringSubmatch(question)
		if part == nil {
			continue
		}
		var names []string
		for _, p := range part[1:] {
			if p != "" {
				names = append(names, p)
			}
		}
		if k == 1 || k == 3 || k == 5 {
			for _, name := range names {
				if m.things[name] == nil {
					return none, fmt.Errorf("no %s", name)
				}
			}
		}
		switch k {
		case 0:
			want := m.draw()
			return qatest.Solution{Answer: want, Right: func(a string) bool { return a == want }}, nil
		case 1:
			t := m.things[names[0]]
			return qatest.Solution{Answer: fmt.Sprintf("row %d, column %d", t.row+1, t.col+1)}, nil
		case 2:
			r, _ := strconv.Atoi(part[1])
			c, _ := strconv.Atoi(part[2])
			if name := m.at(r-1, c-1); name != "" {
				return qatest.Solution{Answer: name}, nil
			}
			return qatest.Solution{Answer: "nothing"}, nil
		case 3:
			was, is := apart(before, names[0], names[1]), apart(m, names[0], names[1])
			switch {
			case is < was:
				return qatest.Solution{Answer: "closer"}, nil
			case is > was:
				return qatest.Solution{Answer: "farther"}, nil
			}
			return qatest.Solution{Answer: "neither"}, nil
		case 4:
			if m.things[names[1]] == nil {
				return none, fmt.Errorf("no %s", names[1])
			}
			far := names[0] == "farthest from" || names[0] == "most distant"
			best, name, ties := 0, "", 0
			for other := range m.things {
				if other == names[1] {
					continue
				}
				d := apart(m, other, names[1])
				if far {
					d = -d
				}
				switch {
				case name == "" || d < best:
					best, name, ties = d, other, 0
				case d == best:
					ties++
				}
			}
			if ties > 0 {
				return none, errors.New("a tie")
			}
			return qatest.Solution{Answer: name}, nil
		case 5:
			return qatest.Solution{Answer: m.things[names[0]].facing}, nil
		}
	}
	return none, fmt.Errorf("the question %q", question)
}
