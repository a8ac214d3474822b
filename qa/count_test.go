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

var countKit = qatest.Kit{
	Families: []qa.Family{
		qa.CountFamily{},
		qa.CountFamily{Phrasing: qa.Variant, Most: 6, Conditions: 2, Fullest: 2,
			Scenery: qa.Scenery{Rows: 8, Cols: 7, Things: 4, Extended: 2, Kinds: 2, Each: 6, Rooms: 2}},
		qa.CountFamily{Phrasing: qa.Variant, Conditions: 2, Fullest: 4, Scenery: qa.Scenery{Rows: 6, Cols: 9, Things: 6, Kinds: 2, Each: 5, Rooms: 3}},
		chartRough{qa.CountFamily{}.At(3)},
		chartRough{qa.CountFamily{}},
		chartForeign{qa.CountFamily{}.At(4)},
	},
	Solve: countSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		return fmt.Sprint(src.Intn(13))
	},
	Fill: chartFill,
}

var (
	countAsked   = regexp.MustCompile(`^(?:How many|Count the) (other things|things|[a-z ]+?)(?: that)? (?:are (.+?)|on the map)[?.] Answer with a number, 0 if there are none\.$`)
	countFullest = regexp.MustCompile(`^(?:Which (row|column) holds the most ([a-z ]+)\?|Count the ([a-z ]+) in each (row|column)\. Which)`)
	countLines   = regexp.MustCompile(`^in (row|column)s? (\d+)(?: to (\d+))?$`)
)

// countObject is a thing as the test counts it.
type countObject struct {
	name  string
	cells [][2]int
}

// countPlural says a kind of the themes in the plural.
func countPlural(kind string) string {
	if stem, ok := strings.CutSuffix(kind, "shelf"); ok {
		return stem + "shelves"
	}
	for _, hiss := range []string{"x", "ch", "sh"} {
		if strings.HasSuffix(kind, hiss) {
			return kind + "es"
		}
	}
	return kind + "s"
}

func (c *chartSeen) countObjects(what string) (all []countObject) {
	if what != "things" && what != "other things" {
		for kind, cells := range c.kinds {
			if countPlural(kind) == what {
				for _, at := range cells {
					all = append(all, countObject{"a " + kind, [][2]int{at}})
				}
			}
		}
		return all
	}
	for kind := range c.kinds {
		all = append(all, c.countObjects(countPlural(kind))...)
	}
	for name, cells := range c.named {
		all = append(all, countObject{name, cells})
	}
	return all
}

