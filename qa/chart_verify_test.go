package qa_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

func TestChartVerify(t *testing.T) {
	m := chartOf(
		"xxxxA.",
		"xxBx..",
		"xxxx.c",
		".CC..c",
		".CC.c.",
	)
	m.Things[0].Name = "the stove"
	locate := func(asks qa.Locating, thing string, row, col int) qa.Question {
		q := qa.Locate{Asks: asks, Thing: thing, At: layout.Cell{Row: row, Col: col}}
		q.Map, q.Extended = m, true
		return q
	}
	distance := func(metric layout.Metric, scale int, centres bool) qa.Question {
		q := qa.Distance{From: qa.End{Thing: "B"}, To: qa.End{Thing: "C"}, Metric: metric, Scale: scale, Centres: centres}
		q.Map, q.Extended = m, true
		return q
	}
	count := func(what string, sieves ...qa.Sieve) qa.Question {
		q := qa.Count{What: what, Sieves: sieves}
		q.Map, q.Extended = m, true
		return q
	}
	fullest := qa.Count{Counts: qa.FullestColumn, What: "chair"}
	fullest.Map = m
	nearest := func(ordered, farthest bool) qa.Question {
		q := qa.Nearest{From: "C", Of: []string{"the stove", "B"}, Ordered: ordered, Farthest: farthest}
		q.Map, q.Extended = m, true
		return q
	}
	for _, row := range []struct {
		q            qa.Question
		right, wrong []string // wrong ones are of the type; all others are refused
		none         []string
	}{
		{locate(qa.WhatIsAt, "", 0, 4), []string{"the stove", "The stove.", "stove", "It is the stove.", "So, the stove", "The stove is at row 1, column 5.", "At row 1, column 5 is the stove.", "There is the stove."}, []string{"B", "empty", "a chair", "nothing"},
			[]string{"not the stove", "the stove or B", "the stove? yes", "maybe the stove", "b", "the stove. No, B.", "The stove is next to B.", "A", "The stove is at row 5, column 1."}},
		{locate(qa.WhatIsAt, "", 2, 5), []string{"a chair", "chair", "A chair.", "The chair.", "There is a chair at row 3, column 6."}, []string{"the stove", "empty"}, []string{"chairs or cups", "two chairs"}},
		{locate(qa.WhatIsAt, "", 0, 0), []string{"empty", "Empty.", "nothing", "There is nothing.", "It is empty", "It's empty.", "The cell is empty.", "Row 1, column 1 is empty.", "**empty**"}, []string{"C", "a chair"},
			[]string{"the pantry", "not empty", "It isn't empty", "", "empty or C", "probably empty"}},
		{locate(qa.WhereIs, "B", 0, 0), []string{"row 2, column 3", "(2, 3)", "2, 3", "It is at row 2, column 3.", "Row 2 and column 3", "B is at row 2, column 3.", "row 2, col 3", "(2,3)", "Row: 2, Column: 3"},
			[]string{"row 3, column 2", "nowhere", "(3, 2)", "row 1, column 3", "row 0, column 0"},
			[]string{"row 2", "maybe row 2, column 3", "row 2, column 3 or row 3, column 2", "row 2, column 3. row 3, column 2.", "column 3", "B", "C is at row 2, column 3.", "b is at row 2, column 3"}},
		{locate(qa.WhereIs, "C", 0, 0), []string{"row 4, column 2", "row 5, column 3", "row 4, column 3"}, []string{"row 4, column 4", "row 3, column 2"},
			[]string{"row 4, column 2. row 5, column 3.", "rows 4 to 5"}},
		{locate(qa.WhereIs, "Q", 0, 0), []string{"nowhere", "Nowhere.", "It is not on the map.", "Q is not on the map."}, []string{"row 1, column 1"},
			[]string{"maybe nowhere", "Q", "It is somewhere."}},
		{locate(qa.WhichRoom, "B", 0, 0), []string{"the pantry", "pantry", "It is in the pantry.", "B is in the pantry."}, []string{"none", "in no room"}, []string{"the larder", "not in the pantry", "x"}},
		{locate(qa.WhichRoom, "C", 0, 0), []string{"none", "no room", "None."}, []string{"the pantry"}, []string{"", "neither"}},
		{locate(qa.WhichStrip, "C", 0, 0), nil, nil, []string{"left", "middle"}}, // it is in two: nothing is asked
		{locate(qa.WhichStrip, "the stove", 0, 0), []string{"right", "the right third", "Right."}, []string{"left", "middle"}, []string{"top", "left or right"}},
		{locate(qa.WhichQuarter, "the stove", 0, 0), []string{"upper-right", "upper right", "top-right", "the upper-right quarter", "The stove is in the top right quarter.", "in the upper right"}, []string{"upper-left", "lower right"},
			[]string{"upper", "right", "upper-right or lower-right"}},
		{distance(layout.Manhattan, 0, false), []string{"2", "2 cells", "two", "It is 2.", "2.0", "The distance is 2 cells.", "The Manhattan distance between B and C is 2."}, []string{"3", "-2", "2.5", "zero"},
			[]string{"2 m", "2 or 3", "about two or so", "2, 3", "two chairs", "2 metres", "about 2", "The distance from B to the stove is 2."}},
		{distance(layout.Manhattan, 5, true), []string{"1.5", "1.5 m", "1.5 metres", "1.5m", "**1.50 m**", "The distance is 3. So 1.5 m"}, []string{"2.5", "1 m", "1.6"}, []string{"1.5 cells", "1,5", "1.5 km", "3/2"}},
		{distance(layout.Euclid, 0, true), []string{"2.5", "2.5 cells", "2.50", "≈ 2.5", "about 2.5 cells", "The distance is approximately 2.5"}, []string{"2.55", "2.6", "3"}, []string{"sqrt(6.5)", "2.5 m"}},
		{count("chair"), []string{"3", "three", "3 chairs", "There are 3.", "There are three chairs.", "3.0", "There are 3 chairs on the map.", "1. A chair, row 3, column 6\n2. A chair, row 4, column 6\n3. A chair\nThat makes 3."}, []string{"2", "0", "no chairs", "none", "-3"},
			[]string{"3 cups", "2 or 3", "not 3", "at least 3", "3, 4", "chairs"}},
		{count("chair", qa.Sieve{By: qa.Toward, Of: "B", Side: layout.N}), []string{"0", "none", "zero", "no chairs", "There are no chairs.", "There are no chairs above B.", "0 chairs are above B"}, []string{"1", "one"},
			[]string{"nothing", "none or one", "", "There are 0 chairs below B."}},
		{fullest, []string{"6", "column 6", "It is column 6.", "six"}, []string{"5", "column 5"}, []string{"row 6", "6 chairs", "columns 5 and 6", "5 or 6"}},
		{nearest(false, false), []string{"B", "B.", "It is B", "B is nearest to C.", "B is the nearest to C"}, []string{"the stove", "stove"}, []string{"C", "B or the stove", "not the stove", "b", "B, the stove", "B is farthest from C", "B is nearest to the stove"}},
		{nearest(true, true), []string{"the stove, B", "The stove, then B", "stove, B"}, []string{"B, the stove", "B", "the stove"}, []string{"the stove, C", "maybe the stove, B"}},
	} {
		for grade, responses := range map[string][]string{"right": row.right, "wrong": row.wrong, "none": row.none} {
			for _, response := range responses {
				v := row.q.Verify(response)
				got := "none"
				if v.Correct {
					got = "right"
				} else if v.FormatOK {
					got = "wrong"
				}
				if got != grade || v.Correct != (v.Reward == 1) {
					t.Errorf("%s -> %v: %q is graded %s, %+v; want %s", row.q.AppendText(nil), row.q.Answer(), response, got, v, grade)
				}
			}
		}
	}
}

func TestChartZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.Locate{}, qa.Locate{Asks: qa.WhereIs}, qa.Locate{Asks: qa.WhichRoom}, qa.Locate{Asks: 99}, qa.Count{}, qa.Count{What: "chair"},
		qa.Count{Counts: qa.FullestRow}, qa.Count{Counts: 77}, qa.Distance{}, qa.Distance{Metric: 9, Scale: -3}, qa.Nearest{}, qa.Nearest{Of: []string{"A", "B"}, Ordered: true}} {
		for _, response := range []string{"", "A", "0", "none", "nowhere", "empty", "row 1, column 1", "A, B", q.Answer().String()} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Errorf("zero %s: %q is graded %+v", q.Family(), response, v)
			}
		}
		if text := string(q.AppendText(nil)) + string(q.AppendFormat(nil)) + string(q.AppendConventions(nil)) + string(q.AppendRationale(nil)) +
			string(q.AppendEvidence(nil, qa.AsBoth)); text != "" {
			t.Errorf("zero %s says %q", q.Family(), text)
		}
		if len(q.Mistakes()) > 0 || q.Pieces() != 0 || q.Difficulty() < 1 {
			t.Errorf("zero %s has mistakes, pieces or no difficulty", q.Family())
		}
		if _, ok := q.Turn(1); ok {
			t.Errorf("zero %s is turned", q.Family())
		}
		if _, ok := q.Contrast(); ok {
			t.Errorf("zero %s has a contrast", q.Family())
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("zero %s without a piece: %v", q.Family(), err)
		}
	}
}

