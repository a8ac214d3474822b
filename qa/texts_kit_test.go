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

var (
	textWhere = regexp.MustCompile(`^Where is ([A-Z]) (?:(vertically|horizontally) )?relative to ([A-Z])\? (.+)Answer with one of: (.+)\.$`)
	textWhat  = regexp.MustCompile(`^What is the (?:(vertical|horizontal) )?relation of ([A-Z]) to ([A-Z])\? (.+)Answer with one of: (.+)\.$`)
)

var textLabels = map[string][]string{
	"":           {"above", "upper-right", "right", "lower-right", "below", "lower-left", "left", "upper-left"},
	"vertical":   {"above", "below", "same level"},
	"horizontal": {"right", "left", "same column"},
}

// textMeanings are what a question about a direction says of its labels.
var textMeanings = map[string]string{
	"":           "Above and below mean in the same column, left and right in the same row, and the others mean any distance both ways. ",
	"vertical":   "Only the rows count, in whatever columns the two are. ",
	"horizontal": "Only the columns count, in whatever rows the two are. ",
}

// solveWhere answers questions of the families direction and multihop.
func solveWhere(prompt string) (qatest.Solution, error) {
	s, err := readTextScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	var a, b, aspect, meaning, labels string
	if m := textWhere.FindStringSubmatch(s.question); m != nil {
		a, aspect, b, meaning, labels = m[1], strings.TrimSuffix(m[2], "ly"), m[3], m[4], m[5]
	} else if m := textWhat.FindStringSubmatch(s.question); m != nil {
		aspect, a, b, meaning, labels = m[1], m[2], m[3], m[4], m[5]
	} else {
		return qatest.Solution{}, fmt.Errorf("what is asked: %q", s.question)
	}
	if labels != strings.Join(textLabels[aspect], ", ") {
		return qatest.Solution{}, fmt.Errorf("other labels: %q", labels)
	}
	if meaning != textMeanings[aspect] {
		return qatest.Solution{}, fmt.Errorf("other meanings of the labels: %q", meaning)
	}
	found := map[string]bool{}
	for i, ok := range s.possible(s.object(a), s.object(b)) {
		if !ok {
			continue
		}
		label := textLabels[""][i]
		switch w := eightSigns[i]; aspect {
		case "vertical":
			label = map[int]string{-1: "above", 0: "same level", 1: "below"}[w[0]]
		case "horizontal":
			label = map[int]string{-1: "left", 0: "same column", 1: "right"}[w[1]]
		}
		found[label] = true
	}
	if len(found) != 1 {
		return qatest.Solution{}, fmt.Errorf("the text leaves %v open", found)
	}
	for label := range found {
		return qatest.Solution{Answer: label}, nil
	}
	return qatest.Solution{}, nil
}

func wrongWhere(q qa.Question, src seed.Source) string {
	d, ok := q.(qa.Direction)
	if m, isMulti := q.(qa.Multihop); isMulti {
		d, ok = m.Direction, true
	}
	if !ok {
		return ""
	}
	labels := qa.Labels(d.Aspect)
	return labels[src.Intn(len(labels))].String()
}

var directionKit = qatest.Kit{
	Texts:    true,
	Families: []qa.Family{qa.DirectionFamily{}, qa.DirectionFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 4, Facts: 1}}, qa.DirectionFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 9, Facts: 2}}},
	Solve:    solveWhere,
	Wrong:    wrongWhere,
}

var multihopKit = qatest.Kit{
	Texts:    true,
	Families: []qa.Family{qa.MultihopFamily{}, qa.MultihopFamily{Phrasing: qa.Variant, Hops: 2, Texts: qa.Texts{Objects: 5}}, qa.MultihopFamily{Phrasing: qa.Variant, Aspect: 1, Texts: qa.Texts{Objects: 8, Facts: 1}}},
	Solve:    solveWhere,
	Wrong:    wrongWhere,
}