// countHolds says whether a thing meets a condition: 1 yes, 0 no, -1 partly.
func (c *chartSeen) countHolds(o countObject, condition string) (int, error) {
	every := func(in func(at [2]int) int) int {
		votes := map[int]bool{}
		for _, at := range o.cells {
			votes[in(at)] = true
		}
		switch {
		case len(votes) > 1 || votes[-1]:
			return -1
		case votes[1]:
			return 1
		}
		return 0
	}
	yes := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	if m := countLines.FindStringSubmatch(condition); m != nil {
		axis := map[string]int{"row": 0, "column": 1}[m[1]]
		first, _ := strconv.Atoi(m[2])
		last := first
		if m[3] != "" {
			last, _ = strconv.Atoi(m[3])
		}
		return every(func(at [2]int) int { return yes(at[axis]+1 >= first && at[axis]+1 <= last) }), nil
	}
	for _, w := range []struct{ words, told string }{
		{"above ", "What is above a thing is in a higher row than all of it"}, {"below ", "What is below a thing is in a lower row than all of it"},
		{"to the left of ", "What is to the left of a thing is in a column further left than all of it"},
		{"to the right of ", "What is to the right of a thing is in a column further right than all of it"},
		{"in the same row as ", ""}, {"in the same column as ", ""}, {"next to ", "What is next to a thing has a cell that shares a side"},
	} {
		name, ok := strings.CutPrefix(condition, w.words)
		if !ok {
			continue
		}
		x := c.named[name]
		if len(x) == 0 || !strings.Contains(c.conventions, w.told) {
			return 0, fmt.Errorf("%q: no %q or no meaning", condition, name)
		}
		if o.name == name {
			return 0, nil
		}
		all := func(in func(x [2]int) bool) bool {
			return !slices.ContainsFunc(x, func(at [2]int) bool { return !in(at) })
		}
		corners := strings.Contains(c.conventions, "shares a side or a corner")
		switch w.words {
		case "above ":
			return every(func(at [2]int) int { return yes(all(func(x [2]int) bool { return at[0] < x[0] })) }), nil
		case "below ":
			return every(func(at [2]int) int { return yes(all(func(x [2]int) bool { return at[0] > x[0] })) }), nil
		case "to the left of ":
			return every(func(at [2]int) int { return yes(all(func(x [2]int) bool { return at[1] < x[1] })) }), nil
		case "to the right of ":
			return every(func(at [2]int) int { return yes(all(func(x [2]int) bool { return at[1] > x[1] })) }), nil
		case "in the same row as ", "in the same column as ":
			axis := 0
			if strings.Contains(w.words, "column") {
				axis = 1
			}
			for _, at := range x {
				if at[axis] != x[0][axis] {
					return 0, fmt.Errorf("%s is in several lines", name)
				}
			}
			return every(func(at [2]int) int { return yes(at[axis] == x[0][axis]) }), nil
		}
		for _, at := range o.cells {
			for _, to := range x {
				r, k := chartAbs(at[0]-to[0]), chartAbs(at[1]-to[1])
				if r+k == 1 || corners && r == 1 && k == 1 {
					return 1, nil
				}
			}
		}
		return 0, nil
	}
	if room, ok := strings.CutPrefix(condition, "in "); ok && slices.Contains(c.allRooms(), room) {
		return every(func(at [2]int) int { return c.inRoom(room, at) }), nil
	}
	return 0, fmt.Errorf("not understood: %q", condition)
}

func countSolve(prompt string) (qatest.Solution, error) {
	c, err := chartRead(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	if m := countFullest.FindStringSubmatch(c.question); m != nil {
		axis := 0
		if m[1]+m[4] == "column" {
			axis = 1
		}
		held := map[int]int{}
		for _, o := range c.countObjects(m[2] + m[3]) {
			for _, at := range o.cells {
				if at[axis] != o.cells[0][axis] {
					return qatest.Solution{}, fmt.Errorf("%s is in several lines", o.name)
				}
			}
			held[o.cells[0][axis]]++
		}
		best, ties := -1, 0
		for line, n := range held {
			if best < 0 || n > held[best] {
				best, ties = line, 1
			} else if n == held[best] {
				ties++
			}
		}
		if ties != 1 {
			return qatest.Solution{Answer: "a tie"}, nil
		}
		return qatest.Solution{Answer: fmt.Sprint(best + 1)}, nil
	}
	m := countAsked.FindStringSubmatch(c.question)
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("not understood: %q", c.question)
	}
	objects := c.countObjects(m[1])
	var conditions []string
	if m[2] != "" && m[2] != "there on the map" {
		conditions = strings.Split(m[2], " and ")
	}
	count, without := 0, make([]int, len(conditions))
	for _, o := range objects {
		failed := []int{}
		for i, condition := range conditions {
			in, err := c.countHolds(o, condition)
			if err != nil {
				return qatest.Solution{}, err
			}
			if in < 0 {
				// It does not matter where another condition fails.
				failed = append(failed, -1)
			} else if in == 0 {
				failed = append(failed, i)
			}
		}
		certain := slices.ContainsFunc(failed, func(i int) bool { return i >= 0 })
		switch {
		case len(failed) > 0 && !certain:
			return qatest.Solution{}, fmt.Errorf("%s lies partly %v", o.name, conditions)
		case len(failed) == 0:
			count++
		case len(failed) == 1:
			without[failed[0]]++
		}
	}
	return qatest.Solution{Answer: fmt.Sprint(count)}, nil
}

func TestCountKit(t *testing.T) { qatest.Run(t, countKit) }
