package qa_test

import (
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

var locateKit = qatest.Kit{
	Families: []qa.Family{
		qa.LocateFamily{},
		qa.LocateFamily{Phrasing: qa.Variant, Scenery: qa.Scenery{Rows: 6, Cols: 6, Things: 6, Extended: 1, Kinds: 1, Rooms: 2}},
		qa.LocateFamily{Phrasing: qa.Variant, Scenery: qa.Scenery{Rows: 9, Cols: 9, Things: 8, Rooms: 3}},
		chartRough{qa.LocateFamily{}.At(3)},
		chartRough{qa.LocateFamily{}},
		chartForeign{qa.LocateFamily{}.At(4)},
	},
	Solve: locateSolve,
	Wrong: locateWrong,
	Fill:  chartFill,
}

var (
	locateCell  = regexp.MustCompile(`^(?:What is at|Look at) row (\d+), column (\d+)(?:\?|\. What is there\?)`)
	locateThing = regexp.MustCompile(`^(?:In which row and column is|Where is|On which cell is|Name one cell that) (.+?)(?: takes up\.|\?)`)
	locatePart  = regexp.MustCompile(`(room|quarter of the map|quarter|third of the rows|third of the columns|band|strip) is (.+?)(?: in)?(?:, if any)?\?`)
	locateRoom  = regexp.MustCompile(`^Which room is (.+) in, if any\?`)
	locatePlace = regexp.MustCompile(`^row (\d+), column (\d+)$`)
)

func locateSolve(prompt string) (qatest.Solution, error) {
	c, err := chartRead(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	if m := locateCell.FindStringSubmatch(c.question); m != nil {
		row, _ := strconv.Atoi(m[1])
		col, _ := strconv.Atoi(m[2])
		at := [2]int{row - 1, col - 1}
		if name := c.things[at]; name != "" {
			return qatest.Solution{Answer: name}, nil
		}
		if g, ok := c.ground[at]; ok && g != '?' {
			return qatest.Solution{Answer: map[byte]string{'.': "empty", '#': "wall", '+': "door"}[g]}, nil
		}
		return qatest.Solution{}, fmt.Errorf("the cell is not known")
	}
	if strings.Contains(c.question, "Answer with the row and the column") {
		m := locateThing.FindStringSubmatch(c.question)
		if m == nil {
			return qatest.Solution{}, fmt.Errorf("which thing: %q", c.question)
		}
		cells := c.named[m[1]]
		if len(cells) == 0 {
			return qatest.Solution{Answer: "nowhere"}, nil
		}
		return qatest.Solution{Answer: fmt.Sprintf("row %d, column %d", cells[0][0]+1, cells[0][1]+1), Right: func(answer string) bool {
			m := locatePlace.FindStringSubmatch(answer)
			if m == nil {
				return false
			}
			row, _ := strconv.Atoi(m[1])
			col, _ := strconv.Atoi(m[2])
			return slices.Contains(cells, [2]int{row - 1, col - 1})
		}}, nil
	}
	m := locatePart.FindStringSubmatch(c.question)
	if r := locateRoom.FindStringSubmatch(c.question); r != nil {
		m = []string{"", "room", r[1]}
	}
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("not understood: %q", c.question)
	}
	cells := c.named[m[2]]
	if len(cells) == 0 {
		return qatest.Solution{}, fmt.Errorf("no %q", m[2])
	}
	answer := ""
	for i, at := range cells {
		got := ""
		switch m[1] {
		case "room":
			got = "none"
			for _, room := range c.allRooms() {
				switch c.inRoom(room, at) {
				case 1:
					got = room
				case -1:
					return qatest.Solution{}, fmt.Errorf("open whether %v is in %s", at, room)
				}
			}
		case "quarter", "quarter of the map":
			up, down := at[0] < c.rows/2, at[0] >= (c.rows+1)/2
			left, right := at[1] < c.cols/2, at[1] >= (c.cols+1)/2
			if up == down || left == right {
				return qatest.Solution{}, fmt.Errorf("in the middle")
			}
			got = map[bool]string{true: "upper", false: "lower"}[up] + "-" + map[bool]string{true: "left", false: "right"}[left]
		case "third of the rows", "band":
			got = chartThird(at[0], c.rows, "top", "bottom")
		default:
			got = chartThird(at[1], c.cols, "left", "right")
		}
		if i > 0 && got != answer || got == "" {
			return qatest.Solution{}, fmt.Errorf("%s is in several parts", m[2])
		}
		answer = got
	}
	return qatest.Solution{Answer: answer}, nil
}

func chartThird(at, n int, first, last string) string {
	switch {
	case n%3 != 0:
		return ""
	case at < n/3:
		return first
	case at >= n-n/3:
		return last
	}
	return "middle"
}

func locateWrong(q qa.Question, src seed.Source) string {
	l := q.(qa.Locate)
	switch l.Asks {
	case qa.WhereIs:
		if src.Intn(8) == 0 {
			return "nowhere"
		}
		return fmt.Sprintf("row %d, column %d", 1+src.Intn(l.Map.Rows), 1+src.Intn(l.Map.Cols))
	case qa.WhatIsAt:
		if t := &l.Map.Things[src.Intn(len(l.Map.Things))]; t.Kind != "" {
			return "a " + t.Kind
		} else if src.Intn(3) > 0 {
			return t.Name
		}
		return "empty"
	case qa.WhichRoom:
		if src.Intn(3) > 0 {
			return l.Map.Rooms[src.Intn(len(l.Map.Rooms))].Name
		}
		return "none"
	}
	return []string{"top", "middle", "bottom", "left", "right", "upper-left", "upper-right", "lower-left", "lower-right"}[src.Intn(9)]
}

func TestLocateKit(t *testing.T) { qatest.Run(t, locateKit) }
