package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// textFact says how object a lies to object b: the sign of the row difference and of the column difference, anySign where it is open.
type textFact struct{ a, b, rows, cols int }

const anySign = 9

// textScene is what a text says, as these tests read it.
type textScene struct {
	names      []string
	facts      []textFact
	rows, cols int // of the grid, 0 without end
	question   string
}

// textWays are the words of texts and questions by the signs that they stand for: a place in words, with "B" for the relatum. Longer ones first.
var textWays = []struct {
	words      string
	rows, cols int
}{
	{"in the same column as B and above it", -1, 0}, {"above B in the same column", -1, 0}, {"in the same column as B and below it", 1, 0},
	{"below B in the same column", 1, 0}, {"in the same row as B and to the right of it", 0, 1}, {"to the right of B in the same row", 0, 1},
	{"in the same row as B and to the left of it", 0, -1}, {"to the left of B in the same row", 0, -1},
	{"in a higher row than B", -1, anySign}, {"higher up than B, in whatever column", -1, anySign}, {"in a lower row than B", 1, anySign},
	{"lower down than B, in whatever column", 1, anySign}, {"in a column to the right of B", anySign, 1}, {"further right than B, in whatever row", anySign, 1},
	{"in a column to the left of B", anySign, -1}, {"further left than B, in whatever row", anySign, -1},
	{"above and to the right of B", -1, 1}, {"to the upper right of B", -1, 1}, {"above and to the left of B", -1, -1}, {"to the upper left of B", -1, -1},
	{"below and to the right of B", 1, 1}, {"to the lower right of B", 1, 1}, {"below and to the left of B", 1, -1}, {"to the lower left of B", 1, -1},
	{"above B", -1, 0}, {"below B", 1, 0}, {"to the right of B", 0, 1}, {"to the left of B", 0, -1},
}

var textPatterns = func() (all []*regexp.Regexp) {
	for _, w := range textWays {
		all = append(all, regexp.MustCompile("^"+strings.Replace(w.words, "B", `([A-Z])`, 1)+"$"))
	}
	return all
}()

// place reads "above B".
func (s *textScene) place(words string) (textFact, error) {
	for i, p := range textPatterns {
		if m := p.FindStringSubmatch(words); m != nil {
			return textFact{0, s.object(m[1]), textWays[i].rows, textWays[i].cols}, nil
		}
	}
	return textFact{}, fmt.Errorf("where is %q", words)
}

func (s *textScene) object(name string) int {
	if i := slices.Index(s.names, name); i >= 0 {
		return i
	}
	s.names = append(s.names, name)
	return len(s.names) - 1
}

var textGrid = regexp.MustCompile(`The grid has (\d+) rows? and (\d+) columns?\. Row 1 is the top row and column 1 the leftmost\.`)

func readTextScene(prompt string) (*textScene, error) {
	paragraphs := strings.Split(prompt, "\n\n")
	if len(paragraphs) != 3 {
		return nil, fmt.Errorf("%d paragraphs", len(paragraphs))
	}
	s := &textScene{question: paragraphs[2]}
	for _, sentence := range strings.Split(strings.TrimSuffix(paragraphs[0], "."), ". ") {
		name, place, ok := strings.Cut(sentence, " is ")
		if !ok {
			return nil, fmt.Errorf("what is %q", sentence)
		}
		a := s.object(name)
		f, err := s.place(place)
		if err != nil {
			return nil, err
		}
		f.a = a
		s.facts = append(s.facts, f)
	}
	for _, assumed := range []string{"a straight direction is exact: above", "A diagonal direction means any distance both", "No two objects share a place."} {
		if !strings.Contains(paragraphs[1], assumed) {
			return nil, fmt.Errorf("it is not said that %s", assumed)
		}
	}
	if m := textGrid.FindStringSubmatch(paragraphs[1]); m != nil {
		s.rows, _ = strconv.Atoi(m[1])
		s.cols, _ = strconv.Atoi(m[2])
	} else if strings.Contains(paragraphs[1], "grid has") {
		return nil, errors.New("the grid is not understood")
	}
	return s, nil
}