var (
	textChooseTwo = regexp.MustCompile(`^Which is (not )?(.+): ([A-Z]), ([A-Z]), both or neither\? Answer with ([A-Z]), ([A-Z]), both or neither\.$`)
	textChoose    = regexp.MustCompile(`^Which of ([A-Z](?:, [A-Z])* and [A-Z]) (?:is|are) (not )?(.+), if any\? Answer with (.+)\.$`)
)

// solveChoose answers questions of the family choose.
func solveChoose(prompt string) (qatest.Solution, error) {
	s, err := readTextScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	var options []string
	var words string
	not := false
	if m := textChooseTwo.FindStringSubmatch(s.question); m != nil {
		options, words, not = m[3:5], m[2], m[1] != ""
	} else if m := textChoose.FindStringSubmatch(s.question); m != nil {
		options, words, not = strings.Split(strings.Replace(m[1], " and ", ", ", 1), ", "), m[3], m[2] != ""
	} else {
		return qatest.Solution{}, fmt.Errorf("what is asked: %q", s.question)
	}
	claim, err := s.place(words)
	if err != nil {
		return qatest.Solution{}, err
	}
	var right []string
	for _, o := range options {
		claim.a = s.object(o)
		switch status := s.status(claim); {
		case claim.a == claim.b || status == "cannot be determined":
			return qatest.Solution{}, fmt.Errorf("%s is open", o)
		case (status == "yes") != not:
			right = append(right, o)
		}
	}
	answer := strings.Join(right, ", ")
	switch {
	case len(right) == 0 && len(options) == 2:
		answer = "neither"
	case len(right) == 0:
		answer = "none"
	case len(right) == 2 && len(options) == 2:
		answer = "both"
	}
	return qatest.Solution{Answer: answer, Right: func(given string) bool { return sameList(given, answer) }}, nil
}

func sameList(a, b string) bool {
	x, y := strings.Split(a, ", "), strings.Split(b, ", ")
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

var chooseKit = qatest.Kit{
	Texts: true,
	Families: []qa.Family{qa.ChooseFamily{}, qa.ChooseFamily{Phrasing: qa.Variant, Options: 3, Texts: qa.Texts{Objects: 5, Facts: 2}},
		qa.ChooseFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 5, Facts: 1, Grid: true}}},
	Solve: solveChoose,
	Wrong: func(q qa.Question, src seed.Source) string {
		c := q.(qa.Choose)
		a := qa.Choice{Options: len(c.Options)}
		for _, o := range c.Options {
			if src.Intn(2) == 0 {
				a.Names = append(a.Names, c.Names[o])
			}
		}
		if len(a.Names) > 2 {
			seed.Shuffle(src, a.Names)
		}
		return a.String()
	},
}

var (
	textIs    = regexp.MustCompile(`^Is ([A-Z]) (.+)\?( What does not follow counts as no\.)? Answer (.+)\.$`)
	textCould = regexp.MustCompile(`^Could ([A-Z]) be (.+)\? Answer yes or no\.$`)
	textWhich = regexp.MustCompile(`^(?:Which relations of ([A-Z]) to ([A-Z]) are possible|Where could ([A-Z]) be relative to ([A-Z]))\? Answer with all that are possible of: (.+?)\. Above`)
)

// solveTruth answers questions of the families truth and possible.
func solveTruth(prompt string) (qatest.Solution, error) {
	s, err := readTextScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	claim := func(a, words string) (string, error) {
		f, err := s.place(words)
		if f.a = s.object(a); err != nil || f.a == f.b {
			return "", fmt.Errorf("no claim: %q", words)
		}
		return s.status(f), nil
	}
	if m := textIs.FindStringSubmatch(s.question); m != nil {
		status, err := claim(m[1], m[2])
		if m[3] != "" && status == "cannot be determined" {
			status = "no"
		}
		return qatest.Solution{Answer: status}, err
	}
	if m := textCould.FindStringSubmatch(s.question); m != nil {
		status, err := claim(m[1], m[2])
		if status == "cannot be determined" {
			status = "yes"
		}
		return qatest.Solution{Answer: status}, err
	}
	m := textWhich.FindStringSubmatch(s.question)
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("what is asked: %q", s.question)
	}
	var all []string
	for i, ok := range s.possible(s.object(m[1]+m[3]), s.object(m[2]+m[4])) {
		if ok {
			all = append(all, textLabels[""][i])
		}
	}
	answer := strings.Join(all, ", ")
	return qatest.Solution{Answer: answer, Right: func(given string) bool { return sameList(given, answer) }}, nil
}

