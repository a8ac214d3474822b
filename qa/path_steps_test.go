package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// stepsFrom asks for the steps from A to B of a small map with a gait.
func stepsFrom(t *testing.T, gait layout.Gait, a, b layout.Cell) qa.MapPath {
	t.Helper()
	m := layout.NewMap(4, 4)
	m.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{a}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{b}}}
	for i := range int64(1000) {
		q, err := qa.PathFamily{}.Ask(qa.Subject{Map: m}, seed.NewKey(3).At(i).Stream())
		if err != nil {
			t.Fatal(err)
		}
		if p := q.(qa.MapPath); p.Gait == gait && p.Form == qa.PathSteps && p.From == 0 {
			return p
		}
	}
	t.Fatal("it is never asked for")
	return qa.MapPath{}
}

// TestStepsWritten: a way is read as it is usually written, and not where what is written may be another way.
func TestStepsWritten(t *testing.T) {
	straight := stepsFrom(t, layout.Gait4, layout.Cell{Row: 2}, layout.Cell{Col: 1}) // two north, one east
	for response, right := range map[string]bool{
		"n,n,e": true, "n,e,n": true, "e,n,n": true, "N N E": true, "N, N, E.": true, "[n, n, e]": true, "(n, e, n)": true,
		"north 2, east 1": true, "2 north then 1 east": true, "two steps north, one step east": true, "north x2, east": true, "2x north, 1x east": true,
		"north two times, east": true, "two times north, east once": true, "north, twice, east": true, "north, two times east": false,
		"north three times": false, "up, up, right": true, "up 2 and right 1": true, "\u2191\u2191\u2192": true, "\u2191 \u2192 \u2191": true, "n -> n -> e": true,
		"n \u2192 n \u2192 e": true, "n\nn\ne": true, "1. n\n2. e\n3. n": true, "n; n; e": true, "The shortest way is n, n, e.": true, "Steps: n, n, e": true,
		"n,n": false, "n,n,e,e": false, "s,s,w": false, "n\ne": false, "none": false, "2 north, 2 east": false, "down, down, left": false, "\u2192": false,
	} {
		if v := straight.Verify(response); v.Correct != right || !v.FormatOK {
			t.Errorf("%q: %+v; want %v", response, v, right)
		}
	}
	for _, response := range []string{
		"nne", "NNE", "north 2 east 1", "2, north, 1, east", "ne, n", "north-east, n", "n or n, n, e", "not n, n, e", "n n 2 e", "0 north", "-2 north, e", "north 99999999, e",
		"2", "twice", "twice, n", "\u2191n\u2192", "\u2197\u2191", "turn left, n", "n,n,e,none", "n,n,e\ne,n,n,n", "north 99999999999999999999",
	} {
		if v := straight.Verify(response); v.Correct || v.FormatOK {
			t.Errorf("%q is read: %+v", response, v)
		}
	}
	// One step is right; the same line twice is two steps.
	one := stepsFrom(t, layout.Gait4, layout.Cell{Row: 1}, layout.Cell{})
	for response, right := range map[string]bool{"n": true, "up": true, "1 north": true, "Answer: n\nn": true, "n\nn": false, "n; n": false, "1. n\n2. n": false, "north twice": false} {
		if v := one.Verify(response); v.Correct != right || !v.FormatOK {
			t.Errorf("%q: %+v; want %v", response, v, right)
		}
	}
	for _, gait := range []layout.Gait{layout.Gait8, layout.Gait8Open} {
		diagonal := stepsFrom(t, gait, layout.Cell{Row: 2}, layout.Cell{Col: 1})
		for response, right := range map[string]bool{"n,ne": true, "ne, n": true, "NE N": true, "north-east, north": true, "northeast once, north": true, "\u2197\u2191": true,
			"1 northeast, 1 north": true, "n,n,e": false, "n, e, n": false, "nw, ne": false, "ne, ne": false, "north, east": false} {
			if v := diagonal.Verify(response); v.Correct != right || !v.FormatOK {
				t.Errorf("%v: %q: %+v; want %v", gait, response, v, right)
			}
		}
		for _, response := range []string{"nne", "north east, north", "north north east", "north, south west"} {
			if v := diagonal.Verify(response); v.Correct || v.FormatOK {
				t.Errorf("%v: %q is read: %+v", gait, response, v)
			}
		}
	}
}

// TestMapsWithoutCells: a map with fewer cells than its rows and columns make is asked about by no family, and none panics.
func TestMapsWithoutCells(t *testing.T) {
	m := layout.NewMap(4, 4)
	m.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 3}}}}
	m.Ground = m.Ground[:3]
	for _, f := range qa.Families() {
		for i := range int64(20) {
			if q, err := f.Ask(qa.Subject{Map: m, Views: []*layout.Map{m, m}}, seed.NewKey(5).At(i).Stream()); err == nil {
				t.Fatalf("%s asks %s", f.Name(), q.AppendText(nil))
			}
		}
	}
}
