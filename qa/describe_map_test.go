package qa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var describeKit = qatest.Kit{
	NoContrast: "all of the map is asked for", NoHiding: "all of the map is asked for", NoText: "the text is the answer",
	Families: append([]qa.Family{qa.DescribeFamily{}}, mapFamilies(func(m qa.Maps) qa.Family { return qa.DescribeFamily{Maps: m} })...),
	Solve: func(prompt string) (qatest.Solution, error) {
		if strings.Contains(prompt, "Rows are counted from 1") {
			return describeMapSolve(prompt)
		}
		return describeTextSolve(prompt)
	},
	Wrong: describeWrong,
	Class: func(q qa.Question) string { return fmt.Sprintf("%T", q) },
	Texts: true,
}

func TestDescribeKit(t *testing.T) { qatest.Run(t, describeKit) }

func describeMapSolve(prompt string) (qatest.Solution, error) {
	evidence, _, _ := strings.Cut(prompt, "Rows are counted from 1")
	want, rooms, err := mapBoardOfDrawing(evidence)
	if err != nil || want.bad {
		return qatest.Solution{}, fmt.Errorf("%v, %+v", err, want)
	}
	return qatest.Solution{Right: func(answer string) bool {
		got, err := mapBoardOfText(answer, rooms)
		if err != nil || got.bad || got.rows != want.rows || got.cols != want.cols {
			return false
		}
		// What is said of rooms in cells with things is not judged; in others it must be shown.
		for at, room := range got.rooms {
			if strings.HasPrefix(want.cells[at], "thing ") || strings.HasPrefix(want.cells[at], "kind ") {
				continue
			}
			if want.cells[at] != room {
				return false
			}
		}
		return sameBoard(got.shown(), want.cells) || sameBoard(describeMapWithout(got, want), want.cells)
	}}, nil
}

// describeMapWithout leaves out what is said of rooms where something stands.
func describeMapWithout(got, want *mapBoard) map[[2]int]string {
	all := got.shown()
	for at, what := range all {
		if shown := want.cells[at]; strings.HasPrefix(what, "room ") && !strings.HasPrefix(shown, "room ") {
			delete(all, at)
		}
	}
	return all
}

// describeTextSolve reads a drawing of one-letter names, and judges sentences by it: all must be true, and every relation must follow.
func describeTextSolve(prompt string) (qatest.Solution, error) {
	drawing, _, _ := strings.Cut(prompt, "\n\nState ")
	at, ok := drawTextPlaces(drawing)
	if !ok {
		return qatest.Solution{}, fmt.Errorf("the drawing %q", drawing)
	}
	return qatest.Solution{Right: func(answer string) bool {
		facts, _, err := drawTextFacts(answer)
		if err != nil {
			return false
		}
		var number = make(map[string]int)
		for name := range at {
			number[name] = len(number)
		}
		n := len(number)
		// most[axis][a*n+b] is the most that a can be beyond b.
		const free = 1000
		var most [2][]int
		for axis := range most {
			most[axis] = make([]int, n*n)
			for i := range most[axis] {
				if i%(n+1) != 0 {
					most[axis][i] = free
				}
			}
		}
		for _, f := range facts {
			pa, ok1 := at[f.a]
			pb, ok2 := at[f.b]
			if !ok1 || !ok2 || sgn(pa[0]-pb[0]) != f.rows || sgn(pa[1]-pb[1]) != f.cols {
				return false
			}
			a, b := number[f.a], number[f.b]
			for axis, sign := range [2]int{f.rows, f.cols} {
				if sign <= 0 {
					most[axis][a*n+b] = min(most[axis][a*n+b], sign)
				}
				if sign >= 0 {
					most[axis][b*n+a] = min(most[axis][b*n+a], -sign)
				}
			}
		}
		for axis := range most {
			m := most[axis]
			for k := range n {
				for a := range n {
					for b := range n {
						m[a*n+b] = min(m[a*n+b], m[a*n+k]+m[k*n+b])
					}
				}
			}
			for a := range n {
				for b := range n {
					ahead, behind := m[a*n+b] < 0, m[b*n+a] < 0
					level := m[a*n+b] == 0 && m[b*n+a] == 0
					if !ahead && !behind && !level {
						return false
					}
				}
			}
		}
		return true
	}}, nil
}

func describeWrong(q qa.Question, src seed.Source) string {
	switch q := q.(type) {
	case qa.DescribeMap:
		m := mapWrong(q.Map, src)
		text := strings.ReplaceAll(string(describe.AppendMap(nil, m)), ". ", ".\n")
		if src.Intn(4) == 0 {
			lines := strings.Split(text, "\n")
			k := src.Intn(len(lines))
			text = strings.Join(append(lines[:k:k], lines[k+1:]...), "\n")
		}
		return text
	case qa.Describe:
		all := strings.Split(strings.TrimSuffix(q.Answer().String(), "."), ". ")
		seed.Shuffle(src, all)
		all = all[:1+src.Intn(len(all))]
		if k := src.Intn(2 * len(all)); k < len(all) {
			all[k] = strings.NewReplacer("above", "below", "below", "above", "left", "right", "right", "left").Replace(all[k])
		}
		return strings.Join(all, ". ") + "."
	}
	return ""
}

func TestDescribeMapVerify(t *testing.T) {
	m := oneMap()
	m.Rooms = []layout.Room{{Name: "the pantry", Mark: 'p', Cells: []layout.Cell{{Row: 1}, {Row: 1, Col: 1}}}}
	q := qa.DescribeMap{Map: m}
	const size = "The map has 2 rows and 3 columns. "
	for _, test := range []struct {
		response string
		reward   float64 // of 4: size, wall, kettle, pantry
		formatOK bool
		reason   string
	}{
		{size + "Walls: row 1, column 1. The pantry takes up row 2, columns 1 to 2. The kettle is at row 2, column 2 and faces north.", 1, true, ""},
		{size + "Walls: row 1, column 1. The pantry takes up row 2, column 1. The kettle is at row 2, column 2 and faces north.", 1, true, ""},
		{size + "Walls: row 1, column 1. The pantry takes up row 2, column 1. Kettle is at row 2, column 2 and faces north.", 1, true, ""},
		{"```\n- " + size + "\n- The kettle takes up row 2, column 2 and faces North\n- Wall: row 1, column 1\n- The pantry is at row 2, column 1.\n```", 1, true, ""},
		{size + "Walls: row 1, column 1. The kettle is at row 2, column 2 and faces north.", 3.0 / 4, true, "1 of 4"},
		{size + "Walls: row 1, column 1. The kettle is at row 2, column 2.", 2.0 / 4 * 2 / 3, true, "1 of 3 claims"},
		{size, 1.0 / 4, true, "3 of 4"},
		{size + "Walls: row 1, columns 1 to 2.", 2.0 / 4 * 2 / 3, true, "1 of 3 claims"},
		{"The map has 2 rows and 4 columns. Walls: row 1, column 1.", 1.0 / 4 / 2, true, "4 columns"},
		{"Walls: row 1, column 1.", 0, false, "how many"},
		{size + "The kettle is nice.", 0, false, ""},
		{size + "Walls: row 1, column 1. Walls: row 3, column 1.", 0, false, "no such cell"},
		{"", 0, false, ""},
	} {
		v := checkedVerdict(t, q, test.response)
		if d := v.Reward - test.reward; d > 1e-9 || d < -1e-9 || v.FormatOK != test.formatOK || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%q is graded %+v; want reward %v, format %t, reason %q", test.response, v, test.reward, test.formatOK, test.reason)
		}
	}
}