func TestChartKnobs(t *testing.T) {
	for _, f := range []qa.Family{
		qa.LocateFamily{Phrasing: 3}, qa.LocateFamily{Scenery: qa.Scenery{Rows: 2}}, qa.LocateFamily{Scenery: qa.Scenery{Cols: 25}},
		qa.LocateFamily{Scenery: qa.Scenery{Things: 1}}, qa.LocateFamily{Scenery: qa.Scenery{Things: 21}}, qa.LocateFamily{Scenery: qa.Scenery{Things: 5, Extended: 6}},
		qa.LocateFamily{Scenery: qa.Scenery{Kinds: 5}}, qa.LocateFamily{Scenery: qa.Scenery{Each: 13}}, qa.LocateFamily{Scenery: qa.Scenery{Rooms: 5}},
		qa.LocateFamily{Scenery: qa.Scenery{Rows: 3, Cols: 3, Things: 7}}, qa.LocateFamily{Scenery: qa.Scenery{Rooms: -1}},
		qa.CountFamily{Most: 21}, qa.CountFamily{Most: -1}, qa.CountFamily{Conditions: 3}, qa.CountFamily{Fullest: 9}, qa.CountFamily{Phrasing: 3},
		qa.DistanceFamily{Metrics: 5}, qa.DistanceFamily{Scaled: 5}, qa.DistanceFamily{Phrasing: 3}, qa.DistanceFamily{Scenery: qa.Scenery{Rows: -1}},
		qa.NearestFamily{Candidates: 1}, qa.NearestFamily{Candidates: 9}, qa.NearestFamily{Metrics: -1}, qa.NearestFamily{Margin: 5}, qa.NearestFamily{Ordered: 5},
	} {
		if err := f.Validate(); err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") {
			t.Errorf("%s %+v: %v", f.Name(), f, err)
		}
		if _, err := f.Ask(qa.Subject{Map: chartOf("A..", "..B", "C..")}, new(scripted)); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s %+v is asked about: %v", f.Name(), f, err)
		}
		if _, err := f.Sample(new(scripted)); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s %+v is sampled: %v", f.Name(), f, err)
		}
	}
	for _, kit := range chartKits {
		f := kit.Families[0]
		if err := f.Validate(); err != nil || f.Group() != qa.Read {
			t.Errorf("%s: %v, %v", f.Name(), err, f.Group())
		}
		for _, p := range []*layout.Map{nil, new(layout.Map), chartOf("..."), chartOf("?"), {Rows: 3}, chartOf("A"), chartOf("AB", "BA")} {
			if _, err := f.Ask(qa.Subject{Map: p}, new(scripted)); err != nil && !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s of a map that does not suit: %v", f.Name(), err)
			}
		}
	}
}

// TestChartLevelsStay: the knobs of every level are valid, and the phrasing stays.
func TestChartLevelsStay(t *testing.T) {
	for _, kit := range chartKits {
		type phrased interface {
			qa.Family
			WithPhrasing(qa.Phrasing) qa.Family
		}
		for level := -1; level <= qa.Levels+1; level++ {
			f := kit.Families[0].(phrased).WithPhrasing(qa.Variant).At(level)
			if err := f.Validate(); err != nil || !strings.Contains(fmt.Sprintf("%+v", f), "Phrasing:variant") {
				t.Errorf("%s, level %d: %+v, %v", f.Name(), level, f, err)
			}
		}
	}
}