// consistent reports whether there is a layout in which the text holds and more does.
func (s *textScene) consistent(more ...textFact) bool {
	all := append(slices.Clone(s.facts), more...)
	if s.rows > 0 {
		return s.placed(all, s.rows, s.cols)
	}
	by := s.ordered(all)
	if n := len(s.names); n <= 4 && by != s.placed(all, n, n) {
		panic(fmt.Sprintf("the two ways to solve differ: %v", all))
	}
	return by
}

// ordered decides on a grid without end: by the closure of the orders that the facts give on each axis. No two objects may be level on both.
func (s *textScene) ordered(facts []textFact) bool {
	n := len(s.names)
	var before [2][][]int // 1: not after, 2: before
	for axis := range before {
		d := make([][]int, n)
		for i := range d {
			d[i] = make([]int, n)
		}
		for _, f := range facts {
			sign := f.rows
			if axis == 1 {
				sign = f.cols
			}
			switch sign {
			case -1:
				d[f.a][f.b] = 2
			case 1:
				d[f.b][f.a] = 2
			case 0:
				d[f.a][f.b], d[f.b][f.a] = max(d[f.a][f.b], 1), max(d[f.b][f.a], 1)
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					if d[i][k] > 0 && d[k][j] > 0 {
						d[i][j] = max(d[i][j], d[i][k], d[k][j])
					}
				}
			}
		}
		for i := range n {
			if d[i][i] == 2 {
				return false
			}
		}
		before[axis] = d
	}
	for i := range n {
		for j := range i {
			if before[0][i][j]*before[0][j][i]*before[1][i][j]*before[1][j][i] > 0 {
				return false
			}
		}
	}
	return true
}

// placed tries all placements on a grid, object after object, each next to facts about those before it.
func (s *textScene) placed(facts []textFact, rows, cols int) bool {
	n := len(s.names)
	order := []int{0}
	for len(order) < n {
		best, most := -1, -1
		for i := range n {
			if slices.Contains(order, i) {
				continue
			}
			tied := 0
			for _, f := range facts {
				if f.a == i && slices.Contains(order, f.b) || f.b == i && slices.Contains(order, f.a) {
					tied++
				}
			}
			if tied > most {
				best, most = i, tied
			}
		}
		order = append(order, best)
	}
	at := make([]int, n)
	for i := range at {
		at[i] = -1
	}
	var try func(k int) bool
	try = func(k int) bool {
		if k == n {
			return true
		}
		o := order[k]
	cells:
		for c := range rows * cols {
			if slices.Contains(at, c) {
				continue
			}
			at[o] = c
			for _, f := range facts {
				a, b := at[f.a], at[f.b]
				if (f.a == o || f.b == o) && a >= 0 && b >= 0 &&
					(f.rows != anySign && signOf(a/cols-b/cols) != f.rows || f.cols != anySign && signOf(a%cols-b%cols) != f.cols) {
					at[o] = -1
					continue cells
				}
			}
			if try(k + 1) {
				return true
			}
			at[o] = -1
		}
		return false
	}
	return try(0)
}

var eightSigns = [][2]int{{-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}}

// possible returns which of the eight relations two objects can have, clockwise from above.
func (s *textScene) possible(a, b int) (all [8]bool) {
	for i, w := range eightSigns {
		all[i] = s.consistent(textFact{a, b, w[0], w[1]})
	}
	return all
}

// status returns whether something follows: "yes", "no" or "cannot be determined".
func (s *textScene) status(claim textFact) string {
	may, mayNot := false, false
	for i, ok := range s.possible(claim.a, claim.b) {
		if !ok {
			continue
		}
		w := eightSigns[i]
		if (claim.rows == anySign || claim.rows == w[0]) && (claim.cols == anySign || claim.cols == w[1]) {
			may = true
		} else {
			mayNot = true
		}
	}
	return textStatus(may, mayNot)
}

func textStatus(may, mayNot bool) string {
	switch {
	case !mayNot:
		return "yes"
	case !may:
		return "no"
	}
	return "cannot be determined"
}
