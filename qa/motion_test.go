package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var motionKit = qatest.Kit{
	Families: []qa.Family{
		qa.MotionFamily{}, qa.MotionFamily{Phrasing: qa.Variant}, qa.MotionFamily{Side: 7, Things: 10, Walls: 10, Views: true, Phrasing: qa.Benchmark},
		qa.MotionFamily{Side: 5, Things: 4, Walls: 20, Observer: true, Phrasing: qa.Variant},
	},
	Solve: motionSolve,
	Wrong: motionWrong,
	Fill:  moveFills,
}

func TestMotionKit(t *testing.T) { qatest.Run(t, motionKit) }

func motionWrong(q qa.Question, src seed.Source) string {
	m := q.(qa.Motion)
	name := m.Before.Things[src.Intn(len(m.Before.Things))].Name
	way := []string{"up", "down", "left", "right"}[src.Intn(4)]
	switch m.Asks {
	case qa.WhatMoved:
		if src.Intn(5) == 0 {
			return "nothing moved"
		}
		return strings.Replace(fmt.Sprintf("%s moved %d cells %s", name, 1+src.Intn(4), way), " 1 cells", " 1 cell", 1)
	case qa.WhichMoved:
		return []string{"nothing", name, name}[src.Intn(3)]
	case qa.WhichWay:
		return []string{"nothing moved", way, way}[src.Intn(3)]
	case qa.HowFar:
		return fmt.Sprint(src.Intn(6))
	}
	return []string{"left", "right", "around", "not at all"}[src.Intn(4)]
}

// motionTurned returns the view of one who has turned right once: what was on the right is at the top.
func motionTurned(m *moveMap) *moveMap {
	c := &moveMap{rows: m.cols, cols: m.rows, things: map[string]*moveThing{}}
	for r := range c.rows {
		line := make([]byte, c.cols)
		for col := range line {
			line[col] = m.ground[col][m.cols-1-r]
		}
		c.ground = append(c.ground, line)
	}
	for name, t := range m.things {
		c.things[name] = &moveThing{mark: t.mark, row: m.cols - 1 - t.col, col: t.row}
	}
	return c
}

func motionSame(a, b *moveMap) bool {
	if a.rows != b.rows || a.cols != b.cols || len(a.things) != len(b.things) {
		return false
	}
	for r := range a.rows {
		if string(a.ground[r]) != string(b.ground[r]) {
			return false
		}
	}
	for name, t := range a.things {
		if o := b.things[name]; o == nil || o.row != t.row || o.col != t.col {
			return false
		}
	}
	return true
}

// motionNamed gives things their names where only the other map's legend has them.
func motionNamed(m *moveMap, names map[byte]string) {
	for name, t := range m.things {
		if other := names[t.mark]; len(name) == 1 && other != "" && other != name {
			delete(m.things, name)
			m.things[other] = t
		}
	}
}

var motionTurnAsked = regexp.MustCompile(`(?:How did (.+) turn\?|Which turn did (.+) make\?)`)

// motionSolve replays all turns and all moves, step by step.
func motionSolve(prompt string) (qatest.Solution, error) {
	var none qatest.Solution
	views := strings.HasPrefix(prompt, "First view:\n")
	first, second, found := strings.Cut(prompt, "\n\nAfter:\n")
	if views {
		first, second, found = strings.Cut(prompt, "\n\nSecond view:\n")
	}
	if !found {
		return none, errors.New("no two maps")
	}
	before, err := moveRead(first)
	if err != nil {
		return none, err
	}
	after, err := moveRead(second)
	if err != nil {
		return none, err
	}
	names := map[byte]string{}
	for _, m := range []*moveMap{before, after} {
		for name, t := range m.things {
			if len(name) > 1 {
				names[t.mark] = name
			}
		}
	}
	motionNamed(before, names)
	motionNamed(after, names)
	lines := strings.Split(prompt, "\n")
	question := lines[len(lines)-1]
	var answers []string
	turned := before
	for quarters := range 4 {
		if quarters > 0 {
			if !views {
				break
			}
			turned = motionTurned(turned)
		}
		if motionSame(turned, after) {
			answers = append(answers, motionTold(question, quarters, "", "", 0))
		}
		for name := range turned.things {
			for _, way := range []string{"up", "down", "left", "right"} {
				d := moveWays[way]
				if way == "left" || way == "right" {
					d = moveWays["to the "+way]
				}
				m := turned.clone()
				for n := 1; ; n++ {
					t := m.things[name]
					r, c := t.row+d[0], t.col+d[1]
					if r < 0 || c < 0 || r >= m.rows || c >= m.cols || m.ground[r][c] == '#' || m.at(r, c) != "" {
						break
					}
					t.row, t.col = r, c
					if motionSame(m, after) {
						answers = append(answers, motionTold(question, quarters, name, way, n))
					}
				}
			}
		}
	}
	if len(answers) != 1 {
		return none, fmt.Errorf("%d changes explain it", len(answers))
	}
	if part := motionTurnAsked.FindStringSubmatch(question); part != nil && !views {
		b, a := before.things[part[1]+part[2]], after.things[part[1]+part[2]]
		if b == nil || a == nil {
			return none, errors.New("there is none who turns")
		}
		from, to := slices.Index(moveCompass, b.facing), slices.Index(moveCompass, a.facing)
		if from < 0 || to < 0 {
			return none, errors.New("it is not said who faces where")
		}
		answers[0] = motionTold(question, (to-from+4)%4, "", "", 0)
	}
	if answers[0] == "" {
		return none, fmt.Errorf("the question %q", question)
	}
	return qatest.Solution{Answer: answers[0]}, nil
}

func motionTold(question string, quarters int, name, way string, n int) string {
	asked := func(starts ...string) bool {
		return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(question, s) })
	}
	still := name == ""
	switch {
	case asked("Which thing moved, in which direction and", "What moved, and how?"):
		if still {
			return "nothing moved"
		}
		if n == 1 {
			return name + " moved 1 cell " + way
		}
		return fmt.Sprintf("%s moved %d cells %s", name, n, way)
	case asked("Which thing moved, if any did?", "Which thing has gone somewhere else"):
		if still {
			return "nothing"
		}
		return name
	case asked("In which direction did a thing move", "Which way did something go"):
		if still {
			return "nothing moved"
		}
		return way
	case asked("By how many cells did a thing move", "How many cells did something go"):
		return fmt.Sprint(n)
	case motionTurnAsked.MatchString(question):
		return []string{"not at all", "right", "around", "left"}[quarters]
	}
	return ""
}