func wrongTruth(_ qa.Question, src seed.Source) string {
	return []string{"yes", "no", "cannot be determined"}[src.Intn(3)]
}

var truthKit = qatest.Kit{
	Texts: true,
	Families: []qa.Family{qa.TruthFamily{}, qa.TruthFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 6}}, qa.TruthFamily{Closed: true, Texts: qa.Texts{Objects: 5, Facts: 1}},
		qa.TruthFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 5, Facts: 1, Grid: true}}},
	Solve: solveTruth,
	Wrong: wrongTruth,
}

var possibleKit = qatest.Kit{
	Texts: true,
	Families: []qa.Family{qa.PossibleFamily{}, qa.PossibleFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 6, Facts: 1}},
		qa.PossibleFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 5, Facts: 0, Grid: true}}},
	Solve: solveTruth,
	Wrong: func(q qa.Question, src seed.Source) string {
		if q.(qa.Possible).Form == qa.Could {
			return wrongTruth(q, src)
		}
		var all []string
		for len(all) == 0 {
			for _, label := range textLabels[""] {
				if src.Intn(3) == 0 {
					all = append(all, label)
				}
			}
		}
		seed.Shuffle(src, all)
		return strings.Join(all, ", ")
	},
}

var (
	textBetween = regexp.MustCompile(`^Is ([A-Z]) (?:strictly between|in one row or in one column with) ([A-Z]) and ([A-Z])(?:, in one row or in one column with both| and strictly between them)\? Answer yes, no or cannot be determined\.$`)
	textLine    = regexp.MustCompile(`^Are ([A-Z]), ([A-Z]) and ([A-Z])(?: all)? in one (row|column)\? Answer yes, no or cannot be determined\.$`)
	textOuter   = regexp.MustCompile(`^Which object is (?:in a (higher|lower) row than every other object|in a column to the (left|right) of every other object|the (topmost|bottommost|leftmost|rightmost), with no other beside it)\? Answer with its name, or with none\.$`)
	textCorner  = regexp.MustCompile(`^Which object is in the (top|bottom)-(left|right) corner\? Answer with its name, or with none\.$`)
)

