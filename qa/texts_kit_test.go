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