// solveArrange answers questions of the family arrange.
func solveArrange(prompt string) (qatest.Solution, error) {
	s, err := readTextScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	// three says whether an arrangement of three holds in all, some or no layouts: it tries all their relations.
	three := func(a, b, c int, holds func(r, k [3]int) bool) (qatest.Solution, error) {
		may, mayNot := false, false
		for _, x := range eightSigns {
			for _, y := range eightSigns {
				if may && mayNot || !s.consistent(textFact{a, b, x[0], x[1]}, textFact{a, c, y[0], y[1]}) {
					continue
				}
				if holds([3]int{x[0], y[0]}, [3]int{x[1], y[1]}) {
					may = true
				} else {
					mayNot = true
				}
			}
		}
		return qatest.Solution{Answer: textStatus(may, mayNot)}, nil
	}
	if m := textBetween.FindStringSubmatch(s.question); m != nil {
		return three(s.object(m[1]), s.object(m[2]), s.object(m[3]), func(r, k [3]int) bool {
			inRow := r[0] == 0 && r[1] == 0 && k[0] != 0 && k[0] == -k[1]
			return inRow || k[0] == 0 && k[1] == 0 && r[0] != 0 && r[0] == -r[1]
		})
	}
	if m := textLine.FindStringSubmatch(s.question); m != nil {
		return three(s.object(m[1]), s.object(m[2]), s.object(m[3]), func(r, k [3]int) bool {
			if m[4] == "row" {
				return r[0] == 0 && r[1] == 0
			}
			return k[0] == 0 && k[1] == 0
		})
	}
	n := len(s.names)
	name := func(can, must func(a int) bool) (qatest.Solution, error) {
		found := "none"
		for a := range n {
			switch {
			case must(a):
				if found != "none" {
					return qatest.Solution{}, errors.New("two objects are it")
				}
				found = s.names[a]
			case can(a):
				return qatest.Solution{}, fmt.Errorf("%s may be it", s.names[a])
			}
		}
		return qatest.Solution{Answer: found}, nil
	}
	if m := textOuter.FindStringSubmatch(s.question); m != nil {
		side := textFact{rows: anySign, cols: anySign}
		switch m[1] + m[2] + m[3] {
		case "higher", "topmost":
			side.rows = -1
		case "lower", "bottommost":
			side.rows = 1
		case "left", "leftmost":
			side.cols = -1
		default:
			side.cols = 1
		}
		return name(func(a int) bool {
			var all []textFact
			for b := range n {
				if side.a, side.b = a, b; a != b {
					all = append(all, side)
				}
			}
			return s.consistent(all...)
		}, func(a int) bool {
			for b := range n {
				if side.a, side.b = a, b; a != b && s.status(side) != "yes" {
					return false
				}
			}
			return true
		})
	}
	m := textCorner.FindStringSubmatch(s.question)
	if m == nil || s.rows == 0 {
		return qatest.Solution{}, fmt.Errorf("what is asked: %q", s.question)
	}
	// An object is in a corner when one more object, of which nothing is known but that it stands there, has no room. So the corner is taken by
	// trying every object for it.
	row, col := 0, 0
	if m[1] == "bottom" {
		row = s.rows - 1
	}
	if m[2] == "right" {
		col = s.cols - 1
	}
	corner := row*s.cols + col
	return name(func(a int) bool { return s.placedWith(a, corner, true) }, func(a int) bool { return !s.placedWith(a, corner, false) })
}

// placedWith reports whether the text holds in some placement with an object in a cell, or not in it.
func (s *textScene) placedWith(a, cell int, in bool) bool {
	at := make([]int, len(s.names))
	for i := range at {
		at[i] = -1
	}
	fits := func(o int) bool {
		for _, f := range s.facts {
			x, y := at[f.a], at[f.b]
			if (f.a == o || f.b == o) && x >= 0 && y >= 0 &&
				(f.rows != anySign && signOf(x/s.cols-y/s.cols) != f.rows || f.cols != anySign && signOf(x%s.cols-y%s.cols) != f.cols) {
				return false
			}
		}
		return true
	}
	var try func(k int) bool
	try = func(k int) bool {
		if k == len(at) {
			return true
		}
		o := (a + k) % len(at)
		for c := range s.rows * s.cols {
			if k == 0 && (c == cell) != in || slices.Contains(at, c) {
				continue
			}
			if at[o] = c; fits(o) && try(k+1) {
				return true
			}
			at[o] = -1
		}
		return false
	}
	return try(0)
}

var arrangeKit = qatest.Kit{
	Texts: true,
	Families: []qa.Family{qa.ArrangeFamily{}, qa.ArrangeFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 5, Facts: 2}},
		qa.ArrangeFamily{Phrasing: qa.Variant, Texts: qa.Texts{Objects: 4, Facts: 1, Grid: true}}},
	Solve: solveArrange,
	Wrong: func(q qa.Question, src seed.Source) string {
		a := q.(qa.Arrange)
		if a.Arrangement <= qa.OneColumn {
			return wrongTruth(q, src)
		}
		if k := src.Intn(len(a.Names) + 1); k < len(a.Names) {
			return a.Names[k]
		}
		return "none"
	},
}

func TestDirectionKit(t *testing.T) { qatest.Run(t, directionKit) }
func TestMultihopKit(t *testing.T)  { qatest.Run(t, multihopKit) }
func TestChooseKit(t *testing.T)    { qatest.Run(t, chooseKit) }
func TestTruthKit(t *testing.T)     { qatest.Run(t, truthKit) }
func TestPossibleKit(t *testing.T)  { qatest.Run(t, possibleKit) }
func TestArrangeKit(t *testing.T)   { qatest.Run(t, arrangeKit) }
